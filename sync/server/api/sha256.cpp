#include "sync/server/api/sha256.h"

#include "core/base/crypto.h"

#include <sodium.h>

namespace vouch::server {

namespace {

/// The header does not show libsodium; its state lives in plain bytes of the right size.
crypto_hash_sha256_state *stateIn(void *bytes)
{
    return static_cast<crypto_hash_sha256_state *>(bytes);
}

} // namespace

Sha256::Sha256()
{
    static_assert(sizeof(State) >= sizeof(crypto_hash_sha256_state));
    static_assert(alignof(State) >= alignof(crypto_hash_sha256_state));
    crypto_hash_sha256_init(stateIn(&m_state));
}

void Sha256::add(std::string_view bytes)
{
    crypto_hash_sha256_update(
        stateIn(&m_state), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
}

std::string Sha256::finish()
{
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(stateIn(&m_state), reinterpret_cast<unsigned char *>(out.data()));
    return crypto::toHex(out);
}

std::string sha256Hex(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

} // namespace vouch::server
