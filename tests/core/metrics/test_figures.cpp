#include "core/base/json.h"
#include "core/metrics/composite.h"
#include "core/metrics/drivers.h"
#include "core/metrics/enough.h"
#include "core/metrics/false_discovery.h"
#include "core/metrics/judgement.h"
#include "core/metrics/probability.h"
#include "core/metrics/relative_weights.h"
#include "core/metrics/satisfaction.h"
#include "core/metrics/shrinkage.h"
#include "core/metrics/store_weeks.h"
#include "core/metrics/trend.h"
#include "tests/support/suite.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <functional>
#include <sstream>

/// Every figure of figures.json, which figures.py recomputes by other ways.
namespace test_figures {

using namespace vouch;
using namespace vouch::metrics;

namespace {

double real(const json::value &value)
{
    return value.to_number<double>();
}

std::vector<double> reals(const json::value &value)
{
    std::vector<double> out;
    for (const auto &each : value.as_array())
        out.push_back(real(each));
    return out;
}

Tally tallyOf(std::int64_t promoters, std::int64_t passives, std::int64_t detractors)
{
    Tally tally;
    tally.add(9, promoters);
    tally.add(8, passives);
    tally.add(2, detractors);
    return tally;
}

Day dayAt(const json::value &number)
{
    return Day(std::chrono::days(20'000 + number.as_int64()));
}

/// [day, promoters, passives, detractors] each.
std::vector<DayTally> daysOf(const json::object &given)
{
    std::vector<DayTally> out;
    for (const auto &value : given.at("days").as_array()) {
        const auto &row = value.as_array();
        out.push_back(
            {dayAt(row.at(0)),
             tallyOf(row.at(1).as_int64(), row.at(2).as_int64(), row.at(3).as_int64())});
    }
    return out;
}

json::array arrayOf(const std::vector<double> &values)
{
    return json::array(values.begin(), values.end());
}

json::object difference(const json::object &given)
{
    const auto share = [&](const char *name) {
        const auto &pair = given.at(name).as_array();
        return proportion(pair.at(0).as_int64(), pair.at(1).as_int64());
    };
    const auto found = metrics::difference(share("a"), share("b")).value();
    return {{"value", found.value}, {"low", found.low}, {"high", found.high}};
}

json::object shrinkageOf(const json::object &given)
{
    std::vector<Estimate> estimates;
    for (const auto &value : given.at("values").as_array())
        estimates.push_back({real(value.as_array().at(0)), real(value.as_array().at(1))});
    const auto found = shrink(estimates);
    json::array out;
    for (const auto &[value, variance] : found.estimates)
        out.push_back(json::array{value, variance});
    return {{"mean", *found.mean}, {"variance", *found.variance}, {"estimates", out}};
}

json::object weighted(const json::object &given)
{
    std::vector<WeightedTouchpoint> touchpoints;
    for (const auto &value : given.at("touchpoints").as_array()) {
        const auto &counts = value.as_array().at(1).as_array();
        touchpoints.push_back(
            {"t", real(value.as_array().at(0)),
             tallyOf(counts.at(0).as_int64(), counts.at(1).as_int64(), counts.at(2).as_int64())});
    }
    const auto found = weightedScore(touchpoints).value();
    return {{"nps", *found.nps}, {"low", found.range->low}, {"high", found.range->high}};
}

json::object effort(const json::object &given)
{
    SevenPoints counts{};
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] = given.at("counts").as_array().at(i).as_int64();
    const auto found = ces(counts).value();
    return {{"mean", found.mean}, {"low", *found.low}, {"high", *found.high}};
}

json::object judged(const json::object &given)
{
    const auto found =
        judgeChange(
            daysOf(given), dayAt(given.at("last")), static_cast<int>(given.at("length").as_int64()))
            .value();
    return {{"delta", found.delta}, {"low", found.low}, {"high", found.high}, {"p", found.pValue}};
}

json::object lineOf(const json::object &given)
{
    const auto found = trend(daysOf(given)).value();
    return {
        {"slope", found.slope},
        {"low", found.low},
        {"high", found.high},
        {"p", found.pValue},
        {"between", found.betweenDays}};
}

/// Each stratum [a, n1, b, n0]: detractors and passives that picked it, and something else.
json::object strataOf(const json::object &given)
{
    PickTable table({"it", "else"});
    std::size_t store = 0;
    for (const auto &value : given.at("tables").as_array()) {
        const auto side = [&](int score, std::int64_t picked, std::int64_t all) {
            for (std::int64_t i = 0; i < all; ++i)
                table.add(store, 0, {score, true, i < picked ? 1U : 2U});
        };
        const auto &row = value.as_array();
        side(3, row.at(0).as_int64(), row.at(1).as_int64());
        side(7, row.at(2).as_int64(), row.at(3).as_int64());
        ++store;
    }
    const auto found = splits(table, PickList::Improve).value().front().test.value();
    return {
        {"difference", found.difference},
        {"low", found.low},
        {"high", found.high},
        {"p", found.pValue}};
}

/// Each cell [store, week, promoters, passives, detractors, with a pick, with this one].
json::object storeWeeksOf(const json::object &given)
{
    PickTable table({"it", "else"});
    for (const auto &value : given.at("cells").as_array()) {
        std::vector<std::int64_t> row;
        for (const auto &each : value.as_array())
            row.push_back(each.as_int64());
        const auto add = [&](int score, bool shown, std::uint64_t picks) {
            table.add(
                static_cast<std::size_t>(row[0]), static_cast<int>(row[1]), {score, shown, picks});
        };
        for (std::int64_t i = 0; i < row[2]; ++i)
            add(9, false, 0);
        for (std::int64_t i = 0; i < row[3] + row[4]; ++i)
            add(i < row[3] ? 7 : 0, true, i < row[6] ? 1U : i < row[5] ? 2U : 0U);
    }
    const auto found = storeWeeks(table, PickList::Improve).value().criteria.front();
    return {{"slope", found.slope}, {"low", found.low}, {"high", found.high}, {"p", found.pValue}};
}

/// The same whole numbers as rated() and rated_score() of figures.py.
int ratingOf(int row, int criterion)
{
    return 1 + ((row * 7 + (row * row) % 11) / (criterion + 2) + row % 3) % 5;
}

json::object johnsonOf(const json::object &given)
{
    const auto criteria = static_cast<int>(given.at("criteria").as_int64());
    RatedAnswers answers(static_cast<std::size_t>(criteria));
    for (int row = 0; row < given.at("rows").as_int64(); ++row) {
        std::vector<std::int8_t> ratings;
        for (int i = 0; i < criteria; ++i)
            ratings.push_back(static_cast<std::int8_t>(ratingOf(row, i)));
        answers.add(
            static_cast<std::uint32_t>(row % given.at("stores").as_int64()),
            std::min(10, ratings[0] + ratings[2] + (row * row) % 3), ratings);
    }
    const std::vector<std::string> names(static_cast<std::size_t>(criteria), "it");
    const auto found = relativeWeights(answers, names).value();
    std::vector<double> weights;
    std::vector<double> correlations;
    for (const auto &each : found.criteria) {
        weights.push_back(each.weight);
        correlations.push_back(each.correlation);
    }
    return {
        {"weights", arrayOf(weights)},
        {"correlations", arrayOf(correlations)},
        {"r_squared", found.rSquared}};
}

using Way = std::function<json::object(const json::object &)>;

const std::map<std::string, Way> &ways()
{
    static const std::map<std::string, Way> all{
        {"student",
         [](const auto &given) {
             return json::object{
                 {"p", studentTwoSided(real(given.at("t")), real(given.at("degrees")))}};
         }},
        {"student_quantile",
         [](const auto &given) {
             return json::object{
                 {"t", studentQuantile(real(given.at("alpha")), real(given.at("degrees")))}};
         }},
        {"f",
         [](const auto &given) {
             return json::object{
                 {"p", fUpperTail(
                           real(given.at("f")), real(given.at("above")), real(given.at("below")))}};
         }},
        {"wilson",
         [](const auto &given) {
             const auto found =
                 proportion(given.at("count").as_int64(), given.at("base").as_int64()).value();
             return json::object{{"value", found.value}, {"low", found.low}, {"high", found.high}};
         }},
        {"newcombe", difference},
        {"false_discovery",
         [](const auto &given) {
             const auto p = reals(given.at("p"));
             return json::object{
                 {"adjusted", arrayOf(adjusted(p))},
                 {"any_dependence", arrayOf(adjustedForAnyDependence(p))}};
         }},
        {"shrink", shrinkageOf},
        {"needed",
         [](const auto &given) {
             const auto mix = reals(given.at("mix"));
             return json::object{
                 {"answers",
                  *neededAnswers(real(given.at("half_width")), {mix[0], mix[1], mix[2]})}};
         }},
        {"weighted", weighted},
        {"ces", effort},
        {"between_days",
         [](const auto &given) {
             const auto found = betweenDays(daysOf(given), dayAt(given.at("last"))).value();
             return json::object{{"variance", found.variance}, {"degrees", found.degrees}};
         }},
        {"judge", judged},
        {"trend", lineOf},
        {"strata", strataOf},
        {"store_weeks", storeWeeksOf},
        {"johnson", johnsonOf}};
    return all;
}

/// Whether both hold the same numbers at the same places, to seven digits.
bool agree(const json::value &found, const json::value &expected)
{
    if (expected.is_object()) {
        bool same = found.as_object().size() == expected.as_object().size();
        for (const auto &member : expected.as_object())
            same = same && agree(found.at(member.key()), member.value());
        return same;
    }
    if (expected.is_array()) {
        bool same = found.as_array().size() == expected.as_array().size();
        for (std::size_t i = 0; same && i < expected.as_array().size(); ++i)
            same = agree(found.at(i), expected.at(i));
        return same;
    }
    return std::abs(real(found) - real(expected)) <= 1e-7 * std::max(1.0, std::abs(real(expected)));
}

json::object figures()
{
    std::ifstream file(VOUCH_SOURCE_DIR "/tests/core/metrics/figures.json");
    const auto value = json::parse(
        std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()));
    return value.at("figures").as_object();
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheTable_data();
    void agreesWithTheTable();
    void theTableHasEveryKind();
};

void TestFigures::agreesWithTheTable_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("index");
    for (const auto &kind : figures()) {
        const auto name = std::string(kind.key());
        for (int i = 0; i < int(kind.value().as_array().size()); ++i)
            QTest::addRow("%s %d", name.c_str(), i) << QString::fromStdString(name) << i;
    }
}

void TestFigures::agreesWithTheTable()
{
    QFETCH(QString, kind);
    QFETCH(int, index);
    const auto table = figures();
    const auto &figure = table.at(kind.toStdString()).as_array().at(std::size_t(index));
    const json::value found = ways().at(kind.toStdString())(figure.at("given").as_object());
    QVERIFY2(
        agree(found, figure.at("expected")),
        (json::serialize(found) + " instead of " + json::serialize(figure.at("expected"))).c_str());
}

void TestFigures::theTableHasEveryKind()
{
    for (const auto &way : ways())
        QVERIFY2(figures().contains(way.first), way.first.c_str());
}

VOUCH_TEST(TestFigures)

} // namespace test_figures

#include "test_figures.moc"
