#include "sync/server/report/report_blocks.h"

#include <algorithm>
#include <cmath>

namespace vouch::server {

namespace {

using Align = TextStyle::Align;

/// Charts run from left to right: a place as the page has it, for as long as this lives.
class LeftToRight
{
public:
    LeftToRight(ReportCanvas &canvas, Place &place)
        : m_canvas(canvas)
        , m_wasMirrored(canvas.isMirrored())
    {
        if (m_wasMirrored)
            place.x = ReportCanvas::pageWidth - place.x - place.width;
        canvas.setMirrored(false);
    }
    LeftToRight(const LeftToRight &) = delete;
    LeftToRight &operator=(const LeftToRight &) = delete;
    ~LeftToRight() { m_canvas.setMirrored(m_wasMirrored); }

private:
    ReportCanvas &m_canvas;
    bool m_wasMirrored;
};

struct TrendPoint
{
    bool isThere = false;
    double nps = 0;
    metrics::Interval range;
};

std::vector<TrendPoint> pointsOf(const std::vector<ReportMonth> &months)
{
    std::vector<TrendPoint> out;
    for (const auto &month : months) {
        TrendPoint point;
        if (metrics::sufficiency(month.tally.count()) != metrics::Sufficiency::TooFew)
            point = {true, *metrics::nps(month.tally), *metrics::interval(month.tally)};
        out.push_back(point);
    }
    return out;
}

/// Where months and scores stand in the picture.
struct TrendScale
{
    Place place;
    double height = 0;
    double low = -100, high = 100;
    std::size_t months = 1;

    double x(std::size_t i) const
    {
        return place.x + 30 +
               (place.width - 42) * (static_cast<double>(i) + 0.5) / static_cast<double>(months);
    }
    double y(double value) const { return place.y + height * (high - value) / (high - low); }
};

TrendScale scaleOf(const std::vector<TrendPoint> &points, const ReportFigures &figures)
{
    double low = 100, high = -100;
    for (const auto &point : points) {
        if (!point.isThere)
            continue;
        low = std::min(low, point.range.low);
        high = std::max(high, point.range.high);
    }
    if (figures.target) {
        low = std::min(low, double(figures.target->points));
        high = std::max(high, double(figures.target->points));
    }
    constexpr double step = 20;
    TrendScale out;
    out.low = std::max(-100.0, std::floor((low - 2) / step) * step);
    out.high = std::min(100.0, std::ceil((high + 2) / step) * step);
    out.months = points.size();
    return out;
}

void drawAxes(ReportCanvas &canvas, const TrendScale &scale, const ReportFigures &figures)
{
    const auto &text = canvas.words();
    const TextStyle quiet{.size = report_size::tiny, .colour = paper::quiet, .align = Align::End};
    const double step = scale.high - scale.low > 100 ? 40 : 20;
    for (double value = scale.low; value <= scale.high + 0.5; value += step) {
        const double y = scale.y(value);
        canvas.line(
            scale.place.x + 30, y, scale.place.x + scale.place.width, y,
            value == 0 ? paper::range : paper::line, 0.6);
        canvas.text(scale.place.x, y - canvas.scaled(5), 25, text.points(value), quiet);
    }
    auto middle = quiet;
    middle.align = Align::Middle;
    for (std::size_t i = 0; i < scale.months; ++i)
        canvas.text(
            scale.x(i) - 20, scale.place.y + scale.height + 3, 40,
            text.monthNumber(figures.months[i].first, figures.calendar), middle);
}

void drawTarget(ReportCanvas &canvas, const TrendScale &scale, int points)
{
    const double y = scale.y(points);
    canvas.line(scale.place.x + 30, y, scale.place.x + scale.place.width, y, paper::promoters, 0.9);
}

/// At the end of the title's line: what the line across is.
void targetLegend(ReportCanvas &canvas, Place place, int points)
{
    const auto words = canvas.words()("target") + " " + canvas.words().points(points);
    const TextStyle style{.size = report_size::small, .colour = paper::quiet, .align = Align::End};
    const double width = canvas.widthOf(words, style);
    canvas.text(place.x, place.y + 3, place.width, words, style);
    const double x = place.x + place.width - width - 5, y = place.y + 3 + canvas.scaled(5.5);
    canvas.line(x - 14, y, x, y, paper::promoters, 0.9);
}

/// Months one after the other with a point each and no break of the wording between.
void drawRun(
    ReportCanvas &canvas, const TrendScale &scale, const std::vector<TrendPoint> &points,
    std::size_t first, std::size_t last)
{
    std::vector<std::pair<double, double>> band;
    if (first == last) {
        const double x = scale.x(first);
        band = {
            {x - 4, scale.y(points[first].range.high)},
            {x + 4, scale.y(points[first].range.high)},
            {x + 4, scale.y(points[first].range.low)},
            {x - 4, scale.y(points[first].range.low)}};
    }
    for (auto i = first; first != last && i <= last; ++i)
        band.emplace_back(scale.x(i), scale.y(points[i].range.high));
    for (auto i = last + 1; first != last && i-- > first;)
        band.emplace_back(scale.x(i), scale.y(points[i].range.low));
    canvas.polygon(band, paper::band);
    for (auto i = first; i < last; ++i)
        canvas.line(
            scale.x(i), scale.y(points[i].nps), scale.x(i + 1), scale.y(points[i + 1].nps),
            paper::accent, 1.4);
}

void drawLine(
    ReportCanvas &canvas, const TrendScale &scale, const std::vector<TrendPoint> &points,
    const ReportFigures &figures)
{
    const auto &text = canvas.words();
    for (std::size_t first = 0; first < points.size(); ++first) {
        if (!points[first].isThere)
            continue;
        auto last = first;
        while (last + 1 < points.size() && points[last + 1].isThere &&
               !figures.months[last + 1].isBroken)
            ++last;
        drawRun(canvas, scale, points, first, last);
        first = last;
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (figures.months[i].isBroken) {
            const double x = (scale.x(i) + scale.x(i == 0 ? 0 : i - 1)) / 2;
            canvas.line(x, scale.place.y, x, scale.place.y + scale.height, paper::detractors, 0.8);
        }
        if (!points[i].isThere)
            continue;
        const bool isLast = i + 1 == points.size();
        const double y = scale.y(points[i].nps);
        canvas.dot(
            scale.x(i), y, isLast ? 3.4 : 2.4, isLast ? paper::accent : colourOf("#ffffff"),
            paper::accent);
        canvas.text(
            scale.x(i) - 20, scale.y(points[i].range.high) - canvas.scaled(10.5), 40,
            text.points(points[i].nps),
            {.size = report_size::tiny, .bold = isLast, .align = Align::Middle});
    }
}

} // namespace

double trendChart(ReportCanvas &canvas, Place place, const ReportFigures &figures)
{
    const auto &text = canvas.words();
    double used = sectionTitle(canvas, place, text("trendTitle"));
    if (figures.target)
        targetLegend(canvas, place, figures.target->points);
    const auto points = pointsOf(figures.months);
    if (std::none_of(points.begin(), points.end(), [](const auto &each) { return each.isThere; }))
        return used + canvas.text(
                          place.x, place.y + used, place.width, text("trendEmpty"),
                          {.size = report_size::body, .colour = paper::quiet});
    used += 6;
    const double height = 104 + place.growth;
    {
        auto chart = place.below(used);
        const LeftToRight leftToRight(canvas, chart);
        auto scale = scaleOf(points, figures);
        scale.place = chart;
        scale.height = height;
        drawAxes(canvas, scale, figures);
        if (figures.target)
            drawTarget(canvas, scale, figures.target->points);
        drawLine(canvas, scale, points, figures);
    }
    used += height + canvas.scaled(report_size::tiny) * 1.4 + 7;
    return used + canvas.text(
                      place.x, place.y + used, place.width, text("trendHint"),
                      {.size = report_size::tiny, .colour = paper::quiet});
}

double histogramChart(ReportCanvas &canvas, Place place, const ReportFigures &figures)
{
    const auto &text = canvas.words();
    double used = sectionTitle(canvas, place, text("histogramTitle")) + 12;
    const auto &histogram = figures.tally.histogram;
    const auto most =
        std::max<std::int64_t>(1, *std::max_element(histogram.begin(), histogram.end()));
    const double height = 82 + place.growth;
    auto chart = place.below(used);
    const LeftToRight leftToRight(canvas, chart);
    const double step = chart.width / static_cast<double>(histogram.size());
    canvas.line(
        chart.x, chart.y + height, chart.x + chart.width, chart.y + height, paper::range, 0.6);
    for (std::size_t score = 0; score < histogram.size(); ++score) {
        const double x = chart.x + step * static_cast<double>(score);
        const double high =
            height * static_cast<double>(histogram[score]) / static_cast<double>(most);
        const auto segment = metrics::segmentOf(static_cast<int>(score));
        canvas.box(
            x + step * 0.14, chart.y + height - high, step * 0.72, high,
            segment == metrics::Segment::Promoter  ? paper::promoters
            : segment == metrics::Segment::Passive ? paper::passives
                                                   : paper::detractors);
        canvas.text(
            x - 6, chart.y + height - high - canvas.scaled(10), step + 12,
            text.count(histogram[score]),
            {.size = 6.3, .colour = paper::quiet, .align = Align::Middle});
        canvas.text(
            x, chart.y + height + 2, step, text.count(static_cast<std::int64_t>(score)),
            {.size = report_size::small, .bold = true, .align = Align::Middle});
    }
    return used + height + canvas.scaled(report_size::small) * 1.5 + 2;
}

double reasonBars(
    ReportCanvas &canvas, Place place, const char *title, const ReportReasons &reasons,
    Colour colour)
{
    const auto &text = canvas.words();
    double y = place.y + sectionTitle(canvas, place, text(title));
    const TextStyle quiet{.size = report_size::tiny, .colour = paper::quiet};
    const char *base = metrics::sufficiency(reasons.asked) == metrics::Sufficiency::TooFew
                           ? "reasonsFew"
                       : reasons.reasons.empty() ? "reasonsNone"
                                                 : "reasonsBase";
    y += canvas.text(
             place.x, y, place.width, text(base, {{"n", text.count(reasons.asked)}}), quiet) +
         4;
    double most = 0.1;
    for (const auto &reason : reasons.reasons)
        most = std::max(most, reason.share.high);
    constexpr double thick = 5;
    const double barWidth = place.width - 2;
    const double between =
        4.5 + place.growth / static_cast<double>(std::max<std::size_t>(1, reasons.reasons.size()));
    for (const auto &reason : reasons.reasons) {
        const double number = place.width * 0.42;
        const double name = canvas.text(
            place.x, y, place.width - number, text.name(reason.name), {.size = report_size::small});
        canvas.text(
            place.x + place.width - number, y, number,
            text.share(reason.share.value) + "  (" +
                text.shareRange(reason.share.low, reason.share.high) + ")",
            {.size = report_size::tiny, .colour = paper::quiet, .align = Align::End});
        y += name + 1;
        const auto at = [&](double share) { return place.x + barWidth * share / most; };
        canvas.box(place.x, y, barWidth, thick, paper::sunken);
        canvas.box(place.x, y, at(reason.share.value) - place.x, thick, colour);
        canvas.line(
            at(reason.share.low), y + thick / 2, at(reason.share.high), y + thick / 2, paper::ink,
            0.9);
        y += thick + between;
    }
    return y - place.y;
}

} // namespace vouch::server
