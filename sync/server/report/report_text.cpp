#include "sync/server/report/report_text.h"

#include <algorithm>
#include <cmath>

namespace vouch::server {

namespace {

constexpr std::string_view minus = "\u2212";
constexpr std::string_view isolateLeftToRight = "\u2066";
constexpr std::string_view isolateByItself = "\u2068";
constexpr std::string_view endOfIsolate = "\u2069";
constexpr std::string_view leftToRightMark = "\u200e";

Failure malformed(std::string_view key)
{
    return {
        "report-text-malformed", "A text of the report is missing or of another kind.",
        std::string(key)};
}

bool readTexts(
    const json::object &from, std::string_view key, std::size_t count,
    std::vector<std::string> &out)
{
    const auto *list = findArray(from, key);
    if (!list || list->size() != count)
        return false;
    for (const auto &each : *list) {
        if (!each.is_string())
            return false;
        out.emplace_back(view(each.get_string()));
    }
    return true;
}

std::string textAt(const json::object &from, std::string_view key)
{
    const auto *text = findString(from, key);
    return text ? std::string(view(*text)) : std::string();
}

std::string twoDigits(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

const std::vector<std::string> &ReportText::languages()
{
    static const auto codes = [] {
        std::vector<std::string> out{"en"};
        for (const auto &each : embeddedReportTexts())
            if (each.language != "en")
                out.emplace_back(each.language);
        return out;
    }();
    return codes;
}

Result<ReportText> ReportText::in(std::string_view language)
{
    for (const auto &each : embeddedReportTexts())
        if (each.language == language)
            return read(each.json);
    std::string all;
    for (const auto &code : languages())
        all += (all.empty() ? "" : ", ") + code;
    return Failure{
        "language-unknown", "Reports are written in these languages: " + all + ".", "language"};
}

Result<ReportText> ReportText::read(std::string_view text)
{
    const auto parsed = parseJson(text);
    if (!parsed || !parsed->is_object())
        return malformed("");
    const auto &object = parsed->get_object();
    ReportText out;
    out.m_language = textAt(object, "language");
    out.m_isRightToLeft = textAt(object, "direction") == "rtl";
    out.m_fonts = textAt(object, "fonts");
    out.m_group = textAt(object, "group");
    out.m_decimal = textAt(object, "decimal");
    out.m_groupFrom = static_cast<int>(findInteger(object, "groupFrom").value_or(4));
    out.m_byTwo = textAt(object, "grouping") == "india";
    if (out.m_language.empty() || out.m_fonts.empty() || out.m_decimal.empty())
        return malformed("language");
    if (!readTexts(object, "digits", 10, out.m_digits))
        return malformed("digits");
    if (!readTexts(object, "months", 12, out.m_months) ||
        !readTexts(object, "jalaliMonths", 12, out.m_jalaliMonths))
        return malformed("months");
    out.m_monthsInDates = out.m_months;
    if (object.contains("monthsInDates")) {
        out.m_monthsInDates.clear();
        if (!readTexts(object, "monthsInDates", 12, out.m_monthsInDates))
            return malformed("monthsInDates");
    }
    if (!readTexts(object, "weekdays", 7, out.m_weekdays))
        return malformed("weekdays");
    const auto *texts = findObject(object, "texts");
    const auto *reading = findArray(object, "reading");
    if (!texts || !reading)
        return malformed("texts");
    for (const auto &[key, value] : *texts) {
        if (!value.is_string())
            return malformed(view(key));
        out.m_texts.emplace(view(key), view(value.get_string()));
    }
    for (const auto &each : *reading) {
        std::vector<std::string> pair;
        if (!readTexts(json::object{{"pair", each}}, "pair", 2, pair))
            return malformed("reading");
        out.m_reading.emplace_back(pair[0], pair[1]);
    }
    return out;
}

std::string ReportText::operator()(std::string_view key, Values values) const
{
    const auto found = m_texts.find(key);
    if (found == m_texts.end())
        return std::string(key);
    std::string out = found->second;
    for (const auto &[name, value] : values) {
        const auto placeholder = "{" + std::string(name) + "}";
        for (auto at = out.find(placeholder); at != out.npos;
             at = out.find(placeholder, at + value.size()))
            out.replace(at, placeholder.size(), value);
    }
    return out;
}

std::string ReportText::digits(std::string_view ascii) const
{
    std::string out;
    for (const char c : ascii) {
        if (c >= '0' && c <= '9')
            out += m_digits[static_cast<std::size_t>(c - '0')];
        else
            out += c;
    }
    return out;
}

std::string ReportText::count(std::int64_t number) const
{
    const auto whole = std::to_string(std::abs(number));
    std::vector<std::string> groups;
    std::size_t end = whole.size();
    std::size_t size = 3;
    while (whole.size() >= static_cast<std::size_t>(m_groupFrom) && end > size) {
        groups.insert(groups.begin(), whole.substr(end - size, size));
        end -= size;
        size = m_byTwo ? 2 : 3;
    }
    std::string out = digits(whole.substr(0, end));
    for (const auto &group : groups)
        out += m_group + digits(group);
    return number < 0 ? std::string(minus) + out : out;
}

std::string ReportText::signedRightly(std::string text) const
{
    if (!m_isRightToLeft)
        return text;
    // FriBidi 1.0 moves the sign behind Arabic digits in the second isolate of a line, unless a
    // letter of the isolate's direction stands on either side.
    std::string out(isolateLeftToRight);
    return out.append(leftToRightMark).append(text).append(leftToRightMark).append(endOfIsolate);
}

std::string ReportText::points(double value) const
{
    const auto rounded = std::lround(value);
    if (rounded == 0)
        return count(0);
    return signedRightly((rounded > 0 ? "+" : std::string(minus)) + count(std::labs(rounded)));
}

std::string ReportText::pointRange(double low, double high) const
{
    return (*this)("range", {{"low", points(low)}, {"high", points(high)}});
}

std::string ReportText::shortRange(double low, double high) const
{
    return (*this)("shortRange", {{"low", points(low)}, {"high", points(high)}});
}

std::string ReportText::share(double fraction) const
{
    return (*this)("percent", {{"n", count(std::lround(fraction * 100))}});
}

std::string ReportText::fineShare(double fraction) const
{
    const auto tenths = std::lround(fraction * 1000);
    return (*this)(
        "percent", {{"n", count(tenths / 10) + m_decimal + digits(std::to_string(tenths % 10))}});
}

std::string ReportText::shareRange(double low, double high) const
{
    return (*this)(
        "percentRange",
        {{"low", count(std::lround(low * 100))}, {"high", count(std::lround(high * 100))}});
}

std::string ReportText::hour(int hour) const
{
    return signedRightly(digits(twoDigits(hour % 24) + ":00"));
}

const std::string &ReportText::weekday(int number) const
{
    return m_weekdays[static_cast<std::size_t>(std::clamp(number, 1, 7) - 1)];
}

const std::string &ReportText::monthName(int month, Calendar calendar, Behind behind) const
{
    const auto &names = calendar == Calendar::Jalali ? m_jalaliMonths
                        : behind == Behind::Day      ? m_monthsInDates
                                                     : m_months;
    return names[static_cast<std::size_t>(std::clamp(month, 1, 12) - 1)];
}

namespace {

JalaliDate dateIn(Day day, Calendar calendar)
{
    if (calendar == Calendar::Jalali)
        return jalaliDate(day);
    const std::chrono::year_month_day date(day);
    return {int(date.year()), int(unsigned(date.month())), int(unsigned(date.day()))};
}

} // namespace

std::string ReportText::day(Day day, Calendar calendar) const
{
    const auto date = dateIn(day, calendar);
    return (*this)(
        "day", {{"day", digits(std::to_string(date.day))},
                {"month", monthName(date.month, calendar, Behind::Day)}});
}

std::string ReportText::days(Day first, Day last, Calendar calendar) const
{
    return (*this)("days", {{"from", day(first, calendar)}, {"to", day(last, calendar)}});
}

std::string ReportText::month(Day first, Calendar calendar) const
{
    const auto date = dateIn(first, calendar);
    return (*this)(
        "month", {{"month", monthName(date.month, calendar, Behind::Nothing)},
                  {"year", digits(std::to_string(date.year))}});
}

std::string ReportText::monthNumber(Day first, Calendar calendar) const
{
    return digits(std::to_string(dateIn(first, calendar).month));
}

std::string ReportText::name(std::string_view text) const
{
    const auto isAscii = [](char c) { return static_cast<signed char>(c) >= 0; };
    if (!m_isRightToLeft && std::all_of(text.begin(), text.end(), isAscii))
        return std::string(text);
    return std::string(isolateByItself).append(text).append(endOfIsolate);
}

std::string ReportText::list(const std::vector<std::string> &items) const
{
    std::string out;
    for (const auto &item : items)
        out += (out.empty() ? "" : (*this)("listComma")) + item;
    return out;
}

} // namespace vouch::server
