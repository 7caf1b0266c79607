#include "app/kiosk/pin_guard.h"
#include "core/base/crypto.h"
#include "kiosk_fixture.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_pin_guard {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;

class TestPinGuard : public QObject
{
    Q_OBJECT

private slots:
    void takesFourToEightDigits();
    void locksAfterFiveAndDoubles();
    void restartForgetsNoFailure();
    void wallClockDoesNotShortenIt();
    void otherBootCountsByTheWallClock();
    void successForgetsTheFailures();
    void theOwnPinHoldsUntilTheServerGivesSome();
    void theServersPinsOutliveARestart();
    void withoutAnyThereIsNoNewOne();
    void aPinTellsItsRole();
    void aLowerRoleDoesNotForgetFailures();
    void failuresAreForgottenAfterADay();

private:
    static void fail(PinGuard &guard, int times)
    {
        for (int i = 0; i < times; ++i)
            QVERIFY(guard.countTry().ok());
    }
};

void TestPinGuard::takesFourToEightDigits()
{
    for (const auto *good : {"1234", "00000000"})
        QVERIFY(PinGuard::isWellFormed(good));
    for (const auto *bad : {"", "123", "123456789", "12a4", "۱۲۳۴", "12 34"})
        QVERIFY(!PinGuard::isWellFormed(bad));
}

void TestPinGuard::locksAfterFiveAndDoubles()
{
    Kiosk kiosk;
    PinGuard guard(*kiosk.store, kiosk.clock, 30s);
    fail(guard, 4);
    QCOMPARE(guard.lockedFor(), 0s);
    fail(guard, 1);
    QCOMPARE(guard.lockedFor(), 30s);
    kiosk.clock.advance(29500ms);
    QCOMPARE(guard.lockedFor(), 1s);
    kiosk.clock.advance(500ms);
    QCOMPARE(guard.lockedFor(), 0s);
    fail(guard, 1);
    QCOMPARE(guard.lockedFor(), 60s);
    fail(guard, 20);
    QCOMPARE(guard.lockedFor(), std::chrono::seconds(1h));
}

void TestPinGuard::restartForgetsNoFailure()
{
    Kiosk kiosk;
    {
        PinGuard guard(*kiosk.store, kiosk.clock, 30s);
        QVERIFY(guard.setOwn("h").ok());
        fail(guard, 4);
    }
    kiosk.restart();
    {
        PinGuard guard(*kiosk.store, kiosk.clock, 30s);
        QVERIFY(guard.isSet());
        fail(guard, 1);
    }
    kiosk.restart();
    kiosk.clock.advance(10s);
    const PinGuard guard(*kiosk.store, kiosk.clock, 30s);
    QCOMPARE(guard.lockedFor(), 20s);
}

void TestPinGuard::wallClockDoesNotShortenIt()
{
    Kiosk kiosk;
    PinGuard guard(*kiosk.store, kiosk.clock, 30s);
    fail(guard, 5);
    kiosk.clock.set("2027-01-01T00:00:00.000Z");
    QCOMPARE(guard.lockedFor(), 30s);
    const PinGuard again(*kiosk.store, kiosk.clock, 30s);
    QCOMPARE(again.lockedFor(), 30s);
}

void TestPinGuard::otherBootCountsByTheWallClock()
{
    Kiosk kiosk;
    {
        PinGuard guard(*kiosk.store, kiosk.clock, 30s);
        fail(guard, 5);
    }
    const auto otherBoot = [&] {
        QVERIFY(
            kiosk.store->setSetting("manager.pin-lock-boot", Uuid::v7(kiosk.clock).text()).ok());
    };
    kiosk.clock.advance(10s);
    otherBoot();
    QCOMPARE(PinGuard(*kiosk.store, kiosk.clock, 30s).lockedFor(), 20s);
    kiosk.clock.set("2020-01-01T00:00:00.000Z"); // set back: all of what was left
    otherBoot();
    QCOMPARE(PinGuard(*kiosk.store, kiosk.clock, 30s).lockedFor(), 20s);
}

void TestPinGuard::successForgetsTheFailures()
{
    Kiosk kiosk;
    PinGuard guard(*kiosk.store, kiosk.clock, 30s);
    fail(guard, 4);
    QVERIFY(guard.succeeded(PinRole::Exit).ok());
    fail(guard, 4);
    QCOMPARE(guard.lockedFor(), 0s);
}

void TestPinGuard::theOwnPinHoldsUntilTheServerGivesSome()
{
    Kiosk kiosk;
    PinGuard guard(*kiosk.store, kiosk.clock, 30s);
    QVERIFY(!guard.isSet());
    QVERIFY(guard.hashes().empty());
    QVERIFY(guard.setOwn("own").ok());
    QCOMPARE(guard.hashes(), (PinHashes{{PinRole::Exit, "own"}}));
    QVERIFY(!guard.areServers());
    const PinHashes given{{PinRole::Figures, "a"}, {PinRole::Technician, "b"}};
    QVERIFY(guard.setServers(given).ok());
    QVERIFY(guard.areServers());
    QCOMPARE(guard.hashes(), given);
    QVERIFY(guard.setServers({}).ok());
    QCOMPARE(guard.hashes(), (PinHashes{{PinRole::Exit, "own"}}));
}

void TestPinGuard::theServersPinsOutliveARestart()
{
    Kiosk kiosk;
    const PinHashes given{{PinRole::Figures, "a"}, {PinRole::Exit, "b"}};
    {
        PinGuard guard(*kiosk.store, kiosk.clock, 30s);
        QVERIFY(guard.setServers({{PinRole::Technician, "old"}}).ok());
        QVERIFY(guard.setServers(given).ok());
    }
    kiosk.restart();
    const PinGuard guard(*kiosk.store, kiosk.clock, 30s);
    QVERIFY(guard.isSet());
    QVERIFY(guard.areServers());
    QCOMPARE(guard.hashes(), given);
}

void TestPinGuard::withoutAnyThereIsNoNewOne()
{
    Kiosk kiosk;
    PinGuard guard(*kiosk.store, kiosk.clock, 30s);
    const PinHashes given{{PinRole::Exit, "a"}};
    QVERIFY(guard.setServers(given).ok());
    QVERIFY(guard.setServers({}).ok());
    QVERIFY(guard.isSet());
    QCOMPARE(guard.hashes(), given);
}

void TestPinGuard::aPinTellsItsRole()
{
    const auto hash = [](const char *pin) {
        return crypto::hashPassword(pin, crypto::Cost::Small).value();
    };
    const PinHashes hashes{
        {PinRole::Figures, hash("2468")},
        {PinRole::Exit, hash("13579")},
        {PinRole::Technician, hash("90210")}};
    QCOMPARE(PinGuard::roleOf("2468", hashes), std::optional(PinRole::Figures));
    QCOMPARE(PinGuard::roleOf("13579", hashes), std::optional(PinRole::Exit));
    QCOMPARE(PinGuard::roleOf("90210", hashes), std::optional(PinRole::Technician));
    QCOMPARE(PinGuard::roleOf("1357", hashes), std::optional<PinRole>());
    QCOMPARE(PinGuard::roleOf("", hashes), std::optional<PinRole>());
    QCOMPARE(PinGuard::roleOf("2468", {}), std::optional<PinRole>());
}

void TestPinGuard::aLowerRoleDoesNotForgetFailures()
{
    Kiosk kiosk;
    PinGuard guard(*kiosk.store, kiosk.clock, 30s);
    QVERIFY(guard.setServers({{PinRole::Figures, "a"}, {PinRole::Exit, "b"}}).ok());
    fail(guard, 4);
    fail(guard, 1); // right, but the guard learns it afterwards
    QVERIFY(guard.succeeded(PinRole::Figures).ok());
    QCOMPARE(guard.lockedFor(), 0s);
    fail(guard, 1);
    QCOMPARE(guard.lockedFor(), 30s);
    kiosk.clock.advance(30s);
    fail(guard, 1);
    QVERIFY(guard.succeeded(PinRole::Exit).ok());
    fail(guard, 4);
    QCOMPARE(guard.lockedFor(), 0s);
}

void TestPinGuard::failuresAreForgottenAfterADay()
{
    Kiosk kiosk;
    {
        PinGuard guard(*kiosk.store, kiosk.clock, 30s);
        fail(guard, 4);
    }
    kiosk.restart();
    kiosk.clock.advance(24h + 1s);
    PinGuard guard(*kiosk.store, kiosk.clock, 30s);
    fail(guard, 4);
    QCOMPARE(guard.lockedFor(), 0s);
    kiosk.clock.advance(23h);
    fail(guard, 1);
    QCOMPARE(guard.lockedFor(), 30s);
}

VOUCH_TEST(TestPinGuard)

} // namespace test_pin_guard

#include "test_pin_guard.moc"
