#include "core/base/crypto.h"
#include "core/base/folder.h"
#include "sync/server/store/store_parts.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace vouch::server {

namespace {

Failure cannotWrite(const std::filesystem::path &file)
{
    return {
        "key-unwritable",
        std::string("Cannot store the chain's secret key: ") + std::strerror(errno) +
            ". Check the rights and the free space of the folder.",
        file.string()};
}

/// Durable before it returns: a public key whose secret half is lost would seal for nobody.
Result<void> writeSecret(const std::filesystem::path &file, const std::string &secret)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return cannotWrite(file);
    const auto text = crypto::toBase64(secret) + "\n";
    const bool written =
        ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(descriptor) == 0;
    const auto failure = cannotWrite(file);
    ::close(descriptor);
    if (!written)
        return failure;
    return syncFolder(file.parent_path()) ? Result<void>() : cannotWrite(file);
}

Result<void> makeKeyFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    if (std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error)
        return Failure{
            "key-unwritable", "Cannot make the folder for keys: " + error.message() + ".",
            folder.string()};
    return {};
}

/// The secret half is on the disk before the public one is in the database.
Result<SealingKeyInfo>
makeSealingKey(Connection &connection, const std::filesystem::path &folder, const Clock &clock)
{
    if (const auto made = makeKeyFolder(folder); !made)
        return made.failure();
    const auto key = crypto::SealingKey::make();
    const auto id = crypto::blake2bHex(key.publicKey).substr(0, 8);
    if (const auto kept = writeSecret(folder / ("sealing-" + id + ".key"), key.secretKey); !kept)
        return kept.failure();
    Query(
        connection, "INSERT INTO sealing_keys (id, public_key, made_at) VALUES (?,?,?)", id,
        Blob{key.publicKey}, clock.now())
        .run();
    return SealingKeyInfo{id, key.publicKey};
}

} // namespace

Result<void>
ensureSealingKey(Connection &connection, const std::filesystem::path &folder, const Clock &clock)
{
    if (currentSealingKey(connection))
        return {};
    const auto made = makeSealingKey(connection, folder, clock);
    return made ? Result<void>() : made.failure();
}

Result<std::string> chainSeed(const std::filesystem::path &folder)
{
    constexpr std::size_t seedSize = 32;
    const auto file = folder / "import.key";
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        if (const auto made = makeKeyFolder(folder); !made)
            return made.failure();
        if (const auto kept = writeSecret(file, crypto::randomBytes(seedSize)); !kept)
            return kept.failure();
    }
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    auto seed = crypto::fromBase64(line);
    if (!seed || seed->size() != seedSize)
        return Failure{
            "key-unreadable",
            "The key of imports and of tablets' next tokens cannot be read. Put it back from where "
            "you keep the keys; or take it away, and imports go on under new sources.",
            file.string()};
    return std::move(*seed);
}

std::optional<SealingKeyInfo> currentSealingKey(Connection &connection)
{
    Query row(connection, "SELECT id, public_key FROM sealing_keys ORDER BY key DESC LIMIT 1");
    return row.next() ? std::optional(SealingKeyInfo{row.text(0), row.text(1)}) : std::nullopt;
}

Result<SealingKeyInfo> Store::sealingKey() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<SealingKeyInfo> {
        if (const auto key = currentSealingKey(connection))
            return *key;
        return Failure{std::string(protocol::code::internal), "The chain has no sealing key.", ""};
    });
}

Result<SealingKeyInfo> Store::rotateSealingKey(const Actor &by)
{
    return m_parts->write([this, by](Written &written) -> Result<SealingKeyInfo> {
        auto &connection = written.connection();
        auto made = makeSealingKey(connection, m_parts->keyFolder(), m_parts->clock);
        if (made)
            addAudit(connection, m_parts->clock.now(), by, {audited::keyRotate, made->id});
        return made;
    });
}

} // namespace vouch::server
