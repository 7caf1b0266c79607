#include "central_tablet.h"
#include "exported_rows.h"

#include "sync/server/store/ledger.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_store_clock {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;

const auto always = [] { return true; };

/// A server whose clock goes wrong by years and is mended, with tablets whose clocks are right.
class TestStoreClock : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_right; ///< the tablet's
    std::unique_ptr<ManualClock> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<Tablet> m_tablet;
    Uuid m_boot;
    std::vector<json::object> m_made;

    void open() { m_store = server::Store::open(databaseIn(*m_folder), *m_server).value(); }
    void pass(std::chrono::milliseconds time)
    {
        m_right->advance(time);
        m_server->advance(time);
    }
    void serverIsOffBy(std::chrono::milliseconds error)
    {
        m_server->set(formatUtc(m_right->now() + error).c_str());
    }
    std::string send(std::vector<json::object> records)
    {
        auto batch = m_tablet->batch(std::move(records));
        batch.boot = m_boot;
        batch.monotonicMs = m_right->monotonicMs();
        return statuses(m_store->ingest(m_tablet->device, std::move(batch)));
    }
    json::object answer(const check::Item *item = nullptr)
    {
        pass(1min);
        auto survey = m_tablet->survey(9);
        survey.boot = m_boot;
        survey.monotonicMs = m_right->monotonicMs();
        if (item)
            survey.items.push_back(*item);
        m_made.push_back(m_tablet->chained(survey));
        return m_made.back();
    }
    std::string answersSent() { return send({answer(), answer(), answer()}); }
    json::object contact()
    {
        const auto item = check::withDigest(
            {"contact",
             std::string(check::item_type::contact),
             json::object{{"sealed", "x"}},
             {},
             {},
             0});
        return answer(&*item);
    }
    std::int64_t contacts() const
    {
        return countIn(databaseIn(*m_folder), "SELECT count(*) FROM personal WHERE contact = 1");
    }

private slots:
    void init()
    {
        m_right = std::make_unique<ManualClock>();
        m_server = std::make_unique<ManualClock>();
        m_boot = Uuid::v7(*m_right);
        m_made.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        QVERIFY(m_store->addStore({"s1", "Shop one", "", "UTC"}));
        m_tablet = std::make_unique<Tablet>(*m_right, *m_store);
    }
    void cleanup() { m_store.reset(); }

    void whatComesMeanwhileIsHereOnceAndSound_data()
    {
        QTest::addColumn<int>("years");
        for (const int years : {-50, -25, -2, 2, 10, 70})
            QTest::addRow("%d years", years) << years;
    }
    void whatComesMeanwhileIsHereOnceAndSound()
    {
        QFETCH(int, years);
        const auto error = years * 365 * 24h;
        QCOMPARE(answersSent(), std::string("aaa"));
        serverIsOffBy(error);
        QCOMPARE(answersSent(), std::string("aaa"));
        QCOMPARE(send(m_made), std::string("dddddd"));
        m_store.reset(); // and is started anew with it
        open();
        QCOMPARE(answersSent(), std::string("aaa"));
        serverIsOffBy(0h);
        QCOMPARE(answersSent(), std::string("aaa"));
        QCOMPARE(send(m_made), std::string(12, 'd'));

        const auto chain = m_store->ledger({})->chains.at(0);
        QCOMPARE(chain.whole->made, std::int64_t(12));
        QCOMPARE(chain.whole->missing, std::int64_t(0));
        QCOMPARE(chain.counts.received, std::int64_t(12));
        QCOMPARE(chain.counts.late, std::int64_t(0));
        QVERIFY(m_store->verify(always)->isSound());
        QCOMPARE(m_store->have(m_tablet->device.id)->begin()->second, std::int64_t(12));

        // The server's day counts, as it was; the tablet's stands beside it in the record, with how
        // far the two were from each other.
        const auto rows = exported(*m_store);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool isWrong = i >= 3 && i < 9;
            QCOMPARE(rows[i].check.day, *parseDay("2026-11-22"));
            QCOMPARE(rows[i].clockErrorMs, isWrong ? std::chrono::milliseconds(error).count() : 0);
            QCOMPARE(
                rows[i].day, std::chrono::floor<std::chrono::days>(
                                 rows[i].check.openedAt + (isWrong ? error : 0h)));
        }
    }

    /// The way back to the right days: a back-up of before, and what the tablets send again.
    void restoredAndSentAgainItHasTheRightDays()
    {
        if (onPostgresql())
            QSKIP("a back-up is a file");
        QCOMPARE(answersSent(), std::string("aaa"));
        const auto copy = m_folder->filePath("copy.db").toStdString();
        QVERIFY(QFile(copy.c_str()).open(QFile::WriteOnly)); // the caller makes it
        QVERIFY(m_store->backUp(copy, always));
        serverIsOffBy(3 * 365 * 24h);
        QCOMPARE(answersSent(), std::string("aaa"));
        serverIsOffBy(0h);
        m_store.reset();
        std::filesystem::copy_file(
            copy, fileIn(*m_folder), std::filesystem::copy_options::overwrite_existing);
        open();
        QCOMPARE(send(m_made), std::string("dddaaa"));
        for (const auto &row : exported(*m_store))
            QCOMPARE(row.day, row.check.day);
    }

    void sessionsAndCodesOfAnotherTimeDoNotLast_data()
    {
        QTest::addColumn<int>("years");
        QTest::addRow("ahead") << 10;
        QTest::addRow("behind") << -10;
    }
    void sessionsAndCodesOfAnotherTimeDoNotLast()
    {
        QFETCH(int, years);
        server::User ann;
        ann.name = "ann";
        ann.role = server::Role::Admin;
        ann.everywhere = true;
        ann.passwordHash = "none";
        QVERIFY(m_store->addUser(ann));
        const auto before = m_store->startSession("ann").value();
        const auto token = m_store->makeApiToken({"ann", "till", {}}).value();
        const auto code = m_store->makeDeviceCode("s1", "").value();
        const auto isSignedIn = [&](const server::Session &session) {
            return m_store->findSession(session.token).value().has_value();
        };
        QVERIFY(isSignedIn(before));

        serverIsOffBy(years * 365 * 24h);
        QVERIFY(!isSignedIn(before));
        QCOMPARE(m_store->holderOfApiToken(token.secret).value().has_value(), years < 0);
        QCOMPARE(
            m_store->enrol(m_tablet->request(code)).failure().code, std::string("code-expired"));
        QVERIFY(
            m_store->deviceByToken(m_tablet->token).value()); // a tablet is never shut out by it
        const auto meanwhile = m_store->startSession("ann").value();
        const auto codeOfMeanwhile = m_store->makeDeviceCode("s1", "").value();
        QVERIFY(isSignedIn(meanwhile));

        serverIsOffBy(0h);
        QVERIFY(!isSignedIn(meanwhile));
        QCOMPARE(
            m_store->enrol(m_tablet->request(codeOfMeanwhile)).failure().code,
            std::string("code-expired"));
        QVERIFY(m_store->holderOfApiToken(token.secret).value());
        QVERIFY(m_store->enrol(m_tablet->request(code)));
        // Of servers side by side one may be a little ahead.
        m_server->advance(30min);
        const auto atAnother = m_store->startSession("ann").value();
        m_server->set(formatUtc(m_right->now()).c_str());
        QVERIFY(isSignedIn(atAnother));
    }

    void nothingIsErasedByAClockThatNoTabletAgreesWith()
    {
        QCOMPARE(send({contact()}), std::string("a"));
        QCOMPARE(*m_store->clockWitness(), server::ClockWitness::For);
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(0));
        QCOMPARE(contacts(), std::int64_t(1));
        serverIsOffBy(365 * 24h);
        m_store.reset();
        open();
        // Nobody has spoken since it started: they get the time to.
        QCOMPARE(*m_store->clockWitness(), server::ClockWitness::None);
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(0));
        QVERIFY(m_store->recordHeartbeat(
            m_tablet->device.id,
            json::serialize(json::object{{"clock", formatUtc(m_right->now())}})));
        pass(2h);
        QCOMPARE(m_store->applyRetention(always).failure().code, std::string("clock-in-doubt"));
        QCOMPARE(contacts(), std::int64_t(1));

        serverIsOffBy(0h); // what was heard of by the wrong clock says nothing
        QCOMPARE(*m_store->clockWitness(), server::ClockWitness::None);
        pass(64 * 24h);
        QCOMPARE(answersSent(), std::string("aaa"));
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(0));
        pass(24h);
        QCOMPARE(answersSent(), std::string("aaa"));
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(1));
    }

    void oneTabletThatAgreesIsEnoughAndASilentChainStillForgets()
    {
        QCOMPARE(send({contact()}), std::string("a"));
        pass(66 * 24h);
        const auto wrong = std::make_unique<ManualClock>("2020-01-01T00:00:00.000Z");
        const Tablet other(*wrong, *m_store);
        QCOMPARE(statuses(m_store->ingest(other.device, other.batch({}))), std::string());
        QCOMPARE(*m_store->clockWitness(), server::ClockWitness::Against);
        QCOMPARE(send({answer()}), std::string("a"));
        QCOMPARE(*m_store->clockWitness(), server::ClockWitness::For);
        pass(2 * 24h);
        m_store.reset();
        open();
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(0));
        pass(server::witnessWait);
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(1));
    }
};

VOUCH_TEST(TestStoreClock)

} // namespace test_store_clock

#include "test_store_clock.moc"
