#include "app/kiosk/manager_model.h"
#include "qml/entry.h"
#include "tests/app/kiosk/kiosk_fixture.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPointingDevice>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;

/// How long a shopper waits, and what thousands of them leave behind. Figures and ratios against a
/// reference of the same run; nothing here passes or fails. See README.md beside this file.
namespace {

int conversations = 1000;
int memoryConversations = 2000;

/// A page and the next one with nothing on them but what is touched: what Qt itself needs.
constexpr const char *emptyPages = R"(
import QtQuick
Window {
    id: root
    property int turned: 0
    width: 1280; height: 800; visible: true
    Loader {
        anchors.fill: parent
        sourceComponent: root.turned % 2 ? odd : even
    }
    Component { id: even; Rectangle { color: "#ffffff" } }
    Component { id: odd; Rectangle { color: "#eeeeee" } }
    TapHandler { onTapped: ++root.turned }
}
)";

constexpr const char *tools = R"(
import QtQml
import Vouch.Components
QtObject {
    function settle() { Touches.held = false; }
}
)";

struct Spread
{
    double median = 0, p99 = 0, worst = 0;
};

Spread spreadOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * double(values.size() - 1))];
    };
    return {at(0.5), at(0.99), values.back()};
}

void print(const char *what, const Spread &spread)
{
    std::printf(
        "%-44s p50 %6.2f ms   p99 %6.2f ms   worst %6.2f ms\n", what, spread.median, spread.p99,
        spread.worst);
}

/// MiB that this process has in memory.
double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) /
           (1 << 20);
}

QQuickItem *find(QQuickItem *in, const QString &name)
{
    if (in->objectName() == name && in->isVisible())
        return in;
    for (auto *child : in->childItems()) {
        if (auto *found = find(child, name))
            return found;
    }
    return nullptr;
}

/// One finger on a window; a touch lasts until a frame was drawn with what it did.
class Finger
{
public:
    explicit Finger(QQuickWindow &window)
        : m_window(window)
    {
        QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [this] { ++m_frames; });
    }

    /// Milliseconds from the press to the first frame for which `done` holds.
    template <class Done> double tap(QPoint at, Done done)
    {
        QElapsedTimer timer;
        timer.start();
        QTest::touchEvent(&m_window, m_device).press(0, at);
        QTest::touchEvent(&m_window, m_device).release(0, at);
        bool reached = false;
        int since = 0;
        while (!reached || m_frames == since) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
            if (!reached && done()) {
                reached = true;
                since = m_frames;
                m_window.update();
            }
            if (timer.elapsed() > 10000)
                qFatal("a touch led nowhere");
        }
        return double(timer.nsecsElapsed()) / 1e6;
    }

private:
    QQuickWindow &m_window;
    QPointingDevice *m_device = QTest::createTouchDevice();
    int m_frames = 0;
};

/// The shipped window over a real store; the clock moves by hand.
struct Shown
{
    Shown()
    {
        qml::addModules(engine);
        if (!manager.setPinNow("2468"))
            qFatal("the PIN could not be set");
        engine.setInitialProperties(
            {{"survey", QVariant::fromValue(survey.get())},
             {"manager", QVariant::fromValue(&manager)},
             {"windowed", true}});
        engine.load(qml::mainPage());
        window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
        if (!window || !QTest::qWaitForWindowExposed(window))
            qFatal("the window is not shown");
        QQmlComponent component(&engine);
        component.setData(tools, QUrl(QStringLiteral("qrc:/bench.qml")));
        hand.reset(component.create());
        if (!hand)
            qFatal("%s", qPrintable(component.errorString()));
    }

    /// The pause that keeps a second tap of the same finger from answering is no waiting time.
    void settle() const { QMetaObject::invokeMethod(hand.get(), "settle"); }

    QPoint middleOf(const QString &name) const
    {
        auto *item = find(window->contentItem(), name);
        if (!item)
            qFatal("%s is not on the screen", qPrintable(name));
        return item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
    }

    Kiosk kiosk;
    std::unique_ptr<SurveyModel> survey = kiosk.survey();
    ManagerModel manager{*kiosk.store, kiosk.clock, kiosk.timers, kiosk.settings()};
    QQmlApplicationEngine engine;
    QQuickWindow *window = nullptr;
    std::unique_ptr<QObject> hand;
};

Spread emptyPageChanges()
{
    QQmlApplicationEngine engine;
    engine.loadData(emptyPages);
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window || !QTest::qWaitForWindowExposed(window))
        qFatal("the empty window is not shown");
    Finger finger(*window);
    std::vector<double> took;
    for (int i = 0; i < conversations; ++i) {
        const int before = window->property("turned").toInt();
        took.push_back(
            finger.tap({640, 400}, [&] { return window->property("turned").toInt() != before; }));
    }
    return spreadOf(std::move(took));
}

/// From the touch of the score to the list on the screen, the answer on the disk in between.
std::pair<Spread, Spread> scoreAndThanks(Shown &shown)
{
    Finger finger(*shown.window);
    std::vector<double> toList, toThanks;
    for (int i = 0; i < conversations; ++i) {
        shown.settle();
        const auto score = QStringLiteral("score%1").arg(i % 11);
        toList.push_back(finger.tap(
            shown.middleOf(score), [&] { return shown.survey->page() == SurveyModel::List; }));
        shown.settle();
        toThanks.push_back(finger.tap(shown.middleOf(QStringLiteral("done")), [&] {
            return shown.survey->page() == SurveyModel::Thanks;
        }));
        shown.survey->dismissThanks();
        shown.kiosk.timers.advance(std::chrono::seconds(61)); // no burst
        QCoreApplication::processEvents();
    }
    return {spreadOf(std::move(toList)), spreadOf(std::move(toThanks))};
}

void memoryOver(Shown &shown)
{
    const auto converse = [&](int count) {
        for (int i = 0; i < count; ++i) {
            shown.survey->tapPoint(i % 11);
            QCoreApplication::processEvents();
            shown.survey->done();
            QCoreApplication::processEvents();
            shown.survey->dismissThanks();
            shown.kiosk.timers.advance(std::chrono::seconds(61));
            QCoreApplication::processEvents();
        }
    };
    converse(memoryConversations / 10);
    const double before = residentMiB();
    converse(memoryConversations);
    const double after = residentMiB();
    std::printf(
        "%-44s %6.1f MiB before, %6.1f MiB after: %+.2f KiB a conversation\n",
        "resident memory over the conversations", before, after,
        (after - before) * 1024 / memoryConversations);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 1) { // fewer, for a look
        conversations = std::max(10, std::atoi(argv[1]));
        memoryConversations = 2 * conversations;
    }
    qml::chooseKeyboard();
    const QGuiApplication application(argc, argv);
    const auto empty = emptyPageChanges();
    print("an empty page change (reference)", empty);
    Shown shown;
    const auto [list, thanks] = scoreAndThanks(shown);
    print("touch to durable score and list drawn", list);
    print("touch on Done to durable picks and thanks drawn", thanks);
    std::printf(
        "%-44s p50 %.2f   p99 %.2f\n", "score: times the reference", list.median / empty.median,
        list.p99 / empty.p99);
    memoryOver(shown);
    return 0;
}
