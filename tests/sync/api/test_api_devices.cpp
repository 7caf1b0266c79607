#include "api_chain.h"

#include "sync/protocol/compression.h"
#include "sync/protocol/kiosk_settings.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_api_devices {

using namespace vouch;
using namespace vouch::test;

/// What a kiosk calls: enrolment, batches, configuration, heartbeat.
class TestApiDevices : public QObject
{
    Q_OBJECT

private slots:
    void aCodeMakesADevice();
    void guessingCodesEnds();
    void aBatchIsAnsweredAfterTheCommit();
    void aCompressedBatchIsTaken_data();
    void aCompressedBatchIsTaken();
    void whatIsNoBatchIsRefused_data();
    void whatIsNoBatchIsRefused();
    void configHasAnEntityTag();
    void configBringsSettingsAndPins();
    void heartbeatTellsWhatArrived();
};

namespace {

constexpr auto checksPath = "/api/v1/checks";
constexpr auto enrolPath = "/api/v1/devices/enrol";

} // namespace

void TestApiDevices::aCodeMakesADevice()
{
    ApiChain chain;
    const auto key = crypto::SigningKey::make();
    const auto code = chain.store->makeDeviceCode("s1", "").value();
    const auto request = protocol::encodeEnrolment(code, "till 3", key);
    const auto response = chain.send("POST", enrolPath, {}, request);
    QCOMPARE(response.status, 201);
    const auto answer = protocol::decodeEnrolmentAnswer(response.body);
    QVERIFY(answer);
    QCOMPARE(answer->store, std::string("s1"));
    QCOMPARE(chain.get("/api/v1/config", answer->token).status, 200);

    const auto again =
        protocol::decodeEnrolmentAnswer(chain.send("POST", enrolPath, {}, request).body);
    QVERIFY(again);
    QCOMPARE(again->device.text(), answer->device.text());
    const auto other = protocol::encodeEnrolment(code, "x", crypto::SigningKey::make());
    QCOMPARE(gist(chain.send("POST", enrolPath, {}, other)), "403 code-used");
}

void TestApiDevices::guessingCodesEnds()
{
    ApiChain chain;
    const auto key = crypto::SigningKey::make();
    const auto wrong = protocol::encodeEnrolment("AAAA-AAAA-AAAA", "till", key);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(gist(chain.send("POST", enrolPath, {}, wrong)), "403 code-unknown");
    const auto refused = chain.send("POST", enrolPath, {}, wrong);
    QCOMPARE(gist(refused), "429 too-many-requests");
    QCOMPARE(refused.header("retry-after"), std::string("3600"));
    const auto code = chain.store->makeDeviceCode("s1", "").value();
    const auto right = protocol::encodeEnrolment(code, "till", key);
    QCOMPARE(chain.send("POST", enrolPath, {}, right).status, 429);
    chain.clock.advance(std::chrono::hours(1));
    QCOMPARE(chain.send("POST", enrolPath, {}, right).status, 201);
}

void TestApiDevices::aBatchIsAnsweredAfterTheCommit()
{
    ApiChain chain;
    Tablet tablet(chain.clock, *chain.store);
    const auto body = ApiChain::wire(tablet, {tablet.next(9), tablet.next(3)});
    const auto answer =
        protocol::decodeAnswer(chain.send("POST", checksPath, tablet.token, body).body);
    QCOMPARE(statuses(answer), std::string("aa"));
    QCOMPARE(answer->have.at(tablet.last().chain), 2);
    QCOMPARE(chain.store->have(tablet.device.id).value(), answer->have);
    const auto again =
        protocol::decodeAnswer(chain.send("POST", checksPath, tablet.token, body).body);
    QCOMPARE(statuses(again), std::string("dd"));
}

void TestApiDevices::aCompressedBatchIsTaken_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *encoding : {"gzip", "zstd"})
        QTest::addRow("%s", encoding) << QByteArray(encoding);
}

void TestApiDevices::aCompressedBatchIsTaken()
{
    QFETCH(QByteArray, encoding);
    ApiChain chain;
    Tablet tablet(chain.clock, *chain.store);
    const auto kind = protocol::encodingFrom(encoding.toStdString()).value();
    const auto send = [&](const std::string &text) {
        return chain.send(
            "POST", checksPath, tablet.token, protocol::compress(text, kind).value(),
            {{"Content-Encoding", encoding.toStdString()}});
    };
    QCOMPARE(send(ApiChain::wire(tablet, {tablet.next(9)})).status, 200);
    const std::string bomb(protocol::maxBodyBytes + 1, ' ');
    QCOMPARE(gist(send(bomb)), "413 body-too-large");
}

void TestApiDevices::whatIsNoBatchIsRefused_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("400 request-malformed");
    QTest::newRow("unsigned") << QByteArray("unsigned") << QByteArray("400 signature-invalid");
    QTest::newRow("another's") << QByteArray("another") << QByteArray("403 device-mismatch");
    QTest::newRow("encoding") << QByteArray("encoding") << QByteArray("415 encoding-unsupported");
    QTest::newRow("too many") << QByteArray("many") << QByteArray("413 batch-too-large");
}

void TestApiDevices::whatIsNoBatchIsRefused()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, answer);
    ApiChain chain;
    Tablet tablet(chain.clock, *chain.store);
    std::string body = what.toStdString();
    Fields fields;
    if (what == "unsigned") {
        auto stranger = tablet;
        stranger.key = crypto::SigningKey::make();
        body = ApiChain::wire(stranger, {tablet.next(9)});
    } else if (what == "another") {
        Tablet other(chain.clock, *chain.store);
        body = ApiChain::wire(other, {other.next(9)});
    } else if (what == "encoding") {
        fields = {{"Content-Encoding", "br"}};
    } else if (what == "many") {
        std::vector<json::object> records;
        for (std::size_t i = 0; i <= protocol::maxChecks; ++i)
            records.push_back(tablet.next(9));
        body = ApiChain::wire(tablet, records);
    }
    QCOMPARE(gist(chain.send("POST", checksPath, tablet.token, body, fields)), answer);
    QVERIFY(chain.store->have(tablet.device.id).value().empty());
}

void TestApiDevices::configHasAnEntityTag()
{
    ApiChain chain;
    const Tablet tablet(chain.clock, *chain.store);
    const auto config = [&](const std::string &tag) {
        return chain.send("GET", "/api/v1/config", tablet.token, {}, {{"If-None-Match", tag}});
    };
    const auto first = config("\"other\"");
    QCOMPARE(first.status, 200);
    const auto object = objectIn(first);
    QCOMPARE(view(object.at("store").at("name").as_string()), std::string_view("Shop s1"));
    QCOMPARE(view(object.at("chain").at("name").as_string()), std::string_view("Chain"));
    QVERIFY(object.at("checklists").as_array().empty());
    const auto tag = first.header("etag");
    QCOMPARE(config(tag).status, 304);
    QCOMPARE(config("\"a\", W/" + tag).status, 304);

    QVERIFY(chain.store->addChecklist("c", 1, R"({"id":"c"})"));
    QVERIFY(chain.store->publishChecklist("c", ""));
    const auto second = config(tag);
    QCOMPARE(second.status, 200);
    QCOMPARE(objectIn(second).at("checklists").as_array().size(), 1u);
}

void TestApiDevices::configBringsSettingsAndPins()
{
    ApiChain chain;
    const Tablet tablet(chain.clock, *chain.store);
    const Tablet other(chain.clock, *chain.store, "s2");
    const auto settings = [&](const Tablet &of) {
        const auto object = objectIn(chain.get("/api/v1/config", of.token));
        return json::serialize(object.at("settings"));
    };
    QCOMPARE(settings(tablet), std::string(R"({"pins":{}})"));
    const auto tag = chain.get("/api/v1/config", tablet.token).header("etag");
    QVERIFY(chain.store->setSetting({"", "resting", "invitation", {}}));
    QVERIFY(chain.store->setPin("s1", protocol::PinRole::Exit, "$argon2id$one"));
    QCOMPARE(
        settings(tablet),
        std::string(R"({"resting":"invitation","pins":{"exit":"$argon2id$one"}})"));
    QCOMPARE(settings(other), std::string(R"({"resting":"invitation","pins":{}})"));
    QVERIFY(chain.get("/api/v1/config", tablet.token).header("etag") != tag);
    // What the server sends is what the tablet reads.
    std::vector<Failure> problems;
    const auto object = objectIn(chain.get("/api/v1/config", tablet.token));
    const auto read = protocol::readSettings(object.at("settings").as_object(), problems);
    QVERIFY(problems.empty());
    QCOMPARE(read.pins->at(protocol::PinRole::Exit), std::string("$argon2id$one"));
}

void TestApiDevices::heartbeatTellsWhatArrived()
{
    ApiChain chain;
    Tablet tablet(chain.clock, *chain.store);
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch({tablet.next(9)})));
    const auto response = chain.send(
        "POST", "/api/v1/heartbeat", tablet.token, R"({"version":"0.1","queue_length":3})");
    QCOMPARE(response.status, 200);
    const auto object = objectIn(response);
    QCOMPARE(
        view(object.at("server_time").as_string()), std::string_view("2026-11-22T10:00:00.000Z"));
    QCOMPARE(object.at("have").at(tablet.last().chain.text()).as_int64(), 1);
    QCOMPARE(
        gist(chain.send("POST", "/api/v1/heartbeat", tablet.token, "[]")), "400 request-malformed");
}

VOUCH_TEST(TestApiDevices)

} // namespace test_api_devices

#include "test_api_devices.moc"
