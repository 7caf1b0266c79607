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
constexpr int mostPages = 2;
/// Words of some languages are long, and some months have much to say.
constexpr double scales[] = {1, 0.95, 0.9, 0.85, 0.8, 0.75};

using Block = std::function<double(Place)>;

class Pages
{
public:
    Pages(ReportCanvas &canvas, const ReportFigures &figures)
        : m_canvas(canvas)
        , m_figures(figures)
        , m_text(canvas.words())
    {
    }

    /// How many pages it takes; draws them when it is told how many there are.
    int layOut(int pages)
    {
        m_page = 1;
        m_y = ReportCanvas::margin - 8;
        m_isDrawing = pages > 0;
        m_pages = pages;
        for (const auto &block : blocks())
            add(block);
        endPage();
        return m_page;
    }

private:
    std::vector<Block> blocks()
    {
        const auto section = [this](const char *key, auto list, auto sentences) -> Block {
            return [this, key, list, sentences](Place place) {
                const double title = sectionTitle(m_canvas, place, m_text(key));
                return title + list(m_canvas, place.below(title), sentences(m_figures, m_text));
            };
        };
        std::vector<Block> out;
        out.push_back([this](Place p) { return pageHead(m_canvas, p, m_figures); });
        out.push_back([this](Place p) { return headline(m_canvas, p, m_figures); });
        out.push_back(section("changedTitle", paragraphs, whatChanged));
        if (m_figures.tally.count() > 0)
            out.push_back([this](Place place) { return why(place); });
        out.push_back(section("doTitle", numberedList, whatToDo));
        if (m_figures.isRegion)
            out.push_back([this](Place p) { return storeTable(m_canvas, p, m_figures); });
        out.push_back([this](Place p) { return trendChart(m_canvas, p, m_figures); });
        if (m_figures.tally.count() > 0) {
            out.push_back(beside(
                [this](Place p) {
                    return reasonBars(
                        m_canvas, p, "improveTitle", m_figures.improve, paper::detractors);
                },
                [this](Place p) {
                    return reasonBars(m_canvas, p, "likedTitle", m_figures.liked, paper::promoters);
                }));
            out.push_back(beside(
                [this](Place p) { return histogramChart(m_canvas, p, m_figures); },
                [this](Place p) { return touchpointTable(m_canvas, p, m_figures); }));
        }
        out.push_back(beside(
            section("qualityTitle", bulletList, qualityOf),
            section("notesTitle", bulletList, notesOf)));
        out.push_back([this](Place p) { return readingHelp(m_canvas, p); });
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
        return [first = std::move(first), second = std::move(second)](Place place) {
            const double width = (place.width - columnGap) / 2;
            return std::max(
                first(place.part(0, width)), second(place.part(width + columnGap, width)));
        };
    }

    void add(const Block &block)
    {
        m_canvas.setMeasuring(true);
        const double height = block({.y = m_y});
        if (m_y + height > ReportCanvas::pageHeight - ReportCanvas::margin - footHeight) {
            endPage();
            ++m_page;
            m_y = ReportCanvas::margin;
            if (m_isDrawing)
                m_canvas.nextPage();
        }
        m_canvas.setMeasuring(!m_isDrawing);
        block({.y = m_y});
        m_y += height + gap;
    }

    void endPage()
    {
        m_canvas.setMeasuring(!m_isDrawing);
        pageFoot(m_canvas, m_page, m_pages);
    }

    ReportCanvas &m_canvas;
    const ReportFigures &m_figures;
    const ReportText &m_text;
    bool m_isDrawing = false;
    int m_pages = 0;
    int m_page = 1;
    double m_y = 0;
};

} // namespace

Result<std::string> drawReport(const ReportFigures &figures, const ReportText &text)
{
    const auto title = reportTitle(figures, text);
    for (const double scale : scales) {
        ReportCanvas canvas(text, scale, title, figures.madeOn);
        if (!canvas.hasFontFor(text.reading().front().second))
            return Failure{
                "font-missing",
                "The server has no font for this language. Install Debian's package "
                "fonts-noto-core.",
                text.language()};
        Pages pages(canvas, figures);
        const int count = pages.layOut(0);
        if (count > mostPages && scale != *std::rbegin(scales))
            continue;
        pages.layOut(count);
        return canvas.finish();
    }
    return Failure{"report-undrawn", "The report has no page.", "report"};
}

} // namespace vouch::server
