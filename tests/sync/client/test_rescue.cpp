#include "sample_check.h"
#include "sync/client/identity.h"
#include "sync/client/rescue.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/rescue_file.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

namespace test_rescue {

using namespace vouch;
using namespace vouch::client;
using namespace std::chrono_literals;

/// A tablet's queue on a stick that is full, torn out, damaged or someone else's.
class TestRescue : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::KioskStore> m_store;
    std::map<std::string, std::string> m_made; ///< id → hash
    Uuid m_device = Uuid::v7(SystemClock());

    QString path(const char *name) const { return m_folder->filePath(name); }
    QString stick() const { return path("stick.rescue"); }

    void enrol()
    {
        QVERIFY(saveIdentity(
            *m_store, {QUrl("https://vouch.example"), m_device, "token", "s1", "0a0b0c0d",
                       std::string(32, 'k')}));
        QVERIFY(signingKey(*m_store));
    }
    void answers(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_clock.advance(1s);
            const auto check = test::sampleCheck(m_clock, i % 11, m_device);
            QVERIFY(m_store->openCheck(check));
            const auto closed = m_store->close(check.id, m_clock.monotonicMs());
            QVERIFY(closed);
            m_made[check.id.text()] = closed->hash;
        }
    }
    Result<Rescued> write(const QString &file)
    {
        return rescue(*m_store, m_clock, file.toStdString(), [](std::int64_t) {});
    }
    /// What an importer would get.
    static std::map<std::string, std::string> read(const QString &file, bool *whole = nullptr)
    {
        std::map<std::string, std::string> out;
        auto reader = protocol::RescueReader::open(file.toStdString());
        if (!reader)
            return out;
        std::int64_t records = 0;
        while (const auto text = reader->next()) {
            const auto batch = protocol::decodeBatch(*text).value();
            if (!protocol::verifySignature(batch, reader->header().publicKey))
                qFatal("a batch is not signed");
            for (const auto &record : batch.checks) {
                if (!check::verify(record))
                    qFatal("a record is not whole");
                out[std::string(view(*findString(record, "id")))] =
                    std::string(view(*findString(record, "hash")));
                ++records;
            }
        }
        if (whole)
            *whole = reader->end() == records;
        return out;
    }
    void fileHasEverything(const QString &file)
    {
        bool whole = false;
        QCOMPARE(read(file, &whole), m_made);
        QVERIFY(whole);
    }
    static QByteArray content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString &name, const QByteArray &bytes)
    {
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }

private slots:
    void init()
    {
        m_made.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = storage::KioskStore::open(path("kiosk").toStdString(), m_clock).value();
        enrol();
    }
    void cleanup() { m_store.reset(); }

    void whatWaitsAndWhatIsInQuarantineIsInTheFile()
    {
        answers(520); // more than one batch
        const auto refused = m_store->outgoing(2, 1).value().front().id;
        QVERIFY(m_store->acknowledge(std::vector<storage::Acknowledgement>{
            {refused, storage::Acknowledgement::Kind::Refused, "store-unknown", "?"}}));
        const auto done = write(stick());
        QVERIFY2(done, done ? "" : done.failure().text().c_str());
        QCOMPARE(done->records, 520);
        QCOMPARE(done->added, 520);
        QCOMPARE(done->refused, 1);
        fileHasEverything(stick());
        QCOMPARE(m_store->outbox()->waiting, 519);
        QCOMPARE(m_store->outbox()->quarantined, 1);
        QCOMPARE(QFile::permissions(stick()) & QFile::Permissions(0x0077), QFile::Permissions());

        const auto before = content(stick());
        QCOMPARE(write(stick())->added, 0);
        QCOMPARE(content(stick()), before);
        answers(3);
        QCOMPARE(write(stick())->added, 3);
        fileHasEverything(stick());
    }

    void aFolderGetsAFileOfTheTablet()
    {
        answers(1);
        QVERIFY(QDir(m_folder->path()).mkdir("mnt"));
        const auto done = write(path("mnt"));
        QVERIFY(done);
        QCOMPARE(done->file.filename().string(), "vouch-s1-" + m_device.text() + ".rescue");
        fileHasEverything(QString::fromStdString(done->file.string()));
    }

    void tornAnywhereItGoesOn()
    {
        for (int batch = 0; batch < 3; ++batch) {
            answers(2);
            QVERIFY(write(stick()));
        }
        const auto whole = content(stick());
        for (qsizetype size = 0; size < whole.size(); size += size < 200 ? 9 : 71) {
            put(stick(), whole.left(size));
            const auto had = read(stick()).size();
            const auto done = write(stick());
            QVERIFY2(done, done ? "" : done.failure().text().c_str());
            QCOMPARE(std::size_t(done->added), m_made.size() - had);
            fileHasEverything(stick());
            if (const auto kept = content(stick()); size > 200)
                QCOMPARE(kept.left(size), whole.left(size)); // it only grows
        }
    }

    /// The line feed before the next part is then what the torn batch lacked.
    void tornBeforeALastByteThatIsALineFeedItIsCountedWhole()
    {
        QByteArray whole;
        QByteArray end;
        do { // how a batch ends depends on all that is in it
            answers(1);
            QVERIFY(m_made.size() < 200);
            QFile::remove(stick());
            QVERIFY(write(stick()));
            whole = content(stick());
            end = "\n\nend " + QByteArray::number(qulonglong(m_made.size())) + "\n";
        } while (!whole.endsWith(end));
        put(stick(), whole.chopped(end.size()));
        QCOMPARE(std::size_t(write(stick())->added), m_made.size());
        bool isWhole = false;
        QCOMPARE(read(stick(), &isWhole), m_made);
        QVERIFY(isWhole);
    }

    void damagedAnywhereItIsMendedAndTheRestIsRead()
    {
        for (int batch = 0; batch < 3; ++batch) {
            answers(2);
            QVERIFY(write(stick()));
        }
        const auto whole = content(stick());
        for (qsizetype at = whole.indexOf('\n') + 1; at < whole.size(); at += 97) {
            auto bytes = whole;
            bytes[at] = char(bytes[at] ^ 0x55);
            put(stick(), bytes);
            QVERIFY(read(stick()).size() >= 4); // one batch at most is lost by it
            QVERIFY(write(stick()));
            fileHasEverything(stick());
        }
    }

    void aFullStickSaysSoAndTheNextTryGoesOn()
    {
        answers(520);
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{30'000, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto full = write(stick());
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!full);
        QCOMPARE(full.failure().code, std::string("rescue-full"));
        QVERIFY(content(stick()).size() <= 30'000);
        QCOMPARE(m_store->outbox()->waiting, 520);
        QVERIFY(write(stick()));
        fileHasEverything(stick());
    }

    void aStickThatIsNotThereSaysSo()
    {
        answers(1);
        const auto gone = write(path("not/there"));
        QVERIFY(!gone);
        QCOMPARE(gone.failure().code, std::string("rescue-unwritable"));
        QCOMPARE(m_store->outbox()->waiting, 1);
    }

    void whatIsAnothersIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a letter") << QByteArray("Dear Sir,\n");
        QTest::newRow("another tablet's") << QByteArray::fromStdString(
            protocol::rescueHeader({Uuid::v7(m_clock), std::string(32, 'p'), "s1"}));
    }
    void whatIsAnothersIsLeftAlone()
    {
        QFETCH(QByteArray, bytes);
        answers(1);
        put(stick(), bytes);
        const auto refused = write(stick());
        QVERIFY(!refused);
        QCOMPARE(refused.failure().code, std::string("rescue-foreign"));
        QCOMPARE(content(stick()), bytes);
    }

    void withoutAServerItCannotBeTold()
    {
        m_store = storage::KioskStore::open(path("fresh").toStdString(), m_clock).value();
        const auto refused = write(stick());
        QVERIFY(!refused);
        QCOMPARE(refused.failure().code, std::string("not-enrolled"));
        QVERIFY(!QFile::exists(stick()));
    }
};

VOUCH_TEST(TestRescue)

} // namespace test_rescue

#include "test_rescue.moc"
