import QtQuick

// Shows one QML file, made anew whenever `shown` names another; nothing while it is empty. What
// follows a "#" tells two pages of the same file apart. `given` are its initial properties.
// (Loader.sourceComponent of Qt 6.4 cannot make bound components.)
Loader {
    id: stage

    property string shown
    property var given: ({})

    property bool ready: false
    // By file. Qt forgets the types of a file that nothing refers to: each page would be read anew
    // each time it comes, and what it registers for a type is never freed.
    readonly property var read: ({})

    onShownChanged: show()
    // Not before everything around it stands, the theme's language above all.
    Component.onCompleted: {
        ready = true;
        show();
    }

    function show() {
        if (!ready)
            return;
        if (shown.length === 0) {
            source = "";
            return;
        }
        const file = shown.split("#")[0];
        read[file] = read[file] ?? Qt.createComponent(file);
        setSource(file, given);
    }
}
