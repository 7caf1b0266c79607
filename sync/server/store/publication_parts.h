#pragma once

#include "sync/server/store/publications.h"
#include "sync/server/store/store_parts.h"

namespace vouch::server {

/// What one place holds of a subject; the value as it is stored: a version, or JSON.
struct Held
{
    std::optional<std::string> value;
    bool isStaged = false;

    bool operator==(const Held &) const = default;
};

/// The two kinds of subjects behind one face: where their values lie.
Held heldAt(
    Connection &connection, PublicationKind kind, const std::string &subject,
    const std::string &place);
void holdAt(
    Connection &connection, PublicationKind kind, const std::string &subject,
    const std::string &place, const Held &held, Timestamp now);
/// Where something of a subject is staged.
std::vector<std::string>
stagedPlaces(Connection &connection, PublicationKind kind, const std::string &subject);
/// Where it is a store's own.
std::set<std::string>
ownPlaces(Connection &connection, PublicationKind kind, const std::string &subject);

/// The value as it is stored; nothing to take it away. Failures as of publishIn().
Result<std::optional<std::string>>
storedValue(Connection &connection, const NewPublication &wanted);
/// What each place holds from now on; `value` as stored. Failures as of publishIn().
Result<std::map<std::string, Held>>
changesOf(Connection &connection, const NewPublication &wanted, const std::string *value);

/// The number of the last publication that changed something for a store; 0 before the first.
std::int64_t configVersion(Connection &connection, const std::string &store);

/// Publishes within the writer's transaction. Failures `not-found`, `setting-malformed`,
/// `setting-unknown`, `setting-of-chain`, `store-own`, `request-malformed`.
Result<std::int64_t>
publishIn(Connection &connection, const NewPublication &wanted, Timestamp now, const Actor &by);

} // namespace vouch::server
