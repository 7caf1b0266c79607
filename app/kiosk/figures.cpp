#include "app/kiosk/figures.h"

#include "app/kiosk/answer_groups.h"
#include "app/kiosk/change.h"
#include "app/kiosk/local_text.h"

namespace vouch::kiosk {

static_assert(int(metrics::Sufficiency::TooFew) == figures_enums::TooFew);
static_assert(int(metrics::Sufficiency::Rough) == figures_enums::Rough);
static_assert(int(metrics::Sufficiency::Enough) == figures_enums::Enough);

Figures figuresOf(const metrics::Tally &tally, std::int64_t marked, const QString &language)
{
    Figures out;
    out.known = true;
    out.sufficiency = int(metrics::sufficiency(tally.count()));
    out.count = static_cast<int>(tally.count());
    out.countText = localNumber(tally.count(), language);
    out.marked = static_cast<int>(marked);
    out.promoters = static_cast<int>(tally.promoters());
    out.passives = static_cast<int>(tally.passives());
    out.detractors = static_cast<int>(tally.detractors());
    for (const auto count : tally.histogram)
        out.histogram.append(static_cast<int>(count));
    const auto shares = metrics::shares(tally);
    const auto nps = metrics::nps(tally);
    const auto interval = metrics::interval(tally);
    if (!shares || !nps || !interval)
        return out;
    out.promoterShare = shares->promoters;
    out.passiveShare = shares->passives;
    out.detractorShare = shares->detractors;
    out.promoterText = localShare(shares->promoters, language);
    out.passiveText = localShare(shares->passives, language);
    out.detractorText = localShare(shares->detractors, language);
    out.nps = *nps;
    out.low = interval->low;
    out.high = interval->high;
    out.npsText = localPoints(*nps, language);
    out.lowText = localPoints(interval->low, language);
    out.highText = localPoints(interval->high, language);
    return out;
}

namespace {

/// The hours of the wall clock as the business day has them, without those before the first answer
/// and after the last.
QVariantList
hoursOf(const std::array<metrics::Tally, 24> &hours, int dayStart, const QString &language)
{
    QVariantList out;
    qsizetype last = 0;
    for (int i = 0; i < 24; ++i) {
        const int hour = (dayStart + i) % 24;
        const auto &tally = hours[static_cast<std::size_t>(hour)];
        if (out.isEmpty() && tally.count() == 0)
            continue;
        const bool isTold = tally.count() >= std::int64_t(leastTogether);
        const auto count = [](std::int64_t value) { return static_cast<int>(value); };
        out.append(QVariantMap{
            {"label", localNumber(hour, language)},
            {"count", count(tally.count())},
            {"countText", localNumber(tally.count(), language)},
            {"promoters", isTold ? count(tally.promoters()) : 0},
            {"passives", isTold ? count(tally.passives()) : 0},
            {"detractors", isTold ? count(tally.detractors()) : 0}});
        if (tally.count() > 0)
            last = out.size();
    }
    return out.mid(0, last);
}

} // namespace

Figures figuresOf(
    const storage::Figures &read, bool unmarkedIsOfficial, int dayStart, const QString &language)
{
    const auto marked = read.all.count() - read.unmarked.count();
    auto out = figuresOf(unmarkedIsOfficial ? read.unmarked : read.all, marked, language);
    out.unmarkedIsOfficial = unmarkedIsOfficial;
    out.hours = hoursOf(read.hours, dayStart, language);
    for (const auto &[code, tally] : read.touchpoints)
        out.touchpoints.append(QVariantMap{
            {"code", toQString(code)},
            {"count", static_cast<int>(tally.count())},
            {"countText", localNumber(tally.count(), language)},
            {"score", saidScore(tally, language)}});
    for (const auto &[mark, count] : read.marks)
        out.marks.append(
            QVariantMap{{"mark", toQString(mark)}, {"countText", localNumber(count, language)}});
    out.markedText = localNumber(marked, language);
    out.unmarkedText = saidScore(read.unmarked, language);
    out.withMarkedText = saidScore(read.all, language);
    return out;
}

QString
choiceLabel(const checklist::Question *question, const std::string &code, const QString &language)
{
    const auto words = language.section(u'-', 0, 0).toStdString();
    const auto *choice = question ? question->findChoice(code) : nullptr;
    auto label = choice ? toQString(checklist::in(choice->text, words)) : QString();
    if (choice && label.isEmpty())
        label = toQString(choice->text.begin()->second);
    return label.isEmpty() ? toQString(code) : label;
}

QVariantList reasonsOf(
    const std::vector<storage::Figures::Reason> &reasons, const checklist::Question *question,
    const QString &language)
{
    QVariantList out;
    for (const auto &reason : reasons)
        out.append(QVariantMap{
            {"code", toQString(reason.code)},
            {"label", choiceLabel(question, reason.code, language)},
            {"count", QVariant::fromValue<qlonglong>(reason.count)},
            {"countText", localNumber(reason.count, language)}});
    return out;
}

} // namespace vouch::kiosk

#include "moc_figures.cpp"
