#include "core/metrics/drivers.h"
#include "core/metrics/relative_weights.h"
#include "core/metrics/shuffle.h"
#include "core/metrics/store_weeks.h"
#include "tests/bench/bench_figures.h"

#include <chrono>
#include <cstdlib>

using namespace vouch;
using namespace vouch::metrics;

/// Driver analysis of 1 M answers. See README.md beside this.
namespace {

constexpr std::size_t answers = 1'000'000;
constexpr std::size_t stores = 300;
constexpr std::size_t weeks = 52;
constexpr std::size_t rated = 9;
constexpr int rounds = 7;

struct Answer
{
    std::uint32_t store = 0;
    int week = 0;
    PickedCheck check;
};

/// In the order of time.
std::vector<Answer> madeAnswers()
{
    SplitMix random(1);
    std::vector<Answer> out(answers);
    for (std::size_t i = 0; i < answers; ++i) {
        const double drawn = random.unit();
        const int score = drawn < 0.6    ? 9 + int(2 * random.unit())
                          : drawn < 0.84 ? 7 + int(2 * random.unit())
                                         : int(7 * random.unit());
        const bool walks = random.unit() < 0.25;
        const std::uint64_t picks =
            walks ? 0 : std::uint64_t{1} << random.below(11) | std::uint64_t{1} << random.below(11);
        out[i] = {
            std::uint32_t(random.below(stores)), int(i * weeks / answers), {score, true, picks}};
    }
    return out;
}

RatedAnswers madeRatings(const std::vector<Answer> &all)
{
    SplitMix random(2);
    RatedAnswers out(rated);
    std::vector<std::int8_t> ratings(rated);
    for (const auto &answer : all) {
        for (auto &rating : ratings)
            rating = std::int8_t(1 + random.below(3) + std::size_t(answer.check.score) / 5);
        out.add(answer.store, answer.check.score, ratings);
    }
    return out;
}

/// In milliseconds.
template <class Work> bench::Spread measured(const Work &work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto since = std::chrono::steady_clock::now();
        work();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since)
                .count());
    }
    return bench::spreadOf(times);
}

PickTable counted(const std::vector<Answer> &all)
{
    PickTable table(
        {"queue", "prices", "stock", "choice", "staff", "quality", "layout", "cleanliness",
         "advice", "location", "other"});
    for (const auto &answer : all)
        table.add(answer.store, answer.week, answer.check);
    return table;
}

/// Whether nothing was refused.
bool analysed(const PickTable &table)
{
    bool ok = balance(table).ok();
    for (const auto list : {PickList::Liked, PickList::Improve})
        ok = ok && mentions(table, list).ok() && splits(table, list).ok() &&
             storeWeeks(table, list).ok();
    return ok;
}

} // namespace

int main()
{
    const auto all = madeAnswers();
    const auto ratings = madeRatings(all);
    const std::vector<std::string> names(rated, "criterion");
    bool ok = true;
    const auto reference = measured([&] {
        std::vector<Tally> tallies(stores);
        for (const auto &answer : all)
            tallies[answer.store].add(answer.check.score);
        ok = ok && tallies.front().count() > 0;
    });
    const auto lists = measured([&] { ok = analysed(counted(all)) && ok; });
    const auto table = counted(all);
    const auto alone = measured([&] { ok = analysed(table) && ok; });
    const auto weights = measured([&] { ok = relativeWeights(ratings, names).ok() && ok; });
    std::printf("Driver analysis of %zu answers, %zu stores, %zu weeks\n", answers, stores, weeks);
    bench::print("reference: counting scores by store", reference);
    bench::print("lists of reasons, counting included", lists);
    bench::print("  of that: the analysis", alone);
    bench::print("relative weights of 9 rated criteria", weights);
    bench::printTimes("lists, times the reference", lists, reference);
    bench::printTimes("relative weights, times the reference", weights, reference);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
