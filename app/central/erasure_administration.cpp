#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "sync/server/store/store.h"

namespace vouch::central {

Result<json::object> eraseRecords(server::Store &store, const json::object &request, const Sink &)
{
    server::ErasureRequest wanted;
    wanted.code = textOf(request, "code");
    if (const auto id = textOf(request, "record"); !id.empty()) {
        const auto record = Uuid::parse(id);
        if (!record)
            return Failure{"record-malformed", "A record's id is a UUID.", id};
        wanted.record = *record;
    }
    const auto done = store.erase(wanted, actorOf(request));
    if (!done)
        return done.failure();
    json::array records;
    for (const auto &record : done->records)
        records.push_back(json::object{
            {"id", record.id.text()}, {"store", record.store}, {"day", formatDay(record.day)}});
    return json::object{{"records", std::move(records)}, {"copies", done->copies}};
}

Result<json::object> showRetention(server::Store &store, const json::object &, const Sink &)
{
    const auto rules = store.retention();
    if (!rules)
        return rules.failure();
    return json::object{
        {"contact_days", rules->contactDays},
        {"comment_days", rules->commentDays},
        {"record_days", rules->recordDays}};
}

Result<json::object>
setRetention(server::Store &store, const json::object &request, const Sink &sink)
{
    auto rules = store.retention();
    if (!rules)
        return rules.failure();
    rules->contactDays = findInteger(request, "contact_days").value_or(rules->contactDays);
    rules->commentDays = findInteger(request, "comment_days").value_or(rules->commentDays);
    rules->recordDays = findInteger(request, "record_days").value_or(rules->recordDays);
    if (const auto set = store.setRetention(*rules, actorOf(request)); !set)
        return set.failure();
    return showRetention(store, request, sink);
}

} // namespace vouch::central
