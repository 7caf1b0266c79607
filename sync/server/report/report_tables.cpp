#include "sync/server/report/report_blocks.h"

#include <algorithm>

namespace vouch::server {

namespace {

using Align = TextStyle::Align;

/// Rows of a region's table at most: the first, the last, and how many stand between.
constexpr std::size_t mostRows = 22;
constexpr std::size_t mostUnplaced = 6;

struct Column
{
    const char *key;
    double width; ///< of 1
    Align align = Align::Start;
};

class Table
{
public:
    Table(ReportCanvas &canvas, Place place, std::vector<Column> columns)
        : m_canvas(canvas)
        , m_place(place)
        , m_columns(std::move(columns))
        , m_y(place.y)
    {
        std::vector<std::string> titles;
        for (const auto &column : m_columns)
            titles.push_back(canvas.words()(column.key));
        row(titles, {.size = report_size::tiny, .colour = paper::quiet});
    }

    void row(const std::vector<std::string> &cells, TextStyle style)
    {
        double high = 0, at = 0;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            style.align = m_columns[i].align;
            const double width = m_place.width * m_columns[i].width;
            high = std::max(
                high, m_canvas.text(m_place.x + at, m_y + 1.2, width - 6, cells[i], style));
            at += width;
        }
        m_y += high + 2.4;
        m_canvas.line(m_place.x, m_y, m_place.x + m_place.width, m_y, paper::line, 0.5);
    }
    void note(const std::string &words)
    {
        m_y += m_canvas.text(
                   m_place.x, m_y + 2, m_place.width, words,
                   {.size = report_size::tiny, .colour = paper::quiet}) +
               4;
    }

    double height() const { return m_y - m_place.y; }

private:
    ReportCanvas &m_canvas;
    Place m_place;
    std::vector<Column> m_columns;
    double m_y;
};

const TextStyle cell{.size = report_size::small};

/// The score where there are enough answers for it.
std::string scoreOf(const metrics::Tally &tally, const ReportText &text)
{
    if (metrics::sufficiency(tally.count()) == metrics::Sufficiency::TooFew)
        return text("none");
    return text.points(*metrics::nps(tally));
}

std::string rangeOf(const metrics::Tally &tally, const ReportText &text)
{
    const auto range = metrics::interval(tally);
    if (!range || metrics::sufficiency(tally.count()) == metrics::Sufficiency::TooFew)
        return text("none");
    return text.shortRange(range->low, range->high);
}

std::string coverageOf(const std::optional<double> &coverage, const ReportText &text)
{
    return coverage ? text.share(*coverage) : text("none");
}

std::vector<std::string> cellsOf(const ReportStore &store, const ReportText &text)
{
    std::string place = text("none");
    if (const auto &places = store.ranked.places) {
        place = text.count(places->best);
        if (places->worst != places->best)
            place += "–" + text.count(places->worst);
    }
    const auto since = store.verdict == metrics::Verdict::Better  ? text("better")
                       : store.verdict == metrics::Verdict::Worse ? text("worse")
                                                                  : text("none");
    const auto against = store.ranked.against == metrics::AgainstRegion::Above   ? text("above")
                         : store.ranked.against == metrics::AgainstRegion::Below ? text("below")
                                                                                 : text("none");
    return {
        place,
        text.name(store.name),
        scoreOf(store.tally, text),
        rangeOf(store.tally, text),
        text.count(store.tally.count()),
        coverageOf(store.coverage, text),
        since,
        against};
}

} // namespace

double touchpointTable(ReportCanvas &canvas, Place place, const ReportFigures &figures)
{
    const auto &text = canvas.words();
    const double title = sectionTitle(canvas, place, text("touchpointsTitle"));
    Table table(
        canvas, place.below(title),
        {{"touchpointColumn", 0.21},
         {"nps", 0.11, Align::End},
         {"rangeColumn", 0.25, Align::End},
         {"answersColumn", 0.2, Align::End},
         {"coverageColumn", 0.23, Align::End}});
    for (const auto &each : figures.touchpoints)
        table.row(
            {each.name.empty() ? text("unnamed") : text.name(each.name), scoreOf(each.tally, text),
             rangeOf(each.tally, text), text.count(each.tally.count()),
             coverageOf(each.coverage, text)},
            cell);
    return title + table.height();
}

double storeTable(ReportCanvas &canvas, Place place, const ReportFigures &figures)
{
    const auto &text = canvas.words();
    const double title = sectionTitle(canvas, place, text("storesTitle"));
    Table table(
        canvas, place.below(title),
        {{"placeColumn", 0.08},
         {"storeColumn", 0.23},
         {"nps", 0.07, Align::End},
         {"rangeColumn", 0.16, Align::End},
         {"answersColumn", 0.1, Align::End},
         {"coverageColumn", 0.11, Align::End},
         {"sinceColumn", 0.12, Align::End},
         {"othersColumn", 0.13, Align::End}});
    const auto &stores = figures.stores;
    const auto placed = static_cast<std::size_t>(
        std::count_if(stores.begin(), stores.end(), [](const ReportStore &each) {
            return each.ranked.place.has_value();
        }));
    const auto half = mostRows / 2;
    for (std::size_t i = 0; i < placed; ++i) {
        if (placed > mostRows && i == half) {
            table.note(text(
                "moreStores", {{"n", text.count(static_cast<std::int64_t>(placed - 2 * half))}}));
            i = placed - half;
        }
        table.row(cellsOf(stores[i], text), cell);
    }
    if (placed < stores.size())
        table.note(text("unplaced"));
    for (auto i = placed; i < std::min(stores.size(), placed + mostUnplaced); ++i)
        table.row(cellsOf(stores[i], text), cell);
    if (stores.size() > placed + mostUnplaced)
        table.note(text(
            "moreUnplaced",
            {{"n", text.count(static_cast<std::int64_t>(stores.size() - placed - mostUnplaced))}}));
    table.note(text("storesHint"));
    return title + table.height();
}

} // namespace vouch::server
