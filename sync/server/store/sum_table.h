#pragma once

#include "core/base/uuid.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>

namespace vouch::server {

/// Sums by key, as many as there may be, in constant memory: what does not fit lies in a temporary
/// file that is gone with this. Belongs to one thread; throws SQLite::Exception.
class SumTable
{
public:
    static constexpr std::size_t keyParts = 5;
    static constexpr std::size_t valueCount = 11;
    using Key = std::array<std::int64_t, keyParts>;
    using Values = std::array<std::int64_t, valueCount>;

    SumTable();

    void add(int kind, const Key &key, const Values &values, int sign = 1);
    /// The lowest kind and key whose sums are not all zero.
    std::optional<std::pair<int, Key>> firstNotZero();

    void note(const Uuid &id, std::int64_t device);
    bool isNoted(const Uuid &id, std::int64_t device);

private:
    void flush();

    SQLite::Database m_file;
    SQLite::Statement m_add;
    SQLite::Statement m_note;
    SQLite::Statement m_noted;
    std::map<std::pair<int, Key>, Values> m_young; ///< not in the file yet
    bool m_hasNotes = false;
};

} // namespace vouch::server
