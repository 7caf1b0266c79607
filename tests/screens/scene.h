#pragma once

#include "app/kiosk/theme_file.h"
#include "tests/qml/bench.h"

#include <QImage>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <memory>

namespace vouch::test {

/// What a shopper asked for to have it easier.
enum class Aid { None, Larger, Contrast, Lower };

/// What a conversation begins with.
struct Beginning
{
    QString language = QStringLiteral("en");
    QString checklist = QStringLiteral("resources/checklists/checkout-nps.json");
    bool invitation = false;
    bool withPin = true;
    int conversations = 0;
};

/// The shipped window over real models, as the software renderer draws it: time stands still,
/// nothing moves, no cursor blinks and no list is turned, so that a picture is the same every time.
/// QGuiApplication exists and has the keyboard chosen, see prepareApplication().
class Scene
{
public:
    /// The platform, the renderer and the fonts, before QGuiApplication is made; a display is not
    /// needed.
    static void prepareApplication();

    /// With the pages of the program, or of a folder of QML modules.
    explicit Scene(const QString &modules = {});
    ~Scene();

    /// A new window in its first page.
    void begin(const Beginning &beginning);
    void end();
    /// The theme with its pictures; nothing moves in it whatever it says.
    void setTheme(kiosk::Theme theme);
    void setLanguage(const QString &code);
    void resize(QSize size);
    void ask(Aid aid);

    void showSheet(const char *kind); ///< "Languages", "Ease" or "None"
    /// Lets bindings, loaders and layouts happen.
    void settle() const;
    bool waitFor(const std::function<bool()> &condition) const;
    QImage picture() const;

    /// What is visible and called so; null when nothing is.
    QQuickItem *find(const QString &name) const;
    /// Everything visible that is accepted, in its order from back to front.
    QList<QQuickItem *> all(const std::function<bool(QQuickItem *)> &accept) const;
    QRectF place(const QQuickItem *item) const;

    Bench &bench() { return m_bench; }
    kiosk::SurveyModel &survey() { return *m_bench.survey(); }
    kiosk::ManagerModel &manager() { return *m_bench.manager(); }
    QQuickWindow &window() const { return *m_window; }
    /// What the engine complained about.
    const QStringList &warnings() const { return m_warnings; }

private:
    bool hasKeys(QQuickItem *keyboard) const;
    QObject *singleton(const char *name) const;

    QUrl m_page;
    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_singletons;
    Bench m_bench;
    std::unique_ptr<QQuickWindow> m_window;
    QStringList m_warnings;
};

} // namespace vouch::test
