#include "app/kiosk/qt_speaker.h"

#ifdef VOUCH_HAS_SPEECH

#include <QLocale>
#include <QTextToSpeech>

namespace vouch::kiosk {

namespace {

class QtSpeaker : public Speaker
{
public:
    explicit QtSpeaker(const QString &engine)
        : m_speech(engine)
    {
        QObject::connect(
            &m_speech, &QTextToSpeech::stateChanged, &m_speech,
            [this](QTextToSpeech::State state) { changed(state == QTextToSpeech::Speaking); });
    }

    bool isReady() const
    {
        return m_speech.state() != QTextToSpeech::Error && !m_speech.availableLocales().isEmpty();
    }

    bool speaks(const QString &language) override { return find(language).has_value(); }

    void say(const QString &text, const QString &language) override
    {
        m_speech.stop();
        if (const auto locale = find(language); locale && m_speech.locale() != *locale)
            m_speech.setLocale(*locale);
        m_speech.say(text);
    }

    void stop() override { m_speech.stop(); }

private:
    std::optional<QLocale> find(const QString &language) const
    {
        const auto wanted = QLocale(language).language();
        const auto locales = m_speech.availableLocales();
        for (const auto &locale : locales) {
            if (locale.language() == wanted)
                return locale;
        }
        return std::nullopt;
    }

    QTextToSpeech m_speech;
};

} // namespace

std::unique_ptr<Speaker> makeQtSpeaker()
{
    const auto engines = QTextToSpeech::availableEngines();
    for (const auto *engine : {"speechd", "flite", "android"}) {
        if (!engines.contains(QLatin1String(engine)))
            continue;
        auto speaker = std::make_unique<QtSpeaker>(QLatin1String(engine));
        if (speaker->isReady())
            return speaker;
    }
    return nullptr;
}

} // namespace vouch::kiosk

#else

namespace vouch::kiosk {

std::unique_ptr<Speaker> makeQtSpeaker()
{
    return nullptr;
}

} // namespace vouch::kiosk

#endif
