#include "app/central/label_page.h"

#include "app/central/command.h"

namespace vouch::central {

namespace {

// Labels of 95 × 60 mm, two in a row on A4 and on Letter; none is cut by the end of a page.
constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Vouch: labels for tablets</title>
<style>
@page { margin: 8mm; }
body { margin: 0; font: 11pt/1.3 "Noto Sans", "DejaVu Sans", sans-serif; color: #000; background: #fff; }
.labels { display: flex; flex-wrap: wrap; gap: 3mm; }
.label { box-sizing: border-box; width: 95mm; min-height: 60mm; padding: 4mm; display: flex; gap: 4mm;
  border: 0.3mm dashed #888; break-inside: avoid; }
.label svg { flex: none; width: 40mm; height: 40mm; }
.label div { min-width: 0; overflow-wrap: anywhere; }
.label h2 { margin: 0; font-size: 12pt; }
.label p { margin: 1mm 0 0; font-size: 8.5pt; }
.code { font: bold 12pt "Noto Sans Mono", "DejaVu Sans Mono", monospace; white-space: nowrap; }
</style></head><body><div class="labels">
)";

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    return out;
}

std::string drawing(const json::object &label)
{
    const auto *qr = findObject(label, "qr");
    const auto size = qr ? findInteger(*qr, "size") : std::nullopt;
    if (!size)
        return {};
    constexpr int quiet = 4; // modules that a reader wants free around the code
    const auto side = std::to_string(*size + 2 * quiet);
    return "<svg viewBox=\"-" + std::to_string(quiet) + " -" + std::to_string(quiet) + " " + side +
           " " + side + "\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"" +
           escaped(textOf(label, "text")) + "\"><path d=\"" + escaped(textOf(*qr, "path")) +
           "\"/></svg>\n";
}

std::string labelMarkup(const json::object &label)
{
    const auto say = [&](std::string_view member) { return escaped(textOf(label, member)); };
    return "<section class=\"label\">" + drawing(label) + "<div><h2><bdi>" + say("store_name") +
           "</bdi></h2><p><bdi>" + say("name") + "</bdi> (" + say("store") +
           ")</p><p class=\"code\">" + say("code") + "</p><p>" + say("server") +
           "</p><p>Type the code on the tablet, or read the QR code into <code>vouch-kiosk "
           "--enrol</code>. Good for one tablet, until " +
           escaped(textOf(label, "expires_at").substr(0, 10)) + ".</p></div></section>\n";
}

} // namespace

std::string labelPage(const json::array &labels)
{
    std::string out(head);
    for (const auto &label : labels)
        out += labelMarkup(label.as_object());
    return out += "</div>\n<p>Where and how to place a tablet: resources/docs/placement.md.</p>\n"
                  "</body></html>\n";
}

} // namespace vouch::central
