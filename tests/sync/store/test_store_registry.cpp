#include "tests/support/suite.h"

#include "central_tablet.h"

#include <QFile>
#include <QProcess>
#include <QTest>

namespace test_store_registry {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;
using server::Role;

class TestStoreRegistry : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::Store> m_store;

    std::string enrolCode(const Tablet &tablet, const std::string &code) const
    {
        const auto answer = m_store->enrol(tablet.request(code));
        return answer ? answer->device.text() : "!" + answer.failure().code;
    }

    static server::User admin(const char *name)
    {
        server::User user;
        user.name = name;
        user.role = Role::Admin;
        user.everywhere = true;
        user.passwordHash = "$x";
        return user;
    }

    QByteArray allBytes() const
    {
        if (!onPostgresql()) {
            QFile file(QString::fromStdString(fileIn(*m_folder).string()));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        QProcess dump;
        dump.start(
            "/usr/lib/postgresql/15/bin/pg_dump",
            {"-d", QString::fromStdString(databaseIn(*m_folder).url())});
        dump.waitForFinished();
        return dump.readAllStandardOutput();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_store = server::Store::open(databaseIn(*m_folder), *m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "north", "UTC"}));
        QVERIFY(m_store->addStore({"s2", "Shop two", "south", "Asia/Tehran"}));
    }

    void checksStores()
    {
        QCOMPARE(
            m_store->addStore({"s1", "Again", "", "UTC"}).failure().code,
            std::string("store-exists"));
        QCOMPARE(
            m_store->addStore({"a b", "Blank", "", "UTC"}).failure().code,
            std::string("store-malformed"));
        QCOMPARE(
            m_store->addStore({"s3", "", "", "UTC"}).failure().code,
            std::string("store-malformed"));
        QCOMPARE(
            m_store->addStore({"s3", "Moon", "", "Moon/Crater"}).failure().code,
            std::string("zone-unknown"));
        QCOMPARE(m_store->findStore("s2").value()->region, std::string("south"));
        QVERIFY(!m_store->findStore("s3").value());
    }

    void enrolsOnceByACode()
    {
        const Tablet one(*m_clock, *m_store), two(*m_clock, *m_store);
        const auto code = m_store->makeDeviceCode("s1", "till 7").value();
        QCOMPARE(code.size(), std::size_t(14));
        const auto first = m_store->enrol(one.request(code)).value();
        QCOMPARE(first.store, std::string("s1"));
        QCOMPARE(first.sealingKeyId, m_store->sealingKey()->id);
        QCOMPARE(first.sealingKey.size(), std::size_t(32));
        QCOMPARE(m_store->deviceByToken(first.token).value()->name, std::string("till 7"));
        QCOMPARE(enrolCode(two, code), std::string("!code-used"));

        // The answer was lost: the same tablet asks again and gets another token.
        m_clock->advance(23h);
        const auto again = m_store->enrol(one.request(code)).value();
        QCOMPARE(again.device.text(), first.device.text());
        QVERIFY(again.token != first.token);
        // Or the network brought a copy of the request that nobody heard the answer to.
        QVERIFY(m_store->deviceByToken(first.token).value());
        QVERIFY(m_store->deviceByToken(again.token).value());
        QVERIFY(!m_store->deviceByToken(first.token).value());
        m_clock->advance(2h);
        QCOMPARE(enrolCode(one, code), std::string("!code-used"));
    }

    void aCopyOfAnEnrolmentThatComesLateChangesNothing()
    {
        const Tablet tablet(*m_clock, *m_store);
        const auto former = m_store->makeDeviceCode("s1", "").value();
        (void)m_store->enrol(tablet.request(former)).value();
        const auto code = m_store->makeDeviceCode("s2", "").value();
        const auto present = m_store->enrol(tablet.request(code)).value();
        QCOMPARE(present.store, std::string("s2"));
        for (const auto &copied : {code, former, code}) {
            const auto answer = m_store->enrol(tablet.request(copied)).value();
            QCOMPARE(answer.store, std::string("s2"));
            const auto device = m_store->deviceByToken(present.token).value();
            QVERIFY(device);
            QCOMPARE(device->store, std::string("s2"));
        }
    }

    void readsACodeAsPeopleTypeIt()
    {
        const Tablet tablet(*m_clock, *m_store);
        auto code = m_store->makeDeviceCode("s1", "").value();
        std::erase(code, '-');
        for (auto &c : code)
            c = c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
        QCOMPARE(enrolCode(tablet, code), tablet.device.id.text());
    }

    void refusesBadCodes()
    {
        const Tablet tablet(*m_clock, *m_store);
        QCOMPARE(enrolCode(tablet, "AAAA-BBBB-CCCC"), std::string("!code-unknown"));
        QCOMPARE(m_store->makeDeviceCode("s7", "").failure().code, std::string("not-found"));
        const auto code = m_store->makeDeviceCode("s1", "").value();
        auto forged = tablet.request(code);
        forged.code = m_store->makeDeviceCode("s2", "").value();
        QCOMPARE(m_store->enrol(forged).failure().code, std::string("proof-invalid"));
        m_clock->advance(server::codeLifetime);
        QCOMPARE(enrolCode(tablet, code), std::string("!code-expired"));
    }

    void keepsADevicesIdThroughEveryEnrolment()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto id = tablet.device.id;
        tablet.enrol(*m_store, "s2");
        QCOMPARE(tablet.device.id.text(), id.text());
        QCOMPARE(tablet.device.store, std::string("s2"));
        QCOMPARE(m_store->devices()->size(), std::size_t(1));
        // A server that was set up afresh gives the same key the same id.
        QTemporaryDir elsewhere;
        const auto fresh = server::Store::open(databaseIn(elsewhere), *m_clock).value();
        QVERIFY(fresh->addStore({"s1", "Shop one", "", "UTC"}));
        tablet.enrol(*fresh, "s1");
        QCOMPARE(tablet.device.id.text(), id.text());
    }

    void keepsARevokedDeviceOut()
    {
        Tablet tablet(*m_clock, *m_store);
        QVERIFY(m_store->revokeDevice(tablet.device.id));
        const auto code = m_store->makeDeviceCode("s1", "").value();
        QCOMPARE(enrolCode(tablet, code), std::string("!device-revoked"));
        QCOMPARE(
            m_store->revokeDevice(Uuid::v7(*m_clock)).failure().code, std::string("not-found"));
        const Tablet other(*m_clock, *m_store);
        QCOMPARE(enrolCode(other, code), other.device.id.text()); // the code is still good
    }

    void remembersWhenADeviceWasSeen()
    {
        Tablet tablet(*m_clock, *m_store);
        QVERIFY(!tablet.device.lastSeenAt);
        QVERIFY(m_store->recordHeartbeat(tablet.device.id, R"({"version":"0.1.0"})"));
        QVERIFY(m_store->deviceByToken(tablet.token).value()->lastSeenAt == m_clock->now());
        QCOMPARE(
            m_store->recordHeartbeat(Uuid::v7(*m_clock), "{}").failure().code,
            std::string("not-found"));
    }

    void keepsNoSecretInTheDatabase()
    {
        QVERIFY(m_store->addUser(admin("ana")));
        const auto session = m_store->startSession("ana").value();
        const auto apiToken = m_store->makeApiToken({"ana"}).value().secret;
        const auto code = m_store->makeDeviceCode("s1", "").value();
        const Tablet tablet(*m_clock, *m_store);
        m_store.reset(); // everything is in the file now
        const auto bytes = allBytes();
        QVERIFY(bytes.size() > 10000);
        for (const auto &secret : {session.token, apiToken, code, tablet.token})
            QVERIFY(!bytes.contains(QByteArray::fromStdString(secret)));
    }

    void publishesChecklists()
    {
        const auto before = m_store->config("s1").value();
        QVERIFY(before.checklists.empty());
        QCOMPARE(m_store->publishChecklist("nps", "").failure().code, std::string("not-found"));
        QVERIFY(m_store->addChecklist("nps", 1, R"({"v":1})"));
        QVERIFY(m_store->addChecklist("nps", 1, R"({"v":1})"));
        QCOMPARE(
            m_store->addChecklist("nps", 1, R"({"v":2})").failure().code,
            std::string("version-taken"));
        QVERIFY(m_store->publishChecklist("nps", ""));
        const auto first = m_store->config("s1").value();
        QCOMPARE(first.checklists.size(), std::size_t(1));
        QCOMPARE(first.checklists[0].json, std::string(R"({"v":1})"));
        QVERIFY(first.etag != before.etag);
        QCOMPARE(m_store->config("s1")->etag, first.etag);

        QVERIFY(m_store->addChecklist("nps", 2, R"({"v":2})"));
        QCOMPARE(m_store->config("s1")->etag, first.etag); // added is not published
        QVERIFY(m_store->publishChecklist("nps", "s2"));
        QCOMPARE(m_store->config("s1")->checklists[0].version, 1);
        QCOMPARE(m_store->config("s2")->checklists.size(), std::size_t(1));
        QCOMPARE(m_store->config("s2")->checklists[0].version, 2);
        const auto listed = m_store->checklists().value();
        QCOMPARE(listed.size(), std::size_t(2));
        QVERIFY(listed[0].publishedAt && !listed[1].publishedAt);
    }
};

VOUCH_TEST(TestStoreRegistry)

} // namespace test_store_registry

#include "test_store_registry.moc"
