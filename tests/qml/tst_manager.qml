import QtQuick
import QtTest
import Vouch.Components
import Vouch.Kiosk
import Vouch.Test

// The manager's side: the way in, the PIN, the figures, trying it, cleaning.
KioskCase {
    id: test

    name: "Manager"

    function corner(times) {
        for (let i = 0; i < times; ++i)
            tap("managerCorner");
    }

    function type(pin) {
        for (const digit of pin)
            tap("pin" + digit);
        tap("pinOk");
    }

    function enter(pin) {
        corner(5);
        onPage("pinPage");
        type(pin ?? "2468");
        tryVerify(() => maybe("managerView"));
        settle();
    }

    function test_firstStart() {
        start("en", undefined, {
            pin: false
        });
        onPage("pinPage");
        verify(!maybe("restingPage"));
        verify(!maybe("pinCancel"));
        const first = find("pinTitle").text;
        type("1357");
        tryVerify(() => find("pinTitle").text !== first);
        type("1358");
        tryCompare(manager, "pinProblem", ManagerModel.NotTheSame);
        verify(find("pinProblem").text.length > 0);
        type("1357");
        type("1357");
        tryCompare(manager, "pinNeeded", false);
        onPage("restingPage");
    }

    function test_fiveTapsInTheCorner() {
        start("en");
        corner(4);
        wait(0);
        verify(!maybe("pinPage"));
        corner(1);
        onPage("pinPage");
        tap("pinCancel");
        onPage("restingPage");
        compare(Bench.openScore(), -1);
        tap("score5");
        onPage("listPage");
        verify(!find("managerCorner").enabled);
    }

    function test_wrongPinLocksOut() {
        start("ru");
        corner(5);
        onPage("pinPage");
        for (let i = 0; i < 10 && manager.pinLockSeconds === 0; ++i) {
            type("1111");
            tryVerify(() => !manager.pinBusy
                && manager.pinProblem !== ManagerModel.NoProblem);
            verify(!maybe("managerView"));
        }
        verify(manager.pinLockSeconds > 0);
        verify(!find("pin1").enabled);
        verify(find("pinProblem").text.includes(manager.pinLockSeconds));
        Bench.advance((manager.pinLockSeconds + 1) * 1000);
        tryCompare(manager, "pinLockSeconds", 0);
        type("2468");
        tryVerify(() => maybe("managerView"));
    }

    function headline(panel) {
        return all(item => item.objectName === "headline", find(panel))[0]?.text ?? "";
    }

    function test_headlineFollowsHowMuchIsKnown() {
        start("en", undefined, {
            conversations: 12
        });
        enter();
        compare(headline("figures"), "12");
        verify(!maybe("whose0"));
        verify(find("placesNote").text.length > 0);
        Bench.setStoreAnswers(30, 10, 12);
        verify(!maybe("placesNote"));
        const rough = headline("figures");
        verify(rough.includes(manager.store.lowText) && rough.includes(manager.store.highText));
        verify(!rough.includes(manager.store.npsText));
        Bench.setStoreAnswers(60, 20, 20);
        verify(headline("figures").includes("+40"));
        verify(texts("figures")[0].startsWith("Whole store"));
        tap("whose1");
        compare(headline("figures"), "12");
        compare(texts("figures")[0], "This tablet");
        Bench.setStoreAnswers(61, 20, 20);
        compare(headline("figures"), "12"); // it stays as chosen
        tap("whose0");
        verify(headline("figures").includes("+41"));
        tap("period0");
        compare(manager.period, ManagerModel.Today);
        tap("period3");
        compare(manager.period, ManagerModel.All);
    }

    function texts(panel) {
        return all(item => item.text !== undefined && item.lineCount !== undefined, find(panel))
            .map(item => item.text);
    }

    function test_changeIsSaidInWords() {
        start("en");
        Bench.answerDaily(61, 5, 5);
        enter();
        compare(find("change").text, "No clear change from the 30 days before");
        verify(!maybe("changeNumbers"));
        verify(find("today").text.startsWith("Today so far: 5 (usually "));
        tap("period1");
        compare(find("change").text, "No clear change from the 7 days before");
        tap("period0");
        verify(find("change").text.startsWith("Answers on such a day until now: "));
        verify(!maybe("today"));
        tap("period3");
        verify(!maybe("change"));
    }

    function test_targetIsNamed() {
        start("en");
        Bench.answerDaily(40, 4, 2);
        enter();
        verify(!maybe("target"));
        Bench.setTarget(90);
        compare(find("target").text, "Below the target of \u2066+90\u2069");
    }

    // Without a touch, from the answer to the figures on the screen.
    function test_figuresAreLive() {
        start("en");
        Bench.answerDaily(3, 5, 4);
        enter();
        compare(headline("figures"), "15");
        Bench.answerDaily(1, 1, 1);
        compare(headline("figures"), "16");
    }

    function test_commentsAreOneTapDeeper_data() {
        return sizes.map(size => ({ tag: size.width + "x" + size.height, size: size }));
    }

    function test_commentsAreOneTapDeeper(row) {
        start("en", row.size);
        Bench.addComment(3, "Call 0151 2345678");
        Bench.addComment(9, "Lovely");
        enter();
        verify(!maybe("comment"));
        tap("showComments");
        onPage("commentsPanel");
        verify(!maybe("comment"));
        verify(find("heldBack").text.endsWith("2"));
        Bench.addComment(9, "Fine");
        if (!manager.open) // the minute is over
            enter();
        if (!maybe("commentsPanel"))
            tap("showComments");
        onPage("commentsPanel");
        const said = all(item => item.objectName === "comment").map(item => item.text).sort();
        compare(said, ["Call •••", "Fine", "Lovely"]);
        for (const item of all(item => item.objectName === "comment"))
            verify(inside(item), item.text);
        checkTree("commentsPanel");
        tap("given1");
        const answers = all(item => item.objectName === "comment").map(item => item.text);
        compare(answers, ["No reasons picked", "No reasons picked", "No reasons picked"]);
        verify(texts("commentsPanel")[0].startsWith("Single answers"));
        checkTree("commentsPanel");
        tap("showFigures");
        onPage("figures");
    }

    function test_commentsOfTheWholeStore_data() {
        const rows = [];
        for (const language of ["en", "fa", "ta"])
            for (const size of sizes)
                rows.push({
                    tag: language + " " + size.width + "x" + size.height,
                    language: language,
                    size: size
                });
        return rows;
    }

    function test_commentsOfTheWholeStore(row) {
        start(row.language, row.size);
        for (let i = 0; i < 3; i++)
            Bench.addComment(9, "of this tablet");
        enter();
        tap("showComments");
        const own = texts("commentsPanel")[0];
        compare(all(item => item.objectName === "comment").length, 3);
        Bench.setStoreLatest();
        Bench.drawn(kiosk);
        const heading = texts("commentsPanel")[0];
        verify(heading !== own && /[0-9۰-۹]{2}:[0-9۰-۹]{2}/.test(heading), heading);
        const said = all(item => item.objectName === "comment").map(item => item.text);
        compare(said.length, 5);
        compare(said[0], "Waited 20 minutes. Call me: •••");
        compare(all(item => item.objectName === "marked").length, 1);
        compare(said[4], "Too cold inside – Nobody at the exit");
        verify(/[1۱]$/.test(find("heldBack").text), find("heldBack").text);
        for (const item of all(item => item.objectName === "comment").slice(0, 2))
            verify(inside(item), item.text);
        checkTree("commentsPanel");
        tap("given1");
        compare(all(item => item.objectName === "comment").length, 2);
        verify(/[2۲]$/.test(find("heldBack").text), find("heldBack").text);
        checkTree("commentsPanel");
    }

    function test_detailsOfThisTablet_data() {
        return sizes.map(size => ({ tag: size.width + "x" + size.height, size: size }));
    }

    function test_detailsOfThisTablet(row) {
        start("en", row.size);
        Bench.answerDaily(20, 4, 2);
        enter();
        tap("showDetails");
        onPage("detailsPanel");
        verify(find("touchpoint_checkout"));
        verify(find("official").text.length > 0);
        verify(inside(find("syncState")));
        for (const item of all(item => item.text !== undefined && item.text.length > 0,
                find("detailsPanel")))
            verify(inside(item), item.text);
        checkTree("detailsPanel");
        press("showFigures");
        onPage("figures");
    }

    function test_detailsOfTheStore_data() {
        return sizes.map(size => ({ tag: size.width + "x" + size.height, size: size }));
    }

    function test_detailsOfTheStore(row) {
        start("de", row.size);
        Bench.answerDaily(20, 4, 2);
        enter();
        Bench.setStoreAnswers(130, 40, 42);
        verify(texts("figures")[0].startsWith("Ganze Filiale"));
        tap("showDetails");
        onPage("detailsPanel");
        verify(inside(find("touchpoint_exit")));
        const panel = find("detailsPanel");
        for (const name of ["tablet0", "tablet1", "tablet2"])
            verify(all(item => item.objectName === name, panel).length === 1, name);
        verify(/^\u2068till 1\u2069 – .*,.*\(212\)$/.test(texts("tablet0").join()), texts("tablet0").join());
        checkTree("detailsPanel");
        tap("whose1");
        verify(all(item => item.objectName === "tablet0", panel).length === 0);
        verify(find("touchpoint_checkout"));
    }

    function within(box, room) {
        return box.x >= room.x - 1 && box.x + box.width <= room.x + room.width + 1
            && box.y >= room.y - 1 && box.y + box.height <= room.y + room.height + 1;
    }

    function apart(box, other) {
        return box.x + box.width <= other.x || other.x + other.width <= box.x
            || box.y + box.height <= other.y || other.y + other.height <= box.y;
    }

    // Nothing on the board is cut or lies on anything else.
    function test_boardFits_data() {
        const rows = [];
        for (const language of ["en", "de", "fa", "ta", "ru"])
            for (const size of sizes)
                rows.push({
                    tag: language + " " + size.width + "x" + size.height,
                    language: language,
                    size: size
                });
        return rows;
    }

    function test_boardFits(row) {
        start(row.language, row.size);
        Bench.answerDaily(60, 3, 2);
        Bench.answerMarked();
        Bench.setTarget(90);
        enter();
        compare(manager.tablet.marks.length, 3);
        boardFits("the store unknown");
        Bench.setStoreAnswers(130, 40, 42);
        boardFits("the whole store");
        tap("whose1");
        boardFits("this tablet");
    }

    function boardFits(of) {
        Bench.drawn(kiosk);
        const panels = ["figures", "places", "marks", "reasonsLiked", "reasonsImprove", "hours"];
        for (const name of panels) {
            const panel = find(name);
            const room = place(panel);
            verify(inside(panel), name + " of " + of);
            for (const item of all(item => item.text !== undefined && item.text.length > 0, panel)) {
                const box = place(item);
                verify(within(box, room), `${of}, ${name}: ${item.text} ${box} in ${room}`);
            }
            verify(all(item => item.objectName === "scrollDown", panel).length === 0,
                `${of}: all of ${name} is shown`);
            for (const other of panels.slice(0, panels.indexOf(name)))
                verify(apart(room, place(find(other))), `${of}: ${name} lies on ${other}`);
        }
        const value = headline("figures");
        verify(value.length > 0, of);
        for (const [name, reasons] of [["reasonsLiked", manager.store.reasonsLiked],
                ["reasonsImprove", manager.store.reasonsImprove]]) {
            const shown = all(item => item.objectName === "reason", find(name)).length;
            verify(of !== "the whole store" || shown >= 3, `${name}: ${shown} of ${reasons.length}`);
        }
        verify(find("withoutMarked") && find("mark_closed_hours"), of);
        for (const chart of all(item => item.objectName === "histogram"))
            verify(chart.height >= 75 * Theme.unit, `${of}: a histogram of ${chart.height}`);
        for (const name of ["showComments", "showDetails", "closeManager"])
            verify(inside(find(name)), name);
    }

    // As the shopper's are.
    function test_arabicDigitsOfTheCountry_data() {
        return [{
                tag: "Egypt",
                zone: "Africa/Cairo",
                five: "٥"
            }, {
                tag: "Morocco",
                zone: "Africa/Casablanca",
                five: "5"
            }];
    }

    function test_arabicDigitsOfTheCountry(row) {
        start("ar", undefined, {
            conversations: 5,
            zone: row.zone
        });
        corner(5);
        onPage("pinPage");
        compare(find("pin5").text, row.five);
        compare(survey.digits[5], row.five);
        type("2468");
        tryVerify(() => maybe("managerView"));
        compare(headline("figures"), row.five);
        Bench.setStoreAnswers(60, 20, 20);
        const texts = all(item => item.text !== undefined && item.lineCount !== undefined)
            .map(item => item.text).join();
        compare(/[0-9]/.test(texts.replace(/till [0-9]/g, "")), row.five === "5");
        compare(/[٠-٩]/.test(texts), row.five !== "5");
    }

    function test_languageAndClose() {
        start("en");
        enter();
        tap("showLanguages");
        onPage("languagePanel");
        tap("managerLang_fa");
        tryCompare(manager, "language", "fa");
        verify(all(item => item.text === "این تبلت").length === 1);
        tap("closeManager");
        onPage("restingPage");
        compare(survey.language, "en");
    }

    function test_everyLanguageOfTheManager() {
        start("en");
        enter();
        tap("showLanguages");
        onPage("languagePanel");
        for (const language of manager.languages) {
            verify(inside(find("managerLang_" + language.code)), language.code);
            compare(find("managerLang_" + language.code).text, language.name);
        }
        tap("managerLang_en"); // the same again leads back too
        tryVerify(() => !maybe("languagePanel"));
        verify(find("figures"));
        for (const language of manager.languages) {
            tap("showLanguages");
            onPage("languagePanel");
            waitForRendering(find("languagePanel")); // its buttons have their places
            tap("managerLang_" + language.code);
            tryCompare(manager, "language", language.code);
            tryVerify(() => maybe("figures"));
            for (const name of ["startTraining", "cleanScreen", "closeManager", "showLanguages",
                    "exit"])
                verify(inside(find(name)), name + " in " + language.code);
        }
    }

    function test_rolesSeeWhatTheyMay_data() {
        return [
            { tag: "figures", pin: "1212", shown: [], hidden: ["exit", "showDevice"] },
            { tag: "exit", pin: "3434", shown: ["exit"], hidden: ["showDevice"] },
            { tag: "technician", pin: "5656", shown: ["exit", "showDevice"], hidden: [] }
        ];
    }

    function test_rolesSeeWhatTheyMay(row) {
        start("en");
        Bench.giveServerPins();
        corner(5);
        onPage("pinPage");
        type("2468"); // the tablet's own no longer opens anything
        tryCompare(manager, "pinProblem", ManagerModel.Wrong);
        type(row.pin);
        tryVerify(() => maybe("managerView"));
        settle();
        for (const name of row.shown.concat(["figures", "startTraining", "cleanScreen"]))
            verify(inside(find(name)), name);
        for (const name of row.hidden)
            verify(!maybe(name), name);
    }

    function test_theServersPinsEndTheSetUp() {
        start("en", undefined, {
            pin: false
        });
        onPage("pinPage");
        Bench.giveServerPins();
        onPage("restingPage");
        enter("1212");
    }

    function test_technicianReadsTheDevice_data() {
        return sizes.map(size => ({ tag: size.width + "x" + size.height, size: size }));
    }

    function test_technicianReadsTheDevice(row) {
        start("en", row.size);
        Bench.giveServerPins();
        Bench.tellDevice();
        enter("5656");
        tap("showDevice");
        onPage("devicePanel");
        verify(!maybe("figures"));
        const said = all(item => item.text !== undefined, find("devicePanel"))
            .map(item => item.text);
        for (const text of ["01930ca1-0000-7000-8000-000000000001", "https://vouch.example.com",
                "checkout-nps 3", "from the server", "resting", "\"invitation\""])
            verify(said.includes(text), text);
        compare(said.filter(text => text === "default").length, manager.device.settings.length - 1);
        verify(find("deviceProblem").text.includes("burst_checks"));
        for (const item of all(item => item.text !== undefined && item.text.length > 0,
                find("devicePanel")))
            verify(inside(item), item.text);
        tap("showDevice");
        verify(find("figures"));
    }

    function test_technicianReadsWhatWasRefused_data() {
        return [Qt.size(1280, 800), Qt.size(1024, 600), Qt.size(800, 1280)].map(size => ({
            tag: size.width + "x" + size.height,
            size: size
        }));
    }

    function test_technicianReadsWhatWasRefused(row) {
        start("en", row.size, {
            conversations: 3
        });
        Bench.giveServerPins();
        Bench.tellDevice();
        Bench.refuseOldest("store-unknown", "There is no store s1.");
        Bench.refuseOldest("store-unknown", "There is no store s1.");
        Bench.refuseOldest("body-malformed", "This is no JSON.");
        enter("5656");
        tap("showDevice");
        onPage("devicePanel");
        compare(find("refusal_store-unknown").text, "2 × store-unknown: There is no store s1.");
        verify(find("refusal_body-malformed").text.startsWith("1 ×"));
        verify(!maybe("refusedPanel"));
        verify(inside(find("listRefused")));
        press("listRefused");
        onPage("refusedPanel");
        const each = all(item => item.objectName.startsWith("refused_"));
        compare(each.length, 3);
        verify(inside(each[0]));
        checkTree("refusedPanel");
        press("listRefused");
        verify(!maybe("refusedPanel"));
    }

    // Staff's pages as assistive technology meets them.
    function test_staffsTree_data() {
        return ["en", "fa", "hi"].map(language => ({ tag: language, language: language }));
    }

    function test_staffsTree(row) {
        start(row.language, undefined, {
            conversations: 12
        });
        Bench.giveServerPins();
        Bench.tellDevice();
        corner(5);
        onPage("pinPage");
        checkTree("pinPage");
        type("1111");
        tryCompare(manager, "pinProblem", ManagerModel.Wrong);
        verify(Bench.accessibleTree(kiosk).some(one => one.role === "AlertMessage"
            && one.name === find("pinProblem").text));
        type("5656");
        tryVerify(() => maybe("managerView"));
        checkTree("figures");
        tap("showDevice");
        onPage("devicePanel");
        checkTree("devicePanel");
        tap("showLanguages");
        onPage("languagePanel");
        checkTree("languagePanel");
        tap("closeManager");
        onPage("restingPage");
    }

    // The corner's other half: five times End, at rest only, and then the PIN by its digits.
    function test_wayInByKeys() {
        start("en");
        for (let i = 0; i < 4; ++i)
            keyClick(Qt.Key_End);
        Bench.holdKey(kiosk, Qt.Key_Home, "", 1);
        wait(0);
        verify(!maybe("pinPage"));
        keyClick(Qt.Key_End);
        onPage("pinPage");
        keyClick(Qt.Key_Escape);
        onPage("restingPage");
        Bench.holdKey(kiosk, Qt.Key_End, "", 20);
        wait(0);
        verify(!maybe("pinPage"), "a key that is held down is one");
        for (let i = 0; i < 4; ++i)
            keyClick(Qt.Key_End);
        onPage("pinPage");
        for (const digit of [1, 1, 1, 1, 5])
            keyClick(Qt.Key_0 + digit);
        keyClick(Qt.Key_Backspace);
        keyClick(Qt.Key_Return);
        tryCompare(manager, "pinProblem", ManagerModel.Wrong);
        verify(!maybe("managerView"));
        for (const digit of [2, 4, 6, 8])
            keyClick(Qt.Key_0 + digit);
        keyClick(Qt.Key_Return);
        tryVerify(() => maybe("managerView"));
        press("closeManager");
        onPage("restingPage");
        press("score5");
        onPage("listPage");
        for (let i = 0; i < 10; ++i)
            keyClick(Qt.Key_End);
        wait(0);
        verify(!maybe("pinPage"), "not while somebody is asked");
    }

    function test_closesUnused() {
        start("en");
        enter();
        Bench.advance(60000);
        onPage("restingPage");
    }

    function test_tryingItIsNotCounted() {
        start("en");
        enter();
        tap("startTraining");
        onPage("trainingBanner");
        tap("score2");
        onPage("listPage");
        tap("done");
        finishThanks();
        tap("endTraining");
        tryVerify(() => !maybe("trainingBanner"));
        compare(Bench.records()[0].kind, "training");
        enter();
        compare(manager.tablet.count, 0);
    }

    function test_cleaningTakesNoTouch() {
        start("en");
        enter();
        tap("cleanScreen");
        onPage("cleaning");
        tapItem(find("score4"));
        corner(5);
        compare(Bench.openScore(), -1);
        verify(!maybe("pinPage"));
        Bench.advance(30000);
        tryVerify(() => !maybe("cleaning"));
        Bench.advance(1000);
        tap("score4");
        onPage("listPage");
    }

    function test_exitAsksTwice() {
        start("en");
        enter();
        const asked = find("exit").text;
        const left = signalOf(manager);
        tap("exit");
        verify(find("exit").text !== asked);
        verify(left.valid);
        compare(left.count, 0);
        waitForRendering(find("exit"));
        tap("exit");
        compare(left.count, 1);
        left.destroy();
    }

    Component {
        id: spies

        SignalSpy {
            signalName: "exitRequested"
        }
    }

    function signalOf(model) {
        return spies.createObject(test, {
            target: model
        });
    }
}
