#pragma once

#include "sync/server/api/odata_model.h"

namespace vouch::server::odata {

struct Condition;

/// A condition of $filter. What it takes of OData 4.0: eq ne gt ge lt le, in (…), and, or, not,
/// parentheses, contains, startswith, endswith, tolower, null, and literals of every type that
/// properties have.
class Filter
{
public:
    /// Lets everything through.
    Filter() = default;
    /// Failure `request-malformed`, which says what is not understood.
    static Result<Filter> parse(std::string_view text, const EntitySet &set);

    bool matches(const Place &place) const;
    bool isEmpty() const { return !m_root; }

    /// Days that the condition cannot go beyond, so that what lies outside need not be read.
    std::optional<Day> from() const { return m_from; }
    std::optional<Day> to() const { return m_to; }

private:
    std::shared_ptr<const Condition> m_root;
    std::optional<Day> m_from, m_to;
};

} // namespace vouch::server::odata
