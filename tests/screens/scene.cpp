#include "tests/screens/scene.h"

#include "app/kiosk/kiosk_theme.h"
#include "qml/entry.h"
#include "tests/app/kiosk/kiosk_fixture.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlContext>
#include <QStyleHints>

namespace vouch::test {

void Scene::prepareApplication()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QT_SCALE_FACTOR", "1");
    qml::prepareProcess();
}

Scene::Scene(const QString &modules)
    : m_page(
          modules.isEmpty() ? qml::mainPage()
                            : QUrl::fromLocalFile(modules + QStringLiteral("/Vouch/Main.qml")))
{
    QGuiApplication::styleHints()->setCursorFlashTime(0);
    qml::addModules(m_engine);
    if (!modules.isEmpty())
        m_engine.addImportPath(modules);
    QQmlComponent shared(&m_engine);
    shared.setData(
        "import QtQml; import Vouch.Components; import Vouch.Kiosk; import Vouch.Survey;"
        "QtObject { property var theme: Theme; property var ease: Ease; property var sheets: "
        "Sheets;"
        "property var kioskTheme: KioskTheme }",
        {});
    m_singletons.reset(shared.create());
    if (!m_singletons)
        qFatal("%s", qPrintable(shared.errorString()));
    QObject::connect(
        &m_engine, &QQmlEngine::warnings, &m_engine, [this](const QList<QQmlError> &errors) {
            for (const auto &error : errors)
                m_warnings += error.toString();
        });
    QQmlEngine::setContextForObject(&m_bench, m_engine.rootContext());
    setTheme(kiosk::builtInTheme(QStringLiteral("plain")));
}

Scene::~Scene()
{
    end();
}

void Scene::begin(const Beginning &beginning)
{
    end();
    m_bench.prepare(
        {{QStringLiteral("checklist"), beginning.checklist},
         {QStringLiteral("turned"), false},
         {QStringLiteral("invitation"), beginning.invitation},
         {QStringLiteral("contact"), true}});
    m_bench.begin(beginning.language, beginning.withPin, beginning.conversations);
    QQmlComponent page(&m_engine, m_page);
    auto *made = page.createWithInitialProperties(
        {{QStringLiteral("survey"), QVariant::fromValue(m_bench.survey())},
         {QStringLiteral("manager"), QVariant::fromValue(m_bench.manager())},
         {QStringLiteral("windowed"), true}});
    m_window.reset(qobject_cast<QQuickWindow *>(made));
    if (!m_window)
        qFatal("%s", qPrintable(page.errorString()));
    m_window->requestActivate();
    if (!waitFor([this] { return m_window->isActive(); }))
        qFatal("the window does not become active");
    settle();
}

void Scene::end()
{
    if (!m_window)
        return;
    ask(Aid::None);
    showSheet("None");
    m_window.reset();
    settle();
    m_bench.end();
}

void Scene::setTheme(kiosk::Theme theme)
{
    theme.motion = false;
    qobject_cast<kiosk::KioskTheme *>(singleton("kioskTheme"))->use(theme);
}

void Scene::setLanguage(const QString &code)
{
    survey().setLanguage(code);
    manager().setLanguage(code);
    settle();
}

void Scene::resize(QSize size)
{
    m_window->resize(size);
    auto *theme = singleton("theme");
    if (!waitFor([&] { return theme->property("window").toSizeF().toSize() == size; }))
        qFatal("the window does not become %d x %d", size.width(), size.height());
    settle();
}

void Scene::ask(Aid aid)
{
    auto *ease = singleton("ease");
    ease->setProperty("larger", aid == Aid::Larger);
    ease->setProperty("contrast", aid == Aid::Contrast);
    ease->setProperty("lower", aid == Aid::Lower);
    settle();
}

void Scene::showSheet(const char *kind)
{
    auto *sheets = singleton("sheets");
    const auto &enumerators = *sheets->metaObject();
    const auto kinds = enumerators.enumerator(enumerators.indexOfEnumerator("Kind"));
    sheets->setProperty("shown", kinds.keyToValue(kind));
    settle();
}

void Scene::settle() const
{
    for (int i = 0; i < 4; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

bool Scene::waitFor(const std::function<bool()> &condition) const
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < 10000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    return condition();
}

QImage Scene::picture() const
{
    // Qt's keyboard looks for its layouts on a thread of its own.
    auto *keyboard = find(QStringLiteral("keyboard"));
    if (keyboard && keyboard->height() > 0 && !waitFor([&] { return hasKeys(keyboard); }))
        qFatal("the keyboard does not show its keys");
    // What is drawn on a Canvas comes with the first.
    m_window->grabWindow();
    settle();
    // Whether the keyboard has called the cursor yet is a matter of chance.
    for (auto *item :
         all([](QQuickItem *each) { return each->property("cursorVisible").toBool(); }))
        item->setProperty("cursorVisible", false);
    return m_window->grabWindow().convertToFormat(QImage::Format_RGB32);
}

QQuickItem *Scene::find(const QString &name) const
{
    const auto found = all([&](QQuickItem *item) { return item->objectName() == name; });
    return found.isEmpty() ? nullptr : found.first();
}

bool Scene::hasKeys(QQuickItem *keyboard) const
{
    const auto keys = all([&](QQuickItem *item) {
        return keyboard->isAncestorOf(item) && item->width() > 0 &&
               item->property("control").value<QObject *>();
    });
    return !keys.isEmpty();
}

QList<QQuickItem *> Scene::all(const std::function<bool(QQuickItem *)> &accept) const
{
    QList<QQuickItem *> found;
    const std::function<void(QQuickItem *)> look = [&](QQuickItem *item) {
        if (!item->isVisible())
            return;
        if (accept(item))
            found += item;
        for (auto *child : item->childItems())
            look(child);
    };
    look(m_window->contentItem());
    return found;
}

QRectF Scene::place(const QQuickItem *item) const
{
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

QObject *Scene::singleton(const char *name) const
{
    auto *found = m_singletons->property(name).value<QObject *>();
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

} // namespace vouch::test
