import QtQuick
import QtTest
import Vouch.Components
import Vouch.Test

// What every page test shares: the shipped window over real models, and touches as a finger makes
// them. Each test function begins with start().
TestCase {
    id: test

    property var kiosk: null
    property var survey: null
    property var manager: null

    readonly property var languages: ["en", "fa", "ta", "ru"]
    readonly property var sizes: [
        Qt.size(1280, 800), Qt.size(800, 1280), Qt.size(1024, 600), Qt.size(1920, 1080),
        Qt.size(1080, 1920)
    ]

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
    }

    function start(language, size, more) {
        if (kiosk)
            cleanup();
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

    // Until touches are taken again after a page was turned, and nothing moves.
    function settle() {
        tryVerify(() => !Touches.held);
        tryVerify(() => (maybe("page")?.opacity ?? 1) === 1);
    }

    function all(accept, from) {
        const found = [];
        const look = item => {
            if (!item.visible)
                return;
            if (accept(item))
                found.push(item);
            for (let i = 0; i < item.children.length; ++i)
                look(item.children[i]);
        };
        look(from ?? kiosk.contentItem);
        return found;
    }

    function maybe(name) {
        return all(item => item.objectName === name)[0] ?? null;
    }

    function find(name) {
        const item = maybe(name);
        verify(item, name + " is not on the screen");
        return item;
    }

    function press(item) {
        const finger = touchEvent(item);
        finger.press(1, item, item.width / 2, item.height / 2);
        finger.commit();
        return finger;
    }

    function tapItem(item) {
        press(item).release(1, item, item.width / 2, item.height / 2).commit();
    }

    // A touch in the middle of what is called so, as soon as the page takes touches.
    function tap(name) {
        settle();
        tapItem(find(name));
    }

    function onPage(name) {
        tryVerify(() => maybe(name) !== null, 2000, name + " did not come");
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

    function finishThanks() {
        onPage("thanks");
        tap("thanks");
        onPage("restingPage");
        Bench.advance(1000);
    }
}
