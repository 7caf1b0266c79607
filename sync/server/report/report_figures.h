#pragma once

#include "core/base/calendar.h"
#include "core/metrics/change_point.h"
#include "core/metrics/drivers.h"
#include "core/metrics/judgement.h"
#include "core/metrics/ranking.h"

#include <optional>
#include <string>
#include <vector>

/// What a monthly report says of one store or region, without a word of any language. Absent is
/// "not known" or "not defined", never 0.
namespace vouch::server {

/// One month of the trend.
struct ReportMonth
{
    Day first;
    metrics::Tally tally;
    bool isBroken = false; ///< the wording changed in it: no line leads here from the month before
};

/// The day on which the score came to another level, within the month.
struct ReportChange
{
    metrics::Direction direction = metrics::Direction::Fall;
    Day day, earliest, latest;
};

/// What was picked from one of the two lists.
struct ReportReasons
{
    std::int64_t asked = 0; ///< checks in which the list was shown
    struct Reason
    {
        std::string code;
        std::string name; ///< in the language of the report
        metrics::Proportion share;
    };
    std::vector<Reason> reasons; ///< the most named first; none when too few were asked
};

/// Hours, a weekday or a place whose score is surely another than the rest's.
struct ReportStandout
{
    enum class Kind { Hours, Weekday, Touchpoint, Tablet };

    Kind kind = Kind::Hours;
    int first = 0; ///< an hour 0–23, or a weekday 1 (Monday) – 7
    int last = 0;  ///< likewise, included
    metrics::Tally tally;
    bool isLower = true;
    std::string name{}; ///< of a touchpoint or tablet
};

/// What goes with the score: association, never cause.
struct ReportAssociation
{
    enum class Kind {
        NamedMore,   ///< of what could be better, against the month before: share, other
        PraisedLess, ///< of what was liked, likewise
        Detractors,  ///< named by 0–6 (share) more than by 7–8 (other)
        Weeks,       ///< store-weeks in which it is named more have lower scores
    };

    Kind kind = Kind::NamedMore;
    std::string reason; ///< in the language of the report
    std::optional<metrics::Proportion> share;
    std::optional<metrics::Proportion> other;
};

struct ReportTouchpoint
{
    std::string name; ///< empty: it has none
    metrics::Tally tally;
    std::optional<double> coverage{}; ///< of the tablets that stood there
};

struct ReportStore
{
    std::string name;
    metrics::Tally tally;
    metrics::RankedStore ranked;
    /// Judged together with the others of the region; absent where it cannot be said.
    std::optional<metrics::Verdict> verdict;
    std::optional<double> coverage{};
    std::int64_t marked = 0; ///< answers, whether they are in `tally` or not
};

struct ReportTarget
{
    int points = 0;
    /// Over the last 28 closed days; absent when it cannot be said yet.
    std::optional<metrics::TargetVerdict> verdict;
};

/// Something to do about what was found.
struct ReportAction
{
    enum class Kind {
        MoreAnswers, ///< count: how many a month
        Silent,      ///< name: which tablets
        Coverage,
        Fall,   ///< day
        Reason, ///< name, share
        Hours,  ///< first, last
        Weekday,
        Touchpoint, ///< name
        Tablet,     ///< name
        VisitWorse, ///< name: the store
        VisitBelow,
        LearnFrom,
        Marked,   ///< count
        MarkedAt, ///< name: the store, count
        Cases,
        Praise, ///< name, share
        GoOn,
    };

    Kind kind = Kind::GoOn;
    std::string name{};
    std::optional<metrics::Proportion> share{};
    std::int64_t count = 0;
    std::optional<Day> day{};
    int first = 0, last = 0;
};
inline constexpr std::size_t mostActions = 3;

struct ReportNote
{
    enum class Kind { Wording, Survey };

    Kind kind = Kind::Wording;
    Day day;
    std::string checklist;
    int version = 0; ///< of a Survey that was published
};

struct SilentTablet
{
    std::string name;
    int days = 0; ///< on which the store was open and the tablet never available
};

struct ReportQuality
{
    std::int64_t marked = 0; ///< of the answers of both readings
    std::int64_t answers = 0;
    metrics::Tally otherReading; ///< the score as it is when not official
    std::int64_t late = 0;
    std::int64_t refused = 0;
    std::int64_t missing = 0; ///< at present, whatever the month
    std::vector<SilentTablet> silent;
};

struct ReportFigures
{
    bool isRegion = false;
    std::string name;
    std::string within; ///< the region of a store, the parent of a region; empty: none
    Calendar calendar = Calendar::Gregorian;
    Day first, last;     ///< the days that are in it
    bool isWhole = true; ///< the month is over
    bool unmarkedIsOfficial = false;
    Day madeOn;

    metrics::Tally tally;
    std::vector<ReportMonth> months; ///< this one last; at most reportMonths
    std::optional<metrics::Judgement> judgement;
    std::optional<Failure> notJudged; ///< why there is none; where = "now" or "before"
    std::optional<ReportChange> change;
    std::optional<ReportTarget> target;
    std::optional<metrics::Proportion> responseRate;
    std::optional<double> coverage; ///< minutes available of those open, 0 … 1

    ReportReasons liked;
    ReportReasons improve;
    std::vector<ReportAssociation> associations;
    std::optional<Failure> noAssociations; ///< too few picks to look for any
    std::vector<ReportStandout> standouts;

    std::vector<ReportTouchpoint> touchpoints;
    std::vector<ReportStore> stores; ///< in the order of the ranking
    std::vector<ReportAction> actions;
    std::vector<ReportNote> notes;
    ReportQuality quality;
};

inline constexpr int reportMonths = 13;

} // namespace vouch::server
