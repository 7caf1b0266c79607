#include "app/kiosk/kiosk_self_test.h"

#include "app/kiosk/kiosk_config.h"
#include "app/kiosk/kiosk_options.h"
#include "app/kiosk/manager_model.h"
#include "app/kiosk/manager_translator.h"
#include "app/kiosk/survey_model.h"
#include "qml/entry.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QTemporaryDir>

#include <iostream>

namespace vouch::kiosk {

namespace {

constexpr const char *pin = "2468";

/// Every state that the window can be in, one after the other.
class Walk
{
public:
    Walk(SurveyModel &survey, ManagerModel &manager)
        : m_survey(survey)
        , m_manager(manager)
    {
    }

    bool run()
    {
        show();
        for (const auto &language : m_survey.languages())
            converse(language.toMap()["code"].toString());
        return manage();
    }

private:
    /// Lets bindings, loaders and one frame happen.
    static void show() { QCoreApplication::processEvents(QEventLoop::AllEvents, 50); }

    template <class Condition> static bool wait(Condition condition)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition() && timer.elapsed() < 10000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        return condition();
    }

    void converse(const QString &language)
    {
        wait([&] { return !m_survey.locked(); });
        m_survey.setLanguage(language);
        show();
        m_survey.tapPoint(9);
        show();
        m_survey.back();
        show();
        m_survey.tapPoint(3);
        m_survey.writeComment();
        show();
        m_survey.saveComment();
        show();
        m_survey.dismissThanks();
        show();
    }

    bool manage()
    {
        for (const auto &language : m_manager.languages()) {
            m_manager.tryPin(pin);
            if (!wait([&] { return m_manager.isOpen(); }))
                return false;
            m_manager.setLanguage(language.toMap()["code"].toString());
            show();
            m_manager.startTraining();
            show();
            m_manager.endTraining();
        }
        m_manager.tryPin(pin);
        wait([&] { return m_manager.isOpen(); });
        m_manager.cleanScreen();
        show();
        return true;
    }

    SurveyModel &m_survey;
    ManagerModel &m_manager;
};

int fail(const std::string &why)
{
    std::cerr << "vouch-kiosk: the self-test failed: " << why << std::endl;
    return exit_code::failed;
}

} // namespace

int selfTest()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    const auto store = storage::KioskStore::open(folder.path().toStdString(), clock);
    if (!store)
        return fail(store.failure().text());
    QtTimers timers;
    SurveySettings settings;
    settings.checklist = builtInChecklist();
    if (!settings.checklist)
        return fail("the built-in survey cannot be read");
    SurveyModel survey(**store, clock, timers, settings);
    ManagerModel manager(**store, clock, timers, settings);
    ManagerTranslator translator;
    QQmlApplicationEngine engine;
    QStringList warnings;
    QObject::connect(&engine, &QQmlEngine::warnings, &engine, [&](const QList<QQmlError> &errors) {
        for (const auto &error : errors)
            warnings += error.toString();
    });
    QObject::connect(&manager, &ManagerModel::languageChanged, &engine, [&] {
        translator.setLanguage(manager.language(), manager.numberTag());
        engine.retranslate();
    });
    QObject::connect(&manager, &ManagerModel::trainingChanged, &survey, [&] {
        survey.setTraining(manager.training());
    });
    qml::addModules(engine);
    engine.setInitialProperties(
        {{"survey", QVariant::fromValue(&survey)},
         {"manager", QVariant::fromValue(&manager)},
         {"windowed", true}});
    engine.load(qml::mainPage());
    if (engine.rootObjects().isEmpty())
        return fail("the window cannot be loaded: " + warnings.join(u'\n').toStdString());
    QCoreApplication::processEvents();
    if (const auto set = manager.setPinNow(pin); !set)
        return fail(set.failure().text());
    const bool walked = Walk(survey, manager).run();
    qDeleteAll(engine.rootObjects());
    if (!walked)
        return fail("the manager's view did not open");
    warnings.removeDuplicates();
    if (!warnings.isEmpty())
        return fail(warnings.join(u'\n').toStdString());
    std::cout << "vouch-kiosk: the self-test passed." << std::endl;
    return exit_code::ok;
}

} // namespace vouch::kiosk
