#include "manual_clock.h"
#include "sync/server/api/attempt_limiter.h"
#include "sync/server/api/csv.h"
#include "sync/server/api/entity_tag.h"
#include "sync/server/api/password_pool.h"
#include "sync/server/api/score_json.h"
#include "sync/server/api/sha256.h"
#include "tests/support/suite.h"

#include <QTest>

#include <atomic>
#include <future>

namespace test_api_text {

using namespace vouch;
using namespace vouch::server;
using namespace vouch::test;

/// The small parts that the calls are made of.
class TestApiText : public QObject
{
    Q_OBJECT

private slots:
    void noCellIsAFormula_data();
    void noCellIsAFormula();
    void cellsAreQuotedWhenTheyMust();
    void sha256IsThePublishedOne();
    void scoresHaveTwoDecimals();
    void attemptsCountWithinTheWindow();
    void thePoolIsBounded();
};

void TestApiText::noCellIsAFormula_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    for (const char *text : {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'quoted", "''twice"})
        QTest::addRow("%s", text) << QByteArray(text) << QByteArray("'") + text;
    for (const char *text : {"", "plain", "1-1", "a=b", "سلام", " =x"})
        QTest::addRow("'%s'", text) << QByteArray(text) << QByteArray(text);
}

void TestApiText::noCellIsAFormula()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    const auto safe = QByteArray::fromStdString(csv::harmless(text.toStdString()));
    QCOMPARE(safe, cell);
    // The reader's rule: one leading apostrophe less.
    QCOMPARE(safe.startsWith('\'') ? safe.mid(1) : safe, text);
}

void TestApiText::cellsAreQuotedWhenTheyMust()
{
    csv::Row row;
    row.text("plain").text("a,b").text("say \"hi\"").text("two\nlines").text("").number(-300);
    QCOMPARE(row.take(), std::string("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,-300\r\n"));
    row.text("staff; prices").text("a\tb");
    QCOMPARE(row.take(), std::string("\"staff; prices\",\"a\tb\"\r\n"));
    row.number(std::optional<int>()).number(std::optional<int>(0)).text("=1");
    QCOMPARE(row.take(), std::string(",0,'=1\r\n"));
}

void TestApiText::sha256IsThePublishedOne()
{
    // FIPS 180-4, "abc".
    const std::string expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    QCOMPARE(sha256Hex("abc"), expected);
    Sha256 pieces;
    pieces.add("a");
    pieces.add("bc");
    QCOMPARE(pieces.finish(), expected);
}

void TestApiText::scoresHaveTwoDecimals()
{
    QCOMPARE(rounded(33.3333), 33.33);
    QCOMPARE(json::serialize(json::value(rounded(-0.001))), json::serialize(json::value(0.0)));
    metrics::Tally tally;
    QVERIFY(scoreJson(tally).at("nps").is_null());
    tally.add(9, 2);
    tally.add(0);
    QCOMPARE(scoreJson(tally).at("nps").as_double(), 33.33);
}

void TestApiText::attemptsCountWithinTheWindow()
{
    ManualClock clock;
    AttemptLimiter limiter(clock, 2, 60'000);
    limiter.failed("a");
    QVERIFY(!limiter.secondsToWait("a"));
    clock.advance(std::chrono::seconds(20));
    limiter.failed("a");
    QCOMPARE(limiter.secondsToWait("a"), std::optional<std::int64_t>(40));
    QVERIFY(!limiter.secondsToWait("b"));
    clock.advance(std::chrono::seconds(40));
    QVERIFY(!limiter.secondsToWait("a"));
    limiter.failed("a");
    QCOMPARE(limiter.secondsToWait("a"), std::optional<std::int64_t>(20));
    limiter.succeeded("a");
    QVERIFY(!limiter.secondsToWait("a"));
}

void TestApiText::thePoolIsBounded()
{
    std::promise<void> gate;
    const auto opened = gate.get_future().share();
    std::promise<void> begun;
    std::atomic<int> done = 0;
    {
        PasswordPool pool(1, 2);
        QVERIFY(pool.submit([&] {
            begun.set_value();
            opened.wait();
            ++done;
        }));
        begun.get_future().wait();
        QVERIFY(pool.submit([&] { ++done; }));
        QVERIFY(pool.submit([&] { ++done; }));
        QVERIFY(!pool.submit([&] { done += 100; }));
        gate.set_value();
    }
    QCOMPARE(done.load(), 3);
}

VOUCH_TEST(TestApiText)

} // namespace test_api_text

#include "test_api_text.moc"
