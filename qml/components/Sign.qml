import QtQuick

// A small drawing of lines on a button. (Qt's software renderer does not cut a Shape where its
// parent ends; a Canvas it does.)
Canvas {
    id: sign

    enum Kind { None, Globe, Person, Up, Down, Backspace, Check }

    property int kind: Sign.None
    property color color: Theme.accent
    property real stroke: 1.8
    readonly property var paths: [
        "",
        "M12 3 a9 9 0 1 0 .01 0 M3 12 H21 M12 3 C7.5 8 7.5 16 12 21 M12 3 C16.5 8 16.5 16 12 21",
        "M12 2.6 a9.4 9.4 0 1 0 .01 0 M12 6.2 a1.1 1.1 0 1 0 .01 0 "
            + "M6.8 10.2 L12 11 L17.2 10.2 M12 11 V14 M9 18.4 L12 13.6 L15 18.4",
        "M5 15 L12 8 L19 15",
        "M5 9 L12 16 L19 9",
        "M9 5 H21 V19 H9 L3 12 Z M12 9 L17 15 M17 9 L12 15",
        "M4.8 12.5 L10 17.5 L19.2 6.7"
    ]

    width: Math.round(28 * Theme.unit)
    height: width
    renderStrategy: Canvas.Immediate
    Accessible.ignored: true
    onColorChanged: requestPaint()
    onKindChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        pen.reset();
        if (kind === Sign.None)
            return;
        pen.scale(width / 24, height / 24);
        pen.strokeStyle = color;
        pen.lineWidth = stroke;
        pen.lineCap = "round";
        pen.lineJoin = "round";
        pen.path = paths[kind];
        pen.stroke();
    }
}
