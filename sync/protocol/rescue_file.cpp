#include "sync/protocol/rescue_file.h"

#include "core/base/crypto.h"
#include "core/base/json.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/compression.h"

#include <algorithm>
#include <charconv>

namespace vouch::protocol {

namespace {

constexpr std::string_view magic = "vouch-rescue-1 ";
constexpr std::string_view batchWord = "batch ";
constexpr std::string_view endWord = "end ";
constexpr std::size_t longestHeader = 4096;
constexpr std::size_t longestLine = 128;
constexpr std::size_t longestBatch = maxBodyBytes + (1u << 20); ///< zstd may make it longer
constexpr std::size_t readStep = 1u << 20;

std::optional<std::int64_t> numberIn(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0)
        return std::nullopt;
    return number;
}

std::optional<RescueHeader> headerFrom(std::string_view line)
{
    if (!line.starts_with(magic))
        return std::nullopt;
    const auto parsed = parseJson(line.substr(magic.size()));
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *device = object ? findString(*object, "device") : nullptr;
    const auto *key = object ? findString(*object, "public_key") : nullptr;
    const auto *store = object ? findString(*object, "store") : nullptr;
    if (!device || !key || !store)
        return std::nullopt;
    const auto id = Uuid::parse(view(*device));
    const auto publicKey = crypto::fromBase64(view(*key));
    if (!id || !publicKey || publicKey->size() != crypto::publicKeySize)
        return std::nullopt;
    return RescueHeader{*id, *publicKey, std::string(view(*store))};
}

} // namespace

std::string rescueHeader(const RescueHeader &header)
{
    return std::string(magic) +
           json::serialize(json::object{
               {"device", header.device.text()},
               {"public_key", crypto::toBase64(header.publicKey)},
               {"store", header.store}}) +
           "\n";
}

std::string rescueBatch(std::string_view batch)
{
    return std::string(batchWord) + std::to_string(batch.size()) + " " + crypto::blake2bHex(batch) +
           "\n" + std::string(batch) + "\n";
}

std::string rescueEnd(std::int64_t records)
{
    return std::string(endWord) + std::to_string(records) + "\n";
}

RescueReader::RescueReader(std::ifstream file, RescueHeader header, std::streamoff at)
    : m_file(std::move(file))
    , m_header(std::move(header))
    , m_at(at)
{
}

Result<RescueReader> RescueReader::open(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    std::string line(longestHeader, '\0');
    if (!in || !in.read(line.data(), std::streamsize(line.size())).good()) {
        if (!in.eof())
            return Failure{
                "rescue-unreadable", "The file cannot be read. Check its name and the stick.",
                file.string()};
    }
    line.resize(static_cast<std::size_t>(in.gcount()));
    const auto end = line.find('\n');
    auto header = headerFrom(std::string_view(line).substr(0, end));
    if (end == line.npos || !header)
        return Failure{
            "rescue-foreign",
            "This is no rescue file of Vouch. Name the one that the tablet wrote.", file.string()};
    return RescueReader(std::move(in), std::move(*header), std::streamoff(end + 1));
}

std::string RescueReader::read(std::streamoff at, std::size_t most)
{
    std::string out(most, '\0');
    m_file.clear();
    m_file.seekg(at);
    m_file.read(out.data(), std::streamsize(most));
    out.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, m_file.gcount())));
    return out;
}

std::optional<std::string> RescueReader::next()
{
    for (;;) {
        const auto start = read(m_at, longestLine);
        if (start.empty())
            return std::nullopt;
        const auto line = std::string_view(start).substr(0, start.find('\n'));
        if (line.size() < start.size() && line.starts_with(endWord)) {
            if (const auto records = numberIn(line.substr(endWord.size()))) {
                m_end = records;
                m_at += std::streamoff(line.size() + 1);
                continue;
            }
        }
        m_end.reset();
        if (line.size() < start.size() && line.starts_with(batchWord)) {
            if (auto batch = batchAt(line))
                return batch;
        }
        skipTorn();
    }
}

std::optional<std::string> RescueReader::batchAt(std::string_view line)
{
    const auto words = line.substr(batchWord.size());
    const auto gap = words.find(' ');
    const auto size = numberIn(words.substr(0, gap));
    if (gap == words.npos || !size || std::size_t(*size) > longestBatch)
        return std::nullopt;
    const auto begin = m_at + std::streamoff(line.size() + 1);
    const auto bytes = read(begin, static_cast<std::size_t>(*size));
    if (std::int64_t(bytes.size()) != *size || crypto::blake2bHex(bytes) != words.substr(gap + 1))
        return std::nullopt;
    auto text = decompress(bytes, Encoding::Zstd, maxBodyBytes);
    if (!text)
        return std::nullopt;
    m_at = begin + std::streamoff(*size);
    if (read(m_at, 1) == "\n")
        ++m_at;
    return std::move(*text);
}

void RescueReader::skipTorn()
{
    ++m_torn;
    const auto longest = batchWord.size() + 1;
    for (auto at = m_at;; at += std::streamoff(readStep)) {
        const auto piece = read(at, readStep + longest); // a word may lie across two steps
        auto found = piece.npos;
        for (const auto word : {batchWord, endWord})
            found = std::min(found, piece.find("\n" + std::string(word)));
        if (found != piece.npos) {
            m_at = at + std::streamoff(found + 1);
            return;
        }
        if (piece.size() < readStep + longest) {
            m_at = at + std::streamoff(piece.size());
            return;
        }
    }
}

} // namespace vouch::protocol
