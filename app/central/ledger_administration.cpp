#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "app/central/whole_file.h"
#include "sync/server/api/ledger_json.h"
#include "sync/server/store/audit.h"
#include "sync/server/store/store.h"

#include <limits>

namespace vouch::central {

namespace {

using server::Store;

/// Tells the other end now and then that work goes on; ends it when the server stops.
server::KeepGoing keepGoing(const Sink &sink)
{
    return [&sink] { return sink({}).ok(); };
}

Result<std::optional<Uuid>> uuidIn(const json::object &request, std::string_view key)
{
    const auto text = textOf(request, key);
    if (text.empty())
        return std::optional<Uuid>();
    const auto id = Uuid::parse(text);
    if (!id)
        return id.failure();
    return std::optional<Uuid>(*id);
}

Result<server::LedgerQuery> queryFrom(const Store &store, const json::object &request)
{
    const auto shop = filterIn(request, "store");
    if (const auto known = checkShop(store, shop.value_or("")); !known)
        return known.failure();
    const auto device = uuidIn(request, "device");
    if (!device)
        return device.failure();
    const auto from = dayIn(request, "from");
    if (!from)
        return from.failure();
    const auto to = dayIn(request, "to");
    if (!to)
        return to.failure();
    server::LedgerQuery out;
    out.store = shop;
    out.region = filterIn(request, "region");
    out.device = *device;
    out.from = *from;
    out.to = *to;
    out.withDays = true;
    return out;
}

} // namespace

/// store, region, device, from, to, verify ("no"). A chain a piece; the result is the totals.
Result<json::object> tellLedger(Store &store, const json::object &request, const Sink &sink)
{
    auto query = queryFrom(store, request);
    if (!query)
        return query.failure();
    const auto totals = store.ledgerTotals(*query);
    if (!totals)
        return totals.failure();
    const bool verifies = textOf(request, "verify") != "no";
    for (std::optional<std::int64_t> after = 0; after;) {
        query->after = *after;
        const auto page = store.ledger(*query);
        if (!page)
            return page.failure();
        for (const auto &chain : page->chains) {
            auto budget = verifies ? std::numeric_limits<std::int64_t>::max() : 0;
            const auto part = server::verifyWithin(store, chain.key, 0, budget, keepGoing(sink));
            if (!part)
                return part.failure();
            const auto told = json::serialize(server::chainJson(chain, *part));
            if (const auto taken = sink(told); !taken)
                return taken.failure();
        }
        after = page->next;
    }
    return server::totalsJson(*totals);
}

Result<json::object> verifyAll(Store &store, const json::object &, const Sink &sink)
{
    const auto verification = store.verify(keepGoing(sink));
    if (!verification)
        return verification.failure();
    return server::verificationJson(*verification);
}

/// kind (refused, conflict), store, key (one only). An entry a piece.
Result<json::object> tellQuarantine(Store &store, const json::object &request, const Sink &sink)
{
    server::QuarantineQuery query;
    query.kind = textOf(request, "kind") == "conflict" ? server::QuarantineKind::Conflict
                                                       : server::QuarantineKind::Refused;
    query.store = filterIn(request, "store");
    query.key = findInteger(request, "key");
    if (const auto known = checkShop(store, query.store.value_or("")); !known)
        return known.failure();
    std::int64_t entries = 0;
    for (;;) {
        const auto page = store.quarantine(query);
        if (!page)
            return page.failure();
        for (const auto &entry : page->entries) {
            const auto told = json::serialize(server::quarantineJson(entry));
            if (const auto taken = sink(told); !taken)
                return taken.failure();
            ++entries;
        }
        if (!page->next)
            return json::object{{"entries", entries}};
        query.before = page->next;
    }
}

/// key (one only)
Result<json::object> retryQuarantine(Store &store, const json::object &request, const Sink &)
{
    const auto retried = store.retryRefused(findInteger(request, "key"));
    if (!retried)
        return retried.failure();
    const auto noted = store.noteAudit(
        {server::audited::quarantineRetry,
         {},
         {{"accepted", retried->accepted}, {"refused", retried->refused}}},
        actorOf(request));
    if (!noted)
        return noted.failure();
    return json::object{
        {"accepted", retried->accepted},
        {"conflicting", retried->conflicting},
        {"refused", retried->refused}};
}

/// file (absolute)
Result<json::object> backUp(Store &store, const json::object &request, const Sink &sink)
{
    WholeFile file(textOf(request, "file"));
    if (const auto created = file.create(); !created)
        return created.failure();
    if (const auto copied = store.backUp(file.part(), keepGoing(sink)); !copied)
        return copied.failure();
    std::error_code error;
    const auto bytes = std::filesystem::file_size(file.part(), error);
    const auto noted =
        store.noteAudit({server::audited::backup, textOf(request, "file")}, actorOf(request));
    if (!noted)
        return noted.failure();
    if (const auto published = file.publish(); !published)
        return published.failure();
    return json::object{{"bytes", static_cast<std::int64_t>(error ? 0 : bytes)}};
}

} // namespace vouch::central
