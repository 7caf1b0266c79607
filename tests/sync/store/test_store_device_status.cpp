#include "central_tablet.h"
#include "sync/server/store/audit.h"
#include "sync/server/store/device_codes.h"
#include "sync/server/store/device_status.h"
#include "sync/server/store/ledger.h"
#include "tests/support/suite.h"

#include <QTest>

#include <cmath>

namespace test_store_device_status {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;
namespace attention = server::attention;

/// How the tablets are: coverage, silence, what needs a look, and tablets that take another's
/// place.
class TestStoreDeviceStatus : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<Tablet> m_tablet;

    server::DeviceStatus status(const Uuid &id) const
    {
        server::DeviceQuery query;
        query.id = id;
        return m_store->deviceStatuses(query).value().devices.at(0);
    }
    server::DeviceStatus status() const { return status(m_tablet->device.id); }
    std::string words(const Uuid &id) const
    {
        std::string out;
        for (const auto word : status(id).attention)
            out += (out.empty() ? "" : " ") + std::string(word);
        return out;
    }
    std::string words() const { return words(m_tablet->device.id); }
    void beat(const std::string &members = {})
    {
        QVERIFY(m_store->recordHeartbeat(m_tablet->device.id, "{" + members + "}"));
    }
    void send(Tablet &tablet, std::vector<json::object> records)
    {
        QCOMPARE(
            statuses(m_store->ingest(tablet.device, tablet.batch(records))),
            std::string(records.size(), 'a'));
    }
    json::object hour(Tablet &tablet, Day day, int hour, int minutes, int scored = 0) const
    {
        check::Check record;
        record.id = Uuid::v7(*m_clock);
        record.device = tablet.device.id;
        record.store = tablet.device.store;
        record.kind = check::kind::activity;
        record.openedAt = record.closedAt = Timestamp(day) + std::chrono::hours(hour);
        record.day = day;
        record.hour = hour;
        record.boot = Uuid::v7(*m_clock);
        record.body = {
            {"minutes", minutes},
            {"opened", scored},
            {"scored", scored},
            {"completed", 0},
            {"left", json::object()}};
        return tablet.chained(record);
    }
    void open(const std::string &hours)
    {
        json::object week;
        for (const char *day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
            week[day] = json::array{json::string(hours)};
        QVERIFY(m_store->setSetting({"", "opening_hours", week, {}}));
    }
    Day today() const { return std::chrono::floor<std::chrono::days>(m_clock->now()); }

private slots:
    void init()
    {
        m_tablet.reset();
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_store = server::Store::open(databaseIn(*m_folder), *m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "", "UTC"}));
        QVERIFY(m_store->addStore({"s2", "Shop two", "", "UTC"}));
        m_tablet = std::make_unique<Tablet>(*m_clock, *m_store);
    }

    void aTabletIsAsItSays()
    {
        QCOMPARE(words(), std::string("never-seen"));
        beat(R"("version":"1.2","queue_length":3,"battery_percent":12,"charging":false,)"
             R"("temperature_celsius":85,"disk_free_bytes":1000,"locked":false,)"
             R"("failing":["disk-full"],"clock":"2026-11-22T09:50:00.000Z","refused":1,)"
             R"("queue_oldest_at":"2026-11-22T08:00:00.000Z")");
        const auto now = status();
        QCOMPARE(now.report.version, std::string("1.2"));
        QCOMPARE(now.clockErrorMs, std::optional<std::int64_t>(600'000));
        QCOMPARE(
            words(), std::string("queue-old refused battery-low hot disk-low clock-off unlocked "
                                 "failing"));
        beat(R"("queue_length":0,"battery_percent":12,"charging":true,"locked":true)");
        QCOMPARE(words(), std::string("clock-off")); // the estimate stays until there is a better
        beat(R"("clock":"2026-11-22T10:00:00.000Z")");
        QCOMPARE(words(), std::string());
    }

    void whatMakesNoSenseIsNotKnown()
    {
        beat(R"("battery_percent":900,"clock":"yesterday","locked":"yes","queue_length":-1,)"
             R"("failing":[1,"x"],"temperature_celsius":1e9)");
        const auto report = status().report;
        QVERIFY(!report.batteryPercent && !report.clock && !report.locked && !report.queueLength);
        QVERIFY(!report.temperatureCelsius);
        QCOMPARE(report.failing, std::vector<std::string>{"x"});
    }

    void itIsMissedWhileTheStoreIsOpen()
    {
        open("08:00-12:00"); // it is ten o'clock
        beat();
        m_clock->advance(17min);
        QCOMPARE(words(), std::string("not-seen"));
        m_clock->advance(2h); // closed: switched off, perhaps
        QCOMPARE(words(), std::string());
        m_clock->advance(4 * 24h + 2h); // at any hour
        QCOMPARE(words(), std::string("not-seen"));
    }

    void coverageIsOfTheOpenMinutes()
    {
        open("09:00-11:30");
        m_clock->advance(3 * 24h); // enrolled on the 22nd: the 23rd and 24th count
        const auto day = today();
        send(
            *m_tablet, {hour(*m_tablet, day - std::chrono::days(1), 9, 30),
                        hour(*m_tablet, day - std::chrono::days(1), 11, 60), // 30 of them open
                        hour(*m_tablet, day - std::chrono::days(1), 13, 60), // closed
                        hour(*m_tablet, day, 9, 60)});                       // not over yet
        const auto coverage = status().coverage;
        QVERIFY(coverage);
        QCOMPARE(coverage->minutesOpen, 2 * 150);
        QCOMPARE(coverage->minutes, 60);
        QVERIFY(m_store->recount());
        QVERIFY(m_store->removeSetting("", "opening_hours"));
        QVERIFY(!status().coverage); // nobody knows
    }

    void hoursAreCountedOnce()
    {
        const auto batch = m_tablet->batch({hour(*m_tablet, today(), 9, 30, 4)});
        QCOMPARE(statuses(m_store->ingest(m_tablet->device, batch)), std::string("a"));
        QCOMPARE(statuses(m_store->ingest(m_tablet->device, batch)), std::string("d"));
        send(*m_tablet, {hour(*m_tablet, today(), 9, 20, 1)}); // the clocks went back
        QCOMPARE(
            countIn(databaseIn(*m_folder), "SELECT minutes * 100 + scored FROM activity_hours"),
            5005);
        QVERIFY(m_store->recount());
    }

    void silenceIsWhenSomebodyUsuallyAnswers()
    {
        // Four weeks of 4, 8 and 8 answers in the hours from eight to eleven; once only 5 at nine.
        const auto day = today();
        std::vector<json::object> past;
        for (int week = 4; week >= 1; --week)
            for (const auto &[at, scored] :
                 {std::pair(8, 4), std::pair(9, week == 2 ? 5 : 8), std::pair(10, 8)})
                past.push_back(hour(*m_tablet, day - std::chrono::days(7 * week), at, 60, scored));
        m_clock->set("2026-11-22T07:59:00.000Z");
        send(*m_tablet, past);
        send(*m_tablet, {m_tablet->next(9)});
        const auto isSilentAt = [&](const char *time) {
            m_clock->set(time);
            beat(R"("queue_length":0)");
            return status().silence.has_value();
        };
        QVERIFY(!isSilentAt("2026-11-22T09:10:00.000Z")); // four is not many
        QVERIFY(!isSilentAt("2026-11-22T10:10:00.000Z")); // nine in one of the weeks
        QVERIFY(isSilentAt("2026-11-22T11:10:00.000Z"));
        QCOMPARE(words(), std::string("silent"));
        QCOMPARE(status().silence->least, 17);
        QCOMPARE(status().silence->usual, 19.25);
        beat(R"("queue_length":2)"); // they have not arrived yet
        QVERIFY(!status().silence);
        beat();
        m_clock->advance(20min); // not even alive
        QVERIFY(!status().silence);
        QCOMPARE(words(), std::string("not-seen"));
        beat();
        QVERIFY(status().silence);
        open("00:00-11:00"); // and now it is half past eleven
        QVERIFY(!status().silence);
        QVERIFY(m_store->removeSetting("", "opening_hours"));
        send(*m_tablet, {m_tablet->next(3)});
        QVERIFY(!status().silence);
    }

    void theBoundOnFalseAlarmsHolds()
    {
        // Whatever the pace: nobody now, and the least or more in each of four weeks.
        const auto atLeast = [](double mean) {
            double term = std::exp(-mean), below = 0;
            for (std::int64_t k = 0; k < server::Silence::usualLeast; ++k) {
                below += term;
                term *= mean / static_cast<double>(k + 1);
            }
            return 1 - below;
        };
        double worst = 0;
        for (double mean = 0; mean < 60; mean += 0.01)
            worst =
                std::max(worst, std::exp(-mean) * std::pow(atLeast(mean), server::Silence::weeks));
        QVERIFY2(worst < 5e-6, std::to_string(worst * 1e6).c_str());
        QVERIFY2(worst * 250 < 1.0 / 750, std::to_string(worst * 250).c_str());
    }

    void anotherTakesItsPlace()
    {
        QVERIFY(m_store->changeDevice(m_tablet->device.id, {"till 7", {}}));
        open("09:00-11:00");
        const auto day = today();
        send(*m_tablet, {hour(*m_tablet, day, 9, 60), hour(*m_tablet, day, 10, 60)});
        const auto code = m_store->replaceDevice(m_tablet->device.id).value();
        QCOMPARE(code.name, std::string("till 7"));
        Tablet heir(*m_clock, *m_store, "s2"); // it was elsewhere before
        const auto answer = m_store->enrol(heir.request(code.code)).value();
        QCOMPARE(answer.store, std::string("s1"));
        heir.device = m_store->deviceByToken(answer.token).value().value();
        QCOMPARE(heir.device.name, std::string("till 7"));
        QCOMPARE(status(heir.device.id).replaces, std::optional(m_tablet->device.id));
        QCOMPARE(status().replacedBy, std::optional(heir.device.id));
        QVERIFY(status().attention.empty());

        m_clock->advance(48h); // the place is known from the former one's first day on
        send(heir, {hour(heir, today() - std::chrono::days(1), 9, 60)});
        QCOMPARE(status(heir.device.id).coverage->minutesOpen, 120);
        QCOMPARE(status(heir.device.id).coverage->minutes, 60);
        send(*m_tablet, {m_tablet->next(9)}); // what the former one still holds is welcome
        QCOMPARE(
            m_store->replaceDevice(m_tablet->device.id).failure().code,
            std::string("device-replaced"));
        QVERIFY(m_store->replaceDevice(heir.device.id));
        const auto audit = m_store->audit({{}, "device-replace"}).value();
        QCOMPARE(audit.entries.size(), 1u);
        QCOMPARE(audit.entries.front().subject, m_tablet->device.id.text());
    }

    void itMoves()
    {
        QVERIFY(m_store->changeDevice(m_tablet->device.id, {{}, "s2"}));
        QCOMPARE(status().device.store, std::string("s2"));
        send(*m_tablet, {m_tablet->next(9)}); // of the shop where it stood
        QCOMPARE(
            m_store->changeDevice(m_tablet->device.id, {{}, "s9"}).failure().code,
            std::string("not-found"));
        QCOMPARE(
            m_store->changeDevice(m_tablet->device.id, {std::string(), {}}).failure().code,
            std::string("request-malformed"));
    }

    void theListComesByPagesAndByScope()
    {
        std::vector<std::unique_ptr<Tablet>> others;
        for (const char *shop : {"s2", "s1", "s2"})
            others.push_back(std::make_unique<Tablet>(*m_clock, *m_store, shop));
        server::DeviceQuery query;
        query.limit = 3;
        const auto first = m_store->deviceStatuses(query).value();
        QCOMPARE(first.devices.size(), 3u);
        query.after = first.next.value();
        const auto rest = m_store->deviceStatuses(query).value();
        QCOMPARE(rest.devices.size(), 1u);
        QVERIFY(!rest.next);
        const auto mine = m_store->deviceStatuses({server::StoreSet({"s2"})}).value();
        QCOMPARE(mine.devices.size(), 2u);
        QCOMPARE(mine.devices.front().device.id, others.front()->device.id);
    }

    void manyCodesAtOnce()
    {
        const auto made =
            m_store->makeDeviceCodes({{"s1", "till 1"}, {"s2", ""}, {"s1", "till 2"}}).value();
        QCOMPARE(made.size(), 3u);
        QCOMPARE(made[0].storeName, std::string("Shop one"));
        QVERIFY(m_store->enrol(Tablet(*m_clock, *m_store).request(made[2].code)));
        const auto before = countIn(databaseIn(*m_folder), "SELECT count(*) FROM device_codes");
        QVERIFY(!m_store->makeDeviceCodes({{"s1", "till 1"}, {"s9", ""}}));
        QVERIFY(!m_store->makeDeviceCodes({}));
        QCOMPARE(countIn(databaseIn(*m_folder), "SELECT count(*) FROM device_codes"), before);
    }
};

VOUCH_TEST(TestStoreDeviceStatus)

} // namespace test_store_device_status

#include "test_store_device_status.moc"
