#include "app/sim/shopper.h"

#include "app/kiosk/kiosk_times.h"
#include "core/checklist/path.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace vouch::sim {

namespace {

using metrics::Segment;

constexpr std::array<std::string_view, 4> languages{"en", "ta", "ru", "fa"};
constexpr std::array<double, 4> languagePercent{62, 14, 14, 10};

constexpr std::array<double, 2> promoterScores{30, 70}; ///< 9, 10
constexpr std::array<double, 2> passiveScores{36, 64};  ///< 7, 8
constexpr std::array<double, 7> detractorScores{15, 5, 6, 9, 10, 28, 27};

/// By segment: detractors, passives, promoters.
constexpr std::array<double, 3> walkAwayPercent{14, 22, 19};
constexpr std::array<double, 3> commentPercent{10, 4, 3};
/// Of those who stay.
constexpr double picksSomething = 74.0 / (74 + 8);
constexpr double corrects = 0.03;
constexpr double seesIdleWarning = 0.02;
constexpr double takesMoreTime = 1.0 / 3;

/// Of a conversation that somebody meant.
constexpr double leastSeconds = 2;
constexpr double mostSeconds = 120;

/// Percent of those who pick that pick it.
struct Popularity
{
    std::string_view code;
    double improve;
    double liked;
};
constexpr std::array<Popularity, 11> popularity{{
    {"queue", 27, 9},
    {"prices", 25, 20},
    {"stock", 17, 6},
    {"choice", 12, 25},
    {"staff", 13, 32},
    {"quality", 11, 18},
    {"layout", 9, 11},
    {"cleanliness", 7, 13},
    {"advice", 7, 11},
    {"location", 5, 18},
    {"other", 7, 3},
}};
constexpr std::size_t favouredPlaces = 2;
constexpr double favour = 1.15;
constexpr double threePicksImprove = 0.06;
constexpr double threePicksLiked = 0.14;

double weightOf(const std::string &code, bool liked, const Mood &mood)
{
    const auto at = std::find_if(
        popularity.begin(), popularity.end(), [&](const auto &each) { return each.code == code; });
    if (at == popularity.end())
        return 0;
    if (liked)
        return code == "staff" ? mood.staffLiked : at->liked;
    return code == "queue" ? at->improve * mood.queueFactor : at->improve;
}

/// How many are picked, so that the mean is the sum of the shares.
std::size_t pickCount(Dice &dice, double sumPercent, double three)
{
    const double two = std::clamp(sumPercent / 100 - 1 - 2 * three, 0.0, 1 - three);
    return 1 + dice.weighted(std::array{1 - two - three, two, three});
}

/// `count` indices, each in it with a probability in proportion to its weight: systematic sampling
/// over a shuffled line. The order is random.
std::vector<std::size_t> sample(Dice &dice, const std::vector<double> &weights, std::size_t count)
{
    std::vector<std::size_t> line(weights.size());
    std::iota(line.begin(), line.end(), std::size_t(0));
    dice.shuffle(line);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double step = sum / static_cast<double>(count);
    std::vector<std::size_t> out;
    double next = dice.unit() * step;
    double covered = 0;
    for (const auto index : line) {
        covered += weights[index];
        if (covered > next && out.size() < count) {
            out.push_back(index);
            while (next < covered)
                next += step;
        }
    }
    dice.shuffle(out);
    return out;
}

} // namespace

std::string Shoppers::language(Dice &dice) const
{
    return std::string(languages[dice.weighted(languagePercent)]);
}

Segment Shoppers::segment(Dice &dice, const Mix &mix) const
{
    constexpr std::array order{Segment::Promoter, Segment::Passive, Segment::Detractor};
    return order[dice.weighted(std::array{mix.promoters, mix.passives, mix.detractors})];
}

int Shoppers::scoreIn(Dice &dice, Segment segment) const
{
    switch (segment) {
    case Segment::Promoter:
        return 9 + static_cast<int>(dice.weighted(promoterScores));
    case Segment::Passive:
        return 7 + static_cast<int>(dice.weighted(passiveScores));
    case Segment::Detractor:
        break;
    }
    return static_cast<int>(dice.weighted(detractorScores));
}

Conversation Shoppers::anybody(Dice &dice, const Mood &mood) const
{
    if (dice.chance(scoredPercent / 100))
        return scoring(dice, mood, scoreIn(dice, segment(dice, mood.mix)), language(dice));
    Conversation out;
    out.language = language(dice);
    out.orderBits = static_cast<std::uint16_t>(dice.below(1u << 16));
    out.ending = Ending::LeftUnscored;
    out.lasts = kiosk::KioskTimes().idleAtRest;
    return out;
}

Conversation Shoppers::scoring(Dice &dice, const Mood &mood, int score, std::string language) const
{
    Conversation out;
    out.language = std::move(language);
    out.orderBits = static_cast<std::uint16_t>(dice.below(1u << 16));
    out.score = score;
    out.corrections = dice.chance(corrects) ? 1 : 0;
    const auto segment = static_cast<std::size_t>(metrics::segmentOf(score));
    const double walks = walkAwayPercent[segment] / 100;
    if (dice.chance(walks)) {
        const kiosk::KioskTimes times;
        out.ending = Ending::WalkedAway;
        out.lasts = times.idleOnList + times.warning;
        return out;
    }
    talk(dice, mood, out);
    if (dice.chance(commentPercent[segment] / 100 / (1 - walks))) {
        out.comment = m_comments.draw(dice, out.language, metrics::segmentOf(score));
        out.lasts = seconds(dice.logNormal(45, 90));
    }
    return out;
}

void Shoppers::talk(Dice &dice, const Mood &mood, Conversation &conversation) const
{
    conversation.ending = Ending::Done;
    conversation.lasts = seconds(std::clamp(dice.logNormal(9, 24), leastSeconds, mostSeconds));
    if (dice.chance(picksSomething))
        conversation.picks = picks(dice, mood, conversation);
    if (dice.chance(seesIdleWarning)) {
        const kiosk::KioskTimes times;
        conversation.lasts += times.idleOnList + seconds(dice.between(1, 19));
        if (dice.chance(takesMoreTime))
            conversation.lasts += seconds(dice.logNormal(6, 14));
    }
}

std::vector<std::string>
Shoppers::picks(Dice &dice, const Mood &mood, const Conversation &conversation) const
{
    const bool liked = metrics::segmentOf(*conversation.score) == Segment::Promoter;
    const auto &question = *m_survey.find(liked ? "liked" : "improve");
    const auto order = checklist::order(question, conversation.orderBits);
    std::vector<double> weights;
    double sum = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const double weight = weightOf(question.choices[order[place]].code, liked, mood);
        sum += weight;
        weights.push_back(weight * (place < favouredPlaces ? favour : 1));
    }
    const auto count = pickCount(dice, sum, liked ? threePicksLiked : threePicksImprove);
    std::vector<std::string> out;
    for (const auto place : sample(dice, weights, count))
        out.push_back(question.choices[order[place]].code);
    return out;
}

Conversation Shoppers::child(Dice &dice) const
{
    const Mood none{{}, 1, 32};
    Conversation out;
    out.language = language(dice);
    out.orderBits = static_cast<std::uint16_t>(dice.below(1u << 16));
    out.score = static_cast<int>(dice.below(metrics::highestScore + 1));
    out.lasts = seconds(dice.between(1.5, 4));
    if (dice.chance(0.5))
        out.picks = picks(dice, none, out);
    return out;
}

void Shoppers::hurry(Dice &dice, Conversation &conversation) const
{
    conversation.ending = Ending::Done;
    conversation.picks.clear();
    conversation.comment.clear();
    conversation.corrections = 0;
    conversation.lasts = seconds(dice.between(0.6, 1.8));
}

} // namespace vouch::sim
