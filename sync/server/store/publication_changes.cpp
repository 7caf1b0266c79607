#include "core/base/crypto.h"
#include "sync/protocol/kiosk_settings.h"
#include "sync/server/store/publication_parts.h"

#include <algorithm>

namespace vouch::server {

namespace {

namespace code = protocol::code;

Result<std::string> checklistValue(
    Connection &connection, const std::string &id, const std::optional<json::value> &wanted)
{
    std::optional<std::int64_t> version;
    if (wanted && wanted->is_int64())
        version = wanted->get_int64();
    else if (wanted)
        return Failure{std::string(code::malformed), "A version is a whole number.", "version"};
    Query row(
        connection,
        "SELECT CAST(version AS TEXT) FROM checklists WHERE id = ?1 AND "
        "version = coalesce(CAST(?2 AS BIGINT), "
        "(SELECT max(version) FROM checklists WHERE id = ?1))",
        id, version);
    if (!row.next())
        return Failure{
            std::string(code::notFound),
            "There is no checklist \"" + id + "\"" +
                (version ? " of version " + std::to_string(*version) : std::string()) +
                ". Add it first, then publish it.",
            "checklist"};
    return row.text(0);
}

/// Of the stores without a value of their own: those that come first when drawn by the subject.
std::set<std::string>
drawn(Connection &connection, const NewPublication &wanted, const std::set<std::string> &own)
{
    std::vector<std::pair<std::string, std::string>> all;
    Query rows(connection, "SELECT id FROM stores ORDER BY id");
    while (rows.next())
        if (const auto id = rows.text(0); !own.contains(id))
            all.emplace_back(crypto::blake2bHex(wanted.subject + '\n' + id), id);
    std::sort(all.begin(), all.end());
    const auto share = static_cast<std::size_t>(wanted.reach.percent);
    const auto count = (all.size() * share + 99) / 100;
    std::set<std::string> out;
    for (std::size_t i = 0; i < count; ++i)
        out.insert(all[i].second);
    return out;
}

Result<std::set<std::string>> stagePlaces(Connection &connection, const NewPublication &wanted)
{
    const auto &reach = wanted.reach;
    const auto own = ownPlaces(connection, wanted.kind, wanted.subject);
    if (reach.stores.empty()) {
        if (reach.percent < 1 || reach.percent > 99)
            return Failure{
                std::string(code::malformed), "A share is 1 to 99 per cent of the stores.",
                "share"};
        auto out = drawn(connection, wanted, own);
        if (out.empty())
            return Failure{
                std::string(code::notFound),
                "There is no store without a value of its own for this.", "share"};
        return out;
    }
    for (const auto &store : reach.stores) {
        if (!storeKey(connection, store))
            return storeNotFound(store);
        if (own.contains(store))
            return Failure{
                "store-own",
                "The store \"" + store +
                    "\" has a value of its own for this, which the chain's would not replace. "
                    "Leave it out, or take its own away.",
                store};
    }
    return reach.stores;
}

} // namespace

Result<std::optional<std::string>> storedValue(Connection &connection, const NewPublication &wanted)
{
    if (wanted.kind == PublicationKind::Checklist) {
        auto version = checklistValue(connection, wanted.subject, wanted.value);
        if (!version)
            return version.failure();
        return std::optional(std::move(*version));
    }
    if (!wanted.value)
        return std::optional<std::string>();
    if (const auto fine = protocol::checkSetting(wanted.subject, *wanted.value); !fine)
        return fine.failure();
    if (wanted.reach.kind != Reach::Kind::Chain && protocol::isOfChain(wanted.subject))
        return Failure{
            std::string(code::settingOfChain),
            "This is the same in the whole chain. Set it without a store.", wanted.subject};
    return std::optional(json::serialize(*wanted.value));
}

Result<std::map<std::string, Held>>
changesOf(Connection &connection, const NewPublication &wanted, const std::string *value)
{
    const Held held{value ? std::optional(*value) : std::nullopt, false};
    std::map<std::string, Held> out;
    switch (wanted.reach.kind) {
    case Reach::Kind::Store: {
        const auto &store = *wanted.reach.stores.begin();
        // What a store that has gone left behind can still be taken away.
        if (value && !storeKey(connection, store))
            return storeNotFound(store);
        out[store] = held;
        break;
    }
    case Reach::Kind::Stage: {
        const auto places = stagePlaces(connection, wanted);
        if (!places)
            return places.failure();
        for (const auto &place : *places)
            out[place] = {held.value, true};
        break;
    }
    case Reach::Kind::Chain:
        for (const auto &place : stagedPlaces(connection, wanted.kind, wanted.subject))
            out[place] = {};
        out[""] = held;
        break;
    case Reach::Kind::Undo:
        return Failure{std::string(code::internal), "Only a rollback undoes.", ""};
    }
    return out;
}

} // namespace vouch::server
