#pragma once

#include "core/metrics/judgement.h"
#include "core/storage/kiosk_store.h"

#include <QObject>
#include <QString>
#include <QtQmlIntegration>

#include <optional>

namespace vouch::kiosk {

namespace change_enums {

Q_NAMESPACE
QML_NAMED_ELEMENT(Verdict)

/// What may be said of a change (method.md §1): closed days are judged, today is only compared.
enum Verdict {
    NotAsked,
    TooFewAnswers,
    TooFewBefore,
    TooFewDays,
    NoClearChange,
    Better,
    Worse,
    TodaySoFar
};
Q_ENUM_NS(Verdict)
enum TargetVerdict { NoTarget, NotJudged, NotClear, Below, Above };
Q_ENUM_NS(TargetVerdict)

} // namespace change_enums

/// Whether the score is news, ready to be shown; numbers as in Figures.
struct Change
{
    Q_GADGET
    QML_VALUE_TYPE(change)
    Q_PROPERTY(int verdict MEMBER verdict)
    Q_PROPERTY(int days MEMBER days)
    Q_PROPERTY(QString deltaText MEMBER deltaText)
    Q_PROPERTY(QString lowText MEMBER lowText)
    Q_PROPERTY(QString highText MEMBER highText)
    Q_PROPERTY(QString todayCount MEMBER todayCount)
    Q_PROPERTY(QString usualCount MEMBER usualCount)
    Q_PROPERTY(QString usualScore MEMBER usualScore)
    Q_PROPERTY(int targetVerdict MEMBER targetVerdict)
    Q_PROPERTY(QString targetText MEMBER targetText)

public:
    int verdict = change_enums::NotAsked;
    int days = 0;                         ///< that were judged, and as many before
    QString deltaText, lowText, highText; ///< points; NoClearChange, Better and Worse
    /// Today's answers, whatever days are asked for; those of such a weekday until this minute, and
    /// their score until this hour where it may be said (saidScore()). The latter two are empty
    /// without any such day.
    QString todayCount, usualCount, usualScore;
    int targetVerdict = change_enums::NoTarget;
    QString targetText;

    bool operator==(const Change &) const = default;
};

/// What is judged.
struct Asked
{
    Day today;
    int length = 0;       ///< days up to yesterday; 0: none
    bool isToday = false; ///< today is what is shown
    int hour = 0;         ///< of now
    int minute = 0;
    int dayStart = 0; ///< the hour at which business days begin
    bool unmarkedOnly = false;
    std::optional<int> target;
};

/// Today beside the same weekday of the weeks before, pooled: until the hour under way, and in it.
struct TodayCounts
{
    metrics::Tally today;
    metrics::Tally usual, usualHour;
    int usualDays = 0; ///< how many of them had answers
};
TodayCounts todayOf(const std::vector<storage::HourCount> &counts, const Asked &asked);

/// How many days back the days have to reach for changeOf().
int daysNeeded(int length);
/// `days` in their order.
Change changeOf(
    const std::vector<metrics::DayTally> &days, const TodayCounts &today, const Asked &asked,
    const QString &language);
std::vector<metrics::DayTally>
dayTallies(const std::vector<storage::HourCount> &counts, bool unmarkedOnly);

/// A score as it may be said (metrics::Sufficiency): "+42", "+31 … +52", nothing.
QString saidScore(const metrics::Tally &tally, const QString &language);

} // namespace vouch::kiosk
