#include "api_chain.h"

#include "core/checklist/parser.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTest>

#include <random>

namespace test_api_drivers {

using namespace vouch;
using namespace vouch::test;
using namespace vouch::server;

/// What goes with the score, how far conversations came, and coverage beside the score.
class TestApiDrivers : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPlantedIsFound();
    void aChainWithoutAnyIsSilent();
    void tooFewAnswersAreRefusedWithTheReason();
    void ratingsOfEverybodyAreWeighed();
    void theFunnelCountsEveryStep();
    void coverageStandsBesideTheScore();
    void coverageIsTakenApart();
    void anHourThatIsNotOverIsNotMissed();
    void nothingOutsideIsCounted();
};

namespace {

std::string checklistJson(const char *id)
{
    QFile file(QStringLiteral(VOUCH_SOURCE_DIR "/resources/checklists/%1.json").arg(id));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no checklist %s", id);
    return file.readAll().toStdString();
}

/// Three stores, six weeks; 60 answers a store and week. Who is not satisfied names one thing.
struct AskedChain : ApiChain
{
    std::mt19937 random{20261123};
    std::map<std::string, std::unique_ptr<Tablet>> tablets;

    AskedChain()
    {
        for (const char *id : {"checkout-nps", "checkout-drivers"}) {
            const auto json = checklistJson(id);
            const auto read = checklist::parse(json, id);
            if (const auto added = store->addChecklist(id, read->version, json); !added)
                qFatal("%s", added.failure().text().c_str());
        }
        for (const char *shop : {"s1", "s2", "s3"})
            tablets[shop] = std::make_unique<Tablet>(clock, *store, shop);
    }
    int draw(int most) { return std::uniform_int_distribution<int>(0, most)(random); }
    void send(const std::string &shop, const std::vector<json::object> &records)
    {
        auto &tablet = *tablets.at(shop);
        if (const auto taken = store->ingest(tablet.device, tablet.batch(records)); !taken)
            qFatal("%s", taken.failure().text().c_str());
    }
    void openAlways()
    {
        json::object week;
        for (const char *day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
            week[day] = json::array{json::string("00:00-24:00")};
        if (const auto set = store->setSetting({"", "opening_hours", week, {}}); !set)
            qFatal("%s", set.failure().text().c_str());
    }
    void workAt(const std::string &shop, Day day, int hour, int minutes)
    {
        auto &tablet = *tablets.at(shop);
        auto worked = tablet.survey(9);
        worked.kind = check::kind::activity;
        worked.day = day;
        worked.hour = hour;
        worked.body = {{"minutes", minutes}, {"opened", 4}, {"scored", 3}, {"completed", 2}};
        send(shop, {tablet.chained(worked)});
    }
    void answerAt(const std::string &shop, Day day, const char *touchpoint)
    {
        auto &tablet = *tablets.at(shop);
        auto check = tablet.survey(9);
        check.day = day;
        check.touchpoint = touchpoint;
        send(shop, {tablet.chained(check)});
    }
    Day dayOf(int week) const
    {
        return std::chrono::floor<std::chrono::days>(clock.now()) - std::chrono::days(7 * week);
    }

    /// `queue` with 0–6 three times as often as with 7–8 when it is planted; else as often.
    void live(bool planted)
    {
        for (const auto &[shop, tablet] : tablets)
            for (int week = 0; week < 6; ++week) {
                std::vector<json::object> records;
                for (int i = 0; i < 60; ++i) {
                    auto check = tablet->survey(draw(10));
                    check.version = 2;
                    check.day = dayOf(week);
                    const bool isLow = *check.score <= 6;
                    const char *code =
                        *check.score <= 8 && draw(99) < (planted ? (isLow ? 60 : 20) : 40)
                            ? "queue"
                            : (draw(1) ? "staff" : "prices");
                    check.items.push_back(
                        {*check.score >= 9 ? "liked" : "improve",
                         std::string(check::item_type::choices),
                         json::array{code},
                         {},
                         {},
                         0});
                    records.push_back(tablet->chained(check));
                }
                send(shop, records);
            }
    }
};

/// "KEY minutes/open; " of each row.
QByteArray minutesOf(const json::value &rows)
{
    QByteArray out;
    for (const auto &row : rows.as_array()) {
        const auto &object = row.as_object();
        const auto key = object.contains("key")
                             ? std::string(view(object.at("key").as_string()))
                             : std::to_string(object.at("weekday").as_int64()) + "/" +
                                   std::to_string(object.at("hour").as_int64());
        const auto &coverage = object.at("coverage");
        out += QByteArray::fromStdString(key) + ' ';
        out += coverage.is_null()
                   ? QByteArray("-")
                   : QByteArray::number(qlonglong(coverage.at("minutes").as_int64())) + '/' +
                         QByteArray::number(qlonglong(coverage.at("minutes_open").as_int64()));
        out += "; ";
    }
    return out;
}

std::set<std::string> clearOf(const json::value &part)
{
    std::set<std::string> out;
    for (const auto &row : part.at("rows").as_array())
        if (row.at("clear").as_bool())
            out.emplace(view(row.at("code").as_string()));
    return out;
}

std::string refusalOf(const json::value &part)
{
    return part.at("refused").is_null()
               ? std::string()
               : std::string(view(part.at("refused").at("code").as_string()));
}

} // namespace

void TestApiDrivers::whatIsPlantedIsFound()
{
    AskedChain chain;
    chain.live(true);
    const auto token = chain.person("rita", Role::Regional);
    const auto told = objectIn(chain.get("/api/v1/drivers?language=fa", token));
    QCOMPARE(told.at("answers").as_int64(), 3 * 6 * 60);
    const auto clear = clearOf(told.at("improve").at("splits"));
    QVERIFY(clear.contains("queue"));
    for (const auto &row : told.at("improve").at("splits").at("rows").as_array())
        if (view(row.at("code").as_string()) == "queue")
            QVERIFY(row.at("low").to_number<double>() > 20);
    QVERIFY(clearOf(told.at("liked").at("splits")).empty());
    const auto &first = told.at("improve").at("mentions").at("rows").as_array().front();
    QCOMPARE(std::string(view(first.at("code").as_string())), std::string("queue"));
    // Shown to all of 0–8.
    const auto base = first.at("share").at("base").as_int64();
    QVERIFY(base > 800 && base < 960);
    QCOMPARE(refusalOf(told.at("improve").at("store_weeks")), std::string("store-weeks-too-few"));
    QVERIFY(told.at("relative_weights").is_null());
    bool named = false;
    for (const auto &each : told.at("criteria").as_array())
        named |= view(each.at("code").as_string()) == "prices" &&
                 view(each.at("name").as_string()) == "قیمت‌ها";
    QVERIFY(named);
}

void TestApiDrivers::aChainWithoutAnyIsSilent()
{
    AskedChain chain;
    chain.live(false);
    const auto token = chain.person("rita", Role::Regional);
    const auto told = objectIn(chain.get("/api/v1/drivers", token));
    for (const char *list : {"liked", "improve"}) {
        QCOMPARE(refusalOf(told.at(list).at("splits")), std::string());
        QVERIFY(clearOf(told.at(list).at("splits")).empty());
    }
}

void TestApiDrivers::tooFewAnswersAreRefusedWithTheReason()
{
    AskedChain chain;
    chain.send("s1", {chain.tablets.at("s1")->next(3)});
    const auto token = chain.person("rita", Role::Regional);
    const auto told = objectIn(chain.get("/api/v1/drivers?store=s1", token));
    QCOMPARE(refusalOf(told.at("improve").at("mentions")), std::string("answers-too-few"));
    QCOMPARE(refusalOf(told.at("liked").at("splits")), std::string("answers-too-few"));
    QCOMPARE(refusalOf(told.at("balance")), std::string("answers-too-few"));
    QCOMPARE(refusalOf(told.at("improve").at("store_weeks")), std::string("stores-too-few"));
}

void TestApiDrivers::ratingsOfEverybodyAreWeighed()
{
    AskedChain chain;
    auto &tablet = *chain.tablets.at("s1");
    std::vector<json::object> records;
    for (int i = 0; i < 400; ++i) {
        const int staff = chain.draw(4);
        auto check = tablet.survey(std::min(10, 2 * staff + chain.draw(2)));
        check.checklist = "checkout-drivers";
        check.touchpoint = "checkout";
        check.day = chain.dayOf(0);
        for (const char *code : {"choice", "prices", "staff", "queue", "cleanliness"})
            check.items.push_back(
                {code,
                 std::string(check::item_type::scale),
                 1 + (std::string_view(code) == "staff" ? staff : chain.draw(4)),
                 {},
                 {},
                 0});
        records.push_back(tablet.chained(check));
    }
    chain.send("s1", records);
    const auto token = chain.person("rita", Role::Regional);
    const auto told = objectIn(chain.get("/api/v1/drivers?checklist=checkout-drivers", token));
    const auto &weights = told.at("relative_weights");
    QCOMPARE(refusalOf(weights), std::string());
    QVERIFY(clearOf(weights) == std::set<std::string>{"staff"});
    QVERIFY(weights.at("r_squared").to_number<double>() > 0.7);
    QVERIFY(objectIn(chain.get("/api/v1/drivers", token)).at("relative_weights").is_null());
}

void TestApiDrivers::theFunnelCountsEveryStep()
{
    AskedChain chain;
    auto &tablet = *chain.tablets.at("s1");
    const auto picks = [](const char *question, json::array codes) {
        return check::Item{
            question, std::string(check::item_type::choices), std::move(codes), {}, {}, 0};
    };
    auto whole = tablet.survey(2), left = tablet.survey(8), fast = tablet.survey(10);
    whole.items.push_back(picks("improve", {"queue", "staff"}));
    whole.items.push_back(check::withDigest({"comment", "text", "Slow", {}, {}, 0}).value());
    left.items.push_back(picks("improve", {"queue"}));
    left.state = check::State::Abandoned;
    fast.state = check::State::Abandoned;
    fast.marks = {"burst"};
    std::vector<json::object> records;
    for (auto *check : {&whole, &left, &fast}) {
        check->day = chain.dayOf(0);
        records.push_back(tablet.chained(*check));
    }
    chain.send("s1", records);
    const auto token = chain.person("rita", Role::Regional);
    const auto count = [](const json::value &steps, const char *step) {
        return steps.at(step).at("count").as_int64();
    };
    const json::value all = objectIn(chain.get("/api/v1/funnel?marked=include", token));
    QCOMPARE(all.at("scored").as_int64(), 3);
    QCOMPARE(count(all, "reasons"), 2);
    QCOMPARE(count(all, "listed"), 2);
    QCOMPARE(count(all, "completed"), 1);
    QCOMPARE(count(all, "comment"), 1);
    QCOMPARE(count(all, "contact"), 0);
    const auto &detractors = all.at("groups").as_array().at(2);
    QCOMPARE(detractors.at("scored").as_int64(), 1);
    QCOMPARE(count(detractors, "completed"), 1);
    const auto unmarked = objectIn(chain.get("/api/v1/funnel?marked=exclude", token));
    QCOMPARE(unmarked.at("scored").as_int64(), 2);
    const auto none = objectIn(chain.get("/api/v1/funnel?store=s3", token));
    QVERIFY(none.at("completed").is_null());
    QVERIFY(none.at("tablets").at("coverage").is_null());
    QVERIFY(none.at("tablets").at("response_rate").is_null());
}

void TestApiDrivers::coverageStandsBesideTheScore()
{
    AskedChain chain;
    chain.openAlways();
    const auto yesterday = chain.dayOf(0) - std::chrono::days(1);
    chain.workAt("s1", yesterday, 13, 36);
    const auto token = chain.person("rita", Role::Regional);
    const auto row = [&](const std::string &query) {
        return objectIn(chain.get("/api/v1/nps?" + query, token)).at("rows").as_array().at(0);
    };
    const auto day = formatDay(yesterday);
    const auto days = "&from=" + day + "&to=" + day;
    const auto beside = row("by=store&store=s1&coverage=include" + days).at("coverage");
    QCOMPARE(beside.at("minutes").as_int64(), 36);
    QCOMPARE(beside.at("minutes_open").as_int64(), 24 * 60);
    QCOMPARE(beside.at("share").to_number<double>(), 0.025);
    QVERIFY(row("by=none&store=s3&coverage=include" + days).at("coverage").is_null());
    QVERIFY(!row("by=store&store=s1" + days).as_object().contains("coverage"));
    const auto funnel = objectIn(chain.get("/api/v1/funnel?store=s1" + days, token));
    QCOMPARE(funnel.at("tablets").at("opened").as_int64(), 4);
    QCOMPARE(funnel.at("tablets").at("scored").at("count").as_int64(), 3);
}

void TestApiDrivers::coverageIsTakenApart()
{
    AskedChain chain;
    chain.openAlways();
    const auto ago = [&](int before) { return chain.dayOf(0) - std::chrono::days(before); };
    chain.workAt("s1", ago(4), 9, 60);
    chain.workAt("s1", ago(3), 10, 60);
    chain.workAt("s1", ago(1), 11, 30);
    chain.workAt("s2", ago(1), 11, 60);
    // The first stands at the checkout until it is carried to the exit; nobody knows of the other.
    chain.answerAt("s1", ago(4), "checkout");
    chain.answerAt("s1", ago(1), "exit");
    chain.answerAt("s1", ago(1), "exit");
    chain.answerAt("s1", ago(1), "checkout");
    const auto token = chain.person("rita", Role::Regional);
    const auto days = "&from=" + formatDay(ago(3)) + "&to=" + formatDay(ago(1));
    const auto read = [&](const std::string &query) {
        return objectIn(chain.get("/api/v1/coverage?" + query + days, token));
    };
    const auto one = read("store=s1");
    const auto key = [&](int before) { return QByteArray::fromStdString(formatDay(ago(before))); };
    QCOMPARE(
        minutesOf(one.at("days")),
        key(3) + " 60/1440; " + key(2) + " 0/1440; " + key(1) + " 30/1440; ");
    QCOMPARE(minutesOf(one.at("touchpoints")), QByteArray("checkout 60/2880; exit 30/1440; "));
    QCOMPARE(minutesOf(one.at("stores")), QByteArray("s1 90/4320; "));
    const auto hours = minutesOf(one.at("hours"));
    const auto weekday = QByteArray::number(std::chrono::weekday(ago(3)).iso_encoding());
    QVERIFY2(hours.contains(weekday + "/10 60/60; "), hours);
    QVERIFY2(hours.contains(weekday + "/11 0/60; "), hours);
    const auto both = read("region=north");
    QCOMPARE(both.at("coverage").at("minutes").as_int64(), 150);
    QVERIFY(minutesOf(both.at("days")).endsWith(key(1) + " 90/2880; "));
    const auto exit = read("region=north&touchpoint=exit");
    QCOMPARE(minutesOf(exit.at("days")), key(1) + " 30/1440; ");
    QCOMPARE(minutesOf(exit.at("stores")), QByteArray("s1 30/1440; s2 -; "));
    QCOMPARE(exit.at("hours").as_array().size(), std::size_t(24));
    QVERIFY(exit.at("touchpoints") == both.at("touchpoints"));
    QVERIFY(read("store=s1&touchpoint=door").at("coverage").is_null());
}

void TestApiDrivers::anHourThatIsNotOverIsNotMissed()
{
    AskedChain chain;
    chain.openAlways();
    const auto today = chain.dayOf(0);
    const auto hour = TimeZone::utc().local(chain.clock.now()).hour;
    QVERIFY(hour > 0);
    chain.workAt("s1", today, hour - 1, 60);
    const auto token = chain.person("rita", Role::Regional);
    const auto open = [&] {
        return objectIn(chain.get("/api/v1/coverage?store=s1&from=" + formatDay(today), token))
            .at("coverage")
            .at("minutes_open")
            .as_int64();
    };
    QCOMPARE(open(), 60 * hour);
    chain.workAt("s1", today, hour, 5);
    QCOMPARE(open(), 60 * (hour + 1));
}

void TestApiDrivers::nothingOutsideIsCounted()
{
    AskedChain chain;
    chain.live(true);
    const auto token = chain.person("mani", Role::Manager, {}, "s2");
    QCOMPARE(objectIn(chain.get("/api/v1/drivers", token)).at("answers").as_int64(), 6 * 60);
    QCOMPARE(objectIn(chain.get("/api/v1/funnel", token)).at("scored").as_int64(), 6 * 60);
    for (const char *path :
         {"/api/v1/drivers?store=s1", "/api/v1/funnel?region=south",
          "/api/v1/nps?store=s1&coverage=include"})
        QCOMPARE(gist(chain.get(path, token)), QByteArray("404 not-found"));
}

VOUCH_TEST(TestApiDrivers)

} // namespace test_api_drivers

#include "test_api_drivers.moc"
