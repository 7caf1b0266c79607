#pragma once

#include "core/base/result.h"

#include <boost/json.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace vouch {

namespace json = boost::json;

/// The largest integer that every JSON reader keeps exactly: 2^53 − 1.
inline constexpr std::int64_t maxSafeInteger = 9007199254740991;

/// Strict JSON: valid UTF-8, no duplicate key, at most 32 levels, nothing after the value.
/// The value and all in it lie in `memory`. Failures: `json-malformed` (where = "line L, column
/// C"), `json-duplicate-key` (where = the key).
Result<json::value> parseJson(std::string_view text, json::storage_ptr memory = {});

/// RFC 8785 canonical JSON. Numbers must be integers within ±maxSafeInteger (decimal answers travel
/// as strings); any other number gives `number-not-integer` with the path of the value.
Result<std::string> canonicalJson(const json::value &value);
/// Where a member stands in the canonical form: from its key's quote to the end of its value.
struct PlacedMember
{
    const json::object &holder;
    std::string_view key;
    std::size_t from = 0;
    std::size_t value = 0; ///< where its value begins
    std::size_t to = 0;
};
/// The same, telling every member once it is written: those inside of it come before it.
using OnMember = std::function<void(const PlacedMember &)>;
Result<std::string> canonicalJson(const json::object &object, const OnMember &onMember = {});
/// Appends a string in its canonical form.
void appendJsonString(std::string &out, std::string_view text);

/// JSON for people and naive readers: keys in order, decimals as 33.33 (Boost.JSON itself writes
/// 3.333E1). Not for hashing.
std::string plainJson(const json::value &value);

/// Member `key` as a string, an integer …, or null when it is absent or of another type.
const json::string *findString(const json::object &object, std::string_view key);
const json::array *findArray(const json::object &object, std::string_view key);
const json::object *findObject(const json::object &object, std::string_view key);
/// Only true integers within ±maxSafeInteger.
std::optional<std::int64_t> findInteger(const json::object &object, std::string_view key);

inline std::string_view view(const json::string &text)
{
    return {text.data(), text.size()};
}

} // namespace vouch
