#include "sim_world.h"

#include "app/sim/simulation.h"
#include "core/checklist/answer_json.h"
#include "core/checklist/path.h"
#include "manual_clock.h"
#include "tests/support/suite.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include <set>
#include <sstream>

namespace test_sim_records {

using namespace vouch;
using namespace vouch::sim;
using namespace vouch::test;

namespace {

Till newTill(const std::string &store)
{
    const ManualClock clock;
    Till till;
    till.store = store;
    till.key = crypto::SigningKey::make();
    till.device = Uuid::v7(clock);
    till.token = "token";
    till.head = {Uuid::v7(clock), 0, check::noHash()};
    return till;
}

} // namespace

/// What a plan becomes is what a kiosk would have stored.
class TestSimRecords : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordVerifiesAndIsValid();
    void aBatchOfThemIsOneThatTheServerReads();
    void hoursTellWhatTheConversationsWere();
    void timesAreTheStoresOwn();
    void theClerksTensAreMarked();
    void theStateComesBack();
    void aBrokenStateIsRefused();
    void codesAreRead();

private:
    RecordMaker maker() const
    {
        return {m_world.survey, {Uuid::v7(m_clock), parseUtc("2026-01-01T00:00:00.000Z").value()}};
    }
    void fill(Till &till, const Shop &shop, int days) const
    {
        const auto made = maker();
        const DayPlan plan(1, 1, SimWorld::window(30), m_world.shoppers);
        for (int index = 30 - days; index < 30; ++index) {
            const auto day = plan.window().first + std::chrono::days(index);
            for (const auto &each : plan.day(shop, day))
                QVERIFY(each.till != 1 || made.add(till, each, m_zone, day));
        }
    }

    ManualClock m_clock;
    SimWorld m_world;
    TimeZone m_zone = TimeZone::find("Asia/Dubai").value();
};

void TestSimRecords::everyRecordVerifiesAndIsValid()
{
    for (const auto &shop : m_world.shops) {
        auto till = newTill(shop.id);
        fill(till, shop, 30);
        check::Link before{till.head.chain, 0, check::noHash()};
        for (const auto &waiting : till.outbox) {
            const auto parsed = parseJson(waiting.sealed.canonical);
            const auto &record = parsed->as_object();
            QVERIFY(check::verify(record));
            const auto check = check::fromJson(record);
            QVERIFY(check);
            QCOMPARE(canonicalJson(record).value(), waiting.sealed.canonical);
            QCOMPARE(check->previous, before.hash);
            QCOMPARE(check->sequence, before.sequence + 1);
            before = {check->chain, check->sequence, check->hash};

            checklist::Answers answers;
            for (const auto &item : check->items) {
                const auto *question = m_world.survey.find(item.question);
                QVERIFY(question);
                const auto answer = checklist::answerFromJson(question->type, item.value);
                QVERIFY(answer && checklist::validate(*question, *answer));
                answers[item.question] = *answer;
            }
            for (const auto &[code, answer] : answers)
                QVERIFY(checklist::reached(m_world.survey, answers, code));
            QCOMPARE(check->score.has_value(), !check->items.empty());
            QVERIFY(check->monotonicMs >= 0);
            if (check->kind == check::kind::mark)
                continue;
            QVERIFY(check->state != check::State::Open);
            QVERIFY(check->closedAt > check->openedAt);
        }
        QVERIFY(till.outbox.size() > 30);
        QCOMPARE(before.hash, till.head.hash);
        QCOMPARE(before.sequence, till.head.sequence);
    }
}

void TestSimRecords::aBatchOfThemIsOneThatTheServerReads()
{
    auto till = newTill("s1");
    fill(till, m_world.shop("Central"), 30);
    QVERIFY(till.outbox.size() > 300);
    protocol::Batch envelope;
    envelope.device = till.device;
    envelope.sentAt = m_clock.now();
    envelope.boot = Uuid::v7(m_clock);
    envelope.head = till.head;
    std::vector<protocol::SealedCheck> checks;
    for (std::size_t i = 0; i < batchSize(till); ++i)
        checks.push_back(till.outbox[i].sealed);
    const auto decoded = protocol::decodeBatch(protocol::encodeBatch(envelope, checks, till.key));
    QVERIFY(decoded);
    QVERIFY(protocol::verifySignature(*decoded, till.key.publicKey));
    QCOMPARE(decoded->checks.size(), checks.size());
    QVERIFY(checks.size() <= protocol::maxChecks);
}

void TestSimRecords::theClerksTensAreMarked()
{
    auto till = newTill("s1");
    const auto made = maker();
    const auto day = parseDay("2026-11-09").value();
    const auto ten = [&](std::chrono::seconds at) {
        Conversation each;
        each.score = 10;
        each.opened = std::chrono::hours(21) + std::chrono::minutes(40) + at;
        each.lasts = std::chrono::seconds(3);
        each.language = "en";
        QVERIFY(made.add(till, each, m_zone, day));
    };
    for (int i = 0; i < 12; ++i)
        ten(std::chrono::seconds(4 * i));
    ten(std::chrono::minutes(10));
    std::set<std::string> marked;
    int tens = 0, alone = 0;
    for (const auto &waiting : till.outbox) {
        const auto check = check::fromJson(parseJson(waiting.sealed.canonical)->as_object());
        QVERIFY(check);
        if (check->kind == check::kind::mark) {
            const auto later = check::laterMarkFrom(*check);
            QVERIFY(later);
            for (const auto &id : later->checks)
                marked.insert(id.text());
            continue;
        }
        ++tens;
        alone = check->marks.size() == 1 ? alone + 1 : alone;
        if (!check->marks.empty())
            marked.insert(check->id.text());
    }
    QCOMPARE(tens, 13);
    QCOMPARE(marked.size(), std::size_t(13)); // twelve in a burst, all of them in a row
    QCOMPARE(alone, 5);                       // the 6th to 9th: burst; the last: repeat
    till = newTill("s1");
    for (int i = 0; i < 9; ++i)
        ten(std::chrono::minutes(7 * i));
    QCOMPARE(till.outbox.size(), std::size_t(9));
}

void TestSimRecords::hoursTellWhatTheConversationsWere()
{
    const auto &shop = m_world.shop("Station");
    const DayPlan plan(1, 1, SimWorld::window(30), m_world.shoppers);
    std::int64_t openings = 0, scores = 0, thanks = 0;
    std::map<std::string, std::int64_t> told;
    int hours = 0;
    for (int index = 0; index < 30; ++index) {
        const auto day = plan.window().first + std::chrono::days(index);
        const auto conversations = plan.day(shop, day);
        for (const auto &each : conversations) {
            openings += each.training ? 0 : 1;
            scores += !each.training && each.score ? 1 : 0;
            thanks += !each.training && each.ending == Ending::Done ? 1 : 0;
        }
        for (const auto &hour : plan.hours(shop, day, conversations)) {
            auto till = newTill(shop.id);
            QVERIFY(maker().add(till, hour, m_zone, day));
            const auto record = parseJson(till.outbox.front().sealed.canonical)->as_object();
            QVERIFY(check::verify(record));
            QCOMPARE(record.at("kind").as_string(), "activity");
            QCOMPARE(record.at("hour").as_int64(), hour.hour);
            const auto &body = record.at("activity").as_object();
            QCOMPARE(body.at("minutes").as_int64(), 60);
            for (const auto *member : {"opened", "scored", "completed"})
                told[member] += body.at(member).as_int64();
            auto left = body.at("opened").as_int64() - body.at("completed").as_int64();
            for (const auto &page : body.at("left").as_object())
                left -= page.value().as_int64();
            QCOMPARE(left, 0);
            hours += hour.hour >= openingHour && hour.hour < closingHour ? 1 : 0;
        }
    }
    QCOMPARE(told["opened"], openings);
    QCOMPARE(told["scored"], scores);
    QCOMPARE(told["completed"], thanks);
    // Of four tills 96 to 99 % of the hours; a third is off at the peak of four days.
    const int all = 4 * 30 * (closingHour - openingHour);
    QVERIFY2(hours > 0.95 * all && hours < 0.995 * all - 4 * 3, qPrintable(QString::number(hours)));
}

void TestSimRecords::timesAreTheStoresOwn()
{
    auto till = newTill("s1");
    Conversation nine;
    nine.score = 9;
    nine.language = "fa";
    nine.opened = std::chrono::hours(23) + std::chrono::minutes(50);
    nine.lasts = std::chrono::seconds(9);
    nine.orderBits = 0xbeef;
    const auto day = parseDay("2026-03-29").value();
    QVERIFY(maker().add(till, nine, m_zone, day));
    const auto parsed = parseJson(till.outbox.front().sealed.canonical);
    const auto check = check::fromJson(parsed->as_object());
    QCOMPARE(formatUtc(check->openedAt), std::string("2026-03-29T19:50:00.000Z"));
    QCOMPARE(formatUtc(check->closedAt), std::string("2026-03-29T19:50:09.000Z"));
    QCOMPARE(formatDay(check->day), std::string("2026-03-29"));
    QCOMPARE(check->hour, 23);
    QCOMPARE(check->utcOffsetMinutes, 240);
    QCOMPARE(check->id.lastBits(), 0xbeef);
    // The day on which Berlin's clocks go forward at two.
    const auto berlin = TimeZone::find("Europe/Berlin").value();
    QCOMPARE(
        formatUtc(atLocal(berlin, day, std::chrono::hours(9))),
        std::string("2026-03-29T07:00:00.000Z"));
    QCOMPARE(
        formatUtc(atLocal(berlin, day, std::chrono::hours(1))),
        std::string("2026-03-29T00:00:00.000Z"));
}

void TestSimRecords::theStateComesBack()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath("state.json").toStdString();
    QVERIFY(loadState(file).ok() && !loadState(file)->has_value());
    ChainState state;
    state.seed = 42;
    state.window = SimWorld::window(30);
    state.madeUntil = m_clock.now();
    state.tills.push_back(newTill("s1"));
    fill(state.tills.front(), m_world.shop("Central"), 2);
    QVERIFY(saveState(state, file));
    struct stat status = {};
    QCOMPARE(::stat(file.c_str(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600);

    auto back = loadState(file);
    QVERIFY(back && *back);
    QCOMPARE((*back)->seed, state.seed);
    QVERIFY((*back)->window.first == state.window.first);
    QVERIFY((*back)->window.last == state.window.last);
    QVERIFY((*back)->madeUntil == state.madeUntil);
    const auto *till = (*back)->find("s1", 1);
    QVERIFY(till && !(*back)->find("s1", 2));
    const auto &was = state.tills.front();
    QVERIFY(till->key.secretKey == was.key.secretKey && till->key.publicKey == was.key.publicKey);
    QVERIFY(till->device == was.device && till->token == was.token);
    QVERIFY(till->head.chain == was.head.chain && till->head.hash == was.head.hash);
    QCOMPARE(till->head.sequence, was.head.sequence);
    QCOMPARE(till->outbox.size(), was.outbox.size());
    for (std::size_t i = 0; i < was.outbox.size(); ++i) {
        QCOMPARE(till->outbox[i].sealed.hash, was.outbox[i].sealed.hash);
        QCOMPARE(till->outbox[i].sealed.canonical, was.outbox[i].sealed.canonical);
        QVERIFY(till->outbox[i].id == was.outbox[i].id);
        QVERIFY(till->outbox[i].score == was.outbox[i].score);
    }
}

void TestSimRecords::aBrokenStateIsRefused()
{
    const QTemporaryDir folder;
    for (const char *text : {"", "[]", "{}", R"({"format":2})", R"({"format":1,"tills":[{}]})"}) {
        QFile file(folder.filePath("state.json"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        file.close();
        const auto loaded = loadState(file.fileName().toStdString());
        QVERIFY2(!loaded, text);
        QCOMPARE(loaded.failure().code, std::string("state-malformed"));
    }
}

void TestSimRecords::codesAreRead()
{
    std::istringstream good("s1 AAA\n\n# the second till\n  s1\tBBB  \ns2 CCC\n");
    const auto codes = readCodes(good);
    QVERIFY(codes);
    QCOMPARE(codes->at("s1").size(), std::size_t(2));
    QCOMPARE(codes->at("s1").front(), std::string("AAA"));
    QCOMPARE(codes->at("s2").front(), std::string("CCC"));
    for (const char *line : {"s1 AAA\ns2\n", "s1 AAA\ns1 BBB CCC\n"}) {
        std::istringstream bad(line);
        const auto refused = readCodes(bad);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().code, std::string("codes-malformed"));
        QCOMPARE(refused.failure().where, std::string("line 2"));
    }
}

VOUCH_TEST(TestSimRecords)

} // namespace test_sim_records

#include "test_sim_records.moc"
