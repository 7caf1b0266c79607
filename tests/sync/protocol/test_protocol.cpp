#include "sample_check.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/heartbeat.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_protocol {

using namespace vouch;
using namespace vouch::protocol;

namespace {

const crypto::SigningKey key = crypto::SigningKey::make();

Batch envelopeOf(const Clock &clock)
{
    Batch batch;
    batch.device = Uuid::v7(clock);
    batch.sentAt = clock.now();
    batch.boot = Uuid::v7(clock);
    batch.monotonicMs = 5;
    batch.head = {Uuid::v7(clock), 2, std::string(64, 'a')};
    return batch;
}

std::string batchOf(std::size_t checks)
{
    test::ManualClock clock;
    std::vector<SealedCheck> sealed;
    check::Link last{Uuid::v7(clock), 0, check::noHash()};
    for (std::size_t i = 0; i < checks; ++i) {
        auto check = test::sampleCheck(clock, 7);
        check.state = check::State::Completed;
        last = check::append(check, last).value();
        sealed.push_back({check.hash, canonicalJson(check::toJson(check)).value()});
    }
    return encodeBatch(envelopeOf(clock), sealed, key);
}

} // namespace

class TestProtocol : public QObject
{
    Q_OBJECT

private slots:
    void aBatchTravels()
    {
        const auto batch = decodeBatch(batchOf(3));
        QVERIFY2(batch.ok(), batch ? "" : batch.failure().text().c_str());
        QCOMPARE(batch->checks.size(), 3u);
        QVERIFY(verifySignature(*batch, key.publicKey));
        for (const auto &check : batch->checks)
            QVERIFY(check::verify(check));
    }

    void theSignatureCoversEachPart()
    {
        const auto whole = decodeBatch(batchOf(2)).value();
        const auto refused = [&](auto &&change) {
            auto batch = whole;
            change(batch);
            return !verifySignature(batch, key.publicKey).ok();
        };
        QVERIFY(refused([](Batch &b) { b.device = Uuid::v7(SystemClock()); }));
        QVERIFY(refused([](Batch &b) { b.sentAt += std::chrono::milliseconds(1); }));
        QVERIFY(refused([](Batch &b) { ++b.head.sequence; }));
        QVERIFY(refused([](Batch &b) { b.head.hash[0] = 'b'; }));
        QVERIFY(refused([](Batch &b) { b.checks.pop_back(); }));
        QVERIFY(refused([](Batch &b) { std::swap(b.checks[0], b.checks[1]); }));
        QVERIFY(refused([](Batch &b) { b.signature = "AAAA"; }));
        QVERIFY(!verifySignature(whole, crypto::SigningKey::make().publicKey));
    }

    void theSignedTextIsTheContracts()
    {
        const auto device = Uuid::parse("01930ca1-0000-7000-8000-000000000001").value();
        const auto chain = Uuid::parse("01930ca1-0000-7000-8000-000000000002").value();
        const std::vector<std::string> hashes{"h1", "h2"};
        QCOMPARE(
            signatureText(
                device, parseUtc("2026-11-22T10:03:40.000Z").value(), {chain, 42, "hh"}, hashes),
            std::string("vouch-batch-1\n01930ca1-0000-7000-8000-000000000001\n"
                        "2026-11-22T10:03:40.000Z\n"
                        "01930ca1-0000-7000-8000-000000000002 42 hh\nh1\nh2\n"));
    }

    void badBatchesAreRefusedByCode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("no JSON") << "{"
                                 << "request-malformed";
        QTest::newRow("array") << "[]"
                               << "request-malformed";
        QTest::newRow("no protocol") << "{}"
                                     << "request-malformed";
        QTest::newRow("protocol 2") << R"({"protocol":2})"
                                    << "protocol-unsupported";
        const auto good = QString::fromStdString(batchOf(1));
        const auto without = [&](const char *member) {
            return QString(good).replace(
                "\"" + QString(member) + "\":", "\"x-" + QString(member) + "\":");
        };
        for (const auto *member :
             {"device\":\"0", "sent_at", "boot\":\"0", "signature", "head", "checks"})
            QTest::newRow(member) << without(QString(member).section('"', 0, 0).toUtf8())
                                  << "request-malformed";
        QTest::newRow("twice") << QString(good).replace("\"sent_at\"", "\"protocol\":1,\"sent_at\"")
                               << "request-malformed";
        QTest::newRow("501") << QString::fromStdString(batchOf(501)) << "batch-too-large";
    }
    void badBatchesAreRefusedByCode()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto batch = decodeBatch(text.toStdString());
        QVERIFY(!batch);
        QCOMPARE(QString::fromStdString(batch.failure().code), code);
        QVERIFY(!batch.failure().message.empty());
    }

    void theAnswerTravels()
    {
        test::ManualClock clock;
        BatchAnswer answer;
        answer.serverTime = clock.now();
        answer.results = {
            {"one", Status::Accepted, "", ""}, {"two", Status::Rejected, "hash-mismatch", "Why."}};
        answer.have[Uuid::v7(clock)] = 7;
        const auto read = decodeAnswer(encodeAnswer(answer));
        QVERIFY(read);
        QCOMPARE(read->results.size(), 2u);
        QVERIFY(read->results[1].status == Status::Rejected);
        QCOMPARE(read->results[1].code, std::string("hash-mismatch"));
        QVERIFY(read->have == answer.have);
        QVERIFY(!decodeAnswer("<html>Welcome to the hotel's network</html>"));
        QVERIFY(!decodeAnswer(R"({"results":[{"id":"x","status":"maybe"}]})"));
    }

    void enrolmentProvesTheKey()
    {
        auto request = decodeEnrolment(encodeEnrolment("CODE-1", "till 3", key));
        QVERIFY(request);
        QVERIFY(verifyProof(*request));
        request->code = "CODE-2";
        QVERIFY(!verifyProof(*request));
        QVERIFY(!decodeEnrolment("{}"));
        QVERIFY(!decodeEnrolment(R"({"code":"c","name":"n","public_key":"AAAA","proof":""})"));

        EnrolmentAnswer answer{
            Uuid::v7(SystemClock()), "token", "s1", "0a0b0c0d", std::string(32, 'k')};
        const auto read = decodeEnrolmentAnswer(encodeEnrolmentAnswer(answer));
        QVERIFY(read);
        QCOMPARE(read->sealingKey, answer.sealingKey);
    }

    /// What is too long in a sign of life is cut, and stays text.
    void aHeartbeatIsCutBetweenCharacters()
    {
        const std::string text = "1" + QByteArray("é").repeated(100).toStdString();
        const auto taken = protocol::heartbeatFrom(
            {{"version", text}, {"failing", json::array{json::value(text)}}});
        QCOMPARE(taken.version, text.substr(0, 99));
        QCOMPARE(taken.failing, std::vector{text.substr(0, 63)});
    }

    void compressionGoesBothWays_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::newRow("identity") << int(Encoding::Identity);
        QTest::newRow("gzip") << int(Encoding::Gzip);
        QTest::newRow("zstd") << int(Encoding::Zstd);
    }
    void compressionGoesBothWays()
    {
        QFETCH(int, encoding);
        const auto how = static_cast<Encoding>(encoding);
        const std::string text = batchOf(50);
        const auto packed = compress(text, how);
        QVERIFY(packed);
        QCOMPARE(decompress(*packed, how, text.size()).value(), text);
        const auto over = decompress(*packed, how, text.size() - 1);
        QVERIFY(!over);
        QCOMPARE(over.failure().code, std::string("body-too-large"));
        if (how != Encoding::Identity) {
            QVERIFY(packed->size() * 3 < text.size());
            QVERIFY(!decompress(packed->substr(0, packed->size() - 3), how, 1 << 20));
            QVERIFY(!decompress(*packed + "x", how, 1 << 20));
            QVERIFY(!decompress("garbage that is no archive", how, 1 << 20));
        }
        QCOMPARE(decompress(compress("", how).value(), how, 10).value(), std::string());
    }

    void aBombIsStoppedWhileItInflates()
    {
        const std::string zeros(64 << 20, '\0');
        for (const auto how : {Encoding::Gzip, Encoding::Zstd}) {
            const auto out = decompress(compress(zeros, how).value(), how, maxBodyBytes);
            QVERIFY(!out);
            QCOMPARE(out.failure().code, std::string("body-too-large"));
        }
    }
};

VOUCH_TEST(TestProtocol)

} // namespace test_protocol

#include "test_protocol.moc"
