#include "sync/server/report/report_drawing.h"

#include "sync/server/report/report_blocks.h"
#include "sync/server/report/report_sentences.h"

#include <algorithm>
#include <functional>

namespace vouch::server {

namespace {

constexpr double gap = 11;
constexpr double columnGap = 22;
constexpr double footHeight = 9;
constexpr double firstTop = ReportCanvas::margin - 8;
constexpr double bottom = ReportCanvas::pageHeight - ReportCanvas::margin - footHeight;
/// Of one chart, where its page has room.
constexpr double mostGrowth = 70;

/// What is tried, in this order: one page that is easy to read, two as large as they can be, and
/// smaller, because words of some languages are long and some months have much to say.
struct Format
{
    std::size_t pages;
    double scale;
};
constexpr Format formats[] = {{1, 1}, {1, 0.9}, {2, 1.15}, {2, 1.08},
                              {2, 1}, {2, 0.9}, {2, 0.8},  {2, 0.75}};
/// What needs more pages than this in full letters fits no single one in smaller.
constexpr double mostForOne = 1.25;

struct Block
{
    std::function<double(Place)> draw;
    bool isGrowing = false; ///< by Place::growth
};

struct Page
{
    std::vector<const Block *> blocks;
    double room = 0; ///< that is left under them
};

/// How many pages they fill.
double filled(const std::vector<Page> &pages)
{
    return static_cast<double>(pages.size()) - pages.back().room / (bottom - ReportCanvas::margin);
}

class Pages
{
public:
    Pages(ReportCanvas &canvas, const ReportFigures &figures)
        : m_canvas(canvas)
        , m_figures(figures)
        , m_text(canvas.words())
        , m_blocks(blocks())
    {
    }

    std::vector<Page> plan()
    {
        m_canvas.setMeasuring(true);
        std::vector<Page> out(1);
        double y = firstTop;
        for (const auto &block : m_blocks) {
            const double height = block.draw({.y = y});
            if (y + height > bottom && !out.back().blocks.empty()) {
                out.emplace_back();
                y = ReportCanvas::margin;
            }
            out.back().blocks.push_back(&block);
            out.back().room = std::max(0.0, bottom - y - height);
            y += height + gap;
        }
        return out;
    }

    void draw(const std::vector<Page> &pages)
    {
        m_canvas.setMeasuring(false);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (i > 0)
                m_canvas.nextPage();
            draw(pages[i], i == 0 ? firstTop : ReportCanvas::margin);
            pageFoot(m_canvas, static_cast<int>(i) + 1, static_cast<int>(pages.size()));
        }
    }

private:
    std::vector<Block> blocks()
    {
        const auto section = [this](const char *key, auto list, auto sentences) -> Block {
            return {[this, key, list, sentences](Place place) {
                const double title = sectionTitle(m_canvas, place, m_text(key));
                return title + list(m_canvas, place.below(title), sentences(m_figures, m_text));
            }};
        };
        std::vector<Block> out;
        out.push_back({[this](Place p) { return pageHead(m_canvas, p, m_figures); }});
        out.push_back({[this](Place p) { return headline(m_canvas, p, m_figures); }});
        out.push_back(section("changedTitle", paragraphs, whatChanged));
        if (m_figures.tally.count() > 0)
            out.push_back({[this](Place place) { return why(place); }});
        out.push_back(section("doTitle", numberedList, whatToDo));
        if (m_figures.isRegion)
            out.push_back({[this](Place p) { return storeTable(m_canvas, p, m_figures); }});
        out.push_back({[this](Place p) { return trendChart(m_canvas, p, m_figures); }, true});
        if (m_figures.tally.count() > 0) {
            const auto reasons =
                [this](const char *title, const ReportReasons &list, Colour colour) {
                    return Block{
                        [this, title, &list, colour](Place p) {
                            return reasonBars(m_canvas, p, title, list, colour);
                        },
                        true};
                };
            out.push_back(beside(
                reasons("improveTitle", m_figures.improve, paper::detractors),
                reasons("likedTitle", m_figures.liked, paper::promoters)));
            out.push_back(beside(
                {[this](Place p) { return histogramChart(m_canvas, p, m_figures); }, true},
                {[this](Place p) { return touchpointTable(m_canvas, p, m_figures); }}));
        }
        out.push_back(beside(
            section("qualityTitle", bulletList, qualityOf),
            section("notesTitle", bulletList, notesOf)));
        out.push_back({[this](Place p) { return readingHelp(m_canvas, p); }});
        return out;
    }

    double why(Place place)
    {
        double height = sectionTitle(m_canvas, place, m_text("whyTitle"));
        if (!m_figures.associations.empty() || !m_figures.standouts.empty())
            height += m_canvas.text(
                          place.x, place.y + height, place.width, m_text("whyLead"),
                          {.size = report_size::small, .colour = paper::quiet}) +
                      3;
        return height + bulletList(m_canvas, place.below(height), whyPerhaps(m_figures, m_text));
    }

    static Block beside(Block first, Block second)
    {
        const bool isGrowing = first.isGrowing || second.isGrowing;
        return {
            [one = std::move(first.draw), other = std::move(second.draw)](Place place) {
                const double width = (place.width - columnGap) / 2;
                // One after the other, as they are read aloud.
                const double left = one(place.part(0, width));
                return std::max(left, other(place.part(width + columnGap, width)));
            },
            isGrowing};
    }

    /// Room is given to the charts first, and what they do not need to the gaps.
    void draw(const Page &page, double y)
    {
        const auto growing = static_cast<double>(std::count_if(
            page.blocks.begin(), page.blocks.end(), [](const Block *b) { return b->isGrowing; }));
        const double growth = growing > 0 ? std::min(mostGrowth, page.room / growing) : 0;
        const auto gaps = static_cast<double>(std::max<std::size_t>(2, page.blocks.size()) - 1);
        const double more = std::min(gap, (page.room - growth * growing) / gaps);
        for (const auto *block : page.blocks)
            y += block->draw({.y = y, .growth = block->isGrowing ? growth : 0}) + gap + more;
    }

    ReportCanvas &m_canvas;
    const ReportFigures &m_figures;
    const ReportText &m_text;
    const std::vector<Block> m_blocks;
};

} // namespace

Result<std::string> drawReport(const ReportFigures &figures, const ReportText &text)
{
    const auto title = reportTitle(figures, text);
    double needed = 0;
    for (const auto &format : formats) {
        if (format.pages == 1 && needed > mostForOne)
            continue;
        ReportCanvas canvas(text, format.scale, title, figures.madeOn);
        if (!canvas.hasFontFor(text.reading().front().second))
            return Failure{
                "font-missing",
                "The server has no font for this language. Install Debian's package "
                "fonts-noto-core.",
                text.language()};
        Pages pages(canvas, figures);
        const auto plan = pages.plan();
        needed = filled(plan);
        if (plan.size() > format.pages && &format != &*std::rbegin(formats))
            continue;
        pages.draw(plan);
        return canvas.finish();
    }
    return Failure{"report-undrawn", "The report has no page.", "report"};
}

} // namespace vouch::server
