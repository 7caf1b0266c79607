#include "core/base/crypto.h"
#include "core/check/check.h"
#include "sync/server/store/contacts.h"
#include "sync/server/store/shop_choice.h"
#include "sync/server/store/store_parts.h"

#include <fstream>

namespace vouch::server {

namespace {

/// Records that one page looks at, and permissions that it holds, at most.
constexpr std::int64_t recordsOfPage = 50'000;
constexpr std::size_t entriesOfPage = 50;

constexpr SqlPair pageSql{
    "SELECT number, store, day, hour, canonical FROM records "
    "WHERE number < ?1 AND number >= ?2 AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR "
    "day <= ?4) AND (?5 OR store IN (SELECT value FROM each_key(?6))) "
    "AND instr(canonical, CAST('\"type\":\"contact\"' AS BLOB)) > 0 ORDER BY number DESC",
    "SELECT number, store, day, hour, canonical FROM records "
    "WHERE number < ?1 AND number >= ?2 AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR "
    "day <= ?4) AND (?5 OR store IN (SELECT value FROM each_key(?6))) "
    "AND position('\"type\":\"contact\"'::bytea IN canonical) > 0 ORDER BY number DESC"};

/// The contact of a record that was not erased; null when there is none, and when it would tell
/// which employee answered.
const check::Item *contactIn(const check::Check &check, const Measurements &measurements)
{
    if (measurements.of(check.checklist, check.series) == checklist::Measurement::EmployeeNps)
        return nullptr;
    for (const auto &item : check.items)
        if (item.type == check::item_type::contact && item.value.is_object())
            return &item;
    return nullptr;
}

Result<check::Check> recordFrom(const Query &row, int column)
{
    const auto parsed = parseJson(row.text(column));
    if (!parsed || !parsed->is_object())
        return Failure{"record-damaged", "The stored record cannot be read. Run verify.", {}};
    return check::fromJson(parsed->get_object());
}

std::string textIn(const json::object &object, std::string_view key)
{
    const auto *text = findString(object, key);
    return text ? std::string(view(*text)) : std::string();
}

ContactEntry entryOf(const check::Check &check, const check::Item &contact)
{
    const auto &value = contact.value.get_object();
    ContactEntry out;
    out.check = check.id;
    out.store = check.store;
    out.touchpoint = check.touchpoint;
    out.score = check.score;
    out.key = textIn(value, "key");
    if (const auto *consent = findObject(value, "consent")) {
        out.consentVersion = textIn(*consent, "version");
        out.consentLanguage = textIn(*consent, "language");
    }
    return out;
}

Result<ShopChoice> shopsOf(Connection &connection, const ContactQuery &query)
{
    ShopQuery asked{{}, query.region, query.scope};
    if (query.store)
        asked.stores = {*query.store};
    return chooseShops(connection, asked);
}

/// The secret half of a key that the chain has had.
Result<crypto::SealingKey>
keyNamed(Connection &connection, const std::filesystem::path &folder, const std::string &id)
{
    Query row(connection, "SELECT public_key FROM sealing_keys WHERE id = ?", id);
    const bool isOurs = row.next();
    std::ifstream file(folder / ("sealing-" + (isOurs ? id : std::string()) + ".key"));
    std::string text;
    const auto secret =
        isOurs && std::getline(file, text) ? crypto::fromBase64(text) : std::nullopt;
    if (!secret)
        return Failure{
            std::string(protocol::code::keyMissing),
            "The secret key that opens this contact is not on this server. Bring back the folder "
            "of keys from where it was kept.",
            "key " + id};
    return crypto::SealingKey{std::string(row.bytes(0)), *secret};
}

} // namespace

Result<ContactPage> Store::contacts(const ContactQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<ContactPage> {
        const auto shops = shopsOf(connection, query);
        if (!shops)
            return shops.failure();
        auto before = query.before.value_or(0);
        if (!query.before) {
            Query last(connection, "SELECT coalesce(max(number), 0) + 1 FROM records");
            last.next();
            before = last.integer(0);
        }
        const auto from = std::max<std::int64_t>(before - recordsOfPage, 1);
        std::map<std::int64_t, std::string> names;
        Query stores(connection, "SELECT key, name FROM stores");
        while (stores.next())
            names[stores.integer(0)] = stores.text(1);
        ContactPage page;
        if (from > 1)
            page.next = from;
        const Measurements measurements(connection);
        Query rows(
            connection, pageSql, before, from, query.from, query.to, shops->everyAsked,
            shops->asked);
        while (rows.next()) {
            if (page.entries.size() == entriesOfPage) {
                page.next = rows.integer(0) + 1;
                break;
            }
            const auto check = recordFrom(rows, 4);
            if (!check)
                return check.failure();
            const auto *contact = contactIn(*check, measurements);
            if (!contact)
                continue;
            auto entry = entryOf(*check, *contact);
            entry.storeName = names[rows.integer(1)];
            entry.day = rows.day(2);
            entry.hour = static_cast<int>(rows.integer(3));
            page.entries.push_back(std::move(entry));
        }
        return page;
    });
}

Result<check::Contact> Store::openContact(const Uuid &id, const StoreSet &scope, const Actor &by)
{
    const Failure notFound{
        std::string(protocol::code::notFound), "There is no such contact.", id.text()};
    std::string store;
    auto opened = m_parts->readers.read([&](Connection &connection) -> Result<check::Contact> {
        Query row(
            connection,
            "SELECT s.id, r.canonical FROM records r JOIN stores s ON s.key = r.store "
            "WHERE r.id = ?",
            id);
        if (!row.next() || !scope.contains(row.text(0)))
            return notFound;
        store = row.text(0);
        const auto check = recordFrom(row, 1);
        if (!check)
            return check.failure();
        const auto *contact = contactIn(*check, Measurements(connection));
        if (!contact)
            return notFound;
        const auto key =
            keyNamed(connection, m_parts->keyFolder(), textIn(contact->value.get_object(), "key"));
        if (!key)
            return key.failure();
        return check::openContact(contact->value, *key);
    });
    if (!opened)
        return opened;
    // Nobody learns an address before it is written down who did.
    const auto noted =
        noteAudit({audited::contactOpen, id.text(), json::object{{"store", store}}}, by);
    if (!noted)
        return noted.failure();
    return opened;
}

} // namespace vouch::server
