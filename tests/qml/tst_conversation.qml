import QtQuick
import QtTest
import Vouch.Kiosk
import Vouch.Test

// From the answer to thanks: the list, the comment, changing, leaving.
KioskCase {
    id: test

    name: "Conversation"
    // As in a shop.
    motion: true
    hold: 250

    function each() {
        return languages.map(language => ({
            tag: language,
            language: language
        }));
    }

    function answer(language, score) {
        start(language);
        tap("score" + score);
        onPage("listPage");
    }

    function test_branches_data() {
        return each();
    }

    function test_branches(row) {
        answer(row.language, 9);
        const liked = find("question").text;
        tap("startAgain");
        onPage("restingPage");
        Bench.advance(1000);
        tap("score8");
        onPage("listPage");
        verify(find("question").text !== liked);
        compare(all(item => item.objectName.startsWith("choice_")).length, 11);
        tap("choice_staff");
        tap("choice_queue");
        verify(find("choice_staff").picked);
        tap("choice_queue");
        verify(!find("choice_queue").picked);
        tap("choice_other");
        tap("done");
        finishThanks();
        const records = Bench.records();
        compare(records.length, 2);
        compare(records[0].state, "abandoned");
        compare(records[0].score, 9);
        compare(records[1].improve, ["staff", "other"]);
        compare(records[1].liked, undefined);
    }

    function test_doneWithNone() {
        answer("ta", 10);
        tap("done");
        finishThanks();
        const record = Bench.records()[0];
        compare(record.state, "completed");
        compare(record.score, 10);
        compare((record.liked ?? []).length, 0);
    }

    function test_threeAtMost() {
        answer("ru", 5);
        for (const code of ["staff", "queue", "prices", "stock"])
            tap("choice_" + code);
        compare(survey.pickedCount, 3);
        verify(!find("choice_stock").picked);
        tap("choice_staff");
        tap("choice_stock");
        verify(find("choice_stock").picked);
        tap("done");
        finishThanks();
        compare(Bench.records()[0].improve.length, 3);
    }

    function test_change_data() {
        return each();
    }

    function test_change(row) {
        answer(row.language, 10);
        verify(find("back").text === survey.backText);
        tap("choice_staff");
        tap("back");
        onPage("scalePage");
        tap("done");
        onPage("listPage");
        verify(find("choice_staff").picked);
        tap("back");
        onPage("scalePage");
        tap("score2");
        onPage("listPage");
        compare(Bench.openScore(), 2);
        tap("choice_prices");
        tap("done");
        finishThanks();
        const record = Bench.records()[0];
        compare(record.recommend, 2);
        compare(record.improve, ["prices"]);
        compare(record.liked, undefined);
    }

    function test_startAgainEverywhere() {
        answer("en", 1);
        tap("back");
        onPage("scalePage");
        tap("startAgain");
        onPage("restingPage");
        Bench.advance(1000);
        tap("score4");
        onPage("listPage");
        tap("writeComment");
        onPage("commentPage");
        tap("startAgain");
        onPage("restingPage");
        compare(Bench.records().map(record => record.state), ["abandoned", "abandoned"]);
        compare(Bench.records().map(record => record.score), [1, 4]);
    }

    function test_thanksEndsByItself() {
        for (const score of [0, 10]) {
            answer("en", score);
            tap("done");
            onPage("thanks");
            const texts = all(item => item.text !== undefined, find("thanksPage"));
            compare(texts.length, 1);
            compare(texts[0].text, survey.texts.thanks);
            Bench.advance(4000);
            onPage("restingPage");
        }
    }

    function test_warning_data() {
        return each();
    }

    function test_warning(row) {
        answer(row.language, 7);
        Bench.advance(15000);
        onPage("moreTime");
        compare(find("idle").text, survey.texts.idle);
        const before = find("countdown").text;
        Bench.advance(3000);
        tryVerify(() => find("countdown").text !== before);
        // What is below the warning takes no touch.
        const done = find("done");
        tapItem(done);
        compare(survey.page, SurveyModel.List);
        tap("moreTime");
        tryCompare(survey, "warning", false);
        tap("choice_staff");
        Bench.advance(15000);
        onPage("finish");
        tap("finish");
        finishThanks();
        compare(Bench.records()[0].state, "completed");
        compare(Bench.records()[0].improve, ["staff"]);
    }

    function test_leftAlone() {
        answer("fa", 3);
        tap("choice_staff");
        Bench.advance(35000);
        onPage("restingPage");
        compare(Bench.records()[0].state, "abandoned");
        compare(Bench.records()[0].improve, ["staff"]);
    }
}
