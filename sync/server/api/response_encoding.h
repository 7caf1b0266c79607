#pragma once

#include "sync/protocol/compression.h"
#include "sync/server/http/message.h"

namespace vouch::server {

/// The encoding that a client prefers of those that the server makes, by its Accept-Encoding: zstd
/// before gzip; identity when it names none, or takes none.
protocol::Encoding acceptedEncoding(std::string_view acceptEncoding);

/// The response as such a client gets it: texts from 1 KiB on are compressed, a stream piece by
/// piece; event streams and what is compressed already stay as they are. Its ETag becomes weak: the
/// same content, other bytes. Trailers, digests among them, are of the content before it was
/// compressed.
http::Response encodedFor(std::string_view acceptEncoding, http::Response response);

} // namespace vouch::server
