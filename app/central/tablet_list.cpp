#include "app/central/tablet_list.h"

#include "sync/server/api/csv_reader.h"

#include <algorithm>

namespace vouch::central {

namespace {

Failure in(const std::string &file, Failure failure, std::int64_t line)
{
    failure.where = file + ":" + std::to_string(line);
    return failure;
}

Failure malformed(const char *message)
{
    return {"csv-malformed", message, {}};
}

} // namespace

Result<json::array> tabletListFrom(std::string_view csv, const std::string &file)
{
    const auto table = server::csv::read(csv);
    if (!table)
        return in(file, table.failure(), 1);
    const auto column = [&](const char *name) {
        const auto &header = table->header;
        return std::size_t(std::find(header.begin(), header.end(), name) - header.begin());
    };
    const auto store = column("store");
    const auto name = column("name");
    if (store == table->header.size())
        return in(file, malformed("The first line names the columns: store,name."), 1);
    json::array out;
    for (const auto &line : table->lines) {
        if (line.fault)
            return in(file, *line.fault, line.number);
        const auto &cells = line.cells;
        out.push_back(json::object{
            {"store", cells[store]}, {"name", name < cells.size() ? cells[name] : std::string()}});
    }
    if (out.empty())
        return in(file, malformed("There is no tablet in it."), 1);
    return out;
}

} // namespace vouch::central
