import QtQuick
import QtTest
import Vouch.Components
import Vouch.Kiosk
import Vouch.Test

// Without eyes and without fingers: the accessibility tree of every page, and the whole survey by
// keys or two switches.
KioskCase {
    id: test

    name: "Access"

    function test_everyPage_data() {
        return ["en", "fa", "hi"].map(language => ({
            tag: language,
            language: language
        }));
    }

    function test_everyPage(row) {
        start(row.language, Qt.size(1280, 800), {
            checklist: everyPage,
            contact: true
        });
        walkEveryPage(page => checkTree(page));
        survey.dismissThanks();
        onPage("restingPage");
        Bench.advance(1000);
        tap("languages");
        onPage("languageSheet");
        checkTree("languageSheet");
        tap("closeSheet");
        tryVerify(() => !maybe("languageSheet"));
        tap("ease");
        onPage("easeSheet");
        checkTree("easeSheet");
        tap("closeSheet");
        tap("score3");
        onPage("scalePage");
        Bench.advance(30000);
        onPage("warningCard");
        checkTree("warning");
    }

    function test_invitation() {
        start("en", Qt.size(1280, 800), {
            invitation: true
        });
        checkTree("invitationPage");
    }

    // Two switches are Tab and Enter.
    function test_wholeSurveyByKeys_data() {
        return ["en", "fa"].map(language => ({
            tag: language,
            language: language
        }));
    }

    function test_wholeSurveyByKeys(row) {
        start(row.language, Qt.size(1280, 800), {
            checklist: everyPage,
            contact: true
        });
        verify(!FocusMark.shown);
        press("score7");
        verify(FocusMark.shown);
        onPage("scalePage");
        press("score2");
        onPage("listPage");
        press("choice_staff");
        press("done");
        onPage("choicePage");
        const other = all(item => item.objectName.startsWith("choice_"))[1].objectName;
        press(other);
        onPage("yesNoPage");
        press("no");
        onPage("numberPage");
        keyClick(Qt.Key_3);
        press("key4");
        compare(find("done").available, true);
        press("done");
        onPage("textPage");
        tryVerify(() => find("commentField").activeFocus);
        keyClick(Qt.Key_O);
        press("done");
        onPage("consentPage");
        press("consentNo");
        onPage("thanksPage");
        press("thanks");
        onPage("restingPage");
        const record = Bench.records()[0];
        compare(record.recommend, 7);
        compare(record.satisfaction, 2);
        compare(record.points, ["staff"]);
        compare(record.again, false);
        compare(record.times, 34);
        compare(record.why.toLowerCase(), "o");
        verify(!FocusMark.shown);
    }

    // On a page that was kept since the last shopper, too.
    function test_keysBeginAtTheTopForEachShopper() {
        start("en");
        for (let shopper = 0; shopper < 2; ++shopper) {
            press("score3");
            onPage("listPage");
            keyClick(Qt.Key_Tab);
            verify(all(item => item.picked !== undefined)[0].activeFocus, "shopper " + shopper);
            press("done");
            onPage("thanksPage");
            press("thanks");
            onPage("restingPage");
            Bench.advance(1000);
        }
    }

    function test_endsOfAScaleAreItsNumbersToo() {
        start("fa");
        const things = tree();
        const described = things.filter(one => one.role === "Button" && one.description.length > 0);
        compare(described.map(one => [one.name, one.description]),
            [["۰", survey.lowLabel], ["۱۰", survey.highLabel]]);
        verify(things.some(one => one.role === "Grouping" && one.name.includes(survey.lowLabel)
            && one.name.includes(survey.highLabel)));
    }

    function test_arrowsGoAsTheyPoint() {
        start("fa");
        walkTo("score3");
        keyClick(Qt.Key_Left);
        verify(find("score4").activeFocus, "the scale runs from the right");
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        verify(find("score2").activeFocus);
        keyClick(Qt.Key_Down);
        verify(!find("score2").activeFocus);
    }

    function test_sheetKeepsTheFocus() {
        start("en");
        press("ease");
        onPage("easeSheet");
        press("easeContrast");
        verify(Ease.contrast);
        for (let i = 0; i < 12; ++i) {
            keyClick(Qt.Key_Tab);
            let item = kiosk.activeFocusItem;
            while (item && item.objectName !== "easeSheet")
                item = item.parent;
            verify(item, "the keys left the sheet");
        }
        keyClick(Qt.Key_Escape);
        tryVerify(() => !maybe("easeSheet"));
    }

    function test_fingerHidesTheMark() {
        start("en");
        walkTo("score3");
        verify(FocusMark.shown);
        tap("score5");
        verify(!FocusMark.shown);
    }

    // The warning comes, takes the keys, and gives them back where they were.
    function test_warningByKeys_data() {
        return ["Space", "Return", "Escape"].map(key => ({
            tag: key,
            key: Qt["Key_" + key]
        }));
    }

    function test_warningByKeys(row) {
        start("en");
        press("score3");
        onPage("listPage");
        walkTo("choice_prices");
        for (let i = 0; i < 10; ++i) {
            Bench.advance(15000);
            onPage("warningCard");
            verify(find("moreTime").activeFocus, "the first key gives more time");
            keyClick(row.key);
            tryVerify(() => !maybe("warningCard"));
            settle();
            verify(find("choice_prices").activeFocus, "the keys are where they were");
        }
        compare(survey.pickedCount, 0);
        compare(survey.page, SurveyModel.List);
    }

    // Tab and Enter only: there and back, and what is below is not reached.
    function test_warningByTwoSwitches() {
        start("fa");
        press("score3");
        onPage("listPage");
        Bench.advance(15000);
        onPage("warningCard");
        const seen = [];
        for (let i = 0; i < 4; ++i) {
            keyClick(Qt.Key_Tab);
            seen.push(kiosk.activeFocusItem.objectName);
        }
        compare(seen, ["finish", "moreTime", "finish", "moreTime"]);
        keyClick(Qt.Key_Return);
        tryVerify(() => !survey.warning);
        settle();
        Bench.advance(15000);
        onPage("warningCard");
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return);
        onPage("thanksPage");
    }

    function toNumber() {
        start("en", Qt.size(1280, 800), {
            checklist: everyPage,
            contact: true
        });
        tap("score3");
        for (const page of ["scalePage", "listPage", "choicePage", "yesNoPage"]) {
            onPage(page);
            tap("done");
        }
        onPage("numberPage");
    }

    function test_heldKeyIsOneAnswer() {
        toNumber();
        Bench.holdKey(kiosk, Qt.Key_1, "1", 5);
        compare(survey.number, "1");
        walkTo("key2");
        Bench.holdKey(kiosk, Qt.Key_Space, " ", 5);
        compare(survey.number, "12");
        Bench.holdKey(kiosk, Qt.Key_Backspace, "", 5);
        compare(survey.number, "1");
        walkTo("done");
        Bench.holdKey(kiosk, Qt.Key_Return, "\r", 5);
        onPage("textPage");
        compare(find("commentField").text, "", "nor does it go on on the next page");
        Bench.holdKey(kiosk, Qt.Key_O, "o", 2);
        compare(find("commentField").text.toLowerCase(), "ooo");
    }

    function test_heldKeyOnScaleAndList() {
        start("en");
        walkTo("score3");
        Bench.holdKey(kiosk, Qt.Key_Return, "\r", 30);
        onPage("listPage");
        compare(Bench.openScore(), 3);
        walkTo("choice_staff");
        Bench.holdKey(kiosk, Qt.Key_Space, " ", 6);
        verify(find("choice_staff").picked);
        walkTo("done");
        Bench.holdKey(kiosk, Qt.Key_Return, "\r", 30);
        onPage("thanksPage");
    }

    function test_wrongNumbersAreNamedInWords() {
        toNumber();
        tapAll(["keySign", "key2", "key5"]);
        verify(!maybe("problem"));
        tap("done");
        onPage("numberPage");
        compare(find("problem").text, survey.numberProblem);
        verify(find("problem").text.includes("−20"));
        verify(Bench.accessibleTree(kiosk).some(one => one.role === "AlertMessage"
            && one.name === survey.numberProblem));
        tap("keyDelete");
        verify(!maybe("problem"));
        tap("keySign");
        tap("key0");
        tap("key0");
        verify(find("problem").text.includes("60"));
        compare(survey.number, "20");
    }

    // The on-screen keyboard's keys have names, and can be pressed by them.
    function test_keyboardIsNamed() {
        start("en");
        tap("score3");
        onPage("listPage");
        tap("writeComment");
        onPage("commentPage");
        tryVerify(() => maybe("keyboard"));
        tryVerify(() => Bench.accessibleTree(kiosk).some(one => one.name === "New line"));
        const keys = Bench.accessibleTree(kiosk).filter(one => one.role === "Button");
        for (const name of ["Space", "Capital letters", "New line", "Delete", "Letters or signs",
                ".", "Q"])
            verify(keys.some(one => one.name === name), name);
        for (const key of keys)
            verify(key.name.length > 0);
        for (const name of ["Q", "w", "Space", "e", "Delete"])
            verify(Bench.pressAccessible(kiosk, name), name);
        tryVerify(() => find("commentField").text === "Qw ", 2000, find("commentField").text);
    }

    // A key of the on-screen keyboard goes on by itself while it is held, but not for who asked for
    // easier use.
    function test_eraseKeyDoesNotHurry() {
        start("en");
        Ease.larger = true;
        tap("score3");
        onPage("listPage");
        tap("writeComment");
        onPage("commentPage");
        tryVerify(() => maybe("keyboard"));
        const erase = () => all(item => item.key === Qt.Key_Backspace && item.keyType !== undefined)[0];
        tryVerify(() => erase());
        compare(erase().repeat, false);
        Ease.larger = false;
        compare(erase().repeat, true);
    }

    function test_keysKeepThePageOpen() {
        start("en");
        tap("score3");
        onPage("listPage");
        for (let i = 0; i < 5; ++i) {
            Bench.advance(10000);
            keyClick(Qt.Key_Tab);
        }
        verify(!survey.warning);
    }
}
