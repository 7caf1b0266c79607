#include "app/kiosk/interview.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

/// What the shopper has on the screen and has not yet left behind.
namespace vouch::kiosk {

namespace {

using checklist::Type;

std::optional<int> numberFrom(const std::string &digits)
{
    int number = 0;
    const auto *end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (digits.empty() || read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return number;
}

} // namespace

void Interview::toggle(const std::string &code)
{
    if (!m_page || !m_page->findChoice(code))
        return;
    if (const auto at = std::find(m_picks.begin(), m_picks.end(), code); at != m_picks.end())
        m_picks.erase(at);
    else if (static_cast<int>(m_picks.size()) < m_page->maxPicks)
        m_picks.push_back(code);
}

bool Interview::typeDigit(int digit)
{
    if (!m_page || digit < 0 || digit > 9)
        return false;
    const auto longer = m_number == "0" || m_number == "-0"
                            ? m_number.substr(0, m_number.size() - 1) + char('0' + digit)
                            : m_number + char('0' + digit);
    const auto number = numberFrom(longer);
    const auto most = std::max(std::abs(m_page->min), std::abs(m_page->max));
    if (!number || std::abs(*number) > most)
        return false;
    m_number = longer;
    return true;
}

std::optional<int> Interview::typedNumber() const
{
    return numberFrom(m_number);
}

void Interview::flipSign()
{
    if (m_page && m_page->min >= 0)
        return;
    if (m_number.starts_with('-'))
        m_number.erase(0, 1);
    else
        m_number.insert(0, 1, '-');
}

void Interview::eraseDigit()
{
    if (!m_number.empty())
        m_number.pop_back();
}

void Interview::setText(const std::string &code, std::string text)
{
    m_texts[code] = std::move(text);
}

bool Interview::isPicked(const std::string &code) const
{
    return std::find(m_picks.begin(), m_picks.end(), code) != m_picks.end();
}

const std::string &Interview::text(const std::string &code) const
{
    static const std::string none;
    const auto found = m_texts.find(code);
    return found == m_texts.end() ? none : found->second;
}

bool Interview::canGoOn() const
{
    if (!m_page)
        return false;
    const bool empty = isDraftEmpty();
    if (empty)
        return !m_page->required;
    const auto drafted = draft();
    return drafted && checklist::validate(*m_page, *drafted);
}

bool Interview::isDraftEmpty() const
{
    if (!m_page)
        return true;
    switch (m_page->type) {
    case Type::Choices:
        return m_picks.empty();
    case Type::Number:
        return m_number.empty();
    case Type::Text:
        return text(m_page->code).empty();
    default:
        return answered(m_page->code) == nullptr;
    }
}

/// What the page would be answered with; nothing when it is empty or cannot be read.
std::optional<checklist::Answer> Interview::draft() const
{
    switch (m_page->type) {
    case Type::Choices:
        if (m_picks.empty() && m_page->required)
            return std::nullopt;
        return checklist::Answer(m_picks);
    case Type::Number:
        if (const auto number = numberFrom(m_number))
            return checklist::Answer(*number);
        return std::nullopt;
    case Type::Text:
        if (const auto &written = text(m_page->code); !written.empty())
            return checklist::Answer(written);
        return std::nullopt;
    default:
        if (const auto *given = answered(m_page->code))
            return *given;
        return std::nullopt;
    }
}

/// The draft of a page starts from what was answered there.
void Interview::enter(const checklist::Question *page)
{
    m_page = page;
    m_picks.clear();
    m_number.clear();
    const auto *given = answered(page->code);
    if (!given)
        return;
    if (page->type == Type::Choices)
        m_picks = std::get<std::vector<std::string>>(*given);
    else if (page->type == Type::Number)
        m_number = std::to_string(std::get<int>(*given));
}

} // namespace vouch::kiosk
