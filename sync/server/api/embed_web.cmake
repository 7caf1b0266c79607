# cmake -DROOT=… -DFILES=a;b -DOUT=….cpp -P embed_web.cmake: writes the files of the page as arrays
# into one C++ file, which defines vouch::server::webAssets().
set(arrays "")
set(entries "")
set(number 0)
list(SORT FILES)
foreach(file IN LISTS FILES)
    file(READ ${ROOT}/${file} bytes HEX)
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
