#pragma once

#include "core/base/crypto.h"
#include "core/check/check.h"
#include "core/storage/database.h"

#include <optional>

/// What ties a tablet's records to its key. resources/docs/durability.md says what that proves.
namespace vouch::storage {

/// Settings of the tablet's own key, in Base64.
inline constexpr const char *publicKeySetting = "identity.public_key";
inline constexpr const char *secretKeySetting = "identity.secret_key";

/// The key in the settings; nothing when there is none or it is no pair.
std::optional<crypto::SigningKey> storedKey(Database &database);
/// Makes one and stores it. Within a transaction.
crypto::SigningKey makeKey(Database &database);

/// What stands for a chain beside its records, so that the last ones cannot be removed unseen.
struct ChainHead
{
    check::Link newest;
    /// Up to this sequence nothing is expected to be sealed: records of before schema 3, and what
    /// was recovered without the key.
    std::int64_t unsealedUntil = 0;
};

/// Ed25519 over "vouch-record-1", then "<chain> <sequence> <hash>", each ended by a newline.
std::string sealOf(const check::Link &record, const crypto::SigningKey &key);
/// Ed25519 over "vouch-head-1", then "<chain> <unsealed until> <sequence> <hash>", likewise.
std::string signatureOf(const ChainHead &head, const crypto::SigningKey &key);

/// Replaces what is stored of this chain. Within a transaction.
void storeHead(Database &database, const ChainHead &head, const crypto::SigningKey &key);
/// The stored head, and whether the key has signed it.
struct StoredHead
{
    ChainHead head;
    bool isSigned = false;
};
std::optional<StoredHead>
storedHead(Database &database, const Uuid &chain, const std::optional<crypto::SigningKey> &key);
std::vector<Uuid> chainsWithHead(Database &database);

} // namespace vouch::storage
