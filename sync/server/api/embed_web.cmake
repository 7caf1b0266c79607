# cmake -DROOT=… -DFILES=a;b -DCHART=… -DOUT=….cpp -P embed_web.cmake: writes the files of the page,
# and Chart.js as assets/chart.min.js, as arrays into one C++ file, which defines
# vouch::server::webAssets().
set(arrays "")
set(entries "")
set(number 0)
list(SORT FILES)
foreach(file IN LISTS FILES ITEMS assets/chart.min.js)
    if(file STREQUAL assets/chart.min.js)
        file(READ ${CHART} bytes HEX)
    else()
        file(READ ${ROOT}/${file} bytes HEX)
    endif()
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    string(APPEND arrays "constexpr unsigned char asset${number}[] = {${bytes}0};\n")
    string(APPEND entries
        "    {\"/${file}\", {reinterpret_cast<const char *>(asset${number}), sizeof asset${number} - 1}},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUT}.new "#include \"sync/server/api/web_assets.h\"

namespace vouch::server {

namespace {

${arrays}
const WebAsset assets[] = {
${entries}};

} // namespace

std::span<const WebAsset> webAssets()
{
    return assets;
}

} // namespace vouch::server
")
file(RENAME ${OUT}.new ${OUT})
