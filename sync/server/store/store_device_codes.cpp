#include "core/base/crypto.h"
#include "sync/server/store/device_codes.h"
#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

/// Crockford's base 32: no letter that is taken for another or for a digit.
constexpr std::string_view codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int codeLength = 12; ///< 60 bits
constexpr std::size_t longestDeviceName = 200;

std::string randomCode()
{
    std::string out;
    for (int i = 0; i < codeLength; ++i) {
        if (i > 0 && i % 4 == 0)
            out += '-';
        out += codeLetters[crypto::randomBelow(static_cast<std::uint32_t>(codeLetters.size()))];
    }
    return out;
}

Result<DeviceCode> addCode(
    Connection &connection, const ExpectedDevice &device, std::optional<std::int64_t> replaces,
    Timestamp now)
{
    DeviceCode out{randomCode(), device.store, {}, device.name, now + codeLifetime};
    std::int64_t store = 0;
    {
        Query row(connection, "SELECT key, name FROM stores WHERE id = ?1", device.store);
        if (!row.next())
            return storeNotFound(device.store);
        store = row.integer(0);
        out.storeName = row.text(1);
    }
    Query(
        connection,
        "INSERT INTO device_codes (code_hash, store, name, expires_at, replaces) "
        "VALUES (?1, ?2, ?3, ?4, ?5)",
        codeHash(out.code), store, device.name, out.expiresAt, replaces)
        .run();
    return out;
}

Result<void> checkExpected(const std::vector<ExpectedDevice> &devices)
{
    if (devices.empty() || devices.size() > mostCodesAtOnce)
        return Failure{
            std::string(code::malformed),
            "Ask for 1 to " + std::to_string(mostCodesAtOnce) + " codes at once.", "devices"};
    for (std::size_t i = 0; i < devices.size(); ++i)
        if (devices[i].name.size() > longestDeviceName)
            return Failure{
                std::string(code::malformed), "A tablet's name has at most 200 bytes.",
                "devices/" + std::to_string(i)};
    return {};
}

} // namespace

std::string codeHash(const std::string &typed)
{
    std::string plain;
    for (char c : typed) {
        if (c == '-' || c == ' ')
            continue;
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        plain += c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    }
    return crypto::blake2bHex(plain);
}

Result<std::vector<DeviceCode>>
Store::makeDeviceCodes(const std::vector<ExpectedDevice> &devices, const Actor &by)
{
    if (const auto fine = checkExpected(devices); !fine)
        return fine.failure();
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<std::vector<DeviceCode>> {
        auto &connection = written.connection();
        for (const auto &device : devices) // it refuses before it writes
            if (!storeKey(connection, device.store))
                return storeNotFound(device.store);
        std::vector<DeviceCode> out;
        for (const auto &device : devices) {
            auto made = addCode(connection, device, std::nullopt, now);
            if (!made)
                return made.failure();
            addAudit(
                connection, now, by, {audited::deviceCode, device.store, {{"name", device.name}}});
            out.push_back(std::move(*made));
        }
        return out;
    });
}

Result<std::string>
Store::makeDeviceCode(const std::string &store, const std::string &name, const Actor &by)
{
    const auto made = makeDeviceCodes({{store, name}}, by);
    if (!made)
        return made.failure();
    return made->front().code;
}

Result<DeviceCode> Store::replaceDevice(const Uuid &id, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<DeviceCode> {
        auto &connection = written.connection();
        ExpectedDevice wanted;
        std::int64_t former = 0;
        {
            Query row(
                connection,
                "SELECT d.key, d.name, s.id, (SELECT count(*) FROM devices n "
                "WHERE n.replaces = d.key) FROM devices d JOIN stores s ON s.key = d.store "
                "WHERE d.id = ?1",
                id);
            if (!row.next())
                return Failure{
                    std::string(code::notFound),
                    "There is no such device. See the list of devices.", id.text()};
            if (row.integer(3) > 0)
                return Failure{
                    "device-replaced",
                    "Another tablet has taken this one's place. Replace that one.", id.text()};
            former = row.integer(0);
            wanted = {row.text(2), row.text(1)};
        }
        auto made = addCode(connection, wanted, former, now);
        if (!made)
            return made.failure();
        addAudit(
            connection, now, by, {audited::deviceCode, wanted.store, {{"replaces", id.text()}}});
        return std::move(*made);
    });
}

} // namespace vouch::server
