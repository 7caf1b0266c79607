import QtQuick
import QtTest
import Vouch.Test

// Nothing is cut, covered or too small to touch: every page, every language, every size.
KioskCase {
    id: test

    name: "Layout"

    function isText(item) {
        return item.contentHeight !== undefined && item.lineCount !== undefined
            && item.text !== undefined && item.text.length > 0;
    }

    // The box that the letters of a text fill.
    function inked(item) {
        const box = place(item);
        const width = Math.min(item.contentWidth, item.width);
        const alignment = item.effectiveHorizontalAlignment;
        const x = alignment === Text.AlignHCenter ? box.x + (box.width - width) / 2
            : alignment === Text.AlignRight ? box.x + box.width - width : box.x;
        const height = item.contentHeight + item.topPadding + item.bottomPadding;
        const y = item.verticalAlignment === Text.AlignVCenter
            ? box.y + (box.height - height) / 2 : box.y;
        return Qt.rect(x, y, width, height);
    }

    function meet(a, b) {
        const least = 2;
        return a.x + least < b.x + b.width && b.x + least < a.x + a.width
            && a.y + least < b.y + b.height && b.y + least < a.y + a.height;
    }

    function look(page) {
        settle();
        wait(0);
        const cover = maybe("warningCard") ?? maybe("pinPage") ?? maybe("managerView");
        const texts = all(isText, cover ?? kiosk.contentItem)
            .filter(item => item.topPadding !== undefined);
        verify(texts.length > 0);
        for (const item of texts) {
            const what = page + ": " + item.text;
            verify(!item.truncated, what);
            verify(inside(item), what + " leaves the window");
            verify(item.contentWidth <= item.width + 1, what + " is too wide");
            verify(item.contentHeight + item.topPadding + item.bottomPadding
                <= item.height + 1, what + " is too high");
        }
        // The frames of Qt's keys are larger than their letters.
        const own = texts.filter(item => item.language !== undefined);
        for (let i = 0; i < own.length; ++i)
            for (let j = 0; j < i; ++j)
                verify(!meet(inked(own[i]), inked(own[j])),
                    page + ": " + own[i].text + " lies on " + own[j].text);
        for (const item of all(item => item.tapped !== undefined && item.spoiled !== undefined)) {
            const what = page + ": " + (item.objectName || item.name);
            verify(inside(item), what + " leaves the window");
            verify(item.width >= 48 && item.height >= 48, what + " is small");
            verify(item.name.length > 0 || item.objectName === "managerCorner", what);
        }
    }

    function each() {
        return languages.reduce((rows, language) => rows.concat(sizes.map(size => ({
            tag: language + " " + size.width + "x" + size.height,
            language: language,
            size: size
        }))), []);
    }

    function test_shoppersPages_data() {
        return each();
    }

    function test_shoppersPages(row) {
        start(row.language, row.size);
        look("resting");
        for (const score of [3, 10]) {
            tap("score" + score);
            onPage("listPage");
            tap("choice_staff");
            look("list");
            tap("startAgain");
            onPage("restingPage");
            Bench.advance(1000);
        }
        tap("score10");
        onPage("listPage");
        tap("back");
        onPage("scalePage");
        look("changing");
        tap("done");
        onPage("listPage");
        tap("writeComment");
        onPage("commentPage");
        look("comment");
        Bench.advance(30000);
        onPage("moreTime");
        look("warning");
        tap("finish");
        onPage("thanks");
        look("thanks");
    }

    function test_managersPages_data() {
        return each();
    }

    function test_managersPages(row) {
        start(row.language, row.size, {
            conversations: 120
        });
        for (let i = 0; i < 5; ++i)
            tap("managerCorner");
        onPage("pinPage");
        look("pin");
        for (const digit of "2468")
            tap("pin" + digit);
        tap("pinOk");
        tryVerify(() => maybe("managerView"));
        look("manager, store unknown");
        Bench.setStoreAnswers(30, 10, 12);
        look("manager, rough");
        Bench.setStoreAnswers(3, 1, 2);
        look("manager, few");
        tap("startTraining");
        onPage("restingPage");
        look("training");
        tap("endTraining");
        manager.cleanScreen();
        look("cleaning");
    }
}
