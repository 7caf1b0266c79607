#pragma once

#include "core/checklist/definition.h"
#include "core/storage/kiosk_store.h"

#include <QList>
#include <QVariantList>
#include <QtQmlIntegration>

namespace vouch::kiosk {

namespace figures_enums {

Q_NAMESPACE
QML_NAMED_ELEMENT(Sufficiency)

/// method.md §1: counts and shares only · the range first · the score.
enum Sufficiency { TooFew, Rough, Enough };
Q_ENUM_NS(Sufficiency)

} // namespace figures_enums

/// What the manager reads about one tablet or one store in one period; ready to be shown. Strings
/// carry the digits and the minus sign of the manager's language.
struct Figures
{
    Q_GADGET
    QML_VALUE_TYPE(figures)
    Q_PROPERTY(bool known MEMBER known)
    Q_PROPERTY(int sufficiency MEMBER sufficiency)
    Q_PROPERTY(int count MEMBER count)
    Q_PROPERTY(QString countText MEMBER countText)
    Q_PROPERTY(int marked MEMBER marked)
    Q_PROPERTY(double nps MEMBER nps)
    Q_PROPERTY(double low MEMBER low)
    Q_PROPERTY(double high MEMBER high)
    Q_PROPERTY(QString npsText MEMBER npsText)
    Q_PROPERTY(QString lowText MEMBER lowText)
    Q_PROPERTY(QString highText MEMBER highText)
    Q_PROPERTY(int promoters MEMBER promoters)
    Q_PROPERTY(int passives MEMBER passives)
    Q_PROPERTY(int detractors MEMBER detractors)
    Q_PROPERTY(double promoterShare MEMBER promoterShare)
    Q_PROPERTY(double passiveShare MEMBER passiveShare)
    Q_PROPERTY(double detractorShare MEMBER detractorShare)
    Q_PROPERTY(QString promoterText MEMBER promoterText)
    Q_PROPERTY(QString passiveText MEMBER passiveText)
    Q_PROPERTY(QString detractorText MEMBER detractorText)
    Q_PROPERTY(QList<int> histogram MEMBER histogram)
    Q_PROPERTY(QVariantList reasonsLiked MEMBER reasonsLiked)
    Q_PROPERTY(QVariantList reasonsImprove MEMBER reasonsImprove)
    Q_PROPERTY(bool reasonsKnown MEMBER reasonsKnown)
    Q_PROPERTY(QString asOf MEMBER asOf)
    Q_PROPERTY(QVariantList hours MEMBER hours)
    Q_PROPERTY(QVariantList touchpoints MEMBER touchpoints)
    Q_PROPERTY(QVariantList tablets MEMBER tablets)
    Q_PROPERTY(QVariantList marks MEMBER marks)
    Q_PROPERTY(bool marksKnown MEMBER marksKnown)
    Q_PROPERTY(QString markedText MEMBER markedText)
    Q_PROPERTY(QString unmarkedText MEMBER unmarkedText)
    Q_PROPERTY(QString withMarkedText MEMBER withMarkedText)
    Q_PROPERTY(bool unmarkedIsOfficial MEMBER unmarkedIsOfficial)

public:
    bool known = false; ///< false: no figures at all (the store's, without network)
    int sufficiency = figures_enums::TooFew;
    int count = 0;
    QString countText;
    int marked = 0;                     ///< how many are; in `count` unless unmarkedIsOfficial
    double nps = 0, low = 0, high = 0;  ///< points; meaningless when count is 0
    QString npsText, lowText, highText; ///< "+42", "−7"; empty when count is 0
    int promoters = 0, passives = 0, detractors = 0;
    double promoterShare = 0, passiveShare = 0, detractorShare = 0; ///< 0 … 1
    QString promoterText, passiveText, detractorText;               ///< "60 %"
    QList<int> histogram;                                           ///< eleven counts, 0 first
    /// {code, label, count, countText}, most mentioned first.
    QVariantList reasonsLiked, reasonsImprove;
    bool reasonsKnown = false; ///< of a store: whether the server counts them
    QString asOf;              ///< when the store's figures are from; empty for this tablet

    /// {label, count, countText, promoters, passives, detractors} from the first hour with answers
    /// to the last, in the order of the business day; the segments of so few that they would tell
    /// of single answers (leastTogether) are 0.
    QVariantList hours;
    QVariantList touchpoints; ///< {code, count, countText, score}: the score as saidScore() has it
    QVariantList tablets;     ///< {name, countText, score, last: time or empty}; of the store only
    QVariantList marks;       ///< {mark, countText}: why answers are marked
    bool marksKnown = false;  ///< of a store: whether the server tells why
    QString markedText;       ///< of the marked answers, their number
    /// The score without them and with them, as saidScore() has it.
    QString unmarkedText, withMarkedText;
    bool unmarkedIsOfficial = false; ///< which of the two the chain calls official

    bool operator==(const Figures &) const = default;
};

/// Counts, shares, score and interval of `tally` in the manager's language.
Figures figuresOf(const metrics::Tally &tally, std::int64_t marked, const QString &language);

/// The official one of the two scores, and what stands behind it; business days begin at the hour
/// `dayStart`.
Figures figuresOf(
    const storage::Figures &read, bool unmarkedIsOfficial, int dayStart, const QString &language);

/// What a shopper picked, in words; the code where the checklist does not know it any more.
QString
choiceLabel(const checklist::Question *question, const std::string &code, const QString &language);

/// The picks of one question for reasonsLiked and reasonsImprove, labelled from the checklist.
QVariantList reasonsOf(
    const std::vector<storage::Figures::Reason> &reasons, const checklist::Question *question,
    const QString &language);

} // namespace vouch::kiosk
