#include "app/kiosk/voice.h"

#include "app/kiosk/qt_speaker.h"

namespace vouch::kiosk {

Voice::Voice(QObject *parent)
    : QObject(parent)
    , m_maker(makeQtSpeaker)
{
}

Voice::~Voice() = default;

void Voice::setMaker(Maker maker)
{
    m_maker = std::move(maker);
    m_speaker.reset();
    m_looked = false;
}

Speaker *Voice::speaker()
{
    if (!m_looked && m_maker)
        m_speaker = m_maker();
    m_looked = true;
    return m_speaker.get();
}

bool Voice::speaks(const QString &language)
{
    return speaker() && speaker()->speaks(language);
}

void Voice::say(const QString &text, const QString &language)
{
    if (speaks(language))
        speaker()->say(text, language);
}

void Voice::stop()
{
    if (m_speaker)
        m_speaker->stop();
}

} // namespace vouch::kiosk
