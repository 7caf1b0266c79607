import QtQuick

// Room for controls. Where they need more than there is, they are dragged, or moved by the two
// buttons beside them (for fingers only: a control that keys go to comes into view by itself).
Item {
    id: scroller

    default property alias content: slot.data
    property real needed: 0
    readonly property alias innerWidth: slot.width
    property bool scrolls: false

    // What the mark around a control needs at the edge.
    readonly property int bleed: Theme.ring + 2
    readonly property Item focused: Window.activeFocusItem

    onNeededChanged: weighing.restart()
    onHeightChanged: weighing.restart()
    Component.onCompleted: weigh()
    onFocusedChanged: if (scrolls && focused && FocusMark.shown) show(focused)

    // From the top again.
    function begin() {
        gliding.stop();
        view.contentY = 0;
    }

    function weigh() {
        scrolls = height > 0 && needed > height + 1;
        if (!scrolls)
            view.contentY = 0;
    }

    function show(item: Item) {
        for (let above = item; above !== slot; above = above.parent)
            if (!above)
                return;
        const top = item.mapToItem(slot, 0, 0).y;
        if (top < view.contentY)
            glide(top - Theme.gap);
        else if (top + item.height + 2 * bleed > view.contentY + view.height)
            glide(top + item.height + 2 * bleed + Theme.gap - view.height);
    }

    function glide(to: real) {
        gliding.stop();
        gliding.to = Math.max(0, Math.min(view.contentHeight - view.height, to));
        gliding.start();
    }

    // Not while what is weighed is being laid out.
    Timer {
        id: weighing

        interval: 0
        onTriggered: scroller.weigh()
    }
    NumberAnimation {
        id: gliding

        target: view
        property: "contentY"
        duration: Theme.quick
    }
    Flickable {
        id: view

        objectName: "scroll"
        // From right to left the buttons stand before it.
        x: (scroller.scrolls && bar.x < scroller.width / 2 ? bar.width + Theme.gap : 0)
            - scroller.bleed
        y: -scroller.bleed
        width: slot.width + 2 * scroller.bleed
        height: scroller.height + 2 * scroller.bleed
        contentWidth: width
        contentHeight: slot.height + 2 * scroller.bleed
        interactive: scroller.scrolls
        clip: scroller.scrolls
        boundsBehavior: Flickable.StopAtBounds
        LayoutMirroring.enabled: false

        Item {
            id: slot

            x: scroller.bleed
            y: scroller.bleed
            width: scroller.width - (scroller.scrolls ? Theme.touch + Theme.gap : 0)
            height: scroller.scrolls ? scroller.needed : scroller.height
        }
    }
    Item {
        id: bar

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.touch
        visible: scroller.scrolls

        VouchButton {
            objectName: "scrollUp"
            anchors.top: parent.top
            width: Theme.touch
            height: Math.max(48, Math.min(Theme.touch, (bar.height - Theme.tight) / 2))
            kind: VouchButton.Quiet
            sign: Sign.Up
            Accessible.ignored: true
            available: view.contentY > 0.5
            activeFocusOnTab: false
            onTapped: scroller.glide(view.contentY - scroller.height * 0.8)
        }
        VouchButton {
            objectName: "scrollDown"
            anchors.bottom: parent.bottom
            width: Theme.touch
            height: Math.max(48, Math.min(Theme.touch, (bar.height - Theme.tight) / 2))
            kind: VouchButton.Quiet
            sign: Sign.Down
            Accessible.ignored: true
            available: view.contentY < view.contentHeight - view.height - 0.5
            activeFocusOnTab: false
            onTapped: scroller.glide(view.contentY + scroller.height * 0.8)
        }
    }
}
