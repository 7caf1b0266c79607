#include "sync/server/store/scored_records.h"

#include "central_tablet.h"
#include "tests/support/suite.h"

#include <QTest>

#include <algorithm>

namespace test_store_scored {

using namespace vouch;
using namespace vouch::server;
using namespace vouch::test;

namespace {

constexpr Day firstDay = std::chrono::year(2025) / 11 / 24;
constexpr int yearsDays = 364;

/// What was read, by store and day.
struct Reading
{
    int oneIn = 0;
    std::map<std::string, std::map<Day, int>> found;

    int of(const std::string &store) const
    {
        int out = 0;
        if (const auto days = found.find(store); days != found.end())
            for (const auto &[day, count] : days->second)
                out += count;
        return out;
    }
    int all() const
    {
        int out = 0;
        for (const auto &[store, days] : found)
            out += of(store);
        return out;
    }
    bool operator==(const Reading &) const = default;
};

} // namespace

/// Which single answers are read when there are more than may be looked at.
class TestStoreScored : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<Store> m_store;

    /// Answers of these days, in this order.
    void answer(Tablet &tablet, const std::vector<Day> &days);
    static std::vector<Day> daysWith(int answersADay, int days = yearsDays);
    Reading read(const StoreSet &stores, std::int64_t mostLookedAt, int days = yearsDays) const;

private slots:
    void init();
    void otherStoresChangeNothing();
    void allIsReadThatFits();
    void aSampleIsEvenOverStoresAndSeasons();
    void daysThatDoNotRiseLoseNothing();
    void aMovedTabletsAnswersAreWhereTheyWereGiven();
    void aRecoveredTabletsChainsAreAllRead();
};

void TestStoreScored::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = Store::open(databaseIn(*m_folder), m_clock).value();
    for (const char *id : {"s1", "s2", "s3", "s4"})
        QVERIFY(m_store->addStore({id, id, "north", "UTC"}));
}

void TestStoreScored::answer(Tablet &tablet, const std::vector<Day> &days)
{
    std::vector<json::object> records;
    for (std::size_t i = 0; i < days.size(); ++i) {
        auto check = tablet.survey(static_cast<int>(i % 11));
        check.day = days[i];
        check.hour = 10;
        check.openedAt = check.closedAt = Timestamp(days[i]) + std::chrono::hours(10);
        records.push_back(tablet.chained(check));
        if (records.size() == 400 || i + 1 == days.size()) {
            QVERIFY(m_store->ingest(tablet.device, tablet.batch(std::move(records))));
            records.clear();
        }
    }
}

std::vector<Day> TestStoreScored::daysWith(int answersADay, int days)
{
    std::vector<Day> out;
    for (int i = 0; i < days * answersADay; ++i)
        out.push_back(firstDay + std::chrono::days(i / answersADay));
    return out;
}

Reading TestStoreScored::read(const StoreSet &stores, std::int64_t mostLookedAt, int days) const
{
    Reading out;
    const auto sample = m_store->eachScoredRecord(
        {.stores = stores,
         .from = firstDay,
         .to = firstDay + std::chrono::days(days - 1),
         .mostLookedAt = mostLookedAt},
        [&](const ScoredRecord &scored) { ++out.found[scored.store][scored.day]; });
    out.oneIn = sample ? sample->oneIn : -1;
    return out;
}

void TestStoreScored::otherStoresChangeNothing()
{
    Tablet own(m_clock, *m_store, "s1");
    answer(own, daysWith(2));
    const auto before = read(StoreSet({"s1"}), 200);
    QCOMPARE(before.oneIn, 4);
    Tablet other(m_clock, *m_store, "s2");
    answer(other, daysWith(12));
    QVERIFY(read(StoreSet({"s1"}), 200) == before);
    QVERIFY(read(StoreSet::all(), 200).oneIn > before.oneIn);
}

void TestStoreScored::allIsReadThatFits()
{
    Tablet other(m_clock, *m_store, "s2");
    answer(other, daysWith(8));
    Tablet own(m_clock, *m_store, "s1");
    answer(own, daysWith(1, 30));
    const auto found = read(StoreSet({"s1"}), 30);
    QCOMPARE(found.oneIn, 1);
    QCOMPARE(found.found.size(), 1u);
    QCOMPARE(found.of("s1"), 30);
    QCOMPARE(read(StoreSet({"s3"}), 30).all(), 0);
    QCOMPARE(read(StoreSet(std::set<std::string>()), 30).all(), 0);
}

void TestStoreScored::aSampleIsEvenOverStoresAndSeasons()
{
    const std::vector<std::string> stores{"s1", "s2", "s3", "s4"};
    constexpr int ofStore = yearsDays * 4;
    for (const auto &store : stores) {
        Tablet tablet(m_clock, *m_store, store);
        answer(tablet, daysWith(4));
    }
    const auto found = read(StoreSet::all(), ofStore); // a quarter of all
    QCOMPARE(found.oneIn, 4);
    QVERIFY(std::abs(found.all() - ofStore) < ofStore / 10);
    std::vector<int> seasons(4);
    for (const auto &store : stores) {
        QVERIFY2(std::abs(found.of(store) - ofStore / 4) < ofStore / 10, store.c_str());
        for (const auto &[day, count] : found.found.at(store)) {
            QCOMPARE(count, 4); // a day as a whole or not at all
            seasons[static_cast<std::size_t>((day - firstDay).count() / (yearsDays / 4))] += count;
        }
    }
    for (const int season : seasons)
        QVERIFY(std::abs(season - ofStore / 4) < ofStore / 10);
    QVERIFY(read(StoreSet::all(), ofStore) == found);
}

/// A clock that was set back, and what is brought in from elsewhere in any order: whatever is drawn
/// is what is drawn where days rise.
void TestStoreScored::daysThatDoNotRiseLoseNothing()
{
    const auto days = daysWith(3);
    Tablet rising(m_clock, *m_store, "s1");
    answer(rising, days);
    auto turned = days;
    std::rotate(turned.begin() + 300, turned.begin() + 600, turned.begin() + 700);
    Tablet setBack(m_clock, *m_store, "s2");
    answer(setBack, turned);
    std::reverse(turned.begin(), turned.end());
    Tablet reversed(m_clock, *m_store, "s3");
    answer(reversed, turned);
    for (const int mostLookedAt : {2000, 400}) {
        const auto expected = read(StoreSet({"s1"}), mostLookedAt);
        QVERIFY(expected.all() > mostLookedAt / 2);
        for (const char *store : {"s2", "s3"}) {
            const auto found = read(StoreSet({store}), mostLookedAt);
            QCOMPARE(found.oneIn, expected.oneIn);
            QVERIFY2(found.found.at(store) == expected.found.at("s1"), store);
        }
    }
}

void TestStoreScored::aMovedTabletsAnswersAreWhereTheyWereGiven()
{
    Tablet tablet(m_clock, *m_store, "s1");
    const auto days = daysWith(2);
    answer(tablet, {days.begin(), days.begin() + 300});
    tablet.enrol(*m_store, "s2");
    answer(tablet, {days.begin() + 300, days.end()});
    const auto rest = static_cast<int>(days.size()) - 300;
    const auto before = read(StoreSet({"s1"}), 1000);
    QCOMPARE(before.oneIn, 1);
    QCOMPARE(before.found.size(), 1u);
    QCOMPARE(before.of("s1"), 300);
    QCOMPARE(read(StoreSet({"s2"}), 1000).of("s2"), rest);
    const auto both = read(StoreSet::all(), 1000);
    QCOMPARE(both.of("s1"), 300);
    QCOMPARE(both.of("s2"), rest);
    QCOMPARE(read(StoreSet({"s1"}), 100).oneIn, 3);
}

void TestStoreScored::aRecoveredTabletsChainsAreAllRead()
{
    Tablet tablet(m_clock, *m_store, "s1");
    answer(tablet, daysWith(1, 30));
    tablet.startChain();
    answer(tablet, daysWith(2, 30));
    QCOMPARE(read(StoreSet({"s1"}), 90).of("s1"), 90);
    QCOMPARE(read(StoreSet({"s1"}), 90, 10).of("s1"), 30);
}

VOUCH_TEST(TestStoreScored)

} // namespace test_store_scored

#include "test_store_scored.moc"
