#include "api_chain.h"

#include "sync/protocol/glance.h"
#include "sync/server/api/compared_wordings.h"
#include "sync/server/api/csv_reader.h"
#include "sync/server/api/structure_text.h"
#include "sync/server/api/trend_judgement.h"
#include "sync/server/store/device_codes.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_api_figures {

using namespace vouch;
using namespace vouch::test;
using namespace vouch::server;

/// What the dashboard asks: trend, heat map, touchpoints, ranking, comparison.
class TestApiFigures : public QObject
{
    Q_OBJECT

private slots:
    void aTrendIsPlannedInWholePeriods();
    void daysPoolThoseBefore();
    void aNewWordingBreaksTheLineOnce();
    void aTrendCountsEveryDay();
    void aFallIsMarkedAndJudged();
    void aLineTellsWhereItIsHeading();
    void aStoresTargetIsJudged();
    void anotherWordingIsNoFall();
    void luckDoesNotLead();
    void aHeatMapSaysWhichDaysItRead();
    void aStoreHasItsKiosks();
    void touchpointsAreWeighedAsTheChainSays();
    void twoStoresAreCompared();
    void answersToOtherWordsAreNotCompared();
    void whatDiffersFromDayToDayIsNoClearDifference();
    void whatSharesAnswersIsNotCompared();
    void nothingOutsideIsCounted();
    void aTabletSeesItsStoreAtAGlance();
    void aGlanceTellsTheReasonsOfTheWholeStore();
};

namespace {

Day dayOf(const char *text)
{
    return parseDay(text).value();
}

SeriesDay answers(const char *day, const char *series, int count, int score = 10)
{
    SeriesDay out{dayOf(day), "checkout-nps", series, {}};
    out.tally.add(score, count);
    return out;
}

/// A chain with answers: s1 80 tens and 20 zeros, s2 30 tens and 70 zeros, s3 10 tens; on one day.
struct FilledChain : ApiChain
{
    FilledChain()
    {
        for (const auto &[shop, tens, zeros] :
             {std::tuple("s1", 80, 20), std::tuple("s2", 30, 70), std::tuple("s3", 10, 0)}) {
            Tablet tablet(clock, *store, shop);
            std::vector<json::object> records;
            for (int i = 0; i < tens + zeros; ++i) {
                auto check = tablet.survey(i < tens ? 10 : 0);
                check.day = std::chrono::floor<std::chrono::days>(clock.now());
                check.hour = 9 + i % 10;
                records.push_back(tablet.chained(check));
            }
            if (const auto taken = store->ingest(tablet.device, tablet.batch(records)); !taken)
                qFatal("%s", taken.failure().text().c_str());
        }
    }
};

/// Eight weeks of 30 answers a day that fall from +43 to −23 in the last two, and differ a little.
std::vector<SeriesDay> fallenDays(const char *seriesAfter, bool falls = true)
{
    std::vector<SeriesDay> out;
    for (int i = 0; i < 56; ++i) {
        const bool after = i >= 42;
        SeriesDay day{
            dayOf("2026-09-27") + std::chrono::days(i),
            "checkout-nps",
            after ? seriesAfter : "a",
            {}};
        const int promoters = (after && falls ? 8 : 18) + i % 3 - 1;
        day.tally.add(10, promoters);
        day.tally.add(8, 7);
        day.tally.add(3, 23 - promoters);
        out.push_back(day);
    }
    return out;
}

std::int64_t countOf(const json::value &row)
{
    return row.as_object().at("n").as_int64();
}

} // namespace

void TestApiFigures::aTrendIsPlannedInWholePeriods()
{
    const auto today = dayOf("2026-11-22"); // a Sunday
    const auto week = planTrend(By::Week, dayOf("2026-11-04"), dayOf("2026-11-18"), today);
    QCOMPARE(formatDay(week.from), std::string("2026-11-02"));
    QCOMPARE(formatDay(week.to), std::string("2026-11-22"));
    const auto month = planTrend(By::Month, dayOf("2026-01-15"), dayOf("2027-03-01"), today);
    QCOMPARE(formatDay(month.from), std::string("2026-01-01"));
    QCOMPARE(formatDay(month.to), std::string("2026-11-30"));
    ChainSettings chain;
    chain.weekStart = std::chrono::Saturday;
    chain.calendar = Calendar::Jalali;
    const auto theirs = planTrend(By::Week, dayOf("2026-11-04"), dayOf("2026-11-18"), today, chain);
    QCOMPARE(formatDay(theirs.from), std::string("2026-10-31"));
    QCOMPARE(formatDay(theirs.to), std::string("2026-11-20"));
    const auto aban = planTrend(By::Month, dayOf("2026-11-01"), today, today, chain);
    QCOMPARE(formatDay(aban.from), std::string("2026-10-23")); // 1 Aban 1405
    QCOMPARE(formatDay(aban.to), std::string("2026-12-21"));   // 30 Azar
    const auto rows =
        trendRows(aban, {answers("2026-10-23", "a", 2), answers("2026-11-22", "a", 3)}, {});
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].tally.count(), 2);
    QCOMPARE(formatDay(rows[1].first), std::string("2026-11-22"));
    const auto days = planTrend(By::Day, {}, {}, today);
    QCOMPARE((days.to - days.from).count() + 1, mostTrendDays);
    QCOMPARE(days.window, 28);
    QCOMPARE(planTrend(By::Day, dayOf("2026-10-24"), {}, today).window, 7);
}

void TestApiFigures::daysPoolThoseBefore()
{
    const auto plan =
        planTrend(By::Day, dayOf("2026-11-05"), dayOf("2026-11-12"), dayOf("2026-11-22"));
    QCOMPARE(formatDay(readFrom(plan)), std::string("2026-10-30"));
    const std::vector<SeriesDay> days{
        answers("2026-10-30", "a", 4), answers("2026-11-04", "a", 10),
        answers("2026-11-06", "b", 7)};
    const auto rows = trendRows(plan, days, {});
    QCOMPARE(rows.size(), std::size_t(8));
    QCOMPARE(rows[0].tally.count(), 0);
    QCOMPARE(rows[0].pooled.count(), 14);
    QCOMPARE(rows[1].pooled.count(), 17);
    QCOMPARE(rows[5].pooled.count(), 17); // 4 to 10 November
    QCOMPARE(rows[6].pooled.count(), 7);
    const auto broken = trendRows(plan, days, {{dayOf("2026-11-06"), "checkout-nps", "a", "b"}});
    QCOMPARE(broken[0].pooled.count(), 14);
    QCOMPARE(broken[1].pooled.count(), 7); // nothing of the wording before
}

void TestApiFigures::aNewWordingBreaksTheLineOnce()
{
    // It comes to one store after another, and the old one has a last majority after the change.
    const std::vector<SeriesDay> days{
        answers("2026-11-01", "a", 10), answers("2026-11-02", "a", 10),
        answers("2026-11-02", "b", 3),  answers("2026-11-03", "a", 4),
        answers("2026-11-03", "b", 6),  answers("2026-11-04", "a", 6),
        answers("2026-11-04", "b", 4),  answers("2026-11-05", "b", 9)};
    const auto breaks = seriesBreaks(days);
    QCOMPARE(breaks.size(), std::size_t(1));
    QCOMPARE(formatDay(breaks[0].day), std::string("2026-11-03"));
    QCOMPARE(breaks[0].from + breaks[0].to, std::string("ab"));
    QVERIFY(seriesBreaks({answers("2026-11-01", "a", 1)}).empty());
}

void TestApiFigures::aTrendCountsEveryDay()
{
    FilledChain chain;
    const auto token = chain.person("rita", Role::Regional);
    const auto trend = objectIn(chain.get("/api/v1/trend?by=day", token));
    QCOMPARE(trend.at("rows").as_array().size(), std::size_t(1));
    QCOMPARE(countOf(trend.at("rows").as_array()[0]), 210);
    QCOMPARE(trend.at("rows").as_array()[0].as_object().at("running").as_bool(), true);
    const auto month = objectIn(chain.get("/api/v1/trend?by=month&region=north", token));
    QCOMPARE(countOf(month.at("rows").as_array()[0]), 200);
    QVERIFY(month.at("rows").as_array()[0].as_object().at("pooled").is_null());
}

void TestApiFigures::aFallIsMarkedAndJudged()
{
    const auto last = dayOf("2026-11-21");
    const auto days = comparableDays(fallenDays("a"), last);
    const auto changes = changesJson(days, days.front().day, last);
    QCOMPARE(changes.size(), std::size_t(1));
    const auto &change = changes[0].as_object();
    QCOMPARE(view(change.at("direction").as_string()), std::string_view("fall"));
    QCOMPARE(view(change.at("day").as_string()), std::string_view("2026-11-08"));
    QVERIFY(change.at("delta").to_number<double>() < -50);
    const auto told = judgementJson(days, last, 14);
    const auto &judged = told.at("judgement").as_object();
    QCOMPARE(view(judged.at("verdict").as_string()), std::string_view("worse"));
    QCOMPARE(view(judged.at("before_last").as_string()), std::string_view("2026-11-07"));
    QVERIFY(told.at("not_judged").is_null());

    const auto steady = comparableDays(fallenDays("a", false), last);
    QVERIFY(changesJson(steady, steady.front().day, last).empty());
    QCOMPARE(
        view(judgementJson(steady, last, 14).at("judgement").at("verdict").as_string()),
        std::string_view("none"));
    const auto nothing = judgementJson({}, last, 30);
    QVERIFY(nothing.at("judgement").is_null());
    const auto &why = nothing.at("not_judged").as_object();
    QCOMPARE(view(why.at("code").as_string()), std::string_view("answers-too-few"));
    QCOMPARE(view(why.at("where").as_string()), std::string_view("now"));
    QCOMPARE(why.at("have").as_int64(), 0);
    QCOMPARE(why.at("need").as_int64(), 30);
    QCOMPARE(
        view(why.at("message").as_string()),
        std::string_view("0 answers are too few: at least 30 are needed, 30 more. Take a longer "
                         "period or more stores."));
}

void TestApiFigures::aLineTellsWhereItIsHeading()
{
    const auto last = dayOf("2026-11-21");
    const auto fallen = comparableDays(fallenDays("a"), last);
    const auto told = slopeJson(fallen, fallen.front().day, last);
    const auto &slope = told.at("slope").as_object();
    QVERIFY(slope.at("clear").as_bool());
    QVERIFY(slope.at("high").to_number<double>() < 0);
    QVERIFY(slope.at("low").to_number<double>() < slope.at("per_week").to_number<double>());
    QVERIFY(told.at("no_slope").is_null());
    // Of the days asked for, not of all that were read.
    const auto after = slopeJson(fallen, dayOf("2026-11-08"), last);
    QVERIFY(!after.at("slope").at("clear").as_bool());
    const auto few = slopeJson(fallen, dayOf("2026-11-09"), last);
    QVERIFY(few.at("slope").is_null());
    QCOMPARE(view(few.at("no_slope").at("code").as_string()), std::string_view("days-too-few"));
    QCOMPARE(few.at("no_slope").at("have").as_int64(), 13);

    FilledChain chain;
    const auto trend =
        objectIn(chain.get("/api/v1/trend?by=month", chain.person("rita", Role::Regional)));
    QVERIFY(trend.at("slope").is_null());
    QVERIFY(!trend.at("no_slope").is_null());
}

void TestApiFigures::aStoresTargetIsJudged()
{
    const auto last = dayOf("2026-11-21");
    const auto days = comparableDays(fallenDays("a"), last); // +10 in its last 28 days
    const auto verdict = [&](int target) {
        return std::string(
            view(targetJson(days, last, target).at("target").at("verdict").as_string()));
    };
    QCOMPARE(verdict(60), std::string("below"));
    QCOMPARE(verdict(-60), std::string("above"));
    QCOMPARE(verdict(10), std::string("not-clear"));
    QVERIFY(targetJson(days, last, {}).at("target").is_null());
    const auto early = targetJson({}, last, 10).at("target");
    QVERIFY(early.at("verdict").is_null());
    QCOMPARE(early.at("not_judged").at("need").as_int64(), 28);
    QVERIFY(targetJson(days, last, 10).at("target").at("not_judged").is_null());

    FilledChain chain;
    QVERIFY(chain.store->changeStore({"s1", "Shop s1", "north", "UTC", 45}));
    const auto token = chain.person("rita", Role::Regional);
    const auto told = [&](const char *query) {
        return objectIn(chain.get(std::string("/api/v1/trend") + query, token)).at("target");
    };
    QCOMPARE(told("?store=s1").at("points").as_int64(), 45);
    QVERIFY(told("?store=s1&touchpoint=checkout").is_null());
    QVERIFY(told("?store=s2").is_null() && told("").is_null());
}

void TestApiFigures::anotherWordingIsNoFall()
{
    const auto last = dayOf("2026-11-21");
    const auto days = comparableDays(fallenDays("b"), last);
    QCOMPARE(formatDay(days.front().day), std::string("2026-11-08"));
    QVERIFY(changesJson(days, dayOf("2026-09-27"), last).empty());
    // Two weeks of it have none before; their second has the first.
    for (const int asked : {14, 28, 400}) {
        const auto judged = judgementJson(days, last, asked).at("judgement").as_object();
        QCOMPARE(view(judged.at("first").as_string()), std::string_view("2026-11-15"));
        QCOMPARE(view(judged.at("before_first").as_string()), std::string_view("2026-11-08"));
        QCOMPARE(view(judged.at("verdict").as_string()), std::string_view("none"));
    }
    const auto told = judgementJson(days, dayOf("2026-11-20"), 28);
    QVERIFY(told.at("judgement").is_null());
    QCOMPARE(view(told.at("not_judged").at("where").as_string()), std::string_view("before"));
}

void TestApiFigures::luckDoesNotLead()
{
    FilledChain chain;
    const auto token = chain.person("rita", Role::Regional);
    const auto order = objectIn(chain.get("/api/v1/ranking", token));
    const auto &rows = order.at("rows").as_array();
    QCOMPARE(rows.size(), std::size_t(3));
    const auto row = [&](std::size_t i) { return rows[i].as_object(); };
    QCOMPARE(view(row(0).at("key").as_string()), std::string_view("s1"));
    QCOMPARE(row(0).at("place").as_int64(), 1);
    QCOMPARE(row(0).at("worst_place").as_int64(), 1);
    QCOMPARE(view(row(1).at("key").as_string()), std::string_view("s2"));
    QVERIFY(row(1).at("group") != row(0).at("group"));
    // Ten tens, all of its answers: the highest score of all, and no place.
    QCOMPARE(view(row(2).at("key").as_string()), std::string_view("s3"));
    QCOMPARE(row(2).at("nps").to_number<double>(), 100.0);
    QVERIFY(row(2).at("place").is_null());
    QCOMPARE(
        objectIn(chain.get("/api/v1/ranking?region=south", token)).at("rows").as_array().size(),
        std::size_t(1));
}

void TestApiFigures::aHeatMapSaysWhichDaysItRead()
{
    FilledChain chain;
    const auto token = chain.person("rita", Role::Regional);
    const auto map = objectIn(chain.get("/api/v1/heatmap?store=s1", token));
    std::int64_t count = 0;
    for (const auto &row : map.at("rows").as_array())
        count += countOf(row);
    QCOMPARE(count, 100);
    QCOMPARE(map.at("rows").as_array().size(), std::size_t(10));
    const auto first = parseDay(view(map.at("from").as_string())).value();
    const auto last = parseDay(view(map.at("to").as_string())).value();
    QCOMPARE((last - first).count() + 1, 3'647); // whole weeks, ten years at most
    const auto touchpoints = objectIn(chain.get("/api/v1/touchpoints", token));
    QCOMPARE(countOf(touchpoints.at("rows").as_array()[0]), 210);
}

void TestApiFigures::aStoreHasItsKiosks()
{
    ApiChain chain;
    json::object week;
    for (const char *day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
        week[day] = json::array{json::string("00:00-24:00")};
    QVERIFY(chain.store->setSetting({"", "opening_hours", week, {}}));
    Tablet tablet(chain.clock, *chain.store, "s1"), heir(chain.clock, *chain.store, "s2"),
        idle(chain.clock, *chain.store, "s1"), elsewhere(chain.clock, *chain.store, "s2");
    QVERIFY(chain.store->changeDevice(tablet.device.id, {"Till 1", {}}));
    QVERIFY(chain.store->changeDevice(idle.device.id, {"Exit", {}}));
    const auto today = std::chrono::floor<std::chrono::days>(chain.clock.now());
    const auto send = [&](Tablet &by, int daysAgo, int score, bool marked = false) {
        auto check = by.survey(score);
        check.day = today - std::chrono::days(daysAgo);
        if (marked)
            check.marks = {"burst"};
        const auto taken = chain.store->ingest(by.device, by.batch({by.chained(check)}));
        QCOMPARE(statuses(taken), std::string("a"));
    };
    send(tablet, 0, 3);
    send(tablet, 0, 9, true);
    send(tablet, 40, 7);
    send(elsewhere, 0, 10);
    auto hour = tablet.survey(9);
    hour.kind = check::kind::activity;
    hour.day = today;
    hour.body = {{"minutes", 36}, {"opened", 4}, {"scored", 3}, {"completed", 2}};
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch({tablet.chained(hour)})));
    // Another takes its place, and its answers are of the same kiosk.
    const auto code = chain.store->replaceDevice(tablet.device.id).value().code;
    heir.device =
        chain.store->deviceByToken(chain.store->enrol(heir.request(code))->token).value().value();
    send(heir, 0, 0);

    const auto token = chain.person("rita", Role::Regional);
    const auto told = [&](const std::string &query) {
        const auto body = objectIn(chain.get("/api/v1/kiosks?store=s1" + query, token));
        QByteArray out;
        for (const auto &row : body.at("rows").as_array()) {
            out +=
                QByteArray::fromStdString(std::string(view(row.at("name").as_string()))) + ' ' +
                QByteArray::number(qlonglong(countOf(row))) + ' ' +
                QByteArray::number(qlonglong(row.at("detractors").as_int64())) + ' ' +
                (row.at("stands").as_bool() ? "stands" : "gone") + ' ' +
                (row.at("coverage").is_null()
                     ? QByteArray("-")
                     : QByteArray::number(qlonglong(row.at("coverage").at("minutes").as_int64()))) +
                "; ";
        }
        return out;
    };
    const auto day = formatDay(today);
    QCOMPARE(told("&marked=include"), QByteArray("Exit 0 0 stands -; Till 1 4 2 stands 36; "));
    QCOMPARE(
        told("&marked=exclude&from=" + day + "&to=" + day),
        QByteArray("Exit 0 0 stands -; Till 1 2 2 stands 36; "));
    QCOMPARE(told("&touchpoint=exit"), QByteArray("Exit 0 0 stands -; Till 1 0 0 stands 36; "));
    // What has gone is told as long as it has answers in the days asked for.
    QVERIFY(chain.store->changeDevice(heir.device.id, {{}, "s3"}));
    QCOMPARE(told("&from=" + day), QByteArray("Exit 0 0 stands -; Till 1 3 2 gone -; "));
    QCOMPARE(told("&touchpoint=exit"), QByteArray("Exit 0 0 stands -; "));
    QCOMPARE(gist(chain.get("/api/v1/kiosks", token)), QByteArray("400 request-malformed"));
    QVERIFY(chain.store->recount());
}

void TestApiFigures::touchpointsAreWeighedAsTheChainSays()
{
    FilledChain chain; // at the checkout 120 tens and 90 zeros
    const auto token = chain.person("rita", Role::Regional);
    const auto weighted = [&](const std::string &more = {}) {
        return objectIn(chain.get("/api/v1/touchpoints" + more, token)).at("weighted");
    };
    QVERIFY(weighted().is_null());
    const auto set = chain.send(
        "POST", "/api/v1/structure", chain.person("ada", Role::Admin),
        R"({"touchpoints": [{"id": "checkout", "name": "Checkout", "weight": "0.75"},
                            {"id": "exit", "name": "Exit", "weight": "0.25"}]})",
        {{"Content-Type", "application/json"}});
    QCOMPARE(set.status, 200);
    QCOMPARE(json::serialize(weighted().at("missing")), std::string(R"(["exit"])"));
    QVERIFY(weighted().at("nps").is_null());
    Tablet tablet(chain.clock, *chain.store, "s1");
    std::vector<json::object> records;
    for (int i = 0; i < 40; ++i) {
        auto check = tablet.survey(i < 30 ? 9 : 7);
        check.touchpoint = "exit";
        records.push_back(tablet.chained(check));
    }
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch(records)));
    // 0.75 · 30/210 + 0.25 · 30/40
    QCOMPARE(weighted().at("nps").to_number<double>(), 29.46);
    QVERIFY(weighted().at("low").to_number<double>() < 29 - 8);
    QVERIFY(weighted().at("missing").as_array().empty());
    QVERIFY(weighted("?touchpoint=exit").is_null());
}

void TestApiFigures::twoStoresAreCompared()
{
    FilledChain chain;
    const auto token = chain.person("rita", Role::Regional);
    const auto both = objectIn(chain.get("/api/v1/comparison?store=s1&other_store=s2", token));
    QCOMPARE(countOf(both.at("a")), 100);
    QCOMPARE(countOf(both.at("b")), 100);
    const auto &difference = both.at("difference").as_object();
    QVERIFY(difference.at("clear").as_bool());
    QVERIFY(difference.at("low").to_number<double>() > 50);
    QVERIFY(difference.at("delta").to_number<double>() < 100);
    QVERIFY(difference.at("p_value").to_number<double>() < 0.001);
    // Few answers: told, and that they are few.
    const auto few = objectIn(chain.get("/api/v1/comparison?store=s1&other_store=s3", token));
    QCOMPARE(few.at("difference").as_object().at("enough").as_bool(), false);
}

void TestApiFigures::answersToOtherWordsAreNotCompared()
{
    const auto of = [](int old, int fresh) {
        return wordingsOf({answers("2026-11-01", "a", old), answers("2026-11-02", "b", fresh)});
    };
    const std::vector<std::string> changed{"checkout-nps"};
    QCOMPARE(changedWordings(of(100, 0), of(0, 100)), changed);
    QCOMPARE(changedWordings(of(100, 0), of(50, 50)), changed);
    QCOMPARE(changedWordings(of(50, 50), of(100, 0)), changed);
    QVERIFY(changedWordings(of(60, 40), of(30, 70)).empty());
    QVERIFY(changedWordings(of(100, 0), of(100, 5)).empty()); // came late
    QVERIFY(changedWordings(of(100, 0), wordingsOf({})).empty());

    ApiChain chain;
    const auto token = chain.person("rita", Role::Regional);
    for (const auto &[store, series] : {std::pair("s1", "2026a"), std::pair("s2", "2026b")}) {
        Tablet tablet(chain.clock, *chain.store, store);
        std::vector<json::object> records;
        for (int i = 0; i < 40; ++i) {
            auto check = tablet.survey(i % 2 ? 10 : 0);
            check.series = series;
            records.push_back(tablet.chained(check));
        }
        QVERIFY(chain.store->ingest(tablet.device, tablet.batch(records)));
    }
    const auto told = objectIn(chain.get("/api/v1/comparison?store=s1&other_store=s2", token));
    QVERIFY(told.at("difference").is_null());
    QCOMPARE(told.at("wording_changed").as_array().size(), std::size_t(1));
}

void TestApiFigures::whatDiffersFromDayToDayIsNoClearDifference()
{
    ApiChain chain;
    const auto token = chain.person("rita", Role::Regional);
    const auto today = std::chrono::floor<std::chrono::days>(chain.clock.now());
    // Four weeks of 20 answers a day, all tens or all zeros: 16 good days, before them 14.
    Tablet tablet(chain.clock, *chain.store, "s1");
    for (int back = 56; back > 0; --back) {
        const bool good = back <= 28 ? back % 7 < 4 : back % 2 == 0;
        std::vector<json::object> records;
        for (int i = 0; i < 20; ++i) {
            auto check = tablet.survey(good ? 10 : 0);
            check.day = today - std::chrono::days(back);
            records.push_back(tablet.chained(check));
        }
        QVERIFY(chain.store->ingest(tablet.device, tablet.batch(records)));
    }
    const auto day = [&](int back) { return formatDay(today - std::chrono::days(back)); };
    const auto now = "from=" + day(28) + "&to=" + day(1);
    const auto both = objectIn(chain.get(
        "/api/v1/comparison?store=s1&" + now + "&other_from=" + day(56) + "&other_to=" + day(29),
        token));
    QCOMPARE(both.at("a").as_object().at("nps").to_number<double>(), 14.29);
    QCOMPARE(both.at("b").as_object().at("nps").to_number<double>(), 0.0);
    const auto &difference = both.at("difference").as_object();
    QVERIFY(difference.at("between_days_known").as_bool());
    QVERIFY(!difference.at("clear").as_bool()); // by chance alone it would be: ±12
    QVERIFY(difference.at("low").to_number<double>() < -30);

    const auto ranking = objectIn(chain.get("/api/v1/ranking?" + now, token));
    const auto &first = ranking.at("rows").as_array()[0].as_object();
    QCOMPARE(first.at("key").as_string(), "s1");
    const auto width =
        first.at("drawn_high").to_number<double>() - first.at("drawn_low").to_number<double>();
    QVERIFY2(width > 50, qPrintable(QString::number(width))); // by chance alone: 17
}

void TestApiFigures::whatSharesAnswersIsNotCompared()
{
    FilledChain chain;
    const auto token = chain.person("rita", Role::Regional);
    const auto told = [&](const char *query) {
        const auto body = objectIn(chain.get(std::string("/api/v1/comparison?") + query, token));
        return std::pair(body.at("overlap").as_bool(), body.at("difference").is_null());
    };
    QCOMPARE(told("store=s1&other_store="), std::pair(true, true));
    QCOMPARE(told("region=north&other_region=south"), std::pair(false, false));
    QCOMPARE(told("from=2026-01-01&to=2026-01-31&other_to=2026-01-05"), std::pair(true, true));
    QCOMPARE(
        told("from=2026-01-01&to=2026-01-31&other_from=2025-01-01&other_to=2025-12-31"),
        std::pair(false, true)); // no answers
}

void TestApiFigures::nothingOutsideIsCounted()
{
    FilledChain chain;
    const auto token = chain.person("mani", Role::Manager, {}, "s2");
    QCOMPARE(countOf(objectIn(chain.get("/api/v1/trend", token)).at("rows").as_array()[0]), 100);
    QCOMPARE(
        countOf(objectIn(chain.get("/api/v1/touchpoints", token)).at("rows").as_array()[0]), 100);
    for (const char *path :
         {"/api/v1/trend?store=s1", "/api/v1/heatmap?store=s1", "/api/v1/ranking?region=south",
          "/api/v1/touchpoints?region=south", "/api/v1/kiosks?store=s1",
          "/api/v1/comparison?store=s2&other_store=s1"})
        QCOMPARE(gist(chain.get(path, token)), QByteArray("404 not-found"));
}

void TestApiFigures::aTabletSeesItsStoreAtAGlance()
{
    FilledChain chain; // noon of a Sunday
    Tablet tablet(chain.clock, *chain.store, "s1");
    const auto today = std::chrono::floor<std::chrono::days>(chain.clock.now());
    const int hour =
        chain.clock.now().time_since_epoch() % std::chrono::days(1) / std::chrono::hours(1);
    std::vector<json::object> records;
    const auto add = [&](int daysAgo, int at, int score, const char *touchpoint, bool marked) {
        auto check = tablet.survey(score);
        check.day = today - std::chrono::days(daysAgo);
        check.hour = at;
        check.touchpoint = touchpoint;
        if (marked)
            check.marks = {"burst"};
        records.push_back(tablet.chained(check));
    };
    add(0, hour, 3, "exit", true);
    add(7, hour - 1, 10, "checkout", false);
    add(7, hour, 8, "checkout", false);
    add(7, hour + 1, 0, "checkout", false); // not yet this hour
    add(6, hour - 1, 0, "checkout", false); // another weekday
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch(records)));

    const auto read = [&](const std::string &query) {
        return protocol::glanceFrom(objectIn(chain.get("/api/v1/glance?" + query, tablet.token)))
            .value();
    };
    const auto all = read("marked=include");
    QCOMPARE(all.all.count(), 105);
    QCOMPARE(all.unmarked.count(), 104);
    QCOMPARE(all.today.count(), 101);
    QCOMPARE(all.usualDays, 1);
    QCOMPARE(all.usual.count(), 1);
    QCOMPARE(all.usualHour.count(), 1);
    QCOMPARE(all.hours[std::size_t(hour)].count(), 12);
    QCOMPARE(all.touchpoints.size(), std::size_t(2));
    QCOMPARE(all.touchpoints[1].code, std::string("exit"));
    QCOMPARE(all.tablets.size(), std::size_t(2));
    QCOMPARE(all.tablets[1].tally.count(), 5);
    QCOMPARE(all.tablets[1].tally.histogram[3], 1);
    QVERIFY(all.tablets[1].lastAnswer);
    const auto now = read("marked=exclude&from=" + formatDay(today));
    QCOMPARE(now.all.count(), 101);
    QCOMPARE(now.unmarked.count(), 100);
    QCOMPARE(now.today.count(), 100);
    QCOMPARE(now.touchpoints.size(), std::size_t(1));
    QCOMPARE(now.tablets[1].tally.count(), 0);
    QCOMPARE(gist(chain.get("/api/v1/glance?store=s2", tablet.token)), QByteArray("404 not-found"));

    // Days begin in an hour: it is still yesterday.
    const auto start = QStringLiteral("%1:00").arg(hour + 1, 2, 10, QChar(u'0')).toStdString();
    const auto rows = csv::read("setting,value\nday_start," + start + "\n").value();
    const auto wishes = wishesFrom(tablesOf(rows, "chain").value());
    QVERIFY(chain.store->changeStructure(wishes, false).value().applied);
    records.clear();
    add(1, 23, 9, "checkout", false);
    add(8, hour + 2, 9, "checkout", false);
    add(8, hour - 1, 9, "checkout", false);
    add(8, hour, 9, "checkout", false);
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch(records)));
    const auto late = read("marked=include");
    QCOMPARE(late.today.count(), 1);
    QCOMPARE(late.usual.count(), 2);
    QCOMPARE(late.usualHour.count(), 1);
}

void TestApiFigures::aGlanceTellsTheReasonsOfTheWholeStore()
{
    ApiChain chain;
    Tablet one(chain.clock, *chain.store, "s1"), other(chain.clock, *chain.store, "s1"),
        elsewhere(chain.clock, *chain.store, "s2");
    const auto today = std::chrono::floor<std::chrono::days>(chain.clock.now());
    const auto answer = [&](Tablet &tablet, int daysAgo, int score, json::array codes,
                            bool marked = false) {
        auto check = tablet.survey(score);
        check.day = today - std::chrono::days(daysAgo);
        check.items.push_back(
            {score >= 9 ? "liked" : "improve",
             std::string(check::item_type::choices),
             std::move(codes),
             {},
             {},
             0});
        if (marked)
            check.marks = {"burst"};
        const auto taken =
            chain.store->ingest(tablet.device, tablet.batch({tablet.chained(check)}));
        QCOMPARE(statuses(taken), std::string("a"));
    };
    answer(one, 0, 10, {"staff", "prices"});
    answer(other, 0, 9, {"staff", "choice"});
    answer(other, 0, 3, {"queue"});
    answer(one, 0, 2, {"prices", "queue"}, true);
    answer(one, 1, 10, {"choice"});
    answer(elsewhere, 0, 10, {"queue"});

    const auto reasons = [&](const std::string &query) {
        const auto glance =
            protocol::glanceFrom(objectIn(chain.get("/api/v1/glance?" + query, one.token)));
        return glance.value().reasons.value();
    };
    using Picks = std::vector<protocol::Glance::Pick>;
    const auto of = "from=" + formatDay(today) + "&to=" + formatDay(today);
    const auto all = reasons(of + "&marked=include");
    QCOMPARE(all.size(), std::size_t(2));
    QVERIFY(all.at("liked") == (Picks{{"staff", 2}, {"choice", 1}, {"prices", 1}}));
    QVERIFY(all.at("improve") == (Picks{{"queue", 2}, {"prices", 1}}));
    QVERIFY(reasons(of + "&marked=exclude").at("improve") == (Picks{{"queue", 1}}));
    QVERIFY(reasons("").at("liked") == (Picks{{"choice", 2}, {"staff", 2}, {"prices", 1}}));
    QVERIFY(reasons("from=" + formatDay(today + std::chrono::days(1))).empty());
}

VOUCH_TEST(TestApiFigures)

} // namespace test_api_figures

#include "test_api_figures.moc"
