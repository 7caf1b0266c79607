#pragma once

#include "sync/server/report/report_canvas.h"
#include "sync/server/report/report_figures.h"

/// The parts of a report's pages. Each draws at `y` from the canvas's x on, `width` wide, and gives
/// its height.
namespace vouch::server {

struct Place
{
    double x = ReportCanvas::margin;
    double y = 0;
    double width = ReportCanvas::contentWidth;
    double growth = 0; ///< how much higher than it must be a chart is drawn

    Place below(double height) const { return {x, y + height, width, growth}; }
    Place part(double from, double partWidth) const { return {x + from, y, partWidth, growth}; }
};

namespace report_size {
inline constexpr double tiny = 7;
inline constexpr double small = 7.8;
inline constexpr double body = 9.2;
inline constexpr double title = 11;
} // namespace report_size

double sectionTitle(ReportCanvas &canvas, Place place, const std::string &words);
double paragraphs(ReportCanvas &canvas, Place place, const std::vector<std::string> &lines);
/// With a dot before each.
double bulletList(ReportCanvas &canvas, Place place, const std::vector<std::string> &lines);
/// With a number before each.
double numberedList(ReportCanvas &canvas, Place place, const std::vector<std::string> &lines);

double pageHead(ReportCanvas &canvas, Place place, const ReportFigures &figures);
double headline(ReportCanvas &canvas, Place place, const ReportFigures &figures);
double trendChart(ReportCanvas &canvas, Place place, const ReportFigures &figures);
double histogramChart(ReportCanvas &canvas, Place place, const ReportFigures &figures);
/// `title` is the key of the section's title.
double reasonBars(
    ReportCanvas &canvas, Place place, const char *title, const ReportReasons &reasons,
    Colour colour);
double touchpointTable(ReportCanvas &canvas, Place place, const ReportFigures &figures);
double storeTable(ReportCanvas &canvas, Place place, const ReportFigures &figures);
double readingHelp(ReportCanvas &canvas, Place place);
void pageFoot(ReportCanvas &canvas, int page, int pages);

} // namespace vouch::server
