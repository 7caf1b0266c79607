#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::checklist {

/// Everything that is wrong with one file.
class Problems
{
public:
    explicit Problems(std::string fileName)
        : m_fileName(std::move(fileName))
    {
    }

    /// `place` is a JSON Pointer, "" for the whole file.
    void add(std::string code, const std::string &place, std::string message);
    std::vector<Failure> take() { return std::move(m_failures); }

private:
    std::string m_fileName;
    std::vector<Failure> m_failures;
};

/// "“a”", for messages.
std::string inQuotes(std::string_view text);
/// "“a”, “b” or “c”", for messages.
std::string oneOf(const std::vector<std::string> &words);

/// The JSON Pointer of a member or an element of `place`.
std::string placeIn(const std::string &place, std::string_view key);
std::string placeIn(const std::string &place, std::size_t index);

/// What a code looks like: lower-case words of letters and digits joined by dashes, at most 64
/// characters.
bool isCode(std::string_view text);

/// Reads the members of one JSON object and reports into Problems what it cannot read. A member
/// that is absent or wrong gives nothing and is reported once; one that nobody asked for is
/// reported by refuseOthers().
class ObjectReader
{
public:
    /// Keeps references to `problems` and `value`.
    ObjectReader(Problems &problems, const json::value &value, std::string place);

    /// False when the value is no object at all (reported already).
    bool isObject() const { return m_object != nullptr; }
    const std::string &place() const { return m_place; }
    std::string placeOf(std::string_view key) const { return placeIn(m_place, key); }

    bool has(std::string_view key) const;
    /// The member; null without a report when it is absent.
    const json::value *optional(std::string_view key);
    /// The member; null with a report when it is absent.
    const json::value *required(std::string_view key);

    std::optional<std::string> text(std::string_view key);
    std::optional<std::string> code(std::string_view key);
    /// Within [min, max].
    std::optional<int> integer(std::string_view key, int min, int max);
    bool boolean(std::string_view key, bool otherwise);
    /// With [min, max] elements; null when it is anything else.
    const json::array *array(std::string_view key, std::size_t min, std::size_t max);

    /// Reports every member that was not asked for until now.
    void refuseOthers();

private:
    Problems &m_problems;
    const json::object *m_object;
    std::string m_place;
    std::set<std::string, std::less<>> m_known;
};

/// The same for a value that stands in a list: nothing, with a report, when it is no text.
std::optional<std::string>
textAt(Problems &problems, const json::value &value, const std::string &place);
/// A text that is a code.
std::optional<std::string>
codeAt(Problems &problems, const json::value &value, const std::string &place);

} // namespace vouch::checklist
