#include "app/central/local_administration.h"

#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "app/central/import_request.h"
#include "core/checklist/parser.h"
#include "sync/server/store/store.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <map>

namespace vouch::central {

json::value timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? json::value(formatUtc(*time)) : json::value(nullptr);
}

std::string accountOf(unsigned user)
{
    char buffer[4096];
    passwd entry{}, *found = nullptr;
    const bool known = ::getpwuid_r(user, &entry, buffer, sizeof buffer, &found) == 0 && found;
    return "local:" + (known ? std::string(entry.pw_name) : std::to_string(user));
}

server::Actor actorOf(const json::object &request)
{
    auto who = textOf(request, "by");
    return {who.empty() ? accountOf(::geteuid()) : std::move(who), "command"};
}

Result<json::object> done(const Result<void> &result)
{
    if (!result)
        return result.failure();
    return json::object{};
}

Result<void> checkShop(const server::Store &store, const std::string &shop)
{
    if (shop.empty())
        return {};
    const auto known = store.findStore(shop);
    if (!known)
        return known.failure();
    if (!*known)
        return Failure{"not-found", "There is no such store; `store list` shows them.", shop};
    return {};
}

Result<std::optional<Day>> dayIn(const json::object &request, std::string_view key)
{
    const auto text = textOf(request, key);
    if (text.empty())
        return std::optional<Day>();
    const auto day = parseDay(text);
    if (!day)
        return day.failure();
    return std::optional<Day>(*day);
}

std::optional<std::string> filterIn(const json::object &request, std::string_view key)
{
    const auto text = textOf(request, key);
    return text.empty() ? std::nullopt : std::optional(text);
}

namespace {

using server::Store;

constexpr std::size_t longestShown = 500; ///< bytes of a setting in a list

/// file (only quoted), json
Result<json::object> addChecklist(Store &store, const json::object &request, const Sink &)
{
    const auto text = textOf(request, "json");
    const auto checklist = checklist::parse(text, textOf(request, "file"));
    if (!checklist)
        return checklist.failure();
    if (const auto added =
            store.addChecklist(checklist->id, checklist->version, text, actorOf(request));
        !added)
        return added.failure();
    return json::object{{"id", checklist->id}, {"version", checklist->version}};
}

/// id, store (empty: the chain)
Result<json::object> publishChecklist(Store &store, const json::object &request, const Sink &)
{
    return done(
        store.publishChecklist(textOf(request, "id"), textOf(request, "store"), actorOf(request)));
}

/// key, json, store (empty: the chain)
Result<json::object> setSetting(Store &store, const json::object &request, const Sink &)
{
    const auto value = parseJson(textOf(request, "json"));
    if (!value)
        return Failure{
            value.failure().code,
            "The value is no JSON: " + value.failure().message +
                " A text needs quotation marks of its own: '\"question\"'.",
            textOf(request, "key")};
    return done(store.setSetting(
        {textOf(request, "store"), textOf(request, "key"), *value, Timestamp()}, actorOf(request)));
}

/// Whether a setting is the one that counts in a shop.
bool holdsIn(
    const std::string &shop, const server::Setting &setting,
    const std::vector<server::Setting> &all)
{
    return setting.store == shop ||
           (setting.store.empty() && std::none_of(all.begin(), all.end(), [&](const auto &other) {
                return other.store == shop && other.key == setting.key;
            }));
}

/// store (empty: what is set anywhere)
Result<json::object> listSettings(Store &store, const json::object &request, const Sink &)
{
    const auto shop = textOf(request, "store");
    if (const auto known = checkShop(store, shop); !known)
        return known.failure();
    const auto all = store.settings();
    if (!all)
        return all.failure();
    json::array rows;
    for (const auto &setting : *all) {
        if (!shop.empty() && !holdsIn(shop, setting, *all))
            continue;
        auto value = json::serialize(setting.value);
        if (value.size() > longestShown)
            value = "(" + std::to_string(value.size()) + " bytes of JSON)";
        rows.push_back(json::object{
            {"store", setting.store},
            {"key", setting.key},
            {"value", value},
            {"set_at", formatUtc(setting.setAt)}});
    }
    return json::object{{"settings", std::move(rows)}};
}

/// key, store (empty: the chain)
Result<json::object> removeSetting(Store &store, const json::object &request, const Sink &)
{
    return done(
        store.removeSetting(textOf(request, "store"), textOf(request, "key"), actorOf(request)));
}

} // namespace

LocalAdministration::LocalAdministration(std::shared_ptr<Store> store)
    : m_store(std::move(store))
{
}

Result<json::object> LocalAdministration::perform(const json::object &request, const Sink &sink)
{
    static const std::map<std::string, Work, std::less<>> works{
        {"store-add", addStore},
        {"store-list", listStores},
        {"store-set", changeStore},
        {"structure-export", tellStructure},
        {"structure-import", changeStructure},
        {"region-add", addRegion},
        {"region-set", changeRegion},
        {"region-list", listRegions},
        {"device-code", makeCode},
        {"device-codes", makeCodes},
        {"device-list", listDevices},
        {"device-set", changeDevice},
        {"device-replace", replaceDevice},
        {"device-revoke", revokeDevice},
        {"device-restore", restoreDevice},
        {"device-rotate", rotateDevice},
        {"user-add", addUser},
        {"user-list", listUsers},
        {"user-set", changeUser},
        {"user-password", setPassword},
        {"token-add", addToken},
        {"token-list", listTokens},
        {"token-revoke", revokeToken},
        {"audit-list", tellAudit},
        {"audit-verify", verifyAudit},
        {"checklist-add", addChecklist},
        {"checklist-publish", publishChecklist},
        {"setting-set", setSetting},
        {"setting-list", listSettings},
        {"setting-remove", removeSetting},
        {"pin-set", setPin},
        {"pin-remove", removePin},
        {"pin-list", listPins},
        {"publish", publish},
        {"publication-list", listPublications},
        {"publication-widen", widenPublication},
        {"publication-rollback", rollBackPublication},
        {"note-add", addNote},
        {"note-list", listNotes},
        {"note-remove", removeNote},
        {"erase", eraseRecords},
        {"retention-show", showRetention},
        {"retention-set", setRetention},
        {"export", exportRecords},
        {"codebook", tellCodebook},
        {"report", makeReports},
        {"key-rotate", rotateKey},
        {"import-batch", importBatch},
        {"import-responses", importResponses},
        {"import-sales", importSales},
        {"verify", verifyAll},
        {"ledger", tellLedger},
        {"quarantine", tellQuarantine},
        {"quarantine-retry", retryQuarantine},
        {"backup", backUp}};
    const auto found = works.find(textOf(request, "do"));
    if (found == works.end())
        return Failure{
            "request-unknown",
            "The running server does not know this command. Restart it with this version.",
            textOf(request, "do")};
    return found->second(*m_store, request, sink);
}

} // namespace vouch::central
