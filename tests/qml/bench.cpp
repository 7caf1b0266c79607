#include "tests/qml/bench.h"

#include "app/kiosk/kiosk_theme.h"
#include "app/kiosk/local_text.h"
#include "core/base/crypto.h"
#include "sync/protocol/kiosk_settings.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QQmlEngine>
#include <QQuickWindow>

namespace vouch::test {

namespace {

/// Says nothing, keeps everything.
class HeardVoice : public kiosk::Speaker
{
public:
    HeardVoice(
        QStringList languages, std::shared_ptr<QStringList> heard,
        std::shared_ptr<QStringList> heardIn)
        : m_languages(std::move(languages))
        , m_heard(std::move(heard))
        , m_heardIn(std::move(heardIn))
    {
    }

    bool speaks(const QString &language) override { return m_languages.contains(language); }
    void say(const QString &text, const QString &language) override
    {
        m_heard->append(text);
        m_heardIn->append(language);
    }
    void stop() override {}

private:
    QStringList m_languages;
    std::shared_ptr<QStringList> m_heard;
    std::shared_ptr<QStringList> m_heardIn;
};

void collect(QAccessibleInterface *thing, QVariantList &out)
{
    if (!thing || !thing->isValid())
        return;
    const auto state = thing->state();
    if (state.invisible)
        return;
    const auto box = thing->rect();
    const auto role = QMetaEnum::fromType<QAccessible::Role>().valueToKey(thing->role());
    out.append(QVariantMap{
        {QStringLiteral("role"), QString::fromLatin1(role)},
        {QStringLiteral("name"), thing->text(QAccessible::Name)},
        {QStringLiteral("description"), thing->text(QAccessible::Description)},
        {QStringLiteral("focusable"), bool(state.focusable)},
        {QStringLiteral("focused"), bool(state.focused)},
        {QStringLiteral("checkable"), bool(state.checkable)},
        {QStringLiteral("checked"), bool(state.checked)},
        {QStringLiteral("disabled"), bool(state.disabled)},
        {QStringLiteral("editable"), bool(state.editable)},
        {QStringLiteral("width"), box.width()},
        {QStringLiteral("height"), box.height()},
        {QStringLiteral("x"), box.x()},
        {QStringLiteral("y"), box.y()},
    });
    for (int i = 0; i < thing->childCount(); ++i)
        collect(thing->child(i), out);
}

QAccessibleInterface *button(QAccessibleInterface *thing, const QString &name)
{
    if (!thing || !thing->isValid() || thing->state().invisible)
        return nullptr;
    if (thing->role() == QAccessible::Button && thing->text(QAccessible::Name) == name)
        return thing;
    for (int i = 0; i < thing->childCount(); ++i) {
        if (auto *found = button(thing->child(i), name))
            return found;
    }
    return nullptr;
}

} // namespace

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
    auto settings = this->settings();
    settings.language = language.toStdString();
    m_survey =
        std::make_unique<SurveyModel>(*m_kiosk->store, m_kiosk->clock, m_kiosk->timers, settings);
    m_manager =
        std::make_unique<ManagerModel>(*m_kiosk->store, m_kiosk->clock, m_kiosk->timers, settings);
    connect(m_manager.get(), &ManagerModel::languageChanged, this, [this] {
        m_translator->setLanguage(m_manager->language(), m_manager->numberTag());
        if (auto *engine = qmlEngine(this))
            engine->retranslate();
    });
    m_manager->setLanguage(language);
    m_translator->setLanguage(m_manager->language(), m_manager->numberTag());
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

void Bench::prepare(const QVariantMap &more)
{
    m_more = more;
}

kiosk::SurveySettings Bench::settings()
{
    auto settings = m_more.value(QStringLiteral("contact")).toBool()
                        ? m_kiosk->settingsWith(m_sealing)
                        : m_kiosk->settings();
    if (const auto name = m_more.value(QStringLiteral("checklist")).toString(); !name.isEmpty()) {
        QFile file(QStringLiteral(VOUCH_SOURCE_DIR "/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is not there", qPrintable(name));
        auto parsed = checklist::parse(file.readAll().toStdString(), name.toStdString());
        if (!parsed)
            qFatal("%s", parsed.failure().text().c_str());
        if (!m_more.value(QStringLiteral("turned"), true).toBool())
            for (auto &question : parsed->questions)
                question.rotate = false;
        settings.checklist = std::make_shared<checklist::Checklist>(std::move(*parsed));
    }
    if (const auto zone = m_more.value(QStringLiteral("zone")).toString(); !zone.isEmpty())
        settings.zone = TimeZone::find(zone.toStdString()).value();
    settings.invitation = m_more.value(QStringLiteral("invitation")).toBool();
    m_more.clear();
    return settings;
}

void Bench::end()
{
    m_survey.reset();
    m_manager.reset();
    m_translator.reset();
    m_kiosk.reset();
}

void Bench::setMotion(bool on)
{
    auto *theme = qmlEngine(this)->singletonInstance<kiosk::KioskTheme *>(
        qmlTypeId("Vouch.Kiosk", 1, 0, "KioskTheme"));
    if (!theme)
        qFatal("there is no theme");
    theme->setLessMotion(!on);
}

void Bench::drawn(QObject *window) const
{
    auto *quick = qobject_cast<QQuickWindow *>(window);
    if (!quick)
        qFatal("no window to wait for");
    for (int i = 0; i < 2; ++i) {
        bool done = false;
        const auto seen =
            connect(quick, &QQuickWindow::frameSwapped, this, [&done] { done = true; });
        quick->update();
        QElapsedTimer since;
        since.start();
        while (!done && since.elapsed() < 1000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        disconnect(seen);
    }
}

QQuickItem *Bench::visible(QQuickItem *root, const QString &name) const
{
    if (!root || !root->isVisible())
        return nullptr;
    if (root->objectName() == name)
        return root;
    for (auto *child : root->childItems()) {
        if (auto *found = visible(child, name))
            return found;
    }
    return nullptr;
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

void Bench::refuseOldest(const QString &code, const QString &reason)
{
    const auto waiting = m_kiosk->store->outgoing(1, 1u << 20).value();
    const storage::Acknowledgement refused{
        waiting.at(0).id, storage::Acknowledgement::Kind::Refused, code.toStdString(),
        reason.toStdString()};
    if (!m_kiosk->store->acknowledge({&refused, 1}))
        qFatal("the record could not be set aside");
    m_manager->refresh();
}

void Bench::breakStore() const
{
    auto database =
        storage::Database::open(m_kiosk->file().toStdString(), storage::Database::Mode::ReadWrite);
    if (!database)
        qFatal("%s", database.failure().text().c_str());
    (*database)->raw().exec("CREATE TRIGGER broken BEFORE INSERT ON checks "
                            "BEGIN SELECT RAISE(ABORT, 'broken by a test'); END");
}

QVariantList Bench::accessibleTree(QObject *window) const
{
    QVariantList out;
    collect(QAccessible::queryAccessibleInterface(window), out);
    return out;
}

bool Bench::pressAccessible(QObject *window, const QString &name) const
{
    auto *found = button(QAccessible::queryAccessibleInterface(window), name);
    if (!found || !found->actionInterface())
        return false;
    found->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    return true;
}

QString Bench::clipboard() const
{
    return QGuiApplication::clipboard()->text();
}

void Bench::setClipboard(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
}

void Bench::giveVoice(const QStringList &languages)
{
    m_heard->clear();
    m_heardIn->clear();
    auto *voice =
        qmlEngine(this)->singletonInstance<kiosk::Voice *>(qmlTypeId("Vouch.Kiosk", 1, 0, "Voice"));
    if (!voice)
        qFatal("there is no voice");
    voice->setMaker([this, languages] {
        auto speaker = std::make_unique<HeardVoice>(languages, m_heard, m_heardIn);
        m_speaker = speaker.get();
        return speaker;
    });
}

void Bench::endSpeech()
{
    if (m_speaker)
        m_speaker->changed(false);
}

void Bench::holdKey(QObject *window, int key, const QString &text, int repeats) const
{
    for (int i = 0; i <= repeats; ++i) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text, i > 0);
        QCoreApplication::sendEvent(window, &press);
    }
    QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(window, &release);
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

namespace {

check::Check answered(const Clock &clock, Timestamp at, int score)
{
    check::Check check;
    check.id = Uuid::v7(clock);
    check.device = Uuid::parse("01930ca1-0000-7000-8000-000000000001").value();
    check.store = "s1";
    check.kind = check::kind::survey;
    check.checklist = "checkout-nps";
    check.version = 2;
    check.series = "2026a";
    check.touchpoint = "checkout";
    check.language = "en";
    check.openedAt = at;
    check.day = std::chrono::floor<std::chrono::days>(at);
    check.hour = static_cast<int>(std::chrono::floor<std::chrono::hours>(at - check.day).count());
    check.score = score;
    return check;
}

void keep(storage::KioskStore &store, const check::Check &check)
{
    if (!store.openCheck(check) || !store.close(check.id, 1))
        qFatal("the answer could not be stored");
}

} // namespace

void Bench::answerDaily(int days, int answers, int promoters)
{
    const auto today = std::chrono::floor<std::chrono::days>(m_kiosk->clock.now());
    for (int day = days - 1; day >= 0; --day)
        for (int i = 0; i < answers; ++i)
            keep(
                *m_kiosk->store,
                answered(
                    m_kiosk->clock, today - std::chrono::days(day) + std::chrono::hours(9 + i % 12),
                    i % 10 < promoters       ? 10
                    : i % 10 < promoters + 2 ? 8
                                             : 3));
    m_manager->refresh();
}

void Bench::answerMarked()
{
    constexpr int checks = 10;
    auto policy = check::MarkPolicy();
    policy.repeatScores = checks;
    json::object week;
    for (const char *day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
        week[day] = json::array{"09:00-21:00"};
    policy.hours = OpeningHours::parse(week).value();
    m_kiosk->store->setMarkPolicy(policy);
    const auto at =
        std::chrono::floor<std::chrono::days>(m_kiosk->clock.now()) + std::chrono::hours(8);
    for (int i = 0; i < checks; ++i)
        keep(*m_kiosk->store, answered(m_kiosk->clock, at + std::chrono::seconds(i), 10));
    m_kiosk->store->setMarkPolicy({});
    m_manager->refresh();
}

void Bench::addComment(int score, const QString &text)
{
    m_survey->tapPoint(score);
    m_survey->writeComment();
    m_survey->setComment(text);
    m_survey->saveComment();
    m_survey->done();
    m_survey->dismissThanks();
    advance(70000);
}

void Bench::setTarget(int points)
{
    kiosk::ViewSettings view;
    view.target = points;
    m_manager->setViewSettings(view);
}

void Bench::giveServerPins()
{
    kiosk::PinHashes hashes;
    for (const auto &[role, pin] :
         {std::pair(kiosk::PinRole::Figures, "1212"), std::pair(kiosk::PinRole::Exit, "3434"),
          std::pair(kiosk::PinRole::Technician, "5656")})
        hashes[role] = crypto::hashPassword(pin, crypto::Cost::Small).value();
    if (!m_manager->setServerPins(hashes))
        qFatal("the PINs could not be kept");
}

void Bench::tellDevice()
{
    kiosk::DeviceState device;
    device.id = QStringLiteral("01930ca1-0000-7000-8000-000000000001");
    device.version = QStringLiteral("0.1.0");
    device.server = QStringLiteral("https://vouch.example.com");
    device.checklist = QStringLiteral("checkout-nps 3");
    for (const auto &kind : protocol::settingKinds())
        device.settings += QVariantMap{
            {QStringLiteral("key"), kiosk::toQString(kind.key)},
            {QStringLiteral("value"),
             kind.key == "resting" ? QStringLiteral("\"invitation\"") : QString()}};
    m_manager->setDevice(device);
    m_manager->addProblem(QStringLiteral("marks/burst_checks: This must be a whole number."));
}

void Bench::setStoreAnswers(int promoters, int passives, int detractors)
{
    protocol::Glance glance;
    glance.all.add(10, promoters);
    glance.all.add(8, passives);
    glance.all.add(3, detractors);
    glance.unmarked.add(10, promoters - promoters / 8);
    glance.unmarked.add(8, passives);
    glance.unmarked.add(3, detractors);
    glance.asOf = m_kiosk->clock.now();
    for (const std::size_t hour : {9u, 10u, 11u, 12u, 13u, 14u, 17u, 18u})
        glance.hours[hour].add(hour < 12 ? 10 : 3, static_cast<int>(hour % 4) * 3 + 4);
    metrics::Tally exit;
    exit.add(10, promoters / 3);
    exit.add(3, detractors / 3);
    glance.touchpoints = {{"checkout", glance.all}, {"exit", exit}};
    glance.tablets = {
        {"till 1", glance.all, glance.asOf - std::chrono::minutes(3)},
        {"till 2", exit, glance.asOf - std::chrono::hours(30)},
        {"till 3", {}, std::nullopt}};
    glance.reasons = {
        {{"liked", {{"staff", 31}, {"choice", 24}, {"prices", 19}, {"quality", 17}}},
         {"improve", {{"queue", 27}, {"prices", 25}, {"stock", 17}, {"staff", 13}}}}};
    glance.marks = {{{"burst", promoters / 8}, {"repeat", promoters / 16}, {"closed_hours", 1}}};
    glance.today.add(9, 14);
    glance.usual.add(9, 80);
    glance.usualDays = 4;
    m_manager->setStoreFigures(glance);
}

void Bench::setStoreLatest()
{
    using check::DayPart;
    const auto today = m_kiosk->settings().zone.local(m_kiosk->clock.now()).day;
    const auto yesterday = today - std::chrono::days(1);
    protocol::Latest latest;
    latest.comments = {
        {{today, DayPart::Afternoon, 3, true}, "en", {"Waited 20 minutes. Call me: •••"}},
        {{today, DayPart::Afternoon, 8, false}, "fa", {"نان خوب بود، صف طولانی بود"}},
        {{today, DayPart::Afternoon, 10, false}, "ta", {"ஊழியர்கள் அன்பாக இருந்தார்கள்"}},
        {{yesterday, DayPart::Evening, {}, false}, "ar", {"المكان نظيف"}},
        {{yesterday, DayPart::Evening, 4, false}, "en", {"Too cold inside", "Nobody at the exit"}}};
    latest.commentsHeldBack = 1;
    latest.answers = {
        {{today, DayPart::Morning, 10, false}, {{"liked", "staff"}, {"liked", "prices"}}},
        {{today, DayPart::Morning, 0, true}, {}}};
    latest.answersHeldBack = 2;
    latest.asOf = m_kiosk->clock.now();
    m_manager->setStoreLatest(latest);
}

} // namespace vouch::test

#include "moc_bench.cpp"
