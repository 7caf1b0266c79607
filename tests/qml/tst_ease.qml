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
                        && item.objectName !== "thanks" && !item.objectName.startsWith("use")))
                    verify(place(item).y >= size.height / 2 - 1,
                        page + " " + size + ": " + item.objectName);
            }
            resize(Qt.size(800, 1280));
        });
    }

    function nothingLeft() {
        verify(!Ease.asked);
        verify(!FocusMark.shown);
        compare(Sheets.shown, Sheets.None);
        compare(survey.language, "en");
        compare(Bench.clipboard(), "");
        compare(survey.comment, "");
        compare(survey.contact, "");
        compare(survey.number, "");
    }

    function ask() {
        Ease.contrast = true;
        Ease.larger = true;
        Ease.lower = true;
        Ease.aloud = true;
        Bench.setClipboard("my own words");
        FocusMark.shown = true;
    }

    function test_nothingLeftAtTheEnd() {
        start("en", Qt.size(1280, 800), {
            checklist: everyPage,
            contact: true
        });
        walkEveryPage(page => {
            if (page === "restingPage")
                survey.setLanguage("fa");
        });
        ask();
        survey.dismissThanks();
        onPage("restingPage");
        nothingLeft();
    }

    function test_nothingLeftWhenAbandoned() {
        start("en", Qt.size(1280, 800), {
            checklist: everyPage
        });
        survey.setLanguage("ta");
        tap("score3");
        onPage("scalePage");
        tap("score3");
        onPage("listPage");
        tap("writeComment");
        onPage("commentPage");
        find("commentField").text = "half a";
        ask();
        // The warning comes, nobody answers it.
        Bench.advance(90000);
        Bench.advance(90000);
        onPage("restingPage");
        nothingLeft();
        Bench.advance(1000);
        tap("score3");
        onPage("scalePage");
        tap("score3");
        onPage("listPage");
        compare(find("scroll").contentY, 0);
        tap("writeComment");
        onPage("commentPage");
        compare(find("commentField").text, "");
        compare(find("commentField").preeditText, "");
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
