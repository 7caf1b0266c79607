#include "core/base/uuid.h"
#include "tests/support/suite.h"

#include <QTest>

#include <set>
#include <string_view>

namespace test_uuid {

using namespace vouch;
using namespace std::chrono_literals;

namespace {

class FixedClock : public Clock
{
public:
    Timestamp time;
    Timestamp now() const override { return time; }
    std::int64_t monotonicMs() const override { return 0; }
};

} // namespace

class TestUuid : public QObject
{
    Q_OBJECT

private slots:
    void carriesTimeVersionAndVariant();
    void sortsByTime();
    void isUniqueWithinAMillisecond();
    void textBothWays();
    void malformed_data();
    void malformed();
    void bytesBothWays();
    void lastBits();
};

void TestUuid::carriesTimeVersionAndVariant()
{
    FixedClock clock;
    clock.time = Timestamp(1645557742000ms); // the example of RFC 9562, appendix A.6
    for (int i = 0; i < 100; ++i) {
        const auto text = Uuid::v7(clock).text();
        QCOMPARE(text.substr(0, 15), "017f22e2-79b0-7");
        QCOMPARE(Uuid::parse(text)->madeAt(), std::optional(clock.now()));
        QVERIFY(!Uuid::parse("017f22e2-79b0-4cc3-98c4-dc0c0c07398f")->madeAt());
        QVERIFY(std::string_view("89ab").find(text[19]) != std::string_view::npos);
    }
}

void TestUuid::sortsByTime()
{
    FixedClock clock;
    clock.time = Timestamp(1795341785120ms);
    auto before = Uuid::v7(clock);
    for (int i = 0; i < 1000; ++i) {
        clock.time += 1ms;
        const auto id = Uuid::v7(clock);
        QVERIFY(before < id);
        QVERIFY(before.text() < id.text());
        before = id;
    }
}

void TestUuid::isUniqueWithinAMillisecond()
{
    FixedClock clock;
    std::set<Uuid> ids;
    for (int i = 0; i < 10000; ++i)
        ids.insert(Uuid::v7(clock));
    QCOMPARE(ids.size(), 10000u);
}

void TestUuid::textBothWays()
{
    const std::string text = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
    const auto id = Uuid::parse(text);
    QVERIFY(id);
    QCOMPARE(id->text(), text);
    QCOMPARE(int(id->bytes()[0]), 0x01);
    QCOMPARE(int(id->bytes()[15]), 0x8F);
    QVERIFY(!id->isNull());
    QVERIFY(Uuid().isNull());
    QCOMPARE(Uuid().text(), "00000000-0000-0000-0000-000000000000");
    QVERIFY(*Uuid::parse(Uuid().text()) == Uuid());
}

void TestUuid::malformed_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "017f22e2", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
          "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}", "017f22e279b07cc398c4dc0c0c07398f",
          "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f ",
          "017f22e27-9b0-7cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c0739-f"})
        QTest::newRow(*text ? text : "empty") << text;
}

void TestUuid::malformed()
{
    QFETCH(QString, text);
    const auto id = Uuid::parse(text.toStdString());
    QVERIFY(!id);
    QCOMPARE(id.failure().code, "uuid-malformed");
}

void TestUuid::bytesBothWays()
{
    const auto id = *Uuid::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    QVERIFY(*Uuid::fromBytes(id.bytes().data(), 16) == id);
    QVERIFY(!Uuid::fromBytes(id.bytes().data(), 15));
    QVERIFY(!Uuid::fromBytes(nullptr, 0));
}

void TestUuid::lastBits()
{
    QCOMPARE(Uuid::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")->lastBits(), 0x398F);
    QCOMPARE(Uuid::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07ff00")->lastBits(), 0xFF00);
}

VOUCH_TEST(TestUuid)

} // namespace test_uuid

#include "test_uuid.moc"
