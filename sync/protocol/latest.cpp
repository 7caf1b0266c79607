#include "sync/protocol/latest.h"

#include "core/metrics/nps.h"

#include <algorithm>

namespace vouch::protocol {

namespace {

using Comment = Latest::Comment;
using Answer = Latest::Answer;

json::object givenJson(const Given &given)
{
    return {
        {"day", formatDay(given.day)},
        {"part", toText(given.part)},
        {"score", given.score ? json::value(*given.score) : json::value(nullptr)},
        {"marked", given.isMarked}};
}

bool readGiven(const json::object &object, Given &out)
{
    const auto *dayText = findString(object, "day"), *partText = findString(object, "part");
    const auto day = dayText ? parseDay(view(*dayText)) : Result<Day>(Failure{});
    const auto part = partText ? check::dayPartFrom(view(*partText)) : std::nullopt;
    const auto *marked = object.if_contains("marked");
    const auto *score = object.if_contains("score");
    if (!day || !part || !marked || !marked->is_bool() || !score)
        return false;
    out.day = *day;
    out.part = *part;
    out.isMarked = marked->get_bool();
    if (score->is_null())
        return true;
    const auto *value = score->if_int64();
    if (!value || *value < 0 || *value > metrics::highestScore)
        return false;
    out.score = static_cast<int>(*value);
    return true;
}

json::object entryJson(const Comment &comment)
{
    auto out = givenJson(comment);
    out["language"] = comment.language;
    out["texts"] = json::array(comment.texts.begin(), comment.texts.end());
    return out;
}

bool readEntry(const json::object &object, Comment &out)
{
    const auto *language = findString(object, "language");
    const auto *texts = findArray(object, "texts");
    if (!language || !texts || texts->empty())
        return false;
    out.language = view(*language);
    return std::all_of(texts->begin(), texts->end(), [&](const json::value &text) {
        if (text.is_string())
            out.texts.emplace_back(view(text.get_string()));
        return text.is_string();
    });
}

json::object entryJson(const Answer &answer)
{
    auto out = givenJson(answer);
    json::array picks;
    for (const auto &[question, code] : answer.picks)
        picks.push_back(json::object{{"question", question}, {"code", code}});
    out["reasons"] = std::move(picks);
    return out;
}

bool readEntry(const json::object &object, Answer &out)
{
    const auto *picks = findArray(object, "reasons");
    return picks && out.score &&
           std::all_of(picks->begin(), picks->end(), [&](const json::value &pick) {
               const auto *each = pick.if_object();
               const auto *question = each ? findString(*each, "question") : nullptr;
               const auto *code = each ? findString(*each, "code") : nullptr;
               if (question && code)
                   out.picks.push_back({std::string(view(*question)), std::string(view(*code))});
               return question && code;
           });
}

template <class Entry>
json::object listJson(const std::vector<Entry> &entries, std::int64_t heldBack)
{
    json::array out;
    for (const auto &entry : entries)
        out.push_back(entryJson(entry));
    return {{"entries", std::move(out)}, {"held_back", heldBack}};
}

template <class Entry>
bool readList(
    const json::object &object, const char *name, std::vector<Entry> &out, std::int64_t &heldBack)
{
    const auto *list = findObject(object, name);
    const auto *entries = list ? findArray(*list, "entries") : nullptr;
    const auto held = list ? findInteger(*list, "held_back") : std::nullopt;
    if (!entries || !held || *held < 0)
        return false;
    heldBack = *held;
    return std::all_of(entries->begin(), entries->end(), [&](const json::value &each) {
        const auto *entry = each.if_object();
        auto &read = out.emplace_back();
        return entry && readGiven(*entry, read) && readEntry(*entry, read);
    });
}

} // namespace

json::object toJson(const Latest &latest)
{
    return {
        {"comments", listJson(latest.comments, latest.commentsHeldBack)},
        {"answers", listJson(latest.answers, latest.answersHeldBack)},
        {"as_of", formatUtc(latest.asOf)}};
}

Result<Latest> latestFrom(const json::object &object)
{
    Latest out;
    const Failure unreadable{"answer-malformed", "What was said in the store cannot be read.", ""};
    const auto *text = findString(object, "as_of");
    const auto asOf = text ? parseUtc(view(*text)) : Result<Timestamp>(unreadable);
    if (!asOf || !readList(object, "comments", out.comments, out.commentsHeldBack) ||
        !readList(object, "answers", out.answers, out.answersHeldBack))
        return unreadable;
    out.asOf = *asOf;
    return out;
}

} // namespace vouch::protocol
