#pragma once

#include <QObject>
#include <QString>
#include <QtQmlIntegration>

#include <functional>
#include <memory>

namespace vouch::kiosk {

/// What can speak: a speech engine of the system, or a test's own.
class Speaker
{
public:
    virtual ~Speaker() = default;
    /// Whether it is heard in the language, "fa".
    virtual bool speaks(const QString &language) = 0;
    /// Says it now; what it was saying is broken off.
    virtual void say(const QString &text, const QString &language) = 0;
    virtual void stop() = 0;

    /// Told, on the main thread, when it begins to be heard and when it has ended.
    std::function<void(bool speaking)> changed = [](bool) {};
};

/// Reads aloud what the shopper asks to hear. The engine is looked for at the first question
/// whether there is one: it costs a process, and most shoppers never ask.
class Voice : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using Maker = std::function<std::unique_ptr<Speaker>()>;

    explicit Voice(QObject *parent = nullptr);
    ~Voice() override;

    /// Another engine than the system's; null is none at all.
    void setMaker(Maker maker);

    Q_INVOKABLE bool speaks(const QString &language);
    Q_INVOKABLE void say(const QString &text, const QString &language);
    Q_INVOKABLE void stop();

signals:
    /// Something is being said; may come more than once before ended().
    void began();
    void ended();

private:
    Speaker *speaker();

    Maker m_maker;
    bool m_looked = false;
    std::unique_ptr<Speaker> m_speaker;
};

} // namespace vouch::kiosk
