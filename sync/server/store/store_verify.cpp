#include "sync/server/store/chain_verifier.h"
#include "sync/server/store/recount.h"

namespace vouch::server {

namespace {

/// Places in one read; some 20 ms of it.
constexpr std::int64_t placesAtOnce = 1000;

struct ChainName
{
    std::int64_t key = 0;
    Uuid chain;
    Uuid device;
    std::string deviceName;
};

Result<std::vector<ChainName>> chainsBehind(ReaderPool &readers, std::int64_t after)
{
    return readers.read([&](Connection &connection) -> Result<std::vector<ChainName>> {
        std::vector<ChainName> out;
        Query rows(
            connection,
            "SELECT c.key, c.id, d.id, d.name FROM chains c JOIN devices d ON d.key = c.device "
            "WHERE c.key > ? ORDER BY c.key LIMIT 1000",
            after);
        while (rows.next())
            out.push_back({rows.integer(0), rows.uuid(1), rows.uuid(2), rows.text(3)});
        return out;
    });
}

Difference differenceAt(const ChainName &name, const Finding &finding)
{
    std::string where = "tablet ";
    if (!name.deviceName.empty())
        where += name.deviceName + " ";
    where += "(" + name.device.text() + "), chain " + name.chain.text() + ", place " +
             std::to_string(finding.sequence);
    if (finding.last != finding.sequence)
        where += " to " + std::to_string(finding.last);
    return {finding.code,     name.device,     name.chain,
            finding.sequence, finding.message, std::move(where)};
}

void addDifference(Verification &all, Difference difference)
{
    if (all.differences.size() < mostFindings)
        all.differences.push_back(std::move(difference));
}

} // namespace

Result<ChainVerdict>
Store::verifyChain(std::int64_t chainKey, std::int64_t after, std::int64_t places) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<ChainVerdict> {
        return ChainVerifier(connection, chainKey, after, places).verify();
    });
}

Result<Verification> Store::verify(const KeepGoing &goOn) const
{
    Verification out;
    for (std::int64_t after = 0;;) {
        const auto chains = chainsBehind(m_parts->readers, after);
        if (!chains)
            return chains.failure();
        if (chains->empty())
            break;
        after = chains->back().key;
        for (const auto &name : *chains) {
            ++out.chains;
            for (std::optional<std::int64_t> at = 0; at;) {
                if (!goOn())
                    return verifyingStopped();
                const auto verdict = verifyChain(name.key, *at, placesAtOnce);
                if (!verdict)
                    return verdict.failure();
                out.records += verdict->verified;
                for (const auto &finding : verdict->findings)
                    addDifference(out, differenceAt(name, finding));
                at = verdict->next;
            }
        }
    }
    const auto counted = recountAll(m_parts->readers, goOn);
    if (!counted && counted.failure().code != "counters-differ")
        return counted.failure();
    if (!counted) {
        const auto &failure = counted.failure();
        addDifference(out, {failure.code, {}, {}, 0, failure.message, failure.where});
    }
    return out;
}

} // namespace vouch::server
