#include "app/kiosk/kiosk_check.h"

#include "app/kiosk/kiosk_options.h"
#include "app/kiosk/manager_model.h"
#include "app/kiosk/survey_model.h"
#include "core/base/crypto.h"
#include "core/checklist/parser.h"
#include "qml/entry.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

namespace vouch::kiosk {

namespace {

using checklist::Checklist;
using checklist::Question;
using checklist::Type;

/// Only what leads to `question`: the first page, and what a list offers beside itself.
Checklist pathTo(const Question &question, const Checklist &whole)
{
    auto out = whole;
    const auto &first = whole.questions.front().code;
    std::erase_if(out.questions, [&](const Question &other) {
        const bool beside = other.onRequest && other.type == Type::Text &&
                            (question.type == Type::Choices || question.type == Type::Choice);
        return other.code != question.code && other.code != first && other.code != whole.score &&
               !beside;
    });
    for (auto &other : out.questions) {
        other.when.reset();
        if (other.code == question.code)
            other.onRequest = false;
    }
    return out;
}

/// Nobody walks away from a page that is being looked at.
KioskTimes patient()
{
    KioskTimes times;
    times.idleOnList = times.idleInComment = times.idleAtRest = std::chrono::hours(24);
    times.thanks = times.thanksWithOffer = times.thanksWithCode = std::chrono::hours(24);
    times.lock = KioskTimes::Ms(0);
    return times;
}

/// The shipped window, which holds the checklist with itself.
class Layouts
{
public:
    Layouts(storage::KioskStore &store, const Clock &clock)
        : m_store(store)
        , m_clock(clock)
        , m_key(crypto::SealingKey::make())
    {
        qml::addModules(m_engine);
    }

    Result<std::vector<CheckedMisfit>> look(const Checklist &whole)
    {
        for (const auto &question : whole.questions) {
            if (const auto begun = begin(pathTo(question, whole)); !begun)
                return begun.failure();
            if (&question == &whole.questions.front())
                m_survey->page() == SurveyModel::Invitation ? m_survey->begin() : void();
            else
                goTo(question);
            lookAt(question.code, whole);
            if (question.type == Type::Contact && m_survey->page() == SurveyModel::Contact) {
                m_survey->giveConsent();
                lookAt(question.code, whole);
            }
        }
        if (const auto begun = begin(pathTo(whole.questions.front(), whole)); !begun)
            return begun.failure();
        lookAt("at rest", whole);
        goToThanks();
        lookAt("thanks", whole);
        return std::move(m_found);
    }

private:
    void settle()
    {
        QCoreApplication::processEvents();
        if (m_window)
            (void)m_window->grabWindow(); // lays out what asked for it, and what that moved
        QCoreApplication::processEvents();
    }

    Result<void> begin(const Checklist &asked)
    {
        m_window.reset();
        SurveySettings settings;
        settings.checklist = std::make_shared<const Checklist>(asked);
        settings.contact.chain = "Vouch";
        settings.contact.keyId = "00000000";
        settings.contact.key = m_key.publicKey;
        m_survey = std::make_unique<SurveyModel>(m_store, m_clock, m_timers, settings, patient());
        m_manager = std::make_unique<ManagerModel>(m_store, m_clock, m_timers, settings);
        // Without one the window asks staff for it instead of shoppers for an answer.
        if (m_manager->pinNeeded()) {
            if (auto set = m_manager->setPinNow("0000"); !set)
                return set.failure();
        }
        QQmlComponent page(&m_engine, qml::mainPage());
        m_window.reset(qobject_cast<QQuickWindow *>(page.createWithInitialProperties(
            {{QStringLiteral("survey"), QVariant::fromValue(m_survey.get())},
             {QStringLiteral("manager"), QVariant::fromValue(m_manager.get())},
             {QStringLiteral("windowed"), true}})));
        if (!m_window)
            return Failure{"page-broken", page.errorString().toStdString(), "Main.qml"};
        settle();
        return {};
    }

    /// Through the pages before it, with any answer.
    void goTo(const Question &question)
    {
        const auto code = QString::fromStdString(question.code);
        for (int i = 0; i < 3 && !m_survey->pageKey().endsWith(code); ++i)
            pass();
    }

    void goToThanks()
    {
        for (int i = 0; i < 4 && m_survey->page() != SurveyModel::Thanks; ++i)
            pass();
    }

    void pass()
    {
        const auto scale = m_survey->scale();
        if (m_survey->page() == SurveyModel::Invitation)
            m_survey->begin();
        else if (!scale.isEmpty())
            m_survey->tapPoint(scale.first().toMap()[QStringLiteral("value")].toInt());
        else if (m_survey->page() == SurveyModel::YesNo)
            m_survey->answerYesNo(true);
        else if (m_survey->page() == SurveyModel::Contact)
            m_survey->refuseConsent();
        else
            m_survey->done();
        settle();
    }

    void lookAt(const std::string &question, const Checklist &whole)
    {
        for (const auto &screen : smallestScreens()) {
            m_window->resize(screen);
            for (const auto &language : whole.languages) {
                m_survey->setLanguage(QString::fromStdString(language));
                settle();
                for (const auto &misfit : findMisfits(*m_window))
                    m_found.push_back({question, language, screen, misfit});
            }
        }
    }

    storage::KioskStore &m_store;
    const Clock &m_clock;
    crypto::SealingKey m_key;
    QtTimers m_timers;
    QQmlEngine m_engine;
    std::unique_ptr<SurveyModel> m_survey;
    std::unique_ptr<ManagerModel> m_manager;
    std::unique_ptr<QQuickWindow> m_window;
    std::vector<CheckedMisfit> m_found;
};

/// "choice_staff" → choice "staff".
std::string placeName(const QString &place)
{
    const auto name = place.toStdString();
    const auto bar = name.find('_');
    return bar == std::string::npos ? name
                                    : name.substr(0, bar) + " \"" + name.substr(bar + 1) + '"';
}

std::string shortened(const QString &text)
{
    constexpr int most = 80;
    return (text.size() <= most ? text : text.left(most) + u'…').toStdString();
}

int reportProblems(const std::vector<Failure> &problems)
{
    for (const auto &problem : problems)
        std::cerr << problem.text() << '\n';
    return exit_code::failed;
}

int reportMisfits(const std::vector<CheckedMisfit> &misfits, const std::string &file)
{
    for (const auto &[question, language, screen, misfit] : misfits)
        std::cerr << file << ": " << question << ", " << placeName(misfit.place) << ", in "
                  << language << ", at " << screen.width() << "x" << screen.height() << ": \""
                  << shortened(misfit.text) << "\" " << misfit.problem.toStdString() << ".\n";
    std::cerr << file << ": " << misfits.size()
              << " do not fit the smallest screens. Write them shorter.\n";
    return exit_code::failed;
}

} // namespace

const std::vector<QSize> &smallestScreens()
{
    static const std::vector<QSize> screens = {{1024, 600}, {800, 1280}};
    return screens;
}

Result<std::vector<CheckedMisfit>> checkLayout(const Checklist &checklist)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    const auto store = storage::KioskStore::open(folder.path().toStdString(), clock);
    if (!store)
        return store.failure();
    return Layouts(**store, clock).look(checklist);
}

int checkChecklist(const std::filesystem::path &file, int argc, char **argv)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return reportProblems({Failure{
            "file-unreadable", "It cannot be read. Check the path and the rights.",
            file.string()}});
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto parsed = checklist::parseAll(text, file.string());
    if (const auto *problems = std::get_if<std::vector<Failure>>(&parsed))
        return reportProblems(*problems);
    const auto &checklist = std::get<Checklist>(parsed);
    if (const auto shape = checkShape(checklist); !shape)
        return reportProblems({shape.failure()});
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qml::prepareProcess();
    // What Qt remarks about fonts is said better below.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    const QGuiApplication app(argc, argv);
    const auto misfits = checkLayout(checklist);
    if (!misfits)
        return reportProblems({misfits.failure()});
    if (!misfits->empty())
        return reportMisfits(*misfits, file.string());
    std::cout << file.string() << ": " << checklist.id << " version " << checklist.version
              << " is fine, and every text fits the smallest screens.\n";
    return exit_code::ok;
}

} // namespace vouch::kiosk
