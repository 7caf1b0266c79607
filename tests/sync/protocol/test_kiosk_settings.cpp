#include "sync/protocol/kiosk_settings.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_kiosk_settings {

using namespace vouch;
using namespace vouch::protocol;

/// The settings of a tablet: what fits, what does not, and what holds then.
class TestKioskSettings : public QObject
{
    Q_OBJECT

private slots:
    void nothingGivenIsTheDefault();
    void everySettingIsRead();
    void partsOfASettingAreOptional();
    void badValuesAreRefused_data();
    void badValuesAreRefused();
    void everyListedSettingIsKnown();
    void aBadOneLeavesTheOthersInForce();
    void pinsAreReadByRole_data();
    void pinsAreReadByRole();
    void newPinsAreChecked_data();
    void newPinsAreChecked();
};

namespace {

json::object objectOf(const char *text)
{
    return parseJson(text).value().as_object();
}

/// The settings of an object without any fault.
KioskSettings good(const char *text)
{
    std::vector<Failure> problems;
    const auto out = readSettings(objectOf(text), problems);
    for (const auto &problem : problems)
        qWarning("%s", problem.text().c_str());
    return problems.empty() ? out : KioskSettings();
}

} // namespace

void TestKioskSettings::nothingGivenIsTheDefault()
{
    const auto settings = good("{}");
    QCOMPARE(settings.resting, KioskSettings::Resting::Question);
    QVERIFY(settings.language.empty());
    QVERIFY(settings.openingHours.empty());
    QVERIFY(settings.theme.empty());
    QVERIFY(!settings.keepUnsentComment);
    QCOMPARE(settings.marks, (KioskSettings::Marks{6, 60, 10}));
    QCOMPARE(settings.contact, (KioskSettings::Contact{true, "", 65, {}, "1"}));
    QVERIFY(settings.lowReach);
    QVERIFY(settings.readAloud);
    QVERIFY(!settings.pins);
    QVERIFY(settings.given.empty());
}

void TestKioskSettings::everySettingIsRead()
{
    const char *text = R"({
        "resting": "invitation", "language": "pt-BR", "opening_hours": {"mon": ["09:00-22:00"]},
        "theme": {"colours": {"ink": "#000000"}}, "keep_unsent_comment": true,
        "marks": {"burst_checks": 4, "burst_seconds": 30, "repeat_scores": 12},
        "contact": {"enabled": false, "chain": "Haus & Co", "days": 14, "version": "de-2",
                    "texts": {"de": "Dürfen wir?"}},
        "low_reach": false, "read_aloud": false, "official_score": "unmarked",
        "day_start": "04:00", "week_start": "sat", "calendar": "jalali"})";
    const auto settings = good(text);
    QCOMPARE(settings.resting, KioskSettings::Resting::Invitation);
    QCOMPARE(settings.language, std::string("pt-BR"));
    QVERIFY(settings.openingHours.contains("mon"));
    QVERIFY(settings.theme.contains("colours"));
    QVERIFY(settings.keepUnsentComment);
    QCOMPARE(settings.marks, (KioskSettings::Marks{4, 30, 12}));
    QCOMPARE(
        settings.contact,
        (KioskSettings::Contact{false, "Haus & Co", 14, {{"de", "Dürfen wir?"}}, "de-2"}));
    QVERIFY(!settings.lowReach);
    QVERIFY(!settings.readAloud);
    QVERIFY(settings.unmarkedIsOfficial);
    QCOMPARE(settings.dayStart, 4);
    QCOMPARE(settings.weekStart, std::chrono::Saturday);
    QCOMPARE(settings.calendar, Calendar::Jalali);
    QCOMPARE(json::serialize(settings.given), json::serialize(objectOf(text)));
}

void TestKioskSettings::partsOfASettingAreOptional()
{
    QVERIFY(!good("{}").target);
    QCOMPARE(good(R"({"target": -100})").target, std::optional(-100));
    const auto settings = good(R"({"marks": {"repeat_scores": 20}, "contact": {"days": 7}})");
    QCOMPARE(settings.marks, (KioskSettings::Marks{6, 60, 20}));
    QCOMPARE(settings.contact, (KioskSettings::Contact{true, "", 7, {}, "1"}));
}

void TestKioskSettings::badValuesAreRefused_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("where");
    const auto add = [](const char *key, const char *value, const char *where) {
        QTest::addRow("%s %s", key, value)
            << QByteArray(key) << QByteArray(value) << QByteArray(where);
    };
    add("resting", "\"video\"", "resting");
    add("resting", "null", "resting");
    add("language", "\"\"", "language");
    add("language", "\"English\"", "language");
    add("language", "7", "language");
    add("opening_hours", "{}", "opening_hours");
    add("opening_hours", R"({"mon": ["9-22"]})", "opening_hours/mon/0");
    add("theme", "\"dark\"", "theme");
    add("keep_unsent_comment", "1", "keep_unsent_comment");
    add("low_reach", "\"true\"", "low_reach");
    add("read_aloud", "null", "read_aloud");
    add("target", "101", "target");
    add("target", "\"50\"", "target");
    add("target", "12.5", "target");
    add("marks", "[]", "marks");
    add("marks", R"({"burst_checks": 1})", "marks/burst_checks");
    add("marks", R"({"burst_seconds": 60.0})", "marks/burst_seconds");
    add("marks", R"({"repeat_scores": 100000000000})", "marks/repeat_scores");
    add("marks", R"({"repeats": 10})", "marks");
    add("official_score", "\"some\"", "official_score");
    add("day_start", "\"04:30\"", "day_start");
    add("day_start", "\"13:00\"", "day_start");
    add("day_start", "4", "day_start");
    add("week_start", "\"Saturday\"", "week_start");
    add("week_start", "6", "week_start");
    add("calendar", "\"julian\"", "calendar");
    add("contact", R"({"days": 0})", "contact/days");
    add("contact", R"({"chain": ""})", "contact/chain");
    add("contact", R"({"enabled": 1})", "contact/enabled");
    add("contact", R"({"version": "zwei Worte"})", "contact/version");
    add("contact", R"({"texts": {"de": "Ja?"}})", "contact/version");
    add("contact", R"({"version": "2", "texts": {"de": 5}})", "contact/texts/de");
    add("contact", R"({"version": "2", "texts": {"Deutsch": "Ja?"}})", "contact/texts");
    add("contact", R"({"version": "2", "texts": []})", "contact/texts");
}

void TestKioskSettings::badValuesAreRefused()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, where);
    const auto checked = checkSetting(key.toStdString(), parseJson(value.toStdString()).value());
    QVERIFY(!checked);
    QCOMPARE(checked.failure().code, std::string("setting-malformed"));
    QCOMPARE(checked.failure().where, where.toStdString());
}

void TestKioskSettings::everyListedSettingIsKnown()
{
    QCOMPARE(settingKinds().size(), 14u);
    for (const auto &kind : settingKinds()) {
        const auto checked = checkSetting(kind.key, nullptr);
        QVERIFY(!checked);
        QCOMPARE(checked.failure().code, std::string("setting-malformed"));
        QVERIFY(!kind.shape.empty());
    }
    const auto unknown = checkSetting("pins", json::object());
    QVERIFY(!unknown);
    QCOMPARE(unknown.failure().code, std::string("setting-unknown"));
    QVERIFY(unknown.failure().message.find("keep_unsent_comment") != std::string::npos);
}

void TestKioskSettings::aBadOneLeavesTheOthersInForce()
{
    std::vector<Failure> problems;
    const auto settings = readSettings(
        objectOf(R"({"resting": "invitation", "marks": {"burst_checks": 3, "repeat_scores": 0},
                     "sound": true, "language": "fa", "pins": {"king": "$argon2id$"}})"),
        problems);
    QCOMPARE(problems.size(), 3u);
    QCOMPARE(problems[0].where, std::string("marks/repeat_scores"));
    QCOMPARE(problems[1].code, std::string("setting-unknown"));
    QCOMPARE(problems[2].where, std::string("pins/king"));
    QCOMPARE(settings.resting, KioskSettings::Resting::Invitation);
    QCOMPARE(settings.language, std::string("fa"));
    QCOMPARE(settings.marks, KioskSettings::Marks()); // whole, not half
    QVERIFY(!settings.pins);
    QCOMPARE(
        json::serialize(settings.given),
        std::string(R"({"resting":"invitation","language":"fa"})"));
}

void TestKioskSettings::pinsAreReadByRole_data()
{
    QTest::addColumn<QByteArray>("pins");
    QTest::addColumn<int>("count"); // -1: nothing that can be read
    QTest::newRow("none") << QByteArray("{}") << 0;
    QTest::newRow("two") << QByteArray(R"({"exit": "$argon2id$a", "technician": "$argon2id$b"})")
                         << 2;
    QTest::newRow("in clear") << QByteArray(R"({"exit": "2468"})") << -1;
    QTest::newRow("list") << QByteArray("[]") << -1;
}

void TestKioskSettings::pinsAreReadByRole()
{
    QFETCH(QByteArray, pins);
    QFETCH(int, count);
    std::vector<Failure> problems;
    const auto settings = readSettings(objectOf(("{\"pins\":" + pins + "}").constData()), problems);
    QCOMPARE(settings.pins ? int(settings.pins->size()) : -1, count);
    QCOMPARE(problems.size(), count < 0 ? 1u : 0u);
    QVERIFY(settings.given.empty()); // hashes are nobody's to see
    if (count < 0)
        QVERIFY(problems[0].text().find("2468") == std::string::npos);
}

void TestKioskSettings::newPinsAreChecked_data()
{
    QTest::addColumn<QByteArray>("pin");
    QTest::addColumn<QByteArray>("code");
    for (const char *fine : {"2468", "1357", "80808081", "90210", "1243"})
        QTest::newRow(fine) << QByteArray(fine) << QByteArray();
    for (const char *bad : {"", "123", "123456789", "12a4", "۱۲۳۴", "12 4"})
        QTest::newRow(bad) << QByteArray(bad) << QByteArray("pin-malformed");
    for (const char *easy :
         {"0000", "99999999", "1234", "4321", "01234567", "7890", "0987", "1212", "424242"})
        QTest::newRow(easy) << QByteArray(easy) << QByteArray("pin-easy");
}

void TestKioskSettings::newPinsAreChecked()
{
    QFETCH(QByteArray, pin);
    QFETCH(QByteArray, code);
    const auto checked = checkNewPin(pin.toStdString());
    QCOMPARE(checked ? std::string() : checked.failure().code, code.toStdString());
}

VOUCH_TEST(TestKioskSettings)

} // namespace test_kiosk_settings

#include "test_kiosk_settings.moc"
