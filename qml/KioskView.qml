pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components
import Vouch.Kiosk
import Vouch.Manager
import Vouch.Survey

// Everything in the window: one side is seen at a time.
Item {
    id: root

    required property SurveyModel survey
    required property ManagerModel manager

    property bool asking: false
    readonly property bool managing: manager.pinNeeded || asking || manager.open

    Binding {
        target: Theme
        property: "language"
        value: root.managing || root.manager.cleaning ? root.manager.language
                                                      : root.survey.language
    }
    Connections {
        target: root.manager

        function onOpenChanged() {
            root.asking = false;
        }
    }
    SurveyView {
        anchors.fill: parent
        anchors.topMargin: training.active ? training.height : 0
        visible: !root.managing
        enabled: visible && !root.manager.cleaning
        survey: root.survey
    }
    Loader {
        id: training

        anchors.left: parent.left
        anchors.right: parent.right
        active: root.survey.training && !root.managing
        sourceComponent: TrainingBanner {
            manager: root.manager
        }
    }
    HiddenCorner {
        anchors.top: parent.top
        x: parent.width - width
        enabled: !root.managing && !root.manager.cleaning && !root.survey.training
            && root.survey.page === SurveyModel.Resting && !root.survey.changing
        onOpened: {
            root.manager.clearPinProblem();
            root.asking = true;
        }
    }
    Loader {
        anchors.fill: parent
        active: root.managing
        LayoutMirroring.enabled: root.manager.rightToLeft
        LayoutMirroring.childrenInherit: true
        sourceComponent: root.manager.open ? figures : pin
    }
    Component {
        id: pin

        PinPage {
            manager: root.manager
            onLeft: root.asking = false
        }
    }
    Component {
        id: figures

        ManagerView {
            manager: root.manager
        }
    }
    Loader {
        anchors.fill: parent
        active: root.manager.cleaning
        sourceComponent: CleaningOverlay {
            manager: root.manager
        }
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
        onTouched: {
            if (root.manager.open)
                root.manager.activity();
            else if (root.asking)
                unattended.restart();
            else
                root.survey.activity();
        }
    }
}
