pragma Singleton
import QtQuick

// What the keys of the on-screen keyboard that have no letter are called, for who hears them; the
// page that shows the keyboard tells it (resources/keyboard/style has no other way to know).
QtObject {
    property string space
    property string shift
    property string enter
    property string erase
    property string hide
    property string symbols
}
