#pragma once

#include "sync/server/store/export_reader.h"
#include "sync/server/store/store.h"

namespace vouch::test {

/// A row of an export that stays, with its record read.
struct ExportedRow : server::ExportRow
{
    explicit ExportedRow(const server::ExportRow &row)
        : server::ExportRow(row)
        , text(row.canonical)
        , shop(*row.store)
        , check(check::fromJson(parseJson(text).value().as_object()).value())
    {
    }

    std::string text; ///< the record as the server keeps it
    server::StoreInfo shop;
    check::Check check;
};

inline std::vector<ExportedRow> pageOf(server::ExportReader &reader)
{
    std::vector<ExportedRow> out;
    while (out.empty()) {
        const auto more = reader.next([&](const server::ExportRow &row) { out.emplace_back(row); });
        if (!more.value())
            break;
    }
    return out;
}

inline std::vector<ExportedRow>
exported(const server::Store &store, const server::ExportFilter &filter = {})
{
    auto reader = store.exportRecords(filter).value();
    std::vector<ExportedRow> out;
    while (reader.next([&](const server::ExportRow &row) { out.emplace_back(row); }).value())
        ;
    return out;
}

} // namespace vouch::test
