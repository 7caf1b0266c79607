# cmake -DSURVEY=….json -DCOMMENTS=….tsv -DOUT=….cpp -P embed_demo.cmake: writes both files as arrays
# into one C++ file, which defines what app/sim/demo_data.h declares.
function(bytes_of file out)
    file(READ ${file} bytes HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    set(${out} "${bytes}0" PARENT_SCOPE)
endfunction()

bytes_of(${SURVEY} survey)
bytes_of(${COMMENTS} comments)
file(WRITE ${OUT}.new "#include \"app/sim/demo_data.h\"

namespace vouch::sim {

namespace {

constexpr unsigned char survey[] = {${survey}};
constexpr unsigned char comments[] = {${comments}};

} // namespace

std::string_view surveyJson()
{
    return {reinterpret_cast<const char *>(survey), sizeof survey - 1};
}

std::string_view commentsTsv()
{
    return {reinterpret_cast<const char *>(comments), sizeof comments - 1};
}

} // namespace vouch::sim
")
file(RENAME ${OUT}.new ${OUT})
