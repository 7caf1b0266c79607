#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vouch {

/// A JSON value read in place, without building anything: for reading very many that were checked
/// when they were stored. Of text without spaces between its tokens, as canonicalJson() writes it.
/// Of other text it may make nonsense, but never reads beyond its end. Refers to the text that it
/// was made of.
class JsonText
{
public:
    JsonText() = default;
    explicit JsonText(std::string_view raw)
        : m_raw(raw)
    {
    }

    /// As it stands in the text, quotes and escapes included; empty when there is no value.
    std::string_view raw() const { return m_raw; }
    bool isThere() const { return !m_raw.empty(); }
    bool isNull() const { return m_raw.empty() || m_raw == "null"; }
    bool isText() const { return begins('"'); }
    bool isArray() const { return begins('['); }
    bool isObject() const { return begins('{'); }
    bool operator==(const JsonText &) const = default;

    /// Whether it is this text; `plain` has nothing that JSON escapes.
    bool is(std::string_view plain) const
    {
        return m_raw.size() == plain.size() + 2 && isText() &&
               m_raw.substr(1, plain.size()) == plain;
    }
    /// A text without its quotes and escapes; anything else as it stands; null as nothing.
    void appendTo(std::string &out) const;
    std::string text() const
    {
        std::string out;
        appendTo(out);
        return out;
    }
    std::optional<std::int64_t> integer() const;

    /// Calls visit(key, value) for each member, the key with quotes and escapes. False when it is
    /// no object, or malformed.
    template <class Visit> bool members(Visit &&visit) const
    {
        if (!isObject())
            return false;
        for (std::size_t at = 1; at < m_raw.size();) {
            if (m_raw[at] == '}')
                return at + 1 == m_raw.size();
            at += at > 1 && m_raw[at] == ',';
            const auto keyEnd = endOfText(m_raw, at);
            if (keyEnd >= m_raw.size() || m_raw[keyEnd] != ':')
                return false;
            const auto end = endOfValue(m_raw, keyEnd + 1);
            if (end >= m_raw.size() || end == keyEnd + 1)
                return false;
            visit(
                JsonText(m_raw.substr(at, keyEnd - at)),
                JsonText(m_raw.substr(keyEnd + 1, end - keyEnd - 1)));
            at = end;
        }
        return false;
    }
    /// Calls visit(value) for each element. False when it is no array, or malformed.
    template <class Visit> bool elements(Visit &&visit) const
    {
        if (!isArray())
            return false;
        for (std::size_t at = 1; at < m_raw.size();) {
            if (m_raw[at] == ']')
                return at + 1 == m_raw.size();
            at += at > 1 && m_raw[at] == ',';
            const auto end = endOfValue(m_raw, at);
            if (end >= m_raw.size() || end == at)
                return false;
            visit(JsonText(m_raw.substr(at, end - at)));
            at = end;
        }
        return false;
    }

private:
    bool begins(char with) const { return m_raw.size() >= 2 && m_raw.front() == with; }
    /// Where what begins at `at` ends; npos when it does not.
    static std::size_t endOfText(std::string_view text, std::size_t at);
    static std::size_t endOfValue(std::string_view text, std::size_t at);

    std::string_view m_raw;
};

} // namespace vouch
