pragma Singleton
import QtQuick

// Which sheet lies over the shopper's page; SurveyView.qml shows it.
QtObject {
    enum Kind { None, Languages, Ease }

    property int shown: 0
}
