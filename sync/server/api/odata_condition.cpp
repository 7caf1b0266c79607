#include "sync/server/api/odata_condition.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace vouch::server::odata {

namespace {

/// "2026-11-22T13:33:05.120+03:30", seconds and what follows them left out or not.
std::optional<Timestamp> instantFrom(std::string_view text)
{
    auto offset = std::chrono::minutes(0);
    if (text.ends_with('Z')) {
        text.remove_suffix(1);
    } else if (text.size() > 16 && (text[text.size() - 6] == '+' || text[text.size() - 6] == '-')) {
        const auto part = text.substr(text.size() - 6);
        const auto pair = [&](std::size_t at) {
            return (part[at] - '0') * 10 + (part[at + 1] - '0');
        };
        offset = std::chrono::minutes(pair(1) * 60 + pair(4)) * (part[0] == '-' ? -1 : 1);
        text.remove_suffix(6);
    } else {
        return std::nullopt;
    }
    std::string whole(text);
    if (whole.size() == 16)
        whole += ":00";
    if (whole.size() == 19)
        whole += '.';
    if (whole.size() < 20 || whole[19] != '.')
        return std::nullopt;
    whole.resize(23, '0'); // what is finer than a millisecond is left out
    const auto read = parseUtc(whole + "Z");
    return read ? std::optional(*read - offset) : std::nullopt;
}

Value valueOf(const Cell &cell, ColumnType type)
{
    if (cell.kind == Cell::Kind::Empty)
        return {};
    if (type == ColumnType::Integer)
        return double(cell.number);
    if (type == ColumnType::Instant || type == ColumnType::LocalInstant) {
        const auto instant = instantFrom(cell.text);
        return instant ? Value(*instant) : Value();
    }
    return cell.kind == Cell::Kind::Integer ? std::to_string(cell.number) : cell.text;
}

std::string lowered(std::string text)
{
    for (auto &c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

} // namespace

std::optional<Value> literalOf(std::string_view word, ColumnType type)
{
    switch (type) {
    case ColumnType::Integer: {
        double out = 0;
        const auto read = std::from_chars(word.data(), word.data() + word.size(), out);
        if (read.ec != std::errc() || read.ptr != word.data() + word.size())
            return std::nullopt;
        return out;
    }
    case ColumnType::Instant:
    case ColumnType::LocalInstant:
        if (const auto instant = instantFrom(word))
            return *instant;
        return std::nullopt;
    case ColumnType::Day:
        return parseDay(word) ? std::optional<Value>(std::string(word)) : std::nullopt;
    case ColumnType::Uuid: {
        std::string lower(word);
        std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        return Uuid::parse(lower) ? std::optional<Value>(lower) : std::nullopt;
    }
    case ColumnType::Text:
    case ColumnType::Answer:
        break;
    }
    return std::nullopt;
}

/// Of two: one that is `deciding` decides.
std::optional<bool> Condition::together(const Place &place, bool deciding) const
{
    const auto left = children[0]->truth(place);
    if (left == deciding)
        return left;
    const auto right = children[1]->truth(place);
    return right == deciding || left ? right : left;
}

std::optional<bool> Condition::truth(const Place &place) const
{
    switch (operation) {
    case Operation::And:
        return together(place, false);
    case Operation::Or:
        return together(place, true);
    case Operation::Not: {
        const auto inner = children[0]->truth(place);
        return inner ? std::optional(!*inner) : inner;
    }
    case Operation::IsTrue:
        return children[0]->matches(place);
    default:
        break;
    }
    Cell cell;
    property->read(place, cell);
    auto value = valueOf(cell, property->type);
    if (auto *text = std::get_if<std::string>(&value); text && isLowered)
        *text = lowered(std::move(*text));
    const bool isFunction = operation == Operation::Contains ||
                            operation == Operation::StartsWith || operation == Operation::EndsWith;
    if (isFunction && std::holds_alternative<std::monostate>(value))
        return std::nullopt;
    return compares(value);
}

bool Condition::compares(const Value &value) const
{
    const auto &literal = literals.front();
    if (operation == Operation::In)
        return std::find(literals.begin(), literals.end(), value) != literals.end();
    if (operation == Operation::Eq)
        return value == literal;
    if (operation == Operation::Ne)
        return value != literal;
    if (value.index() != literal.index() || value.index() == 0)
        return false;
    const auto *text = std::get_if<std::string>(&value);
    const auto *part = std::get_if<std::string>(&literal);
    switch (operation) {
    case Operation::Gt:
        return value > literal;
    case Operation::Ge:
        return value >= literal;
    case Operation::Lt:
        return value < literal;
    case Operation::Le:
        return value <= literal;
    case Operation::Contains:
        return text && text->find(*part) != text->npos;
    case Operation::StartsWith:
        return text && text->starts_with(*part);
    case Operation::EndsWith:
        return text && text->ends_with(*part);
    default:
        return false;
    }
}

} // namespace vouch::server::odata
