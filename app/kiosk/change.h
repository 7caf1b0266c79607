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
enum Verdict { NotAsked, TooFewAnswers, TooFewDays, NoClearChange, Better, Worse, TodaySoFar };
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
    Q_PROPERTY(QString usualCount MEMBER usualCount)
    Q_PROPERTY(QString usualScore MEMBER usualScore)
    Q_PROPERTY(int targetVerdict MEMBER targetVerdict)
    Q_PROPERTY(QString targetText MEMBER targetText)

public:
    int verdict = change_enums::NotAsked;
    int days = 0;                         ///< that were judged, and as many before
    QString deltaText, lowText, highText; ///< points; NoClearChange, Better and Worse
    /// TodaySoFar: answers of such a weekday until this hour, and their score where it may be said:
    /// from 100 answers the score, from 30 its range. Empty without any such day.
    QString usualCount, usualScore;
    int targetVerdict = change_enums::NoTarget;
    QString targetText;

    bool operator==(const Change &) const = default;
};

/// What is judged: whole days, or the hours of today.
struct Asked
{
    Day today;
    int length = 0; ///< days up to yesterday; 0: today
    int hour = 0;   ///< of now, for today
    bool unmarkedOnly = false;
    std::optional<int> target;
};

/// How many days back `counts` have to reach for changeOf().
int daysNeeded(int length);
Change changeOf(
    const std::vector<storage::HourCount> &counts, const Asked &asked, const QString &language);

/// A score as it may be said (metrics::Sufficiency): "+42", "+31 … +52", nothing.
QString saidScore(const metrics::Tally &tally, const QString &language);

} // namespace vouch::kiosk
