#include "tests/screens/screen_walk.h"

namespace vouch::test {

namespace {

using kiosk::SurveyModel;

const QStringList everyType = {
    "resting",     "points",       "several",     "comment", "one",
    "yes-no",      "number-wrong", "number",      "text",    "consent",
    "phone-wrong", "phone",        "email-wrong", "email",   "thanks-code",
};
const QStringList overlays = {
    QStringLiteral("languages"), QStringLiteral("ease"),    QStringLiteral("list"),
    QStringLiteral("warning"),   QStringLiteral("offer"),   QStringLiteral("thanks"),
    QStringLiteral("dimmed"),    QStringLiteral("failure"),
};
const QStringList invitation = {QStringLiteral("invitation")};
const QStringList staff = {
    QStringLiteral("staff-pin"),
    QStringLiteral("staff-figures"),
    QStringLiteral("staff-tablet"),
    QStringLiteral("staff-device"),
    QStringLiteral("staff-languages"),
    QStringLiteral("staff-comments"),
    QStringLiteral("staff-answers"),
    QStringLiteral("staff-store-answers"),
    QStringLiteral("staff-store-comments"),
    QStringLiteral("staff-details"),
    QStringLiteral("training"),
    QStringLiteral("cleaning"),
};
const QStringList setUp = {QStringLiteral("staff-set-up")};

/// Visits a screen when it is wanted; what the walk does to get there it does anyway.
class Walk
{
public:
    Walk(
        Scene &scene, const QStringList &wanted,
        const std::function<void(const QString &name)> &visit)
        : m_scene(scene)
        , m_wanted(wanted)
        , m_visit(visit)
    {
    }

    void at(const char *name)
    {
        const auto screen = QLatin1String(name);
        m_scene.settle();
        if (m_wanted.contains(screen))
            m_visit(screen);
    }

    /// The model is on the page that comes next, or the walk makes no sense.
    void expect(SurveyModel::Page page)
    {
        m_scene.settle();
        if (m_scene.survey().page() != page)
            qFatal("page %d, not %d", m_scene.survey().page(), page);
    }

private:
    Scene &m_scene;
    const QStringList &m_wanted;
    const std::function<void(const QString &name)> &m_visit;
};

void digits(SurveyModel &survey, std::initializer_list<int> typed)
{
    for (const int digit : typed)
        survey.typeDigit(digit);
}

void walkContact(Scene &scene, Walk &walk)
{
    auto &survey = scene.survey();
    walk.expect(SurveyModel::Contact);
    walk.at("consent");
    survey.giveConsent();
    survey.typeSign();
    digits(survey, {4, 9, 1});
    survey.confirmContact();
    walk.at("phone-wrong");
    digits(survey, {5, 1, 2, 3, 4, 5, 6});
    walk.at("phone");
    survey.setByEmail(true);
    scene.settle();
    auto *field = scene.find(QStringLiteral("commentField"));
    field->setProperty("text", QStringLiteral("someone"));
    survey.confirmContact();
    walk.at("email-wrong");
    field->setProperty("text", QStringLiteral("someone@example.org"));
    walk.at("email");
    survey.confirmContact();
    walk.expect(SurveyModel::Thanks);
    walk.at("thanks-code");
}

void walkEveryType(Scene &scene, Walk &walk, const QString &language)
{
    Beginning beginning;
    beginning.language = language;
    beginning.checklist = QStringLiteral("tests/qml/data/every_page.json");
    scene.begin(beginning);
    auto &survey = scene.survey();
    walk.at("resting");
    survey.tapPoint(3);
    walk.expect(SurveyModel::Scale);
    walk.at("points");
    survey.tapPoint(4);
    walk.expect(SurveyModel::List);
    survey.toggle(QStringLiteral("staff"));
    survey.toggle(QStringLiteral("prices"));
    walk.at("several");
    survey.writeComment();
    scene.waitFor([&] { return scene.find(QStringLiteral("keyboard")) != nullptr; });
    walk.at("comment");
    survey.saveComment();
    walk.expect(SurveyModel::Choice);
    walk.at("one");
    survey.done();
    walk.expect(SurveyModel::YesNo);
    walk.at("yes-no");
    survey.answerYesNo(true);
    walk.expect(SurveyModel::Number);
    digits(survey, {9, 9});
    walk.at("number-wrong");
    survey.eraseDigit();
    survey.typeSign();
    digits(survey, {1, 2});
    walk.at("number");
    survey.done();
    walk.expect(SurveyModel::Text);
    walk.at("text");
    survey.done();
    walkContact(scene, walk);
}

void walkOverlays(Scene &scene, Walk &walk, const QString &language)
{
    Beginning beginning;
    beginning.language = language;
    scene.begin(beginning);
    auto &survey = scene.survey();
    scene.showSheet("Languages");
    walk.at("languages");
    scene.showSheet("Ease");
    walk.at("ease");
    scene.showSheet("None");
    survey.tapPoint(3);
    walk.at("list");
    scene.bench().advance(20000);
    walk.at("warning");
    survey.finish();
    walk.expect(SurveyModel::Thanks);
    walk.at("offer");
    survey.refuseConsent();
    scene.bench().advance(2000);
    scene.setLanguage(language);
    survey.tapPoint(9);
    survey.done();
    walk.expect(SurveyModel::Thanks);
    walk.at("thanks");
    survey.dismissThanks();
    scene.bench().advance(2000);
    scene.setLanguage(language);
    survey.setDimmed(true);
    walk.at("dimmed");
    survey.setDimmed(false);
    scene.bench().breakStore();
    survey.tapPoint(3);
    walk.at("failure");
}

void walkStaff(Scene &scene, Walk &walk, const QString &language)
{
    Beginning beginning;
    beginning.language = language;
    beginning.conversations = 24;
    scene.begin(beginning);
    scene.bench().answerDaily(60, 10, 6);
    scene.bench().answerMarked();
    scene.bench().addComment(9, QStringLiteral("Very friendly, thank you Anna!"));
    scene.bench().addComment(3, QStringLiteral("Waited 20 minutes. Call me: 0151 2345678"));
    scene.bench().addComment(8, QStringLiteral("نان خوب بود، صف طولانی بود"));
    scene.bench().addComment(4, QStringLiteral("Too cold inside"));
    scene.bench().setTarget(50);
    scene.bench().setStoreAnswers(130, 40, 42);
    auto *view = scene.find(QStringLiteral("surveyView"))->parentItem();
    view->setProperty("asking", true);
    walk.at("staff-pin");
    auto &manager = scene.manager();
    scene.bench().giveServerPins();
    manager.tryPin(QStringLiteral("5656"));
    scene.waitFor([&] { return manager.isOpen(); });
    scene.bench().setStoreAnswers(130, 40, 42);
    walk.at("staff-figures");
    scene.find(QStringLiteral("managerView"))->setProperty("tabletAsked", true);
    walk.at("staff-tablet");
    scene.find(QStringLiteral("managerView"))->setProperty("tabletAsked", false);
    scene.bench().tellDevice();
    auto *board = scene.find(QStringLiteral("managerView"));
    board->setProperty("sheet", 1);
    walk.at("staff-device");
    board->setProperty("sheet", 2);
    walk.at("staff-languages");
    board->setProperty("sheet", 3);
    walk.at("staff-comments");
    scene.find(QStringLiteral("commentsPanel"))->setProperty("single", true);
    walk.at("staff-answers");
    scene.bench().setStoreLatest();
    walk.at("staff-store-answers");
    scene.find(QStringLiteral("commentsPanel"))->setProperty("single", false);
    walk.at("staff-store-comments");
    board->setProperty("sheet", 4);
    walk.at("staff-details");
    manager.startTraining();
    walk.at("training");
    manager.endTraining();
    manager.tryPin(QStringLiteral("5656"));
    scene.waitFor([&] { return manager.isOpen(); });
    manager.cleanScreen();
    walk.at("cleaning");
}

bool anyOf(const QStringList &wanted, const QStringList &there)
{
    return std::any_of(
        there.begin(), there.end(), [&](const QString &name) { return wanted.contains(name); });
}

} // namespace

const QList<QStringList> &screenWalks()
{
    static const QList<QStringList> walks{invitation, everyType, overlays, setUp, staff};
    return walks;
}

QStringList screenNames()
{
    QStringList names;
    for (const auto &walk : screenWalks())
        names += walk;
    return names;
}

bool isStaffScreen(const QString &name)
{
    return staff.contains(name) || setUp.contains(name);
}

void walkScreens(
    Scene &scene, const QString &language, const QStringList &wanted,
    const std::function<void(const QString &name)> &visit)
{
    Walk walk(scene, wanted, visit);
    Beginning beginning;
    beginning.language = language;
    if (anyOf(wanted, invitation)) {
        beginning.invitation = true;
        scene.begin(beginning);
        walk.at("invitation");
        beginning.invitation = false;
    }
    if (anyOf(wanted, everyType))
        walkEveryType(scene, walk, language);
    if (anyOf(wanted, overlays))
        walkOverlays(scene, walk, language);
    if (anyOf(wanted, setUp)) {
        beginning.withPin = false;
        scene.begin(beginning);
        walk.at("staff-set-up");
    }
    if (anyOf(wanted, staff))
        walkStaff(scene, walk, language);
    scene.end();
}

} // namespace vouch::test
