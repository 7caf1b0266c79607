#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace vouch {

/// Why something did not work, as a value. Exceptions stay inside a module; this crosses it.
struct Failure
{
    /// Stable, kebab-case, never reused for another meaning. What is sent on the wire is listed in
    /// sync/protocol/codes.h.
    std::string code;
    /// One or two sentences for a person: what happened and what to do about it.
    std::string message;
    /// The place: a file and a path in it, a field, a record; empty when there is none.
    std::string where;

    /// "where: message [code]", for logs and standard error.
    std::string text() const
    {
        return (where.empty() ? "" : where + ": ") + message + " [" + code + "]";
    }
};

/// A value, or the Failure that there is instead of it. Read value() only when ok().
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Failure failure)
        : m_state(std::in_place_index<1>, std::move(failure))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    /// Of a Result that goes away a value of its own, so that a loop over it is safe.
    T value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Failure &failure() const { return std::get<1>(m_state); }

private:
    std::variant<T, Failure> m_state;
};

/// Success without a value, or a Failure.
template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Failure failure)
        : m_failure(std::move(failure))
    {
    }

    bool ok() const { return !m_failure; }
    explicit operator bool() const { return ok(); }
    const Failure &failure() const { return *m_failure; }

private:
    std::optional<Failure> m_failure;
};

} // namespace vouch
