pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components
import Vouch.Kiosk

// Ten digits in the shopper's own, as on a telephone: in the same places in every language.
Grid {
    id: pad

    required property SurveyModel survey
    property real room: 0
    property string signText
    property string signName
    property string deleteName
    property bool erasable: true

    readonly property int cell: Math.floor((width - 2 * spacing) / 3)
    readonly property int key: Math.max(48, Math.round(Theme.large * 1.5))
    readonly property int least: 4 * key + 3 * spacing
    readonly property int rowHeight: Math.max(key,
        Math.min(Math.round((Theme.portrait ? 148 : 100) * Theme.unit),
            Math.floor((room - 3 * spacing) / 4)))

    columns: 3
    spacing: Math.round(Theme.tight * 1.25)
    LayoutMirroring.enabled: false

    Repeater {
        model: [1, 2, 3, 4, 5, 6, 7, 8, 9, -1, 0, -2]

        Item {
            id: place

            required property int modelData

            readonly property bool isSign: modelData === -1
            readonly property bool isDelete: modelData === -2

            width: pad.cell
            height: pad.rowHeight

            VouchButton {
                anchors.fill: parent
                objectName: place.isSign ? "keySign" : place.isDelete ? "keyDelete"
                    : "key" + place.modelData
                visible: !place.isSign || pad.signText.length > 0
                kind: place.isDelete ? VouchButton.Quiet : VouchButton.Outlined
                // Digits are no words: as large in every language.
                pixelSize: Math.min(Math.round(Theme.large / Theme.script),
                    Math.floor(pad.rowHeight / 1.75))
                sign: place.isDelete ? Sign.Backspace : Sign.None
                text: place.isDelete ? "" : place.isSign ? pad.signText
                    : pad.survey.digits[place.modelData] ?? ""
                language: /[0-9]/.test(text) ? "en" : Theme.language
                name: place.isDelete ? pad.deleteName : place.isSign ? pad.signName : text
                available: !place.isDelete || pad.erasable
                onTapped: {
                    if (place.isSign)
                        pad.survey.typeSign();
                    else if (place.isDelete)
                        pad.survey.eraseDigit();
                    else
                        pad.survey.typeDigit(place.modelData);
                }
            }
        }
    }
}
