#include "app/kiosk/figures.h"

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

QVariantList reasonsOf(
    const std::vector<storage::Figures::Reason> &reasons, const checklist::Question *question,
    const QString &language)
{
    QVariantList out;
    const auto words = language.section(u'-', 0, 0).toStdString();
    for (const auto &reason : reasons) {
        const auto code = toQString(reason.code);
        const auto *choice = question ? question->findChoice(reason.code) : nullptr;
        auto label = choice ? toQString(checklist::in(choice->text, words)) : QString();
        if (choice && label.isEmpty())
            label = toQString(choice->text.begin()->second);
        out.append(QVariantMap{
            {"code", code},
            // A criterion of an older checklist has no words any more.
            {"label", label.isEmpty() ? code : label},
            {"count", QVariant::fromValue<qlonglong>(reason.count)},
            {"countText", localNumber(reason.count, language)}});
    }
    return out;
}

} // namespace vouch::kiosk

#include "moc_figures.cpp"
