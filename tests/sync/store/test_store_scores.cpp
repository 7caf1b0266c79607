#include "tests/support/suite.h"

#include "central_tablet.h"

#include <QTest>

#include <map>
#include <random>

namespace test_store_scores {

using namespace vouch;
using namespace vouch::test;
using server::By;
using server::ScoreQuery;

namespace {

using Rows = std::map<std::string, metrics::Tally>;

Day dayFrom(const std::string &text)
{
    return parseDay(text).value();
}

/// What a record says about itself, for counting it by hand.
struct Known
{
    std::string store;
    std::string touchpoint;
    std::string checklist;
    bool marked = false;
    Day day;
    int hour = 0;
    int score = 0;
};

std::string keyOf(const Known &known, By by)
{
    using namespace std::chrono;
    switch (by) {
    case By::Hour:
        return std::to_string(known.hour);
    case By::Day:
        return formatDay(known.day);
    case By::Week: {
        auto monday = known.day;
        while (weekday(monday) != Monday)
            monday -= days(1);
        return formatDay(monday);
    }
    case By::Month:
        return formatDay(known.day).substr(0, 7);
    case By::Store:
        return known.store;
    case By::None:
        break;
    }
    return "";
}

bool passes(const Known &known, const ScoreQuery &query, const std::string &region)
{
    const auto &stores = query.stores;
    return (stores.empty() ||
            std::find(stores.begin(), stores.end(), known.store) != stores.end()) &&
           (!query.region || *query.region == region) &&
           (!query.checklist || *query.checklist == known.checklist) &&
           (!query.touchpoint || *query.touchpoint == known.touchpoint) &&
           (!query.from || known.day >= *query.from) && (!query.to || known.day <= *query.to) &&
           (query.withMarked || !known.marked);
}

/// Rows with answers only.
Rows rowsOf(const Result<std::vector<server::ScoreRow>> &read)
{
    Rows out;
    for (const auto &row : read.value())
        if (row.tally.count() > 0)
            out[row.key] = row.tally;
    return out;
}

} // namespace

class TestStoreScores : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<server::Store> m_store;
    std::set<std::string> m_changed;
    std::vector<Known> m_known;
    std::map<std::string, std::string> m_regions{{"s1", "north"}, {"s2", "north"}, {"s3", "south"}};

    Known randomAnswer(std::mt19937 &random, const std::string &store) const
    {
        const auto pick = [&](int most) {
            return std::uniform_int_distribution<int>(0, most)(random);
        };
        return {
            store,
            pick(2) ? "checkout" : "exit",
            pick(4) ? "checkout-nps" : "returns-nps",
            pick(5) == 0,
            dayFrom("2025-10-15") + std::chrono::days(pick(400)),
            pick(23),
            pick(10)};
    }
    static json::object recordOf(Tablet &tablet, const Known &known)
    {
        auto check = tablet.survey(known.score);
        check.touchpoint = known.touchpoint;
        check.checklist = known.checklist;
        check.day = known.day;
        check.hour = known.hour;
        check.openedAt = check.closedAt = Timestamp(known.day);
        if (known.marked)
            check.marks.push_back("burst");
        return tablet.chained(check);
    }
    Rows byHand(const ScoreQuery &query) const
    {
        Rows out;
        for (const auto &known : m_known)
            if (passes(known, query, m_regions.at(known.store)))
                out[keyOf(known, query.by)].add(known.score);
        return out;
    }

private slots:
    void initTestCase()
    {
        server::Store::Options options;
        options.onChanged = [this](const auto &stores) {
            m_changed.insert(stores.begin(), stores.end());
        };
        m_store = server::Store::open(databaseIn(m_folder), m_clock, std::move(options)).value();
        std::mt19937 random(20261122);
        for (const auto &[store, region] : m_regions) {
            QVERIFY(m_store->addStore({store, "Shop " + store, region, "Asia/Dubai"}));
            Tablet tablet(m_clock, *m_store, store);
            for (int batch = 0; batch < 10; ++batch) {
                std::vector<json::object> records;
                for (int i = 0; i < 60; ++i) {
                    m_known.push_back(randomAnswer(random, store));
                    records.push_back(recordOf(tablet, m_known.back()));
                }
                // Repeats, inside a batch and between batches, count nothing.
                records.push_back(records.front());
                QVERIFY(m_store->ingest(tablet.device, tablet.batch(records)));
                QVERIFY(m_store->ingest(tablet.device, tablet.batch(records)));
            }
        }
    }

    void countersAreWhatTheRecordsSay()
    {
        QVERIFY(m_store->recount());
        QCOMPARE(m_store->score({})->front().tally.count(), std::int64_t(m_known.size()));
    }

    void readsEveryGroupingLikeACountByHand()
    {
        const std::pair<const char *, const char *> spans[] = {
            {"", ""},
            {"2026-02-01", "2026-02-28"},
            {"2026-02-02", "2026-02-27"},
            {"2026-03-17", "2026-11-05"},
            {"2026-03-31", "2026-04-01"},
            {"2026-04-30", "2026-06-01"},
            {"2026-07-09", "2026-07-09"},
            {"2026-07-09", ""},
            {"", "2026-12-30"},
            {"2026-08-09", "2026-08-08"}};
        ScoreQuery filters[6];
        filters[1].stores = {"s3", "s1"};
        filters[2].region = "north";
        filters[3].checklist = "returns-nps";
        filters[4].touchpoint = "exit";
        filters[5].withMarked = false;
        for (auto query : filters)
            for (const auto &[from, to] : spans)
                for (const auto by :
                     {By::None, By::Hour, By::Day, By::Week, By::Month, By::Store}) {
                    query.from = *from ? std::optional(dayFrom(from)) : std::nullopt;
                    query.to = *to ? std::optional(dayFrom(to)) : std::nullopt;
                    query.by = by;
                    QVERIFY2(
                        rowsOf(m_store->score(query)) == byHand(query),
                        (std::string(from) + " " + to + " " + std::string(toText(by))).c_str());
                }
    }

    void readsDaysHoursAndTouchpointsLikeACountByHand()
    {
        using Series = std::tuple<Day, std::string>;
        for (const bool withMarked : {true, false}) {
            ScoreQuery query;
            query.region = "north";
            query.from = dayFrom("2026-03-17");
            query.to = dayFrom("2026-11-05");
            query.withMarked = withMarked;
            std::map<Series, metrics::Tally> days, months;
            std::map<std::pair<int, int>, metrics::Tally> hours;
            Rows touchpoints;
            for (const auto &known : m_known) {
                if (!passes(known, query, m_regions.at(known.store)))
                    continue;
                const auto weekday = std::chrono::weekday(known.day).iso_encoding();
                days[{known.day, known.checklist}].add(known.score);
                hours[{static_cast<int>(weekday), known.hour}].add(known.score);
                touchpoints[known.touchpoint].add(known.score);
            }
            std::map<Series, metrics::Tally> readDays;
            const auto dayRows = m_store->seriesDays(query);
            for (const auto &row : dayRows.value())
                readDays[{row.day, row.checklist}] += row.tally;
            QVERIFY(readDays == days);
            std::map<std::pair<int, int>, metrics::Tally> readHours;
            const auto hourRows = m_store->weekHours(query);
            for (const auto &row : hourRows.value())
                readHours[{row.weekday, row.hour}] += row.tally;
            QVERIFY(readHours == hours);
            Rows readTouchpoints;
            const auto touchpointRows = m_store->touchpointScores(query);
            for (const auto &row : touchpointRows.value())
                readTouchpoints[row.touchpoint] = row.tally;
            QVERIFY(readTouchpoints == touchpoints);

            query.by = By::Month;
            query.from = dayFrom("2026-03-01");
            query.to = dayFrom("2026-11-30");
            for (const auto &known : m_known)
                if (passes(known, query, m_regions.at(known.store)))
                    months[{dayFrom(formatDay(known.day).substr(0, 8) + "01"), known.checklist}]
                        .add(known.score);
            std::map<Series, metrics::Tally> readMonths;
            const auto monthRows = m_store->seriesDays(query);
            for (const auto &row : monthRows.value())
                readMonths[{row.day, row.checklist}] += row.tally;
            QVERIFY(readMonths == months);
        }
    }

    void ordersAndNamesRows()
    {
        ScoreQuery query;
        query.by = By::Hour;
        const auto hours = m_store->score(query).value();
        QCOMPARE(hours.size(), std::size_t(24));
        QCOMPARE(hours[2].key, std::string("2"));
        QCOMPARE(hours[23].key, std::string("23"));
        query.by = By::Store;
        query.to = dayFrom("2000-01-01");
        const auto stores = m_store->score(query).value();
        QCOMPARE(stores.size(), std::size_t(3)); // also without answers
        QCOMPARE(stores[0].key, std::string("s1"));
        QCOMPARE(stores[0].tally.count(), 0);
        query.by = By::None;
        QCOMPARE(m_store->score(query)->size(), std::size_t(1));
    }

    void refusesAnUnknownStore()
    {
        ScoreQuery query;
        query.stores = {"nowhere"};
        QCOMPARE(m_store->score(query).failure().code, std::string("not-found"));
        QCOMPARE(m_store->state("nowhere").failure().code, std::string("not-found"));
    }

    void showsTheStateOfAStore()
    {
        QVERIFY(m_store->addStore({"s9", "New", "south", "Pacific/Auckland"}));
        m_regions["s9"] = "south";
        Tablet tablet(m_clock, *m_store, "s9");
        QVERIFY(!m_store->state("s9")->lastAnswer);
        auto today = tablet.survey(9), yesterday = tablet.survey(2);
        m_clock.set("2026-11-22T12:30:00.000Z"); // in Auckland it is the 23rd
        today.day = dayFrom("2026-11-23");
        yesterday.day = dayFrom("2026-11-22");
        m_changed.clear();
        QVERIFY(m_store->ingest(
            tablet.device, tablet.batch({tablet.chained(today), tablet.chained(yesterday)})));
        const auto state = m_store->state("s9").value();
        QCOMPARE(state.version, 2);
        QCOMPARE(formatDay(state.day), std::string("2026-11-23"));
        QCOMPARE(state.tally.count(), 1);
        QCOMPARE(state.tally.promoters(), 1);
        QCOMPARE(formatUtc(*state.lastAnswer), std::string("2026-11-22T10:00:00.000Z"));
        const auto listed = m_store->stores().value();
        QCOMPARE(listed.size(), std::size_t(4));
        QCOMPARE(listed.back().info.id, std::string("s9"));
        QCOMPARE(listed.back().version, 2);
        QCOMPARE(formatDay(listed.back().today), std::string("2026-11-23"));
        QVERIFY(listed.back().lastAnswer == state.lastAnswer);
        m_store.reset(); // the last notification has been given
        QCOMPARE(m_changed, std::set<std::string>{"s9"});
    }
};

VOUCH_TEST(TestStoreScores)

} // namespace test_store_scores

#include "test_store_scores.moc"
