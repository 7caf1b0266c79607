#include "app/kiosk/voice.h"

#include "app/kiosk/qt_speaker.h"

namespace vouch::kiosk {

namespace {

/// Marks that put letters on their side of a line: an engine may name them.
bool isDirectionMark(QChar character)
{
    return character == QChar(0x200E) || character == QChar(0x200F) ||
           (character >= QChar(0x2066) && character <= QChar(0x2069));
}

} // namespace

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
    if (!m_looked && m_speaker)
        m_speaker->changed = [this](bool speaking) { speaking ? emit began() : emit ended(); };
    m_looked = true;
    return m_speaker.get();
}

bool Voice::speaks(const QString &language)
{
    return speaker() && speaker()->speaks(language);
}

void Voice::say(const QString &text, const QString &language)
{
    auto heard = text;
    heard.removeIf(isDirectionMark);
    if (heard.isEmpty() || !speaks(language))
        return;
    emit began(); // an engine may take a while to tell
    speaker()->say(heard, language);
}

void Voice::stop()
{
    if (!m_speaker)
        return;
    m_speaker->stop();
    emit ended();
}

} // namespace vouch::kiosk

#include "moc_voice.cpp"
