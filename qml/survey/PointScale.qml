pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The points of a scale, all alike, in as few rows as their numbers fit in: one for 0 to 10 at every
// size, at twice the text two, broken in the middle. The ends are named below; with several rows the
// lower end above the first.
Item {
    id: root

    required property SurveyModel survey
    // The room there is to fill.
    property real room: 0

    readonly property var points: survey.scale
    readonly property var ends: points.length === 0 ? [] : [
        points[0].label + " " + survey.lowLabel,
        points[points.length - 1].label + " " + survey.highLabel
    ]
    readonly property int count: Math.max(1, points.length)
    // Without the marks that keep a minus on its side, which some fonts would give a width.
    readonly property string longest: points.map(point => point.label.replace(/[\u2066-\u2069]/g, ""))
        .reduce((most, label) => label.length > most.length ? label : most, "")
    // Digits in the letters and the frame of their own script.
    readonly property string script: /[0-9]/.test(longest) ? "en" : Theme.language
    readonly property int space: Math.round(Theme.tight * 0.75)
    readonly property real widest: metrics.advanceWidth + 2 * Theme.tight
    readonly property int least: Math.max(48, Math.ceil(widest))
    readonly property int mostColumns: Math.max(1, Math.floor((width + space) / (least + space)))
    readonly property int rows: Math.ceil(count / mostColumns)
    readonly property int columns: Math.ceil(count / rows)
    readonly property int cell: Math.min(Math.round(150 * Theme.unit),
        Math.floor((width - (columns - 1) * space) / columns))
    readonly property real labels: rows > 1 ? low.implicitHeight + high.implicitHeight + 2 * Theme.tight
        : Theme.tight + Math.max(low.implicitHeight, high.implicitHeight)
    readonly property int rowLeast: Math.max(Theme.touch, Math.round(Theme.number * 1.5))
    readonly property int rowHeight: Math.max(rowLeast, Math.min(Math.round(cell * 1.5),
        Math.round((Ease.larger ? 148 : 116) * Theme.unit), Math.floor((room - labels - (rows - 1) * space) / rows)))

    implicitHeight: rows * rowLeast + (rows - 1) * space + labels
    height: grid.height + labels

    TextMetrics {
        id: metrics

        font.family: Theme.familyOf(root.script)
        font.pixelSize: Theme.number
        text: root.longest
    }
    Grid {
        id: grid

        Accessible.role: Accessible.Grouping
        Accessible.name: root.ends.join(", ")
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.rows > 1 ? low.implicitHeight + Theme.tight : 0
        columns: root.columns
        spacing: root.space

        Repeater {
            model: root.points.length

            TapArea {
                id: number

                required property int index
                readonly property int value: root.points[index]?.value ?? 0

                objectName: "score" + value
                name: root.points[index]?.label ?? ""
                Accessible.description: index === 0 ? root.survey.lowLabel
                    : index === root.count - 1 ? root.survey.highLabel : ""
                // In the second of lock a touch is no answer; the numbers look as always.
                available: !root.survey.locked
                width: root.cell
                height: root.rowHeight
                // Between two numbers there is no place that is neither.
                around: root.space / 2
                onTapped: root.survey.tapPoint(value)

                Rectangle {
                    anchors.fill: parent
                    radius: Theme.radius
                    border.width: Theme.line
                    border.color: Theme.edge
                    color: number.pressed ? Theme.pressed : Theme.surface
                }
                VouchText {
                    anchors.centerIn: parent
                    language: root.script
                    text: number.name
                    font.pixelSize: Theme.number
                    Accessible.ignored: true
                }
            }
        }
    }
    VouchText {
        id: low

        objectName: "low"
        anchors.left: grid.left
        y: root.rows > 1 ? 0 : grid.height + Theme.tight
        width: Math.round(grid.width * (root.rows > 1 ? 1 : 0.46))
        text: root.survey.lowLabel
        color: Theme.softInk
    }
    VouchText {
        id: high

        objectName: "high"
        anchors.right: grid.right
        y: grid.y + grid.height + Theme.tight
        width: Math.round(grid.width * (root.rows > 1 ? 1 : 0.46))
        horizontalAlignment: Text.AlignRight
        text: root.survey.highLabel
        color: Theme.softInk
    }
}
