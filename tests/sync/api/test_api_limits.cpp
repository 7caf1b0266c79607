#include "api_chain.h"

#include "sync/server/api/response_encoding.h"
#include "sync/server/api/token_buckets.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_api_limits {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;
using protocol::Encoding;
using server::TokenBuckets;

/// How much one may ask, and how an answer is packed.
class TestApiLimits : public QObject
{
    Q_OBJECT

private slots:
    void aBucketHoldsItsBurstAndFillsInTime();
    void eachKeyHasItsOwn();
    void withoutARateThereIsNoLimit();
    void theEncodingIsTheClientsChoice_data();
    void theEncodingIsTheClientsChoice();
    void whatIsSmallOrPackedStaysAsItIs();
    void aBodyIsTheSameWhenItIsUnpacked();
};

void TestApiLimits::aBucketHoldsItsBurstAndFillsInTime()
{
    ManualClock clock;
    TokenBuckets buckets(clock, {6, 3}); // one each ten seconds
    for (int i = 0; i < 3; ++i)
        QVERIFY(!buckets.take("a"));
    QCOMPARE(buckets.take("a").value(), std::int64_t(10));
    clock.advance(4s);
    QCOMPARE(buckets.take("a").value(), std::int64_t(6));
    clock.advance(6s);
    QVERIFY(!buckets.take("a"));
    QVERIFY(buckets.take("a"));
    clock.advance(1h); // no more than the burst
    for (int i = 0; i < 3; ++i)
        QVERIFY(!buckets.take("a"));
    QVERIFY(buckets.take("a"));
}

void TestApiLimits::eachKeyHasItsOwn()
{
    ManualClock clock;
    TokenBuckets buckets(clock, {60, 1});
    QVERIFY(!buckets.take("a"));
    QVERIFY(!buckets.take("b"));
    QVERIFY(buckets.take("a"));
}

void TestApiLimits::withoutARateThereIsNoLimit()
{
    ManualClock clock;
    TokenBuckets buckets(clock, {});
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!buckets.take("a"));
}

void TestApiLimits::theEncodingIsTheClientsChoice_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("encoding");
    const auto row = [](const char *header, Encoding encoding) {
        QTest::newRow(*header ? header : "none") << QByteArray(header) << int(encoding);
    };
    row("", Encoding::Identity);
    row("gzip", Encoding::Gzip);
    row("gzip, deflate, br, zstd", Encoding::Zstd);
    row("GZIP;q=0.5", Encoding::Gzip);
    row("zstd;q=0, gzip", Encoding::Gzip);
    row("zstd; q=0.000, br", Encoding::Identity);
    row("identity", Encoding::Identity);
    row(",,;q,", Encoding::Identity);
    row("x-gzip", Encoding::Identity);
}

void TestApiLimits::theEncodingIsTheClientsChoice()
{
    QFETCH(QByteArray, header);
    QFETCH(int, encoding);
    QCOMPARE(int(server::acceptedEncoding(header.toStdString())), encoding);
}

void TestApiLimits::whatIsSmallOrPackedStaysAsItIs()
{
    const std::string large(5000, 'a');
    for (const auto &[type, body] :
         {std::pair("application/json", std::string("{}")), std::pair("image/png", large),
          std::pair("application/zip", large)}) {
        const auto out = server::encodedFor("zstd", http::reply(200, type, body));
        QCOMPARE(out.body, body);
        QVERIFY(!out.headers.find("Content-Encoding"));
    }
}

void TestApiLimits::aBodyIsTheSameWhenItIsUnpacked()
{
    const std::string body(5000, 'a');
    for (const auto encoding : {Encoding::Gzip, Encoding::Zstd}) {
        auto plain = http::reply(200, "application/json", body);
        plain.headers.set("ETag", "\"x\"");
        const auto out = server::encodedFor(protocol::toText(encoding), std::move(plain));
        QCOMPARE(out.headers.value("Content-Encoding"), protocol::toText(encoding));
        QCOMPARE(out.headers.value("ETag"), std::string_view("W/\"x\""));
        QCOMPARE(out.headers.value("Vary"), std::string_view("Accept-Encoding"));
        QCOMPARE(protocol::decompress(out.body, encoding, 10'000).value(), body);
    }
}

VOUCH_TEST(TestApiLimits)

} // namespace test_api_limits

#include "test_api_limits.moc"
