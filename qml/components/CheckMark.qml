import QtQuick

// What is picked.
Sign {
    kind: Sign.Check
    color: Theme.accentInk
    stroke: 3
}
