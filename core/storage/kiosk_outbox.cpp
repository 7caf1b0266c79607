#include "core/storage/kiosk_store.h"

#include "core/storage/kiosk_store_private.h"

namespace vouch::storage {

namespace {

constexpr const char *lastAcknowledgedKey = "outbox.last_acknowledged";
constexpr const char *alteredCode = "altered-on-tablet";
constexpr const char *alteredReason =
    "The record was not sealed by this tablet: it was added or rewritten in its database. Its "
    "content is kept here; find out who had access to the tablet.";

} // namespace

Result<std::vector<Outgoing>>
KioskStore::outgoing(std::size_t limit, std::size_t maxBytes, std::size_t skip)
{
    std::vector<Acknowledgement> foreign;
    auto batch = guarded([&]() -> Result<std::vector<Outgoing>> {
        std::vector<Outgoing> out;
        std::size_t bytes = 0;
        auto query = d->prepare(
            "SELECT c.id, c.hash, c.canonical, c.seal FROM outbox o "
            "JOIN checks c ON c.row = o.check_row ORDER BY o.check_row LIMIT ? OFFSET ?");
        query.bind(1, static_cast<std::int64_t>(limit));
        query.bind(2, static_cast<std::int64_t>(skip));
        while (query.executeStep()) {
            Outgoing each{
                uuidOf(query.getColumn(0)), query.getColumn(1).getString(),
                bytesOf(query.getColumn(2))};
            if (d->key && d->judge(each.canonical, bytesOf(query.getColumn(3))) ==
                              Private::Genuine::Inserted) {
                foreign.push_back(
                    {each.id, Acknowledgement::Kind::Unreadable, alteredCode, alteredReason});
                continue;
            }
            bytes += each.canonical.size();
            if (!out.empty() && bytes > maxBytes)
                break;
            out.push_back(std::move(each));
        }
        return out;
    });
    if (!batch || foreign.empty())
        return batch;
    if (const auto aside = acknowledge(foreign); !aside)
        return aside.failure();
    return batch->empty() ? outgoing(limit, maxBytes, skip) : batch;
}

Result<std::vector<Outgoing>>
KioskStore::untaken(std::int64_t &after, std::size_t limit, std::size_t maxBytes)
{
    return guarded([&]() -> Result<std::vector<Outgoing>> {
        std::vector<Outgoing> out;
        std::size_t bytes = 0;
        auto query = d->prepare(
            "SELECT c.id, c.hash, c.canonical, c.row FROM (SELECT check_row FROM outbox "
            "WHERE check_row > ?1 UNION SELECT check_row FROM quarantine WHERE check_row > ?1) w "
            "JOIN checks c ON c.row = w.check_row ORDER BY w.check_row LIMIT ?2");
        query.bind(1, after);
        query.bind(2, static_cast<std::int64_t>(limit));
        while (query.executeStep() && bytes < maxBytes) {
            out.push_back(
                {uuidOf(query.getColumn(0)), query.getColumn(1).getString(),
                 bytesOf(query.getColumn(2))});
            bytes += out.back().canonical.size();
            after = query.getColumn(3).getInt64();
        }
        return out;
    });
}

Result<void> KioskStore::acknowledge(std::span<const Acknowledgement> acknowledgements)
{
    const auto now = d->clock.now();
    bool taken = false;
    bool dropped = false;
    const auto stored = d->transaction([&]() -> Result<void> {
        auto row = d->prepare("SELECT row FROM checks WHERE id = ? AND sequence IS NOT NULL");
        auto leave = d->prepare("DELETE FROM outbox WHERE check_row = ?");
        auto release = d->prepare("DELETE FROM quarantine WHERE check_row = ?");
        auto done = d->prepare("UPDATE checks SET acknowledged_at = ? WHERE row = ?");
        auto refuse =
            d->prepare("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                       "code = excluded.code, reason = excluded.reason, at = excluded.at, seen = "
                       "excluded.seen");
        for (const auto &each : acknowledgements) {
            row.reset();
            bindUuid(row, 1, each.id);
            if (!row.executeStep())
                continue; // not ours: the server's word about it changes nothing here
            const auto checkRow = row.getColumn(0).getInt64();
            leave.reset();
            leave.bind(1, checkRow);
            leave.exec();
            if (each.kind == Acknowledgement::Kind::Taken) {
                taken = true;
                release.reset();
                release.bind(1, checkRow);
                release.exec();
                done.reset();
                done.bind(1, millis(now));
                done.bind(2, checkRow);
                done.exec();
                d->countAt(checkRow, each.countedOn);
                const auto contacts = d->erase(checkRow, Private::Erased::Contacts);
                if (!contacts)
                    return contacts.failure();
                dropped = dropped || *contacts;
            } else {
                refuse.reset();
                refuse.bind(1, checkRow);
                refuse.bind(2, each.code);
                refuse.bind(3, each.reason);
                refuse.bind(4, millis(now));
                refuse.bind(5, each.kind == Acknowledgement::Kind::Refused);
                refuse.exec();
            }
        }
        if (taken) {
            auto when = d->prepare("INSERT INTO setting VALUES (?, ?) "
                                   "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
            when.bind(1, lastAcknowledgedKey);
            when.bind(2, formatUtc(now));
            when.exec();
        }
        return {};
    });
    if (stored && dropped)
        d->emptyLog();
    return stored;
}

Result<OutboxStatus> KioskStore::outbox()
{
    const auto last = setting(lastAcknowledgedKey);
    if (!last)
        return last.failure();
    return guarded([&]() -> Result<OutboxStatus> {
        auto &raw = d->database->raw();
        OutboxStatus status;
        status.waiting = raw.execAndGet("SELECT count(*) FROM outbox").getInt64();
        status.quarantined = raw.execAndGet("SELECT count(*) FROM quarantine").getInt64();
        auto oldest = d->prepare("SELECT c.closed_at FROM outbox o JOIN checks c "
                                 "ON c.row = o.check_row ORDER BY o.check_row LIMIT 1");
        if (oldest.executeStep())
            status.oldest = timestamp(oldest.getColumn(0).getInt64());
        if (const auto time = parseUtc(last->value_or("")); time)
            status.lastAcknowledged = *time;
        return status;
    });
}

Result<std::int64_t> KioskStore::queueAbove(const Uuid &chain, std::int64_t sequence)
{
    return d->transaction([&]() -> Result<std::int64_t> {
        auto queue = d->prepare("INSERT INTO outbox SELECT row FROM checks WHERE chain = ? "
                                "AND sequence > ? AND acknowledged_at IS NOT NULL "
                                "ON CONFLICT DO NOTHING");
        bindUuid(queue, 1, chain);
        queue.bind(2, sequence);
        return static_cast<std::int64_t>(queue.exec());
    });
}

Result<std::int64_t> KioskStore::settled(const Uuid &chain)
{
    return guarded([&]() -> Result<std::int64_t> {
        auto query =
            d->prepare("SELECT min((SELECT coalesce(min(c.sequence) - 1, ?2) FROM outbox o "
                       "JOIN checks c ON c.row = o.check_row WHERE c.chain = ?1), "
                       "(SELECT coalesce(min(c.sequence) - 1, ?2) FROM quarantine q "
                       "JOIN checks c ON c.row = q.check_row WHERE c.chain = ?1 AND NOT q.seen), "
                       "(SELECT coalesce(max(sequence), 0) FROM checks WHERE chain = ?1))");
        bindUuid(query, 1, chain);
        query.bind(2, maxSafeInteger);
        query.executeStep();
        return query.getColumn(0).getInt64();
    });
}

Result<std::int64_t> KioskStore::releaseQuarantine()
{
    return d->transaction([&]() -> Result<std::int64_t> {
        auto &raw = d->database->raw();
        raw.exec("INSERT INTO outbox SELECT check_row FROM quarantine WHERE true "
                 "ON CONFLICT DO NOTHING");
        return static_cast<std::int64_t>(raw.exec("DELETE FROM quarantine"));
    });
}

} // namespace vouch::storage
