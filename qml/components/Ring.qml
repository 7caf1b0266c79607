import QtQuick
import QtQuick.Shapes

// How much of a time is left, as a picture.
Item {
    id: ring

    property real share: 1

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.hairline
            strokeWidth: ring.width * 0.1
            fillColor: "transparent"
            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: ring.width * 0.45
                radiusY: ring.height * 0.45
                startAngle: 0
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: ring.width * 0.1
            fillColor: "transparent"
            capStyle: ShapePath.FlatCap
            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: ring.width * 0.45
                radiusY: ring.height * 0.45
                startAngle: -90
                sweepAngle: 360 * Math.max(0, Math.min(1, ring.share))
            }
        }
    }
}
