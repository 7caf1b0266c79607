#include "sync/protocol/glance.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_glance {

using namespace vouch;
using namespace vouch::protocol;

/// What both ends say of a store.
class TestGlance : public QObject
{
    Q_OBJECT

    static Glance sample()
    {
        Glance out;
        out.all.add(10, 4);
        out.all.add(3, 2);
        out.unmarked.add(10, 1);
        out.hours[9] = out.all;
        out.touchpoints = {{"checkout", out.all}};
        out.tablets = {
            {"till 1", out.all, parseUtc("2026-11-22T10:00:00.000Z").value()}, {"till 2", {}, {}}};
        out.reasons = {{{"liked", {{"staff", 3}, {"prices", 1}}}, {"improve", {}}}};
        out.marks = {{{"burst", 3}, {"repeat", 1}}};
        out.today.add(0, 1);
        out.usual.add(9, 8);
        out.usualHour.add(9, 3);
        out.usualDays = 2;
        out.asOf = parseUtc("2026-11-22T10:05:00.000Z").value();
        return out;
    }

private slots:
    void whatIsWrittenIsRead()
    {
        const auto read = glanceFrom(toJson(sample()));
        QVERIFY(read);
        QCOMPARE(*read, sample());
    }

    void whatIsDamagedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        for (const auto &[member, value] : toJson(sample()))
            QTest::newRow(std::string(member).c_str())
                << QByteArray::fromStdString(std::string(member)) << QByteArray("\"damaged\"");
        QTest::newRow("ten counts") << QByteArray("all") << QByteArray("[1,1,1,1,1,1,1,1,1,1]");
        QTest::newRow("less than none")
            << QByteArray("today") << QByteArray("[-1,0,0,0,0,0,0,0,0,0,0]");
        QTest::newRow("an hour") << QByteArray("hours") << QByteArray("[]");
        QTest::newRow("a tablet") << QByteArray("tablets") << QByteArray(R"([{"name":"till"}])");
        QTest::newRow("a list") << QByteArray("reasons") << QByteArray(R"({"liked":7})");
        QTest::newRow("a pick") << QByteArray("reasons")
                                << QByteArray(R"({"liked":[{"code":"staff","count":-1}]})");
        QTest::newRow("a touchpoint") << QByteArray("touchpoints") << QByteArray("[7]");
    }

    void whatIsDamagedIsRefused()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        auto object = toJson(sample());
        object[member.toStdString()] = parseJson(value.toStdString()).value();
        const auto read = glanceFrom(object);
        QVERIFY(!read);
        QCOMPARE(read.failure().code, std::string("answer-malformed"));
        object.erase(member.toStdString());
        QCOMPARE(bool(glanceFrom(object)), member == "reasons" || member == "marks");
    }

    void aServerThatCountsNoReasonsIsUnderstood()
    {
        auto object = toJson(sample());
        object.erase("reasons");
        object.erase("marks");
        const auto read = glanceFrom(object);
        QVERIFY(read && !read->reasons && !read->marks);
    }
};

VOUCH_TEST(TestGlance)

} // namespace test_glance

#include "test_glance.moc"
