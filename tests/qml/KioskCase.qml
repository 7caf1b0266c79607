import QtQuick
import QtTest
import Vouch.Components
import Vouch.Survey
import Vouch.Test

// What every page test shares: the shipped window over real models, and touches as a finger makes
// them. Each test function begins with start().
TestCase {
    id: test

    property var kiosk: null
    property var survey: null
    property var manager: null

    readonly property var languages: ["en", "fa", "ta", "ru", "ar", "de", "es", "fr", "hi", "tr"]
    readonly property var sizes: [
        Qt.size(1280, 800), Qt.size(800, 1280), Qt.size(1024, 600), Qt.size(1920, 1080),
        Qt.size(1080, 1920)
    ]

    // With every type of question; its pages in their order, each with how it is passed by touches.
    readonly property string everyPage: "tests/qml/data/every_page.json"

    // Pages that move, and how long nothing is taken after a page has turned: only where it is asked.
    property bool motion: false
    property int hold: 0

    when: windowShown

    function init() {
        // Two remarks of Qt that are no fault: a page about to go is laid out once in the next
        // language's font, and a tap that a second finger took away from its handler.
        failOnWarning(/^(?!\s*OpenType support missing|QQuickTapHandler.*is missing from current)/);
    }

    function cleanup() {
        if (kiosk)
            kiosk.destroy();
        kiosk = null;
        wait(0);
        Bench.end();
        Sheets.shown = Sheets.None;
        Ease.reset();
        FocusMark.shown = false;
    }

    function start(language, size, more) {
        if (kiosk)
            cleanup();
        Bench.setMotion(motion);
        Touches.hold = more?.hold ?? hold;
        Bench.prepare(more ?? {});
        Bench.begin(language ?? "en", more?.pin ?? true, more?.conversations ?? 0);
        survey = Bench.survey;
        manager = Bench.manager;
        const page = Qt.createComponent("qrc:/qt/qml/Vouch/Main.qml");
        compare(page.errorString(), "");
        const room = size ?? Qt.size(1280, 800);
        kiosk = page.createObject(null, {
            survey: survey,
            manager: manager,
            windowed: true,
            width: room.width,
            height: room.height
        });
        verify(kiosk);
        tryCompare(kiosk, "active", true);
        compare(kiosk.width, room.width);
        compare(kiosk.height, room.height);
        settle();
    }

    // The window as large as told, everything in its place.
    function resize(size) {
        kiosk.width = size.width;
        kiosk.height = size.height;
        until(() => Theme.window.width === size.width && Theme.window.height === size.height);
        Bench.drawn(kiosk);
        settle();
    }

    // Until touches are taken again after a page was turned, and nothing moves.
    function settle() {
        until(() => !Touches.held && (maybe("page")?.opacity ?? 1) === 1);
    }

    // As tryVerify(), which looks every 50 ms only.
    function until(condition, message) {
        for (const start = Date.now(); !condition() && Date.now() - start < 5000;)
            wait(1);
        verify(condition(), message);
    }

    function all(accept, from) {
        return below(from ?? kiosk.contentItem, accept, false);
    }

    // What is not shown too.
    function everything(accept) {
        return below(kiosk.contentItem, accept, true);
    }

    function below(from, accept, hidden) {
        const found = [];
        const look = item => {
            if (!item.visible && !hidden)
                return;
            if (accept(item))
                found.push(item);
            for (let i = 0; i < item.children.length; ++i)
                look(item.children[i]);
        };
        look(from);
        return found;
    }

    function maybe(name) {
        return Bench.visible(kiosk.contentItem, name);
    }

    function find(name) {
        const item = maybe(name);
        verify(item, name + " is not on the screen");
        return item;
    }

    function touch(item) {
        const finger = touchEvent(item);
        finger.press(1, item, item.width / 2, item.height / 2);
        finger.commit();
        return finger;
    }

    function tapItem(item) {
        touch(item).release(1, item, item.width / 2, item.height / 2).commit();
    }

    // A touch in the middle of what is called so, as soon as the page takes touches.
    function tap(name) {
        settle();
        // What the last touch changed has found its place.
        Bench.drawn(kiosk);
        tapItem(find(name));
    }

    function onPage(name) {
        until(() => maybe(name) !== null, name + " did not come");
        settle();
    }

    // Where an item's corner and far corner are in the window.
    function place(item) {
        return item.mapToItem(null, 0, 0, item.width, item.height);
    }

    function inside(item) {
        const box = place(item);
        return box.x >= -0.5 && box.y >= -0.5 && box.x + box.width <= kiosk.width + 0.5
            && box.y + box.height <= kiosk.height + 0.5;
    }

    // By keys: Tab until it is there, then the space bar.
    function walkTo(name) {
        settle();
        for (let i = 0; i < 80 && !(maybe(name)?.activeFocus ?? false); ++i)
            keyClick(Qt.Key_Tab);
        verify(find(name).activeFocus, name + " is not reached by keys");
    }

    function press(name) {
        walkTo(name);
        keyClick(Qt.Key_Space);
    }

    function tapAll(names) {
        for (const name of names)
            tap(name);
    }

    // Through every page of `everyPage`, with `visit(page)` on each.
    function walkEveryPage(visit, score) {
        visit("restingPage");
        tap("score" + (score ?? 3));
        onPage("scalePage");
        visit("scalePage");
        tap("score4");
        onPage("listPage");
        tapAll(["choice_staff", "choice_prices"]);
        visit("listPage");
        tap("writeComment");
        onPage("commentPage");
        until(() => maybe("keyboard"));
        visit("commentPage");
        tap("back");
        onPage("listPage");
        tap("done");
        onPage("choicePage");
        visit("choicePage");
        tapItem(all(item => item.objectName.startsWith("choice_"))[0]);
        onPage("yesNoPage");
        visit("yesNoPage");
        tap("yes");
        onPage("numberPage");
        tapAll(["keySign", "key1", "key2"]);
        visit("numberPage");
        tap("done");
        onPage("textPage");
        visit("textPage");
        find("commentField").text = "ok";
        tap("done");
        onPage("consentPage");
        visit("consentPage");
        tap("consentYes");
        onPage("phonePage");
        tapAll(["keySign", "key4", "key9", "confirm"]);
        visit("phonePage");
        tap("useEmail");
        onPage("emailPage");
        find("commentField").text = "someone";
        tap("confirm");
        until(() => find("hint").text === survey.contactProblem);
        visit("emailPage");
        find("commentField").text = "someone@example.org";
        tap("confirm");
        onPage("thanksPage");
        visit("thanksPage");
    }

    readonly property var controls: ["Button", "CheckBox", "RadioButton", "EditableText"]

    function tree() {
        settle();
        return Bench.accessibleTree(kiosk);
    }

    // Every control and text of the page, as assistive technology meets them.
    function checkTree(page) {
        const things = tree();
        const touched = all(item => item.tapped !== undefined && item.spoiled !== undefined
            && item.objectName !== "managerCorner" && item.objectName !== "outside"
            && !item.objectName.startsWith("scroll"));
        for (const item of touched) {
            const box = place(item);
            const thing = things.find(one => controls.includes(one.role) && one.name === item.name
                && Math.abs(one.width - box.width) <= 1);
            verify(thing, page + ": " + (item.objectName || item.name) + " is not in the tree");
            compare(thing.focusable, item.enabled, page + ": " + item.name);
            compare(thing.checkable, item.picked !== undefined
                || /^(lang|sheet|managerLang)_|^(period|whose|given)[0-9]/.test(item.objectName), page + ": " + item.name);
            if (item.picked !== undefined)
                compare(thing.checked, item.picked, page + ": " + item.name);
        }
        for (const thing of things) {
            if (controls.concat("StaticText", "Heading", "Dialog").includes(thing.role))
                verify(thing.name.length > 0, page + ": a " + thing.role + " without a name");
        }
        if (maybe("question"))
            verify(things.some(one => one.role === "Heading" && one.name === find("question").text),
                page + ": no heading");
    }

    function finishThanks() {
        onPage("thanks");
        tap("thanks");
        onPage("restingPage");
        Bench.advance(1000);
    }
}
