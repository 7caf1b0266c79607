#include "sync/server/api/ledger_json.h"

#include "sync/server/store/store.h"

#include <algorithm>

namespace vouch::server {

namespace {

/// Places in one read; some 20 ms of it.
constexpr std::int64_t placesAtOnce = 1000;

json::value dayJson(const std::optional<Day> &day)
{
    return day ? json::value(formatDay(*day)) : json::value(nullptr);
}

json::value textOrNull(const std::string &text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

template <class T> json::value orNull(const std::optional<T> &value)
{
    return value ? json::value(*value) : json::value(nullptr);
}

void addCounts(json::object &out, const LedgerCounts &counts)
{
    out["received"] = counts.received;
    out["refused"] = counts.refused;
    out["conflicting"] = counts.conflicting;
    out["forked"] = counts.forked;
    out["late"] = counts.late;
    out["marked"] = counts.marked;
}

json::array gapsJson(const std::vector<LedgerGap> &gaps)
{
    json::array out;
    for (const auto &gap : gaps)
        out.push_back(json::object{
            {"first", gap.first},
            {"last", gap.last},
            {"after", dayJson(gap.after)},
            {"before", dayJson(gap.before)}});
    return out;
}

/// What there is to look at, in one word each.
json::array attention(const ChainLedger &chain, const VerdictPart &part)
{
    json::array out;
    const auto &whole = *chain.whole;
    const auto waiting = whole.made - whole.last;
    for (const auto *code : {finding::altered, finding::removed, finding::inserted}) {
        for (const auto &each : part.verdict.findings) {
            if (each.code == code) {
                out.push_back(json::string(code));
                break;
            }
        }
    }
    const auto add = [&out](bool isSo, const char *code) {
        if (isSo)
            out.push_back(json::string(code));
    };
    add(!whole.alteredOnTablet.empty() || whole.headAlteredOnTablet, "altered-on-tablet");
    add(!whole.missingOnTablet.empty(), "missing-on-tablet");
    add(whole.forked, "forked");
    add(whole.cloned, "cloned");
    add(whole.missing > waiting, "missing");
    add(waiting > 0, "waiting");
    add(chain.counts.refused > 0, "refused");
    add(chain.counts.conflicting > 0, "conflicting");
    return out;
}

json::array daysJson(const std::vector<LedgerDay> &days)
{
    json::array out;
    for (const auto &day : days) {
        json::object row{{"day", dayJson(day.day)}, {"store", textOrNull(day.store)}};
        addCounts(row, day.counts);
        row["missing"] = day.missing;
        const auto &counts = day.counts;
        row["made"] = counts.received - counts.forked + counts.refused + day.missing;
        out.push_back(std::move(row));
    }
    return out;
}

void addWhole(json::object &out, const ChainLedger &chain, const VerdictPart &part)
{
    if (!chain.whole) {
        for (const char *member : {"made", "missing", "last", "gaps", "attention", "verdict"})
            out[member] = nullptr;
        return;
    }
    const auto &whole = *chain.whole;
    out["made"] = whole.made;
    out["missing"] = whole.missing;
    out["last"] = whole.last;
    out["gaps"] = gapsJson(whole.gaps);
    out["more_gaps"] = whole.moreGaps;
    out["attention"] = attention(chain, part);
    out["on_tablet"] = json::object{
        {"altered", json::array(whole.alteredOnTablet.begin(), whole.alteredOnTablet.end())},
        {"missing", json::array(whole.missingOnTablet.begin(), whole.missingOnTablet.end())},
        {"head_altered", whole.headAlteredOnTablet}};
    out["clock_error_ms"] = orNull(whole.clockErrorMs);
    out["verdict"] = verdictJson(part, whole.signedTo);
}

} // namespace

Result<VerdictPart> verifyWithin(
    const Store &store, std::int64_t chainKey, std::int64_t after, std::int64_t &budget,
    const KeepGoing &goOn)
{
    VerdictPart out;
    out.verdict.next = after;
    while (out.verdict.next && budget > 0 && goOn()) {
        auto read = store.verifyChain(chainKey, *out.verdict.next, placesAtOnce);
        if (!read)
            return read.failure();
        out.wasTried = true;
        budget -= std::max<std::int64_t>(read->verified, 1);
        out.verdict.verified += read->verified;
        for (auto &finding : read->findings)
            if (out.verdict.findings.size() < mostFindings)
                out.verdict.findings.push_back(std::move(finding));
        out.verdict.next = read->next;
    }
    return out;
}

json::object totalsJson(const LedgerTotals &totals)
{
    json::object out{
        {"chains", totals.chains},
        {"open", totals.open},
        {"made", totals.made},
        {"missing", totals.missing}};
    addCounts(out, totals.counts);
    return out;
}

json::object verdictJson(const VerdictPart &part, std::optional<std::int64_t> signedTo)
{
    json::array findings;
    for (const auto &each : part.verdict.findings)
        findings.push_back(json::object{
            {"code", each.code},
            {"sequence", each.sequence},
            {"last", each.last},
            {"message", each.message}});
    const bool isDone = part.wasTried && !part.verdict.next;
    const char *state = !findings.empty() ? "broken" : isDone ? "sound" : "unverified";
    return {
        {"state", state},
        {"verified", part.verdict.verified},
        {"signed_to", orNull(signedTo)},
        {"next", orNull(part.verdict.next)},
        {"findings", std::move(findings)}};
}

json::object chainJson(const ChainLedger &chain, const VerdictPart &part)
{
    json::object out{
        {"device", chain.device.text()},
        {"name", chain.deviceName},
        {"store", textOrNull(chain.store)},
        {"revoked", chain.revoked},
        {"last_seen_at",
         chain.lastSeenAt ? json::value(formatUtc(*chain.lastSeenAt)) : json::value(nullptr)},
        {"replaced_by",
         chain.replacedBy ? json::value(chain.replacedBy->text()) : json::value(nullptr)},
        {"chain", chain.chain.text()}};
    addCounts(out, chain.counts);
    addWhole(out, chain, part);
    if (!chain.days.empty())
        out["days"] = daysJson(chain.days);
    return out;
}

json::object verificationJson(const Verification &verification)
{
    json::array differences;
    for (const auto &each : verification.differences) {
        const bool isPlace = !each.chain.isNull();
        differences.push_back(json::object{
            {"code", each.code},
            {"device", isPlace ? json::value(each.device.text()) : json::value(nullptr)},
            {"chain", isPlace ? json::value(each.chain.text()) : json::value(nullptr)},
            {"sequence", isPlace ? json::value(each.sequence) : json::value(nullptr)},
            {"where", each.where},
            {"message", each.message}});
    }
    return {
        {"sound", verification.isSound()},
        {"chains", verification.chains},
        {"records", verification.records},
        {"differences", std::move(differences)}};
}

json::object quarantineJson(const QuarantineEntry &entry)
{
    const auto parsed = parseJson(entry.content);
    return {
        {"kind", entry.kind == QuarantineKind::Refused ? "refused" : "conflict"},
        {"key", entry.key},
        {"device", entry.device.text()},
        {"name", entry.deviceName},
        {"store", textOrNull(entry.store)},
        {"day", dayJson(entry.day)},
        {"chain", entry.chain ? json::value(entry.chain->text()) : json::value(nullptr)},
        {"sequence", orNull(entry.sequence)},
        {"id", entry.id},
        {"hash", entry.hash},
        {"code", entry.code},
        {"reason", entry.reason},
        {"received_at", formatUtc(entry.receivedAt)},
        {"record", parsed ? *parsed : json::value(entry.content)}};
}

} // namespace vouch::server
