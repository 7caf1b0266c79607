#include "sync/server/report/report_canvas.h"

#include <optional>

namespace vouch::server {

namespace {

/// The number that stands behind `word`, from the last place where that stands.
std::optional<std::size_t> numberBehindLast(std::string_view text, std::string_view word)
{
    const auto at = text.rfind(word);
    if (at == text.npos)
        return std::nullopt;
    std::size_t out = 0;
    bool any = false;
    for (auto i = at + word.size(); i < text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9') {
            out = out * 10 + static_cast<std::size_t>(text[i] - '0');
            any = true;
        } else if (any || (text[i] != ' ' && text[i] != '\n')) {
            break;
        }
    }
    return any ? std::optional(out) : std::nullopt;
}

std::string tenDigits(std::size_t number)
{
    auto out = std::to_string(number);
    return std::string(10 - std::min<std::size_t>(10, out.size()), '0') + out;
}

} // namespace

std::string withLanguage(std::string pdf, const std::string &language)
{
    const auto trailer = pdf.rfind("trailer");
    const auto formerTable = numberBehindLast(pdf, "startxref");
    if (trailer == pdf.npos || !formerTable)
        return pdf;
    const auto end = std::string_view(pdf).substr(trailer);
    const auto root = numberBehindLast(end, "/Root");
    const auto size = numberBehindLast(end, "/Size");
    const auto info = numberBehindLast(end, "/Info");
    if (!root || !size || !info)
        return pdf;
    const auto name = std::to_string(*root) + " 0 obj";
    const auto object = pdf.rfind("\n" + name);
    const auto dictionary = object == pdf.npos ? pdf.npos : pdf.find("<<", object);
    const auto objectEnd = object == pdf.npos ? pdf.npos : pdf.find("endobj", object);
    if (dictionary == pdf.npos || objectEnd == pdf.npos || dictionary > objectEnd)
        return pdf;
    const auto rest = pdf.substr(dictionary + 2, objectEnd - dictionary - 2);

    if (!pdf.ends_with('\n'))
        pdf += '\n';
    const auto place = pdf.size();
    pdf += name + "\n<< /Lang (" + language +
           ")\n   /ViewerPreferences << /DisplayDocTitle true >>\n   "
           "/MarkInfo << /Marked true >>" +
           rest + "endobj\n";
    const auto table = pdf.size();
    pdf += "xref\n" + std::to_string(*root) + " 1\n" + tenDigits(place) + " 00000 n \n";
    pdf += "trailer\n<< /Size " + std::to_string(*size) + "\n   /Root " + std::to_string(*root) +
           " 0 R\n   /Info " + std::to_string(*info) + " 0 R\n   /Prev " +
           std::to_string(*formerTable) + "\n>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return pdf;
}

} // namespace vouch::server
