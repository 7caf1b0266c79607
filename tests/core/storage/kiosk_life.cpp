#include "kiosk_life.h"

#include "sample_check.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <set>
#include <stdlib.h>

namespace vouch::test {

using namespace storage;
using Kind = Acknowledgement::Kind;

namespace {

Uuid fixedId(std::uint8_t kind, std::uint8_t number)
{
    Uuid::Bytes bytes{};
    bytes[0] = kind;
    bytes[15] = number;
    return Uuid(bytes);
}

Uuid device()
{
    return fixedId(0xD0, 1);
}

Uuid checkId(int number)
{
    return fixedId(0xC0, std::uint8_t(number));
}

template <class T> Result<void> only(const Result<T> &result)
{
    return result ? Result<void>() : Result<void>(result.failure());
}

Step open(int number, int score, bool enrolled = true)
{
    return {"open a check", [=](KioskLife &life) {
                auto check = sampleCheck(life.clock, score, device());
                check.id = checkId(number);
                check.boot = fixedId(0xB0, 1);
                if (!enrolled) {
                    check.device = Uuid();
                    check.store.clear();
                }
                return life.store->openCheck(check);
            }};
}

Step put(int number, check::Item item, std::optional<int> score = std::nullopt)
{
    return {"put an item", [=](KioskLife &life) {
                return life.store->putItem(checkId(number), item, score);
            }};
}

Step close(int number, const std::string &leftOn = {})
{
    return {"close", [=](KioskLife &life) {
                return only(life.store->close(checkId(number), life.clock.monotonicMs(), leftOn));
            }};
}

Step complete(int number)
{
    return {"complete", [=](KioskLife &life) { return life.store->complete(checkId(number)); }};
}

Result<void> acknowledgeAll(KioskLife &life)
{
    const auto out = life.store->outgoing(500, 1 << 20);
    if (!out)
        return out.failure();
    std::vector<Acknowledgement> words;
    for (const auto &each : *out)
        words.push_back({each.id, Kind::Taken, "", ""});
    return life.store->acknowledge(words);
}

std::vector<Step> conversations()
{
    return {
        {"open the store", [](KioskLife &life) { return life.open(); }},
        {"store the identity",
         [](KioskLife &life) {
             return life.store->setSettings({{"identity.device", device().text()}, {"a", "1"}});
         }},
        open(1, 3),
        put(1, {"recommend", "scale", 9, {}, {}, 0}, 9),
        put(1, {"improve", "choices", json::array{"queue", "prices"}, {}, {}, 0}),
        {"drop a branch",
         [](KioskLife &life) {
             return life.store->dropItems(checkId(1), std::vector<std::string>{"improve"});
         }},
        put(1, {"comment", "text", "Good bread, long queue", {}, {}, 0}),
        {"change the language",
         [](KioskLife &life) { return life.store->setLanguage(checkId(1), "ta"); }},
        complete(1),
        put(1, {"reach", "contact", json::object{{"sealed", "AAAA"}}, {}, {}, 0}),
        close(1),
        open(2, 0),
        close(2, "improve"),
        open(3, 10, false),
        complete(3),
        close(3), // completes a burst before the enrolment: its mark waits for adopt() as well
        {"enrol", [](KioskLife &life) { return only(life.store->adopt(device(), "s1")); }},
        open(4, 7),
        close(4, "recommend"), // a mark record of sealed ones
    };
}

std::vector<Step> whatFollows()
{
    return {
        {"gather activity",
         [](KioskLife &life) {
             const ActivityShare share{
                 {std::chrono::floor<std::chrono::days>(life.clock.now()), 13, 210},
                 device(),
                 "s1",
                 std::chrono::minutes(5),
                 2,
                 1};
             return life.store->addActivity(std::span(&share, 1));
         }},
        {"close the hour",
         [](KioskLife &life) {
             return only(life.store->closeHours({Day(), 1, 0}));
         }},
        {"acknowledge each kind",
         [](KioskLife &life) {
             const std::vector<Acknowledgement> words{
                 {checkId(1), Kind::Taken, "", ""},
                 {checkId(2), Kind::Refused, "store-unknown", "No such store."},
                 {checkId(4), Kind::Unreadable, "check-malformed", "Cannot be read."}};
             return life.store->acknowledge(words);
         }},
        {"refill",
         [](KioskLife &life) {
             const auto head = life.store->head();
             return head ? only(life.store->queueAbove(head->chain, 0)) : head.failure();
         }},
        {"release the quarantine",
         [](KioskLife &life) { return only(life.store->releaseQuarantine()); }},
        open(5, 5),
        {"start a chain", [](KioskLife &life) { return life.store->startChain(); }},
        {"close what was left open",
         [](KioskLife &life) { return only(life.store->closeLeftOpen(life.clock.monotonicMs())); }},
        {"acknowledge all", acknowledgeAll},
        {"remove a setting", [](KioskLife &life) { return life.store->removeSetting("a"); }},
        open(6, 6),
    };
}

void appendRows(std::string &out, SQLite::Database &raw, const char *table, const char *sql)
{
    SQLite::Statement rows(raw, sql);
    while (rows.executeStep()) {
        out += table;
        for (int column = 0; column < rows.getColumnCount(); ++column)
            out += '|' + rows.getColumn(column).getString();
        out += '\n';
    }
}

std::string complaintOf(const std::filesystem::path &folder)
{
    SQLite::Database raw((folder / "kiosk.db").string(), SQLite::OPEN_READONLY);
    std::string out;
    for (const char *pragma : {"PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
        SQLite::Statement rows(raw, pragma);
        while (rows.executeStep()) {
            if (rows.getColumn(0).getString() != "ok")
                out += pragma + (": " + rows.getColumn(0).getString()) + '\n';
        }
    }
    return out;
}

/// The server: takes each record once, and says what is wrong with it.
struct Receiver
{
    std::set<Uuid> ids;
    std::map<Uuid, std::map<std::int64_t, check::Check>> chains;

    std::string take(const Outgoing &each)
    {
        const auto record = parseJson(each.canonical);
        if (!record || !record->is_object())
            return "a record is no JSON object";
        const auto read = check::fromJson(record->as_object());
        if (!read)
            return read.failure().text();
        if (const auto verified = check::verify(record->as_object()); !verified)
            return verified.failure().text();
        if (!ids.insert(read->id).second || read->hash != each.hash)
            return "record " + read->id.text() + " came twice or with another hash";
        chains[read->chain][read->sequence] = *read;
        return {};
    }

    std::string chainsComplaint() const
    {
        for (const auto &[chain, records] : chains) {
            std::int64_t sequence = 0;
            std::string previous = check::noHash();
            for (const auto &[number, record] : records) {
                if (number != ++sequence || record.previous != previous)
                    return "the chain breaks at " + std::to_string(number);
                previous = record.hash;
            }
        }
        return {};
    }
};

} // namespace

void StepClock::goToStep(std::size_t step)
{
    m_now = parseUtc("2026-11-22T10:00:00.000Z").value() + std::chrono::seconds(step);
}

Result<void> KioskLife::open()
{
    auto opened = KioskStore::open(folder, clock);
    if (!opened)
        return opened.failure();
    store = std::move(*opened);
    check::MarkPolicy policy;
    policy.burstChecks = 3;
    store->setMarkPolicy(policy);
    return {};
}

Result<void> KioskLife::run(std::size_t step)
{
    clock.goToStep(step);
    return lifeSteps().at(step).run(*this);
}

const std::vector<Step> &lifeSteps()
{
    static const auto steps = [] {
        auto all = conversations();
        for (auto &step : whatFollows())
            all.push_back(std::move(step));
        return all;
    }();
    return steps;
}

std::string contentOf(const std::filesystem::path &folder)
{
    SQLite::Database raw((folder / "kiosk.db").string(), SQLite::OPEN_READONLY);
    std::string out;
    appendRows(
        out, raw, "setting",
        "SELECT key, CASE WHEN key IN ('chain', 'identity.public_key', 'identity.secret_key') THEN "
        "'' "
        "ELSE value END FROM setting ORDER BY key");
    appendRows(
        out, raw, "check",
        "SELECT row, CASE WHEN kind IN ('mark', 'activity') THEN '' ELSE hex(id) END, hex(device), "
        "store, kind, language, opened_at, closed_at, monotonic_ms, state, score, marks, "
        "later_marks, left_on, counted, body, acknowledged_at, sequence, (SELECT count(DISTINCT "
        "chain) FROM checks b WHERE b.row <= c.row), canonical IS NULL FROM checks c ORDER BY row");
    appendRows(
        out, raw, "item",
        "SELECT check_row, question, type, value, corrections, salt = '', digest = '' FROM items "
        "ORDER BY check_row, rowid");
    appendRows(out, raw, "outbox", "SELECT * FROM outbox ORDER BY check_row");
    appendRows(out, raw, "quarantine", "SELECT * FROM quarantine ORDER BY check_row");
    appendRows(
        out, raw, "activity",
        "SELECT day, hour, hex(device), store, available_ms, warnings, more_time FROM activity");
    return out;
}

const std::vector<std::string> &lifeStates()
{
    static const auto states = [] {
        char folder[] = "/tmp/vouch-life-XXXXXX";
        KioskLife life(::mkdtemp(folder));
        std::vector<std::string> out;
        for (std::size_t step = 0; step < lifeSteps().size(); ++step) {
            if (const auto done = life.run(step); !done)
                throw std::runtime_error(done.failure().text());
            if (out.empty())
                out.push_back(contentOf(life.folder));
            out.push_back(contentOf(life.folder));
        }
        life.store.reset();
        std::filesystem::remove_all(life.folder);
        return out;
    }();
    return states;
}

std::string settle(KioskLife &life)
{
    if (auto complaint = complaintOf(life.folder); !complaint.empty())
        return complaint;
    const auto closed = life.store->closeLeftOpen(life.clock.monotonicMs());
    const auto adopted = life.store->adopt(device(), "s1");
    const auto released = life.store->releaseQuarantine();
    const auto heads = life.store->heads();
    if (!closed || !adopted || !released || !heads)
        return "the kiosk could not go on";
    for (const auto &head : *heads) {
        if (const auto queued = life.store->queueAbove(head.chain, 0); !queued)
            return queued.failure().text();
    }
    Receiver server;
    for (;;) {
        const auto out = life.store->outgoing(3, 1 << 20);
        if (!out)
            return out.failure().text();
        if (out->empty())
            break;
        std::vector<Acknowledgement> words;
        for (const auto &each : *out) {
            if (auto complaint = server.take(each); !complaint.empty())
                return complaint;
            words.push_back({each.id, Kind::Taken, "", ""});
        }
        if (const auto done = life.store->acknowledge(words); !done)
            return done.failure().text();
    }
    for (const auto &head : *heads) {
        if (*life.store->settled(head.chain) != head.sequence ||
            std::int64_t(server.chains[head.chain].size()) < head.sequence)
            return "not all of a chain has travelled";
    }
    if (*life.store->unsealed() != 0)
        return "an answer stayed without a place in the chain";
    auto complaint = server.chainsComplaint();
    return complaint.empty() ? complaintOf(life.folder) : complaint;
}

} // namespace vouch::test
