import QtQuick
import QtTest
import Vouch.Kiosk
import Vouch.Test

// Every type of question as a page of its own, answered by touch; what was touched is what is kept.
KioskCase {
    id: test

    name: "Pages"

    function test_everyType_data() {
        return languages.map(language => ({
            tag: language,
            language: language
        }));
    }

    function test_everyType(row) {
        start(row.language, Qt.size(1280, 800), {
            checklist: everyPage,
            contact: true
        });
        const seen = [];
        let other = "";
        walkEveryPage(page => {
            seen.push(page);
            if (page === "choicePage")
                other = all(item => item.objectName.startsWith("choice_"))[0].objectName.slice(7);
            if (page === "listPage") {
                verify(find("choice_staff").picked);
                verify(!find("choice_stock").picked);
            }
            if (page === "numberPage")
                verify(find("typed").text.includes(survey.number));
        }, 2);
        verify(survey.erasureText.length > 0);
        compare(find("erasure").text, survey.erasureText);
        verify(!maybe("thanks"), "a stray tap does not end it");
        tap("thanksDone");
        onPage("restingPage");
        compare(seen.length, 12);
        const record = Bench.records()[0];
        compare(record.state, "completed");
        compare(record.recommend, 2);
        compare(record.satisfaction, 4);
        compare(record.points, ["staff", "prices"]);
        compare(record.competitor, other);
        compare(record.again, true);
        compare(record.times, -12);
        compare(record.why, "ok");
        compare(record.language, row.language);
    }

    function test_optionalPagesAreSkipped() {
        start("en", Qt.size(1280, 800), {
            checklist: everyPage,
            contact: true
        });
        tap("score8");
        for (const page of ["scalePage", "listPage", "choicePage", "yesNoPage", "numberPage",
                "textPage"]) {
            onPage(page);
            verify(find("progress").text.length > 0);
            tap("done");
        }
        onPage("consentPage");
        tap("consentNo");
        finishThanks();
        const record = Bench.records()[0];
        compare(record.recommend, 8);
        compare(record.again, undefined);
        compare(record.times, undefined);
    }

    function test_backKeepsEveryAnswer() {
        start("fa", Qt.size(800, 1280), {
            checklist: everyPage,
            contact: true
        });
        walkEveryPage(page => {
            if (page !== "consentPage")
                return;
            tap("back");
            onPage("textPage");
            compare(find("commentField").text, "ok");
            tap("back");
            onPage("numberPage");
            compare(find("typed").text, "\u2066" + survey.number + "\u2069");
            tap("back");
            onPage("yesNoPage");
            verify(find("yes").picked);
            verify(!find("no").picked);
            tap("back");
            onPage("choicePage");
            compare(all(item => item.objectName.startsWith("choice_") && item.picked).length, 1);
            for (const next of ["yesNoPage", "numberPage", "textPage", "consentPage"]) {
                tap("done");
                onPage(next);
            }
        });
    }

    function test_invitation() {
        start("en", Qt.size(1280, 800), {
            invitation: true
        });
        onPage("invitationPage");
        verify(!maybe("score0"));
        tap("begin");
        onPage("scalePage");
        tap("score6");
        onPage("listPage");
        compare(Bench.openScore(), 6);
    }

    // The number of a shopper in Persian is typed in its own digits.
    function test_keypad_data() {
        return [
            {
                tag: "fa",
                language: "fa",
                five: "۵"
            },
            {
                tag: "ta",
                language: "ta",
                five: "5"
            },
            {
                tag: "ar",
                language: "ar",
                zone: "Africa/Cairo",
                five: "٥"
            }
        ];
    }

    function test_keypad(row) {
        start(row.language, Qt.size(1280, 800), {
            checklist: everyPage,
            zone: row.zone ?? ""
        });
        tap("score9");
        for (const page of ["scalePage", "listPage", "choicePage", "yesNoPage"]) {
            onPage(page);
            tap("done");
        }
        onPage("numberPage");
        compare(find("key5").text, row.five);
        // As on a telephone, in every direction of writing.
        verify(place(find("key1")).x < place(find("key3")).x);
        verify(place(find("key1")).y < place(find("key7")).y);
        tap("key5");
        tap("key5");
        compare(survey.number, row.five + row.five);
        tap("keyDelete");
        compare(survey.number, row.five);
        tap("key9");
        tap("key9");
        tap("done");
        onPage("textPage");
        tap("back");
        onPage("numberPage");
    }

    // Offered to who was not satisfied, on thanks, and nothing is chosen beforehand.
    function test_contactOffered() {
        start("en", Qt.size(1280, 800), {
            checklist: "resources/checklists/checkout-csat.json",
            contact: true
        });
        tap("score1");
        onPage("listPage");
        tap("done");
        onPage("thanksPage");
        const yes = find("consentYes");
        const no = find("consentNo");
        compare(place(yes).width, place(no).width);
        compare(place(yes).height, place(no).height);
        compare(yes.kind, no.kind);
        verify(find("consent").text.includes("Vouch Demo"));
        tap("consentYes");
        onPage("phonePage");
        tapAll(["key1", "confirm"]);
        tryVerify(() => maybe("problem"));
        tapAll(["keyDelete", "keySign"].concat("4915112345678".split("").map(d => "key" + d)));
        tap("confirm");
        onPage("thanksPage");
        verify(survey.erasureText.length > 0);
        tap("thanksDone");
        onPage("restingPage");
        const record = Bench.records()[0];
        verify(!JSON.stringify(record).includes("15112345678"));
    }

    function test_contactNotOffered() {
        start("en", Qt.size(1280, 800), {
            checklist: "resources/checklists/checkout-csat.json",
            contact: true
        });
        tap("score5");
        onPage("listPage");
        tap("done");
        onPage("thanksPage");
        verify(!maybe("consentYes"));
        finishThanks();
    }
}
