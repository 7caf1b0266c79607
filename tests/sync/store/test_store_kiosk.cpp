#include "central_tablet.h"

#include "core/check/contact.h"
#include "core/storage/kiosk_store.h"

#include <QTest>

using namespace vouch;
using namespace vouch::test;

/// What a real tablet keeps and sends, taken by a real server: no wire between them.
class TestStoreKiosk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<Tablet> m_tablet; ///< for its identity only
    std::unique_ptr<storage::KioskStore> m_kiosk;

    /// Sends what waits and hears the answer, as the sync client does.
    std::string sync()
    {
        std::vector<json::object> records;
        const auto waiting = m_kiosk->outgoing(500, 8 << 20);
        for (const auto &each : *waiting)
            records.push_back(parseJson(each.canonical).value().as_object());
        auto batch = m_tablet->batch(records);
        batch.head = m_kiosk->head().value();
        const auto answer = m_store->ingest(m_tablet->device, batch);
        std::vector<storage::Acknowledgement> words;
        using Kind = storage::Acknowledgement::Kind;
        for (const auto &result : answer.value().results) {
            const bool taken = result.status == protocol::Status::Accepted ||
                               result.status == protocol::Status::Duplicate;
            words.push_back(
                {Uuid::parse(result.id).value(), taken ? Kind::Taken : Kind::Refused, result.code,
                 result.reason});
        }
        [&] { QVERIFY(m_kiosk->acknowledge(words)); }();
        return statuses(answer);
    }
    Uuid open(int score)
    {
        auto check = m_tablet->survey(score);
        [&] { QVERIFY(m_kiosk->openCheck(check)); }();
        return check.id;
    }
    std::string stored(const Uuid &id)
    {
        SQLite::Database raw(databaseIn(*m_folder).string(), SQLite::OPEN_READONLY);
        SQLite::Statement query(raw, "SELECT canonical FROM records WHERE id = ?");
        query.bind(1, id.bytes().data(), 16);
        return query.executeStep() ? query.getColumn(0).getString() : std::string();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = server::Store::open(databaseIn(*m_folder), m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "north", "Asia/Dubai"}));
        m_tablet = std::make_unique<Tablet>(m_clock, *m_store);
        const auto data = m_folder->filePath("kiosk").toStdString();
        m_kiosk = storage::KioskStore::open(data, m_clock).value();
    }
    void cleanup()
    {
        QVERIFY(m_store->recount());
        m_kiosk.reset();
        m_store.reset();
    }

    void aContactArrivesOnceAndItsErasedFormIsADuplicate()
    {
        const auto key = crypto::SealingKey::make();
        const auto id = open(1);
        const auto value = check::sealContact(
            {check::ContactKind::Email, "a@example.com"}, {"1", "en", ""},
            {"0a1b2c3d", key.publicKey}, check::makeErasureCode());
        QVERIFY(m_kiosk->putItem(
            id, {"contact", std::string(check::item_type::contact), *value, {}, {}, 0}));
        const auto chain = m_kiosk->close(id, 1).value().chain;
        QCOMPARE(sync(), std::string("a"));
        const auto kept = stored(id);

        QCOMPARE(*m_kiosk->queueAbove(chain, 0), 1);
        const auto erased = m_kiosk->outgoing(1, 1)->at(0).canonical;
        QVERIFY(erased.find("sealed") == erased.npos);
        QCOMPARE(sync(), std::string("d"));
        QCOMPARE(countIn(databaseIn(*m_folder), "SELECT count(*) FROM conflicts"), 0);

        // The server's copy is the one that can be opened.
        QCOMPARE(stored(id), kept);
        const auto record = parseJson(kept)->as_object();
        const auto &item = record.at("items").as_array()[1].as_object();
        QCOMPARE(check::openContact(item.at("value"), key)->address, std::string("a@example.com"));
    }
};

QTEST_GUILESS_MAIN(TestStoreKiosk)
#include "test_store_kiosk.moc"
