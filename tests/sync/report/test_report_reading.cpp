#include "report_sample.h"
#include "sync/server/api/export_labels.h"
#include "sync/server/api/report_reading.h"
#include "tests/support/suite.h"
#include "tests/sync/store/central_tablet.h"

#include <QFile>
#include <QTest>

namespace test_report_reading {

using namespace vouch;
using namespace vouch::server;
using namespace vouch::test;

namespace {

/// Lists and associations, told whole.
QByteArray reasonsOf(const ReportFigures &report)
{
    QByteArray out;
    const auto tell = [&](const std::string &name,
                          const std::optional<metrics::Proportion> &share) {
        out += name.c_str();
        if (share)
            out += ' ' + QByteArray::number(qlonglong(share->count)) + '/' +
                   QByteArray::number(qlonglong(share->base));
        out += '\n';
    };
    for (const auto *list : {&report.liked, &report.improve})
        for (const auto &reason : list->reasons)
            tell(reason.name, reason.share);
    for (const auto &each : report.associations) {
        tell(std::to_string(int(each.kind)) + each.reason, each.share);
        tell("against", each.other);
    }
    return out;
}

} // namespace

/// What a report reads of a store, from answers that are known one by one.
class TestReportReading : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Tablet> m_one;
    std::unique_ptr<Tablet> m_two;

    check::Check answer(Tablet &tablet, Day day, int score, const char *pick) const;
    void answerMonths(Tablet &tablet, int perDay);
    json::object openHour(Tablet &tablet, Day day, int hour, int minutes) const;
    Result<ReportReader> reader(
        const StoreView &view, const std::string &month = "2026-10",
        const std::string &language = "en") const
    {
        return ReportReader::open(view, view.scope(), month, language, m_clock.now());
    }

private slots:
    void initTestCase();
    void aStoresMonthIsCounted();
    void reasonsHaveNamesInTheLanguage();
    void aRegionPoolsWhatIsSeen();
    void whatIsNotSeenIsNotThere();
    void tabletsSayHowLongTheyWereThere();
    void theOfficialScoreIsTheChains();
    void anEmptyMonthIsUndefined();
    void monthsAreThoseOfTheChainsCalendar();
    void recordsAreReadOnceAndWithinBounds();
    void reasonsAreThoseOfTheAnswers();
    void whatStandsOutIsLookedForWithoutMarkedAnswers();
    void noAnswerIsRead();
};

check::Check TestReportReading::answer(Tablet &tablet, Day day, int score, const char *pick) const
{
    auto check = tablet.survey(score);
    check.version = 2;
    check.day = day;
    check.hour = 10;
    check.openedAt = check.closedAt = Timestamp(day) + std::chrono::hours(10);
    if (*pick)
        check.items.push_back(
            {score >= 9 ? "liked" : "improve",
             std::string(check::item_type::choices),
             json::array{pick},
             {},
             {},
             0});
    return check;
}

/// August to October: tens, an eight and threes each day; the queue is named more in October.
void TestReportReading::answerMonths(Tablet &tablet, int perDay)
{
    std::vector<json::object> records;
    const auto send = [&] {
        QVERIFY(m_store->ingest(tablet.device, tablet.batch(std::move(records))));
        records.clear();
    };
    for (auto day = sampleDay("2026-08-01"); day <= sampleDay("2026-10-31");
         day += std::chrono::days(1)) {
        const bool isOctober = day >= sampleDay("2026-10-01");
        for (int i = 0; i < perDay; ++i) {
            const int score = i % 4 == 3 ? 3 : i % 4 == 2 ? 8 : 10;
            const bool isQueue = isOctober ? i % 8 != 2 : i % 8 == 3;
            auto check = answer(
                tablet, day, score,
                score == 10 ? "staff"
                : isQueue   ? "queue"
                            : "prices");
            if (i == 0 && isOctober)
                check.marks = {std::string(check::mark::burst)};
            records.push_back(tablet.chained(check));
        }
        if (records.size() > 300)
            send();
    }
    send();
}

json::object TestReportReading::openHour(Tablet &tablet, Day day, int hour, int minutes) const
{
    check::Check record;
    record.id = Uuid::v7(m_clock);
    record.device = tablet.device.id;
    record.store = tablet.device.store;
    record.kind = check::kind::activity;
    record.openedAt = record.closedAt = Timestamp(day) + std::chrono::hours(hour);
    record.day = day;
    record.hour = hour;
    record.boot = Uuid::v7(m_clock);
    record.body = {
        {"minutes", minutes},
        {"opened", 4},
        {"scored", 3},
        {"completed", 2},
        {"left", json::object()}};
    return tablet.chained(record);
}

void TestReportReading::initTestCase()
{
    m_store = Store::open(databaseIn(m_folder), m_clock).value();
    QVERIFY(m_store->addStore({"s1", "Shop one", "north", "UTC", 40}));
    QVERIFY(m_store->addStore({"s2", "Shop two", "north", "UTC"}));
    QVERIFY(m_store->addStore({"s3", "Shop three", "south", "UTC"}));
    QFile file(QStringLiteral(VOUCH_SOURCE_DIR "/resources/checklists/checkout-nps.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(m_store->addChecklist("checkout-nps", 2, file.readAll().toStdString()));
    m_one = std::make_unique<Tablet>(m_clock, *m_store, "s1");
    m_two = std::make_unique<Tablet>(m_clock, *m_store, "s2");
    answerMonths(*m_one, 16);
    answerMonths(*m_two, 8);
}

void TestReportReading::aStoresMonthIsCounted()
{
    const StoreView view(*m_store, StoreSet::all());
    const auto report = reader(view).value().store("s1").value();
    QCOMPARE(report.name, std::string("Shop one"));
    QCOMPARE(report.within, std::string("north"));
    QCOMPARE(report.tally.count(), 31 * 16);
    QCOMPARE(report.tally.detractors(), 31 * 4);
    QCOMPARE(report.months.size(), std::size_t(reportMonths));
    QCOMPARE(report.months[11].tally.count(), 30 * 16);
    QCOMPARE(report.months[0].tally.count(), 0);
    QVERIFY(report.judgement && report.judgement->verdict == metrics::Verdict::NoClearChange);
    QCOMPARE(report.target->points, 40);
    QCOMPARE(report.touchpoints.size(), std::size_t(1));
    QCOMPARE(report.quality.marked, 31);
    QCOMPARE(report.quality.otherReading.count(), 31 * 15);
    QVERIFY(report.stores.empty());
    QVERIFY(!report.responseRate && !report.coverage);
    QVERIFY(report.isWhole);

    QCOMPARE(report.improve.asked, 31 * 8);
    QCOMPARE(report.liked.asked, 31 * 8);
    QCOMPARE(report.improve.reasons[0].code, std::string("queue"));
    QCOMPARE(report.improve.reasons[0].share.count, 31 * 6);
    QCOMPARE(report.improve.reasons[1].share.count, 31 * 2);
    QVERIFY(report.associations[0].kind == ReportAssociation::Kind::NamedMore);
    QCOMPARE(report.associations[0].other->count, 30 * 2);
    QVERIFY(!report.actions.empty());
}

void TestReportReading::reasonsHaveNamesInTheLanguage()
{
    const StoreView view(*m_store, StoreSet::all());
    const auto named = [&](const char *language) {
        return reader(view, "2026-10", language).value().store("s1").value().liked.reasons[0].name;
    };
    QVERIFY(named("en") == "Staff" || !named("en").empty());
    QVERIFY(named("fa") != named("en"));
    QCOMPARE(named("xx"), named("en"));
}

void TestReportReading::aRegionPoolsWhatIsSeen()
{
    const StoreView all(*m_store, StoreSet::all());
    const auto north = StoreSet({"s1", "s2"});
    const auto report = ReportReader::open(all, north, "2026-10", "en", m_clock.now())
                            .value()
                            .region("north")
                            .value();
    QVERIFY(report.isRegion);
    QCOMPARE(report.tally.count(), 31 * 24);
    QCOMPARE(report.improve.asked, 31 * 12);
    QCOMPARE(report.stores.size(), std::size_t(2));
    QVERIFY(report.stores[0].verdict);
    const StoreView part(*m_store, StoreSet({"s2"}));
    const auto own = reader(part).value().region("north").value();
    QCOMPARE(own.tally.count(), 31 * 8);
    QCOMPARE(own.improve.asked, 31 * 4);
    QCOMPARE(own.stores.size(), std::size_t(1));
}

void TestReportReading::whatIsNotSeenIsNotThere()
{
    const StoreView part(*m_store, StoreSet({"s2"}));
    QCOMPARE(reader(part).value().store("s1").failure().code, std::string("not-found"));
    QCOMPARE(reader(part).value().region("south").failure().code, std::string("not-found"));
    QCOMPARE(reader(part).value().store("none").failure().code, std::string("not-found"));
    QCOMPARE(reader(part, "2026-12").failure().where, std::string("month"));
}

void TestReportReading::tabletsSayHowLongTheyWereThere()
{
    json::object week;
    for (const char *day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
        week[day] = json::array{"10:00-12:00"};
    QVERIFY(m_store->setSetting({"", "opening_hours", week, {}}));
    std::vector<json::object> records;
    for (auto day = sampleDay("2026-10-01"); day <= sampleDay("2026-10-31");
         day += std::chrono::days(1)) {
        if (day == sampleDay("2026-10-20"))
            continue; // switched off
        records.push_back(openHour(*m_one, day, 10, 60));
        records.push_back(openHour(*m_one, day, 11, 30));
        records.push_back(openHour(*m_one, day, 20, 60)); // closed: does not count
    }
    QVERIFY(m_store->ingest(m_one->device, m_one->batch(std::move(records))));
    const StoreView view(*m_store, StoreSet::all());
    const auto report = reader(view).value().store("s1").value();
    QVERIFY(report.coverage);
    QCOMPARE(std::lround(*report.coverage * 31 * 120), 30 * 90);
    QCOMPARE(report.touchpoints[0].coverage, report.coverage);
    QCOMPARE(report.quality.silent.size(), std::size_t(1));
    QCOMPARE(report.quality.silent[0].days, 1);
    QVERIFY(report.actions[0].kind == ReportAction::Kind::Silent);
    const auto presence = view.presence({StoreSet::all(), report.first, report.last}).value();
    QCOMPARE(presence.at("s1").scored, 30 * 3 * 3);
    // The other tablet was enrolled after the month and tells nothing of it.
    QCOMPARE(presence.at("s2").minutesOpen, 0);
    const auto region = reader(view).value().region("north").value();
    for (const auto &store : region.stores)
        QCOMPARE(store.coverage, store.name == "Shop one" ? report.coverage : std::nullopt);
    QCOMPARE(region.touchpoints[0].coverage, report.coverage);
}

void TestReportReading::theOfficialScoreIsTheChains()
{
    QVERIFY(m_store->setSetting({"", "official_score", "unmarked", {}}));
    const StoreView view(*m_store, StoreSet::all());
    const auto report = reader(view).value().store("s1").value();
    QVERIFY(report.unmarkedIsOfficial);
    QCOMPARE(report.tally.count(), 31 * 15);
    QCOMPARE(report.liked.asked, 31 * 7);
    QCOMPARE(report.quality.otherReading.count(), 31 * 16);
    QVERIFY(m_store->setSetting({"", "official_score", "all", {}}));
}

void TestReportReading::anEmptyMonthIsUndefined()
{
    const StoreView view(*m_store, StoreSet::all());
    const auto report = reader(view).value().store("s3").value();
    QCOMPARE(report.tally.count(), 0);
    QVERIFY(!report.judgement && report.notJudged);
    QVERIFY(!report.target);
    QVERIFY(report.improve.reasons.empty() && report.noAssociations);
    const auto running = reader(view, "2026-11").value().store("s1").value();
    QVERIFY(!running.isWhole);
    QCOMPARE(formatDay(running.last), std::string("2026-11-21"));
}

void TestReportReading::monthsAreThoseOfTheChainsCalendar()
{
    QVERIFY(m_store->setSetting({"", "calendar", "jalali", {}}));
    const StoreView view(*m_store, StoreSet::all());
    const auto report = reader(view, "1405-07").value().store("s1").value(); // to 22 October
    QCOMPARE(formatDay(report.first), std::string("2026-09-23"));
    QCOMPARE(report.tally.count(), 30 * 16);
    QCOMPARE(report.months[11].tally.count(), 31 * 16);
    QVERIFY(m_store->setSetting({"", "calendar", "gregorian", {}}));
}

void TestReportReading::recordsAreReadOnceAndWithinBounds()
{
    const auto count = [&](ScoredQuery query) {
        int records = 0;
        const auto sample =
            m_store->eachScoredRecord(query, [&](const ScoredRecord &) { ++records; });
        return std::pair(records, sample.value().oneIn);
    };
    const auto first = sampleDay("2026-10-01"), last = sampleDay("2026-10-31");
    constexpr std::int64_t all = 100'000;
    QCOMPARE(count({.from = first, .to = last, .mostLookedAt = all}), std::pair(31 * 24, 1));
    QCOMPARE(
        count({.stores = StoreSet({"s2"}), .from = first, .to = first, .mostLookedAt = all}),
        std::pair(8, 1));
    QCOMPARE(
        count({.from = first, .to = last, .withMarked = false, .mostLookedAt = all}),
        std::pair(31 * 22, 1));
    QCOMPARE(
        count({.from = sampleDay("2026-07-01"), .to = sampleDay("2026-07-31"), .mostLookedAt = all})
            .first,
        0);
    const auto [some, oneIn] = count({.from = first, .to = last, .mostLookedAt = 300});
    QCOMPARE(oneIn, 3);
    QVERIFY(some < 31 * 24);
}

/// What the answers themselves say, by weeks that begin with the month.
void TestReportReading::reasonsAreThoseOfTheAnswers()
{
    const StoreView view(*m_store, StoreSet::all());
    const auto first = sampleDay("2026-10-01"), before = sampleDay("2026-09-01");
    const ReasonLists lists(readChecklists(view.checklists().value()), "en");
    const auto criteria = lists.tableOf({}).criteria();
    MonthPicks picks{metrics::PickTable(criteria), metrics::PickTable(criteria)};
    const auto take = [&](const ScoredRecord &scored) {
        const bool isNow = scored.day >= first;
        const auto list = scored.score >= 9 ? "liked" : "improve";
        std::uint64_t picked = 0;
        if (const auto *item = scored.record.find(list))
            item->value.elements([&](const JsonText &code) {
                for (std::size_t i = 0; i < criteria.size(); ++i)
                    picked |= std::uint64_t{code.is(criteria[i])} << i;
            });
        (isNow ? picks.now : picks.before)
            .add(
                scored.store == "s1" ? 1 : 2,
                static_cast<int>((scored.day - (isNow ? first : before)).count()) / 7,
                {scored.score, true, picked});
    };
    QVERIFY(m_store->eachScoredRecord(
        {.stores = StoreSet({"s1", "s2"}),
         .from = before,
         .to = sampleDay("2026-10-31"),
         .mostLookedAt = 100'000},
        take));
    const auto report = reader(view).value().region("north").value();
    auto other = report;
    other.associations.clear();
    judgePicks(other, picks, lists.names());
    QVERIFY(!report.associations.empty());
    QCOMPARE(reasonsOf(report), reasonsOf(other));
}

/// Of two tablets one reads low; at the other a row of tens is marked every evening.
void TestReportReading::whatStandsOutIsLookedForWithoutMarkedAnswers()
{
    Tablet good(m_clock, *m_store, "s3"), low(m_clock, *m_store, "s3");
    std::vector<json::object> ofGood, ofLow;
    for (auto day = sampleDay("2026-10-01"); day <= sampleDay("2026-10-31");
         day += std::chrono::days(1)) {
        for (int i = 0; i < 4; ++i) {
            ofGood.push_back(good.chained(answer(good, day, i < 3 ? 10 : 3, "")));
            ofLow.push_back(low.chained(answer(low, day, i < 1 ? 10 : 3, "")));
            auto marked = answer(good, day, 10, "");
            marked.openedAt = marked.closedAt = marked.openedAt + std::chrono::hours(11);
            marked.hour = 21;
            marked.marks = {std::string(check::mark::burst)};
            ofGood.push_back(good.chained(marked));
        }
    }
    QVERIFY(m_store->ingest(good.device, good.batch(std::move(ofGood))));
    QVERIFY(m_store->ingest(low.device, low.batch(std::move(ofLow))));
    const StoreView view(*m_store, StoreSet::all());
    const auto report = reader(view).value().store("s3").value();
    QCOMPARE(report.tally.count(), 31 * 12);
    QCOMPARE(report.standouts.size(), std::size_t(1));
    const auto &found = report.standouts.front();
    QVERIFY(found.kind == ReportStandout::Kind::Tablet && found.isLower);
    QCOMPARE(found.tally.count(), 31 * 4);
    QCOMPARE(found.tally.promoters(), 31);
    const auto region = reader(view).value().region("south").value();
    QCOMPARE(region.stores.front().marked, 31 * 4);
    QVERIFY(region.actions.front().kind == ReportAction::Kind::MarkedAt);
}

void TestReportReading::noAnswerIsRead()
{
    const StoreView view(*m_store, StoreSet::all());
    const auto whole = reader(view).value();
    const auto before =
        reasonsOf(whole.store("s1").value()) + reasonsOf(whole.region("north").value());
    changeIn(databaseIn(m_folder), "UPDATE records SET canonical = substr(canonical, 1, 1)");
    const auto again = reader(view).value();
    QCOMPARE(
        reasonsOf(again.store("s1").value()) + reasonsOf(again.region("north").value()), before);
}

VOUCH_TEST(TestReportReading)

} // namespace test_report_reading

#include "test_report_reading.moc"
