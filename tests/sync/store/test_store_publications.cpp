#include "central_tablet.h"
#include "sync/server/store/audit.h"
#include "sync/server/store/publications.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_store_publications {

using namespace vouch;
using namespace vouch::test;
using server::PublicationKind;
using server::Reach;

/// What tablets are given: for some stores first, then for the rest, and back again.
class TestStorePublications : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::Store> m_store;

    std::string language(const std::string &store) const
    {
        const auto settings = m_store->config(store).value().settings;
        const auto *text = findString(settings, "language");
        return text ? std::string(view(*text)) : "-";
    }
    /// Of s1 to s4.
    std::string languages() const
    {
        std::string out;
        for (const char *store : {"s1", "s2", "s3", "s4"})
            out += (out.empty() ? "" : " ") + language(store);
        return out;
    }
    int version(const std::string &store) const
    {
        const auto checklists = m_store->config(store).value().checklists;
        return checklists.empty() ? 0 : checklists.front().version;
    }
    std::int64_t publish(const char *value, Reach reach)
    {
        const auto done = m_store->publish(
            {PublicationKind::Setting, "language", json::value(value), std::move(reach)},
            {"user:ann", "10.0.0.1"});
        return done ? *done : -1;
    }
    static std::string code(const Result<std::int64_t> &done)
    {
        return done ? "" : done.failure().code;
    }

private slots:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_store = server::Store::open(databaseIn(*m_folder), *m_clock).value();
        for (const char *id : {"s1", "s2", "s3", "s4"})
            QVERIFY(m_store->addStore({id, id, "", "UTC"}));
    }

    void aStageComesBeforeTheRest()
    {
        publish("en", Reach::chain());
        const auto staged = publish("fa", Reach::first({"s2", "s3"}));
        QCOMPARE(languages(), std::string("en fa fa en"));
        QVERIFY(m_store->widenPublication(staged));
        QCOMPARE(languages(), std::string("fa fa fa fa"));
        publish("de", Reach::chain()); // nothing of the stage is left behind
        QCOMPARE(languages(), std::string("de de de de"));
    }

    void aRollbackBringsBackWhatWasThere()
    {
        publish("en", Reach::chain());
        publish("tr", Reach::store("s4"));
        const auto staged = publish("fa", Reach::first({"s2"}));
        const auto whole = m_store->widenPublication(staged).value();
        QCOMPARE(languages(), std::string("fa fa fa tr"));
        QVERIFY(m_store->rollBackPublication(whole)); // the stage is there again
        QCOMPARE(languages(), std::string("en fa en tr"));
        QVERIFY(m_store->rollBackPublication(staged));
        QCOMPARE(languages(), std::string("en en en tr"));
        QVERIFY(m_store->rollBackPublication(1)); // the tablet's default again
        QCOMPARE(languages(), std::string("- - - tr"));
    }

    void whatStandsUnderALaterOneStays()
    {
        const auto first = publish("en", Reach::chain());
        const auto own = publish("tr", Reach::store("s4"));
        const auto second = publish("fa", Reach::chain());
        QCOMPARE(code(m_store->rollBackPublication(first)), std::string("publication-superseded"));
        QVERIFY(m_store->rollBackPublication(own)); // nothing later stands there
        QVERIFY(m_store->rollBackPublication(second));
        QCOMPARE(code(m_store->rollBackPublication(second)), std::string("publication-undone"));
        QCOMPARE(code(m_store->widenPublication(second)), std::string("publication-undone"));
        QCOMPARE(code(m_store->widenPublication(first)), std::string("publication-whole"));
        QCOMPARE(code(m_store->rollBackPublication(99)), std::string("not-found"));
        QCOMPARE(languages(), std::string("en en en en"));
        QVERIFY(m_store->rollBackPublication(first));
    }

    void aStoresOwnIsNotStagedOver()
    {
        publish("tr", Reach::store("s4"));
        QCOMPARE(publish("fa", Reach::first({"s1", "s4"})), -1);
        QCOMPARE(languages(), std::string("- - - tr"));
        publish("fa", Reach::share(99)); // draws among the others
        QCOMPARE(languages(), std::string("fa fa fa tr"));
        QCOMPARE(publish("fa", Reach::first({"s9"})), -1);
        QCOMPARE(publish("fa", Reach::share(100)), -1);
    }

    void aLargerShareHoldsTheSmaller()
    {
        const auto staged = [&](int percent) {
            const auto number = publish("fa", Reach::share(percent));
            const auto page = m_store->publications({}).value();
            [&] { QCOMPARE(page.publications.front().number, number); }();
            const auto &stores = page.publications.front().stores;
            return std::set<std::string>(stores.begin(), stores.end());
        };
        const auto quarter = staged(25), half = staged(50);
        QCOMPARE(quarter.size(), 1u);
        QCOMPARE(half.size(), 2u);
        QVERIFY(half.contains(*quarter.begin()));
    }

    void checklistsGoTheSameWay()
    {
        for (int number : {1, 2})
            QVERIFY(m_store->addChecklist("c", number, "{\"v\":" + std::to_string(number) + "}"));
        const auto put = [&](std::optional<json::value> wanted, Reach reach) {
            return m_store->publish({PublicationKind::Checklist, "c", std::move(wanted), reach});
        };
        QVERIFY(put(1, Reach::chain()));
        const auto staged = put({}, Reach::first({"s3"})).value();
        QCOMPARE(version("s1"), 1);
        QCOMPARE(version("s3"), 2);
        QVERIFY(m_store->rollBackPublication(staged));
        QCOMPARE(version("s3"), 1);
        QCOMPARE(code(put(7, Reach::chain())), std::string("not-found"));
        QCOMPARE(code(put("two", Reach::chain())), std::string("request-malformed"));
    }

    void theVersionGrowsWhereSomethingChanged()
    {
        const auto of = [&](const std::string &store) {
            return m_store->config(store).value().version;
        };
        QCOMPARE(of("s1"), 0);
        publish("en", Reach::chain());
        publish("fa", Reach::first({"s2"}));
        QCOMPARE(of("s1"), 1);
        QCOMPARE(of("s2"), 2);
        QVERIFY(m_store->rollBackPublication(2));
        QCOMPARE(of("s1"), 1);
        QCOMPARE(of("s2"), 3); // a rollback is news, too
    }

    void theHistorySaysWhoAndWhen()
    {
        publish("en", Reach::chain());
        m_clock->advance(std::chrono::hours(2));
        publish("fa", Reach::first({"s2"}));
        QVERIFY(m_store->rollBackPublication(2, {"user:bob", ""}));
        QVERIFY(m_store->removeSetting("", "language"));
        auto page = m_store->publications({}).value();
        QCOMPARE(page.publications.size(), 4u);
        const auto &removed = page.publications[0], &undo = page.publications[1],
                   &staged = page.publications[2], &first = page.publications[3];
        QVERIFY(!removed.value && removed.isLatest);
        QCOMPARE(undo.who, std::string("user:bob"));
        QCOMPARE(undo.undoes, std::optional<std::int64_t>(2));
        QCOMPARE(staged.undoneBy, std::optional<std::int64_t>(3));
        QCOMPARE(staged.stores, std::vector<std::string>{"s2"});
        QCOMPARE(staged.at - first.at, Timestamp::duration(std::chrono::hours(2)));
        QVERIFY(!staged.isStaged && !first.isLatest);
        page = m_store->publications({3, 1}).value();
        QCOMPARE(page.publications.front().number, 2);
        QCOMPARE(page.next, std::optional<std::int64_t>(2));
        const auto audit = m_store->audit({{}, "publication-rollback"}).value();
        QCOMPARE(audit.entries.size(), 1u);
        QCOMPARE(audit.entries.front().by.who, std::string("user:bob"));
    }
};

VOUCH_TEST(TestStorePublications)

} // namespace test_store_publications

#include "test_store_publications.moc"
