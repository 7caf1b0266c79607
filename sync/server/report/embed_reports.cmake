# cmake -DROOT=… -DLANGUAGES=en;fa -DOUT=….cpp -P embed_reports.cmake: writes the texts of reports,
# ROOT/report_LANGUAGE.json, as arrays into one C++ file, which defines embeddedReportTexts().
set(arrays "")
set(entries "")
foreach(language IN LISTS LANGUAGES)
    file(READ ${ROOT}/report_${language}.json bytes HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    string(APPEND arrays "constexpr unsigned char text_${language}[] = {${bytes}0};\n")
    string(APPEND entries "        {\"${language}\", {reinterpret_cast<const char *>(text_${language}), sizeof text_${language} - 1}},\n")
endforeach()
file(WRITE ${OUT}.new "#include \"sync/server/report/report_text.h\"

namespace vouch::server {

namespace {

${arrays}
} // namespace

const std::vector<EmbeddedReportText> &embeddedReportTexts()
{
    static const std::vector<EmbeddedReportText> out{
${entries}    };
    return out;
}

} // namespace vouch::server
")
file(RENAME ${OUT}.new ${OUT})
