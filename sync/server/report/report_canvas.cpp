#include "sync/server/report/report_canvas.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <numbers>

namespace vouch::server {

namespace {

template <auto destroy> struct Destroyer
{
    template <class T> void operator()(T *what) const { destroy(what); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroyer<cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, Destroyer<cairo_destroy>>;
using FontMap = std::unique_ptr<PangoFontMap, Destroyer<g_object_unref>>;
using Context = std::unique_ptr<PangoContext, Destroyer<g_object_unref>>;
using Layout = std::unique_ptr<PangoLayout, Destroyer<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Destroyer<pango_font_description_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Destroyer<pango_attr_list_unref>>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Destroyer<cairo_font_options_destroy>>;

/// Of the size, in every script: fonts differ much more than their letters do.
constexpr double lineHeight = 1.4;

cairo_status_t append(void *out, const unsigned char *bytes, unsigned length)
{
    static_cast<std::string *>(out)->append(reinterpret_cast<const char *>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void setColour(cairo_t *cairo, Colour colour)
{
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

PangoAlignment alignmentOf(TextStyle::Align align, bool isRightToLeft)
{
    if (align == TextStyle::Align::Middle)
        return PANGO_ALIGN_CENTER;
    return (align == TextStyle::Align::End) != isRightToLeft ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

} // namespace

struct ReportCanvas::Parts
{
    std::string pdf;
    Surface surface;
    Cairo cairo;
    FontMap fonts;
    Context context;

    Layout layout(const ReportText &text, const std::string &words, TextStyle style, double scale)
    {
        Layout out(pango_layout_new(context.get()));
        const Font font(pango_font_description_from_string(text.fonts().c_str()));
        pango_font_description_set_absolute_size(font.get(), style.size * scale * PANGO_SCALE);
        pango_font_description_set_weight(
            font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(out.get(), font.get());
        const Attributes attributes(pango_attr_list_new());
        pango_attr_list_insert(
            attributes.get(), pango_attr_line_height_new_absolute(
                                  static_cast<int>(style.size * scale * lineHeight * PANGO_SCALE)));
        pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
        pango_layout_set_attributes(out.get(), attributes.get());
        pango_layout_set_auto_dir(out.get(), FALSE);
        pango_layout_set_wrap(out.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_text(out.get(), words.data(), static_cast<int>(words.size()));
        return out;
    }
};

ReportCanvas::ReportCanvas(
    const ReportText &text, double scale, const std::string &title, Day madeOn)
    : m_parts(std::make_unique<Parts>())
    , m_text(text)
    , m_scale(scale)
    , m_isMirrored(text.isRightToLeft())
{
    auto &parts = *m_parts;
    parts.surface.reset(
        cairo_pdf_surface_create_for_stream(append, &parts.pdf, pageWidth, pageHeight));
    auto *surface = parts.surface.get();
    const auto at = formatDay(madeOn) + "T00:00:00Z";
    for (const auto &[key, value] :
         {std::pair(CAIRO_PDF_METADATA_TITLE, title),
          {CAIRO_PDF_METADATA_CREATOR, "Vouch"},
          {CAIRO_PDF_METADATA_CREATE_DATE, at},
          {CAIRO_PDF_METADATA_MOD_DATE, at}})
        cairo_pdf_surface_set_metadata(surface, key, value.c_str());
    parts.cairo.reset(cairo_create(surface));
    parts.fonts.reset(pango_cairo_font_map_new());
    parts.context.reset(pango_font_map_create_context(parts.fonts.get()));
    auto *context = parts.context.get();
    pango_context_set_language(context, pango_language_from_string(text.language().c_str()));
    pango_context_set_base_dir(
        context, text.isRightToLeft() ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(context, FALSE);
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options.get());
    pango_cairo_update_context(parts.cairo.get(), context);
}

ReportCanvas::~ReportCanvas() = default;

double
ReportCanvas::text(double x, double y, double width, const std::string &words, TextStyle style)
{
    auto &parts = *m_parts;
    const auto layout = parts.layout(m_text, words, style, m_scale);
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_alignment(layout.get(), alignmentOf(style.align, m_isMirrored));
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    if (!m_isMeasuring) {
        auto *cairo = parts.cairo.get();
        setColour(cairo, style.colour);
        cairo_move_to(cairo, m_isMirrored ? pageWidth - x - width : x, y);
        cairo_tag_begin(cairo, style.role, nullptr);
        pango_cairo_show_layout(cairo, layout.get());
        cairo_tag_end(cairo, style.role);
    }
    return static_cast<double>(height) / PANGO_SCALE;
}

double ReportCanvas::widthOf(const std::string &words, TextStyle style)
{
    const auto layout = m_parts->layout(m_text, words, style, m_scale);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

void ReportCanvas::box(
    double x, double y, double width, double height, Colour colour, double radius)
{
    if (m_isMeasuring)
        return;
    auto *cairo = m_parts->cairo.get();
    const double left = m_isMirrored ? pageWidth - x - width : x;
    setColour(cairo, colour);
    cairo_new_path(cairo);
    if (radius <= 0) {
        cairo_rectangle(cairo, left, y, width, height);
    } else {
        constexpr double quarter = std::numbers::pi / 2;
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, left + width - radius, y + radius, radius, -quarter, 0);
        cairo_arc(cairo, left + width - radius, y + height - radius, radius, 0, quarter);
        cairo_arc(cairo, left + radius, y + height - radius, radius, quarter, 2 * quarter);
        cairo_arc(cairo, left + radius, y + radius, radius, 2 * quarter, 3 * quarter);
        cairo_close_path(cairo);
    }
    cairo_fill(cairo);
}

void ReportCanvas::line(double x1, double y1, double x2, double y2, Colour colour, double width)
{
    if (m_isMeasuring)
        return;
    auto *cairo = m_parts->cairo.get();
    setColour(cairo, colour);
    cairo_set_line_width(cairo, width);
    cairo_new_path(cairo);
    cairo_move_to(cairo, m_isMirrored ? pageWidth - x1 : x1, y1);
    cairo_line_to(cairo, m_isMirrored ? pageWidth - x2 : x2, y2);
    cairo_stroke(cairo);
}

void ReportCanvas::polygon(const std::vector<std::pair<double, double>> &points, Colour colour)
{
    if (m_isMeasuring || points.empty())
        return;
    auto *cairo = m_parts->cairo.get();
    setColour(cairo, colour);
    cairo_new_path(cairo);
    for (const auto &[x, y] : points)
        cairo_line_to(cairo, m_isMirrored ? pageWidth - x : x, y);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

void ReportCanvas::dot(double x, double y, double radius, Colour fill, Colour ring)
{
    if (m_isMeasuring)
        return;
    auto *cairo = m_parts->cairo.get();
    cairo_new_path(cairo);
    cairo_arc(cairo, m_isMirrored ? pageWidth - x : x, y, radius, 0, 2 * std::numbers::pi);
    setColour(cairo, fill);
    cairo_fill_preserve(cairo);
    setColour(cairo, ring);
    cairo_set_line_width(cairo, 1);
    cairo_stroke(cairo);
}

void ReportCanvas::nextPage()
{
    ++m_pages;
    cairo_show_page(m_parts->cairo.get());
}

bool ReportCanvas::hasFontFor(const std::string &words) const
{
    const auto layout = m_parts->layout(m_text, words, {}, m_scale);
    return pango_layout_get_unknown_glyphs_count(layout.get()) == 0;
}

Result<std::string> ReportCanvas::finish()
{
    auto &parts = *m_parts;
    const auto drawn = cairo_status(parts.cairo.get());
    cairo_surface_finish(parts.surface.get());
    const auto written = cairo_surface_status(parts.surface.get());
    for (const auto status : {drawn, written})
        if (status != CAIRO_STATUS_SUCCESS)
            return Failure{"report-undrawn", cairo_status_to_string(status), "cairo"};
    return withLanguage(std::move(parts.pdf), m_text.language());
}

} // namespace vouch::server
