#include "sync/server/api/measured_answers.h"

namespace vouch::server {

namespace {

constexpr std::int64_t mostRecordsMeasured = 40'000;
constexpr int leastWhoPrefer = 9;

bool asksOnScale(const checklist::Checklist &checklist, std::string_view code)
{
    const auto *question = checklist.find(code);
    return checklist.measurement == checklist::Measurement::TransactionalNps && question &&
           question->type == checklist::Type::Scale && question->min == metrics::lowestScore &&
           question->max == metrics::highestScore;
}

std::optional<int> scaleIn(const check::RecordView &record, std::string_view question)
{
    const auto *item = record.find(question);
    const auto value = item ? item->value.integer() : std::nullopt;
    if (!value || *value < metrics::lowestScore || *value > metrics::highestScore)
        return std::nullopt;
    return static_cast<int>(*value);
}

void take(const ScoredRecord &scored, MeasuredAnswers &out)
{
    ++out.read;
    if (const auto dissuade = scaleIn(scored.record, dissuadeQuestion))
        out.womi.add(scored.score, *dissuade);
    const auto prefer = scaleIn(scored.record, preferQuestion);
    if (!prefer)
        return;
    out.prefer.add(*prefer);
    const auto *named = scored.record.find(competitorQuestion);
    if (!named || *prefer < leastWhoPrefer)
        return;
    if (auto code = named->value.text(); !code.empty())
        ++out.named[std::move(code)];
}

} // namespace

bool asksForWomi(const checklist::Checklist &checklist)
{
    return asksOnScale(checklist, dissuadeQuestion);
}

bool asksForCompetitors(const checklist::Checklist &checklist)
{
    return asksOnScale(checklist, preferQuestion);
}

Result<MeasuredSample>
measuredAnswers(const StoreView &view, const StoreSet &stores, const ScoreQuery &query)
{
    MeasuredSample out;
    const auto sample = view.eachScoredRecord(
        {.stores = stores,
         .from = *query.from,
         .to = *query.to,
         .withMarked = query.withMarked,
         .mostLookedAt = mostRecordsMeasured},
        [&](const ScoredRecord &scored) {
            const auto &record = scored.record;
            if (record.checklist.is(*query.checklist) &&
                (!query.touchpoint || record.touchpoint.is(*query.touchpoint)))
                take(scored, out.bySeries[record.series.text()]);
        });
    if (!sample)
        return sample.failure();
    out.oneIn = sample->oneIn;
    return out;
}

} // namespace vouch::server
