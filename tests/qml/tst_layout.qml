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
            return metrics.advanceWidth <= item.width - item.leftPadding - item.rightPadding + 1;
        });
    }

    // On a busy machine a frame may come late: what is wrong has to stay wrong.
    function look(page) {
        settle();
        Bench.drawn(kiosk);
        let fault = firstFault();
        for (let i = 0; i < 40 && fault.length > 0; ++i) {
            wait(50);
            fault = firstFault();
        }
        verify(fault.length === 0, page + ": " + fault);
    }

    function firstFault() {
        const items = all(() => true);
        const cover = maybe("warningCard") ?? maybe("languageSheet") ?? maybe("easeSheet")
            ?? maybe("pinPage") ?? maybe("managerView");
        const texts = (cover ? all(() => true, cover) : items)
            .filter(item => isText(item) && item.topPadding !== undefined);
        if (texts.length === 0)
            return "there is nothing to read";
        const touched = items.filter(item => item.tapped !== undefined
            && item.spoiled !== undefined);
        const own = texts.filter(item => item.language !== undefined && !scrolled(item));
        const loose = cover ? [] : touched.filter(item => !scrolled(item)
            && !["managerCorner", "thanks", "outside"].includes(item.objectName));
        const scrolls = !Ease.larger && !Ease.lower
            && items.some(item => item.objectName === "scroll" && item.interactive);
        return texts.map(textFault).concat(touched.map(touchFault)).find(fault => fault.length > 0)
            ?? lying(own, inked, item => item.text) ?? lying(loose, box, item => item.objectName)
            ?? covering(touched) ?? (scrolls ? "it has to be scrolled" : "");
    }

    function textFault(item) {
        return item.truncated ? item.text + " is cut"
            : !inside(item) && !scrolled(item) ? item.text + " leaves the window"
            : item.contentWidth > item.width + 1 ? item.text + " is too wide"
            // The frames of Qt's keys are larger than their letters.
            : item.language !== undefined && item.contentHeight + item.topPadding
                + item.bottomPadding > item.height + 1 ? item.text + " is too high"
            : !unbroken(item) ? item.text + " is broken in a word"
            : indented(item) ? item.text + " does not begin at its edge" : "";
    }

    // What balances lines leaves its room at their end.
    function indented(item) {
        const alignment = item.effectiveHorizontalAlignment;
        return item.lastAlone !== undefined && alignment !== Text.AlignHCenter
            && (alignment === Text.AlignRight ? item.rightPadding : item.leftPadding) > 0;
    }

    function touchFault(item) {
        const what = item.objectName || item.name;
        return !inside(item) && !scrolled(item) ? what + " leaves the window"
            : item.width < 48 || item.height < 48 ? what + " is small"
            : item.name.length > 0 || item.objectName === "managerCorner"
                || item.objectName.startsWith("scroll") ? "" : what + " has no name";
    }

    // Which of the items lies on another; undefined when none does.
    function lying(items, boxOf, nameOf) {
        for (let i = 0; i < items.length; ++i)
            for (let j = 0; j < i; ++j)
                if (meet(boxOf(items[i]), boxOf(items[j])))
                    return nameOf(items[i]) + " lies on " + nameOf(items[j]);
        return undefined;
    }

    // A button that scrolls stands beside what it scrolls.
    function covering(touched) {
        const over = (a, b) => box(a).x + 2 < box(b).x + b.width && box(b).x + 2 < box(a).x + a.width;
        const rolled = touched.filter(scrolled);
        return touched.some(button => button.objectName.startsWith("scroll")
            && rolled.some(item => over(button, item))) ? "a button that scrolls covers something"
                                                        : undefined;
    }

    function box(item) {
        const at = place(item);
        return Qt.rect(at.x, at.y, at.width, at.height);
    }

    // The longest words and the tallest letters where there is least room: the two largest sizes are
    // 1280x800 and 800x1280 again, with more around. Where everything is asked for, every language at
    // every size.
    function each() {
        const extreme = ["de", "ta", "fa"];
        const tight = ["ru", "ar", "hi"];
        return languages.map(language => ({
            tag: language,
            language: language,
            sizes: Bench.thorough ? sizes : sizes.slice(0, extreme.includes(language) ? 3
                : tight.includes(language) ? 2 : 1),
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
            for (const size of sizes.slice(Bench.thorough ? 0 : 1, 3)) {
                resize(size);
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
        const some = Bench.thorough ? languages : ["en", "de", "ta", "fa"];
        return some.reduce((rows, language) => rows.concat(
            (Bench.thorough ? sizes : sizes.slice(0, 3)).map(size => ({
                tag: language + " " + size.width + "x" + size.height,
                language: language,
                size: size
            }))), []);
    }

    function test_managersPages(row) {
        // Turned while it is open.
        const turned = sizes[row.size.width > row.size.height ? 1 : 0];
        start(row.language, turned, {
            conversations: 120
        });
        for (let i = 0; i < 5; ++i)
            tap("managerCorner");
        onPage("pinPage");
        resize(row.size);
        look("pin");
        resize(turned);
        for (const digit of "2468")
            tap("pin" + digit);
        tap("pinOk");
        tryVerify(() => maybe("managerView"));
        resize(row.size);
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
