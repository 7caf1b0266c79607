#include "tests/support/suite.h"

#include "central_tablet.h"
#include "sync/server/store/verification.h"

#include <QTest>

#include <random>

namespace test_store_traits {

using namespace vouch;
using namespace vouch::test;
using metrics::BandCounts;
using server::Trait;

namespace {

using Sums = std::map<Trait, BandCounts>;

constexpr const char *offered[] = {"staff", "queue", "prices", "other"};

/// What a record says of itself, for counting it by hand.
struct Known
{
    std::string store;
    Day day;
    int score = 0;
    bool marked = false;
    std::set<Trait> traits;
};

check::Item picksFrom(const std::string &question, json::array codes)
{
    return {question, std::string(check::item_type::choices), std::move(codes), {}, {}, 0};
}

check::Item sealed(const std::string &question, std::string_view type)
{
    return check::withDigest({question, std::string(type), "Ann, 0171", {}, {}, 0}).value();
}

} // namespace

/// What answers have beside their score is counted as the records say, whatever comes in whatever
/// order, and stays right when answers are marked later or erased.
class TestStoreTraits : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<Tablet> m_tablet;

    std::string send(const std::vector<json::object> &records)
    {
        return statuses(m_store->ingest(m_tablet->device, m_tablet->batch(records)));
    }
    Sums sums(bool withMarked = true) const
    {
        server::ScoreQuery query;
        query.withMarked = withMarked;
        return m_store->traits(query).value();
    }
    check::Check reviewed(int score, json::array codes) const
    {
        auto out = m_tablet->survey(score);
        out.items.push_back(picksFrom(score >= 9 ? "liked" : "improve", std::move(codes)));
        return out;
    }
    std::map<std::string, std::int64_t> whyMarked(const server::ScoreQuery &query = {}) const
    {
        return m_store->markReasons(query).value();
    }
    json::object marking(const json::object &record, const char *as = "burst")
    {
        auto mark = m_tablet->survey(9);
        mark.kind = check::kind::mark;
        mark.body = {{"mark", as}, {"action", "add"}, {"checks", {record.at("id")}}};
        return m_tablet->chained(mark);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = server::Store::open(databaseIn(*m_folder), m_clock).value();
        for (const char *store : {"s1", "s2"})
            QVERIFY(m_store->addStore({store, store, "north", "UTC"}));
        m_tablet = std::make_unique<Tablet>(m_clock, *m_store);
    }
    void cleanup()
    {
        const auto all = m_store->verify([] { return true; });
        QVERIFY2(all->isSound(), all->isSound() ? "" : all->differences.front().where.c_str());
        m_tablet.reset();
        m_store.reset();
    }

    void eachTraitIsCountedOnce()
    {
        auto check = reviewed(9, {"staff", "prices", "staff", "No Code", 7});
        check.items.push_back(sealed("comment", check::item_type::text));
        check.items.push_back(sealed("contact", check::item_type::contact));
        const auto record = m_tablet->chained(check);
        QCOMPARE(send({record, record}), std::string("ad"));
        const BandCounts nine{{0, 0, 1, 0}};
        QVERIFY(
            sums() == (Sums{
                          {{"", "comment"}, nine},
                          {{"", "completed"}, nine},
                          {{"", "contact"}, nine},
                          {{"liked", ""}, nine},
                          {{"liked", "prices"}, nine},
                          {{"liked", "staff"}, nine}}));
    }

    void whoLeavesBeforeThanksIsTold()
    {
        auto left = reviewed(4, {"queue"}), early = m_tablet->survey(7);
        left.state = early.state = check::State::Abandoned;
        QCOMPARE(
            send(
                {m_tablet->chained(left), m_tablet->chained(early),
                 m_tablet->chained(reviewed(10, {}))}),
            std::string("aaa"));
        QVERIFY(
            sums() == (Sums{
                          {{"", "broken-off"}, {{1, 0, 0, 0}}},
                          {{"", "completed"}, {{0, 0, 0, 1}}},
                          {{"improve", ""}, {{1, 0, 0, 0}}},
                          {{"improve", "queue"}, {{1, 0, 0, 0}}}}));
    }

    void trainingAndWhatHasNoScoreIsNotCounted()
    {
        auto training = reviewed(3, {"queue"});
        training.kind = check::kind::training;
        auto unscored = reviewed(3, {"queue"});
        unscored.score.reset();
        unscored.items.erase(unscored.items.begin());
        unscored.state = check::State::Abandoned;
        QCOMPARE(
            send({m_tablet->chained(training), m_tablet->chained(unscored)}), std::string("aa"));
        QVERIFY(sums().empty());
    }

    void whyAnswersAreMarkedIsTold()
    {
        using Reasons = std::map<std::string, std::int64_t>;
        QVERIFY(whyMarked().empty());
        auto twice = m_tablet->survey(10), once = m_tablet->survey(3), next = m_tablet->survey(4);
        twice.marks = {"burst", "repeat"};
        once.marks = {"repeat"};
        auto training = m_tablet->survey(5);
        training.kind = check::kind::training;
        training.marks = {"training"};
        next.day += std::chrono::days(1);
        const auto first = m_tablet->chained(twice), later = m_tablet->chained(m_tablet->survey(8)),
                   nextDay = m_tablet->chained(next);
        // The mark of one that is yet to come; another for one that has it already.
        QCOMPARE(
            send(
                {first, m_tablet->chained(once), m_tablet->chained(training), marking(nextDay),
                 later, marking(later, "closed_hours"), marking(later, "repeat"),
                 marking(first, "repeat"), nextDay}),
            std::string("aaaaaaaaa"));
        QCOMPARE(whyMarked(), (Reasons{{"burst", 2}, {"closed_hours", 1}, {"repeat", 3}}));
        server::ScoreQuery query;
        query.to = once.day;
        query.withMarked = false; // asks for scores, not for reasons
        QCOMPARE(whyMarked(query), (Reasons{{"burst", 1}, {"closed_hours", 1}, {"repeat", 3}}));
        query.stores = {"s2"};
        QVERIFY(whyMarked(query).empty());
        query.stores = {"s1"};
        query.scope = server::StoreSet({"s2"});
        QVERIFY(!m_store->markReasons(query) || whyMarked(query).empty());
    }

    void aLaterMarkMovesThem()
    {
        const auto first = m_tablet->chained(reviewed(2, {"queue"}));
        const auto second = m_tablet->chained(reviewed(8, {"queue"}));
        QCOMPARE(send({first, second}), std::string("aa"));
        QCOMPARE(send({marking(first)}), std::string("a"));
        QVERIFY((sums().at({"improve", "queue"}) == BandCounts{{1, 1, 0, 0}}));
        QVERIFY((sums(false).at({"improve", "queue"}) == BandCounts{{0, 1, 0, 0}}));
        // In one batch, and before the record it names.
        const auto third = m_tablet->chained(reviewed(5, {"prices"}));
        QCOMPARE(send({marking(third), third, marking(second)}), std::string("aaa"));
        QVERIFY((sums().at({"improve", "prices"}) == BandCounts{{1, 0, 0, 0}}));
        QVERIFY(sums(false).empty());
        QCOMPARE(
            countIn(databaseIn(*m_folder), "SELECT count(*) FROM trait_counts WHERE marked = 0"),
            std::int64_t(0));
    }

    void anErasureChangesNone()
    {
        auto check = reviewed(3, {"queue"});
        check.items.push_back(sealed("comment", check::item_type::text));
        QCOMPARE(send({m_tablet->chained(check)}), std::string("a"));
        const auto before = sums();
        QCOMPARE(m_store->erase({{}, check.id}, {})->records.size(), std::size_t(1));
        QVERIFY(sums() == before);
        QVERIFY(before.contains({"", "comment"}));
    }

    void verifyingTellsOfACountThatWasChanged()
    {
        QCOMPARE(send({m_tablet->chained(reviewed(3, {"queue"}))}), std::string("a"));
        const auto database = databaseIn(*m_folder);
        const auto change = [&](const char *sql) {
            changeIn(database, sql);
            const auto recounted = m_store->recount();
            return recounted ? std::string() : recounted.failure().where;
        };
        const auto day = formatDay(m_tablet->survey(1).day);
        QCOMPARE(
            change("UPDATE trait_counts SET passives = passives + 1"),
            "trait_counts of store s1 on " + day);
        QCOMPARE(change("UPDATE trait_counts SET passives = passives - 1"), std::string());
    }

    void readsLikeACountByHand();
};

void TestStoreTraits::readsLikeACountByHand()
{
    std::mt19937 random(20261123);
    const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    std::vector<Known> known;
    const auto first = parseDay("2026-01-05").value(); // a Monday
    for (const char *store : {"s1", "s2"}) {
        Tablet tablet(m_clock, *m_store, store);
        for (int batch = 0; batch < 3; ++batch) {
            std::vector<json::object> records;
            for (int i = 0; i < 60; ++i) {
                auto check = tablet.survey(pick(10));
                check.day = first + std::chrono::days(pick(27));
                Known each{store, check.day, *check.score, pick(4) == 0, {{"", "completed"}}};
                if (each.marked)
                    check.marks.push_back("burst");
                json::array codes;
                const std::string list = each.score >= 9 ? "liked" : "improve";
                for (const char *code : offered)
                    if (pick(2) == 0) {
                        codes.emplace_back(code);
                        each.traits.insert({{list, code}, {list, ""}});
                    }
                check.items.push_back(picksFrom(list, std::move(codes)));
                records.push_back(tablet.chained(check));
                known.push_back(std::move(each));
            }
            QVERIFY(m_store->ingest(tablet.device, tablet.batch(records)));
        }
    }
    for (const bool withMarked : {true, false})
        for (const auto &stores : {std::vector<std::string>{}, std::vector<std::string>{"s2"}}) {
            server::ScoreQuery query;
            query.withMarked = withMarked;
            query.stores = stores;
            query.from = first + std::chrono::days(3);
            query.to = first + std::chrono::days(20);
            Sums byHand;
            BandCounts scored;
            for (const auto &each : known) {
                if (each.day < *query.from || each.day > *query.to ||
                    (each.marked && !withMarked) || (!stores.empty() && each.store != "s2"))
                    continue;
                ++scored[metrics::bandOf(each.score)];
                for (const auto &trait : each.traits)
                    ++byHand[trait][metrics::bandOf(each.score)];
            }
            QVERIFY(m_store->traits(query).value() == byHand);
            for (const auto weekStart : {std::chrono::Monday, std::chrono::Wednesday}) {
                std::set<std::pair<std::string, Day>> weeks;
                for (const auto &each : known)
                    if (each.day >= *query.from && each.day <= *query.to &&
                        (withMarked || !each.marked) && (stores.empty() || each.store == "s2"))
                        weeks.insert({each.store, firstOfWeek(each.day, weekStart)});
                const auto table =
                    m_store->weeklyTraits(query, {"liked", "improve"}, weekStart).value();
                QCOMPARE(table.cells.size(), weeks.size());
                Sums read{{{"", "completed"}, byHand.at({"", "completed"})}};
                BandCounts readScored;
                for (const auto &cell : table.cells) {
                    readScored += cell.scored;
                    for (const auto &[trait, bands] : cell.traits)
                        read[table.traits[trait]] += bands;
                }
                QVERIFY(read == byHand && readScored == scored);
            }
        }
}

VOUCH_TEST(TestStoreTraits)

} // namespace test_store_traits

#include "test_store_traits.moc"
