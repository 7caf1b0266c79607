#include "core/storage/kiosk_seal.h"

#include "core/storage/kiosk_store_private.h"

namespace vouch::storage {

namespace {

std::optional<std::string> storedBytes(Database &database, const char *key)
{
    SQLite::Statement query(database.raw(), "SELECT value FROM setting WHERE key = ?");
    query.bind(1, key);
    return query.executeStep() ? crypto::fromBase64(query.getColumn(0).getString()) : std::nullopt;
}

} // namespace

std::optional<crypto::SigningKey> storedKey(Database &database)
{
    const auto publicKey = storedBytes(database, publicKeySetting);
    const auto secretKey = storedBytes(database, secretKeySetting);
    if (!publicKey || !secretKey || publicKey->size() != crypto::publicKeySize ||
        secretKey->size() != 2 * crypto::publicKeySize)
        return std::nullopt;
    crypto::SigningKey key{*publicKey, *secretKey};
    const bool isPair = crypto::verifySignature("pair", crypto::sign("pair", key), *publicKey);
    return isPair ? std::optional(std::move(key)) : std::nullopt;
}

crypto::SigningKey makeKey(Database &database)
{
    const auto key = crypto::SigningKey::make();
    SQLite::Statement insert(database.raw(), "INSERT OR REPLACE INTO setting VALUES (?, ?)");
    for (const auto &[name, bytes] :
         {std::pair(publicKeySetting, key.publicKey), std::pair(secretKeySetting, key.secretKey)}) {
        insert.bind(1, name);
        insert.bind(2, crypto::toBase64(bytes));
        insert.exec();
        insert.reset();
    }
    return key;
}

std::string sealOf(const check::Link &record, const crypto::SigningKey &key)
{
    return crypto::sign(
        "vouch-record-1\n" + record.chain.text() + ' ' + std::to_string(record.sequence) + ' ' +
            record.hash + '\n',
        key);
}

std::string signatureOf(const ChainHead &head, const crypto::SigningKey &key)
{
    return crypto::sign(
        "vouch-head-1\n" + head.newest.chain.text() + ' ' + std::to_string(head.unsealedUntil) +
            ' ' + std::to_string(head.newest.sequence) + ' ' + head.newest.hash + '\n',
        key);
}

void storeHead(Database &database, const ChainHead &head, const crypto::SigningKey &key)
{
    SQLite::Statement upsert(
        database.raw(), "INSERT OR REPLACE INTO chains (chain, unsealed_until, sequence, hash, "
                        "signature) VALUES (?, ?, ?, ?, ?)");
    bindUuid(upsert, 1, head.newest.chain);
    upsert.bind(2, head.unsealedUntil);
    upsert.bind(3, head.newest.sequence);
    upsert.bind(4, head.newest.hash);
    bindBlob(upsert, 5, signatureOf(head, key));
    upsert.exec();
}

std::optional<StoredHead>
storedHead(Database &database, const Uuid &chain, const std::optional<crypto::SigningKey> &key)
{
    SQLite::Statement query(
        database.raw(),
        "SELECT unsealed_until, sequence, hash, signature FROM chains WHERE chain = ?");
    bindUuid(query, 1, chain);
    if (!query.executeStep())
        return std::nullopt;
    StoredHead out;
    out.head.unsealedUntil = query.getColumn(0).getInt64();
    out.head.newest = {chain, query.getColumn(1).getInt64(), query.getColumn(2).getString()};
    out.isSigned = key && bytesOf(query.getColumn(3)) == signatureOf(out.head, *key);
    return out;
}

std::vector<Uuid> chainsWithHead(Database &database)
{
    std::vector<Uuid> out;
    SQLite::Statement query(database.raw(), "SELECT chain FROM chains ORDER BY chain");
    while (query.executeStep())
        out.push_back(uuidOf(query.getColumn(0)));
    return out;
}

} // namespace vouch::storage
