#include "sync/server/api/measurement_parts.h"

#include "sync/server/api/drivers_json.h"
#include "sync/server/api/measurements_json.h"

#include <algorithm>

namespace vouch::server {

namespace {

using checklist::Measurement;

constexpr std::size_t mostQuarters = 8;
/// As many, and those that they are compared with.
constexpr std::chrono::months quartersLookedAt{3 * (mostQuarters + 4)};

/// Checklist and series.
using SeriesName = std::pair<std::string, std::string>;

/// The newest version of each series that `isMeant`: the newest series of a checklist always, an
/// older one when it is in `answered`.
template <class IsMeant, class Answered>
std::vector<const checklist::Checklist *>
seriesOf(const Measuring &request, IsMeant isMeant, const Answered &answered)
{
    std::map<SeriesName, const checklist::Checklist *> newest;
    std::map<std::string, const checklist::Checklist *> last;
    for (const auto &each : request.checklists) {
        if (!isMeant(each) || (request.query.checklist && each.id != *request.query.checklist))
            continue;
        auto &ofSeries = newest[{each.id, each.series}];
        if (!ofSeries || each.version > ofSeries->version)
            ofSeries = &each;
        auto &ofChecklist = last[each.id];
        if (!ofChecklist || each.version > ofChecklist->version)
            ofChecklist = &each;
    }
    std::vector<const checklist::Checklist *> out;
    for (const auto &[name, each] : newest)
        if (last[name.first] == each || answered.contains(name))
            out.push_back(each);
    std::stable_sort(out.begin(), out.end(), [](const auto *a, const auto *b) {
        return a->id == b->id && a->version > b->version;
    });
    return out;
}

json::object
rowOf(const Measuring &request, const checklist::Checklist &checklist, std::string_view code = {})
{
    const auto *question = checklist.find(code.empty() ? checklist.score : code);
    auto text = question ? checklist::in(question->text, request.language) : std::string_view();
    if (question && text.empty())
        text = checklist::in(question->text, "en");
    return {{"checklist", checklist.id}, {"series", checklist.series}, {"question", text}};
}

auto measuring(Measurement wanted)
{
    return [wanted](const checklist::Checklist &each) { return each.measurement == wanted; };
}

// --- From the counters ---------------------------------------------------------------------------

/// A row for each series with what `toJson` makes of its answers.
template <class ToJson>
Result<json::array> countedRows(const Measuring &request, Measurement wanted, ToJson toJson)
{
    auto query = request.query;
    query.measurement = wanted;
    const auto days = request.view.seriesDays(query);
    if (!days)
        return days.failure();
    std::map<SeriesName, metrics::Tally> sums;
    for (const auto &day : *days)
        sums[{day.checklist, day.series}] += day.tally;
    json::array out;
    for (const auto *each : seriesOf(request, measuring(wanted), sums)) {
        auto row = rowOf(request, *each);
        for (auto &member : toJson(sums[{each->id, each->series}]))
            row[member.key()] = std::move(member.value());
        out.push_back(std::move(row));
    }
    return out;
}

/// Quarters are whole months, which have counters of their own.
Result<json::object> relationalPart(const Measuring &request)
{
    auto query = request.query;
    query.measurement = Measurement::RelationalNps;
    query.by = By::Month;
    const std::chrono::year_month_day last(std::min(*query.to, request.lastClosed));
    query.from = Day((last.year() / last.month() - quartersLookedAt) / 1);
    const auto months = request.view.seriesDays(query);
    if (!months)
        return months.failure();
    std::map<SeriesName, std::vector<metrics::DayTally>> bySeries;
    for (const auto &each : *months)
        bySeries[{each.checklist, each.series}].push_back({each.day, each.tally});
    json::array rows;
    for (const auto *each : seriesOf(request, measuring(Measurement::RelationalNps), bySeries)) {
        const auto quarters =
            metrics::relationalIndex(bySeries[{each->id, each->series}], Day(last));
        json::array told;
        for (auto at = quarters.size() - std::min(mostQuarters, quarters.size());
             at < quarters.size(); ++at)
            told.push_back(quarterJson(quarters[at]));
        auto row = rowOf(request, *each);
        row["quarters"] = std::move(told);
        rows.push_back(std::move(row));
    }
    return json::object{
        {"rows", std::move(rows)}, {"references", referencesJson(metrics::ScoreKind::Relational)}};
}

// --- Employees -----------------------------------------------------------------------------------

/// A manager is among those whom employees speak of, and knows who works on which day.
bool mayReadOfEmployees(const Caller &caller)
{
    return caller.user && (caller.user->role == Role::Admin || caller.user->role == Role::Regional);
}

Result<json::object> employeesPart(const Measuring &request, const Caller &caller)
{
    if (!mayReadOfEmployees(caller))
        return refusedPart(
            {"employees-not-for-you",
             "What employees say is told to regional staff and administrators only.",
             {}});
    const auto figures = request.view.employeeWeeks(request.query);
    if (!figures)
        return figures.failure();
    std::map<SeriesName, const EmployeeSeries *> answered;
    for (const auto &each : figures->series)
        answered[{each.checklist, each.series}] = &each;
    json::array rows;
    for (const auto *each : seriesOf(request, measuring(Measurement::EmployeeNps), answered)) {
        auto row = rowOf(request, *each);
        json::array weeks;
        if (const auto found = answered.find({each->id, each->series}); found != answered.end())
            for (const auto &week : found->second->weeks)
                weeks.push_back(employeeWeekJson(week));
        row["weeks"] = std::move(weeks);
        rows.push_back(std::move(row));
    }
    auto out = givenPart(std::move(rows));
    out["least"] = metrics::leastOfEmployees;
    out["week_start"] = vouch::toText(figures->weekStart);
    return out;
}

// --- From single answers -------------------------------------------------------------------------

/// How much was read, of how much there is.
json::object readJson(const MeasuredAnswers &answers, std::int64_t all, int oneIn)
{
    return {{"read", answers.read}, {"of", all}, {"sampled_one_in", oneIn}};
}

struct SingleParts
{
    json::array womi, competitors;
};

Result<SingleParts> singleParts(const Measuring &request)
{
    const auto isMeant = [](const checklist::Checklist &each) {
        return asksForWomi(each) || asksForCompetitors(each);
    };
    std::map<SeriesName, std::int64_t> counts;
    std::optional<MeasuredSample> sample;
    if (request.query.checklist && !seriesOf(request, isMeant, counts).empty()) {
        const auto days = request.view.seriesDays(request.query);
        if (!days)
            return days.failure();
        for (const auto &day : *days)
            counts[{day.checklist, day.series}] += day.tally.count();
        auto read = measuredAnswers(request.view, request.selection.stores, request.query);
        if (!read)
            return read.failure();
        sample = std::move(*read);
    }
    SingleParts out;
    for (const auto *each : seriesOf(request, isMeant, counts)) {
        auto womi = rowOf(request, *each, dissuadeQuestion);
        auto others = rowOf(request, *each, preferQuestion);
        womi["sample"] = others["sample"] = nullptr;
        womi["readings"] = others["score"] = nullptr;
        if (sample) {
            const auto &answers = sample->bySeries[each->series];
            womi["sample"] = others["sample"] =
                readJson(answers, counts[{each->id, each->series}], sample->oneIn);
            womi["readings"] = json::array{
                womiJson(answers.womi, metrics::WomiRule::Looser),
                womiJson(answers.womi, metrics::WomiRule::Published)};
            others["score"] = competitorJson(answers, *each, request.language);
        }
        if (asksForWomi(*each))
            out.womi.push_back(std::move(womi));
        if (asksForCompetitors(*each))
            out.competitors.push_back(std::move(others));
    }
    return out;
}

} // namespace

Result<json::object> measurementsJson(const Measuring &request, const Caller &caller)
{
    auto relational = relationalPart(request);
    if (!relational)
        return relational.failure();
    auto employees = employeesPart(request, caller);
    if (!employees)
        return employees.failure();
    auto partners = countedRows(request, Measurement::PartnerNps, measuredScoreJson);
    if (!partners)
        return partners.failure();
    auto csat = countedRows(request, Measurement::Csat, csatJson);
    if (!csat)
        return csat.failure();
    auto ces = countedRows(request, Measurement::Ces, cesJson);
    if (!ces)
        return ces.failure();
    auto single = singleParts(request);
    if (!single)
        return single.failure();
    return json::object{
        {"relational", std::move(*relational)},
        {"employees", std::move(*employees)},
        {"partners", std::move(*partners)},
        {"csat", std::move(*csat)},
        {"ces", std::move(*ces)},
        {"womi", std::move(single->womi)},
        {"competitors", std::move(single->competitors)}};
}

} // namespace vouch::server
