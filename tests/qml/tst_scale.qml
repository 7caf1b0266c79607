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
            tap("done");
            finishThanks();
        }
        const records = Bench.records();
        compare(records.map(record => record.score), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        compare(records.map(record => record.recommend), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        verify(records.every(record => record.language === row.language
            && record.state === "completed" && record.kind === "survey"));
    }

    function test_oneRowAllAlike_data() {
        return languages.reduce((rows, language) => rows.concat(sizes.map(size => ({
            tag: language + " " + size.width + "x" + size.height,
            language: language,
            size: size
        }))), []);
    }

    function test_oneRowAllAlike(row) {
        start(row.language, row.size);
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
        const forward = row.language !== "fa";
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

        press(three).move(1, three, middle, -80).commit()
            .release(1, three, middle, -80).commit();
        compare(survey.page, SurveyModel.Resting, "off the button");
        press(three).move(1, three, middle + 28, three.height / 2).commit()
            .release(1, three, middle + 28, three.height / 2).commit();
        compare(survey.page, SurveyModel.Resting, "along the button");
        press(three).move(1, seven, middle, 20).commit().release(1, seven, middle, 20).commit();
        compare(survey.page, SurveyModel.Resting, "to another button");
        const finger = press(three);
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

    function test_doubleTapPicksNothing() {
        start("en");
        tapItem(find("score9"));
        compare(survey.page, SurveyModel.List);
        for (const tile of all(item => item.objectName.startsWith("choice_")))
            tapItem(tile);
        compare(survey.pickedCount, 0);
    }

    function test_aShiveringFingerIsAnAnswer() {
        start("en");
        const nine = find("score9");
        press(nine).move(1, nine, nine.width / 2 + 9, nine.height / 2 - 6).commit()
            .release(1, nine, nine.width / 2 + 9, nine.height / 2 - 6).commit();
        onPage("listPage");
        compare(Bench.openScore(), 9);
    }

    function test_languageIsPicked() {
        start("en");
        for (const language of ["fa", "ta", "ru", "en"]) {
            tap("lang_" + language);
            tryCompare(survey, "language", language);
        }
        tap("lang_ta");
        tap("score10");
        onPage("listPage");
        tap("done");
        finishThanks();
        compare(Bench.records()[0].language, "ta");
        compare(survey.language, "en");
    }
}
