#include "sync/protocol/compression.h"

#include "sync/protocol/codes.h"

#include <zlib.h>
#include <zstd.h>

#include <memory>

namespace vouch::protocol {

namespace {

constexpr int zstdLevel = 3;
constexpr int zstdWindowLog = 23; // 8 MiB
/// Of what is made piece by piece, of which many may run at a time.
constexpr int zstdStreamLevel = 1;
constexpr int zstdStreamWindowLog = 17; // 128 KiB
constexpr int gzipWindowBits = 15 + 16;
constexpr std::size_t step = 64u << 10;

Failure tooLarge(std::size_t most)
{
    return {
        std::string(code::bodyTooLarge),
        "The body is over " + std::to_string(most) + " bytes after decompression; send less.", ""};
}

Failure broken()
{
    return {std::string(code::malformed), "The compressed body is damaged or cut off.", ""};
}

Failure noMemory()
{
    return {std::string(code::unavailable), "Out of memory; try again later.", ""};
}

Result<std::string> inflateGzip(std::string_view bytes, std::size_t most)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipWindowBits) != Z_OK)
        return noMemory();
    const std::unique_ptr<z_stream, int (*)(z_stream *)> guard(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    int status = Z_OK;
    while (status == Z_OK) {
        const auto used = out.size();
        out.resize(used + step);
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + used);
        stream.avail_out = static_cast<uInt>(step);
        status = inflate(&stream, Z_NO_FLUSH);
        out.resize(used + step - stream.avail_out);
        if (out.size() > most)
            return tooLarge(most);
    }
    if (status != Z_STREAM_END || stream.avail_in != 0)
        return broken();
    return out;
}

/// One for each thread: making one takes longer than inflating a small body.
ZSTD_DCtx *zstdContext()
{
    thread_local const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx *)> context(
        ZSTD_createDCtx(), ZSTD_freeDCtx);
    if (context) {
        ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
        ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, zstdWindowLog);
    }
    return context.get();
}

Result<std::string> inflateZstd(std::string_view bytes, std::size_t most)
{
    auto *const context = zstdContext();
    if (!context)
        return noMemory();
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::string out;
    // What the frame says of its size is a hint only.
    const auto stated = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    std::size_t room = stated < most ? static_cast<std::size_t>(stated) + 1 : step;
    std::size_t left = 1;
    while (left != 0) {
        const auto used = out.size();
        out.resize(used + room);
        ZSTD_outBuffer to{out.data() + used, room, 0};
        left = ZSTD_decompressStream(context, &to, &in);
        out.resize(used + to.pos);
        if (out.size() > most)
            return tooLarge(most);
        if (ZSTD_isError(left) || (left != 0 && in.pos == in.size && to.pos < room))
            return broken();
        room = step;
    }
    if (in.pos != in.size)
        return broken();
    return out;
}

Result<std::string> deflateGzip(std::string_view bytes)
{
    z_stream stream{};
    if (deflateInit2(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindowBits, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return noMemory();
    const std::unique_ptr<z_stream, int (*)(z_stream *)> guard(&stream, deflateEnd);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        return noMemory();
    out.resize(stream.total_out);
    return out;
}

class GzipCompressor : public Compressor
{
public:
    GzipCompressor() = default;
    GzipCompressor(const GzipCompressor &) = delete;
    GzipCompressor &operator=(const GzipCompressor &) = delete;
    ~GzipCompressor() override { deflateEnd(&m_stream); }

    bool begin()
    {
        return deflateInit2(
                   &m_stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindowBits, 8,
                   Z_DEFAULT_STRATEGY) == Z_OK;
    }

    Result<void> put(std::string_view piece, bool last, std::string &out) override
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(piece.data()));
        m_stream.avail_in = static_cast<uInt>(piece.size());
        int status = Z_OK;
        do {
            const auto used = out.size();
            out.resize(used + step);
            m_stream.next_out = reinterpret_cast<Bytef *>(out.data() + used);
            m_stream.avail_out = static_cast<uInt>(step);
            status = deflate(&m_stream, last ? Z_FINISH : Z_NO_FLUSH);
            out.resize(used + step - m_stream.avail_out);
        } while (status == Z_OK && (m_stream.avail_in > 0 || m_stream.avail_out == 0));
        const bool isDone = last ? status == Z_STREAM_END : status == Z_OK || status == Z_BUF_ERROR;
        return isDone ? Result<void>() : noMemory();
    }

private:
    z_stream m_stream{};
};

class ZstdCompressor : public Compressor
{
public:
    bool begin()
    {
        return m_context &&
               !ZSTD_isError(ZSTD_CCtx_setParameter(
                   m_context.get(), ZSTD_c_compressionLevel, zstdStreamLevel)) &&
               !ZSTD_isError(
                   ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_windowLog, zstdStreamWindowLog));
    }

    Result<void> put(std::string_view piece, bool last, std::string &out) override
    {
        ZSTD_inBuffer in{piece.data(), piece.size(), 0};
        std::size_t left = 0;
        do {
            const auto used = out.size();
            out.resize(used + step);
            ZSTD_outBuffer to{out.data() + used, step, 0};
            left = ZSTD_compressStream2(
                m_context.get(), &to, &in, last ? ZSTD_e_end : ZSTD_e_continue);
            out.resize(used + to.pos);
            if (ZSTD_isError(left))
                return noMemory();
        } while (in.pos < in.size || (last && left > 0));
        return {};
    }

private:
    std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx *)> m_context{
        ZSTD_createCCtx(), ZSTD_freeCCtx};
};

template <class T> Result<std::unique_ptr<Compressor>> begun()
{
    auto out = std::make_unique<T>();
    if (!out->begin())
        return noMemory();
    return std::unique_ptr<Compressor>(std::move(out));
}

} // namespace

Result<std::unique_ptr<Compressor>> Compressor::make(Encoding encoding)
{
    return encoding == Encoding::Gzip ? begun<GzipCompressor>() : begun<ZstdCompressor>();
}

Result<Encoding> encodingFrom(std::string_view header)
{
    if (header.empty() || header == "identity")
        return Encoding::Identity;
    if (header == "gzip")
        return Encoding::Gzip;
    if (header == "zstd")
        return Encoding::Zstd;
    return Failure{
        std::string(code::encodingUnsupported), "Content-Encoding must be zstd, gzip or identity.",
        std::string(header)};
}

std::string_view toText(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Identity:
        return "identity";
    case Encoding::Gzip:
        return "gzip";
    case Encoding::Zstd:
        return "zstd";
    }
    return "";
}

Result<std::string> compress(std::string_view bytes, Encoding encoding)
{
    if (encoding == Encoding::Identity)
        return std::string(bytes);
    if (encoding == Encoding::Gzip)
        return deflateGzip(bytes);
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const auto size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), zstdLevel);
    if (ZSTD_isError(size))
        return noMemory();
    out.resize(size);
    return out;
}

Result<std::string> decompress(std::string_view bytes, Encoding encoding, std::size_t most)
{
    if (encoding == Encoding::Gzip)
        return inflateGzip(bytes, most);
    if (encoding == Encoding::Zstd)
        return inflateZstd(bytes, most);
    if (bytes.size() > most)
        return tooLarge(most);
    return std::string(bytes);
}

} // namespace vouch::protocol
