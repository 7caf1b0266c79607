#include "qml/entry.h"
#include "tests/qml/bench.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QQmlError>
#include <QtQuickTest>

#include <iostream>

namespace {

/// Gives every test file the models, and remembers what the engine complained about.
class Setup : public QObject
{
    Q_OBJECT

public:
    int warnings = 0;

public slots:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        vouch::qml::addModules(*engine);
        engine->addImportPath(QStringLiteral(VOUCH_SOURCE_DIR "/tests/qml"));
        connect(engine, &QQmlEngine::warnings, this, [this](const QList<QQmlError> &errors) {
            for (const auto &error : errors) {
                std::cerr << "QML warning: " << error.toString().toStdString() << '\n';
                ++warnings;
            }
        });
    }
};

} // namespace

/// Runs the tst_*.qml files beside this one, or the one named by -input. A warning of the engine
/// fails the whole run, whatever the tests thought of it.
int main(int argc, char **argv)
{
    vouch::qml::prepareProcess();
    vouch::test::Bench bench;
    qmlRegisterSingletonInstance("Vouch.Test", 1, 0, "Bench", &bench);
    Setup setup;
    const int failed = quick_test_main_with_setup(
        argc, argv, "kiosk_pages", VOUCH_SOURCE_DIR "/tests/qml", &setup);
    return failed != 0 ? failed : setup.warnings == 0 ? 0 : 1;
}

#include "kiosk_pages.moc"
