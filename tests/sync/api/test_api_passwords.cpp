#include "sync/server/api/attempt_limiter.h"
#include "sync/server/api/password_policy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace test_api_passwords {

using namespace vouch;
using namespace vouch::test;
using server::PasswordPolicy;

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
};

VOUCH_TEST(TestApiPasswords)

} // namespace test_api_passwords

#include "test_api_passwords.moc"
