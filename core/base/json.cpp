#include "core/base/json.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <vector>

namespace vouch {

namespace {

constexpr std::size_t maxDepth = 32;

/// What a parser asks of a handler, without doing anything.
struct NoHandler
{
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    using Error = boost::system::error_code &;
    using Text = json::string_view;
    bool on_document_begin(Error) { return true; }
    bool on_document_end(Error) { return true; }
    bool on_object_begin(Error) { return true; }
    bool on_object_end(std::size_t, Error) { return true; }
    bool on_array_begin(Error) { return true; }
    bool on_array_end(std::size_t, Error) { return true; }
    bool on_key_part(Text, std::size_t, Error) { return true; }
    bool on_key(Text, std::size_t, Error) { return true; }
    bool on_string_part(Text, std::size_t, Error) { return true; }
    bool on_string(Text, std::size_t, Error) { return true; }
    bool on_number_part(Text, Error) { return true; }
    bool on_int64(std::int64_t, Text, Error) { return true; }
    bool on_uint64(std::uint64_t, Text, Error) { return true; }
    bool on_double(double, Text, Error) { return true; }
    bool on_bool(bool, Error) { return true; }
    bool on_null(Error) { return true; }
    bool on_comment_part(Text, Error) { return true; }
    bool on_comment(Text, Error) { return true; }
};

/// Builds the value and counts the keys as they stand in the text: Boost.JSON itself silently keeps
/// the last of two equal ones.
struct Builder : NoHandler
{
    json::value_stack stack;
    std::size_t keys = 0;

    bool on_object_end(std::size_t size, Error)
    {
        stack.push_object(size);
        keys += size;
        return true;
    }
    bool on_array_end(std::size_t size, Error) { return stack.push_array(size), true; }
    bool on_key_part(Text part, std::size_t, Error) { return stack.push_chars(part), true; }
    bool on_key(Text part, std::size_t, Error) { return stack.push_key(part), true; }
    bool on_string_part(Text part, std::size_t, Error) { return stack.push_chars(part), true; }
    bool on_string(Text part, std::size_t, Error) { return stack.push_string(part), true; }
    bool on_int64(std::int64_t number, Text, Error) { return stack.push_int64(number), true; }
    bool on_uint64(std::uint64_t number, Text, Error) { return stack.push_uint64(number), true; }
    bool on_double(double number, Text, Error) { return stack.push_double(number), true; }
    bool on_bool(bool value, Error) { return stack.push_bool(value), true; }
    bool on_null(Error) { return stack.push_null(), true; }
};

std::size_t keysIn(const json::value &value)
{
    std::size_t out = 0;
    if (const auto *array = value.if_array()) {
        for (const auto &element : *array)
            out += keysIn(element);
    } else if (const auto *object = value.if_object()) {
        out = object->size();
        for (const auto &member : *object)
            out += keysIn(member.value());
    }
    return out;
}

/// Remembers the keys of every open object, to name the one that stands twice.
struct DuplicateKeyFinder : NoHandler
{
    std::string duplicate;

    bool on_object_begin(Error)
    {
        m_open.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, Error ec)
    {
        auto &keys = m_open.back();
        std::sort(keys.begin(), keys.end());
        const auto twice = std::adjacent_find(keys.begin(), keys.end());
        if (twice != keys.end()) {
            duplicate = *twice;
            ec = json::error::exception;
            return false;
        }
        m_open.pop_back();
        return true;
    }
    bool on_key_part(Text part, std::size_t, Error)
    {
        m_key.append(part.data(), part.size());
        return true;
    }
    bool on_key(Text part, std::size_t, Error)
    {
        m_key.append(part.data(), part.size());
        m_open.back().push_back(std::move(m_key));
        m_key.clear();
        return true;
    }

private:
    std::vector<std::vector<std::string>> m_open;
    std::string m_key;
};

json::parse_options parseOptions()
{
    json::parse_options options;
    options.max_depth = maxDepth;
    return options;
}

std::string duplicateKeyIn(std::string_view text)
{
    json::basic_parser<DuplicateKeyFinder> parser(parseOptions());
    boost::system::error_code error;
    parser.write_some(false, text.data(), text.size(), error);
    return parser.handler().duplicate;
}

std::string placeOf(std::string_view text, std::size_t offset)
{
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto lastBreak = before.rfind('\n');
    const auto column = before.size() - (lastBreak == before.npos ? 0 : lastBreak + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

const json::value *find(const json::object &object, std::string_view key)
{
    return object.if_contains(json::string_view(key.data(), key.size()));
}

} // namespace

Result<json::value> parseJson(std::string_view text, json::storage_ptr memory)
{
    json::basic_parser<Builder> parser(parseOptions());
    auto &built = parser.handler();
    built.stack.reset(std::move(memory));
    boost::system::error_code error;
    const auto used = parser.write_some(false, text.data(), text.size(), error);
    const auto rest = text.substr(std::min(used, text.size()));
    const auto extra = rest.find_first_not_of(" \t\r\n");
    if (error || extra != rest.npos)
        return Failure{
            "json-malformed",
            "This is not valid JSON" + (error ? ": " + error.message() : std::string()) + ".",
            placeOf(text, used + (error ? 0 : extra))};
    auto value = built.stack.release();
    if (keysIn(value) != built.keys)
        return Failure{
            "json-duplicate-key", "The same key stands twice in one object. Keep one of the two.",
            duplicateKeyIn(text)};
    return value;
}

const json::string *findString(const json::object &object, std::string_view key)
{
    const auto *value = find(object, key);
    return value ? value->if_string() : nullptr;
}

const json::array *findArray(const json::object &object, std::string_view key)
{
    const auto *value = find(object, key);
    return value ? value->if_array() : nullptr;
}

const json::object *findObject(const json::object &object, std::string_view key)
{
    const auto *value = find(object, key);
    return value ? value->if_object() : nullptr;
}

std::optional<std::int64_t> findInteger(const json::object &object, std::string_view key)
{
    const auto *value = find(object, key);
    const auto *number = value ? value->if_int64() : nullptr;
    if (!number || *number < -maxSafeInteger || *number > maxSafeInteger)
        return std::nullopt;
    return *number;
}

} // namespace vouch
