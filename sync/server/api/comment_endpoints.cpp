#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/answer_place.h"
#include "sync/server/api/comment_figures.h"
#include "sync/server/api/paging.h"
#include "sync/server/api/selection.h"
#include "sync/server/store/comment_words.h"

#include <cmath>
#include <iterator>

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::size_t usualPage = 50;
constexpr std::size_t mostWords = 10;
/// Words are counted over as many of the newest comments: half a second.
constexpr std::size_t mostCounted = 50'000;

Failure badQuery(std::string message, std::string where)
{
    return {std::string(code::malformed), std::move(message), std::move(where)};
}

Result<std::vector<std::string>> wordsAsked(const Exchange &exchange)
{
    const auto text = exchange.parameter("q");
    std::vector<std::string> out;
    for (auto &word : wordsIn(text))
        out.push_back(std::move(word.folded));
    if (out.size() > mostWords)
        return badQuery("Ten words at most.", "q");
    if (out.empty() && text.find_first_not_of(" \t") != text.npos)
        return badQuery("There is no word in it: letters or digits.", "q");
    return out;
}

Result<CommentQuery> commentQuery(const StoreView &view, const Exchange &exchange)
{
    CommentQuery out;
    auto answers = scoreQuery(view, exchange);
    if (!answers)
        return answers.failure();
    out.answers = std::move(*answers);
    auto words = wordsAsked(exchange);
    if (!words)
        return words.failure();
    out.words = std::move(*words);
    out.language = exchange.parameter("language");
    if (const auto segment = segmentIn(exchange)) {
        out.lowest = segment->lowest;
        out.highest = segment->highest;
    }
    return out;
}

json::object commentJson(const CommentEntry &entry)
{
    json::array texts;
    for (const auto &[question, text, hits] : entry.texts) {
        json::array places;
        for (const auto &[begin, end] : hits)
            places.push_back(json::array{begin, end});
        texts.push_back(
            json::object{{"question", question}, {"text", text}, {"hits", std::move(places)}});
    }
    return {
        {"key", cursorOf(entry.place)},
        {"store", entry.store},
        {"day", formatDay(entry.place.day)},
        {"part", toText(entry.place.part)},
        {"checklist", entry.checklist},
        {"touchpoint", entry.touchpoint},
        {"language", entry.language},
        {"score", entry.score ? json::value(*entry.score) : json::value(nullptr)},
        {"marked", entry.isMarked},
        {"texts", std::move(texts)}};
}

Result<http::Response> tellComments(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto query = commentQuery(view, exchange);
    if (!query)
        return query.failure();
    const auto after = placeIn(exchange);
    if (!after)
        return after.failure();
    query->after = *after;
    const auto wanted = pageRequest(exchange);
    if (!wanted)
        return wanted.failure();
    query->limit = exchange.parameter("limit").empty() ? usualPage : wanted->limit;
    const auto page = view.comments(*query);
    if (!page)
        return page.failure();
    json::array comments;
    for (const auto &entry : page->entries)
        comments.push_back(commentJson(entry));
    return jsonReply(json::serialize(json::object{
        {"comments", std::move(comments)},
        {"found", page->found},
        {"found_is_least", page->found >= CommentPage::mostFound},
        {"held_back", page->heldBack},
        {"next", cursorJson(page->next)}}));
}

std::optional<WordGroup> groupOfScore(const std::optional<int> &score)
{
    if (!score || metrics::segmentOf(*score) == metrics::Segment::Passive)
        return std::nullopt;
    return metrics::segmentOf(*score) == metrics::Segment::Promoter ? WordGroup::A : WordGroup::B;
}

json::object figuresJson(const CommentFigures &figures, bool byPlace)
{
    const std::string_view names[] = {
        byPlace ? "here" : "promoters", byPlace ? "elsewhere" : "detractors"};
    const auto nameOf = [&](WordGroup group) { return names[static_cast<std::size_t>(group)]; };
    json::array groups, frequent, distinctive;
    for (const auto group : {WordGroup::A, WordGroup::B})
        groups.push_back(json::object{{"key", nameOf(group)}, {"comments", figures.in(group)}});
    for (const auto &each : figures.frequent())
        frequent.push_back(json::object{
            {"word", each.word}, {"language", each.language}, {"comments", each.count}});
    for (const auto &each : figures.distinctive())
        distinctive.push_back(json::object{
            {"word", each.word},
            {"language", each.language},
            {"group", nameOf(each.group)},
            {"comments", json::array{each.inA, each.inB}},
            {"z", std::round(each.z * 100) / 100}});
    return {
        {"comments", figures.counted()},
        {"groups", std::move(groups)},
        {"frequent", std::move(frequent)},
        {"distinctive", std::move(distinctive)}};
}

Result<http::Response> tellWords(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto query = commentQuery(view, exchange);
    if (!query)
        return query.failure();
    const auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const bool byPlace = exchange.parameter("compare") == "place";
    if (byPlace && !selection->store && !selection->region)
        return badQuery("Name a store or a region that is compared with the others.", "compare");
    if (byPlace) {
        query->answers.stores.clear();
        query->answers.region.reset();
    }
    query->limit = mostCounted;
    CommentFigures figures;
    const auto read = view.eachComment(*query, [&](const CountedComment &comment) {
        const bool isHere = selection->stores.contains(comment.store);
        const auto group = !byPlace ? groupOfScore(comment.score)
                           : isHere ? WordGroup::A
                                    : WordGroup::B;
        figures.add(comment, isHere, group);
    });
    if (!read)
        return read.failure();
    auto out = figuresJson(figures, byPlace);
    out["newest_only"] = *read >= static_cast<std::int64_t>(mostCounted);
    return jsonReply(plainJson(out));
}

std::vector<Parameter> commentParameters(std::vector<Parameter> more)
{
    std::vector<Parameter> out = scoreParameters(
        {{"q", "Words that are all in it, or others that begin with them; in any script."},
         segmentParameter(),
         {"language", "In which it was answered: fa."}});
    std::move(more.begin(), more.end(), std::back_inserter(out));
    return out;
}

} // namespace

void addCommentEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/comments",
         .summary = "What shoppers wrote, the newest day first; names, addresses and numbers are "
                    "masked. Of a day that is not over comments come in threes.",
         .access = Access::forComments(),
         .parameters = commentParameters({limitParameter(), afterParameter()}),
         .answers = {{200, "application/json", "Comments"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return tellComments(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/comments/words",
         .summary = "The words that most comments have, and those that tell two groups apart; none "
                    "of fewer than three comments.",
         .access = Access::forComments(),
         .parameters = commentParameters(
             {{"compare",
               "Promoters with detractors, or the stores asked for with all others that are seen.",
               {"score", "place"}}}),
         .answers = {{200, "application/json", "CommentWords"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return tellWords(parts, e); })});
}

} // namespace vouch::server
