#include "core/base/crypto.h"
#include "sync/protocol/heartbeat.h"
#include "sync/server/store/device_codes.h"
#include "sync/server/store/ledger_parts.h"
#include "sync/server/store/store_parts.h"

#include <set>

namespace vouch::server {

namespace {

namespace code = protocol::code;

struct UsableCode
{
    std::int64_t store = 0;
    std::string name;
    std::optional<std::int64_t> replaces; ///< the key of the tablet whose place is taken
    bool isRepeat = false;                ///< this tablet has enrolled with it already
};

/// The code if `publicKey` may enrol with it now.
Result<UsableCode> usableCode(
    Connection &connection, const std::string &hash, const std::string &publicKey, Timestamp now)
{
    Query row(
        connection,
        "SELECT store, name, expires_at, used_at, used_by, replaces FROM device_codes "
        "WHERE code_hash = ?",
        hash);
    if (!row.next())
        return Failure{
            std::string(code::codeUnknown),
            "This code is not known. Check it for typing errors, or ask for a new one.", "code"};
    const auto usedAt = row.maybeTime(3);
    if (usedAt) {
        if (row.text(4) != publicKey || now - *usedAt > enrolRepeat)
            return Failure{
                std::string(code::codeUsed),
                "This code has been used. Ask for a new one: each is good for one tablet.", "code"};
    } else if (now >= row.time(2) || now + codeLifetime + toleratedClockError < row.time(2)) {
        return Failure{
            std::string(code::codeExpired), "This code has expired. Ask for a new one.", "code"};
    }
    return UsableCode{
        row.integer(0), row.text(1), row.isNull(5) ? std::nullopt : std::optional(row.integer(5)),
        usedAt.has_value()};
}

/// The tablet enrols in the code's shop.
void admit(
    Connection &connection, const Device &device, const std::string &token, std::int64_t store,
    Timestamp now)
{
    Query(
        connection,
        "INSERT INTO devices (id, name, public_key, token_hash, store, enrolled_at) "
        "VALUES (?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
        "token_hash = excluded.token_hash, store = excluded.store, rotate = 0, "
        "next_token_hash = NULL",
        device.id, device.name, Blob{device.publicKey}, tokenHash(token), store, now)
        .run();
    Query(
        connection,
        "INSERT INTO device_stores (device, store, since) "
        "SELECT key, store, ? FROM devices WHERE id = ? ON CONFLICT DO NOTHING",
        now, device.id)
        .run();
}

/// A try after a lost answer, or a copy that the network brings however late: which token has
/// arrived, the tablet shows by using it, and where it stands is not changed. False for a tablet
/// that is not known.
bool admitAgain(Connection &connection, const Uuid &id, const std::string &token)
{
    return Query(
               connection, "UPDATE devices SET next_token_hash = ? WHERE id = ?", tokenHash(token),
               id)
               .run() > 0;
}

std::string storeOf(Connection &connection, const Uuid &id)
{
    Query row(
        connection, "SELECT s.id FROM devices d JOIN stores s ON s.key = d.store WHERE d.id = ?",
        id);
    return row.next() ? row.text(0) : std::string();
}

Result<void> refuseRevoked(Connection &connection, const std::string &publicKey)
{
    Query row(connection, "SELECT revoked FROM devices WHERE public_key = ?", Blob{publicKey});
    if (row.next() && row.integer(0) != 0)
        return Failure{
            std::string(code::deviceRevoked),
            "This tablet has been revoked. Set it up afresh before it enrols again.", "public_key"};
    return {};
}

/// The new tablet goes on where the former one stood. A tablet that comes back with its own key
/// replaces nobody.
void takePlace(
    Connection &connection, const Uuid &id, std::int64_t former, Timestamp now, const Actor &by)
{
    const int taken = Query(
                          connection,
                          "UPDATE devices SET replaces = ?2, "
                          "till = (SELECT coalesce(f.till, f.key) FROM devices f WHERE f.key = ?2) "
                          "WHERE id = ?1 AND key <> ?2 AND replaces IS NULL "
                          "AND NOT EXISTS (SELECT 1 FROM devices o WHERE o.replaces = ?2)",
                          id, former)
                          .run();
    Query row(connection, "SELECT id FROM devices WHERE key = ?1", former);
    if (taken > 0 && row.next())
        addAudit(
            connection, now, by, {audited::deviceReplace, row.uuid(0).text(), {{"by", id.text()}}});
}

#define VOUCH_DEVICE                                                                               \
    "SELECT d.id, d.name, d.public_key, s.id, d.revoked, d.enrolled_at, d.last_seen, d.rotate "    \
    "FROM devices d JOIN stores s ON s.key = d.store "
constexpr const char *allDevices = VOUCH_DEVICE "WHERE d.source = '' ORDER BY s.id, d.name, d.key";
constexpr const char *deviceOfToken = VOUCH_DEVICE "WHERE d.token_hash = ?";
constexpr const char *deviceOfNextToken = VOUCH_DEVICE "WHERE d.next_token_hash = ?";
#undef VOUCH_DEVICE

Device deviceFrom(const Query &row)
{
    return {row.uuid(0),         row.text(1), row.text(2),      row.text(3),
            row.integer(4) != 0, row.time(5), row.maybeTime(6), row.integer(7) != 0};
}

Failure deviceNotFound(const Uuid &id)
{
    return {
        std::string(code::notFound), "There is no such device. See the list of devices.",
        id.text()};
}

/// What a heartbeat's member `ledger` says of one chain.
struct ToldChain
{
    std::int64_t made = 0;
    std::string altered; ///< JSON arrays of places
    std::string missing;
};

using Places = std::set<std::int64_t>;

constexpr std::size_t mostToldChains = 16;
constexpr std::size_t mostToldPlaces = 100;

Places toldPlaces(const json::object &told, std::string_view member)
{
    Places out;
    if (const auto *places = findArray(told, member))
        for (const auto &place : *places) {
            const auto *number = place.if_int64();
            if (number && *number > 0 && out.size() < mostToldPlaces)
                out.insert(*number);
        }
    return out;
}

/// Every place that does not hold what the tablet made there, in whichever way it found that out; a
/// torn link counts where neither of the records that it is between explains it.
Places toldAltered(const json::object &told)
{
    auto out = toldPlaces(told, "altered");
    out.merge(toldPlaces(told, "inserted"));
    const auto known = out;
    for (const auto place : toldPlaces(told, "unlinked"))
        if (!known.contains(place) && !known.contains(place - 1))
            out.insert(place);
    const auto *head = told.if_contains("head_altered");
    if (head && *head == json::value(true))
        out.insert(placeOfHead);
    return out;
}

std::string arrayText(const Places &places)
{
    return json::serialize(json::array(places.begin(), places.end()));
}

/// Anything else than the shape in ledger.md is left out: a heartbeat is taken as it comes.
std::map<Uuid, ToldChain> toldLedger(const std::string &heartbeat)
{
    std::map<Uuid, ToldChain> out;
    const auto parsed = parseJson(heartbeat);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *ledger = object ? findObject(*object, "ledger") : nullptr;
    if (!ledger)
        return out;
    for (const auto &[name, value] : *ledger) {
        const auto chain = Uuid::parse(std::string_view(name.data(), name.size()));
        const auto *told = value.if_object();
        const auto made = told ? findInteger(*told, "made") : std::nullopt;
        if (chain && !chain->isNull() && made && *made > 0 && out.size() < mostToldChains)
            out[*chain] = {
                *made, arrayText(toldAltered(*told)), arrayText(toldPlaces(*told, "missing"))};
    }
    return out;
}

} // namespace

Uuid deviceId(const std::string &publicKey)
{
    const auto digest = crypto::fromHex(crypto::blake2bHex("vouch-device-1" + publicKey));
    Uuid::Bytes bytes{};
    std::copy_n(digest->begin(), bytes.size(), bytes.begin());
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x80);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    return Uuid(bytes);
}

Result<protocol::EnrolmentAnswer>
Store::enrol(const protocol::EnrolmentRequest &request, const std::string &from)
{
    if (const auto proven = verifyProof(request); !proven)
        return proven.failure();
    const auto now = m_parts->clock.now();
    const auto id = deviceId(request.publicKey);
    const auto token = makeToken();
    return m_parts->write([&](Written &written) -> Result<protocol::EnrolmentAnswer> {
        auto &connection = written.connection();
        const auto hash = codeHash(request.code);
        const auto usable = usableCode(connection, hash, request.publicKey, now);
        if (!usable)
            return usable.failure();
        if (const auto welcome = refuseRevoked(connection, request.publicKey); !welcome)
            return welcome.failure();
        const auto sealing = currentSealingKey(connection);
        if (!sealing)
            return Failure{std::string(code::internal), "The chain has no sealing key.", ""};

        Query(
            connection,
            "UPDATE device_codes SET used_at = coalesce(used_at, ?), used_by = ? "
            "WHERE code_hash = ?",
            now, Blob{request.publicKey}, hash)
            .run();
        const Actor tablet{"device:" + id.text(), from};
        if (!usable->isRepeat || !admitAgain(connection, id, token)) {
            Device device;
            device.id = id;
            device.name = usable->name.empty() ? request.name : usable->name;
            device.publicKey = request.publicKey;
            admit(connection, device, token, usable->store, now);
            if (usable->replaces)
                takePlace(connection, id, *usable->replaces, now, tablet);
        }
        const auto store = storeOf(connection, id);
        addAudit(connection, now, tablet, {audited::deviceEnrol, id.text(), {{"store", store}}});
        return protocol::EnrolmentAnswer{id, token, store, sealing->id, sealing->publicKey};
    });
}

Result<std::optional<Device>> Store::deviceByToken(const std::string &token) const
{
    const auto hash = tokenHash(token);
    bool isNext = false;
    auto found =
        m_parts->readers.read([&](Connection &connection) -> Result<std::optional<Device>> {
            if (Query row(connection, deviceOfToken, hash); row.next())
                return std::optional(deviceFrom(row));
            Query row(connection, deviceOfNextToken, hash);
            isNext = row.next();
            return isNext ? std::optional(deviceFrom(row)) : std::nullopt;
        });
    if (!found || !isNext)
        return found;
    // It has arrived: from now on it is the device's token.
    const auto now = m_parts->clock.now();
    const auto id = (*found)->id;
    const auto taken = m_parts->write([&](Written &written) -> Result<void> {
        const int changed = Query(
                                written.connection(),
                                "UPDATE devices SET token_hash = next_token_hash, rotate = 0, "
                                "next_token_hash = NULL WHERE next_token_hash = ?",
                                hash)
                                .run();
        if (changed > 0)
            addAudit(
                written.connection(), now, {"device:" + id.text(), {}},
                {audited::deviceTokenNew, id.text()});
        return {};
    });
    if (!taken)
        return taken.failure();
    (*found)->rotating = false;
    return found;
}

Result<std::vector<Device>> Store::devices() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<Device>> {
        std::vector<Device> out;
        Query rows(connection, allDevices);
        while (rows.next())
            out.push_back(deviceFrom(rows));
        return out;
    });
}

Result<void> Store::setDeviceRevoked(const Uuid &id, bool revoked, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        if (!Query(connection, "UPDATE devices SET revoked = ? WHERE id = ?", revoked, id).run())
            return deviceNotFound(id);
        addAudit(
            connection, now, by,
            {revoked ? audited::deviceRevoke : audited::deviceRestore, id.text()});
        return {};
    });
}

Result<void> Store::rotateDeviceToken(const Uuid &id, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        {
            Query row(connection, "SELECT revoked FROM devices WHERE id = ?", id);
            if (!row.next())
                return deviceNotFound(id);
            if (row.integer(0) != 0)
                return Failure{
                    std::string(code::deviceRevoked),
                    "This tablet is revoked, so that its token opens nothing.", id.text()};
        }
        Query(connection, "UPDATE devices SET rotate = 1 WHERE id = ?", id).run();
        addAudit(connection, now, by, {audited::deviceRotate, id.text()});
        return {};
    });
}

Result<void> Store::endDeviceToken(const Uuid &id, const Actor &by)
{
    const auto now = m_parts->clock.now();
    const auto nobodys = tokenHash(makeToken());
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        const int changed = Query(
                                connection,
                                "UPDATE devices SET token_hash = ?, rotate = 0, "
                                "next_token_hash = NULL WHERE id = ?",
                                nobodys, id)
                                .run();
        if (changed == 0)
            return deviceNotFound(id);
        addAudit(connection, now, by, {audited::deviceRotate, id.text(), {{"at_once", true}}});
        return {};
    });
}

Result<std::string> Store::nextDeviceToken(const Uuid &id)
{
    const auto seed = chainSeed(m_parts->keyFolder());
    if (!seed)
        return seed.failure();
    return m_parts->write([&](Written &written) -> Result<std::string> {
        auto &connection = written.connection();
        std::string token;
        {
            Query row(connection, "SELECT rotate, token_hash FROM devices WHERE id = ?", id);
            if (!row.next())
                return deviceNotFound(id);
            if (row.integer(0) == 0)
                return std::string();
            // Whichever of several answers the tablet keeps, it is told the same.
            token = crypto::blake2bHex("next token\n" + *seed + id.text() + row.text(1));
        }
        Query(
            connection, "UPDATE devices SET next_token_hash = ? WHERE id = ?", tokenHash(token), id)
            .run();
        return token;
    });
}

Result<void> Store::recordHeartbeat(const Uuid &device, const std::string &json)
{
    const auto now = m_parts->clock.now();
    const auto told = toldLedger(json);
    const auto parsed = parseJson(json);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto clock = object ? protocol::heartbeatFrom(*object).clock : std::nullopt;
    const auto error = clock ? std::optional((now - *clock).count()) : std::nullopt;
    return m_parts->write(
        [&](Written &written) -> Result<void> {
            Query row(written.connection(), "SELECT key FROM devices WHERE id = ?", device);
            if (!row.next())
                return Failure{
                    std::string(code::notFound), "There is no such device. Enrol it.",
                    device.text()};
            const auto key = row.integer(0);
            Query(
                written.connection(),
                "UPDATE devices SET heartbeat = ?1, last_seen = ?2, "
                "clock_error_ms = coalesce(CAST(?3 AS BIGINT), clock_error_ms) WHERE key = ?4",
                json, now, error, key)
                .run();
            for (const auto &[chain, says] : told)
                Query(
                    written.connection(),
                    "UPDATE chains SET told_made = ?, told_altered = ?, told_missing = ? "
                    "WHERE key = ?",
                    says.made, says.altered, says.missing, written.chainKey(key, chain))
                    .run();
            return {};
        },
        device);
}

} // namespace vouch::server
