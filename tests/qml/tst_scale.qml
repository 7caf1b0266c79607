import QtQuick
import QtTest
import Vouch.Components
import Vouch.Kiosk
import Vouch.Test

// The resting page: a number under the finger is the number in the record, and nothing else is an
// answer.
KioskCase {
    id: test

    name: "Scale"

    function each() {
        return languages.map(language => ({
            tag: language,
            language: language
        }));
    }

    function test_everyNumberInItsPlace_data() {
        return each();
    }

    function test_everyNumberInItsPlace(row) {
        start(row.language);
        for (let value = 0; value <= 10; ++value) {
            tap("score" + value);
            onPage("listPage");
            compare(Bench.openScore(), value);
            tap("startAgain");
            onPage("restingPage");
            Bench.advance(1000);
        }
        const records = Bench.records();
        compare(records.map(record => record.score), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        compare(records.map(record => record.recommend), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        verify(records.every(record => record.language === row.language
            && record.state === "abandoned" && record.kind === "survey"));
    }

    function test_oneRowAllAlike_data() {
        return ["en", "fa", "ta", "ar", "hi"].map(language => ({
            tag: language,
            language: language
        }));
    }

    function test_oneRowAllAlike(row) {
        start(row.language);
        for (const size of sizes) {
            resize(size);
            alike(row.language);
        }
    }

    function alike(language) {
        const boxes = [];
        for (let value = 0; value <= 10; ++value) {
            const number = find("score" + value);
            const box = place(number);
            verify(inside(number));
            verify(box.width >= 48 && box.height >= 48, box.width + "x" + box.height);
            boxes.push(box);
        }
        for (const box of boxes) {
            compare(box.y, boxes[0].y);
            compare(box.width, boxes[0].width);
            compare(box.height, boxes[0].height);
        }
        const forward = !["fa", "ar"].includes(language);
        for (let value = 1; value <= 10; ++value)
            verify(forward ? boxes[value].x > boxes[value - 1].x + boxes[value - 1].width
                           : boxes[value].x + boxes[value].width < boxes[value - 1].x);
    }

    function test_persianDigitsAndEnds() {
        start("fa");
        const texts = all(item => item.font !== undefined && item.text !== undefined)
            .map(item => item.text);
        for (const digit of ["۰", "۵", "۱۰"])
            verify(texts.includes(digit));
        verify(!texts.includes("5"));
        const low = all(item => item.text === survey.lowLabel)[0];
        verify(place(low).x + place(low).width > kiosk.width * 0.9);
        verify(place(find("score0")).x > place(find("score10")).x);
    }

    function test_strayTouches() {
        start("en");
        const three = find("score3");
        const seven = find("score7");
        const middle = three.width / 2;

        touch(three).move(1, three, middle, -80).commit()
            .release(1, three, middle, -80).commit();
        compare(survey.page, SurveyModel.Resting, "off the button");
        touch(three).move(1, three, middle + 28, three.height / 2).commit()
            .release(1, three, middle + 28, three.height / 2).commit();
        compare(survey.page, SurveyModel.Resting, "along the button");
        touch(three).move(1, seven, middle, 20).commit().release(1, seven, middle, 20).commit();
        compare(survey.page, SurveyModel.Resting, "to another button");
        const finger = touch(three);
        tryCompare(three, "pressed", true);
        finger.move(1, three, middle, three.height - 4).commit();
        tryCompare(three, "pressed", false);
        finger.move(1, three, middle, three.height / 2).commit()
            .release(1, three, middle, three.height / 2).commit();
        compare(survey.page, SurveyModel.Resting, "away and back again");
    }

    function test_twoFingers() {
        start("en");
        const three = find("score3");
        const seven = find("score7");
        const middle = three.width / 2;

        const two = touchEvent(three);
        two.press(1, three, middle, 40).commit();
        two.stationary(1).press(2, seven, middle, 40).commit();
        two.release(1, three, middle, 40).stationary(2).commit();
        two.release(2, seven, middle, 40).commit();
        compare(survey.page, SurveyModel.Resting);

        const palm = touchEvent(three);
        palm.press(1, kiosk.contentItem, 20, kiosk.height - 20).commit();
        palm.stationary(1).press(2, seven, middle, 40).commit();
        palm.stationary(1).release(2, seven, middle, 40).commit();
        palm.release(1, kiosk.contentItem, 20, kiosk.height - 20).commit();

        compare(survey.page, SurveyModel.Resting);
        compare(Bench.openScore(), -1);
        compare(Touches.count, 0);
        tap("score3");
        onPage("listPage");
        compare(Bench.openScore(), 3);
    }

    // The gap between two numbers is no dead place, and each half of it is its number's.
    function test_gapsAreTheirNumbers_data() {
        return ["en", "fa"].map(language => ({
            tag: language,
            language: language
        }));
    }

    function test_gapsAreTheirNumbers(row) {
        start(row.language);
        const touched = [];
        for (let value = 0; value < 10; ++value) {
            settle();
            Bench.drawn(kiosk);
            const one = place(find("score" + value));
            const next = place(find("score" + (value + 1)));
            const [left, right] = one.x < next.x ? [one, next] : [next, one];
            const edges = [left.x + left.width, right.x];
            verify(edges[1] - edges[0] >= 4);
            const middle = (edges[0] + edges[1]) / 2;
            const x = value % 2 ? (left === one ? edges[0] : edges[1])
                                : (left === one ? Math.ceil(middle) - 1 : Math.floor(middle) + 1);
            const y = one.y + one.height / 2;
            touchEvent(kiosk.contentItem).press(1, kiosk.contentItem, x, y).commit()
                .release(1, kiosk.contentItem, x, y).commit();
            onPage("listPage");
            touched.push(Bench.openScore());
            tap("startAgain");
            onPage("restingPage");
            Bench.advance(1000);
        }
        compare(touched, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        compare(Bench.records().map(record => record.score), touched);
    }

    function test_doubleTapPicksNothing() {
        start("en", undefined, {
            hold: 250
        });
        tapItem(find("score9"));
        compare(survey.page, SurveyModel.List);
        for (const tile of all(item => item.objectName.startsWith("choice_")))
            tapItem(tile);
        compare(survey.pickedCount, 0);
    }

    function test_aShiveringFingerIsAnAnswer() {
        start("en");
        const nine = find("score9");
        touch(nine).move(1, nine, nine.width / 2 + 9, nine.height / 2 - 6).commit()
            .release(1, nine, nine.width / 2 + 9, nine.height / 2 - 6).commit();
        onPage("listPage");
        compare(Bench.openScore(), 9);
    }

    function test_languageIsPicked() {
        start("en");
        for (const language of languages) {
            if (!maybe("lang_" + language)) {
                tap("languages");
                onPage("languageSheet");
                tap("sheet_" + language);
                tryVerify(() => !maybe("languageSheet"));
            } else {
                tap("lang_" + language);
            }
            tryCompare(survey, "language", language);
            verify(find("lang_" + language));
        }
        tap("lang_ta");
        tap("score10");
        onPage("listPage");
        tap("done");
        finishThanks();
        compare(Bench.records()[0].language, "ta");
        compare(survey.language, "en");
    }

    // Every point of every scale: the place on the screen, touched, is the value in the record.
    function test_everyScale_data() {
        return languages.map(language => ({
            tag: language,
            language: language
        }));
    }

    function test_everyScale(row) {
        const scales = {
            "one-to-seven": [1, 7],
            balance: [-5, 5],
            temperature: [0, 20],
            "yes-or-no": [0, 1]
        };
        start(row.language, Qt.size(800, 1280), {
            checklist: "tests/qml/data/scales.json"
        });
        tap("score5");
        onPage("scalePage");
        const rightToLeft = ["fa", "ar"].includes(row.language);
        for (const code in scales) {
            const [least, most] = scales[code];
            const chosen = row.language < "f" ? least : most;
            let before = null;
            for (let value = least; value <= most; ++value) {
                const box = place(find("score" + value));
                verify(inside(find("score" + value)));
                verify(box.width >= 48 && box.height >= 48);
                if (before) {
                    compare(box.width, before.width);
                    compare(box.height, before.height);
                    verify(box.y > before.y || (rightToLeft ? box.x < before.x : box.x > before.x));
                }
                before = box;
            }
            const key = survey.pageKey;
            tap("score" + chosen);
            tryVerify(() => survey.pageKey !== key);
            settle();
        }
        finishThanks();
        const record = Bench.records()[0];
        for (const code in scales)
            compare(record[code], scales[code][row.language < "f" ? 0 : 1], code);
        compare(record.recommend, 5);
    }

    // Shown again, no number is marked; what was answered is said in words.
    function test_formerAnswerInWordsOnly() {
        start("en");
        tap("score7");
        onPage("listPage");
        tap("back");
        onPage("scalePage");
        compare(find("hint").text, "Your answer: 7");
        const image = grabImage(kiosk.contentItem);
        const corner = value => {
            const box = place(find("score" + value));
            return image.pixel(box.x + 8, box.y + box.height / 2);
        };
        for (let value = 0; value <= 10; ++value)
            compare(corner(value), corner(0));
        for (const thing of Bench.accessibleTree(kiosk))
            verify(!thing.checked, thing.name);
    }

    // Twice the text: still one row where it fits, else two that break after the five.
    function test_largerText() {
        start("en");
        Ease.larger = true;
        for (const size of sizes) {
            resize(size);
            const rows = new Set();
            for (let value = 0; value <= 10; ++value)
                rows.add(place(find("score" + value)).y);
            verify(rows.size <= 2);
            if (rows.size === 2) {
                verify(place(find("score5")).y < place(find("score6")).y);
                compare(place(find("score6")).x, place(find("score0")).x);
            }
        }
    }
}
