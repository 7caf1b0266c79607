#include "app/central/export_manifest.h"

#include "app/central/command.h"
#include "app/central/file_content.h"
#include "sync/server/api/sha256.h"

#include <fstream>

namespace vouch::central {

namespace {

/// What a file is found to be.
struct Found
{
    std::int64_t bytes = 0;
    std::int64_t lines = 0; ///< line ends outside of quotation marks
    std::string sha256;
};

Result<Found> look(const std::filesystem::path &file, bool isQuoting)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Failure{
            "file-unreadable", "The file cannot be read. Look whether it is there.", file.string()};
    Found out;
    server::Sha256 hash;
    std::string piece(1 << 20, '\0');
    bool isQuoted = false;
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const std::string_view got(piece.data(), static_cast<std::size_t>(in.gcount()));
        hash.add(got);
        out.bytes += static_cast<std::int64_t>(got.size());
        for (const char c : got) {
            isQuoted ^= isQuoting && c == '"';
            out.lines += c == '\n' && !isQuoted;
        }
    }
    out.sha256 = hash.finish();
    return out;
}

Failure differs(const std::string &what, const std::filesystem::path &file)
{
    return {"export-differs", what + " Export it again, and do not use this one.", file.string()};
}

Result<void>
compare(const json::object &said, const Found &found, const std::filesystem::path &file)
{
    if (findInteger(said, "bytes") != found.bytes)
        return differs(
            "The file has " + std::to_string(found.bytes) +
                " bytes, which is not what was "
                "written.",
            file);
    if (textOf(said, "sha256") != found.sha256)
        return differs("The file is not as it was written: its SHA-256 differs.", file);
    return {};
}

} // namespace

std::filesystem::path manifestOf(const std::filesystem::path &file)
{
    return file.string() + ".manifest.json";
}

std::filesystem::path codebookOf(const std::filesystem::path &file)
{
    return file.string() + ".codebook.json";
}

Result<json::object> verifyExport(const std::filesystem::path &file)
{
    const auto text = contentOf(manifestOf(file).string());
    if (!text)
        return Failure{
            "manifest-missing",
            "There is no manifest beside the file, so nothing tells whether it is whole. It may "
            "have been cut off: export it again.",
            manifestOf(file).string()};
    auto manifest = parseJson(*text);
    const auto *said = manifest ? manifest->if_object() : nullptr;
    const auto *codebook = said ? findObject(*said, "codebook") : nullptr;
    if (!codebook)
        return Failure{
            "manifest-malformed", "This is not the manifest of an export.",
            manifestOf(file).string()};
    const auto format = textOf(*said, "format");
    const auto found = look(file, format == "csv");
    if (!found)
        return found.failure();
    if (const auto same = compare(*said, *found, file); !same)
        return same.failure();
    const auto rows = findInteger(*said, "rows");
    if (format != "xlsx" && rows != found->lines - (format == "csv" ? 1 : 0))
        return differs("The file has not as many rows as its manifest says.", file);
    const auto beside = look(codebookOf(file), false);
    if (!beside)
        return beside.failure();
    if (const auto same = compare(*codebook, *beside, codebookOf(file)); !same)
        return same.failure();
    return *said;
}

} // namespace vouch::central
