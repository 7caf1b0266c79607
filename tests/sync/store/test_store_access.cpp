#include "central_tablet.h"
#include "sync/server/store/audit.h"
#include "tests/support/suite.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QTemporaryDir>
#include <QTest>

namespace test_store_access {

using namespace std::chrono_literals;
using namespace vouch;
using namespace vouch::test;
using server::Role;
using server::StoreSet;
using server::TokenScope;

/// Regions, people, tokens, sessions and the audit log.
class TestStoreAccess : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_clock.emplace();
        m_store = server::Store::open(databaseIn(*m_folder), *m_clock).value();
        for (const auto &[id, parent] :
             {std::pair("world", ""), std::pair("north", "world"), std::pair("south", "world")})
            QVERIFY(m_store->addRegion({id, std::string("Region ") + id, parent}));
        for (const auto &[id, region] :
             {std::pair("s1", "north"), std::pair("s2", "south"), std::pair("s3", "")})
            QVERIFY(m_store->addStore({id, std::string("Shop ") + id, region, "UTC"}));
    }
    void cleanup() { m_store.reset(); }

    void aPersonSeesRegionsWithAllBelow()
    {
        QVERIFY(add(bound("ana", Role::Regional, {"north"}, {})) == "");
        QVERIFY(add(bound("bo", Role::Regional, {"world"}, {})) == "");
        QVERIFY(add(bound("cy", Role::Viewer, {"south"}, {"s3"})) == "");
        QVERIFY(add(everywhere("di", Role::Admin)) == "");
        QVERIFY(sees("ana") == StoreSet({"s1"}));
        QVERIFY(sees("bo") == StoreSet({"s1", "s2"}));
        QVERIFY(sees("cy") == StoreSet({"s2", "s3"}));
        QVERIFY(sees("di").isAll());
        // What moves in the tree moves in what is seen.
        QVERIFY(m_store->changeRegion({"south", "South", "north"}));
        QVERIFY(sees("ana") == StoreSet({"s1", "s2"}));
        QVERIFY(m_store->changeStore({"s3", "Shop s3", "south", "UTC"}));
        QVERIFY(sees("ana") == StoreSet({"s1", "s2", "s3"}));
    }

    void regionsAreATree()
    {
        QCOMPARE(code(m_store->addRegion({"north", "Again", ""})), std::string("region-exists"));
        QCOMPARE(code(m_store->addRegion({"x", "X", "nowhere"})), std::string("not-found"));
        QCOMPARE(code(m_store->addRegion({"", "X", ""})), std::string("region-malformed"));
        QCOMPARE(code(m_store->addRegion({"x", "a\nb", ""})), std::string("region-malformed"));
        QCOMPARE(
            code(m_store->changeRegion({"world", "World", "north"})), std::string("region-circle"));
        QCOMPARE(
            code(m_store->changeRegion({"world", "World", "world"})), std::string("region-circle"));
        QCOMPARE(
            code(m_store->changeStore({"s1", "One", "nowhere", "UTC"})), std::string("not-found"));
        // A shop's region that is not there yet is made at the top.
        QVERIFY(m_store->addStore({"s4", "Four", "west", "UTC"}));
        QCOMPARE(m_store->regions()->size(), 4u);
    }

    void nobodySeesEverythingByOmission()
    {
        QCOMPARE(add(bound("x", Role::Viewer, {}, {})), std::string("user-malformed"));
        QCOMPARE(add(bound("x", Role::Manager, {"north"}, {})), std::string("user-malformed"));
        QCOMPARE(add(bound("x", Role::Admin, {"north"}, {})), std::string("user-malformed"));
        QCOMPARE(add(bound("x", Role::Viewer, {"nowhere"}, {})), std::string("not-found"));
        QCOMPARE(add(bound("x", Role::Manager, {}, {"s9"})), std::string("not-found"));
        auto both = bound("x", Role::Viewer, {"north"}, {});
        both.everywhere = true;
        QCOMPARE(add(both), std::string("user-malformed"));
        QCOMPARE(add(bound("a/b\n", Role::Viewer, {"north"}, {})), std::string("user-malformed"));
        QVERIFY(add(bound("x", Role::Manager, {}, {"s1", "s2"})) == "");
        QCOMPARE(add(bound("x", Role::Manager, {}, {"s1"})), std::string("user-exists"));
    }

    void rightsChangeAndTheLastAdministratorStays()
    {
        QVERIFY(add(everywhere("ada", Role::Admin)) == "");
        QVERIFY(add(bound("max", Role::Manager, {}, {"s1"})) == "");
        server::UserChange change;
        change.disabled = true;
        QCOMPARE(code(m_store->changeUser("ada", change)), std::string("user-malformed"));
        change.disabled.reset();
        change.role = Role::Viewer;
        QCOMPARE(code(m_store->changeUser("ada", change)), std::string("user-malformed"));
        QCOMPARE(code(m_store->changeUser("nobody", {})), std::string("not-found"));
        change = {};
        change.mayExport = true;
        change.stores = {{"s2"}};
        const auto changed = m_store->changeUser("max", change).value();
        QVERIFY(changed.mayExport && changed.sees == StoreSet({"s2"}));
        QVERIFY(changed.role == Role::Manager);
    }

    void whoIsDisabledIsOut()
    {
        QVERIFY(add(everywhere("ada", Role::Admin)) == "");
        QVERIFY(add(everywhere("ana", Role::Viewer)) == "");
        const auto session = m_store->startSession("ana").value();
        const auto token = m_store->makeApiToken({"ana"}).value();
        server::UserChange change;
        change.disabled = true;
        QVERIFY(m_store->changeUser("ana", change));
        QVERIFY(!m_store->findSession(session.token).value());
        QVERIFY(!m_store->holderOfApiToken(token.secret).value());
        change.disabled = false;
        QVERIFY(m_store->changeUser("ana", change));
        QVERIFY(!m_store->findSession(session.token).value()); // a session does not come back
        QVERIFY(m_store->holderOfApiToken(token.secret).value());
    }

    void endsSessions()
    {
        QVERIFY(add(everywhere("ana", Role::Admin)) == "");
        const auto one = m_store->startSession("ana").value();
        const auto two = m_store->startSession("ana").value();
        const auto three = m_store->startSession("ana").value();
        QCOMPARE(m_store->findSession(one.token).value()->csrf, one.csrf);
        QCOMPARE(m_store->findSession(one.token).value()->user.name, std::string("ana"));
        QVERIFY(m_store->endSession(one.token));
        QVERIFY(!m_store->findSession(one.token).value());
        QVERIFY(m_store->setPassword("ana", "$y", two.token));
        QVERIFY(!m_store->findSession(three.token).value());
        QCOMPARE(m_store->findUser("ana").value()->passwordHash, std::string("$y"));
        m_clock->advance(server::sessionLifetime - 1s);
        QVERIFY(m_store->findSession(two.token).value());
        m_clock->advance(1s);
        QVERIFY(!m_store->findSession(two.token).value());
    }

    void tokensHaveScopeAndEnd()
    {
        QVERIFY(add(everywhere("vera", Role::Viewer)) == "");
        const auto made = m_store->makeApiToken({"vera", "till", {}, std::chrono::days(2)}).value();
        QVERIFY(made.token.scopes == std::set{TokenScope::Read}); // she may not export
        QCOMPARE(m_store->holderOfApiToken(made.secret).value()->user.name, std::string("vera"));
        QVERIFY(!m_store->holderOfApiToken(made.secret + "x").value());
        QCOMPARE(
            code(m_store->makeApiToken({"vera", "", {TokenScope::Export}})),
            std::string("forbidden"));
        QCOMPARE(
            code(m_store->makeApiToken({"vera", "", {TokenScope::Administer}})),
            std::string("forbidden"));
        QCOMPARE(
            code(m_store->makeApiToken({"vera", "", {}, std::chrono::days(0)})),
            std::string("request-malformed"));
        QCOMPARE(code(m_store->makeApiToken({"nobody"})), std::string("not-found"));
        const auto other = m_store->makeApiToken({"vera"}).value();
        QCOMPARE(m_store->apiTokens("vera")->size(), 2u);
        QCOMPARE(
            code(m_store->revokeApiToken(other.token.id, "somebody", {})),
            std::string("not-found"));
        QVERIFY(m_store->revokeApiToken(other.token.id, "vera", {}));
        QVERIFY(!m_store->holderOfApiToken(other.secret).value());
        QCOMPARE(code(m_store->revokeApiToken(other.token.id, {}, {})), std::string("not-found"));
        m_clock->advance(48h - 1s);
        QVERIFY(m_store->holderOfApiToken(made.secret).value());
        m_clock->advance(1s);
        QVERIFY(!m_store->holderOfApiToken(made.secret).value());
    }

    void aTabletsTokenRotatesWhenTheNewOneIsUsed()
    {
        const Tablet tablet(*m_clock, *m_store);
        const auto &id = tablet.device.id;
        QCOMPARE(m_store->nextDeviceToken(id).value(), std::string());
        QVERIFY(m_store->rotateDeviceToken(id));
        QVERIFY(m_store->deviceByToken(tablet.token).value()->rotating);
        const auto arrived = m_store->nextDeviceToken(id).value();
        QCOMPARE(arrived.size(), 64u);
        // Two answers on their way at once, or copies of one: it does not matter which is kept.
        QCOMPARE(m_store->nextDeviceToken(id).value(), arrived);
        QVERIFY(m_store->deviceByToken(tablet.token).value()); // until the new one is used
        QVERIFY(!m_store->deviceByToken(arrived).value()->rotating);
        QVERIFY(!m_store->deviceByToken(tablet.token).value());
        QVERIFY(m_store->deviceByToken(arrived).value());
        QCOMPARE(m_store->nextDeviceToken(id).value(), std::string());
        QVERIFY(m_store->rotateDeviceToken(id));
        QVERIFY(m_store->nextDeviceToken(id).value() != arrived);
        QVERIFY(m_store->endDeviceToken(id));
        QVERIFY(!m_store->deviceByToken(arrived).value());
        QVERIFY(m_store->setDeviceRevoked(id, true));
        QCOMPARE(code(m_store->rotateDeviceToken(id)), std::string("device-revoked"));
        QCOMPARE(code(m_store->rotateDeviceToken(Uuid::v7(*m_clock))), std::string("not-found"));
    }

    void everyChangeIsInTheLog()
    {
        const server::Actor by{"user:ada", "192.0.2.7"};
        const auto before = m_store->verifyAudit({})->entries;
        QVERIFY(m_store->addRegion({"west", "West", ""}, by));
        QVERIFY(m_store->addUser(everywhere("ada", Role::Admin), by));
        QVERIFY(m_store->setSetting({"s1", "low_reach", true, {}}, by));
        QVERIFY(m_store->setPin("s1", protocol::PinRole::Exit, "$argon2id$x", by));
        QCOMPARE(
            code(m_store->addRegion({"west", "West", ""}, by)),
            std::string("region-exists")); // no change
        const auto page = m_store->audit({"user:ada"}).value();
        QCOMPARE(page.entries.size(), 4u);
        QCOMPARE(page.entries.front().what, std::string("pin-set"));
        QCOMPARE(page.entries.front().number, before + 4);
        QCOMPARE(page.entries.front().by.from, std::string("192.0.2.7"));
        QVERIFY(page.entries.front().at == m_clock->now());
        QVERIFY(json::serialize(page.entries.front().detail).find("argon2") == std::string::npos);
        server::AuditQuery two;
        two.limit = 2;
        const auto first = m_store->audit(two).value();
        two.before = first.next;
        QCOMPARE(m_store->audit(two)->entries.front().number, before + 2);
    }

    void theLogOnlyGrows()
    {
        QVERIFY(add(everywhere("ada", Role::Admin)) == "");
        for (const char *sql :
             {"UPDATE audit SET who = 'x' WHERE number = 1", "DELETE FROM audit WHERE number = 1",
              "DELETE FROM audit", "INSERT INTO audit SELECT * FROM audit WHERE number = 1",
              "INSERT INTO audit SELECT number + 9, at, who, origin, what, subject, detail, "
              "previous, hash FROM audit WHERE number = 1"})
            QVERIFY_THROWS_EXCEPTION(std::exception, changeIn(databaseIn(*m_folder), sql));
        if (onPostgresql())
            QVERIFY_THROWS_EXCEPTION(
                std::exception, changeIn(databaseIn(*m_folder), "TRUNCATE audit"));
        else
            QVERIFY_THROWS_EXCEPTION(
                std::exception,
                changeIn(
                    databaseIn(*m_folder),
                    "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE number = 1"));
        QVERIFY(m_store->verifyAudit({})->isSound());
    }

    void whatIsForgedIsFound()
    {
        const auto head = m_store->verifyAudit({})->head;
        QVERIFY(add(everywhere("ada", Role::Admin)) == "");
        QVERIFY(m_store->verifyAudit(head)->isSound());
        const auto database = databaseIn(*m_folder);
        changeIn(
            database, onPostgresql()
                          ? "DROP TRIGGER audit_only_grows ON audit"
                          : "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted");
        changeIn(database, "UPDATE audit SET subject = 'someone' WHERE number = 3");
        QCOMPARE(m_store->verifyAudit({})->brokenAt.value(), 3);
        changeIn(database, "UPDATE audit SET subject = 'south' WHERE number = 3");
        QVERIFY(m_store->verifyAudit({})->isSound());
        changeIn(database, "DELETE FROM audit WHERE number = " + std::to_string(head.number + 1));
        // The end was cut off: only a head that was kept tells.
        const auto cut = m_store->verifyAudit({}).value();
        QVERIFY(cut.isSound());
        QVERIFY(m_store->verifyAudit(server::AuditHead{head.number + 1, "x"})->headMissing);
        QVERIFY(m_store->verifyAudit(head)->isSound());
    }

private:
    static server::User
    bound(const char *name, Role role, std::set<std::string> regions, std::set<std::string> stores)
    {
        server::User user;
        user.name = name;
        user.role = role;
        user.regions = std::move(regions);
        user.stores = std::move(stores);
        user.passwordHash = "$x";
        return user;
    }
    static server::User everywhere(const char *name, Role role)
    {
        auto user = bound(name, role, {}, {});
        user.everywhere = true;
        return user;
    }
    /// The failure's code; empty: it worked.
    template <class T> static std::string code(const Result<T> &result)
    {
        return result ? std::string() : result.failure().code;
    }
    std::string add(const server::User &user) { return code(m_store->addUser(user)); }
    StoreSet sees(const char *name) const { return m_store->findUser(name).value()->sees; }

    std::optional<QTemporaryDir> m_folder;
    std::optional<ManualClock> m_clock;
    std::shared_ptr<server::Store> m_store;
};

VOUCH_TEST(TestStoreAccess)

} // namespace test_store_access

#include "test_store_access.moc"
