import QtQuick
import QtQuick.Shapes

Shape {
    id: mark

    property color color: Theme.accentInk

    layer.enabled: false

    ShapePath {
        strokeColor: mark.color
        strokeWidth: Math.max(2, mark.width * 0.14)
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        startX: mark.width * 0.2
        startY: mark.height * 0.52
        PathLine {
            x: mark.width * 0.42
            y: mark.height * 0.73
        }
        PathLine {
            x: mark.width * 0.8
            y: mark.height * 0.28
        }
    }
}
