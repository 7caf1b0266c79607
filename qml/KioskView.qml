import QtQuick
import Vouch.Components
import Vouch.Kiosk
import Vouch.Manager
import Vouch.Survey

// Everything in the window: one side is seen at a time.
FocusScope {
    id: root

    required property SurveyModel survey
    required property ManagerModel manager

    property bool asking: false
    readonly property bool managed: manager.pinNeeded || asking || manager.open

    focus: true
    // What no control took. A shopper has no use for the key, and the PIN is asked for all the same.
    Keys.onPressed: event => {
        event.accepted = false;
        if (event.key === Qt.Key_End && !event.isAutoRepeat)
            corner.knock();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    // Any touch or key.
    function used() {
        if (manager.open)
            manager.activity();
        else if (asking)
            unattended.restart();
        else
            shopper.activity();
    }

    Binding {
        target: Theme
        property: "language"
        value: root.managed || root.manager.cleaning ? root.manager.language
                                                      : root.survey.language
    }
    Connections {
        target: root.manager

        function onOpenChanged() {
            root.asking = false;
        }
    }
    SurveyView {
        id: shopper

        anchors.fill: parent
        anchors.topMargin: training.item ? training.height : 0
        visible: !root.managed
        enabled: visible && !root.manager.cleaning
        focus: !root.managed
        survey: root.survey
    }
    Stage {
        id: training

        anchors.left: parent.left
        anchors.right: parent.right
        LayoutMirroring.enabled: root.manager.rightToLeft
        LayoutMirroring.childrenInherit: true
        given: managing.given
        shown: root.survey.training && !root.managed
            ? Qt.resolvedUrl("Manager/TrainingBanner.qml") : ""
    }
    // While the store is closed; the first touch only wakes the screen.
    Rectangle {
        objectName: "darkness"
        anchors.fill: parent
        visible: root.survey.dimmed && !root.managed && !root.manager.cleaning
        color: "#e6000000"

        TapArea {
            anchors.fill: parent
            name: root.survey.question
        }
    }
    HiddenCorner {
        id: corner

        activeFocusOnTab: false
        anchors.top: parent.top
        x: parent.width - width
        enabled: !root.managed && !root.manager.cleaning && !root.survey.training
            && shopper.resting
        onOpened: {
            root.manager.clearPinProblem();
            root.asking = true;
        }
    }
    Stage {
        id: managing

        anchors.fill: parent
        focus: root.managed
        LayoutMirroring.enabled: root.manager.rightToLeft
        LayoutMirroring.childrenInherit: true
        given: ({
            manager: root.manager
        })
        shown: !root.managed ? "" : Qt.resolvedUrl(root.manager.open
            ? "Manager/ManagerView.qml" : "Manager/PinPage.qml")
    }
    Connections {
        target: managing.item
        ignoreUnknownSignals: true // of the page for the PIN only, which is read when it is shown

        function onGivenUp() {
            root.asking = false;
        }
    }
    Stage {
        anchors.fill: parent
        LayoutMirroring.enabled: root.manager.rightToLeft
        LayoutMirroring.childrenInherit: true
        given: managing.given
        shown: root.manager.cleaning ? Qt.resolvedUrl("Manager/CleaningOverlay.qml") : ""
    }
    // Whoever found the corner and went away leaves the survey to the next shopper.
    Timer {
        id: unattended

        interval: 20000
        running: root.asking && !root.manager.open
        onTriggered: root.asking = false
    }
    TouchWatch {
        anchors.fill: parent
        onTouched: root.used()
    }
    Connections {
        target: FocusMark

        function onUsed() {
            root.used();
        }
    }
}
