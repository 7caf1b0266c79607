#include "sync/server/api/measurements_json.h"

#include "core/metrics/refusal.h"
#include "core/metrics/satisfaction.h"
#include "sync/server/api/drivers_json.h"
#include "sync/server/api/score_json.h"

namespace vouch::server {

namespace {

/// What every figure says of itself.
json::object counted(std::int64_t answers)
{
    json::object out{
        {"n", answers}, {"sufficiency", sufficiencyText(answers)}, {"refused", nullptr}};
    if (answers == 0)
        out["refused"] = refusalJson(metrics::tooFew("answers", 0, 1));
    return out;
}

json::value differenceInPoints(const std::optional<metrics::Difference> &difference)
{
    if (!difference)
        return nullptr;
    return json::object{
        {"delta", rounded(difference->delta)},
        {"low", rounded(difference->low)},
        {"high", rounded(difference->high)},
        {"p_value", sixDecimals(difference->pValue)},
        {"clear", difference->significant()}};
}

/// The answers 1 … N.
template <std::size_t N> std::array<std::int64_t, N> boxesOf(const metrics::Tally &tally)
{
    std::array<std::int64_t, N> out{};
    for (std::size_t i = 0; i < N; ++i)
        out[i] = tally.histogram[i + 1];
    return out;
}

std::string_view levelText(metrics::Level level)
{
    switch (level) {
    case metrics::Level::Critical:
        return "critical";
    case metrics::Level::CompareWithIndustry:
        return "compare-with-industry";
    case metrics::Level::Good:
        break;
    }
    return "good";
}

std::string_view codeOf(metrics::ReferenceSource source)
{
    return source == metrics::ReferenceSource::First ? "first" : "second";
}

std::string
nameOf(const checklist::Checklist &checklist, const std::string &code, const std::string &language)
{
    const auto *question = checklist.find(competitorQuestion);
    const auto *choice = question ? question->findChoice(code) : nullptr;
    auto name = choice ? checklist::in(choice->text, language) : std::string_view();
    if (choice && name.empty())
        name = checklist::in(choice->text, "en");
    return name.empty() ? code : std::string(name);
}

} // namespace

std::string_view sufficiencyText(std::int64_t answers)
{
    switch (metrics::sufficiency(answers)) {
    case metrics::Sufficiency::TooFew:
        return "too-few";
    case metrics::Sufficiency::Rough:
        return "rough";
    case metrics::Sufficiency::Enough:
        break;
    }
    return "enough";
}

json::object measuredScoreJson(const metrics::Tally &tally)
{
    auto out = counted(tally.count());
    for (auto &member : scoreJson(tally))
        out[member.key()] = std::move(member.value());
    return out;
}

json::object csatJson(const metrics::Tally &boxes)
{
    const auto counts = boxesOf<5>(boxes);
    auto out = counted(boxes.count());
    out["counts"] = json::array(counts.begin(), counts.end());
    out["satisfied"] = shareJson(metrics::csat(counts));
    return out;
}

json::object cesJson(const metrics::Tally &boxes)
{
    const auto counts = boxesOf<7>(boxes);
    const auto read = metrics::ces(counts);
    const auto number = [](const std::optional<double> &value) {
        return value ? json::value(rounded(*value)) : json::value(nullptr);
    };
    auto out = counted(boxes.count());
    out["counts"] = json::array(counts.begin(), counts.end());
    out["mean"] = read ? json::value(rounded(read->mean)) : json::value(nullptr);
    out["low"] = read ? number(read->low) : json::value(nullptr);
    out["high"] = read ? number(read->high) : json::value(nullptr);
    out["easy"] = read ? shareJson(read->easy) : json::value(nullptr);
    return out;
}

json::object quarterJson(const metrics::QuarterScore &quarter)
{
    auto out = measuredScoreJson(quarter.tally);
    const auto &[year, number] = quarter.quarter;
    const auto before =
        number == 1 ? metrics::Quarter{year - 1, 4} : metrics::Quarter{year, number - 1};
    out["key"] = std::to_string(year) + "-Q" + std::to_string(number);
    out["from"] = formatDay(metrics::endOf(before));
    out["to"] = formatDay(metrics::endOf(quarter.quarter) - std::chrono::days(1));
    out["level"] = quarter.sufficiency == metrics::Sufficiency::TooFew
                       ? json::value(nullptr)
                       : json::value(levelText(metrics::levelOf(*metrics::nps(quarter.tally))));
    out["since_previous"] = differenceInPoints(quarter.sincePrevious);
    out["since_last_year"] = differenceInPoints(quarter.sinceLastYear);
    return out;
}

json::object employeeWeekJson(const metrics::EmployeeWeek &week)
{
    json::object out{{"n", nullptr},          {"promoters", nullptr},    {"passives", nullptr},
                     {"detractors", nullptr}, {"nps", nullptr},          {"low", nullptr},
                     {"high", nullptr},       {"sufficiency", "too-few"}};
    if (week.score)
        out = measuredScoreJson(week.score->tally);
    else
        out["refused"] = refusalJson(
            {"employees-too-few",
             "Under " + std::to_string(metrics::leastOfEmployees) +
                 " answers nothing is told of employees, and nothing from which so few could be "
                 "worked out.",
             {}});
    out["from"] = formatDay(week.first);
    out["to"] = formatDay(week.first + std::chrono::days(6));
    return out;
}

json::object womiJson(const metrics::WomiTally &tally, metrics::WomiRule rule)
{
    auto out = counted(tally.count());
    out["rule"] = rule == metrics::WomiRule::Looser ? "looser" : "published";
    out["rule_text"] = metrics::ruleText(rule);
    for (const char *name :
         {"womi", "low", "high", "promoters", "true_detractors", "false_detractors"})
        out[name] = nullptr;
    if (const auto read = metrics::womi(tally, rule)) {
        out["womi"] = rounded(read->womi);
        out["low"] = rounded(read->range.low);
        out["high"] = rounded(read->range.high);
        out["promoters"] = read->promoters;
        out["true_detractors"] = read->trueDetractors;
        out["false_detractors"] = read->falseDetractors;
    }
    return out;
}

json::object competitorJson(
    const MeasuredAnswers &answers, const checklist::Checklist &checklist,
    const std::string &language)
{
    std::vector<metrics::NamedCompetitor> named;
    for (const auto &[code, count] : answers.named)
        named.push_back({code, count});
    auto out = counted(answers.prefer.count());
    for (const char *name : {"nps", "low", "high"})
        out[name] = nullptr;
    json::array rows;
    std::int64_t unnamed = 0;
    if (const auto read = metrics::competitorScore(answers.prefer, named)) {
        out["nps"] = rounded(read->nps);
        out["low"] = rounded(read->range.low);
        out["high"] = rounded(read->range.high);
        for (const auto &each : read->named)
            rows.push_back(json::object{
                {"code", each.name},
                {"name", nameOf(checklist, each.name, language)},
                {"share", shareJson(each.drawn)}});
        unnamed = read->unnamed;
    }
    out["named"] = std::move(rows);
    out["unnamed"] = unnamed;
    return out;
}

json::object referencesJson(metrics::ScoreKind beside)
{
    json::array rows, sources;
    for (const auto &each : metrics::references(beside))
        rows.push_back(json::object{
            {"code", each.code},
            {"name", each.name},
            {"company", each.company},
            {"nps", each.nps},
            {"source", codeOf(each.source)}});
    using Source = metrics::ReferenceSource;
    for (const auto source : {Source::First, Source::Second})
        sources.push_back(
            json::object{{"source", codeOf(source)}, {"text", metrics::sourceText(source)}});
    return {{"rows", std::move(rows)}, {"sources", std::move(sources)}};
}

} // namespace vouch::server
