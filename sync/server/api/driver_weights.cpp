#include "sync/server/api/driver_weights.h"

#include "core/metrics/relative_weights.h"
#include "sync/server/api/drivers_json.h"

#include <cmath>
#include <limits>

namespace vouch::server {

namespace {

constexpr std::int64_t mostRecords = 40'000;
constexpr std::size_t leastCriteria = 2;

/// Asked of everybody: a scale without a condition that is not the score itself.
struct Ratings
{
    std::vector<std::string> codes, names;
};

Ratings ratingsOf(const checklist::Checklist &checklist, const std::string &language)
{
    Ratings out;
    for (const auto &question : checklist.questions) {
        const bool isRating = question.type == checklist::Type::Scale && !question.when &&
                              !question.onRequest && question.code != checklist.score;
        if (!isRating || question.max > std::numeric_limits<std::int8_t>::max() || question.min < 0)
            continue;
        auto name = checklist::in(question.text, language);
        if (name.empty())
            name = checklist::in(question.text, "en");
        out.codes.push_back(question.code);
        out.names.emplace_back(name.empty() ? std::string_view(question.code) : name);
    }
    return out;
}

std::int8_t ratingIn(const check::ItemView *item)
{
    const auto value = item ? item->value.integer() : std::nullopt;
    return value && *value >= 0 && *value <= std::numeric_limits<std::int8_t>::max()
               ? static_cast<std::int8_t>(*value)
               : metrics::RatedAnswers::notRated;
}

const checklist::Checklist *
newestOf(const std::vector<checklist::Checklist> &checklists, const std::string &id)
{
    const checklist::Checklist *out = nullptr;
    for (const auto &each : checklists)
        if (each.id == id && (!out || each.version > out->version))
            out = &each;
    return out;
}

double fraction(double value)
{
    return std::round(value * 1e4) / 1e4;
}

json::object
weightsJson(const Result<metrics::RelativeWeights> &read, const Ratings &ratings, int oneIn)
{
    json::object out;
    if (read) {
        json::array rows;
        for (const auto &row : read->criteria)
            rows.push_back(json::object{
                {"code", ratings.codes[row.criterion]},
                {"name", ratings.names[row.criterion]},
                {"weight", fraction(row.weight)},
                {"share", fraction(row.share)},
                {"low", fraction(row.low)},
                {"high", fraction(row.high)},
                {"correlation", fraction(row.correlation)},
                {"p_value", sixDecimals(row.adjustedPValue)},
                {"clear", row.clear}});
        out = givenPart(std::move(rows));
        out["answers"] = read->answers;
        out["left_out"] = read->leftOut;
        out["r_squared"] = fraction(read->rSquared);
    } else {
        out = refusedPart(read.failure());
    }
    out["sampled_one_in"] = oneIn;
    return out;
}

} // namespace

Result<json::value> driverWeights(
    const StoreView &view, const std::vector<checklist::Checklist> &checklists,
    const StoreSet &stores, const ScoreQuery &query, const std::string &language)
{
    const auto *asked = query.checklist ? newestOf(checklists, *query.checklist) : nullptr;
    if (!asked || asked->measurement != checklist::Measurement::TransactionalNps)
        return json::value(nullptr);
    const auto ratings = ratingsOf(*asked, language);
    if (ratings.codes.size() < leastCriteria)
        return json::value(nullptr);
    metrics::RatedAnswers answers(ratings.codes.size());
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::int8_t> rated(ratings.codes.size());
    const auto sample = view.eachScoredRecord(
        {.stores = stores,
         .from = *query.from,
         .to = *query.to,
         .withMarked = query.withMarked,
         .mostLookedAt = mostRecords},
        [&](const ScoredRecord &scored) {
            const auto &record = scored.record;
            if (!record.checklist.is(asked->id) || !record.series.is(asked->series) ||
                (query.touchpoint && !record.touchpoint.is(*query.touchpoint)))
                return;
            for (std::size_t i = 0; i < rated.size(); ++i)
                rated[i] = ratingIn(record.find(ratings.codes[i]));
            const auto store =
                numbers.try_emplace(scored.store, static_cast<std::uint32_t>(numbers.size()));
            answers.add(store.first->second, scored.score, rated);
        });
    if (!sample)
        return sample.failure();
    return json::value(
        weightsJson(metrics::relativeWeights(answers, ratings.codes), ratings, sample->oneIn));
}

} // namespace vouch::server
