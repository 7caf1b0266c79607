import QtQuick
import QtTest
import Vouch.Components
import Vouch.Kiosk
import Vouch.Survey
import Vouch.Test

// What a shopper asks for to have it easier, and that nothing of one shopper is left for the next.
KioskCase {
    id: test

    name: "Ease"

    function openEase() {
        tap("ease");
        onPage("easeSheet");
    }

    function test_eachWithOneTap() {
        start("en");
        const ink = String(Theme.ink);
        const body = Theme.body;
        openEase();
        tap("easeContrast");
        verify(String(Theme.ink) !== ink);
        tap("easeLarger");
        compare(Theme.body, 2 * body);
        tap("easeLower");
        verify(Ease.lower);
        for (const name of ["easeContrast", "easeLarger", "easeLower"])
            verify(find(name).picked);
        tap("easeNormal");
        verify(!Ease.asked);
        tap("closeSheet");
        tryVerify(() => !maybe("easeSheet"));
    }

    function test_onEveryPage() {
        start("en", Qt.size(1280, 800), {
            checklist: everyPage,
            contact: true
        });
        walkEveryPage(page => {
            if (page === "thanksPage")
                return;
            openEase();
            tap("closeSheet");
            tryVerify(() => !maybe("easeSheet"));
            tap("languages");
            onPage("languageSheet");
            // Beside it is a way out too.
            const outside = find("outside");
            touchEvent(outside).press(1, outside, 5, 5).commit().release(1, outside, 5, 5).commit();
            tryVerify(() => !maybe("languageSheet"));
            settle();
        });
    }

    function test_languageInTheMiddleKeepsAnswers() {
        start("en", Qt.size(1280, 800), {
            checklist: everyPage
        });
        tap("score3");
        onPage("scalePage");
        tap("score4");
        onPage("listPage");
        tap("choice_staff");
        for (const language of ["ar", "hi", "tr"]) {
            tap("languages");
            onPage("languageSheet");
            compare(find("sheet_" + language).text,
                survey.languages.find(one => one.code === language).name);
            tap("sheet_" + language);
            tryCompare(survey, "language", language);
            tryVerify(() => !maybe("languageSheet"));
            verify(find("choice_staff").picked);
        }
        compare(Bench.openScore(), 3);
    }

    // Everything that is touched lies in the lower half.
    function test_lower_data() {
        return ["en", "de", "fa", "ta"].map(language => ({
            tag: language,
            language: language
        }));
    }

    function test_lower(row) {
        start(row.language, Qt.size(800, 1280), {
            checklist: everyPage,
            contact: true
        });
        Ease.lower = true;
        walkEveryPage(page => {
            for (const size of [Qt.size(800, 1280), Qt.size(1280, 800), Qt.size(1024, 600)]) {
                resize(size);
                for (const item of all(item => item.tapped !== undefined
                        && item.spoiled !== undefined && item.objectName !== "managerCorner"
                        && item.objectName !== "thanks"))
                    verify(place(item).y >= size.height / 2 - 1,
                        page + " " + size + ": " + item.objectName);
            }
            resize(Qt.size(800, 1280));
        });
    }

    property string echoed
    property string code
    readonly property var secrets: ["half a", "my own words", "me@example.org", "77", "۷۷", echoed,
        code]

    // Through the pages up to the one told, with something of one's own on each.
    function leaveTraces(upTo) {
        const steps = [
            ["scalePage", () => {
                echoed = find("back").text;
                tap("score4");
            }],
            ["listPage", () => tapAll(["choice_staff", "writeComment"])],
            ["commentPage", () => {
                find("commentField").text = "half a";
                if (upTo !== "commentPage")
                    tap("back");
            }],
            ["listPage", () => tap("done")],
            ["choicePage", () => tapItem(all(item => item.objectName.startsWith("choice_"))[0])],
            ["yesNoPage", () => tap("no")],
            ["numberPage", () => tapAll(["key1", "key7", "done"])],
            ["textPage", () => {
                find("commentField").text = "my own words";
                tap("done");
            }],
            ["consentPage", () => tap("consentYes")],
            ["phonePage", () => tapAll(["key7", "key7", "useEmail"])],
            ["emailPage", () => {
                find("commentField").text = "me@example.org";
                if (upTo !== "emailPage")
                    tap("confirm");
            }]
        ];
        tap("score3");
        for (const [page, pass] of steps) {
            onPage(page);
            pass();
            if (page === upTo)
                return;
        }
        onPage("thanksPage");
        code = survey.erasureText;
    }

    function ask() {
        Ease.contrast = true;
        Ease.larger = true;
        Ease.lower = true;
        Ease.aloud = true;
        Bench.setClipboard("my own words");
        FocusMark.shown = true;
    }

    function nothingLeft() {
        for (const aid of ["contrast", "larger", "lower", "aloud", "asked"])
            compare(Ease[aid], false, aid);
        verify(!FocusMark.shown);
        compare(Sheets.shown, Sheets.None);
        compare(survey.language, "en");
        compare(Bench.clipboard(), "");
        verify(!maybe("keyboard"), "the keyboard went with what it had taken");
        for (const own of ["comment", "contact", "number", "erasureText", "contactProblem",
                "numberProblem", "echo", "yesNo"])
            compare(survey[own], "", own);
        compare(survey.pickedCount, 0);
        compare(survey.currentScore, -1);
        verify(!survey.byEmail && !survey.consented);
        const traces = secrets.filter(secret => secret.length > 0);
        // On the pages too that are kept for the next shopper and not shown.
        for (const item of everything(item => typeof item.text === "string"))
            verify(!traces.some(secret => item.text.includes(secret)), item.text);
        compare(everything(item => item.picked === true).length, 0);
        for (const thing of Bench.accessibleTree(kiosk))
            verify(!traces.some(secret => (thing.name + thing.description).includes(secret)));
    }

    // What the next shopper meets on every page that was filled in.
    function nextShopperStartsAnew() {
        Bench.advance(1000);
        const said = Bench.heard().length;
        tap("score9");
        onPage("scalePage");
        verify(!maybe("hint"), "no former answer");
        tap("done");
        onPage("listPage");
        verify(!find("choice_staff").picked);
        compare(find("scroll").contentY, 0);
        tap("writeComment");
        onPage("commentPage");
        compare(find("commentField").text, "");
        compare(find("commentField").preeditText, "");
        compare(find("commentField").canUndo, false);
        tap("back");
        for (const page of ["listPage", "choicePage", "yesNoPage", "numberPage", "textPage"]) {
            onPage(page);
            compare(all(item => item.picked === true).length, 0, page);
            if (page === "numberPage")
                compare(survey.number, "");
            if (page === "textPage")
                compare(find("commentField").text, "");
            tap("done");
        }
        onPage("consentPage");
        tap("consentYes");
        onPage("phonePage");
        compare(survey.contact, "");
        tap("useEmail");
        onPage("emailPage");
        compare(find("commentField").text, "");
        compare(Bench.heard().length, said, "nothing is read aloud");
    }

    function test_nothingIsLeft_data() {
        return [
            {
                tag: "at the end",
                upTo: "thanksPage",
                leave: () => tap("thanksDone")
            },
            {
                tag: "start again",
                upTo: "emailPage",
                leave: () => tap("startAgain")
            },
            {
                tag: "gone while writing",
                upTo: "commentPage",
                leave: goAway
            },
            {
                tag: "gone on the address",
                upTo: "emailPage",
                leave: goAway
            },
            {
                tag: "a language at rest",
                upTo: "",
                leave: () => {
                    Bench.endSpeech();
                    Bench.advance(15000);
                }
            }
        ];
    }

    // The warning comes, is read out, and nobody answers it.
    function goAway() {
        Bench.endSpeech();
        for (let i = 0; i < 4; ++i) {
            Bench.advance(90000);
            Bench.endSpeech();
        }
    }

    function test_nothingIsLeft(row) {
        start("en", Qt.size(1280, 800), {
            checklist: everyPage,
            contact: true
        });
        Bench.giveVoice(languages);
        echoed = code = "";
        tap("lang_fa");
        tryCompare(survey, "language", "fa");
        if (row.upTo.length > 0)
            leaveTraces(row.upTo);
        ask();
        settle();
        row.leave();
        onPage("restingPage");
        settle();
        nothingLeft();
        nextShopperStartsAnew();
    }

    function test_nothingLeftOfALookAtRest() {
        start("en");
        find("surveyView").forgetsAfter = 1500;
        openEase();
        tap("easeContrast");
        tap("easeLarger");
        tryVerify(() => !Ease.asked && !maybe("easeSheet"), 5000);
        Ease.larger = true;
        tap("lang_fa");
        tryCompare(survey, "language", "fa");
        Bench.advance(120000);
        tryCompare(survey, "language", "en");
        verify(!Ease.asked);
    }

    function test_aloud() {
        start("en", Qt.size(1280, 800), {
            checklist: everyPage
        });
        Bench.giveVoice(["en"]);
        tap("score3");
        onPage("scalePage");
        compare(Bench.heard().length, 0, "off until asked for");
        openEase();
        tap("easeAloud");
        verify(Bench.heard().some(words => words.includes(survey.question)));
        tap("closeSheet");
        tryVerify(() => !maybe("easeSheet"));
        tap("score4");
        onPage("listPage");
        verify(Bench.heard().some(words => words.includes(survey.question)
            && words.includes(survey.hint)));
        tap("choice_staff");
        walkTo("choice_staff");
        verify(Bench.heard().includes(find("choice_staff").text + ", " + survey.texts.selected));
        tap("startAgain");
        onPage("restingPage");
        const said = Bench.heard().length;
        verify(!Ease.aloud);
        Bench.advance(1000);
        tap("score3");
        onPage("scalePage");
        compare(Bench.heard().length, said);
    }

    // Read aloud on, on the first page of a list.
    function aloud(more) {
        start("en", Qt.size(1280, 800), more ?? {});
        Bench.giveVoice(["en", "de"]);
        openEase();
        tap("easeAloud");
        tap("closeSheet");
        tryVerify(() => !maybe("easeSheet"));
        Bench.endSpeech();
    }

    function last() {
        return Bench.heard()[Bench.heard().length - 1];
    }

    function test_warningIsHeardOnceAndAgain() {
        aloud();
        tap("score3");
        onPage("listPage");
        compare(last(), find("listPage").spoken);
        Bench.advance(60000);
        verify(!survey.warning, "the page speaks, nobody is hurried");
        Bench.endSpeech();
        const before = Bench.heard().length;
        Bench.advance(15000);
        onPage("warningCard");
        compare(Bench.heard().length, before + 1);
        verify(last().includes(survey.texts.idle) && last().includes(survey.warningText)
            && last().includes(survey.texts.moreTime));
        Bench.advance(5000);
        compare(survey.warningSeconds, 20);
        Bench.endSpeech();
        Bench.advance(9000);
        compare(Bench.heard().length, before + 1);
        Bench.advance(1000);
        compare(survey.warningSeconds, 10);
        compare(Bench.heard().length, before + 2);
        compare(last(), survey.warningText);
        Bench.endSpeech();
        Bench.advance(9000);
        compare(Bench.heard().length, before + 2);
        compare(survey.warningSeconds, 1);
        keyClick(Qt.Key_Space);
        verify(!survey.warning);
    }

    function test_errorsConsentAndCodeAreHeard() {
        aloud({
            checklist: everyPage,
            contact: true
        });
        tap("score3");
        for (const page of ["scalePage", "listPage", "choicePage", "yesNoPage"]) {
            onPage(page);
            tap("done");
        }
        onPage("numberPage");
        tapAll(["key7"]);
        verify(last().startsWith("7 "), "what was typed is heard");
        tap("key7");
        compare(last(), survey.numberProblem);
        verify(last().length > 0);
        tap("done");
        onPage("textPage");
        tap("done");
        onPage("consentPage");
        verify(last().includes(survey.consentText));
        tap("consentYes");
        onPage("phonePage");
        verify(last().includes(survey.texts.phone));
        tapAll(["key1", "confirm"]);
        compare(last(), survey.contactProblem);
        verify(last().length > 0);
        verify(!Bench.heard().some(words => words === "1"), "a phone number is not said");
        tap("useEmail");
        onPage("emailPage");
        find("commentField").text = "someone";
        tap("confirm");
        // Without the marks that keep it in its place on the screen.
        compare(last(), survey.contactProblem.replace(/[\u2066-\u2069]/g, ""));
        find("commentField").text = "someone@example.org";
        tap("confirm");
        onPage("thanksPage");
        verify(last().includes(survey.question));
        verify(last().includes(survey.erasureSpoken));
        verify(last().includes(survey.texts.erasureHint));
    }

    function test_thanksIsHeardToItsEnd() {
        aloud();
        tap("score9");
        onPage("listPage");
        tap("done");
        onPage("thanksPage");
        verify(last().includes(survey.question));
        Bench.advance(20000);
        compare(survey.page, SurveyModel.Thanks);
        Bench.endSpeech();
        Bench.advance(4000);
        compare(survey.page, SurveyModel.Resting);
    }

    function test_touchBreaksOffWhatIsSaid() {
        aloud();
        tap("score3");
        onPage("listPage");
        Bench.advance(60000);
        verify(!survey.warning);
        tap("question"); // no answer, but somebody is there
        Bench.advance(15000);
        verify(survey.warning);
    }

    function test_kindTextIsHeard() {
        aloud();
        Ease.contrast = true;
        Bench.breakStore();
        tap("score3");
        onPage("failure");
        compare(last(), survey.failure);
        verify(Ease.contrast, "and seen as it was asked for");
        Bench.advance(60000);
        verify(maybe("failure"));
        Bench.endSpeech();
        Bench.advance(10000);
        tryVerify(() => !maybe("failure"));
        verify(!Ease.asked);
    }

    function test_languagesAreHeardInTheirOwnVoice() {
        aloud();
        walkTo("lang_en");
        compare(last(), "English, " + survey.texts.selected);
        tap("languages");
        onPage("languageSheet");
        walkTo("sheet_de");
        compare(last(), "Deutsch");
        compare(Bench.heardIn()[Bench.heardIn().length - 1], "de");
        walkTo("sheet_fa");
        compare(Bench.heardIn()[Bench.heardIn().length - 1], "en", "there is no voice for it");
        press("sheet_de");
        tryVerify(() => last().includes(survey.question));
        compare(Bench.heardIn()[Bench.heardIn().length - 1], "de");
    }

    function test_noVoiceNoButton() {
        start("fa");
        Bench.giveVoice(["en"]);
        openEase();
        verify(!maybe("easeAloud"));
    }
}
