#include "sync/server/api/api_parts.h"

#include "core/base/calendar.h"
#include "sync/protocol/glance.h"
#include "sync/protocol/latest.h"
#include "sync/server/api/reason_lists.h"
#include "sync/server/api/selection.h"

#include <algorithm>

namespace vouch::server {

namespace {

using protocol::Glance;
using protocol::Latest;

/// Of each list: what a tablet shows.
constexpr std::size_t latestShown = 60;

constexpr int weeksOfToday = 4;

Result<void> readHours(const StoreView &view, ScoreQuery query, Glance &out)
{
    query.by = By::Hour;
    const auto rows = view.score(query);
    if (!rows)
        return rows.failure();
    for (const auto &row : *rows)
        out.hours[static_cast<std::size_t>(std::stoi(row.key)) % 24] = row.tally;
    return {};
}

Result<void> readMarked(const StoreView &view, ScoreQuery query, Glance &out)
{
    for (auto &[tally, withMarked] : {std::pair(&out.all, true), std::pair(&out.unmarked, false)}) {
        query.withMarked = withMarked;
        const auto rows = view.score(query);
        if (!rows)
            return rows.failure();
        *tally = rows->front().tally;
    }
    return {};
}

Result<void> readTouchpoints(const StoreView &view, const ScoreQuery &query, Glance &out)
{
    const auto scores = view.touchpointScores(query);
    if (!scores)
        return scores.failure();
    for (const auto &score : *scores)
        out.touchpoints.push_back({score.touchpoint, score.tally});
    return {};
}

Result<void> readTablets(const StoreView &view, const ScoreQuery &query, Glance &out)
{
    const auto kiosks = view.kioskScores(query);
    if (!kiosks)
        return kiosks.failure();
    for (const auto &kiosk : *kiosks)
        if (kiosk.stands)
            out.tablets.push_back({kiosk.name, kiosk.tally, kiosk.lastAnswer});
    return {};
}

Result<void> readReasons(const StoreView &view, const ScoreQuery &query, Glance &out)
{
    const auto counted = view.traits(query);
    if (!counted)
        return counted.failure();
    const auto questions = ReasonLists::questions();
    auto &reasons = out.reasons.emplace();
    for (const auto &[trait, bands] : *counted)
        if (questions.contains(trait.question) && !trait.code.empty())
            reasons[trait.question].push_back({trait.code, bands.sum()});
    // Traits come by code, and so stand reasons with the same count.
    for (auto &[question, picks] : reasons)
        std::stable_sort(picks.begin(), picks.end(), [](const auto &a, const auto &b) {
            return a.count > b.count;
        });
    return {};
}

Result<void> readMarks(const StoreView &view, const ScoreQuery &query, Glance &out)
{
    const auto counted = view.markReasons(query);
    if (!counted)
        return counted.failure();
    auto &marks = out.marks.emplace();
    for (const auto &[mark, count] : *counted)
        marks.push_back({mark, count});
    return {};
}

/// Reads today and the same weekdays before, one by one: a few rows each.
Result<void> readToday(const StoreView &view, ScoreQuery query, Glance &out)
{
    const auto store = view.findStore(query.stores.front());
    if (!store)
        return store.failure();
    const auto zone = *store ? TimeZone::find((*store)->timezone) : TimeZone::utc();
    const auto now = (zone ? *zone : TimeZone::utc()).local(out.asOf);
    const auto chain = view.chainSettings();
    if (!chain)
        return chain.failure();
    const auto today = businessDay(now, chain->dayStart);
    const int hourNow = hourOfBusinessDay(now.hour, chain->dayStart);
    query.by = By::Hour;
    std::vector<metrics::HourTally> hours;
    for (int week = 0; week <= weeksOfToday; ++week) {
        const auto day = today - std::chrono::days(7 * week);
        query.from = query.to = day;
        const auto rows = view.score(query);
        if (!rows)
            return rows.failure();
        for (const auto &row : *rows)
            hours.push_back(
                {day, hourOfBusinessDay(std::stoi(row.key), chain->dayStart), row.tally});
    }
    const auto so = metrics::todaySoFar(hours, today, hourNow, weeksOfToday);
    out.usual = so.sameWeekdays;
    out.usualDays = so.days;
    for (const auto &hour : hours) {
        if (hour.day == today)
            out.today += hour.tally;
        else if (hour.hour == hourNow)
            out.usualHour += hour.tally;
    }
    return {};
}

Result<http::Response> glance(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    if (query->stores.empty())
        query->stores = {exchange.caller.device->store};
    Glance out;
    out.asOf = parts.clock.now();
    for (const auto read : {readMarked, readToday})
        if (const auto done = read(view, *query, out); !done)
            return done.failure();
    for (const auto read : {readTouchpoints, readReasons, readTablets, readMarks})
        if (const auto done = read(view, *query, out); !done)
            return done.failure();
    if (const auto done = readHours(view, *query, out); !done)
        return done.failure();
    return jsonReply(json::serialize(protocol::toJson(out)));
}

Result<void> readComments(const StoreView &view, const std::string &store, Latest &out)
{
    CommentQuery query;
    query.answers.stores = {store};
    query.limit = latestShown;
    const auto page = view.comments(query);
    if (!page)
        return page.failure();
    for (const auto &entry : page->entries) {
        auto &comment = out.comments.emplace_back(Latest::Comment{
            {entry.place.day, entry.place.part, entry.score, entry.isMarked}, entry.language, {}});
        for (const auto &each : entry.texts)
            comment.texts.push_back(each.text);
    }
    out.commentsHeldBack = page->heldBack;
    return {};
}

Result<void> readAnswers(const StoreView &view, const std::string &store, Latest &out)
{
    SingleAnswerQuery query;
    query.answers.stores = {store};
    query.limit = latestShown;
    const auto page = view.singleAnswers(query);
    if (!page)
        return page.failure();
    for (const auto &entry : page->answers) {
        auto &answer = out.answers.emplace_back(
            Latest::Answer{{entry.place.day, entry.place.part, entry.score, entry.isMarked}, {}});
        for (const auto &[question, code] : entry.reasons)
            answer.picks.push_back({question, code});
    }
    out.answersHeldBack = page->heldBack;
    return {};
}

Result<http::Response> latest(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    Latest out;
    out.asOf = parts.clock.now();
    for (const auto read : {readComments, readAnswers})
        if (const auto done = read(view, exchange.caller.device->store, out); !done)
            return done.failure();
    return jsonReply(json::serialize(protocol::toJson(out)));
}

} // namespace

void addGlanceEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/glance",
         .summary = "How a tablet's own store is doing, for the manager who stands before it. "
                    "`marked` decides on hours, touchpoints, tablets, reasons and today.",
         .access = Access::forDevice(),
         .parameters = scoreParameters(),
         .answers = {{200, "application/json", "Glance"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return glance(parts, e); })});
    // Nothing can be asked for: whoever takes a tablet away reads no more than its manager's view.
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/glance/latest",
         .summary = "The latest sixty comments and single answers of a tablet's own store, as "
                    "`/api/v1/comments` and `/api/v1/answers` show them to its manager: masked, "
                    "and of a day that is not over in threes.",
         .access = Access::forDevice(),
         .answers = {{200, "application/json", "Latest"}},
         .call = answering([&parts](const Exchange &e) { return latest(parts, e); })});
}

} // namespace vouch::server
