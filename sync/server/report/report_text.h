#pragma once

#include "core/base/calendar.h"
#include "core/base/json.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::server {

/// The words of reports in one language, and how it writes numbers and dates: what is in
/// resources/report/report_LANGUAGE.json.
class ReportText
{
public:
    /// Codes of the languages that there are, English first.
    static const std::vector<std::string> &languages();
    /// Failure `language-unknown`.
    static Result<ReportText> in(std::string_view language);
    /// Failure `report-text-malformed`, where = the key. For tests; `in()` reads what is shipped.
    static Result<ReportText> read(std::string_view json);

    const std::string &language() const { return m_language; }
    bool isRightToLeft() const { return m_isRightToLeft; }
    /// Families to draw with, for Pango.
    const std::string &fonts() const { return m_fonts; }

    using Values = std::initializer_list<std::pair<std::string_view, std::string>>;
    /// The text of a key with its {placeholders} filled in. Requires that the key is there.
    std::string operator()(std::string_view key, Values values = {}) const;
    /// Term and explanation, in turn.
    const std::vector<std::pair<std::string, std::string>> &reading() const { return m_reading; }
    /// Keys with what they say, for tests.
    const std::map<std::string, std::string, std::less<>> &all() const { return m_texts; }

    std::string count(std::int64_t number) const;
    /// Rounded, with its sign: "+46", "−12", "0".
    std::string points(double value) const;
    std::string pointRange(double low, double high) const;
    /// For tables.
    std::string shortRange(double low, double high) const;
    /// A fraction of 1: "27%".
    std::string share(double fraction) const;
    /// With one decimal, for what is small: "3.5%".
    std::string fineShare(double fraction) const;
    std::string shareRange(double low, double high) const;
    /// "17:00".
    std::string hour(int hour) const;
    /// 1 is Monday.
    const std::string &weekday(int number) const;
    std::string day(Day day, Calendar calendar) const;
    std::string days(Day first, Day last, Calendar calendar) const;
    std::string month(Day first, Calendar calendar) const;
    /// For an axis: "11".
    std::string monthNumber(Day first, Calendar calendar) const;
    /// A name of people's choosing, whichever way it is written.
    std::string name(std::string_view text) const;
    std::string list(const std::vector<std::string> &items) const;

private:
    std::string digits(std::string_view ascii) const;
    std::string signedRightly(std::string text) const;
    enum class Behind { Nothing, Day };
    const std::string &monthName(int month, Calendar calendar, Behind behind) const;

    std::string m_language;
    bool m_isRightToLeft = false;
    std::string m_fonts;
    std::vector<std::string> m_digits; ///< ten, from 0
    std::string m_group;
    std::string m_decimal;
    int m_groupFrom = 4;  ///< numbers with fewer digits stay whole
    bool m_byTwo = false; ///< beyond the first three digits, as in India
    std::vector<std::string> m_months, m_monthsInDates, m_jalaliMonths, m_weekdays;
    std::map<std::string, std::string, std::less<>> m_texts;
    std::vector<std::pair<std::string, std::string>> m_reading;
};

/// The files of resources/report by their language, embedded.
struct EmbeddedReportText
{
    std::string_view language;
    std::string_view json;
};
const std::vector<EmbeddedReportText> &embeddedReportTexts();

} // namespace vouch::server
