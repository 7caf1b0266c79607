import QtQuick
import QtTest
import Vouch.Components
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

    TextMetrics {
        id: metrics
    }

    // What a page that scrolls shows only in part.
    function scrolled(item) {
        for (let above = item.parent; above; above = above.parent)
            if (above.objectName === "scroll")
                return above.interactive;
        return false;
    }

    function unbroken(item) {
        if (item.language === undefined)
            return true;
        metrics.font = item.font;
        return item.text.split(/[ \n\u200c-]/).every(word => {
            metrics.text = word;
            return metrics.advanceWidth <= item.width - item.leftPadding + 1;
        });
    }

    function look(page) {
        settle();
        wait(20);
        const cover = maybe("warningCard") ?? maybe("languageSheet") ?? maybe("easeSheet")
            ?? maybe("pinPage") ?? maybe("managerView");
        const texts = all(isText, cover ?? kiosk.contentItem)
            .filter(item => item.topPadding !== undefined);
        verify(texts.length > 0);
        for (const item of texts) {
            const what = page + ": " + item.text;
            verify(!item.truncated, what);
            verify(inside(item) || scrolled(item), what + " leaves the window");
            verify(item.contentWidth <= item.width + 1, what + " is too wide");
            // The frames of Qt's keys are larger than their letters.
            verify(item.language === undefined || item.contentHeight + item.topPadding
                + item.bottomPadding <= item.height + 1, what + " is too high");
            verify(unbroken(item), what + " is broken in a word");
        }
        const own = texts.filter(item => item.language !== undefined && !scrolled(item));
        for (let i = 0; i < own.length; ++i)
            for (let j = 0; j < i; ++j)
                verify(!meet(inked(own[i]), inked(own[j])),
                    page + ": " + own[i].text + " lies on " + own[j].text);
        const touched = all(item => item.tapped !== undefined && item.spoiled !== undefined);
        for (const item of touched) {
            const what = page + ": " + (item.objectName || item.name);
            verify(inside(item) || scrolled(item), what + " leaves the window");
            verify(item.width >= 48 && item.height >= 48, what + " is small");
            verify(item.name.length > 0 || item.objectName === "managerCorner"
                || item.objectName.startsWith("scroll"), what);
        }
        if (!cover)
            apart(page, touched.filter(item => !scrolled(item)
                && !["managerCorner", "thanks", "outside"].includes(item.objectName)));
        verify(Ease.larger || Ease.lower || !all(item => item.objectName === "scroll")
            .some(item => item.interactive), page + " has to be scrolled");
    }

    // No control lies on another.
    function apart(page, touched) {
        for (let i = 0; i < touched.length; ++i)
            for (let j = 0; j < i; ++j)
                verify(!meet(box(touched[i]), box(touched[j])),
                    page + ": " + touched[i].objectName + " lies on " + touched[j].objectName);
    }

    function box(item) {
        const at = place(item);
        return Qt.rect(at.x, at.y, at.width, at.height);
    }

    // The longest words and the tallest letters at every size, the others at the usual one.
    function each() {
        const extreme = ["de", "ta", "fa", "ru", "ar", "hi"];
        return languages.map(language => ({
            tag: language,
            language: language,
            sizes: extreme.includes(language) ? sizes : [sizes[0]],
            ease: language === "de" ? ["larger", "lower"]
                : ["ta", "fa"].includes(language) ? ["larger"] : []
        }));
    }

    function lookAtAll(row, page) {
        for (const size of row.sizes) {
            resize(size);
            look(page + " " + size);
        }
        for (const ease of row.ease) {
            Ease[ease] = true;
            for (const size of row.sizes.slice(0, 3)) {
                resize(size);
                wait(0);
                look(page + " " + ease + " " + size);
            }
            Ease[ease] = false;
        }
        resize(row.sizes[0]);
    }

    function test_everyPage_data() {
        return each();
    }

    function test_everyPage(row) {
        start(row.language, row.sizes[0], {
            checklist: everyPage,
            contact: true
        });
        walkEveryPage(page => lookAtAll(row, page));
    }

    function test_overlays_data() {
        return each();
    }

    function test_overlays(row) {
        start(row.language, row.sizes[0], {
            checklist: "resources/checklists/checkout-csat.json",
            contact: true
        });
        tap("languages");
        onPage("languageSheet");
        lookAtAll(row, "languages");
        tap("closeSheet");
        tryVerify(() => !maybe("languageSheet"));
        tap("ease");
        onPage("easeSheet");
        lookAtAll(row, "ease");
        tap("closeSheet");
        tap("score1");
        onPage("listPage");
        lookAtAll(row, "list");
        Bench.advance(30000);
        onPage("warningCard");
        lookAtAll(row, "warning");
        tap("moreTime");
        tap("done");
        onPage("thanksPage");
        lookAtAll(row, "thanks with an offer");
    }

    function test_invitation_data() {
        return each();
    }

    function test_invitation(row) {
        start(row.language, row.sizes[0], {
            invitation: true
        });
        lookAtAll(row, "invitation");
    }

    function test_managersPages_data() {
        return ["en", "de", "ta", "fa"].reduce((rows, language) => rows.concat(sizes.map(size => ({
            tag: language + " " + size.width + "x" + size.height,
            language: language,
            size: size
        }))), []);
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
