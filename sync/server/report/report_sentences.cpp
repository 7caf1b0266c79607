#include "sync/server/report/report_sentences.h"

namespace vouch::server {

namespace {

using Sentences = std::vector<std::string>;

std::string changeOfScore(const ReportFigures &figures, const ReportText &text)
{
    if (!figures.judgement) {
        const auto &why = figures.notJudged;
        return text(
            why && why->code == "days-too-few"
                ? (why->where == "before" ? "verdictFewDaysBefore" : "verdictEarly")
            : why && why->where == "now" ? "verdictFewNow"
                                         : "verdictFewBefore");
    }
    const auto &judged = *figures.judgement;
    const auto *key = judged.verdict == metrics::Verdict::Better  ? "verdictBetter"
                      : judged.verdict == metrics::Verdict::Worse ? "verdictWorse"
                                                                  : "verdictNone";
    return text(
        key, {{"delta", text.points(judged.delta)},
              {"range", text.pointRange(judged.low, judged.high)},
              {"days", text.days(judged.beforeFirst, judged.beforeLast, figures.calendar)}});
}

/// The stores whose verdict this is; empty when there are none.
std::string
storesThatAre(metrics::Verdict verdict, const ReportFigures &figures, const ReportText &text)
{
    Sentences names;
    for (const auto &store : figures.stores)
        if (store.verdict == verdict)
            names.push_back(text.name(store.name));
    return text.list(names);
}

void addStores(Sentences &out, const ReportFigures &figures, const ReportText &text)
{
    const auto worse = storesThatAre(metrics::Verdict::Worse, figures, text);
    const auto better = storesThatAre(metrics::Verdict::Better, figures, text);
    const auto same = storesThatAre(metrics::Verdict::NoClearChange, figures, text);
    if (!worse.empty())
        out.push_back(text("storesWorse", {{"names", worse}}));
    if (!better.empty())
        out.push_back(text("storesBetter", {{"names", better}}));
    if (worse.empty() && better.empty() && !same.empty())
        out.push_back(text("storesSame"));
}

std::string sentenceOf(const ReportAssociation &each, const ReportText &text)
{
    const auto reason = text.name(each.reason);
    const auto share = each.share ? text.share(each.share->value) : std::string();
    const auto other = each.other ? text.share(each.other->value) : std::string();
    switch (each.kind) {
    case ReportAssociation::Kind::NamedMore:
        return text("whyMore", {{"reason", reason}, {"now", share}, {"before", other}});
    case ReportAssociation::Kind::PraisedLess:
        return text("whyLess", {{"reason", reason}, {"now", share}, {"before", other}});
    case ReportAssociation::Kind::Detractors:
        return text("whyDetractors", {{"reason", reason}, {"now", share}, {"before", other}});
    case ReportAssociation::Kind::Weeks:
        break;
    }
    return text("whyWeeks", {{"reason", reason}});
}

std::string sentenceOf(const ReportStandout &each, const ReportText &text)
{
    const auto score = text.points(metrics::nps(each.tally).value_or(0));
    const auto n = text.count(each.tally.count());
    switch (each.kind) {
    case ReportStandout::Kind::Weekday:
        return text(
            each.isLower ? "whyWeekdayLower" : "whyWeekdayHigher",
            {{"weekday", text.weekday(each.first)}, {"score", score}, {"n", n}});
    case ReportStandout::Kind::Touchpoint:
        return text(
            each.isLower ? "whyTouchpointLower" : "whyTouchpointHigher",
            {{"name", text.name(each.name)}, {"score", score}, {"n", n}});
    case ReportStandout::Kind::Tablet:
        return text(
            each.isLower ? "whyTabletLower" : "whyTabletHigher",
            {{"name", text.name(each.name)}, {"score", score}, {"n", n}});
    case ReportStandout::Kind::Hours:
        break;
    }
    return text(
        each.isLower ? "whyHoursLower" : "whyHoursHigher", {{"from", text.hour(each.first)},
                                                            {"to", text.hour(each.last + 1)},
                                                            {"score", score},
                                                            {"n", n}});
}

std::string silentTablets(const ReportFigures &figures, const ReportText &text)
{
    Sentences names;
    for (const auto &each : figures.quality.silent)
        names.push_back(
            text("silentTablet", {{"name", text.name(each.name)}, {"n", text.count(each.days)}}));
    return text.list(names);
}

std::string
sentenceOf(const ReportAction &action, const ReportFigures &figures, const ReportText &text)
{
    using enum ReportAction::Kind;
    const auto name = text.name(action.name);
    const auto share = action.share ? text.share(action.share->value) : std::string();
    switch (action.kind) {
    case MoreAnswers:
        return text("doMoreAnswers", {{"n", text.count(action.count)}});
    case Silent:
        return text("doSilent", {{"names", silentTablets(figures, text)}});
    case Coverage:
        return text("doCoverage", {{"share", text.share(figures.coverage.value_or(0))}});
    case Fall:
        return text("doFall", {{"day", text.day(*action.day, figures.calendar)}});
    case Reason:
        return text("doReason", {{"reason", name}, {"share", share}});
    case Hours:
        return text(
            "doHours", {{"from", text.hour(action.first)}, {"to", text.hour(action.last + 1)}});
    case Weekday:
        return text("doWeekday", {{"weekday", text.weekday(action.first)}});
    case Touchpoint:
        return text("doTouchpoint", {{"name", name}});
    case Tablet:
        return text("doTablet", {{"name", name}});
    case VisitWorse:
        return text("doVisitWorse", {{"name", name}});
    case VisitBelow:
        return text("doVisitBelow", {{"name", name}});
    case LearnFrom:
        return text("doLearnFrom", {{"name", name}});
    case Marked:
        return text("doMarked", {{"n", text.count(action.count)}});
    case MarkedAt:
        return text("doMarkedAt", {{"name", name}, {"n", text.count(action.count)}});
    case Cases:
        return text("doCases");
    case Praise:
        return text("doPraise", {{"reason", name}, {"share", share}});
    case GoOn:
        break;
    }
    return text("doGoOn");
}

} // namespace

std::string reportPeriod(const ReportFigures &figures, const ReportText &text)
{
    const auto month = text.month(figures.first, figures.calendar);
    if (figures.isWhole)
        return month;
    return text("soFar", {{"month", month}, {"day", text.day(figures.last, figures.calendar)}});
}

std::string reportTitle(const ReportFigures &figures, const ReportText &text)
{
    return text("title", {{"name", figures.name}, {"month", reportPeriod(figures, text)}});
}

Sentences whatChanged(const ReportFigures &figures, const ReportText &text)
{
    if (figures.tally.count() == 0)
        return {text("noAnswersLong")};
    Sentences out{changeOfScore(figures, text)};
    if (figures.judgement && !figures.judgement->betweenDaysKnown)
        out.push_back(text("onlyChance"));
    if (figures.change)
        out.push_back(text(
            figures.change->direction == metrics::Direction::Fall ? "changeFall" : "changeRise",
            {{"day", text.day(figures.change->day, figures.calendar)},
             {"earliest", text.day(figures.change->earliest, figures.calendar)},
             {"latest", text.day(figures.change->latest, figures.calendar)}}));
    addStores(out, figures, text);
    return out;
}

Sentences whyPerhaps(const ReportFigures &figures, const ReportText &text)
{
    Sentences out;
    for (const auto &each : figures.associations)
        out.push_back(sentenceOf(each, text));
    for (const auto &each : figures.standouts)
        out.push_back(sentenceOf(each, text));
    if (figures.noAssociations)
        out.push_back(text("whyFew"));
    else if (out.empty())
        out.push_back(text("whyNothing"));
    return out;
}

Sentences whatToDo(const ReportFigures &figures, const ReportText &text)
{
    Sentences out;
    for (const auto &action : figures.actions)
        out.push_back(sentenceOf(action, figures, text));
    return out;
}

Sentences notesOf(const ReportFigures &figures, const ReportText &text)
{
    Sentences out;
    for (const auto &note : figures.notes) {
        const auto day = text.day(note.day, figures.calendar);
        if (note.kind == ReportNote::Kind::Wording)
            out.push_back(
                text("noteWording", {{"day", day}, {"checklist", text.name(note.checklist)}}));
        else
            out.push_back(text(
                "noteSurvey", {{"day", day},
                               {"checklist", text.name(note.checklist)},
                               {"version", text.count(note.version)}}));
    }
    if (out.empty())
        out.push_back(text("noteNone"));
    return out;
}

Sentences qualityOf(const ReportFigures &figures, const ReportText &text)
{
    const auto &quality = figures.quality;
    Sentences out;
    if (quality.marked == 0) {
        out.push_back(text("qualityUnmarked"));
    } else {
        auto marked = text(
            "qualityMarked",
            {{"n", text.count(quality.marked)}, {"all", text.count(quality.answers)}});
        if (metrics::sufficiency(quality.otherReading.count()) != metrics::Sufficiency::TooFew)
            marked += " " + text(
                                figures.unmarkedIsOfficial ? "qualityWith" : "qualityWithout",
                                {{"score", text.points(*metrics::nps(quality.otherReading))}});
        out.push_back(marked);
    }
    if (quality.late + quality.refused + quality.missing == 0)
        out.push_back(text("qualityWhole"));
    else
        out.push_back(text(
            "qualityRecords", {{"late", text.count(quality.late)},
                               {"refused", text.count(quality.refused)},
                               {"missing", text.count(quality.missing)}}));
    if (!quality.silent.empty())
        out.push_back(text("qualitySilent", {{"names", silentTablets(figures, text)}}));
    return out;
}

} // namespace vouch::server
