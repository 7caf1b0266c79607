#include "core/storage/kiosk_schema.h"
#include "core/storage/kiosk_store.h"
#include "fault_vfs.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

namespace test_kiosk_recovery {

using namespace vouch;
using namespace vouch::storage;
using test::FaultVfs;
using Event = FaultVfs::Event;
using Fault = FaultVfs::Fault;

namespace {

constexpr int conversations = 60;
constexpr int pageSize = 4096;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// A kiosk's files as a crash leaves them: the newest records are in the log only.
struct Image
{
    QByteArray database;
    QByteArray log;
    std::map<Uuid, std::string> canonical; ///< of every sealed record
    std::set<Uuid> waiting;
    Uuid open; ///< a check that nobody closed
    std::string publicKey;
};

Image makeImage(test::ManualClock &clock)
{
    const QTemporaryDir folder;
    Image out;
    const auto store = KioskStore::open(folder.path().toStdString(), clock).value();
    if (!store->setSettings(
            {{"identity.device", "d0000000-0000-0000-0000-000000000001"},
             {"identity.token", "secret"},
             {"identity.store", "s1"},
             {"kiosk.name", "till 3"},
             {"sync.config", std::string(9000, 'c')}}))
        qFatal("no settings");
    for (int i = 0; i <= conversations; ++i) {
        clock.advance(std::chrono::minutes(3));
        const auto check = test::sampleCheck(clock, i % 11);
        // One has to go on beyond its page.
        const std::string comment(i % 10 == 0 ? 6000 : 40, 'x');
        if (!store->openCheck(check) ||
            !store->putItem(check.id, {"comment", "text", json::value(comment), {}, {}, 0}))
            qFatal("no check");
        if (i == conversations)
            out.open = check.id;
        else if (!store->close(check.id, 1))
            qFatal("not closed");
    }
    const auto batch = store->outgoing(1000, 64 << 20).value();
    for (const auto &each : batch) {
        out.canonical[each.id] = each.canonical;
        if (out.canonical.size() > conversations / 2) {
            out.waiting.insert(each.id);
            continue;
        }
        const Acknowledgement taken{each.id, Acknowledgement::Kind::Taken, "", ""};
        if (!store->acknowledge(std::span(&taken, 1)))
            qFatal("not acknowledged");
    }
    out.publicKey = store->signingKey()->publicKey;
    out.database = contentOf(folder.filePath("kiosk.db"));
    out.log = contentOf(folder.filePath("kiosk.db-wal"));
    return out;
}

/// The same with everything in the database.
QByteArray withoutLog(const Image &image)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath("kiosk.db");
    write(path, image.database);
    write(path + "-wal", image.log);
    {
        SQLite::Database raw(path.toStdString(), SQLite::OPEN_READWRITE);
        raw.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return contentOf(path);
}

/// Behind which byte a record is whole in the file, wherever copies of it lie; nothing for one that
/// goes on in further pages.
std::optional<qsizetype> endOf(const std::string &canonical, const QByteArray &database)
{
    const auto at = database.lastIndexOf(QByteArray::fromStdString(canonical));
    return at < 0 ? std::nullopt : std::optional((at / pageSize + 1) * pageSize);
}

} // namespace

/// A damaged database is set aside whole; what can be read of it goes on in a fresh one.
class TestKioskRecovery : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    Image m_image;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KioskStore> m_store;
    std::string m_where; ///< what is being tried

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void lay(const QByteArray &database, const QByteArray &log)
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        write(path("kiosk.db"), database);
        if (!log.isNull())
            write(path("kiosk.db-wal"), log);
    }
    Result<void> open()
    {
        m_store.reset();
        auto opened = KioskStore::open(m_folder->path().toStdString(), m_clock);
        if (!opened)
            return opened.failure();
        m_store = std::move(*opened);
        return {};
    }
    QStringList setAside() const
    {
        return QDir(m_folder->path()).entryList({QStringLiteral("kiosk.damaged-*.db")});
    }
    std::int64_t rows(const char *sql) const
    {
        SQLite::Database raw(path("kiosk.db").toStdString(), SQLite::OPEN_READONLY);
        return raw.execAndGet(sql).getInt64();
    }
    /// Whether `record` holds what `made` had at some time while it was open.
    static bool isOlderState(const json::value &record, const json::value &made)
    {
        const auto &now = record.as_object(), &then = made.as_object();
        const auto &items = now.at("items").as_array(), &all = then.at("items").as_array();
        return now.at("opened_at") == then.at("opened_at") && now.at("score") == then.at("score") &&
               items.size() <= all.size() && std::equal(items.begin(), items.end(), all.begin());
    }
    /// Brings everything to a server; each record is one that there was, once: byte for byte, or
    /// with the answers that it had when an older state of the database, where it was open, closed
    /// it anew.
    std::set<Uuid> drain()
    {
        std::set<Uuid> out;
        for (;;) {
            const auto batch = m_store->outgoing(50, 1 << 20).value();
            if (batch.empty())
                return out;
            std::vector<Acknowledgement> words;
            for (const auto &each : batch) {
                const auto made = m_image.canonical.find(each.id);
                const auto record = parseJson(each.canonical);
                if (made != m_image.canonical.end() && made->second != each.canonical && record &&
                    record->is_object() && check::verify(record->as_object()) &&
                    !isOlderState(*record, *parseJson(made->second)))
                    qFatal(
                        "%s: a record became another one: %s\ninstead of %s", m_where.c_str(),
                        each.canonical.c_str(), made->second.c_str());
                if (!out.insert(each.id).second)
                    qFatal("a record came twice");
                words.push_back({each.id, Acknowledgement::Kind::Taken, "", ""});
            }
            if (!m_store->acknowledge(words))
                qFatal("not acknowledged");
        }
    }
    bool answersOneMore()
    {
        const auto check = test::sampleCheck(m_clock, 8);
        return m_store->openCheck(check) && m_store->close(check.id, 1);
    }

    /// Damage of every kind; how many pages at most it touches, -1 for nobody knows.
    static int damage(QByteArray &database, QByteArray &log, unsigned seed)
    {
        std::mt19937 random(seed);
        const auto below = [&](qsizetype bound) {
            return qsizetype(random() % std::uint32_t(std::max<qsizetype>(bound, 1)));
        };
        const auto scribble = [&](QByteArray &bytes, qsizetype at, qsizetype size) {
            for (auto i = at; i < std::min(at + size, bytes.size()); ++i)
                bytes[i] = char(random());
        };
        switch (seed % 8) {
        case 0: // random bytes anywhere
            for (int i = 0; i < 5; ++i)
                scribble(database, below(database.size()), 1 + below(60));
            return 10;
        case 1: // a page of something else
            scribble(database, below(database.size() / pageSize) * pageSize, pageSize);
            return 1;
        case 2: // the header
            scribble(database, below(100), 1 + below(16));
            return 1;
        case 3: // a page of zeros, as a cheap card gives back
            database.replace(
                below(database.size() / pageSize) * pageSize, pageSize, QByteArray(pageSize, 0));
            return 1;
        case 4: // cut off anywhere
            database.truncate(below(database.size()));
            return -1;
        case 5: // the log is gone
            log = QByteArray();
            return -1;
        case 6: // the log is scribbled on
            scribble(log, below(log.size()), 1 + below(5000));
            return -1;
        default: // nothing left but the log, or zeros
            database = seed % 16 < 8 ? QByteArray() : QByteArray(database.size(), 0);
            return -1;
        }
    }

private slots:
    void initTestCase()
    {
        FaultVfs::get();
        m_image = makeImage(m_clock);
        QCOMPARE(m_image.canonical.size(), std::size_t(conversations));
        QVERIFY(m_image.database.size() > 20 * pageSize && m_image.log.size() > 20 * pageSize);
    }
    void init() { FaultVfs::get().reset(); }
    void cleanup() { m_store.reset(); }

    void aSoundOneIsLeftAlone()
    {
        lay(m_image.database, m_image.log);
        QVERIFY(open());
        QVERIFY(!m_store->recovery()->has_value());
        QVERIFY(setAside().isEmpty());
        QCOMPARE(drain(), m_image.waiting);
    }

    void everythingIsFoundBehindABrokenHeader()
    {
        auto database = m_image.database;
        database.replace(0, 100, QByteArray(100, 'x'));
        lay(database, m_image.log);
        QVERIFY(open());
        const auto report = m_store->recovery()->value();
        QCOMPARE(report.found.records, conversations);
        QCOMPARE(report.found.answers, 1);
        QCOMPARE(report.found.damaged + report.found.missing, 0);
        QVERIFY(report.found.identity);
        QCOMPARE(setAside(), QStringList{QString::fromStdString(report.setAside)});
        QCOMPARE(contentOf(m_folder->filePath(setAside()[0])), database);
        QCOMPARE(contentOf(m_folder->filePath(setAside()[0] + "-wal")), m_image.log);

        QCOMPARE(m_store->setting("kiosk.name")->value(), std::string("till 3"));
        QCOMPARE(m_store->setting("sync.config")->value().size(), 9000u);
        QCOMPARE(m_store->signingKey()->publicKey, m_image.publicKey);
        QCOMPARE(m_store->figures({}, {})->all.count(), conversations + 1);
        const auto reports = m_store->verifyChains().value();
        for (const auto &each : reports)
            QVERIFY(each.isSound());

        // The open one is closed as any other that was left open, in a chain of its own.
        QCOMPARE(*m_store->closeLeftOpen(1), 1);
        const auto left = m_store->find(m_image.open)->value();
        QCOMPARE(left.state, check::State::Abandoned);
        QCOMPARE(left.items.size(), 2u);
        QCOMPARE(left.sequence, std::int64_t(1));
        auto all = m_image.waiting;
        all.insert(m_image.open);
        QCOMPARE(drain(), all);
        // What the server turns out to lack is still there to be sent again.
        const auto chain = m_store->heads().value();
        std::int64_t again = 0;
        for (const auto &head : chain)
            again += *m_store->queueAbove(head.chain, 0);
        QCOMPARE(again, conversations + 1);

        QVERIFY(open());
        QCOMPARE(setAside().size(), 1);
        QVERIFY(m_store->recovery()->has_value()); // the report stays
    }

    void whatLiesBeforeTheCutIsFoundAndTheRestCounted()
    {
        const bool whole = qEnvironmentVariable("VOUCH_FAULTS") == "all";
        const auto database = withoutLog(m_image);
        std::set<qsizetype> ends;
        const qsizetype step = whole ? pageSize / 2 : 5 * pageSize + 300;
        for (qsizetype cut = pageSize; cut < database.size(); cut += step) {
            const auto where = m_where = "cut at " + std::to_string(cut);
            std::int64_t atLeast = 0;
            for (const auto &[id, canonical] : m_image.canonical) {
                const auto end = endOf(canonical, database);
                atLeast += end && *end <= cut;
            }
            ends.insert(atLeast);
            lay(database.first(cut), QByteArray());
            QVERIFY2(open(), where.c_str());
            const auto report = m_store->recovery().value();
            QVERIFY2(report, where.c_str());
            const auto &found = report->found;
            QVERIFY2(
                found.records >= atLeast, (where + ": " + std::to_string(found.records) +
                                           " records instead of " + std::to_string(atLeast))
                                              .c_str());
            // Up to the newest that anything tells of, a record is there or missing.
            QCOMPARE(
                found.records + found.missing,
                rows("SELECT coalesce(sum(sequence), 0) FROM chains"));
            drain();
        }
        QVERIFY(ends.size() > 5 && *ends.rbegin() > conversations / 2);
    }

    void aCutBehindWhatTheLogHoldsIsNoticedBesideALog()
    {
        auto database = withoutLog(m_image);
        QByteArray log;
        {
            const QTemporaryDir folder;
            write(folder.filePath("kiosk.db"), database);
            SQLite::Database raw(folder.filePath("kiosk.db").toStdString(), SQLite::OPEN_READWRITE);
            raw.exec("UPDATE setting SET value = 'till 4' WHERE key = 'kiosk.name'");
            log = contentOf(folder.filePath("kiosk.db-wal"));
        }
        lay(database, log);
        QVERIFY(open());
        QVERIFY(!m_store->recovery()->has_value());
        QCOMPARE(m_store->setting("kiosk.name")->value(), std::string("till 4"));

        database.chop(pageSize / 2);
        lay(database, log);
        QVERIFY(open());
        QVERIFY(m_store->recovery()->has_value());
        QCOMPARE(m_store->setting("kiosk.name")->value(), std::string("till 4"));
    }

    /// A crash leaves the log, and somebody removes it: what is left is an earlier state, sound in
    /// itself, that must not go on in its chain as if nothing had come after it.
    void aLogThatWasRemovedAfterACrashIsNoticed()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        const auto child = ::fork();
        if (child == 0) {
            (void)open();
            (void)answersOneMore();
            m_store.reset(); // in order: all is in the database
            (void)open();
            (void)answersOneMore();
            ::_exit(0); // and this one in the log only
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        const auto database = contentOf(path("kiosk.db"));
        const auto log = contentOf(path("kiosk.db-wal"));
        QVERIFY(!log.isEmpty());
        QVERIFY(QFile::copy(path("kiosk.logged"), path("note")));

        QVERIFY(open()); // with its log all is well
        QVERIFY(!m_store->recovery()->has_value());
        QCOMPARE(m_store->head()->sequence, std::int64_t(2));
        m_store.reset();
        QVERIFY(!QFile::exists(path("kiosk.logged")));
        QVERIFY(open()); // closed in order there is none, nor has to be
        QVERIFY(!m_store->recovery()->has_value());
        m_store.reset();

        write(path("kiosk.db"), database);
        QVERIFY(QFile::rename(path("note"), path("kiosk.logged")));
        QVERIFY(open());
        const auto report = m_store->recovery()->value();
        QVERIFY(report.logGone);
        QCOMPARE(report.found.records, 1);
        QCOMPARE(setAside(), QStringList{QString::fromStdString(report.setAside)});
        QCOMPARE(contentOf(m_folder->filePath(setAside()[0])), database);
        QCOMPARE(m_store->head()->sequence, std::int64_t(0)); // of a new chain
        QVERIFY(open());
        QCOMPARE(setAside().size(), 1);
    }

    /// SQLite takes a log up to its first broken frame and says nothing of the rest.
    void aLogThatWasCutOffOrScribbledOnIsNoticed()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        constexpr int answers = 6;
        const auto child = ::fork();
        if (child == 0) {
            (void)open();
            for (int i = 0; i < answers; ++i)
                (void)answersOneMore();
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        const auto database = contentOf(path("kiosk.db"));
        const auto log = contentOf(path("kiosk.db-wal"));
        const auto note = contentOf(path("kiosk.logged"));
        std::set<std::int64_t> lost;
        for (int scribbles = 0; scribbles < 2; ++scribbles) {
            // From the first commit behind the schema, which is there without its log too.
            for (qsizetype at = log.size() / 3; at < log.size(); at += log.size() / 23) {
                const auto where = m_where =
                    std::to_string(scribbles) + " at " + std::to_string(at);
                auto damaged = log;
                if (scribbles)
                    damaged.replace(at, 40, QByteArray(40, '!'));
                else
                    damaged.truncate(at);
                lay(database, damaged);
                write(path("kiosk.logged"), note);
                QVERIFY2(open(), where.c_str());
                const auto report = m_store->recovery().value();
                if (!report) {
                    QCOMPARE(m_store->head()->sequence, std::int64_t(answers));
                    continue;
                }
                QCOMPARE(report->found.records + report->found.missing, std::int64_t(answers));
                QCOMPARE(m_store->head()->sequence, std::int64_t(0)); // of a new chain
                lost.insert(report->found.missing);
                QVERIFY2(open(), where.c_str());
                QCOMPARE(setAside().size(), 1);
            }
        }
        QVERIFY(lost.contains(0) && lost.size() > 3);
    }

    void recordsWithoutASoundCopyAreCounted()
    {
        auto database = withoutLog(m_image);
        database.replace(0, 100, QByteArray(100, 'x'));
        std::set<Uuid> spoilt;
        int index = 0;
        for (const auto &[id, canonical] : m_image.canonical) {
            if (index++ % 20 != 5)
                continue;
            const auto before = QByteArray::fromStdString(canonical);
            auto after = before;
            if (spoilt.empty()) // still a record, of other words
                after.replace(QByteArray(40, 'x'), QByteArray(40, 'y'));
            else
                after.fill(spoilt.size() == 1 ? 'z' : '\0');
            QVERIFY(after != before && database.contains(before));
            database.replace(before, after);
            spoilt.insert(id);
        }
        QCOMPARE(spoilt.size(), 3u);
        lay(database, QByteArray());
        QVERIFY(open());
        const auto found = m_store->recovery()->value().found;
        QCOMPARE(found.records, conversations - 3);
        QCOMPARE(found.damaged, 3);
        QCOMPARE(found.missing, 3);
        QCOMPARE(found.answers, 1);
        auto rest = m_image.waiting;
        for (const auto &id : spoilt)
            rest.erase(id);
        QCOMPARE(drain(), rest);
    }

    void aSecondDamageIsSetAsideBesideTheFirst()
    {
        lay(QByteArray(3 * pageSize, 'x'), QByteArray());
        QVERIFY(open());
        m_store.reset();
        write(path("kiosk.db"), QByteArray(2 * pageSize, 'y'));
        QFile::remove(path("kiosk.db-wal"));
        QVERIFY(open());
        QCOMPARE(setAside().size(), 2);
        QCOMPARE(
            contentOf(m_folder->filePath(setAside()[0])).size() +
                contentOf(m_folder->filePath(setAside()[1])).size(),
            5 * pageSize);
        QVERIFY(!m_store->recovery()->value().found.identity);
        QVERIFY(answersOneMore());
    }

    void withoutItsKeyTheTabletIsEnrolledAnew()
    {
        auto database = m_image.database + QByteArray();
        auto log = m_image.log;
        lay(database, log);
        QVERIFY(open());
        m_store.reset();
        {
            SQLite::Database raw(path("kiosk.db").toStdString(), SQLite::OPEN_READWRITE);
            raw.exec("DELETE FROM setting WHERE key = 'identity.secret_key'; "
                     "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        database = contentOf(path("kiosk.db"));
        database.replace(0, 100, QByteArray(100, 'x'));
        write(path("kiosk.db"), database);
        QVERIFY(open());
        const auto report = m_store->recovery()->value();
        QVERIFY(!report.found.identity);
        QCOMPARE(report.found.records, conversations);
        QVERIFY(!m_store->setting("identity.token")->has_value());
        QVERIFY(m_store->signingKey()->publicKey != m_image.publicKey);
        // What an unknown key sealed is taken on its hash, and said so.
        const auto reports = m_store->verifyChains().value();
        QVERIFY(reports.front().isSound());
        QCOMPARE(reports.front().unsealed, conversations);
        QCOMPARE(drain(), m_image.waiting);
    }

    void randomDamage()
    {
        const bool whole = qEnvironmentVariable("VOUCH_FAULTS") == "all";
        int recoveries = 0;
        std::int64_t found = 0;
        for (unsigned seed = 1; seed <= (whole ? 400u : 32u); ++seed) {
            const auto where = m_where = "seed " + std::to_string(seed);
            auto database = m_image.database;
            auto log = m_image.log;
            const int pages = damage(database, log, seed);
            lay(database, log);
            const auto opened = open();
            QVERIFY2(opened.ok(), opened ? "" : (where + opened.failure().text()).c_str());
            const auto records = rows("SELECT count(*) FROM checks WHERE sequence IS NOT NULL");
            const auto report = m_store->recovery().value();
            if (report) {
                ++recoveries;
                found += records;
                QCOMPARE(report->found.records, records);
                QCOMPARE(setAside().size(), 1);
                QCOMPARE(contentOf(m_folder->filePath(setAside()[0])), database);
                QCOMPARE(contentOf(m_folder->filePath(setAside()[0] + "-wal")), log);
                QCOMPARE(rows("SELECT count(*) FROM checks WHERE hash IS NOT NULL"), records);
                // A page holds a handful of records; what is in the log is untouched here.
                if (pages >= 0)
                    QVERIFY2(records >= conversations - 6 * pages, where.c_str());
            } else {
                QVERIFY(setAside().isEmpty());
            }
            // Nothing altered passes for good: it does not verify, or it is what it was.
            std::int64_t wrong = 0;
            const auto reports = m_store->verifyChains().value();
            for (const auto &each : reports)
                wrong += each.altered.count;
            QVERIFY2(!report || wrong == 0, where.c_str());
            QVERIFY2(answersOneMore(), where.c_str());
            QVERIFY2(m_store->closeLeftOpen(1), where.c_str());
            drain();
            QCOMPARE(
                rows("SELECT count(*) FROM pragma_integrity_check WHERE "
                     "integrity_check <> 'ok'"),
                0);
        }
        qInfo(
            "%d recoveries, %.1f of %d records each", recoveries,
            double(found) / std::max(recoveries, 1), conversations);
        QVERIFY(recoveries >= 10);
    }

    void killedWhileItRecovers()
    {
        auto database = m_image.database;
        database.replace(0, 100, QByteArray(100, 'x'));
        const bool whole = qEnvironmentVariable("VOUCH_FAULTS") == "all";
        int deaths = 0;
        for (std::int64_t n = 1;; n += whole ? 1 : 7) {
            lay(database, m_image.log);
            const auto child = ::fork();
            if (child == 0) {
                FaultVfs::get().at(Event::Change, n, Fault::Kill);
                (void)open();
                ::_exit(0);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(open());
            QCOMPARE(m_store->recovery()->value().found.records, conversations);
            QCOMPARE(setAside().size(), 1);
            QCOMPARE(contentOf(m_folder->filePath(setAside()[0])), database);
            QCOMPARE(QDir(m_folder->path()).entryList({"kiosk.recover*"}), QStringList());
            if (!WIFSIGNALED(status))
                break;
            ++deaths;
        }
        QVERIFY(deaths > 5);
    }

    void withoutRoomItWaits()
    {
        auto database = m_image.database;
        database.replace(0, 100, QByteArray(100, 'x'));
        lay(database, m_image.log);
        FaultVfs::get().at(Event::Growth, 3, Fault::DiskFull, true);
        const auto opened = open();
        QVERIFY(!opened);
        QCOMPARE(opened.failure().code, std::string("disk-full"));
        QCOMPARE(contentOf(path("kiosk.db")), database);
        QCOMPARE(contentOf(path("kiosk.db-wal")), m_image.log);
        FaultVfs::get().reset();
        QVERIFY(open());
        QCOMPARE(m_store->recovery()->value().found.records, conversations);
    }

    void ofFormerVersionsToo_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("records");
        QTest::newRow("1") << 1 << 5;
        QTest::newRow("2") << 2 << 7;
        QTest::newRow("3") << 3 << 9;
    }
    void ofFormerVersionsToo()
    {
        QFETCH(int, version);
        QFETCH(int, records);
        m_folder = std::make_unique<QTemporaryDir>();
        {
            QFile dump(QStringLiteral(VOUCH_SOURCE_DIR "/tests/core/storage/data/kiosk_v%1.sql")
                           .arg(version));
            QVERIFY(dump.open(QIODevice::ReadOnly));
            SQLite::Database raw(
                path("kiosk.db").toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            raw.exec(dump.readAll().toStdString());
        }
        auto database = contentOf(path("kiosk.db"));
        database.replace(0, 100, QByteArray(100, 'x'));
        lay(database, QByteArray());
        QVERIFY(open());
        const auto report = m_store->recovery()->value();
        QCOMPARE(report.found.records, records);
        QCOMPARE(report.found.answers, 1);
        QVERIFY(!report.found.identity);
        QCOMPARE(*m_store->closeLeftOpen(1), 1);
        const auto reports = m_store->verifyChains().value();
        for (const auto &each : reports)
            QVERIFY(each.isSound());
        QVERIFY(drain().size() >= 3);
    }

    void whatIsNotOursOrNewerIsNotTouched()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto make = [&](const char *sql) {
            m_store.reset();
            QFile::remove(path("kiosk.db"));
            SQLite::Database raw(
                path("kiosk.db").toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            raw.exec(sql);
        };
        make("CREATE TABLE theirs (x)");
        QCOMPARE(open().failure().code, std::string("database-foreign"));
        make("CREATE TABLE setting (key, value); CREATE TABLE checks (x); CREATE TABLE items (x); "
             "CREATE TABLE outbox (x); PRAGMA application_id=1449355339; PRAGMA user_version=9");
        QCOMPARE(open().failure().code, std::string("schema-newer"));
        QVERIFY(setAside().isEmpty());
    }
};

VOUCH_TEST(TestKioskRecovery)

} // namespace test_kiosk_recovery

#include "test_kiosk_recovery.moc"
