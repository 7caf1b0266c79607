#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/answer_place.h"
#include "sync/server/api/export_labels.h"
#include "sync/server/api/paging.h"
#include "sync/server/api/reason_lists.h"
#include "sync/server/api/selection.h"

namespace vouch::server {

namespace {

constexpr std::size_t answersOnPage = 50;

Failure badAnswerQuery(std::string message, std::string where)
{
    return {std::string(protocol::code::malformed), std::move(message), std::move(where)};
}

Result<SingleAnswerQuery> singleAnswerQuery(const StoreView &view, const Exchange &exchange)
{
    SingleAnswerQuery out;
    auto answers = scoreQuery(view, exchange);
    if (!answers)
        return answers.failure();
    out.answers = std::move(*answers);
    if (out.answers.stores.empty())
        return badAnswerQuery("Name a store: single answers are told of one.", "store");
    if (const auto kiosk = exchange.parameter("kiosk"); !kiosk.empty()) {
        const auto id = Uuid::parse(kiosk);
        if (!id)
            return badAnswerQuery("This must be the `key` of a kiosk.", "kiosk");
        out.kiosk = *id;
    }
    if (const auto segment = segmentIn(exchange)) {
        out.lowest = segment->lowest;
        out.highest = segment->highest;
    }
    const auto after = placeIn(exchange);
    if (!after)
        return after.failure();
    out.after = *after;
    const auto wanted = pageRequest(exchange);
    if (!wanted)
        return wanted.failure();
    out.limit = exchange.parameter("limit").empty() ? answersOnPage : wanted->limit;
    return out;
}

using ReasonNames = std::map<std::string, std::string>;

/// By code; of what no checklist offers any more the code must do.
Result<ReasonNames> reasonNames(const StoreView &view, const Exchange &exchange)
{
    const auto versions = view.checklists();
    if (!versions)
        return versions.failure();
    auto language = exchange.parameter("language");
    const ReasonLists lists(readChecklists(*versions), language.empty() ? "en" : language);
    ReasonNames out;
    for (std::size_t i = 0; i < lists.criteria().size(); ++i)
        out[lists.criteria()[i]] = lists.names()[i];
    return out;
}

json::object answerJson(const SingleAnswer &answer, const ReasonNames &names)
{
    json::array reasons, texts;
    for (const auto &[question, code] : answer.reasons) {
        const auto name = names.find(code);
        reasons.push_back(json::object{
            {"question", question},
            {"code", code},
            {"name", name == names.end() ? code : name->second}});
    }
    for (const auto &text : answer.texts)
        texts.push_back(json::object{{"question", text.question}, {"text", text.text}});
    return {
        {"key", cursorOf(answer.place)},
        {"day", formatDay(answer.place.day)},
        {"part", toText(answer.place.part)},
        {"checklist", answer.checklist},
        {"touchpoint", answer.touchpoint},
        {"language", answer.language},
        {"score", answer.score},
        {"marked", answer.isMarked},
        {"reasons", std::move(reasons)},
        {"texts", std::move(texts)}};
}

Result<http::Response> tellSingleAnswers(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    const auto query = singleAnswerQuery(view, exchange);
    if (!query)
        return query.failure();
    const auto names = reasonNames(view, exchange);
    if (!names)
        return names.failure();
    const auto page = view.singleAnswers(*query);
    if (!page)
        return page.failure();
    json::array answers;
    for (const auto &answer : page->answers)
        answers.push_back(answerJson(answer, *names));
    return jsonReply(json::serialize(json::object{
        {"answers", std::move(answers)},
        {"held_back", page->heldBack},
        {"next", cursorJson(page->next)}}));
}

} // namespace

void addAnswerEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/answers",
         .summary = "Single answers of one store, the newest part of a day first and within it in "
                    "no order; names, addresses and numbers in what was written are masked. Of a "
                    "day that is not over those of one kiosk come in threes, without what was "
                    "written.",
         .access = Access::forComments(),
         .parameters = scoreParameters(
             {{"kiosk", "A kiosk's `key`."},
              segmentParameter(),
              {"language", "Of the reasons' names, as en or fa; else English."},
              limitParameter(),
              afterParameter()}),
         .answers = {{200, "application/json", "Answers"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return tellSingleAnswers(parts, e); })});
}

} // namespace vouch::server
