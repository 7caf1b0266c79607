import QtQuick

// Shows one QML file, made anew whenever `shown` names another; nothing while it is empty. `given`
// are its initial properties. (Loader.sourceComponent of Qt 6.4 cannot make bound components.)
Loader {
    id: stage

    property url shown
    property var given: ({})

    property bool ready: false

    onShownChanged: show()
    // Not before everything around it stands, the theme's language above all.
    Component.onCompleted: {
        ready = true;
        show();
    }

    function show() {
        if (!ready)
            return;
        if (String(shown).length > 0)
            setSource(shown, given);
        else
            source = "";
    }
}
