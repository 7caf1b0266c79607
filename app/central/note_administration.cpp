#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "sync/server/store/notes.h"
#include "sync/server/store/store.h"

namespace vouch::central {

/// day, store or region (both empty: the chain), text
Result<json::object> addNote(server::Store &store, const json::object &request, const Sink &)
{
    const auto day = dayIn(request, "day");
    if (!day)
        return day.failure();
    if (!*day)
        return Failure{"day-malformed", "Say the day: 2026-11-22.", "day"};
    const auto id = store.addNote(
        {**day, textOf(request, "store"), textOf(request, "region"), textOf(request, "text")},
        actorOf(request));
    if (!id)
        return id.failure();
    return json::object{{"notes", json::array{json::object{{"id", std::to_string(*id)}}}}};
}

Result<json::object> listNotes(server::Store &store, const json::object &, const Sink &)
{
    const auto all = store.notes();
    if (!all)
        return all.failure();
    json::array rows;
    for (const auto &note : *all)
        rows.push_back(json::object{
            {"id", std::to_string(note.id)},
            {"day", formatDay(note.said.day)},
            {"store", note.said.store},
            {"region", note.said.region},
            {"text", note.said.text},
            {"by", note.by}});
    return json::object{{"notes", std::move(rows)}};
}

/// id
Result<json::object> removeNote(server::Store &store, const json::object &request, const Sink &)
{
    return done(store.removeNote(findInteger(request, "id").value_or(0), actorOf(request)));
}

} // namespace vouch::central
