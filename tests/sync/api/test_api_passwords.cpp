#include "api_chain.h"

#include "sync/server/api/attempt_limiter.h"
#include "sync/server/api/password_policy.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace test_api_passwords {

using namespace vouch;
using namespace vouch::test;
using server::PasswordPolicy;
using server::Role;

/// A chain behind a proxy that says from where each request comes.
class BehindProxy : public ApiChain
{
public:
    BehindProxy()
        : ApiChain(believing("127.0.0.1"))
    {
    }
    RawResponse
    signIn(const std::string &name, const std::string &address, const std::string &password) const
    {
        const auto body = json::serialize(json::object{{"name", name}, {"password", password}});
        return send("POST", "/api/v1/session", {}, body, {{"X-Forwarded-For", address}});
    }
    QByteArray guess(const std::string &name, const std::string &address) const
    {
        return gist(signIn(name, address, "guess"));
    }
    QByteArray enter(const std::string &name, const std::string &address) const
    {
        return gist(signIn(name, address, "password of " + name));
    }
    /// Somebody with a hash of little cost, so that a wrong password is as soon told as it is
    /// hashed here.
    std::string clerk(int number)
    {
        const auto name = "clerk-" + std::to_string(number);
        addPerson(name, Role::Viewer);
        return name;
    }

private:
    static http::Server::Options believing(const char *proxy)
    {
        http::Server::Options out;
        out.trustedProxy = proxy;
        return out;
    }
};

constexpr auto wrong = "401 credentials-wrong";
constexpr auto tooMany = "429 too-many-requests";

/// Which passwords may be chosen, and how guessing is slowed.
class TestApiPasswords : public QObject
{
    Q_OBJECT

private slots:
    void unfitOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("fits");
        for (const char *good :
             {"three green lamps", "Zug-nach-Ulm-1974", "گذرواژه‌ی بلند من",
              "x7#kQ2vLp0", "correct horse"})
            QTest::newRow(good) << QByteArray(good) << true;
        for (const char *bad :
             {"",
              "short",
              "ninechars",
              "گذرواژه‌",
              "aaaaaaaaaaaa",
              "abababababab",
              "1234567890",
              "0987654321",
              "qwertyuiop",
              "poiuytrewq",
              "abcdefghijk",
              "1q2w3e4r5t6y",
              "password123",
              "P4$$w0rd!!",
              "!!Password!!",
              "passwordpassword",
              "Letmein2026",
              "ann-ann-ann1",
              "vouch2026!",
              "1234567890123"})
            QTest::newRow(qPrintable(QString("not %1").arg(bad))) << QByteArray(bad) << false;
    }
    void unfitOnesAreRefused()
    {
        QFETCH(QByteArray, password);
        QFETCH(bool, fits);
        const QTemporaryDir folder;
        QFile list(folder.filePath("list"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("password\nletmein\nhorse\n");
        list.close();
        const PasswordPolicy policy({list.fileName().toStdString(), "/nowhere"});
        QVERIFY(policy.hasList());
        const auto outcome = policy.check(password.toStdString(), {"Ann", "vouch"});
        QCOMPARE(outcome.ok(), fits);
        if (!fits)
            QCOMPARE(outcome.failure().code, std::string("password-unfit"));
    }

    void withoutAListTheRulesHold()
    {
        const PasswordPolicy policy({"/nowhere"});
        QVERIFY(!policy.hasList());
        QVERIFY(!policy.check("qwertyuiop", {}));
        QVERIFY(policy.check("password123", {}));
    }

    void thisMachineHasAList() { QVERIFY(PasswordPolicy::ofThisMachine().hasList()); }

    void manyTriesAtOnceAreSlowedToo()
    {
        const ManualClock clock;
        server::AttemptLimiter limiter(clock, 2, 1000);
        limiter.failed("k"); // under way
        limiter.failed("k");
        QVERIFY(limiter.secondsToWait("k"));
        limiter.takeBack("k");
        QVERIFY(!limiter.secondsToWait("k"));
        limiter.takeBack("k");
        limiter.takeBack("k");
        QVERIFY(!limiter.secondsToWait("k"));
    }

    void aNetworkOfIpv6IsOneAddress()
    {
        using server::addressKey;
        QCOMPARE(addressKey("192.0.2.1"), std::string("192.0.2.1"));
        QCOMPARE(addressKey("2001:db8:1:2::1"), addressKey("2001:db8:1:2:ffff::9"));
        QVERIFY(addressKey("2001:db8:1:2::1") != addressKey("2001:db8:1:3::1"));
        QVERIFY(addressKey("::ffff:192.0.2.1") != addressKey("::ffff:192.0.2.2"));
    }

    void anAddressTriesSoManyNames()
    {
        BehindProxy chain;
        chain.addPerson("ann", Role::Viewer);
        for (int i = 0; i < 30; ++i)
            QCOMPARE(chain.guess(chain.clerk(i), "192.0.2.1"), wrong);
        const auto refused = chain.signIn("ann", "192.0.2.1", "password of ann");
        QCOMPARE(gist(refused), tooMany);
        QCOMPARE(refused.header("retry-after"), std::string("900"));
        QCOMPARE(chain.enter("ann", "192.0.2.2"), "200");
        chain.clock.advance(std::chrono::minutes(15));
        QCOMPARE(chain.enter("ann", "192.0.2.1"), "200");
    }

    void anAddressOfIpv6CountsWithItsNetwork()
    {
        BehindProxy chain;
        for (int i = 0; i < 30; ++i) {
            const auto address = "2001:db8:1:2::" + std::to_string(i + 1);
            QCOMPARE(chain.guess(chain.clerk(i), address), wrong);
        }
        QCOMPARE(chain.enter("clerk-0", "2001:db8:1:2:ffff::9"), tooMany);
        QCOMPARE(chain.enter("clerk-0", "2001:db8:1:3::1"), "200");
    }

    void strangersAreSlowedAndTheOwnerIsNot()
    {
        BehindProxy chain;
        chain.addPerson("ann", Role::Viewer);
        chain.addPerson("ben", Role::Viewer);
        QCOMPARE(chain.enter("ann", "192.0.2.1"), "200");
        for (int i = 0; i < 50; ++i)
            QCOMPARE(chain.guess("ann", "198.51.100." + std::to_string(i % 11)), wrong);
        const auto refused = chain.signIn("ann", "203.0.113.1", "password of ann");
        QCOMPARE(gist(refused), tooMany);
        QCOMPARE(refused.header("retry-after"), std::string("3600"));
        QCOMPARE(chain.enter("ben", "203.0.113.1"), "200");
        QCOMPARE(chain.enter("ann", "192.0.2.1"), "200");
        QCOMPARE(chain.enter("ann", "203.0.113.1"), tooMany);
        chain.clock.advance(std::chrono::hours(1));
        QCOMPARE(chain.enter("ann", "203.0.113.1"), "200");
    }
};

VOUCH_TEST(TestApiPasswords)

} // namespace test_api_passwords

#include "test_api_passwords.moc"
