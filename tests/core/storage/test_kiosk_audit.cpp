#include "core/storage/kiosk_store.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace test_kiosk_audit {

using namespace vouch;
using namespace vouch::storage;

/// What anyone without the tablet's key does to its sealed records shows.
class TestKioskAudit : public QObject
{
    Q_OBJECT

    static constexpr int made = 6;

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KioskStore> m_store;

    void reopen()
    {
        m_store.reset();
        m_store = KioskStore::open(m_folder->path().toStdString(), m_clock).value();
    }
    /// As somebody would who has the file and not the key.
    void tamper(const std::string &sql)
    {
        m_store.reset();
        {
            SQLite::Database raw(
                m_folder->filePath("kiosk.db").toStdString(), SQLite::OPEN_READWRITE);
            raw.exec(sql);
        }
        reopen();
    }
    ChainReport report()
    {
        const auto reports = m_store->verifyChains();
        return reports && reports->size() == 1 ? reports->front() : ChainReport();
    }
    static QString text(const ChainReport::Sequences &found)
    {
        QStringList out;
        for (const auto each : found.first)
            out += QString::number(each);
        return out.join(u' ');
    }
    check::Check closedCheck(int score)
    {
        m_clock.advance(std::chrono::minutes(5));
        const auto check = test::sampleCheck(m_clock, score);
        [&] { QVERIFY(m_store->openCheck(check)); }();
        return m_store->close(check.id, 1).value();
    }
    /// The record of a sequence with another score, its hash fitting again.
    void rewrite(std::int64_t sequence, const char *where)
    {
        auto record = json::object();
        const auto batch = m_store->outgoing(100, 1 << 20).value();
        for (const auto &each : batch) {
            record = parseJson(each.canonical)->as_object();
            if (record["sequence"].as_int64() == sequence)
                break;
        }
        record["score"] = 10;
        record["items"].as_array()[0].as_object()["value"] = 10;
        record["hash"] = check::hashOf(record).value();
        const auto canonical = canonicalJson(record).value();
        tamper(
            "UPDATE items SET value = '10' WHERE check_row = (SELECT row FROM checks WHERE "
            "sequence = " +
            std::to_string(sequence) +
            ");"
            "UPDATE checks SET score = 10, hash = '" +
            std::string(view(record["hash"].as_string())) + "', canonical = CAST('" + canonical +
            "' AS BLOB)" + where + " WHERE sequence = " + std::to_string(sequence));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
        for (int i = 0; i < made; ++i)
            closedCheck(i);
    }
    void cleanup() { m_store.reset(); }

    void untouchedAllIsSound()
    {
        const auto found = report();
        QVERIFY(found.isSound());
        QCOMPARE(found.made, made);
        QCOMPARE(found.unsealed, 0);
        reopen();
        QVERIFY(report().isSound());
    }

    void aContactThatLeftIsNoAlteration()
    {
        m_clock.advance(std::chrono::minutes(5));
        const auto check = test::sampleCheck(m_clock, 9);
        QVERIFY(m_store->openCheck(check));
        const json::object sealed{{"sealed", "AAAA"}};
        QVERIFY(m_store->putItem(check.id, {"reach", "contact", sealed, {}, {}, 0}));
        QVERIFY(m_store->close(check.id, 1));
        const Acknowledgement taken{check.id, Acknowledgement::Kind::Taken, "", ""};
        QVERIFY(m_store->acknowledge(std::span(&taken, 1)));
        QVERIFY(report().isSound());
    }

    void altered_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("the record") << "UPDATE checks SET canonical = CAST(replace(CAST(canonical "
                                       "AS TEXT), '\"fa\"', '\"de\"') AS BLOB) WHERE sequence = 3";
        QTest::newRow("its score") << "UPDATE checks SET score = 10 WHERE sequence = 3";
        QTest::newRow("its day") << "UPDATE checks SET day = '2026-11-21' WHERE sequence = 3";
        QTest::newRow("its answer") << "UPDATE items SET value = '10' WHERE check_row = 3";
        QTest::newRow("another answer")
            << "INSERT INTO items VALUES (3, 'liked', 'choices', '[]', '', '', 0)";
        QTest::newRow("no JSON") << "UPDATE checks SET canonical = x'00' WHERE sequence = 3";
        QTest::newRow("its marks' text") << "UPDATE checks SET marks = 'x' WHERE sequence = 3";
    }
    void altered()
    {
        QFETCH(QString, sql);
        tamper(sql.toStdString());
        const auto found = report();
        QCOMPARE(text(found.altered), QStringLiteral("3"));
        QCOMPARE(found.missing.count + found.inserted.count, 0);
    }

    void writtenAnewWithAFittingHash()
    {
        rewrite(3, "");
        const auto found = report();
        QCOMPARE(text(found.inserted), QStringLiteral("3"));
        QCOMPARE(text(found.unlinked), QStringLiteral("4"));
        QCOMPARE(found.altered.count, 0);
        // Without its seal it does not pass for one of before there were seals.
        tamper("UPDATE checks SET seal = NULL WHERE sequence = 3");
        QCOMPARE(text(report().inserted), QStringLiteral("3"));
    }

    void whatWasWrittenAnewDoesNotTravel()
    {
        const auto before = m_store->outgoing(100, 1 << 20).value();
        rewrite(3, ", seal = NULL");
        const auto out = m_store->outgoing(100, 1 << 20).value();
        QCOMPARE(out.size(), std::size_t(made - 1));
        for (const auto &each : out)
            QVERIFY(each.id != before[2].id);
        const auto refused = m_store->refusals().value();
        QCOMPARE(refused.size(), 1u);
        QCOMPARE(refused[0].code, std::string("altered-on-tablet"));
        QCOMPARE(*m_store->find(before[2].id)->value().score, 10); // its content is kept
        QCOMPARE(*m_store->settled(m_store->head()->chain), 0);
        // Releasing it does not bring it past the check either.
        QCOMPARE(*m_store->releaseQuarantine(), 1);
        QCOMPARE(m_store->outgoing(1, 1)->size(), 1u);
        QCOMPARE(m_store->outgoing(100, 1 << 20)->size(), std::size_t(made - 1));
    }

    void whatDoesNotFitItsHashTravelsAndIsRefusedThere()
    {
        tamper("UPDATE checks SET canonical = CAST(replace(CAST(canonical AS TEXT), '\"fa\"', "
               "'\"de\"') AS BLOB) WHERE sequence = 3");
        QCOMPARE(m_store->outgoing(100, 1 << 20)->size(), std::size_t(made));
    }

    void removed_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("sequences");
        QTest::newRow("the first") << "= 1"
                                   << "1";
        QTest::newRow("in the middle") << "IN (3, 4)"
                                       << "3 4";
        QTest::newRow("the last") << "> 4"
                                  << "5 6";
        QTest::newRow("all") << "> 0"
                             << "1 2 3 4 5 6";
    }
    void removed()
    {
        QFETCH(QString, which);
        QFETCH(QString, sequences);
        tamper(
            "PRAGMA foreign_keys=OFF; DELETE FROM outbox; DELETE FROM checks WHERE sequence " +
            which.toStdString());
        QCOMPARE(text(report().missing), sequences);
        // Their numbers are not given again, so that the server sees the gap too.
        QCOMPARE(closedCheck(7).sequence, made + 1);
        QCOMPARE(text(report().missing), sequences);
    }

    void inserted()
    {
        tamper("INSERT INTO checks SELECT NULL, x'00112233445566778899AABBCCDDEEFF', device, "
               "store, kind, checklist, version, series, touchpoint, language, opened_at, "
               "closed_at, utc_offset_minutes, day, hour, boot, monotonic_ms, state, score, marks, "
               "chain, 7, hash, hash, canonical, NULL, NULL, '[]', NULL, 1, NULL, seal FROM checks "
               "WHERE sequence = 6");
        const auto found = report();
        QCOMPARE(found.altered.count + found.inserted.count, 1);
        QCOMPARE((found.altered.count ? found.altered : found.inserted).first.front(), 7);
    }

    void aWholeForgedChain()
    {
        const QTemporaryDir other;
        {
            const auto forger = KioskStore::open(other.path().toStdString(), m_clock).value();
            const auto check = test::sampleCheck(m_clock, 10);
            QVERIFY(forger->openCheck(check));
            QVERIFY(forger->close(check.id, 1));
        }
        tamper(
            "ATTACH '" + other.filePath("kiosk.db").toStdString() +
            "' AS other; INSERT INTO checks SELECT 99, id, device, store, kind, checklist, "
            "version, "
            "series, touchpoint, language, opened_at, closed_at, utc_offset_minutes, day, hour, "
            "boot, monotonic_ms, state, score, marks, chain, sequence, previous, hash, canonical, "
            "acknowledged_at, opened_monotonic_ms, later_marks, left_on, counted, body, seal FROM "
            "other.checks; INSERT INTO items SELECT 99, question, type, value, salt, digest, "
            "corrections FROM other.items; INSERT INTO chains SELECT * FROM other.chains");
        const auto reports = m_store->verifyChains().value();
        QCOMPARE(reports.size(), 2u);
        const auto &forged = reports[reports[0].made == 1 ? 0 : 1];
        QCOMPARE(text(forged.inserted), QStringLiteral("1"));
        QVERIFY(forged.headAltered);
    }

    void theHeadOfAChain()
    {
        tamper("UPDATE chains SET sequence = 4");
        QVERIFY(report().headAltered);
        tamper("DELETE FROM chains");
        QVERIFY(report().headAltered);
        tamper("UPDATE checks SET seal = NULL");
        QCOMPARE(report().inserted.count, made);
    }

    void recordsOfBeforeSealsAreSaidSo()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        {
            QFile dump(QStringLiteral(VOUCH_SOURCE_DIR "/tests/core/storage/data/kiosk_v2.sql"));
            QVERIFY(dump.open(QIODevice::ReadOnly));
            SQLite::Database raw(
                m_folder->filePath("kiosk.db").toStdString(),
                SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            raw.exec(dump.readAll().toStdString());
        }
        reopen();
        auto reports = m_store->verifyChains().value();
        QCOMPARE(reports.size(), 2u);
        for (const auto &each : reports) {
            QVERIFY(each.isSound());
            QCOMPARE(each.unsealed, each.made);
        }
        QCOMPARE(*m_store->closeLeftOpen(1), 1);
        reports = m_store->verifyChains().value();
        QVERIFY(reports[0].isSound() && reports[1].isSound());
        QCOMPARE(reports[0].unsealed + reports[1].unsealed, 7);
        QCOMPARE(reports[0].made + reports[1].made, 8);
        // From then on one without a seal is none of the tablet's.
        tamper("UPDATE checks SET seal = NULL");
        reports = m_store->verifyChains().value();
        QCOMPARE(reports[0].inserted.count + reports[1].inserted.count, 1);
    }

    void inSlicesItFindsTheSame()
    {
        rewrite(3, "");
        const auto whole = toJson(m_store->verifyChains().value());
        reopen();
        QCOMPARE(m_store->ledger()->front().made, made);
        QCOMPARE(m_store->ledger()->front().inserted.count, 0); // nothing was looked at yet
        int slices = 0;
        while (!*m_store->verifySome(2))
            ++slices;
        QCOMPARE(slices, made / 2);
        QCOMPARE(toJson(m_store->ledger().value()), whole);
        const auto &chain = whole.begin()->value().as_object();
        QCOMPARE(chain.at("made"), json::value(made));
        QCOMPARE(chain.at("inserted"), json::value(json::array{3}));
        QCOMPARE(chain.at("unlinked"), json::value(json::array{4}));
        QCOMPARE(chain.at("altered"), json::value(json::array{}));
        QCOMPARE(chain.at("missing"), json::value(json::array{}));
    }
};

VOUCH_TEST(TestKioskAudit)

} // namespace test_kiosk_audit

#include "test_kiosk_audit.moc"
