#include "app/kiosk/comment_groups.h"

#include "app/kiosk/local_text.h"
#include "core/check/comment_mask.h"

#include <algorithm>

namespace vouch::kiosk {

namespace {

QVariantMap entryOf(const storage::Comment &comment, const QString &language)
{
    return {
        {"text", toQString(check::maskedComment(comment.text, comment.language))},
        {"language", toQString(comment.language)},
        {"score", comment.score ? localNumber(*comment.score, language) : QString()},
        {"segment", comment.score ? int(metrics::segmentOf(*comment.score)) : -1}};
}

/// By the random end of its id.
bool shuffledBefore(const storage::Comment *one, const storage::Comment *other)
{
    const auto tail = [](const storage::Comment *each) { return each->id.text().substr(24); };
    return tail(one) < tail(other);
}

} // namespace

CommentGroups groupComments(
    const std::vector<storage::Comment> &comments, const std::function<bool(Day)> &isClosed,
    const std::function<QString(Day)> &dayText, const QString &language)
{
    using Key = std::pair<Day, DayPart>;
    std::vector<std::pair<Key, std::vector<const storage::Comment *>>> groups;
    for (const auto &comment : comments) {
        const Key key(comment.day, dayPartOf(comment.hour));
        auto group = std::find_if(
            groups.begin(), groups.end(), [&](const auto &each) { return each.first == key; });
        if (group == groups.end())
            group = groups.insert(group, {key, {}});
        group->second.push_back(&comment);
    }
    CommentGroups out;
    for (auto &[key, members] : groups) {
        const auto held = isClosed(key.first) ? 0 : members.size() % leastTogether;
        members.erase(members.begin(), members.begin() + std::ptrdiff_t(held)); // the newest
        out.heldBack += static_cast<int>(held);
        if (members.empty())
            continue;
        std::sort(members.begin(), members.end(), shuffledBefore);
        QVariantList entries;
        for (const auto *member : members)
            entries += entryOf(*member, language);
        out.groups += QVariantMap{
            {"day", dayText(key.first)}, {"part", int(key.second)}, {"entries", entries}};
    }
    return out;
}

} // namespace vouch::kiosk
