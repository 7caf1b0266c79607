#include "sync/server/report/report_blocks.h"

#include "sync/server/report/report_sentences.h"

#include <algorithm>
#include <functional>

namespace vouch::server {

namespace {

using Align = TextStyle::Align;

constexpr double paragraphGap = 3.5;
constexpr double indent = 14;

/// What may stand large; words where there is no score.
struct Headline
{
    std::string large;
    std::string below;
    bool isWords = false;
};

Headline headlineOf(const metrics::Tally &tally, const ReportText &text)
{
    const auto range = metrics::interval(tally);
    const auto nps = metrics::nps(tally);
    if (!nps || !range)
        return {text("noAnswers"), {}, true};
    const auto words = text.pointRange(range->low, range->high);
    switch (metrics::sufficiency(tally.count())) {
    case metrics::Sufficiency::TooFew:
        return {text("tooFew"), text("tooFewLong"), true};
    case metrics::Sufficiency::Rough:
        return {words, text("rough", {{"points", text.points(*nps)}}), false};
    case metrics::Sufficiency::Enough:
        break;
    }
    return {text.points(*nps), text("interval", {{"range", words}}), false};
}

struct Part
{
    const char *key;
    std::int64_t count;
    Colour colour;
};

double shareBar(ReportCanvas &canvas, Place place, const metrics::Tally &tally)
{
    const auto &text = canvas.words();
    const Part parts[] = {
        {"promoters", tally.promoters(), paper::promoters},
        {"passives", tally.passives(), paper::passives},
        {"detractors", tally.detractors(), paper::detractors}};
    const auto all = static_cast<double>(tally.count());
    constexpr double thick = 9;
    double at = 0;
    for (const auto &part : parts) {
        const double wide = place.width * static_cast<double>(part.count) / all;
        if (wide > 0)
            canvas.box(place.x + at, place.y, std::max(0.0, wide - 0.8), thick, part.colour);
        at += wide;
    }
    double y = place.y + thick + 5;
    const double share = place.width * 0.62, count = place.width * 0.8;
    for (const auto &part : parts) {
        canvas.box(place.x, y + canvas.scaled(3.2), 6, 6, part.colour, 1.5);
        double high =
            canvas.text(place.x + 11, y, share - 11, text(part.key), {.size = report_size::small});
        high = std::max(
            high, canvas.text(
                      place.x + share, y, count - share,
                      text.share(static_cast<double>(part.count) / all),
                      {.size = report_size::small, .bold = true, .align = Align::End}));
        canvas.text(
            place.x + count, y, place.width - count, text.count(part.count),
            {.size = report_size::small, .colour = paper::quiet, .align = Align::End});
        y += high + 1.5;
    }
    return y - place.y;
}

struct Fact
{
    std::string name;
    std::string value;
    std::string hint;
};

Fact targetFact(const ReportFigures &figures, const ReportText &text)
{
    if (!figures.target)
        return {text("target"), text("none"), text("targetNone")};
    const auto *key = !figures.target->verdict                                    ? "targetEarly"
                      : *figures.target->verdict == metrics::TargetVerdict::Above ? "targetAbove"
                      : *figures.target->verdict == metrics::TargetVerdict::Below ? "targetBelow"
                                                                                  : "targetUnclear";
    return {text("target"), text.points(figures.target->points), text(key)};
}

std::vector<Fact> factsOf(const ReportFigures &figures, const ReportText &text)
{
    std::vector<Fact> out;
    out.push_back(
        {text("answers"), text.count(figures.tally.count()),
         text(figures.unmarkedIsOfficial ? "officialUnmarked" : "officialAll")});
    out.push_back(targetFact(figures, text));
    if (const auto &rate = figures.responseRate)
        out.push_back(
            {text("responseRate"), text.fineShare(rate->value),
             text(
                 "responseOf",
                 {{"n", text.count(rate->count)}, {"sales", text.count(rate->base)}})});
    else
        out.push_back({text("responseRate"), text("notKnown"), text("noSales")});
    if (figures.coverage)
        out.push_back({text("coverage"), text.share(*figures.coverage), text("coverageOf")});
    else
        out.push_back({text("coverage"), text("notKnown"), text("noHours")});
    return out;
}

/// The size from `size` down at which bold words take one line.
double fitting(ReportCanvas &canvas, const std::string &words, double width, double size)
{
    while (size > report_size::body && canvas.widthOf(words, {.size = size, .bold = true}) > width)
        size -= 0.5;
    return size;
}

double factTile(ReportCanvas &canvas, Place place, const Fact &fact)
{
    double y = place.y;
    y += canvas.text(
        place.x, y, place.width, fact.name, {.size = report_size::small, .colour = paper::quiet});
    y += canvas.text(
        place.x, y, place.width, fact.value,
        {.size = fitting(canvas, fact.value, place.width, 14), .bold = true});
    y += canvas.text(
        place.x, y, place.width, fact.hint, {.size = report_size::tiny, .colour = paper::quiet});
    return y - place.y;
}

double factTiles(ReportCanvas &canvas, Place place, const std::vector<Fact> &facts)
{
    constexpr double between = 16;
    const double width = (place.width - between) / 2;
    double y = place.y;
    for (std::size_t i = 0; i < facts.size(); i += 2) {
        double high = 0;
        for (std::size_t j = i; j < std::min(i + 2, facts.size()); ++j) {
            const auto at = Place{place.x, y, place.width}.part(
                static_cast<double>(j - i) * (width + between), width);
            high = std::max(high, factTile(canvas, at, facts[j]));
        }
        y += high + 9;
    }
    return y - 9 - place.y;
}

double list(
    ReportCanvas &canvas, Place place, const std::vector<std::string> &lines,
    const std::function<void(std::size_t, double)> &mark)
{
    double y = place.y;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        mark(i, y);
        y += canvas.text(
                 place.x + indent, y, place.width - indent, lines[i], {.size = report_size::body}) +
             paragraphGap;
    }
    return std::max(0.0, y - paragraphGap - place.y);
}

} // namespace

double sectionTitle(ReportCanvas &canvas, Place place, const std::string &words)
{
    return canvas.text(
               place.x, place.y, place.width, words,
               {.size = report_size::title, .bold = true, .colour = paper::accent, .role = "H2"}) +
           3;
}

double paragraphs(ReportCanvas &canvas, Place place, const std::vector<std::string> &lines)
{
    double y = place.y;
    for (std::size_t i = 0; i < lines.size(); ++i)
        y += canvas.text(
                 place.x, y, place.width, lines[i],
                 {.size = i == 0 ? report_size::body + 1 : report_size::body, .bold = i == 0}) +
             paragraphGap;
    return std::max(0.0, y - paragraphGap - place.y);
}

double bulletList(ReportCanvas &canvas, Place place, const std::vector<std::string> &lines)
{
    return list(canvas, place, lines, [&](std::size_t, double y) {
        canvas.box(place.x + 3, y + canvas.scaled(5.2), 3.4, 3.4, paper::range, 1.7);
    });
}

double numberedList(ReportCanvas &canvas, Place place, const std::vector<std::string> &lines)
{
    return list(canvas, place, lines, [&](std::size_t i, double y) {
        canvas.text(
            place.x, y, indent, canvas.words().count(static_cast<std::int64_t>(i) + 1),
            {.size = report_size::body, .bold = true, .colour = paper::accent});
    });
}

double pageHead(ReportCanvas &canvas, Place place, const ReportFigures &figures)
{
    const auto &text = canvas.words();
    double y = place.y;
    const TextStyle quiet{.size = report_size::small, .colour = paper::quiet};
    auto end = quiet;
    end.align = Align::End;
    canvas.text(
        place.x, y, place.width,
        text("madeOn", {{"day", text.day(figures.madeOn, figures.calendar)}}), end);
    y += canvas.text(
             place.x, y, place.width * 0.7, text("monthlyReport"),
             {.size = report_size::small, .bold = true, .colour = paper::accent}) +
         1;
    y += canvas.text(
        place.x, y, place.width, text.name(figures.name), {.size = 21, .bold = true, .role = "H1"});
    auto under = reportPeriod(figures, text);
    if (!figures.within.empty())
        // A point in the middle would be a zero in Persian and Arabic.
        under += (text.isRightToLeft() ? "، " : " · ") +
                 text("within", {{"region", text.name(figures.within)}});
    y += canvas.text(place.x, y, place.width, under, {.size = 11, .colour = paper::quiet}) + 7;
    canvas.line(place.x, y, place.x + place.width, y, paper::line);
    return y - place.y;
}

double headline(ReportCanvas &canvas, Place place, const ReportFigures &figures)
{
    const auto &text = canvas.words();
    const double half = (place.width - 34) / 2;
    const auto left = place.part(0, half);
    const auto words = headlineOf(figures.tally, text);
    double y = left.y;
    y += canvas.text(
        left.x, y, half, text("nps"), {.size = report_size::small, .colour = paper::quiet});
    const double large = fitting(canvas, words.large, half, words.isWords ? 17 : 38);
    y += canvas.text(left.x, y, half, words.large, {.size = large, .bold = true});
    if (!words.below.empty())
        y +=
            canvas.text(
                left.x, y, half, words.below, {.size = report_size::body, .colour = paper::quiet}) +
            7;
    if (figures.tally.count() > 0)
        y += shareBar(canvas, {left.x, y, half}, figures.tally);
    const double facts = factTiles(canvas, place.part(half + 34, half), factsOf(figures, text));
    return std::max(y - left.y, facts);
}

double readingHelp(ReportCanvas &canvas, Place place)
{
    const auto &text = canvas.words();
    const auto &all = text.reading();
    const double between = 16;
    const auto count = static_cast<double>(all.size());
    const double width = (place.width - between * (count - 1)) / count;
    const double title = sectionTitle(canvas, place, text("readingTitle"));
    double high = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto at = place.below(title).part(static_cast<double>(i) * (width + between), width);
        double y =
            at.y + canvas.text(
                       at.x, at.y, width, all[i].first, {.size = report_size::small, .bold = true});
        y += canvas.text(
            at.x, y, width, all[i].second, {.size = report_size::small, .colour = paper::quiet});
        high = std::max(high, y - at.y);
    }
    return title + high;
}

void pageFoot(ReportCanvas &canvas, int page, int pages)
{
    const auto &text = canvas.words();
    const double y = ReportCanvas::pageHeight - ReportCanvas::margin + 6;
    const Place place;
    canvas.line(place.x, y - 5, place.x + place.width, y - 5, paper::line);
    canvas.text( // of one size, however large the rest is
        place.x, y, place.width * 0.85, text("trademark"),
        {.size = 6.5 / canvas.scaled(1), .colour = paper::quiet});
    canvas.text(
        place.x + place.width * 0.85, y, place.width * 0.15,
        text("page", {{"n", text.count(page)}, {"all", text.count(pages)}}),
        {.size = report_size::small, .colour = paper::quiet, .align = Align::End});
}

} // namespace vouch::server
