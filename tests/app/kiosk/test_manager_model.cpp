#include "manager_fixture.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

namespace test_manager_model {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;

class TestManagerModel : public QObject
{
    Q_OBJECT

private slots:
    void pinIsSetOnceAndOpens();
    void wrongPinsLockOut();
    void lockOutOutlivesARestart();
    void closesAfterAMinuteUnused();
    void nothingWorksBehindAClosedDoor();
    void figuresMoveByThemselves();
    void fewAnswersHaveNoHeadline_data();
    void fewAnswersHaveNoHeadline();
    void numbersAreInTheManagersLanguage();
    void storeFiguresAreThereOrNot();
    void trainingEndsUnused();
    void cleaningCountsDown();
    void languageIsKept();
    void theOwnPinOpensFiguresAndExit();
    void aServersPinOpensItsRole_data();
    void aServersPinOpensItsRole();
    void theServersPinsEndTheSetUp();
    void rolesShareTheLockOut();
    void theTechnicianReadsTheDevice();
    void theTechnicianReadsWhatWasRefused();
};

void TestManagerModel::pinIsSetOnceAndOpens()
{
    Kiosk kiosk;
    ManagerModel manager(*kiosk.store, kiosk.clock, kiosk.timers, kiosk.settings());
    QVERIFY(manager.pinNeeded());
    manager.setPin("12", "12");
    QCOMPARE(manager.pinProblem(), ManagerModel::NotFourToEightDigits);
    manager.setPin("1234", "1235");
    QCOMPARE(manager.pinProblem(), ManagerModel::NotTheSame);
    QVERIFY(manager.pinNeeded());
    manager.setPin("1234", "1234");
    QVERIFY(manager.pinBusy());
    QTRY_VERIFY(!manager.pinNeeded());
    QVERIFY(!manager.isOpen());
    manager.setPin("9999", "9999"); // whoever finds the page sets no other
    QVERIFY(!manager.pinBusy());
    manager.tryPin("1234");
    QTRY_VERIFY(manager.isOpen());
    QVERIFY(kiosk.onDisk("SELECT value FROM setting WHERE key = 'manager.pin-hash'")
                .starts_with("$argon2id$"));
}

void TestManagerModel::wrongPinsLockOut()
{
    Manager m;
    for (int i = 0; i < 4; ++i) {
        m.enter("1111");
        QCOMPARE(m.manager->pinProblem(), ManagerModel::Wrong);
    }
    m.enter("1111");
    QCOMPARE(m.manager->pinProblem(), ManagerModel::LockedOut);
    QCOMPARE(m.manager->pinLockSeconds(), 30);
    m.enter("2468");
    QVERIFY(!m.manager->isOpen());
    m.timers.advance(1s);
    QCOMPARE(m.manager->pinLockSeconds(), 29);
    m.timers.advance(29s);
    QCOMPARE(m.manager->pinLockSeconds(), 0);
    QCOMPARE(m.manager->pinProblem(), ManagerModel::NoProblem);
    m.enter("2468");
    QVERIFY(m.manager->isOpen());
}

void TestManagerModel::lockOutOutlivesARestart()
{
    Manager m;
    for (int i = 0; i < 5; ++i)
        m.enter("1111");
    m.manager.reset();
    m.restart();
    m.make();
    QVERIFY(!m.manager->pinNeeded());
    QCOMPARE(m.manager->pinLockSeconds(), 30);
    m.enter("2468");
    QVERIFY(!m.manager->isOpen());
    m.timers.advance(30s);
    m.enter("2468");
    QVERIFY(m.manager->isOpen());
}

void TestManagerModel::closesAfterAMinuteUnused()
{
    Manager m;
    m.enter("2468");
    m.timers.advance(59s);
    m.manager->activity();
    m.timers.advance(59s);
    QVERIFY(m.manager->isOpen());
    m.timers.advance(1s);
    QVERIFY(!m.manager->isOpen());
    QVERIFY(!m.manager->tablet().known);
}

void TestManagerModel::nothingWorksBehindAClosedDoor()
{
    Manager m;
    QSignalSpy exits(m.manager.get(), &ManagerModel::exitRequested);
    m.manager->startTraining();
    m.manager->cleanScreen();
    m.manager->exit();
    m.answer(9);
    QVERIFY(!m.manager->training());
    QVERIFY(!m.manager->cleaning());
    QVERIFY(!m.manager->tablet().known);
    QCOMPARE(exits.count(), 0);
}

void TestManagerModel::figuresMoveByThemselves()
{
    Manager m;
    m.enter("2468");
    QCOMPARE(m.manager->period(), ManagerModel::Days30);
    QCOMPARE(m.manager->tablet().count, 0);
    m.answer(9);
    m.answer(9);
    m.answer(3);
    const auto figures = m.manager->tablet();
    QCOMPARE(figures.count, 3);
    QCOMPARE(figures.promoters, 2);
    QCOMPARE(figures.detractors, 1);
    QCOMPARE(figures.histogram.at(9), 2);
    QCOMPARE(figures.reasonsLiked.at(0).toMap()["count"].toInt(), 2);
    QCOMPARE(figures.reasonsLiked.at(0).toMap()["label"].toString(), "Staff helpfulness");
    QCOMPARE(figures.reasonsImprove.size(), 1);
    QCOMPARE(m.manager->outboxWaiting(), 3);
    m.clock.advance(24h * 10);
    m.manager->setPeriod(ManagerModel::Days7);
    QCOMPARE(m.manager->tablet().count, 0);
    m.manager->setPeriod(ManagerModel::All);
    QCOMPARE(m.manager->tablet().count, 3);
}

void TestManagerModel::fewAnswersHaveNoHeadline_data()
{
    QTest::addColumn<int>("answers");
    QTest::addColumn<int>("sufficiency");
    QTest::newRow("29") << 29 << int(figures_enums::TooFew);
    QTest::newRow("30") << 30 << int(figures_enums::Rough);
    QTest::newRow("99") << 99 << int(figures_enums::Rough);
    QTest::newRow("100") << 100 << int(figures_enums::Enough);
}

void TestManagerModel::fewAnswersHaveNoHeadline()
{
    QFETCH(int, answers);
    metrics::Tally tally;
    tally.add(10, answers);
    QTEST(figuresOf(tally, 0, "en").sufficiency, "sufficiency");
}

void TestManagerModel::numbersAreInTheManagersLanguage()
{
    metrics::Tally tally;
    tally.add(10, 30);
    tally.add(7, 30);
    tally.add(0, 40);
    const auto english = figuresOf(tally, 0, "en");
    QCOMPARE(english.npsText, QStringLiteral("−10"));
    QCOMPARE(english.detractorText, QStringLiteral("40%"));
    QVERIFY(english.low < -10 && english.high > -10);
    const auto persian = figuresOf(tally, 0, "fa");
    QCOMPARE(persian.npsText, QStringLiteral("\u200E−۱۰"));
    QCOMPARE(persian.promoterText, QStringLiteral("\u061C۳۰٪"));
    QCOMPARE(persian.countText, QStringLiteral("۱۰۰"));
    const auto none = figuresOf({}, 0, "en");
    QVERIFY(none.known);
    QVERIFY(none.npsText.isEmpty());
}

void TestManagerModel::storeFiguresAreThereOrNot()
{
    Manager m;
    QSignalSpy wanted(m.manager.get(), &ManagerModel::storeFiguresWanted);
    m.enter("2468");
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!m.manager->store().known);
    protocol::Glance glance;
    glance.all.add(9, 200);
    glance.asOf = m.clock.now();
    m.manager->setStoreFigures(glance);
    QVERIFY(m.manager->store().known);
    QCOMPARE(m.manager->store().npsText, QStringLiteral("+100"));
    QCOMPARE(m.manager->store().asOf, QStringLiteral("14:00"));
    m.manager->setPeriod(ManagerModel::Today);
    QVERIFY(!m.manager->store().known); // of another period
    QCOMPARE(wanted.count(), 2);
}

void TestManagerModel::trainingEndsUnused()
{
    Manager m;
    m.enter("2468");
    m.manager->startTraining();
    QVERIFY(!m.manager->isOpen());
    QVERIFY(m.manager->training());
    m.timers.advance(119s);
    m.manager->touched();
    m.timers.advance(119s);
    QVERIFY(m.manager->training());
    m.timers.advance(1s);
    QVERIFY(!m.manager->training());
}

void TestManagerModel::cleaningCountsDown()
{
    Manager m;
    m.enter("2468");
    m.manager->cleanScreen();
    QVERIFY(!m.manager->isOpen());
    QCOMPARE(m.manager->cleaningSeconds(), 30);
    m.timers.advance(29s);
    QCOMPARE(m.manager->cleaningSeconds(), 1);
    m.timers.advance(1s);
    QVERIFY(!m.manager->cleaning());
}

void TestManagerModel::languageIsKept()
{
    Manager m;
    QCOMPARE(m.manager->language(), QStringLiteral("en"));
    m.enter("2468");
    m.manager->setLanguage("fa");
    QVERIFY(m.manager->rightToLeft());
    m.manager.reset();
    m.restart();
    m.make();
    QCOMPARE(m.manager->language(), QStringLiteral("fa"));
}

void TestManagerModel::theOwnPinOpensFiguresAndExit()
{
    Manager m;
    QSignalSpy exits(m.manager.get(), &ManagerModel::exitRequested);
    m.enter("2468");
    QCOMPARE(m.manager->role(), ManagerModel::ExitRole);
    m.manager->exit();
    QCOMPARE(exits.count(), 1);
    m.manager->close();
    QCOMPARE(m.manager->role(), ManagerModel::NoRole);
}

void TestManagerModel::aServersPinOpensItsRole_data()
{
    QTest::addColumn<QString>("pin");
    QTest::addColumn<ManagerModel::Role>("role");
    QTest::newRow("figures") << "1212" << ManagerModel::FiguresRole;
    QTest::newRow("exit") << "3434" << ManagerModel::ExitRole;
    QTest::newRow("technician") << "5656" << ManagerModel::TechnicianRole;
    QTest::newRow("the tablet's former one") << "2468" << ManagerModel::NoRole;
}

void TestManagerModel::aServersPinOpensItsRole()
{
    QFETCH(QString, pin);
    QFETCH(ManagerModel::Role, role);
    Manager m;
    m.giveServerPins();
    m.manager.reset();
    m.restart(); // and no network since
    m.make();
    QSignalSpy exits(m.manager.get(), &ManagerModel::exitRequested);
    m.enter(pin);
    QCOMPARE(m.manager->role(), role);
    m.manager->exit();
    QCOMPARE(exits.count(), role >= ManagerModel::ExitRole ? 1 : 0);
    QCOMPARE(m.manager->tablet().known, role >= ManagerModel::FiguresRole);
    m.manager->setPin("8642", "8642"); // set-up of the tablet's own
    QCOMPARE(m.manager->pinBusy(), role >= ManagerModel::ExitRole);
    QTRY_VERIFY(!m.manager->pinBusy());
}

void TestManagerModel::theServersPinsEndTheSetUp()
{
    Kiosk kiosk;
    ManagerModel manager(*kiosk.store, kiosk.clock, kiosk.timers, kiosk.settings());
    QVERIFY(manager.pinNeeded());
    QSignalSpy changes(&manager, &ManagerModel::pinChanged);
    QVERIFY(manager.setServerPins({}).ok());
    QVERIFY(manager.pinNeeded());
    QVERIFY(manager.setServerPins({{PinRole::Figures, Manager::hashOf("1212")}}).ok());
    QVERIFY(!manager.pinNeeded());
    QVERIFY(changes.count() > 0);
    manager.setPin("9753", "9753"); // nobody who passes by
    QVERIFY(!manager.pinBusy());
    manager.tryPin("1212");
    QTRY_COMPARE(manager.role(), ManagerModel::FiguresRole);
}

void TestManagerModel::rolesShareTheLockOut()
{
    Manager m;
    m.giveServerPins();
    for (int i = 0; i < 4; ++i)
        m.enter("9999");
    m.enter("1212");
    QCOMPARE(m.manager->role(), ManagerModel::FiguresRole);
    m.manager->close();
    m.enter("9998"); // the fifth: the figures' PIN is no way to guess on
    QCOMPARE(m.manager->pinProblem(), ManagerModel::LockedOut);
    for (const char *pin : {"1212", "3434", "5656"}) {
        m.enter(pin);
        QVERIFY(!m.manager->isOpen());
    }
}

void TestManagerModel::theTechnicianReadsTheDevice()
{
    Manager m;
    m.giveServerPins();
    DeviceState state;
    state.id = "01930ca1";
    state.settings = {QVariantMap{{"key", "resting"}, {"value", "\"invitation\""}}};
    m.manager->setDevice(state);
    for (int i = 0; i < 8; ++i)
        m.manager->addProblem(QString("trouble %1").arg(i % 7));
    m.enter("3434");
    QCOMPARE(m.manager->device(), DeviceState());
    m.manager->close();
    m.enter("5656");
    const auto device = m.manager->device();
    QCOMPARE(device.id, QString("01930ca1"));
    QVERIFY(!device.ownPin);
    QCOMPARE(device.settings, state.settings);
    QCOMPARE(device.problems.size(), 6);
    QCOMPARE(device.problems.front(), QString("14:00 – trouble 0"));
    m.manager->setSync(ManagerModel::Waiting, "no route");
    m.manager->setSync(ManagerModel::Waiting, "no route");
    QVERIFY(m.manager->device().problems.front().endsWith("no route"));
    QVERIFY(!m.manager->device().problems.at(1).endsWith("no route"));
}

void TestManagerModel::theTechnicianReadsWhatWasRefused()
{
    Manager m;
    m.giveServerPins();
    for (const int score : {9, 3, 7})
        m.answer(score);
    const auto records = m.store->outgoing(10, 1u << 20).value();
    QCOMPARE(records.size(), std::size_t(3));
    using Kind = storage::Acknowledgement::Kind;
    const std::array<storage::Acknowledgement, 3> said{
        {{records[0].id, Kind::Refused, "store-unknown", "There is no such store."},
         {records[1].id, Kind::Refused, "store-unknown", "There is no such store."},
         {records[2].id, Kind::Unreadable, "body-malformed", "This is no JSON."}}};
    QVERIFY(m.store->acknowledge(said));
    m.manager->refresh();
    QVERIFY(m.manager->device().refusals.isEmpty());
    QVERIFY(m.manager->refusedRecords().isEmpty());
    m.enter("3434"); // who may leave the program need not read them
    QVERIFY(m.manager->refusedRecords().isEmpty());
    m.manager->close();
    m.enter("5656");
    const auto refusals = m.manager->device().refusals;
    QCOMPARE(refusals.size(), 2);
    QCOMPARE(refusals.at(0).toMap()["code"].toString(), QString("body-malformed"));
    QCOMPARE(refusals.at(1).toMap()["code"].toString(), QString("store-unknown"));
    QCOMPARE(refusals.at(1).toMap()["count"].toString(), QString("2"));
    const auto each = m.manager->refusedRecords();
    QCOMPARE(each.size(), 3);
    QCOMPARE(each.at(0).toMap()["id"].toString().toStdString(), records[2].id.text());
    QCOMPARE(each.at(0).toMap()["kind"].toString(), QString("survey"));
    QCOMPARE(each.at(0).toMap()["reason"].toString(), QString("This is no JSON."));
    QVERIFY(m.store->releaseQuarantine());
    m.manager->refresh();
    QVERIFY(m.manager->device().refusals.isEmpty());
}

VOUCH_TEST(TestManagerModel)

} // namespace test_manager_model

#include "test_manager_model.moc"
