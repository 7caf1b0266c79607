#include "tests/bench/shown_kiosk.h"

#include "app/kiosk/kiosk_theme.h"
#include "qml/entry.h"

#include <QCoreApplication>
#include <QQmlComponent>
#include <QTest>

namespace vouch::bench {

using kiosk::ManagerModel;
using kiosk::SurveyModel;

namespace {

constexpr const char *hand = R"(
import QtQml
import Vouch.Components
QtObject {
    function settle() { Touches.held = false; }
}
)";

QQuickItem *visibleBelow(QQuickItem *item, const QString &name)
{
    if (!item->isVisible())
        return nullptr;
    if (item->objectName() == name)
        return item;
    const auto children = item->childItems();
    for (auto *child : children) {
        if (auto *found = visibleBelow(child, name))
            return found;
    }
    return nullptr;
}

} // namespace

QQuickItem *visibleItem(const QQuickWindow &window, const QString &name)
{
    return visibleBelow(window.contentItem(), name);
}

Finger::Finger(QQuickWindow &window)
    : m_window(window)
{
    m_watch.start(100);
    connect(&window, &QQuickWindow::frameSwapped, this, [this] {
        if (!m_done || m_drawn >= 0)
            return;
        const auto now = sinceTouch();
        if ((*m_done)())
            m_drawn = now;
    });
}

double Finger::tap(QPoint at, const std::function<bool()> &done, const char *what)
{
    static QPointingDevice *const screen = QTest::createTouchDevice();
    QTest::touchEvent(&m_window, screen).press(1, at);
    QCoreApplication::processEvents(); // a finger stays longer than it takes to show that it is
                                       // seen
    m_drawn = -1;
    m_done = &done;
    m_since.start();
    QTest::touchEvent(&m_window, screen).release(1, at);
    while (m_drawn < 0) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (m_since.elapsed() > 10000)
            qFatal("the touch on %s at %d, %d led nowhere", what, at.x(), at.y());
    }
    m_done = nullptr;
    return m_drawn;
}

ShownKiosk::ShownKiosk()
    : survey(tablet.survey(tablet.settingsWith(sealing)))
    , manager(std::make_unique<ManagerModel>(
          *tablet.store, tablet.clock, tablet.timers, tablet.settings()))
    , hours(std::make_unique<kiosk::KioskHours>(
          *tablet.store, tablet.clock, tablet.timers, *survey, *manager))
{
    if (!manager->setPinNow("2468"))
        qFatal("the PIN could not be set");
    QObject::connect(survey.get(), &SurveyModel::stored, survey.get(), [this] {
        if (stored)
            stored();
    });
    QObject::connect(
        survey.get(), &SurveyModel::stored, manager.get(), &ManagerModel::refresh,
        Qt::QueuedConnection);
    QObject::connect(survey.get(), &SurveyModel::touched, manager.get(), &ManagerModel::touched);
    hours->setPlace(tablet.settings(), {});
    qml::addModules(engine);
    auto still = kiosk::builtInTheme(QStringLiteral("plain"));
    still.motion = false;
    engine.singletonInstance<kiosk::KioskTheme *>(qmlTypeId("Vouch.Kiosk", 1, 0, "KioskTheme"))
        ->use(still);
    engine.setInitialProperties(
        {{"survey", QVariant::fromValue(survey.get())},
         {"manager", QVariant::fromValue(manager.get())},
         {"windowed", true}});
    engine.load(qml::mainPage());
    window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window || !QTest::qWaitForWindowExposed(window))
        qFatal("the window is not shown");
    QQmlComponent component(&engine);
    component.setData(hand, QUrl(QStringLiteral("qrc:/hand.qml")));
    m_hand.reset(component.create());
    if (!m_hand)
        qFatal("%s", qPrintable(component.errorString()));
    m_finger = std::make_unique<Finger>(*window);
    hours->setAsking(true);
}

ShownKiosk::~ShownKiosk()
{
    survey->end();
    hours.reset();
    m_finger.reset();
    m_hand.reset();
    delete window.data();
}

void ShownKiosk::settle() const
{
    QMetaObject::invokeMethod(m_hand.get(), "settle");
}

double ShownKiosk::tap(const QString &name, const std::function<bool()> &done)
{
    settle();
    return m_finger->tap(restingPlace(name), done, qPrintable(name));
}

QPoint ShownKiosk::restingPlace(const QString &name) const
{
    QPoint last;
    for (int same = 0; same < 3;) {
        const auto *item = find(name);
        if (!item)
            qFatal("%s is not on the screen", qPrintable(name));
        const auto now = item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
        same = now == last ? same + 1 : 0;
        last = now;
        QCoreApplication::processEvents();
    }
    return last;
}

double ShownKiosk::turn(const QString &name)
{
    const auto before = survey->pageKey();
    return tap(name, [&] { return survey->pageKey() != before; });
}

void ShownKiosk::advance(std::chrono::milliseconds by)
{
    tablet.timers.advance(by);
    QCoreApplication::processEvents();
    forgetPages();
}

void ShownKiosk::ask(const std::shared_ptr<const checklist::Checklist> &checklist)
{
    auto settings = tablet.settingsWith(sealing);
    settings.checklist = checklist;
    survey->setSettings(std::move(settings));
    forgetPages();
}

void ShownKiosk::forgetPages()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace vouch::bench
