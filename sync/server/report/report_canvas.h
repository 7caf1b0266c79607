#pragma once

#include "core/base/time.h"
#include "sync/server/report/report_text.h"

#include <memory>
#include <string>
#include <vector>

namespace vouch::server {

struct Colour
{
    double red = 0, green = 0, blue = 0;
};

/// "#rrggbb".
consteval Colour colourOf(const char (&hex)[8])
{
    const auto channel = [&](int at) {
        const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
        return (16 * digit(hex[at]) + digit(hex[at + 1])) / 255.0;
    };
    return {channel(1), channel(3), channel(5)};
}

/// As the page has them on paper (resources/web/assets/style.css).
namespace paper {
inline constexpr Colour ink = colourOf("#18212e");
inline constexpr Colour quiet = colourOf("#54606f");
inline constexpr Colour line = colourOf("#d9dfe6");
inline constexpr Colour sunken = colourOf("#eef1f5");
inline constexpr Colour accent = colourOf("#22446e");
inline constexpr Colour band = colourOf("#dbe5f0");
inline constexpr Colour range = colourOf("#8fa3ba");
inline constexpr Colour promoters = colourOf("#2a6aa8");
inline constexpr Colour passives = colourOf("#8b95a1");
inline constexpr Colour detractors = colourOf("#c26f14");
} // namespace paper

struct TextStyle
{
    enum class Align { Start, Middle, End };

    double size = 9; ///< points
    bool bold = false;
    Colour colour = paper::ink;
    Align align = Align::Start;
    const char *role = "P"; ///< what a screen reader is told it is: a type of PDF's structure
};

/// Pages of A4 as PDF, drawn by Pango and Cairo. All measures are points. x runs from the side on
/// which reading begins, so that one layout serves both directions. One thread at a time.
class ReportCanvas
{
public:
    static constexpr double pageWidth = 595.28;
    static constexpr double pageHeight = 841.89;
    static constexpr double margin = 45;
    static constexpr double contentWidth = pageWidth - 2 * margin;

    /// `scale` makes every text smaller or larger. `text` outlives this.
    ReportCanvas(const ReportText &text, double scale, const std::string &title, Day madeOn);
    ~ReportCanvas();

    double scaled(double size) const { return size * m_scale; }
    const ReportText &words() const { return m_text; }

    /// While it measures nothing appears; heights are the same.
    void setMeasuring(bool measuring) { m_isMeasuring = measuring; }
    /// Charts run from left to right in every language: x is then the page's.
    void setMirrored(bool mirrored) { m_isMirrored = mirrored; }
    bool isMirrored() const { return m_isMirrored; }

    /// Wraps within `width`; gives its height.
    double text(double x, double y, double width, const std::string &words, TextStyle style = {});
    /// Of one line.
    double widthOf(const std::string &words, TextStyle style = {});
    void box(double x, double y, double width, double height, Colour colour, double radius = 0);
    void line(double x1, double y1, double x2, double y2, Colour colour, double width = 0.75);
    void polygon(const std::vector<std::pair<double, double>> &points, Colour colour);
    void dot(double x, double y, double radius, Colour fill, Colour ring);

    void nextPage();
    int pages() const { return m_pages; }

    /// Whether there is a font for every letter of it.
    bool hasFontFor(const std::string &words) const;

    /// The file. Failure `report-undrawn`.
    Result<std::string> finish();

private:
    struct Parts;

    std::unique_ptr<Parts> m_parts;
    const ReportText &m_text;
    double m_scale;
    bool m_isMeasuring = false;
    bool m_isMirrored;
    int m_pages = 1;
};

/// The PDF with its language in it, which Cairo 1.16 cannot say: as an incremental update (PDF
/// 32000-1:2008, 7.5.6). Given back as it is when it is of another build than Cairo's.
std::string withLanguage(std::string pdf, const std::string &language);

} // namespace vouch::server
