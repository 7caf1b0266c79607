import QtQuick
import QtQuick.VirtualKeyboard
import QtTest
import Vouch.Test

// The comment, typed on the keyboard that the shopper sees.
KioskCase {
    id: test

    name: "Comment"

    function write(language) {
        start(language);
        tap("score3");
        onPage("listPage");
        verify(!maybe("keyboard"));
        tap("writeComment");
        onPage("commentPage");
        tryVerify(() => Qt.inputMethod.visible);
        until(() => keys().length > 20);
        Bench.drawn(kiosk);
    }

    function keys() {
        return all(item => item.keyType !== undefined && item.text !== undefined
            && item.displayText !== undefined, find("keyboard"));
    }

    function typeKey(text) {
        const key = keys().find(candidate => candidate.text === text);
        verify(key, "no key for " + text);
        verify(inside(key));
        tapItem(key);
    }

    function type(texts) {
        for (const text of texts)
            typeKey(text);
    }

    function saved() {
        tap("saveComment");
        finishThanks();
        return Bench.records()[0].comment;
    }

    function test_typed_data() {
        return [
            {
                tag: "en",
                language: "en",
                keys: ["g", "o", "o", "d", " ", "o", "k"],
                text: "Good ok"
            },
            {
                tag: "fa",
                language: "fa",
                keys: ["خ", "و", "ب"],
                text: "خوب"
            },
            {
                tag: "ru",
                language: "ru",
                keys: ["т", "а", "к"],
                text: "Так"
            },
            {
                tag: "ta",
                language: "ta",
                keys: ["ந", "ன", "்", "ற", "ி", " ", "க", "ொ", "ட", "ு"],
                text: "நன்றி கொடு"
            },
            {
                tag: "ar",
                language: "ar",
                keys: ["ج", "ي", "د"],
                text: "جيد"
            },
            {
                tag: "de",
                language: "de",
                keys: ["g", "ü", "t"],
                text: "Güt"
            },
            {
                tag: "es",
                language: "es",
                keys: ["a", "ñ", "o"],
                text: "Año"
            },
            {
                tag: "fr",
                language: "fr",
                keys: ["b", "o", "n"],
                text: "Bon"
            },
            {
                tag: "hi",
                language: "hi",
                keys: ["क", "म"],
                text: "कम"
            },
            {
                tag: "tr",
                language: "tr",
                keys: ["İ", "y", "i", "ı"],
                text: "İyiı"
            }
        ];
    }

    function test_typed(row) {
        write(row.language);
        type(row.keys);
        tryCompare(find("commentField"), "text", row.text);
        compare(saved(), row.text);
    }

    function test_everyTamilLetter() {
        write("ta");
        const letters = "அஆஇஈஉஊஎஏஐஒஓஔ" + "ஃ" + "கஙசஞடணதநபமயரலவழளறனஜஷஸஹ";
        const signs = ["ா", "ி", "ீ", "ு", "ூ", "ெ", "ே", "ை", "ொ", "ோ", "ௌ", "்"];
        let expected = "";
        for (const letter of letters) {
            typeKey(letter);
            expected += letter;
        }
        for (const sign of signs) {
            typeKey("க");
            typeKey(sign);
            expected += "க" + sign;
        }
        tryCompare(find("commentField"), "text", expected);
        const field = find("commentField");
        tapItem(keys().find(key => key.keyType === QtVirtualKeyboard.BackspaceKey));
        tryCompare(field, "text", expected.slice(0, -1));
        for (const key of keys())
            verify(key.width >= 48 && key.height >= 48, key.text);
    }

    function test_nothingToChangeOrKeep() {
        for (const language of languages) {
            write(language);
            const types = keys().map(key => key.keyType);
            verify(!types.includes(QtVirtualKeyboard.HandwritingModeKey));
            const panel = find("keyboard");
            compare(all(item => item.objectName === "changeLanguageKey" && item.enabled, panel)
                .length, 0);
            compare(all(item => item.objectName === "wordCandidateView" && item.opacity > 0
                && item.count > 0, panel).length, 0);
            cleanup();
        }
    }

    function test_nextShopperSeesNothing() {
        write("en");
        type(["o", "k"]);
        tap("back");
        onPage("listPage");
        tap("writeComment");
        onPage("commentPage");
        tryCompare(find("commentField"), "text", "Ok");
        tap("startAgain");
        onPage("restingPage");
        Bench.advance(1000);
        tap("score9");
        onPage("listPage");
        tap("writeComment");
        onPage("commentPage");
        compare(find("commentField").text, "");
        compare(Bench.records()[0].comment, undefined);
    }

    function test_cursorWaitsWhereLettersBegin_data() {
        return ["en", "fa", "ar"].map(language => ({
            tag: language,
            language: language
        }));
    }

    function test_cursorWaitsWhereLettersBegin(row) {
        write(row.language);
        const field = find("commentField");
        const right = () => field.cursorRectangle.x > field.width / 2;
        until(() => right() === (row.language !== "en"));
        typeKey(row.language === "en" ? "a" : "ا");
        until(() => right() === (row.language !== "en"));
        field.text = "abc";
        until(() => !right());
        field.text = "";
        until(() => right() === (row.language !== "en"));
    }

    function test_boundedAndCounted() {
        write("en");
        const field = find("commentField");
        verify(!maybe("commentLeft"));
        field.text = "a".repeat(survey.maxCommentLength - 20);
        compare(find("commentLeft").text, "20");
        field.text = "a".repeat(survey.maxCommentLength + 5);
        compare(field.length, survey.maxCommentLength);
        compare(find("commentLeft").text, "0");
    }

    function test_warningGivesTheFieldBack() {
        write("en");
        typeKey("h");
        Bench.advance(30000);
        onPage("moreTime");
        tap("moreTime");
        tryCompare(survey, "warning", false);
        tryVerify(() => find("commentField").activeFocus);
        typeKey("i");
        tryCompare(find("commentField"), "text", "Hi");
    }
}
