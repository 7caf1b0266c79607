#include "qml/entry.h"

#include <QQmlComponent>
#include <QQmlEngine>

namespace vouch::qml {

void chooseKeyboard()
{
    qputenv("QT_IM_MODULE", "qtvirtualkeyboard");
    // No window of its own: InputPanel lies in ours.
    qputenv("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1");
}

void addModules(QQmlEngine &engine)
{
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    // Only an import makes the view models' types known, to qmlTypeId() too.
    QQmlComponent types(&engine);
    types.setData("import QtQml\nimport Vouch.Kiosk\nQtObject {}", QUrl());
}

QUrl mainPage()
{
    return QUrl(QStringLiteral("qrc:/qt/qml/Vouch/Main.qml"));
}

} // namespace vouch::qml
