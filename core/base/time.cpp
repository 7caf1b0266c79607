#include "core/base/time.h"

#include "core/base/clock.h"

#include <date/tz.h>

#include <time.h>

namespace vouch {

namespace chr = std::chrono;

namespace {

/// Reads `count` digits at `at`; -1 when one of them is no digit.
int digits(std::string_view text, std::size_t at, std::size_t count)
{
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// Writes `count` digits at `at`. Exports write millions of times, which printf would take most of.
void setDigits(std::string &text, std::size_t at, std::size_t count, int value)
{
    for (auto i = at + count; i-- > at; value /= 10)
        text[i] = static_cast<char>('0' + value % 10);
}

} // namespace

std::string formatUtc(Timestamp time)
{
    const auto day = chr::floor<chr::days>(time);
    const chr::hh_mm_ss clock(time - day);
    auto out = formatDay(day);
    out += "T00:00:00.000Z";
    setDigits(out, 11, 2, static_cast<int>(clock.hours().count()));
    setDigits(out, 14, 2, static_cast<int>(clock.minutes().count()));
    setDigits(out, 17, 2, static_cast<int>(clock.seconds().count()));
    setDigits(out, 20, 3, static_cast<int>(clock.subseconds().count()));
    return out;
}

Result<Timestamp> parseUtc(std::string_view text)
{
    const auto malformed = [text] {
        return Failure{
            "time-malformed", "A time must look like 2026-11-22T10:03:05.120Z.", std::string(text)};
    };
    if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != '.' || text[23] != 'Z')
        return malformed();
    const auto day = parseDay(text.substr(0, 10));
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2), milli = digits(text, 20, 3);
    if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
        milli < 0)
        return malformed();
    return Timestamp(*day) + chr::hours(hour) + chr::minutes(minute) + chr::seconds(second) +
           chr::milliseconds(milli);
}

std::string formatDay(Day day)
{
    const chr::year_month_day ymd(day);
    std::string out = "0000-00-00";
    setDigits(out, 0, 4, static_cast<int>(ymd.year()));
    setDigits(out, 5, 2, static_cast<int>(static_cast<unsigned>(ymd.month())));
    setDigits(out, 8, 2, static_cast<int>(static_cast<unsigned>(ymd.day())));
    return out;
}

Result<Day> parseDay(std::string_view text)
{
    const auto malformed = [text] {
        return Failure{"day-malformed", "A day must look like 2026-11-22.", std::string(text)};
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return malformed();
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (year < 1970 || month < 0 || day < 0)
        return malformed();
    const chr::year_month_day ymd{
        chr::year(year), chr::month(static_cast<unsigned>(month)),
        chr::day(static_cast<unsigned>(day))};
    if (!ymd.ok())
        return malformed();
    return Day(ymd);
}

Result<TimeZone> TimeZone::find(const std::string &name)
{
    try {
        return TimeZone(name, date::locate_zone(name));
    } catch (const std::exception &) {
        return Failure{
            "zone-unknown",
            "No such time zone on this machine. Use an IANA name such as Europe/Berlin, and "
            "install the package tzdata.",
            name};
    }
}

TimeZone TimeZone::utc()
{
    return TimeZone("UTC", nullptr);
}

LocalTime TimeZone::local(Timestamp time) const
{
    chr::seconds offset{0};
    if (m_zone)
        offset = static_cast<const date::time_zone *>(m_zone)
                     ->get_info(chr::floor<chr::seconds>(time))
                     .offset;
    const auto local = time + offset;
    const auto day = chr::floor<chr::days>(local);
    const chr::hh_mm_ss clock(local - day);
    return {
        day, static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(chr::duration_cast<chr::minutes>(offset).count())};
}

Timestamp SystemClock::now() const
{
    return chr::floor<chr::milliseconds>(chr::system_clock::now());
}

std::int64_t SystemClock::monotonicMs() const
{
    timespec spec{};
    clock_gettime(CLOCK_BOOTTIME, &spec);
    return std::int64_t(spec.tv_sec) * 1000 + spec.tv_nsec / 1000000;
}

} // namespace vouch
