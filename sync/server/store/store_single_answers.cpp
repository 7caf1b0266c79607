#include "sync/server/store/single_answers.h"

#include "core/check/comment_mask.h"
#include "sync/server/store/chain_days.h"
#include "sync/server/store/comment_rows.h"
#include "sync/server/store/ingest.h"
#include "sync/server/store/shop_choice.h"

#include <algorithm>

namespace vouch::server {

namespace {

// The counters tell on which days which devices have what is asked for, so that only those days are
// read.
constexpr const char *answeredDays =
    "SELECT day, device, sum(n0), sum(n1), sum(n2), sum(n3), sum(n4), sum(n5), sum(n6), sum(n7), "
    "sum(n8), sum(n9), sum(n10) FROM device_counts WHERE store = ?1 AND day BETWEEN ?2 AND ?3 "
    "AND measure IN (SELECT value FROM each_key(?4)) AND (?5 OR marked = 0) "
    "AND (?6 OR device IN (SELECT value FROM each_key(?7))) GROUP BY 1, 2 ORDER BY 1 DESC, 2";

constexpr const char *answersOfDay =
    "SELECT number, id, hour, score, marked, canonical, "
    "CASE WHEN measure IN (SELECT value FROM each_key(?6)) AND (?7 OR marked = 0) "
    "AND score BETWEEN ?8 AND ?9 THEN 1 ELSE 0 END FROM records "
    "WHERE chain = ?1 AND sequence BETWEEN ?2 AND ?3 AND day = ?4 AND store = ?5 "
    "AND measure IN (SELECT value FROM each_key(?10)) ORDER BY number";

constexpr const char *placesTablets = "SELECT key FROM devices WHERE coalesce(till, key) = "
                                      "(SELECT coalesce(till, key) FROM devices WHERE id = ?1)";

/// The keys that stand in both JSON arrays, as one.
std::string keysInBoth(const std::string &a, const std::string &b)
{
    const auto first = parseJson(a).value().as_array(), second = parseJson(b).value().as_array();
    json::array out;
    for (const auto &key : first)
        if (std::find(second.begin(), second.end(), key) != second.end())
            out.push_back(key);
    return json::serialize(out);
}

struct FoundAnswer
{
    std::int64_t number = 0;
    CommentPlace place;
    int score = 0;
    bool isMarked = false;
    bool isAsked = false; ///< by the filters
    std::string canonical;
};

class SingleAnswerReading
{
public:
    SingleAnswerReading(
        Connection &connection, const SingleAnswerQuery &query, std::int64_t store, Day open,
        const std::string &measures)
        : m_connection(connection)
        , m_query(query)
        , m_store(store)
        , m_open(open)
        , m_every(Measurements(connection).counted())
        , m_measures(keysInBoth(m_every, measures))
    {
    }

    Result<SingleAnswerPage> read()
    {
        const auto days = daysAsked();
        for (auto at = days.begin(); at != days.end();) {
            const auto day = at->day;
            std::vector<FoundAnswer> found;
            for (; at != days.end() && at->day == day; ++at)
                if (day >= m_open || at->asked > 0)
                    append(found, *at);
            std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
                return a.place > b.place;
            });
            for (const auto &each : found) {
                if (m_out.answers.size() == m_query.limit) {
                    m_out.next = m_out.answers.back().place;
                    return std::move(m_out);
                }
                if (const auto taken = take(each); !taken)
                    return taken.failure();
            }
        }
        return std::move(m_out);
    }

private:
    struct DeviceDay
    {
        Day day;
        std::int64_t device = 0;
        std::int64_t asked = 0; ///< how many answers the filters ask for
    };

    std::vector<DeviceDay> daysAsked()
    {
        json::array keys;
        if (m_query.kiosk) {
            Query rows(m_connection, placesTablets, *m_query.kiosk);
            while (rows.next())
                keys.push_back(rows.integer(0));
        }
        const auto &answers = m_query.answers;
        auto last = answers.to.value_or(Day(std::chrono::year(9999) / 12 / 31));
        if (m_query.after)
            last = std::min(last, m_query.after->day);
        std::vector<DeviceDay> out;
        Query rows(
            m_connection, answeredDays, m_store,
            answers.from.value_or(Day(std::chrono::year(1) / 1 / 1)), last, m_measures,
            answers.withMarked, !m_query.kiosk, json::serialize(keys));
        while (rows.next()) {
            DeviceDay each{rows.day(0), rows.integer(1), 0};
            for (int score = m_query.lowest; score <= m_query.highest; ++score)
                each.asked += rows.integer(score + 2);
            out.push_back(each);
        }
        return out;
    }

    /// All scored answers of the device's day, whatever is asked for: groups are of all.
    void append(std::vector<FoundAnswer> &out, const DeviceDay &of)
    {
        auto found = answersOf(of);
        if (of.day >= m_open)
            holdBack(found);
        std::move(found.begin(), found.end(), std::back_inserter(out));
    }

    std::vector<FoundAnswer> answersOf(const DeviceDay &of)
    {
        std::vector<std::int64_t> chains;
        {
            Query rows(m_connection, "SELECT key FROM chains WHERE device = ?1", of.device);
            while (rows.next())
                chains.push_back(rows.integer(0));
        }
        std::vector<FoundAnswer> out;
        for (const auto chain : chains)
            readRange(out, of, chain, sequencesOf(m_connection, chain, of.day, of.day));
        return out;
    }

    void readRange(
        std::vector<FoundAnswer> &out, const DeviceDay &of, std::int64_t chain,
        const Sequences &sequences)
    {
        Query rows(
            m_connection, answersOfDay, chain, sequences.first, sequences.last, of.day, m_store,
            m_measures, m_query.answers.withMarked, std::int64_t{m_query.lowest},
            std::int64_t{m_query.highest}, m_every);
        while (rows.next())
            out.push_back(
                {rows.integer(0),
                 {of.day, check::dayPartOf(static_cast<int>(rows.integer(2))),
                  shuffleOf(rows.uuid(1))},
                 static_cast<int>(rows.integer(3)),
                 rows.integer(4) != 0,
                 rows.integer(6) != 0,
                 rows.text(5)});
    }

    /// Those that came last of each part, as long as they are fewer than three.
    void holdBack(std::vector<FoundAnswer> &found)
    {
        std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
            return a.number < b.number;
        });
        std::map<check::DayPart, std::size_t> inPart, seen;
        for (const auto &each : found)
            ++inPart[each.place.part];
        const auto before = found.size();
        std::erase_if(found, [&](const FoundAnswer &each) {
            const auto shown =
                inPart[each.place.part] / check::leastTogether * check::leastTogether;
            return seen[each.place.part]++ >= shown;
        });
        m_out.heldBack += static_cast<std::int64_t>(before - found.size());
    }

    Result<void> take(const FoundAnswer &found)
    {
        if (!found.isAsked || (m_query.after && found.place >= *m_query.after))
            return {};
        const auto check = storedCheck(found.canonical);
        if (!check)
            return Failure{
                "record-damaged", "A stored record cannot be read. Run verify.", "records"};
        SingleAnswer out{found.place,
                         check->checklist,
                         check->touchpoint,
                         check->language,
                         found.score,
                         found.isMarked,
                         {},
                         {}};
        for (const auto &item : check->items) {
            if (const auto *codes = item.value.if_array();
                codes && item.type == check::item_type::choices)
                for (const auto &code : *codes)
                    if (const auto *text = code.if_string())
                        out.reasons.push_back({item.question, std::string(view(*text))});
            if (item.type == check::item_type::text && item.value.is_string() &&
                found.place.day < m_open)
                out.texts.push_back(
                    {item.question,
                     check::maskedComment(view(*item.value.if_string()), check->language),
                     {}});
        }
        m_out.answers.push_back(std::move(out));
        return {};
    }

    Connection &m_connection;
    const SingleAnswerQuery &m_query;
    const std::int64_t m_store;
    const Day m_open;             ///< the first day that is not over
    const std::string m_every;    ///< the measures of transactional NPS
    const std::string m_measures; ///< those of them that are asked for
    SingleAnswerPage m_out;
};

} // namespace

Result<SingleAnswerPage> Store::singleAnswers(const SingleAnswerQuery &query) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<SingleAnswerPage> {
        const auto &answers = query.answers;
        const auto shops = chooseShops(
            connection,
            {{answers.stores.begin(), answers.stores.end()}, answers.region, answers.scope, true});
        if (!shops)
            return shops.failure();
        if (shops->askedKeys.size() != 1)
            return SingleAnswerPage{};
        const auto measures = Measurements(connection).counted(answers);
        if (!measures)
            return measures.failure();
        const auto store = *shops->askedKeys.begin();
        std::string zone;
        {
            Query row(connection, "SELECT timezone FROM stores WHERE key = ?1", store);
            row.next();
            zone = row.text(0);
        }
        const auto open = firstOpenDay(
            connection, shops->ids.at(store), zone, now,
            server::chainSettings(connection).dayStart);
        return SingleAnswerReading(connection, query, store, open, *measures).read();
    });
}

} // namespace vouch::server
