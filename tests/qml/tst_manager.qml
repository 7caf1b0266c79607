import QtQuick
import QtTest
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

    function enter() {
        corner(5);
        onPage("pinPage");
        type("2468");
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
        compare(headline("tabletFigures"), "12");
        compare(headline("storeFigures"), "");
        Bench.setStoreAnswers(30, 10, 12);
        const rough = headline("storeFigures");
        verify(rough.includes(manager.store.lowText) && rough.includes(manager.store.highText));
        verify(!rough.includes(manager.store.npsText));
        Bench.setStoreAnswers(60, 20, 20);
        verify(headline("storeFigures").includes("+40"));
        tap("period0");
        compare(manager.period, ManagerModel.Today);
        tap("period3");
        compare(manager.period, ManagerModel.All);
    }

    function test_languageAndClose() {
        start("en");
        enter();
        tap("managerLang_fa");
        tryCompare(manager, "language", "fa");
        verify(all(item => item.text === "این تبلت").length === 1);
        tap("closeManager");
        onPage("restingPage");
        compare(survey.language, "en");
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
