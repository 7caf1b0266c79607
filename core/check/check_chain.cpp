#include "core/check/check.h"

#include "core/base/crypto.h"

namespace vouch::check {

namespace {

constexpr std::size_t saltSize = 16;

std::string_view viewOf(const crypto::Hash &hash)
{
    return {reinterpret_cast<const char *>(hash.data()), hash.size()};
}

crypto::Hash digestOf(std::string_view saltHex, std::string_view canonicalValue)
{
    crypto::Blake2b state;
    state.add(crypto::fromHex(saltHex).value_or(std::string()));
    state.add(canonicalValue);
    return state.finish();
}

bool isHexOf(const crypto::Hash &hash, std::string_view text)
{
    crypto::Hash stated;
    return crypto::fromHex(text, stated) && stated == hash;
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
    const auto value = canonicalJson(item.value);
    if (!value)
        return value.failure();
    item.digest = crypto::toHex(viewOf(digestOf(item.salt, *value)));
    return item;
}

CanonicalRecord::CanonicalRecord(const json::object &record)
    : m_record(&record)
{
    const auto *items = findArray(record, "items");
    if (!items)
        return;
    for (const auto &element : *items) {
        const auto *item = element.if_object();
        const auto *type = item ? findString(*item, "type") : nullptr;
        if (type && isErasable(view(*type)))
            m_erasable.push_back({item, {}});
    }
}

Result<CanonicalRecord> CanonicalRecord::of(const json::object &record)
{
    CanonicalRecord out(record);
    auto text = canonicalJson(record, [&out](const PlacedMember &member) { out.note(member); });
    if (!text)
        return text.failure();
    out.m_text = std::move(*text);
    return out;
}

void CanonicalRecord::note(const PlacedMember &member)
{
    if (&member.holder == m_record) {
        if (member.key == "hash")
            m_notHashed.push_back({member.from, member.to});
        return;
    }
    const bool isValue = member.key == "value";
    if (!isValue && member.key != "salt")
        return;
    for (auto &erasable : m_erasable) {
        if (erasable.item != &member.holder)
            continue;
        m_notHashed.push_back({member.from, member.to});
        if (isValue)
            erasable.value = {member.value, member.to};
    }
}

crypto::Hash CanonicalRecord::hash() const
{
    crypto::Blake2b state;
    const std::string_view text(m_text);
    std::size_t at = 0;
    char last = 0; // of what is hashed
    for (const auto &[from, to] : m_notHashed) {
        // A member goes with the comma before it; the first that stays has none.
        const auto end = text[from - 1] == ',' ? from - 1 : from;
        if (at < end) {
            state.add(text.substr(at, end - at));
            last = text[end - 1];
        }
        at = last == '{' && text[to] == ',' ? to + 1 : to;
    }
    state.add(text.substr(at));
    return state.finish();
}

Result<void> CanonicalRecord::verify() const
{
    const auto *claimed = findString(*m_record, "hash");
    if (!claimed || !isHexOf(hash(), view(*claimed)))
        return Failure{
            "hash-mismatch", "The record's hash does not fit its content; it was altered.", "hash"};
    for (const auto &[item, value] : m_erasable) {
        const auto *salt = findString(*item, "salt");
        const bool isThere = value.to > 0;
        if (!isThere && !salt)
            continue;
        const auto *stated = findString(*item, "digest");
        if (!isThere || !salt || !stated)
            return Failure{"digest-mismatch", "The item lacks its value, salt or digest.", "items"};
        const auto text = std::string_view(m_text).substr(value.from, value.to - value.from);
        if (!isHexOf(digestOf(view(*salt), text), view(*stated)))
            return Failure{"digest-mismatch", "The item's digest does not fit its value.", "items"};
    }
    return {};
}

Result<std::string> hashOf(const json::object &record)
{
    const auto canonical = CanonicalRecord::of(record);
    if (!canonical)
        return canonical.failure();
    return crypto::toHex(viewOf(canonical->hash()));
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
    const auto canonical = CanonicalRecord::of(record);
    return canonical ? canonical->verify() : canonical.failure();
}

} // namespace vouch::check
