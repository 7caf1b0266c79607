#include "central_tablet.h"

#include "sync/server/store/ledger.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"

#include <QTest>

#include <functional>

namespace test_store_tamper {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;

namespace {

/// Bytes as SQL has them.
std::string literal(std::string_view bytes)
{
    const auto digits = crypto::toHex(bytes);
    return onPostgresql() ? "'\\x" + digits + "'::bytea" : "x'" + digits + "'";
}

std::string zeros(std::size_t size)
{
    return literal(std::string(size, '\0'));
}

/// The columns of records, but for number, id, sequence and what a case sets itself.
constexpr const char *copied = "store, measure, score, marked, day, hour, received_at, "
                               "clock_error_ms";

/// Six records of one tablet, a refused one and one in conflict: places 1 to 7, all in chain 1.
struct Scene
{
    Scene(server::DatabaseAddress where, const Clock &clock)
        : database(std::move(where))
    {
        const auto store = server::Store::open(database, clock).value();
        (void)store->addStore({"s1", "Shop one", "", "UTC"});
        (void)store->addStore({"s2", "Shop two", "", "UTC"});
        tablet.emplace(clock, *store);
        for (int i = 0; i < 3; ++i)
            records.push_back(tablet->next(i));
        auto commented =
            check::withDigest({"comment", std::string(check::item_type::text), "Fine", {}, {}, 0});
        auto survey = tablet->survey(3);
        survey.items.push_back(commented.value());
        records.push_back(tablet->chained(survey));
        auto elsewhere = tablet->survey(4);
        elsewhere.store = "nowhere";
        records.push_back(tablet->chained(elsewhere)); // place 5, refused
        records.push_back(tablet->next(5));
        records.push_back(tablet->next(6));
        (void)store->ingest(tablet->device, tablet->batch(records));
        auto other = check::fromJson(records[1]).value();
        other.score = 9;
        other.items.front().value = 9;
        (void)check::append(other, {tablet->last().chain, 1, hashOf(0)});
        (void)store->ingest(tablet->device, tablet->batch({check::toJson(other)}));
    }

    std::string hashOf(std::size_t at) const
    {
        return std::string(view(records[at].at("hash").as_string()));
    }

    void exec(const std::string &sql) const { changeIn(database, sql); }

    /// Puts a record's bytes and hash in the place of those at `sequence`.
    void put(std::int64_t sequence, const json::object &record) const
    {
        exec(
            "UPDATE records SET hash = " +
            literal(crypto::fromHex(view(record.at("hash").as_string())).value()) +
            ", canonical = " + literal(canonicalJson(record).value()) +
            ", score = " + std::to_string(record.at("score").as_int64()) +
            " WHERE sequence = " + std::to_string(sequence));
    }

    /// The record at an index with another score and, when named, another predecessor; all hashes
    /// fit.
    json::object forged(std::size_t at, const std::string &previous = {}) const
    {
        auto check = check::fromJson(records[at]).value();
        check.score = 10;
        check.items.front().value = 10;
        const auto before = previous.empty() ? check.previous : previous;
        (void)check::append(check, {check.chain, check.sequence - 1, before});
        return check::toJson(check);
    }

    server::DatabaseAddress database;
    std::optional<Tablet> tablet;
    std::vector<json::object> records;
};

using Tamper = std::function<void(const Scene &)>;

Tamper sql(std::string text)
{
    return [text = std::move(text)](const Scene &scene) { scene.exec(text); };
}

std::string replaced(const std::string &table, const std::string &from, const std::string &to)
{
    const std::string change = ", '" + from + "', '" + to + "')";
    return "UPDATE " + table + " SET canonical = " +
           (onPostgresql()
                ? "convert_to(replace(convert_from(canonical, 'UTF8')" + change + ", 'UTF8') "
                : "CAST(replace(CAST(canonical AS TEXT)" + change + " AS BLOB) ");
}

/// A copy of the record at `sequence`, at `place`, as a row of its own.
std::string copyOf(int sequence, const std::string &place)
{
    return std::string("INSERT INTO records (number, id, hash, chain, sequence, ") + copied +
           ", canonical) SELECT 99, " + literal("sixteen bytes id") + ", hash, chain, " + place +
           ", " + copied + ", canonical FROM records WHERE sequence = " + std::to_string(sequence);
}

/// Everything from place 2 on is made anew without the tablet's key, all hashes and columns
/// fitting.
void rewriteAll(const Scene &scene)
{
    scene.exec("DELETE FROM refused; DELETE FROM conflicts; DELETE FROM records WHERE sequence > 4;"
               "UPDATE chains SET contiguous = 4, highest = 4, head = 4, conflicting = 0");
    auto previous = scene.hashOf(0);
    for (std::size_t at = 1; at < 4; ++at) {
        const auto forged = scene.forged(at, previous);
        previous = std::string(view(forged.at("hash").as_string()));
        scene.put(static_cast<std::int64_t>(at) + 1, forged);
    }
}

/// One record more, in every respect as it should be, but for the tablet's key.
void appendOne(const Scene &scene)
{
    auto check = scene.tablet->survey(10);
    (void)check::append(check, scene.tablet->last());
    const auto canonical = canonicalJson(check::toJson(check)).value();
    const auto hash = crypto::fromHex(check.hash).value();
    const std::string_view id(
        reinterpret_cast<const char *>(check.id.bytes().data()), check.id.bytes().size());
    scene.exec(
        "INSERT INTO records (number, id, hash, chain, sequence, store, measure, score, marked, "
        "day, hour, received_at, clock_error_ms, canonical) SELECT number + 1, " +
        literal(id) + ", " + literal(hash) +
        ", chain, 8, store, measure, 10, marked, day, hour, received_at, clock_error_ms, " +
        literal(canonical) +
        " FROM records WHERE sequence = 7; "
        "UPDATE chains SET contiguous = 8, highest = 8, head = 8; "
        "UPDATE ledger_days SET received = received + 1");
}

/// Signed again, with a key that is not the tablet's.
void signAgain(const Scene &scene)
{
    rewriteAll(scene);
    const auto key = crypto::SigningKey::make();
    scene.exec("UPDATE chain_signatures SET sequence = 4, head_sequence = 4, "
               "hash = (SELECT hash FROM records WHERE sequence = 4), head_hash = "
               "(SELECT hash FROM records WHERE sequence = 4), hashes = (SELECT hash FROM records "
               "WHERE sequence = 4)");
    const auto asHex = onPostgresql() ? "encode(hash, 'hex')" : "lower(hex(hash))";
    const auto hash =
        textIn(scene.database, std::string("SELECT ") + asHex + " FROM records WHERE sequence = 4");
    const auto at = Timestamp(
        std::chrono::milliseconds(countIn(scene.database, "SELECT sent_at FROM chain_signatures")));
    const std::vector<std::string> hashes{hash};
    const auto signature = crypto::toBase64(crypto::sign(
        protocol::signatureText(
            scene.tablet->device.id, at, {scene.tablet->last().chain, 4, hash}, hashes),
        key));
    scene.exec("UPDATE chain_signatures SET signature = '" + signature + "'");
}

} // namespace

} // namespace test_store_tamper

Q_DECLARE_METATYPE(test_store_tamper::Tamper)

namespace test_store_tamper {

/// Whatever is changed in the database beside the server shows, at its place.
class TestStoreTamper : public QObject
{
    Q_OBJECT

    ManualClock m_clock;

private slots:
    void whatWasLeftAloneIsSound()
    {
        const QTemporaryDir folder;
        const Scene scene(databaseIn(folder), m_clock);
        const auto store = server::Store::open(scene.database, m_clock).value();
        const auto all = store->verify([] { return true; }).value();
        QVERIFY2(all.isSound(), all.isSound() ? "" : all.differences.front().message.c_str());
        QCOMPARE(all.chains, 1);
        QCOMPARE(all.records, 6);
    }

    void itShows_data()
    {
        QTest::addColumn<Tamper>("tamper");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("place");
        const auto altered = [](const char *name, Tamper tamper, int place) {
            QTest::addRow("altered: %s", name) << tamper << QByteArray("altered") << place;
        };
        altered("score column", sql("UPDATE records SET score = 10 WHERE sequence = 3"), 3);
        altered(
            "score in the bytes",
            sql(replaced("records", "\"score\":2", "\"score\":9") + "WHERE sequence = 3"), 3);
        altered(
            "white space",
            sql(replaced("records", "\"score\":2", "\"score\": 2") + "WHERE sequence = 3"), 3);
        altered("comment", sql(replaced("records", "Fine", "Poor") + "WHERE sequence = 4"), 4);
        altered(
            "bytes gone",
            sql("UPDATE records SET canonical = " + literal({}) + " WHERE sequence = 2"), 2);
        altered(
            "hash column", sql("UPDATE records SET hash = " + zeros(32) + " WHERE sequence = 3"),
            3);
        altered("store column", sql("UPDATE records SET store = 2 WHERE sequence = 2"), 2);
        altered(
            "store that is not there",
            sql(std::string(onPostgresql() ? "" : "PRAGMA foreign_keys=OFF; ") +
                "UPDATE records SET store = 9 WHERE sequence = 2"),
            2);
        altered("measure column", sql("UPDATE records SET measure = NULL WHERE sequence = 2"), 2);
        altered("day column", sql("UPDATE records SET day = day + 1 WHERE sequence = 6"), 6);
        altered("hour column", sql("UPDATE records SET hour = 3 WHERE sequence = 6"), 6);
        altered("marked column", sql("UPDATE records SET marked = 1 WHERE sequence = 1"), 1);
        altered(
            "id column", sql("UPDATE records SET id = " + zeros(16) + " WHERE sequence = 1"), 1);
        altered("what was refused", sql(replaced("refused", "nowhere", "s1")), 5);
        altered("what is in conflict", sql(replaced("conflicts", ":9", ":8")), 2);
        altered(
            "all of a record, with its hash",
            [](const Scene &scene) { scene.put(3, scene.forged(2)); }, 3);
        altered(
            "the first record, with its hash",
            [](const Scene &scene) { scene.put(1, scene.forged(0)); }, 1);
        altered(
            "the last record, with its hash",
            [](const Scene &scene) { scene.put(7, scene.forged(6)); }, 7);
        altered("the signature", sql("UPDATE chain_signatures SET sent_at = sent_at + 1"), 7);
        altered("signed with another key", &signAgain, 4);

        const auto removed = [](const char *name, Tamper tamper, int place) {
            QTest::addRow("removed: %s", name) << tamper << QByteArray("removed") << place;
        };
        removed("one", sql("DELETE FROM records WHERE sequence = 3"), 3);
        removed("several", sql("DELETE FROM records WHERE sequence IN (2, 3, 4)"), 2);
        removed("the last", sql("DELETE FROM records WHERE sequence = 7"), 7);
        removed(
            "the last, with its counters",
            sql("DELETE FROM records WHERE sequence = 7;"
                "UPDATE chains SET contiguous = 6, highest = 6, head = 6;"
                "UPDATE ledger_days SET received = received - 1"),
            7);
        removed("what was refused", sql("DELETE FROM refused"), 5);
        removed("what is in conflict", sql("DELETE FROM conflicts"), 1);
        removed("to another place", sql("UPDATE records SET sequence = 30 WHERE sequence = 3"), 3);
        removed("made anew from 2 on, and what was signed", &rewriteAll, 7);

        const auto inserted = [](const char *name, Tamper tamper, int place) {
            QTest::addRow("inserted: %s", name) << tamper << QByteArray("inserted") << place;
        };
        inserted("a copy behind the end", sql(copyOf(7, "40")), 40);
        inserted("a copy beside another", sql(copyOf(3, "sequence")), 3);
        inserted(
            "beside what is in conflict",
            sql("INSERT INTO conflicts (id, hash, device, received_at, canonical, chain, sequence, "
                "store, day) SELECT id, " +
                zeros(32) +
                ", device, received_at, canonical, chain, sequence, store, day FROM conflicts"),
            1);
        inserted("with all but the key", &appendOne, 8);
    }

    void itShows()
    {
        QFETCH(Tamper, tamper);
        QFETCH(QByteArray, code);
        QFETCH(int, place);
        const QTemporaryDir folder;
        const Scene scene(databaseIn(folder), m_clock);
        tamper(scene);
        const auto store = server::Store::open(scene.database, m_clock).value();

        const auto all = store->verify([] { return true; }).value();
        QVERIFY(!all.isSound());
        const auto named =
            std::find_if(all.differences.begin(), all.differences.end(), [&](const auto &each) {
                return each.code == code.toStdString();
            });
        QVERIFY2(named != all.differences.end(), all.differences.front().message.c_str());
        QCOMPARE(named->sequence, place);
        QVERIFY(!named->message.empty());
        // Nothing is named before the place that was touched, and small pages find the same.
        for (const auto &each : all.differences)
            QVERIFY2(each.chain.isNull() || each.sequence >= place, each.message.c_str());
        const auto key = store->ledger({}).value().chains.front().key;
        bool again = false;
        for (std::optional<std::int64_t> at = 0; at;) {
            const auto verdict = store->verifyChain(key, *at, 2).value();
            for (const auto &finding : verdict.findings)
                again = again || (finding.code == code.toStdString() && finding.sequence == place);
            QVERIFY(!verdict.next || *verdict.next > *at);
            at = verdict.next;
        }
        QVERIFY(again);
    }

    void countersAreComparedToo_data()
    {
        QTest::addColumn<QByteArray>("sql");
        for (const char *sql :
             {"UPDATE hour_counts SET n0 = n0 + 1", "UPDATE device_counts SET n0 = n0 + 1",
              "DELETE FROM device_counts", "UPDATE day_counts SET n0 = n0 + 1",
              "UPDATE month_counts SET n0 = n0 + 1", "UPDATE stores SET version = 0",
              "UPDATE ledger_days SET late = late + 1", "DELETE FROM ledger_days",
              "UPDATE chains SET forked = 1", "DELETE FROM hour_counts",
              "UPDATE hour_counts SET hour = hour + 1",
              "INSERT INTO activity_hours (device, day, hour, store, minutes, opened, scored, "
              "completed) VALUES (1, 20000, 3, 1, 9, 0, 0, 0)",
              "UPDATE trait_counts SET tens = tens + 1", "DELETE FROM trait_counts"})
            QTest::addRow("%s", sql) << QByteArray(sql);
    }

    void countersAreComparedToo()
    {
        QFETCH(QByteArray, sql);
        const QTemporaryDir folder;
        const Scene scene(databaseIn(folder), m_clock);
        scene.exec(sql.toStdString());
        const auto store = server::Store::open(scene.database, m_clock).value();
        const auto all = store->verify([] { return true; }).value();
        QCOMPARE(all.differences.size(), 1u);
        QCOMPARE(all.differences.front().code, std::string("counters-differ"));
        QVERIFY(!all.differences.front().where.empty());
        QCOMPARE(store->recount().failure().code, std::string("counters-differ"));
    }

    void anErasedCommentIsSound()
    {
        const QTemporaryDir folder;
        const Scene scene(databaseIn(folder), m_clock);
        auto erased = scene.records[3];
        auto &item = erased["items"].as_array()[1].as_object();
        item.erase("value");
        item.erase("salt");
        scene.put(4, erased);
        scene.exec(
            "DELETE FROM comments WHERE number IN (SELECT number FROM records WHERE sequence = 4)");
        const auto store = server::Store::open(scene.database, m_clock).value();
        QVERIFY(store->verify([] { return true; })->isSound());
    }

    void oneSideOfAForkShows_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, std::string sql, const char *code) {
            QTest::newRow(name) << QByteArray::fromStdString(sql) << QByteArray(code);
        };
        row("left alone", "SELECT 1", "");
        row("the later side",
            "DELETE FROM records WHERE number > (SELECT max(number) - 2 FROM records)", "removed");
        row("the former side",
            "DELETE FROM records WHERE number BETWEEN (SELECT max(number) - 3 FROM records) AND "
            "(SELECT max(number) - 2 FROM records)",
            "removed");
        row("one more", copyOf(3, "sequence"), "inserted");
    }

    void oneSideOfAForkShows()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, code);
        const QTemporaryDir folder;
        Scene scene(databaseIn(folder), m_clock);
        Tablet clone = *scene.tablet;
        auto store = server::Store::open(scene.database, m_clock).value();
        for (auto *side : {&*scene.tablet, &clone}) {
            const std::vector<json::object> records{side->next(1), side->next(2)}; // 8 and 9
            QCOMPARE(
                statuses(store->ingest(side->device, side->batch(records))), std::string("aa"));
        }
        scene.exec(sql.toStdString());
        const auto key = store->ledger({}).value().chains.front().key;
        const auto whole = store->verifyChain(key, 0, 1000).value();
        const auto isIt = [&](const auto &each) { return each.code == code.toStdString(); };
        const auto &found = whole.findings;
        QCOMPARE(found.empty(), code.isEmpty());
        QCOMPARE(std::count_if(found.begin(), found.end(), isIt), code.isEmpty() ? 0 : 1);
        // Page by page it is told once, with the last one.
        std::size_t told = 0;
        for (std::optional<std::int64_t> at = 0; at;) {
            const auto part = store->verifyChain(key, *at, 2).value();
            told += part.findings.size();
            at = part.next;
        }
        QCOMPARE(told, found.size());
    }

    void itEndsWhenToldTo()
    {
        const QTemporaryDir folder;
        const Scene scene(databaseIn(folder), m_clock);
        const auto store = server::Store::open(scene.database, m_clock).value();
        QCOMPARE(store->verify([] { return false; }).failure().code, std::string("stopped"));
    }
};

VOUCH_TEST(TestStoreTamper)

} // namespace test_store_tamper

#include "test_store_tamper.moc"
