#include "core/check/check.h"

#include "core/base/crypto.h"

#include <algorithm>

namespace vouch::check {

namespace {

constexpr std::size_t saltSize = 16;

Result<std::string> digestOf(std::string_view saltHex, const json::value &value)
{
    const auto salt = crypto::fromHex(saltHex);
    auto canonical = canonicalJson(value);
    if (!canonical)
        return canonical.failure();
    return crypto::blake2bHex(salt.value_or(std::string()) + *canonical);
}

} // namespace

const std::string &noHash()
{
    static const std::string zeros(64, '0');
    return zeros;
}

Result<Item> withDigest(Item item)
{
    if (!isErasable(item.type))
        return item;
    item.salt = crypto::toHex(crypto::randomBytes(saltSize));
    auto digest = digestOf(item.salt, item.value);
    if (!digest)
        return digest.failure();
    item.digest = std::move(*digest);
    return item;
}

Result<std::string> hashOf(const json::object &record)
{
    std::vector<const json::object *> erasable;
    if (const auto *items = findArray(record, "items")) {
        for (const auto &element : *items) {
            const auto *item = element.if_object();
            const auto *type = item ? findString(*item, "type") : nullptr;
            if (type && isErasable(view(*type)))
                erasable.push_back(item);
        }
    }
    const auto leavesOut = [&](const json::object &holder, std::string_view key) {
        if (&holder == &record)
            return key == "hash";
        return (key == "value" || key == "salt") &&
               std::find(erasable.begin(), erasable.end(), &holder) != erasable.end();
    };
    const auto canonical = canonicalJson(record, leavesOut);
    if (!canonical)
        return canonical.failure();
    return crypto::blake2bHex(*canonical);
}

Result<Link> append(Check &check, const Link &last)
{
    check.chain = last.chain;
    check.sequence = last.sequence + 1;
    check.previous = last.hash.empty() ? noHash() : last.hash;
    check.hash.clear();
    auto hash = hashOf(toJson(check));
    if (!hash)
        return hash.failure();
    check.hash = std::move(*hash);
    return Link{check.chain, check.sequence, check.hash};
}

Result<void> verify(const json::object &record)
{
    const auto *claimed = findString(record, "hash");
    const auto hash = hashOf(record);
    if (!hash)
        return hash.failure();
    if (!claimed || view(*claimed) != *hash)
        return Failure{
            "hash-mismatch", "The record's hash does not fit its content; it was altered.", "hash"};
    const auto *items = findArray(record, "items");
    for (const auto &element : items ? *items : json::array()) {
        const auto *item = element.if_object();
        const auto *salt = item ? findString(*item, "salt") : nullptr;
        const auto *value = item ? item->if_contains("value") : nullptr;
        const auto *type = item ? findString(*item, "type") : nullptr;
        if (!type || !isErasable(view(*type)) || (!value && !salt))
            continue;
        const auto *stated = findString(*item, "digest");
        if (!value || !salt || !stated)
            return Failure{"digest-mismatch", "The item lacks its value, salt or digest.", "items"};
        const auto digest = digestOf(view(*salt), *value);
        if (!digest)
            return digest.failure();
        if (view(*stated) != *digest)
            return Failure{"digest-mismatch", "The item's digest does not fit its value.", "items"};
    }
    return {};
}

} // namespace vouch::check
