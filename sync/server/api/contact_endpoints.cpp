#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/hidden_place.h"
#include "sync/server/api/selection.h"
#include "sync/server/store/contacts.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::string_view contactList = "contacts";

json::object contactJson(const ContactEntry &entry)
{
    return {
        {"id", entry.check.text()},
        {"store", entry.store},
        {"store_name", entry.storeName},
        {"touchpoint", entry.touchpoint},
        {"day", formatDay(entry.day)},
        {"hour", entry.hour},
        {"score", entry.score ? json::value(*entry.score) : json::value(nullptr)},
        {"consent", {{"version", entry.consentVersion}, {"language", entry.consentLanguage}}},
        {"key", entry.key}};
}

Result<http::Response> tellContacts(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto before = nextIn(exchange, contactList, "before");
    if (!before)
        return before.failure();
    const auto page = view.contacts(
        {std::move(selection->store),
         std::move(selection->region),
         {},
         selection->days.from,
         selection->days.to,
         *before});
    if (!page)
        return page.failure();
    json::array contacts;
    for (const auto &entry : page->entries)
        contacts.push_back(contactJson(entry));
    return jsonReply(json::serialize(json::object{
        {"contacts", std::move(contacts)},
        {"next", hiddenNext(exchange, contactList, page->next)}}));
}

Result<http::Response> openContact(ApiParts &parts, const Exchange &exchange)
{
    const auto id = Uuid::parse(exchange.request.parameters.at("id"));
    if (!id)
        return Failure{std::string(code::notFound), "There is no such contact.", {}};
    const auto opened =
        parts.store.openContact(*id, exchange.caller.sees(), exchange.caller.actor());
    if (!opened)
        return opened.failure();
    const bool isPhone = opened->kind == check::ContactKind::Phone;
    return jsonReply(json::serialize(
        json::object{{"kind", isPhone ? "phone" : "email"}, {"address", opened->address}}));
}

} // namespace

void addContactEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/contacts",
         .summary = "Shoppers who may be contacted, the newest first; their addresses are sealed. "
                    "A page looks at some 50,000 records and may be empty before the end.",
         .access = Access::forContacts(),
         .parameters =
             {storeParameter(),
              regionParameter(),
              fromParameter(),
              toParameter(),
              {"before", "The next page: what this one gave as next."}},
         .answers = {{200, "application/json", "Contacts"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return tellContacts(parts, e); })});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/contacts/{id}/open",
         .summary = "Opens one shopper's address. The audit log says who did.",
         .access = Access::forContacts(),
         .answers = {{200, "application/json", "Contact"}},
         .problems = {404, 409},
         .call = answering([&parts](const Exchange &e) { return openContact(parts, e); })});
}

} // namespace vouch::server
