pragma Singleton
import QtQuick

// Going from control to control by keys or switches. The mark shows from the first key on, until a
// finger takes over.
QtObject {
    id: mark

    property bool shown: false

    // Any key, wherever it went.
    signal used()

    function use() {
        shown = true;
        used();
    }

    // Whether the key goes from one control to another; then it has gone there.
    function walk(from: Item, key: int): bool {
        const dx = key === Qt.Key_Right ? 1 : key === Qt.Key_Left ? -1 : 0;
        const dy = key === Qt.Key_Down ? 1 : key === Qt.Key_Up ? -1 : 0;
        if (dx === 0 && dy === 0)
            return false;
        nearest(from, dx, dy)?.forceActiveFocus(Qt.TabFocusReason);
        return true;
    }

    // The next control in a direction; what lies straight ahead before what lies aside.
    function nearest(from: Item, dx: int, dy: int): Item {
        const here = middle(from);
        let best = null;
        let least = Infinity;
        let item = from.nextItemInFocusChain(true);
        for (let i = 0; item && item !== from && i < 200; ++i) {
            const there = middle(item);
            const ahead = (there.x - here.x) * dx + (there.y - here.y) * dy;
            const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
            if (ahead > 4 && ahead + 3 * aside < least) {
                least = ahead + 3 * aside;
                best = item;
            }
            item = item.nextItemInFocusChain(true);
        }
        return best;
    }

    function middle(item: Item): point {
        return item.mapToItem(null, item.width / 2, item.height / 2);
    }
}
