#include "sync/server/store/postgresql_array.h"

#include "sync/server/store/postgresql_session.h"

namespace vouch::server {

namespace {

constexpr std::size_t hasNullAt = 7, sizeAt = 15; ///< the last byte of each

std::uint32_t elementType(unsigned array)
{
    return array == pg_type::int8Array    ? pg_type::int8
           : array == pg_type::byteaArray ? pg_type::bytea
                                          : pg_type::text;
}

} // namespace

PostgresqlArray::PostgresqlArray(unsigned type)
    : m_type(type)
{
    put(1); // dimension
    put(0); // 1 when something is NULL
    put(elementType(type));
    put(0); // size
    put(1); // where it begins
}

void PostgresqlArray::put(std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        m_bytes += static_cast<char>(value >> shift & 0xff);
}

void PostgresqlArray::grow()
{
    ++m_size;
    for (int i = 0; i < 4; ++i)
        m_bytes[sizeAt - static_cast<std::size_t>(i)] = static_cast<char>(m_size >> 8 * i & 0xff);
}

void PostgresqlArray::add(std::int64_t value)
{
    grow();
    put(8);
    put(static_cast<std::uint32_t>(static_cast<std::uint64_t>(value) >> 32));
    put(static_cast<std::uint32_t>(value));
}

void PostgresqlArray::add(const std::optional<std::int64_t> &value)
{
    if (value)
        return add(*value);
    addNull();
}

void PostgresqlArray::addNull()
{
    grow();
    m_bytes[hasNullAt] = 1;
    put(0xffffffff);
}

void PostgresqlArray::add(std::string_view bytes)
{
    if (m_type == pg_type::textArray) {
        const auto text = textForPostgresql(bytes);
        grow();
        put(static_cast<std::uint32_t>(text.size()));
        m_bytes += text;
        return;
    }
    grow();
    put(static_cast<std::uint32_t>(bytes.size()));
    m_bytes += bytes;
}

void PostgresqlArray::add(const Uuid &id)
{
    add({reinterpret_cast<const char *>(id.bytes().data()), id.bytes().size()});
}

} // namespace vouch::server
