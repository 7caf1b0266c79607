pragma Singleton
import QtQuick

// Whole numbers in the digits of a language.
QtObject {
    function of(number: int, language: string): string {
        return number.toLocaleString(Qt.locale(language), "f", 0);
    }
}
