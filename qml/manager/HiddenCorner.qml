import QtQuick
import Vouch.Components

// The manager's way in, not shown: five taps here within three seconds, or the key End five times.
TapArea {
    id: corner

    property int taps: 0

    signal opened()

    objectName: "managerCorner"
    width: Math.round(96 * Theme.unit)
    height: width
    Accessible.ignored: true
    onTapped: knock()

    function knock() {
        if (!enabled)
            return;
        if (!window.running)
            taps = 0;
        if (++taps === 1)
            window.start();
        if (taps === 5) {
            window.stop();
            opened();
        }
    }

    Timer {
        id: window

        interval: 3000
    }
}
