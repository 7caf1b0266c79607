#include "sync/protocol/kiosk_settings.h"
#include "sync/server/store/comment_rows.h"
#include "sync/server/store/erasure_parts.h"

#include <algorithm>
#include <limits>

namespace vouch::server {

namespace {

constexpr int erasedAtOnce = 100;

/// The fewest days within which tablets promise shoppers that a contact is deleted.
std::int64_t promisedDays(const std::vector<Setting> &settings)
{
    const std::int64_t usual = protocol::KioskSettings::Contact().days;
    std::int64_t ofChain = usual;
    std::int64_t ofStores = std::numeric_limits<std::int64_t>::max();
    for (const auto &setting : settings) {
        const auto *contact = setting.key == "contact" ? setting.value.if_object() : nullptr;
        if (!contact)
            continue;
        const auto days = findInteger(*contact, "days").value_or(usual);
        const bool isOfAll = setting.store.empty() && !setting.isStaged;
        auto &least = isOfAll ? ofChain : ofStores;
        least = isOfAll ? days : std::min(least, days);
    }
    return std::min(ofChain, ofStores);
}

/// Days; 0 is none.
std::int64_t sooner(std::int64_t one, std::int64_t other)
{
    return one > 0 && other > 0 ? std::min(one, other) : std::max(one, other);
}

/// What is erased when, by all rules together.
Retention dueBy(const Retention &rules, std::int64_t promised)
{
    Retention out = rules;
    out.contactDays = sooner(sooner(rules.contactDays, rules.recordDays), promised);
    out.commentDays = sooner(rules.commentDays, rules.recordDays);
    return out;
}

/// Where a rule is kept in the table.
struct Rule
{
    const char *what;
    std::int64_t Retention::*days;
};
constexpr Rule ruleTable[] = {
    {"contact", &Retention::contactDays},
    {"comment", &Retention::commentDays},
    {"record", &Retention::recordDays}};

} // namespace

Result<Retention> Store::retention() const
{
    return m_parts->readers.read([](Connection &connection) -> Result<Retention> {
        Retention out;
        Query rows(connection, "SELECT what, days FROM retention");
        while (rows.next())
            for (const auto &rule : ruleTable)
                if (rows.text(0) == rule.what)
                    out.*rule.days = rows.integer(1);
        return out;
    });
}

Result<void> Store::setRetention(const Retention &wanted, const Actor &by)
{
    constexpr std::int64_t longest = 3650;
    for (const auto &rule : ruleTable)
        if (const auto days = wanted.*rule.days; days < 0 || days > longest)
            return Failure{
                "retention-malformed", "Days are a number from 1 to 3650; 0: it stays.", {}};
    const auto now = m_parts->clock.now();
    return m_parts->write([=](Written &written) -> Result<void> {
        auto &connection = written.connection();
        json::object detail;
        for (const auto &rule : ruleTable) {
            const auto days = wanted.*rule.days;
            Query(
                connection,
                "INSERT INTO retention (what, days) VALUES (?1, ?2) "
                "ON CONFLICT (what) DO UPDATE SET days = excluded.days",
                rule.what, days)
                .run();
            detail[std::string(rule.what) + "_days"] = days;
        }
        addAudit(connection, now, by, {audited::retentionSet, "", std::move(detail)});
        return {};
    });
}

namespace {

/// The first records whose time is over; a contact's or a comment's.
Result<std::vector<Uuid>> overdue(ReaderPool &readers, bool contacts, Day last)
{
    return readers.read([&](Connection &connection) -> Result<std::vector<Uuid>> {
        std::vector<Uuid> out;
        Query rows(
            connection,
            contacts ? "SELECT record FROM personal WHERE contact = 1 AND day <= ?1 LIMIT ?2"
                     : "SELECT record FROM personal WHERE comment = 1 AND day <= ?1 LIMIT ?2",
            last, erasedAtOnce);
        while (rows.next())
            out.push_back(rows.uuid(0));
        return out;
    });
}

} // namespace

Result<ClockWitness> Store::clockWitness() const
{
    constexpr std::chrono::days within{1};
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<ClockWitness> {
        Query row(
            connection,
            "SELECT count(*), coalesce(sum(CASE WHEN abs(clock_error_ms) <= ?3 THEN 1 ELSE 0 END), "
            "0) FROM devices WHERE clock_error_ms IS NOT NULL AND last_seen BETWEEN ?1 AND ?2",
            now - within, now + toleratedClockError,
            std::chrono::duration_cast<std::chrono::milliseconds>(within).count());
        row.next();
        return row.integer(0) == 0   ? ClockWitness::None
               : row.integer(1) == 0 ? ClockWitness::Against
                                     : ClockWitness::For;
    });
}

Result<bool> Store::mayErase() const
{
    const auto witness = clockWitness();
    if (!witness)
        return witness.failure();
    if (*witness == ClockWitness::Against)
        return Failure{
            "clock-in-doubt",
            "No tablet's clock agrees with this server's within a day: nothing is erased by age. "
            "Set the server's clock; if it is right, set the tablets'.",
            {}};
    const std::chrono::milliseconds open(m_parts->clock.monotonicMs() - m_parts->openedMs);
    return *witness == ClockWitness::For || open >= witnessWait;
}

Result<RetentionRun> Store::applyRetention(const std::function<bool()> &goOn)
{
    RetentionRun out;
    const auto may = mayErase();
    if (!may)
        return may.failure();
    if (!*may)
        return out;
    if (const auto walked = walkPersonal(goOn); !walked)
        return walked.failure();
    const auto rules = retention();
    if (!rules)
        return rules.failure();
    const auto given = settings();
    if (!given)
        return given.failure();
    const auto due = dueBy(*rules, promisedDays(*given));
    const auto now = m_parts->clock.now();
    const auto today = std::chrono::floor<std::chrono::days>(now);
    for (const bool contacts : {true, false}) {
        const auto days = contacts ? due.contactDays : due.commentDays;
        while (days > 0 && goOn()) {
            const auto found = overdue(m_parts->readers, contacts, today - std::chrono::days(days));
            if (!found)
                return found.failure();
            if (found->empty())
                break;
            const auto done = m_parts->write([=, ids = *found](Written &written) -> Result<void> {
                for (const auto &id : ids)
                    eraseRecord(written.connection(), id, {contacts, !contacts}, now);
                return {};
            });
            if (!done)
                return done.failure();
            (contacts ? out.contacts : out.comments) += static_cast<std::int64_t>(found->size());
        }
    }
    if (out.comments > 0) {
        const auto forgotten = m_parts->write([](Written &written) -> Result<void> {
            forgetDeletedComments(written.connection());
            return {};
        });
        if (!forgotten)
            return forgotten.failure();
    }
    const auto copies = eraseDueCopies(due, now);
    if (!copies)
        return copies.failure();
    if (out.contacts + out.comments + *copies == 0)
        return out;
    const auto noted = noteAudit(
        {audited::erasure,
         "",
         {{"contacts", out.contacts},
          {"comments", out.comments},
          {"copies", *copies},
          {"by", "retention"}}},
        {"server", ""});
    return noted ? Result<RetentionRun>(out) : noted.failure();
}

Result<std::int64_t> Store::eraseDueCopies(const Retention &rules, Timestamp now)
{
    const auto isDue = [now](const CopyRow &row, std::int64_t days) {
        return days > 0 && row.receivedAt <= now - std::chrono::days(days);
    };
    const Decide decide = [&](Connection &connection, const CopyRow &row) -> ErasedKinds {
        auto out = row.id ? erasedBefore(connection, *row.id) : ErasedKinds{false, false};
        out.contact = out.contact || isDue(row, rules.contactDays);
        out.comment = out.comment || isDue(row, rules.commentDays);
        return out;
    };
    std::int64_t count = 0;
    for (const bool inConflict : {false, true}) {
        const auto copies = copiesToErase(m_parts->readers, inConflict, decide);
        if (!copies)
            return copies.failure();
        for (const auto &copy : *copies) {
            const auto done = m_parts->write([&copy](Written &written) -> Result<bool> {
                return eraseCopy(written.connection(), copy);
            });
            if (!done)
                return done.failure();
            count += *done ? 1 : 0;
        }
    }
    return count;
}

} // namespace vouch::server
