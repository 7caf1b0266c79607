#pragma once

#include "sync/server/store/ingest.h"
#include "sync/server/store/verification.h"

#include <set>

namespace vouch::server {

/// Verifies one stretch of a chain inside one snapshot.
class ChainVerifier
{
public:
    /// `after` and `places` as Store::verifyChain() has them.
    ChainVerifier(
        Connection &connection, std::int64_t chain, std::int64_t after, std::int64_t places);

    /// Failure `not-found`.
    Result<ChainVerdict> verify();

private:
    /// A record as its row has it.
    struct Row;
    using Hashes = std::map<std::int64_t, std::set<std::string>>; ///< hexadecimal, by place

    Result<void> readChain();
    void readKnown();
    void readRecords();
    void readKeptAside(const char *sql, bool isConflict);
    void verifyRecord(const Row &row);
    void compare(const Row &row, const check::Check &check);
    void compareMarks(const Row &row, const check::Check &check);
    void verifyLinks();
    void verifyPlaces();
    void verifyForks();
    void verifyConflicts();
    void verifySignature();
    bool fitsSignedBatch(const SignedPlace &place) const;
    bool isKnown(std::int64_t sequence) const;
    bool isEmpty(std::int64_t sequence) const;
    bool holds(std::int64_t sequence, const std::string &hash) const;
    bool isInside(std::int64_t sequence) const { return sequence > m_after && sequence <= m_to; }
    std::optional<std::int64_t> nextPlace();
    const TimeZone &zone(const std::string &name);

    void altered(std::int64_t sequence, std::string message);
    void found(const char *code, std::int64_t sequence, std::int64_t last, std::string message);

    Connection &m_connection;
    const std::int64_t m_chain;
    const std::int64_t m_after;
    const std::int64_t m_to;

    std::int64_t m_deviceKey = 0;
    Uuid m_chainId;
    Uuid m_device;
    std::string m_publicKey;
    std::int64_t m_contiguous = 0;
    bool m_forked = false;
    std::set<std::int64_t> m_ahead;
    std::map<std::string, TimeZone> m_zones;

    Hashes m_records;   ///< of the place before the stretch too
    Hashes m_keptAside; ///< refused and conflicting, as they state it
    std::map<std::int64_t, std::vector<std::string>> m_previous; ///< what the records at it name
    std::map<std::int64_t, int> m_counts;                        ///< records
    ChainVerdict m_verdict;
};

} // namespace vouch::server
