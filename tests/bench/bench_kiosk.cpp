#include "qml/entry.h"
#include "tests/bench/bench_figures.h"
#include "tests/bench/kiosk_memory.h"
#include "tests/bench/shown_kiosk.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QStorageInfo>
#include <QTest>

#include <fcntl.h>

using namespace vouch;
using namespace vouch::bench;
using kiosk::SurveyModel;

/// How long a shopper waits, and what thousands of them leave behind. See README.md beside this.
namespace {

/// A page and the next one with nothing on them: what Qt itself needs.
constexpr const char *emptyPages = R"(
import QtQuick
import QtQuick.Controls.Basic
ApplicationWindow {
    id: root
    property int turned: 0
    width: 1280; height: 800; visible: true
    Loader {
        anchors.fill: parent
        sourceComponent: root.turned % 2 ? odd : even
    }
    Component { id: even; Rectangle { color: "#ffffff" } }
    Component { id: odd; Rectangle { color: "#eeeeee" } }
    Item {
        anchors.fill: parent
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
            onTapped: ++root.turned
        }
    }
}
)";

/// Two pages that stand ready, with as many words and boxes as the list, and nothing to do but to
/// draw the other one: under what this takes no page with a list on it can turn.
constexpr const char *readyPages = R"(
import QtQuick
import QtQuick.Controls.Basic
ApplicationWindow {
    id: root
    property int turned: 0
    width: 1280; height: 800; visible: true
    component Words: Text { font.family: "Noto Sans"; font.pixelSize: 24; color: "#1b1b1b" }
    component Page: Rectangle {
        id: page
        property string about
        anchors.fill: parent
        Words { x: 48; y: 120; font.pixelSize: 42; text: "What could we do " + page.about + "?" }
        Words { x: 48; y: 190; text: "Choose up to three." }
        Grid {
            x: 48; y: 260; columns: 4; spacing: 16
            Repeater {
                model: ["Waiting at the checkout", "Friendliness of staff", "Help and advice",
                    "Choice of products", "Prices", "Freshness", "Cleanliness", "Finding things"]
                Rectangle {
                    required property string modelData
                    width: 280; height: 124; radius: 14; border.width: 2; border.color: "#777777"
                    Rectangle {
                        x: 16; y: 48; width: 28; height: 28; radius: 4
                        border.width: 2; border.color: "#777777"
                    }
                    Words {
                        x: 60; width: 210; height: parent.height; wrapMode: Text.Wrap
                        verticalAlignment: Text.AlignVCenter
                        text: parent.modelData + ", " + page.about
                    }
                }
            }
        }
        Repeater {
            model: ["Back", "Easier to use", "Start again", "Done"]
            Rectangle {
                required property string modelData
                required property int index
                x: 48 + 300 * index; y: 28; width: 260; height: 64; radius: 14; border.width: 2
                Words { anchors.centerIn: parent; text: parent.modelData }
            }
        }
    }
    Page { about: "better"; visible: root.turned % 2 }
    Page { about: "as well"; visible: !(root.turned % 2) }
    Item {
        anchors.fill: parent
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
            onTapped: ++root.turned
        }
    }
}
)";

/// Between the two pages of a window that counts its turns.
Spread pageChanges(const char *pages, int count)
{
    QQmlApplicationEngine engine;
    engine.loadData(pages);
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window || !QTest::qWaitForWindowExposed(window))
        qFatal("the window of the reference is not shown");
    Finger finger(*window);
    std::vector<double> took;
    for (int i = 0; i < count; ++i) {
        const int before = window->property("turned").toInt();
        const auto turned = [&] { return window->property("turned").toInt() != before; };
        took.push_back(finger.tap({640, 400}, turned, "the reference's page"));
    }
    return spreadOf(std::move(took));
}

/// 4 KiB written and flushed: what the disk needs at least for anything durable.
Spread flushes(const QString &folder, int count)
{
    const auto name = (folder + QStringLiteral("/flushes")).toStdString();
    const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const std::string page(4096, 'x');
    std::vector<double> took;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer since;
        since.start();
        if (::pwrite(file, page.data(), page.size(), off_t(i) * 4096) != 4096 || ::fdatasync(file))
            qFatal("%s cannot be written", name.c_str());
        took.push_back(double(since.nsecsElapsed()) / 1e6);
    }
    ::close(file);
    ::unlink(name.c_str());
    return spreadOf(std::move(took));
}

struct Waits
{
    std::vector<double> list;    ///< score touched → list drawn
    std::vector<double> durable; ///< score touched → the model says that it is stored
    std::vector<double> thanks;  ///< "Done" touched → thanks drawn
    std::vector<double> rest;    ///< thanks touched → at rest again
};

Waits waitingTimes(ShownKiosk &shown, int count)
{
    Waits out;
    auto &survey = *shown.survey;
    double stored = -1;
    shown.stored = [&] {
        if (stored < 0)
            stored = shown.sinceTouch();
    };
    for (int i = 0; i < count; ++i) {
        const auto on = [&](const char *page) {
            return shown.find(QLatin1String(page)) != nullptr;
        };
        stored = -1;
        out.list.push_back(
            shown.tap(QStringLiteral("score%1").arg(i % 11), [&] { return on("listPage"); }));
        out.durable.push_back(stored);
        const auto score = shown.tablet.onDisk("SELECT score FROM checks WHERE state = 'open'");
        if (score != std::to_string(i % 11))
            qFatal("the list is shown and the score is not on the disk");
        out.thanks.push_back(shown.tap("done", [&] { return on("thanksPage"); }));
        const bool offered = survey.contactOffered();
        out.rest.push_back(
            shown.tap(offered ? "consentNo" : "thanks", [&] { return on("restingPage"); }));
        shown.advance(std::chrono::seconds(61)); // no burst of one shopper
    }
    shown.stored = nullptr;
    return out;
}

void measureWaiting(ShownKiosk &shown, const QString &folder, int count)
{
    std::printf(
        "Waiting times over %d conversations; software renderer, motion off, the store on %s\n",
        count, QStorageInfo(folder).fileSystemType().constData());
    const auto disk = flushes(folder, count);
    const auto empty = pageChanges(emptyPages, count);
    const auto ready = pageChanges(readyPages, count);
    const auto waits = waitingTimes(shown, count);
    const auto list = spreadOf(waits.list);
    print("4 KiB written and flushed (reference)", disk);
    print("an empty page change (reference)", empty);
    print("a change between two ready lists (reference)", ready);
    print("touch to durable score", spreadOf(waits.durable));
    print("touch to durable score and list drawn", list);
    print("touch on Done to durable picks, thanks drawn", spreadOf(waits.thanks));
    print("touch on thanks to the record closed, at rest", spreadOf(waits.rest));
    printTimes("score and list: times the empty page change", list, empty);
    printTimes("score and list: times the two ready lists", list, ready);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QPA_UPDATE_IDLE_TIME", "0"); // a frame is drawn at once: only work is measured
    qml::prepareProcess();
    const QGuiApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({
        {"waiting", "Conversations whose waiting times are measured.", "N", "1000"},
        {"memory", "Conversations over which memory is measured.", "N", "2000"},
        {"folder", "Where the store lies: on a disk, not in memory.", "FOLDER",
         QCoreApplication::applicationDirPath()},
    });
    options.process(application);
    const auto folder = options.value("folder");
    qputenv("TMPDIR", folder.toUtf8()); // of the test's own folder
    ShownKiosk shown;
    if (const int count = options.value("waiting").toInt(); count > 0)
        measureWaiting(shown, folder, count);
    if (const int count = options.value("memory").toInt(); count > 0)
        measureMemory(shown, count);
    return 0;
}
