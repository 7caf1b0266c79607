#include "app/kiosk/answer_groups.h"

#include "app/kiosk/figures.h"
#include "app/kiosk/local_text.h"
#include "core/check/comment_mask.h"

#include <algorithm>

namespace vouch::kiosk {

namespace {

/// What every entry has.
QVariantMap entryOf(std::optional<int> score, const QString &text, const QString &language)
{
    return {
        {"text", text},
        {"score", score ? localNumber(*score, language) : QString()},
        {"segment", score ? int(metrics::segmentOf(*score)) : -1}};
}

/// By the random end of its id.
template <class Given> bool shuffledBefore(const Given *one, const Given *other)
{
    const auto tail = [](const Given *each) { return each->id.text().substr(24); };
    return tail(one) < tail(other);
}

template <class Given, class ToEntry>
AnswerGroups group(const std::vector<Given> &given, const GroupedDays &days, ToEntry &&toEntry)
{
    using Key = std::pair<Day, DayPart>;
    std::vector<std::pair<Key, std::vector<const Given *>>> groups;
    for (const auto &each : given) {
        const Key key(each.day, dayPartOf(each.hour));
        auto group = std::find_if(
            groups.begin(), groups.end(), [&](const auto &other) { return other.first == key; });
        if (group == groups.end())
            group = groups.insert(group, {key, {}});
        group->second.push_back(&each);
    }
    AnswerGroups out;
    for (std::size_t left = mostShown; auto &[key, members] : groups) {
        const auto together = days.isClosed(key.first) ? 1 : leastTogether;
        const auto held = members.size() % together;
        members.erase(members.begin(), members.begin() + std::ptrdiff_t(held)); // the newest
        out.heldBack += static_cast<int>(held);
        // What there is no room for leaves as it came.
        members.resize(std::min(members.size(), left / together * together));
        left -= members.size();
        if (members.empty())
            continue;
        std::sort(members.begin(), members.end(), shuffledBefore<Given>);
        QVariantList entries;
        for (const auto *member : members)
            entries += toEntry(*member);
        out.groups += QVariantMap{
            {"day", days.text(key.first)}, {"part", int(key.second)}, {"entries", entries}};
    }
    return out;
}

/// Pick is {question, code}.
template <class Pick>
QVariantMap answerEntry(
    int score, bool isMarked, const std::vector<Pick> &picks, const checklist::Checklist &checklist,
    const QString &language)
{
    QStringList picked;
    for (const auto &[question, code] : picks)
        picked += choiceLabel(checklist.find(question), code, language);
    // A point in the middle of the line would be a Persian zero.
    auto out = entryOf(score, picked.join(QStringLiteral(" – ")), language);
    out["language"] = language.section(u'-', 0, 0);
    out["marked"] = isMarked;
    return out;
}

/// What stands together in `given` stays together.
template <class Given, class ToEntry>
AnswerGroups grouped(
    const std::vector<Given> &given, std::int64_t heldBack,
    const std::function<QString(Day)> &dayText, ToEntry &&toEntry)
{
    AnswerGroups out;
    out.heldBack = static_cast<int>(heldBack);
    for (auto at = given.begin(); at != given.end();) {
        const auto day = at->day;
        const auto part = at->part;
        QVariantList entries;
        for (; at != given.end() && at->day == day && at->part == part; ++at)
            entries += toEntry(*at);
        out.groups += QVariantMap{{"day", dayText(day)}, {"part", int(part)}, {"entries", entries}};
    }
    return out;
}

} // namespace

AnswerGroups groupComments(
    const std::vector<storage::Comment> &comments, const GroupedDays &days, const QString &language)
{
    return group(comments, days, [&](const storage::Comment &comment) {
        auto out = entryOf(
            comment.score, toQString(check::maskedComment(comment.text, comment.language)),
            language);
        out["language"] = toQString(comment.language);
        return out;
    });
}

AnswerGroups groupAnswers(
    const std::vector<storage::Answer> &answers, const GroupedDays &days,
    const checklist::Checklist &checklist, const QString &language)
{
    return group(answers, days, [&](const storage::Answer &answer) {
        return answerEntry(answer.score, answer.isMarked, answer.picks, checklist, language);
    });
}

AnswerGroups storesComments(
    const protocol::Latest &latest, const std::function<QString(Day)> &dayText,
    const QString &language)
{
    const auto toEntry = [&](const protocol::Latest::Comment &comment) {
        QStringList texts;
        for (const auto &text : comment.texts)
            texts += toQString(text);
        auto out = entryOf(comment.score, texts.join(QStringLiteral(" – ")), language);
        out["language"] = toQString(comment.language);
        out["marked"] = comment.isMarked;
        return out;
    };
    return grouped(latest.comments, latest.commentsHeldBack, dayText, toEntry);
}

AnswerGroups storesAnswers(
    const protocol::Latest &latest, const std::function<QString(Day)> &dayText,
    const checklist::Checklist &checklist, const QString &language)
{
    const auto toEntry = [&](const protocol::Latest::Answer &answer) {
        return answerEntry(
            answer.score.value_or(0), answer.isMarked, answer.picks, checklist, language);
    };
    return grouped(latest.answers, latest.answersHeldBack, dayText, toEntry);
}

} // namespace vouch::kiosk
