#pragma once

#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vouch::server {

/// An array as a parameter, in PostgreSQL's binary form: what is written many rows at once.
class PostgresqlArray
{
public:
    /// One of pg_type's arrays.
    explicit PostgresqlArray(unsigned type);

    void add(std::int64_t value);
    void add(const std::optional<std::int64_t> &value);
    void add(std::string_view bytes); ///< of text as of bytea
    void add(const Uuid &id);
    void addNull();

    unsigned type() const { return m_type; }
    const std::string &bytes() const { return m_bytes; }
    std::size_t size() const { return m_size; }

private:
    void put(std::uint32_t value);
    void grow();

    unsigned m_type;
    std::string m_bytes;
    std::uint32_t m_size = 0;
};

} // namespace vouch::server
