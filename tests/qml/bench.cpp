#include "tests/qml/bench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlEngine>

namespace vouch::test {

using kiosk::ManagerModel;
using kiosk::SurveyModel;

Bench::Bench(QObject *parent)
    : QObject(parent)
{
}

Bench::~Bench() = default;

void Bench::begin(const QString &language, bool withPin, int conversations)
{
    end();
    m_kiosk = std::make_unique<Kiosk>();
    m_translator = std::make_unique<kiosk::ManagerTranslator>();
    auto settings = m_kiosk->settings();
    settings.language = language.toStdString();
    m_survey =
        std::make_unique<SurveyModel>(*m_kiosk->store, m_kiosk->clock, m_kiosk->timers, settings);
    m_manager =
        std::make_unique<ManagerModel>(*m_kiosk->store, m_kiosk->clock, m_kiosk->timers, settings);
    connect(m_manager.get(), &ManagerModel::languageChanged, this, [this] {
        m_translator->setLanguage(m_manager->language());
        if (auto *engine = qmlEngine(this))
            engine->retranslate();
    });
    m_translator->setLanguage(language);
    m_manager->setLanguage(language);
    m_manager->setNames(QStringLiteral("till 3"), QStringLiteral("Vouch Demo, Central"));
    if (withPin && !m_manager->setPinNow("2468"))
        qFatal("the PIN could not be set");

    connect(m_manager.get(), &ManagerModel::trainingChanged, m_survey.get(), [this] {
        m_survey->setTraining(m_manager->training());
    });
    connect(m_survey.get(), &SurveyModel::touched, m_manager.get(), &ManagerModel::touched);
    connect(m_survey.get(), &SurveyModel::stored, m_manager.get(), &ManagerModel::refresh);
    converse(conversations);
    emit begun();
}

void Bench::end()
{
    m_survey.reset();
    m_manager.reset();
    m_translator.reset();
    m_kiosk.reset();
}

void Bench::advance(int milliseconds)
{
    m_kiosk->timers.advance(std::chrono::milliseconds(milliseconds));
}

QVariantList Bench::records() const
{
    QVariantList out;
    for (const auto &check : m_kiosk->closed()) {
        QVariantMap record{
            {QStringLiteral("kind"), QString::fromStdString(check.kind)},
            {QStringLiteral("language"), QString::fromStdString(check.language)},
            {QStringLiteral("score"), check.score.value_or(-1)},
            {QStringLiteral("state"), QString::fromUtf8(check::toText(check.state).data())},
        };
        for (const auto &item : check.items) {
            const auto text = "[" + json::serialize(item.value) + "]";
            const auto value = QJsonDocument::fromJson(QByteArray::fromStdString(text));
            record.insert(
                QString::fromStdString(item.question), value.toVariant().toList().constFirst());
        }
        out.append(record);
    }
    return out;
}

int Bench::openScore() const
{
    const auto text = m_kiosk->onDisk("SELECT score FROM checks WHERE state = 'open'");
    return text.empty() ? -1 : std::stoi(text);
}

void Bench::converse(int count)
{
    const int role = m_survey->choices()->roleNames().key("code");
    for (int i = 0; i < count; ++i) {
        m_survey->tapPoint((i * 7) % 11);
        for (int pick = 0; pick < i % 4; ++pick) {
            const auto row = m_survey->choices()->index((i * (pick + 1)) % 10);
            m_survey->toggle(row.data(role).toString());
        }
        m_survey->done();
        m_survey->dismissThanks();
        advance(1000);
    }
}

void Bench::setStoreAnswers(int promoters, int passives, int detractors)
{
    kiosk::StoreFigures figures;
    figures.tally.add(10, promoters);
    figures.tally.add(8, passives);
    figures.tally.add(3, detractors);
    figures.asOf = m_kiosk->clock.now();
    m_manager->setStoreFigures(figures);
}

} // namespace vouch::test
