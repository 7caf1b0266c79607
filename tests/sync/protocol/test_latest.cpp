#include "sync/protocol/latest.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_latest {

using namespace vouch;
using namespace vouch::protocol;
using check::DayPart;

/// What both ends say of what was said in a store.
class TestLatest : public QObject
{
    Q_OBJECT

    static Latest sample()
    {
        const auto day = parseDay("2026-11-22").value();
        Latest out;
        out.comments = {
            {{day, DayPart::Afternoon, 3, true}, "fa", {"صف طولانی بود", "•••"}},
            {{day - std::chrono::days(1), DayPart::Night, {}, false}, "en", {"Lovely"}}};
        out.commentsHeldBack = 2;
        out.answers = {
            {{day, DayPart::Morning, 10, false}, {{"liked", "staff"}, {"liked", "prices"}}},
            {{day, DayPart::Evening, 0, true}, {}}};
        out.answersHeldBack = 1;
        out.asOf = parseUtc("2026-11-22T10:05:00.000Z").value();
        return out;
    }

private slots:
    void whatIsWrittenIsRead()
    {
        const auto read = latestFrom(toJson(sample()));
        QVERIFY(read);
        QCOMPARE(*read, sample());
        Latest none;
        none.asOf = sample().asOf;
        QCOMPARE(latestFrom(toJson(none)).value(), none);
    }

    void whatIsDamagedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *name, const char *from, const char *to) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to);
        };
        row("no list", R"("comments":{)", R"("remarks":{)");
        row("no time", R"("as_of")", R"("asof")");
        row("a time", "2026-11-22T10:05:00.000Z", "yesterday");
        row("held back", R"("held_back":2)", R"("held_back":-2)");
        row("a day", R"("2026-11-21")", R"("2026-11-31")");
        row("a part", R"("afternoon")", R"("lunch")");
        row("a score", R"("score":3)", R"("score":11)");
        row("an answer without one", R"("score":10)", R"("score":null)");
        row("marked", R"("marked":true)", R"("marked":1)");
        row("a text", R"("Lovely")", "7");
        row("no text", R"(["Lovely"])", "[]");
        row("no language", R"("language":"en",)", "");
        row("a pick", R"("code":"staff")", R"("code":5)");
        row("picks", R"("reasons":[])", R"("reasons":{})");
        row("an entry", R"({"question":"liked","code":"prices"})", "7");
    }

    void whatIsDamagedIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        auto text = QByteArray::fromStdString(json::serialize(toJson(sample())));
        QVERIFY2(text.contains(from), text.constData());
        text.replace(from, to);
        const auto parsed = parseJson(text.toStdString());
        QVERIFY2(parsed, text.constData());
        const auto read = latestFrom(parsed->get_object());
        QVERIFY(!read);
        QCOMPARE(read.failure().code, std::string("answer-malformed"));
    }
};

VOUCH_TEST(TestLatest)

} // namespace test_latest

#include "test_latest.moc"
