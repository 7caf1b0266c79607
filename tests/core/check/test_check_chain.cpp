#include "core/base/crypto.h"
#include "core/check/check.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_check_chain {

using namespace vouch;
using namespace vouch::check;

namespace {

/// A closed check at the start of a chain, with a comment.
json::object sealedRecord()
{
    test::ManualClock clock;
    Check check = test::sampleCheck(clock, 3);
    check.state = State::Completed;
    check.items.push_back({"improve", "choices", json::array{"queue", "prices"}, {}, {}, 0});
    check.items.push_back(withDigest({"comment", "text", "صف خیلی طولانی بود", {}, {}, 0}).value());
    (void)append(check, {Uuid::v7(clock), 0, noHash()});
    return toJson(check);
}

json::object &item(json::object &record, std::size_t index)
{
    return record["items"].as_array()[index].as_object();
}

} // namespace

class TestCheckChain : public QObject
{
    Q_OBJECT

private slots:
    void aRecordVerifies()
    {
        const auto record = sealedRecord();
        QVERIFY(verify(record));
        QCOMPARE(*findInteger(record, "sequence"), 1);
        QCOMPARE(*findString(record, "previous"), json::string(noHash()));
    }

    void readingGivesBackWhatWasWritten()
    {
        const auto record = sealedRecord();
        const auto check = fromJson(record);
        QVERIFY2(check.ok(), check ? "" : check.failure().text().c_str());
        QCOMPARE(canonicalJson(toJson(*check)).value(), canonicalJson(record).value());
    }

    void theHashIsBlake2bOfTheCanonicalFormWithoutErasables()
    {
        const auto record = json::parse(
            R"({"b":1,"a":[{"type":"text","question":"c","value":"x","salt":"00","digest":"d"}],
                "items":[{"type":"text","question":"c","value":"x","salt":"00","digest":"d"}],
                "hash":"ff"})");
        QCOMPARE(
            hashOf(record.as_object()).value(),
            crypto::blake2bHex(
                R"({"a":[{"digest":"d","question":"c","salt":"00","type":"text","value":"x"}],)"
                R"("b":1,"items":[{"digest":"d","question":"c","type":"text"}]})"));
    }

    void whatIsNotHashedGoesWithItsComma_data()
    {
        QTest::addColumn<QString>("record");
        QTest::addColumn<QString>("hashed");
        const std::pair<const char *, const char *> rows[] = {
            {R"({"hash":"f"})", "{}"},
            {R"({"hash":"f","z":1})", R"({"z":1})"},
            {R"({"a":1,"hash":"f"})", R"({"a":1})"},
            {R"({"a":{"hash":"f"},"hash":"f","z":{"value":1}})",
             R"({"a":{"hash":"f"},"z":{"value":1}})"},
            {R"({"items":[{"salt":"0","type":"text","value":"x"}]})",
             R"({"items":[{"type":"text"}]})"},
            {R"({"items":[{"type":"text","value":{"value":"{}"}}]})",
             R"({"items":[{"type":"text"}]})"},
            {R"({"hash":"f","items":[{"a":"{}","salt":"0","type":"text","value":1,"x":2},)"
             R"({"type":"scale","value":1},{"salt":"","type":"contact","value":[],"x":2}]})",
             R"({"items":[{"a":"{}","type":"text","x":2},{"type":"scale","value":1},)"
             R"({"type":"contact","x":2}]})"},
        };
        for (const auto &[record, hashed] : rows)
            QTest::newRow(record) << record << hashed;
    }
    void whatIsNotHashedGoesWithItsComma()
    {
        QFETCH(QString, record);
        QFETCH(QString, hashed);
        const auto parsed = parseJson(record.toStdString()).value();
        QCOMPARE(hashOf(parsed.as_object()).value(), crypto::blake2bHex(hashed.toStdString()));
        const auto canonical = CanonicalRecord::of(parsed.as_object()).value();
        QCOMPARE(canonical.text(), record.toStdString());
    }

    void everyChangeShows_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("which");
        QTest::newRow("score") << "hash-mismatch" << 0;
        QTest::newRow("item value") << "hash-mismatch" << 1;
        QTest::newRow("mark added") << "hash-mismatch" << 2;
        QTest::newRow("unknown member added") << "hash-mismatch" << 3;
        QTest::newRow("sequence") << "hash-mismatch" << 4;
        QTest::newRow("comment") << "digest-mismatch" << 5;
        QTest::newRow("salt") << "digest-mismatch" << 6;
        QTest::newRow("digest") << "hash-mismatch" << 7;
        QTest::newRow("salt gone") << "digest-mismatch" << 8;
    }
    void everyChangeShows()
    {
        QFETCH(QString, code);
        QFETCH(int, which);
        auto record = sealedRecord();
        switch (which) {
        case 0:
            record["score"] = 10;
            break;
        case 1:
            item(record, 0)["value"] = 10;
            break;
        case 2:
            record["marks"].as_array().emplace_back("burst");
            break;
        case 3:
            record["extra"] = true;
            break;
        case 4:
            record["sequence"] = 2;
            break;
        case 5:
            item(record, 2)["value"] = "all was well";
            break;
        case 6:
            item(record, 2)["salt"] = std::string(32, '0');
            break;
        case 7:
            item(record, 2)["digest"] = std::string(64, '0');
            break;
        case 8:
            item(record, 2).erase("salt");
            break;
        }
        const auto verdict = verify(record);
        QVERIFY(!verdict);
        QCOMPARE(QString::fromStdString(verdict.failure().code), code);
    }

    void anErasedCommentStillVerifies()
    {
        auto record = sealedRecord();
        item(record, 2).erase("value");
        item(record, 2).erase("salt");
        QVERIFY(verify(record));
        const auto check = fromJson(record);
        QVERIFY2(check.ok(), check ? "" : check.failure().text().c_str());
        QCOMPARE(canonicalJson(toJson(*check)).value(), canonicalJson(record).value());
    }

    void unknownMembersAreHashedAndLeftAlone()
    {
        auto record = sealedRecord();
        record["future"] = json::object{{"a", 1}};
        record["hash"] = hashOf(record).value();
        QVERIFY(verify(record));
        QVERIFY(fromJson(record));
    }

    void malformedRecordsAreNamed_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        const std::pair<const char *, const char *> rows[] = {
            {"id", R"("01930CA1-0000-7000-8000-000000000000")"},
            {"id", "null"},
            {"device", "7"},
            {"store", R"("")"},
            {"touchpoint", R"("a\u0000")"},
            {"series", R"("2026\n")"},
            {"chain", R"("x")"},
            {"sequence", "0"},
            {"sequence", R"("1")"},
            {"previous", R"("00")"},
            {"version", "1.5"},
            {"opened_at", R"("2026-11-22 10:03:05")"},
            {"closed_at", R"("2026-02-30T10:03:05.120Z")"},
            {"utc_offset_minutes", "2000"},
            {"day", R"("2026-13-01")"},
            {"hour", "24"},
            {"state", R"("open")"},
            {"score", "11"},
            {"score", "-1"},
            {"score", R"("9")"},
            {"marks", "{}"},
            {"marks", "[1]"},
            {"items", "null"},
            {"hash", R"("AA")"},
        };
        for (const auto &[member, value] : rows)
            QTest::newRow((std::string(member) + " = " + value).c_str())
                << QString(member) << QString(value);
    }
    void malformedRecordsAreNamed()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        auto record = sealedRecord();
        record[member.toStdString()] = json::parse(value.toStdString());
        const auto check = fromJson(record);
        QVERIFY(!check);
        QCOMPARE(QString::fromStdString(check.failure().code), QString("check-malformed"));
        QCOMPARE(QString::fromStdString(check.failure().where), member);
    }

    void aMissingMemberIsNamed()
    {
        for (const auto &member : sealedRecord()) {
            if (member.key() == "score")
                continue; // unscored kinds have none
            auto record = sealedRecord();
            record.erase(member.key());
            const auto check = fromJson(record);
            QVERIFY2(!check, std::string(member.key()).c_str());
            QCOMPARE(check.failure().where, std::string(member.key()));
        }
    }

    void aLaterKindNeedsItsPlaceInTheChainOnly()
    {
        const auto full = sealedRecord();
        json::object record{{"kind", "activity"}, {"opened", 12}};
        for (const auto *member :
             {"id", "device", "store", "chain", "sequence", "previous", "hash"})
            record[member] = full.at(member);
        QVERIFY(fromJson(record));
        record["hour"] = 24; // what is there must be right
        QCOMPARE(fromJson(record).failure().where, std::string("hour"));
        record.erase("hour");
        record.erase("sequence");
        QCOMPARE(fromJson(record).failure().where, std::string("sequence"));
    }

    void eachRecordNamesTheOneBefore()
    {
        test::ManualClock clock;
        Link last{Uuid::v7(clock), 0, noHash()};
        std::string previous = noHash();
        for (int i = 1; i <= 5; ++i) {
            Check check = test::sampleCheck(clock, i);
            check.state = State::Abandoned;
            const auto link = append(check, last);
            QVERIFY(link);
            QCOMPARE(check.previous, previous);
            QCOMPARE(link->sequence, std::int64_t(i));
            previous = check.hash;
            last = *link;
        }
    }

    void equalCommentsHaveDifferentDigests()
    {
        const auto one = withDigest({"comment", "text", "ok", {}, {}, 0}).value();
        const auto two = withDigest({"comment", "text", "ok", {}, {}, 0}).value();
        QVERIFY(one.digest != two.digest);
    }
};

VOUCH_TEST(TestCheckChain)

} // namespace test_check_chain

#include "test_check_chain.moc"
