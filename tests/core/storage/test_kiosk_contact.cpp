#include "core/check/contact.h"
#include "core/storage/kiosk_store.h"
#include "kiosk_files.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QTemporaryDir>
#include <QTest>

namespace test_kiosk_contact {

using namespace vouch;
using namespace vouch::storage;

namespace {

const std::string phone = "+971501234567";
const std::string digits = "501234567";

} // namespace

/// A shopper's contact on the tablet: nowhere in clear, and not even sealed once the server has it.
class TestKioskContact : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    const crypto::SealingKey m_key = crypto::SealingKey::make();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KioskStore> m_store;
    std::string m_sealed; ///< the base64 text in the item

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    Uuid open(int score)
    {
        m_clock.advance(std::chrono::seconds(30));
        const auto check = test::sampleCheck(m_clock, score);
        [&] { QVERIFY(m_store->openCheck(check)); }();
        return check.id;
    }
    check::Item contact()
    {
        const auto value = check::sealContact(
            {check::ContactKind::Phone, phone}, {"2026-1", "en", "May we?"},
            {"0a1b2c3d", m_key.publicKey}, check::makeErasureCode());
        m_sealed = std::string(view(value.value().as_object().at("sealed").as_string()));
        return {"contact", std::string(check::item_type::contact), *value, {}, {}, 0};
    }
    void acknowledge(const Uuid &id, Acknowledgement::Kind kind)
    {
        const std::vector<Acknowledgement> words{{id, kind, "store-unknown", "No such store."}};
        QVERIFY(m_store->acknowledge(words));
    }
    json::object record()
    {
        return parseJson(m_store->outgoing(1, 1)->at(0).canonical)->as_object();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = KioskStore::open(folder(), m_clock).value();
    }
    void cleanup() { m_store.reset(); }

    void theNumberIsNowhereInClearAtAnyStage()
    {
        const auto id = open(2);
        QCOMPARE(test::filesWith(folder(), "recommend").empty(), false); // the search finds things
        QVERIFY(m_store->putItem(id, contact()));
        QCOMPARE(test::filesWith(folder(), digits), std::string());
        QVERIFY(!test::filesWith(folder(), m_sealed).empty());
        QVERIFY(m_store->complete(id));
        QVERIFY(m_store->close(id, 1));
        QCOMPARE(test::filesWith(folder(), digits), std::string());
        QVERIFY(!test::filesWith(folder(), m_sealed).empty());
        acknowledge(id, Acknowledgement::Kind::Taken);
        QCOMPARE(test::filesWith(folder(), digits), std::string());
        QCOMPARE(test::filesWith(folder(), m_sealed), std::string());
        m_store.reset();
        QCOMPARE(test::filesWith(folder(), m_sealed), std::string());
    }

    void itLeavesWhenTheServerHasTakenItAndTheChainStillVerifies()
    {
        const auto id = open(2);
        QVERIFY(m_store->putItem(id, {"comment", "text", "too slow", {}, {}, 0}));
        QVERIFY(m_store->putItem(id, contact()));
        const auto closed = m_store->close(id, 1);
        QVERIFY(closed);
        const auto sent = record();
        QVERIFY(check::verify(sent));
        QCOMPARE(
            check::openContact(sent.at("items").as_array()[2].as_object().at("value"), m_key)
                ->address,
            phone);

        acknowledge(id, Acknowledgement::Kind::Taken);
        const auto kept = m_store->find(id)->value();
        QCOMPARE(kept.hash, closed->hash);
        QCOMPARE(kept.items[2].digest, closed->items[2].digest);
        QCOMPARE(kept.items[2].salt, std::string());
        QVERIFY(kept.items[2].value.is_null());
        QCOMPARE(kept.items[1].value, json::value("too slow")); // a comment stays

        QCOMPARE(*m_store->queueAbove(kept.chain, 0), 1);
        const auto again = record();
        QVERIFY(check::verify(again));
        QCOMPARE(again.at("hash"), sent.at("hash"));
        const auto &item = again.at("items").as_array()[2].as_object();
        QVERIFY(!item.contains("value") && !item.contains("salt") && item.contains("digest"));
        acknowledge(id, Acknowledgement::Kind::Taken);
        QCOMPARE(m_store->outbox()->waiting, 0);
    }

    void whatTheServerErasedLeavesTheTabletToo()
    {
        constexpr const char *words = "far too slow on Saturdays";
        const auto id = open(2);
        QVERIFY(m_store->putItem(id, {"comment", "text", words, {}, {}, 0}));
        const auto closed = m_store->close(id, 1);
        acknowledge(id, Acknowledgement::Kind::Taken);
        const auto other = open(9);
        QVERIFY(m_store->putItem(other, {"comment", "text", "kind people", {}, {}, 0}));
        QVERIFY(m_store->close(other, 1));

        const std::vector<Uuid> named{id, Uuid::v7(m_clock)}; // of the second there is nothing here
        QVERIFY(m_store->eraseAnswers(named));
        QVERIFY(m_store->eraseAnswers(named));
        QCOMPARE(test::filesWith(folder(), words), std::string());
        QVERIFY(!test::filesWith(folder(), "kind people").empty());
        const auto kept = m_store->find(id)->value();
        QCOMPARE(kept.hash, closed->hash);
        QCOMPARE(kept.items[1].digest, closed->items[1].digest);
        QCOMPARE(kept.score, closed->score);
        QCOMPARE(*m_store->queueAbove(kept.chain, 0), 1);
        QVERIFY(check::verify(record()));
    }

    void itStaysAsLongAsTheServerHasNotTakenIt()
    {
        const auto id = open(2);
        QVERIFY(m_store->putItem(id, contact()));
        QVERIFY(m_store->close(id, 1));
        const auto sent = record();
        for (const auto kind :
             {Acknowledgement::Kind::Refused, Acknowledgement::Kind::Unreadable}) {
            acknowledge(id, kind);
            QCOMPARE(*m_store->releaseQuarantine(), 1);
            QCOMPARE(record(), sent);
        }
    }

    void itGoesWithTheBranchThatIsNoLongerReached()
    {
        const auto id = open(2);
        QVERIFY(m_store->putItem(id, contact()));
        QVERIFY(m_store->dropItems(id, std::array{std::string("contact")}));
        QCOMPARE(m_store->close(id, 1)->items.size(), 1u);
        m_store.reset(); // the last connection writes the log into the file and removes it
        QCOMPARE(test::filesWith(folder(), m_sealed), std::string());
    }
};

VOUCH_TEST(TestKioskContact)

} // namespace test_kiosk_contact

#include "test_kiosk_contact.moc"
