#pragma once

#include "sync/server/http/message.h"

namespace vouch::server {

/// The ETag of a body: changes exactly when the body does.
std::string entityTag(std::string_view body);

/// 304 when If-None-Match names this tag (the client has it already), else `fresh`; both with the
/// tag.
http::Response
conditional(const http::Request &request, const std::string &tag, http::Response fresh);

} // namespace vouch::server
