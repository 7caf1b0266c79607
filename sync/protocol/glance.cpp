#include "sync/protocol/glance.h"

#include <algorithm>

namespace vouch::protocol {

namespace {

json::array histogramOf(const metrics::Tally &tally)
{
    return json::array(tally.histogram.begin(), tally.histogram.end());
}

Failure unreadable()
{
    return {"answer-malformed", "The server's figures cannot be read.", ""};
}

bool read(const json::value *value, metrics::Tally &tally)
{
    const auto *histogram = value ? value->if_array() : nullptr;
    if (!histogram || histogram->size() != tally.histogram.size())
        return false;
    for (std::size_t score = 0; score < histogram->size(); ++score) {
        const auto *count = (*histogram)[score].if_int64();
        if (!count || *count < 0)
            return false;
        tally.histogram[score] = *count;
    }
    return true;
}

bool read(const json::value *value, std::array<metrics::Tally, 24> &hours)
{
    const auto *all = value ? value->if_array() : nullptr;
    return all && all->size() == hours.size() &&
           std::equal(all->begin(), all->end(), hours.begin(), [](const auto &from, auto &to) {
               return read(&from, to);
           });
}

bool read(const json::value &value, Glance::Touchpoint &out)
{
    const auto *object = value.if_object();
    const auto *code = object ? findString(*object, "touchpoint") : nullptr;
    if (!code)
        return false;
    out.code = view(*code);
    return read(object->if_contains("histogram"), out.tally);
}

bool read(const json::value &value, Glance::Tablet &out)
{
    const auto *object = value.if_object();
    const auto *name = object ? findString(*object, "name") : nullptr;
    if (!name || !read(object->if_contains("histogram"), out.tally))
        return false;
    out.name = view(*name);
    if (const auto *last = findString(*object, "last_answer_at")) {
        const auto time = parseUtc(view(*last));
        if (!time)
            return false;
        out.lastAnswer = *time;
    }
    return true;
}

bool read(const json::value &value, Glance::Pick &out)
{
    const auto *object = value.if_object();
    const auto *code = object ? findString(*object, "code") : nullptr;
    const auto count = object ? findInteger(*object, "count") : std::nullopt;
    if (!code || !count || *count < 0)
        return false;
    out.code = view(*code);
    out.count = *count;
    return true;
}

template <class Entry> bool read(const json::value *value, std::vector<Entry> &out)
{
    const auto *all = value ? value->if_array() : nullptr;
    if (!all)
        return false;
    for (const auto &each : *all)
        if (!read(each, out.emplace_back()))
            return false;
    return true;
}

bool readReasons(const json::value *value, Glance &out)
{
    if (!value)
        return true;
    const auto *questions = value->if_object();
    if (!questions)
        return false;
    out.reasons.emplace();
    return std::all_of(questions->begin(), questions->end(), [&](const auto &each) {
        return read(&each.value(), (*out.reasons)[std::string(each.key())]);
    });
}

json::array picksJson(const std::vector<Glance::Pick> &picks)
{
    json::array out;
    for (const auto &pick : picks)
        out.push_back(json::object{{"code", pick.code}, {"count", pick.count}});
    return out;
}

json::object reasonsJson(const std::map<std::string, std::vector<Glance::Pick>> &reasons)
{
    json::object out;
    for (const auto &[question, picks] : reasons)
        out[question] = picksJson(picks);
    return out;
}

} // namespace

json::object toJson(const Glance &glance)
{
    json::array hours, touchpoints, tablets;
    for (const auto &hour : glance.hours)
        hours.push_back(histogramOf(hour));
    for (const auto &each : glance.touchpoints)
        touchpoints.push_back(
            json::object{{"touchpoint", each.code}, {"histogram", histogramOf(each.tally)}});
    for (const auto &each : glance.tablets)
        tablets.push_back(json::object{
            {"name", each.name},
            {"histogram", histogramOf(each.tally)},
            {"answers", each.tally.count()}, // what tablets of former versions show
            {"last_answer_at", each.lastAnswer
                                   ? json::value(json::string(formatUtc(*each.lastAnswer)))
                                   : json::value(nullptr)}});
    json::object out{
        {"all", histogramOf(glance.all)},     {"unmarked", histogramOf(glance.unmarked)},
        {"hours", std::move(hours)},          {"touchpoints", std::move(touchpoints)},
        {"tablets", std::move(tablets)},      {"today", histogramOf(glance.today)},
        {"usual", histogramOf(glance.usual)}, {"usual_hour", histogramOf(glance.usualHour)},
        {"usual_days", glance.usualDays},     {"as_of", formatUtc(glance.asOf)}};
    if (glance.reasons)
        out["reasons"] = reasonsJson(*glance.reasons);
    if (glance.marks)
        out["marks"] = picksJson(*glance.marks);
    return out;
}

Result<Glance> glanceFrom(const json::object &object)
{
    Glance out;
    const auto member = [&](const char *name) { return object.if_contains(name); };
    const auto usualDays = findInteger(object, "usual_days");
    const auto *text = findString(object, "as_of");
    const auto asOf = text ? parseUtc(view(*text)) : Result<Timestamp>(unreadable());
    if (!read(member("all"), out.all) || !read(member("unmarked"), out.unmarked) ||
        !read(member("hours"), out.hours) || !read(member("touchpoints"), out.touchpoints) ||
        !read(member("tablets"), out.tablets) || !readReasons(member("reasons"), out) ||
        (member("marks") && !read(member("marks"), out.marks.emplace())) ||
        !read(member("today"), out.today) || !read(member("usual"), out.usual) ||
        !read(member("usual_hour"), out.usualHour) || !usualDays || *usualDays < 0 ||
        *usualDays > 366 || !asOf)
        return unreadable();
    out.usualDays = static_cast<int>(*usualDays);
    out.asOf = *asOf;
    return out;
}

} // namespace vouch::protocol
