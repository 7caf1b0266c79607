#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/hidden_place.h"
#include "sync/server/api/selection.h"
#include "sync/server/store/notes.h"

namespace vouch::server {

namespace {

constexpr std::uint64_t noteBody = 4 * 1024;
constexpr std::string_view noteList = "notes";

bool mayWrite(const Exchange &exchange)
{
    return exchange.caller.user && exchange.caller.user->role != Role::Viewer &&
           !exchange.caller.apiToken;
}

json::object noteJson(const Exchange &exchange, const SeenNote &seen)
{
    const auto &[note, isWhollySeen] = seen;
    const auto orNull = [](const std::string &text) {
        return text.empty() ? json::value(nullptr) : json::value(text);
    };
    return {
        {"id", hiddenNumber(exchange, noteList, note.id)},
        {"day", formatDay(note.said.day)},
        {"store", orNull(note.said.store)},
        {"region", orNull(note.said.region)},
        {"text", note.said.text},
        {"by", note.by},
        {"at", formatUtc(note.at)},
        {"removable", mayWrite(exchange) && isWhollySeen}};
}

Result<http::Response> tellNotes(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    const auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto notes = view.notes(exchange.parameter("store"), exchange.parameter("region"));
    if (!notes)
        return notes.failure();
    json::array out;
    for (const auto &each : *notes) {
        const auto day = each.note.said.day;
        if (day >= selection->days.from.value_or(day) && day <= selection->days.to.value_or(day))
            out.push_back(noteJson(exchange, each));
    }
    return jsonReply(json::serialize(json::object{{"notes", std::move(out)}}));
}

Result<http::Response> postNote(ApiParts &parts, const Exchange &exchange)
{
    const auto parsed = parseJson(exchange.request.body);
    const auto *body = parsed ? parsed->if_object() : nullptr;
    const auto textIn = [&](std::string_view member) {
        const auto *text = body ? findString(*body, member) : nullptr;
        return text ? std::string(view(*text)) : std::string();
    };
    const auto day = parseDay(textIn("day"));
    if (!body || !day)
        return Failure{
            std::string(protocol::code::malformed),
            R"(Send {"day": "2026-11-22", "text": "New till", "store": "s1"}, with "region" instead )"
            R"(of "store", or with neither for the chain.)",
            "day"};
    const NewNote note{*day, textIn("store"), textIn("region"), textIn("text")};
    if (const auto may = exchange.view(parts.store).mayNote(note); !may)
        return may.failure();
    const auto id = parts.store.addNote(note, exchange.caller.actor());
    if (!id)
        return id.failure();
    return jsonReply(
        json::serialize(json::object{{"id", hiddenNumber(exchange, noteList, *id)}}), 201);
}

Result<http::Response> deleteNote(ApiParts &parts, const Exchange &exchange)
{
    const auto &text = exchange.request.parameters.at("id");
    const auto place = revealPlace(noteList, text, *exchange.caller.user);
    const auto view = exchange.view(parts.store);
    const auto notes = view.notes();
    if (!notes)
        return notes.failure();
    for (const auto &[note, isWhollySeen] : *notes) {
        if (!place || note.id != place->at)
            continue;
        if (const auto may = view.mayNote(note.said); !may)
            return may.failure();
        const auto removed = parts.store.removeNote(note.id, exchange.caller.actor());
        return removed ? Result<http::Response>(emptyReply()) : removed.failure();
    }
    return Failure{std::string(protocol::code::notFound), "There is no such note.", {}};
}

} // namespace

void addNoteEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/notes",
         .summary = "What people noted beside the figures: for the stores asked for, the regions "
                    "that they lie in or that are asked for, and the chain; by day.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters = {storeParameter(), regionParameter(), fromParameter(), toParameter()},
         .answers = {{200, "application/json", "Notes"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return tellNotes(parts, e); })});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/notes",
         .summary = "Notes what happened on a day, for a store, a region or the chain that the "
                    "caller sees the whole of.",
         .access = Access::forNoting(),
         .maxBody = noteBody,
         .bodySchema = "NewNote",
         .answers = {{201, "application/json", "NoteAdded"}},
         .problems = {404, 413},
         .call = answering([&parts](const Exchange &e) { return postNote(parts, e); })});
    endpoints.push_back(
        {.method = "DELETE",
         .pattern = "/api/v1/notes/{id}",
         .summary = "Removes a note. The audit log keeps what it said.",
         .access = Access::forNoting(),
         .answers = {{204, {}, {}}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return deleteNote(parts, e); })});
}

} // namespace vouch::server
