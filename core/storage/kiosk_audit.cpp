#include "core/storage/kiosk_store_private.h"

#include <algorithm>

/// Whether the sealed records are still what they were when they were sealed.
namespace vouch::storage {

namespace {

void name(ChainReport::Sequences &found, std::int64_t sequence)
{
    ++found.count;
    if (found.first.size() < ChainReport::mostNamed)
        found.first.push_back(sequence);
}

void nameMissing(ChainReport &report, std::int64_t from, std::int64_t until)
{
    for (auto each = from; each <= until && report.missing.first.size() < ChainReport::mostNamed;
         ++each)
        report.missing.first.push_back(each);
    report.missing.count += std::max<std::int64_t>(until - from + 1, 0);
}

/// Whether the table still says what the record does.
bool agrees(const check::Check &table, const check::Check &record)
{
    if (table.id != record.id || table.chain != record.chain || table.sequence != record.sequence ||
        table.hash != record.hash || table.kind != record.kind || table.score != record.score ||
        table.day != record.day || table.openedAt != record.openedAt ||
        table.items.size() != record.items.size())
        return false;
    for (std::size_t i = 0; i < table.items.size(); ++i) {
        const auto &mine = table.items[i];
        const auto same = [&](const check::Item &each) {
            return each.question == mine.question && each.value == mine.value;
        };
        if (std::none_of(record.items.begin(), record.items.end(), same))
            return false;
    }
    return true;
}

json::array arrayOf(const ChainReport::Sequences &found)
{
    return json::array(found.first.begin(), found.first.end());
}

} // namespace

KioskStore::Private::Genuine
KioskStore::Private::judge(const std::string &canonical, const std::string &seal)
{
    auto record = parseJson(canonical);
    if (!record || !record->is_object() || !check::verify(record->as_object()))
        return Genuine::Altered;
    auto read = check::fromJson(record->as_object());
    if (!read)
        return Genuine::Altered;
    const check::Link link{read->chain, read->sequence, read->hash};
    if (!seal.empty() && key && seal == sealOf(link, *key))
        return Genuine::Yes;
    const auto head = storedHead(*database, read->chain, key);
    const bool before =
        seal.empty() && head && head->isSigned && read->sequence <= head->head.unsealedUntil;
    return before ? Genuine::Unsealed : Genuine::Inserted;
}

void KioskStore::Private::auditRow(SQLite::Statement &row)
{
    const auto chain = uuidOf(row.getColumn(1));
    const auto sequence = row.getColumn(2).getInt64();
    if (audit.at.chain != chain) {
        endOfChain();
        audit.at = {chain, 0, check::noHash()};
    }
    auto &report = audit.reports[chain];
    report.chain = chain;
    nameMissing(report, audit.at.sequence + 1, sequence - 1);
    const auto canonical = bytesOf(row.getColumn(3));
    const auto genuine = judge(canonical, bytesOf(row.getColumn(4)));
    auto record = parseJson(canonical);
    auto read = record && record->is_object() ? check::fromJson(record->as_object())
                                              : Result<check::Check>(Failure{});
    const auto table = guarded([&] { return this->read(row.getColumn(0).getInt64()); });
    if (genuine == Genuine::Altered || !read || !table || !agrees(*table, *read))
        name(report.altered, sequence);
    else if (genuine == Genuine::Inserted)
        name(report.inserted, sequence);
    else if (genuine == Genuine::Unsealed)
        ++report.unsealed;
    if (read && sequence == audit.at.sequence + 1 && read->previous != audit.at.hash)
        name(report.unlinked, sequence);
    report.made = std::max(report.made, sequence);
    audit.at = {chain, sequence, row.getColumn(5).getString()};
}

/// Of what is beside its records the chain's head tells whether the last ones are gone.
void KioskStore::Private::endOfChain()
{
    if (audit.at.chain.isNull())
        return;
    auto &report = audit.reports[audit.at.chain];
    report.chain = audit.at.chain;
    const auto head = storedHead(*database, audit.at.chain, key);
    report.headAltered = !head || !head->isSigned;
    if (head && head->isSigned) {
        nameMissing(report, audit.at.sequence + 1, head->head.newest.sequence);
        report.made = std::max(report.made, head->head.newest.sequence);
    }
}

Result<bool> KioskStore::verifySome(std::size_t records)
{
    return guarded([&]() -> Result<bool> {
        auto &audit = d->audit;
        auto query = d->prepare(
            "SELECT row, chain, sequence, canonical, seal, hash FROM checks WHERE chain IS NOT "
            "NULL AND (chain, sequence) > (?, ?) ORDER BY chain, sequence LIMIT ?");
        bindUuid(query, 1, audit.at.chain);
        query.bind(2, audit.at.sequence);
        query.bind(3, static_cast<std::int64_t>(records));
        std::size_t seen = 0;
        for (; query.executeStep(); ++seen)
            d->auditRow(query);
        if (seen == records && records > 0)
            return false;
        d->endOfChain();
        for (const auto &chain : chainsWithHead(*d->database)) {
            if (audit.reports.contains(chain))
                continue;
            audit.at = {chain, 0, check::noHash()}; // all its records are gone
            d->endOfChain();
        }
        audit.found = std::move(audit.reports);
        audit.reports.clear();
        audit.at = {};
        return true;
    });
}

Result<std::vector<ChainReport>> KioskStore::verifyChains()
{
    d->audit = {};
    for (;;) {
        const auto done = verifySome(1000);
        if (!done)
            return done.failure();
        if (*done)
            return ledger();
    }
}

Result<std::vector<ChainReport>> KioskStore::ledger()
{
    const auto heads = this->heads();
    if (!heads)
        return heads.failure();
    auto found = d->audit.found;
    for (const auto &head : *heads) {
        auto &report = found[head.chain];
        report.chain = head.chain;
        report.made = std::max(report.made, head.sequence);
    }
    std::vector<ChainReport> out;
    for (auto &[chain, report] : found)
        out.push_back(std::move(report));
    return out;
}

json::object toJson(std::span<const ChainReport> reports)
{
    json::object out;
    for (const auto &each : reports)
        out[each.chain.text()] = json::object{
            {"made", each.made},
            {"altered", arrayOf(each.altered)},
            {"inserted", arrayOf(each.inserted)},
            {"unlinked", arrayOf(each.unlinked)},
            {"missing", arrayOf(each.missing)},
            {"head_altered", each.headAltered}};
    return out;
}

} // namespace vouch::storage
