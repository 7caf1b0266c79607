#include "app/sim/summary.h"

#include <array>
#include <iomanip>
#include <sstream>

namespace vouch::sim {

namespace {

constexpr std::array<const char *, 8> columns{"made",      "accepted", "duplicate",  "rejected",
                                              "promoters", "passives", "detractors", "nps"};
constexpr int idWidth = 8;
constexpr int width = 12;

void line(
    std::ostream &out, const std::string &id, const StoreTotals &totals, const std::string &name)
{
    out << std::left << std::setw(idWidth) << id << std::right;
    for (const auto value :
         {totals.made, totals.accepted, totals.duplicate, totals.rejected,
          totals.scores.promoters(), totals.scores.passives(), totals.scores.detractors()})
        out << std::setw(width) << value;
    if (const auto nps = metrics::nps(totals.scores))
        out << std::setw(width) << std::fixed << std::setprecision(1) << *nps;
    else
        out << std::setw(width) << "-";
    out << "  " << name << '\n';
}

} // namespace

StoreTotals &StoreTotals::operator+=(const StoreTotals &other)
{
    made += other.made;
    accepted += other.accepted;
    duplicate += other.duplicate;
    rejected += other.rejected;
    scores += other.scores;
    return *this;
}

std::string table(const std::vector<Shop> &shops, const Totals &totals)
{
    std::ostringstream out;
    out << std::left << std::setw(idWidth) << "store" << std::right;
    for (const auto *column : columns)
        out << std::setw(width) << column;
    out << "  name\n";
    StoreTotals all;
    for (const auto &shop : shops) {
        const auto at = totals.find(shop.id);
        const auto each = at == totals.end() ? StoreTotals() : at->second;
        line(out, shop.id, each, shop.name);
        all += each;
    }
    line(out, "all", all, "the chain");
    return out.str();
}

} // namespace vouch::sim
