#include "qml/entry.h"

#include "app/kiosk/font_rules.h"

#include <QQmlComponent>
#include <QQmlEngine>

namespace vouch::qml {

void prepareProcess()
{
    qputenv("QT_IM_MODULE", "qtvirtualkeyboard");
    // No window of its own: InputPanel lies in ours.
    qputenv("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1");
    kiosk::useOwnFontRules();
}

void addModulePath(QQmlEngine &engine)
{
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
}

void addModules(QQmlEngine &engine)
{
    addModulePath(engine);
    // Only an import makes the view models' types known, to qmlTypeId() too.
    QQmlComponent types(&engine);
    types.setData("import QtQml\nimport Vouch.Kiosk\nQtObject {}", QUrl());
}

QUrl mainPage()
{
    return QUrl(QStringLiteral("qrc:/qt/qml/Vouch/Main.qml"));
}

QUrl restingPage()
{
    return QUrl(QStringLiteral("qrc:/qt/qml/Vouch/Survey/RestingPage.qml"));
}

} // namespace vouch::qml
