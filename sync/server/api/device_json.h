#pragma once

#include "core/base/json.h"
#include "sync/server/store/device_codes.h"
#include "sync/server/store/device_status.h"
#include "sync/server/store/publications.h"

/// Tablets and what they are given, as the API and the commands tell of them.
namespace vouch::server {

json::object deviceJson(const DeviceStatus &status);
/// `serverUrl` is the address that tablets reach; it goes into the QR code.
json::object labelJson(const DeviceCode &code, const std::string &serverUrl);
json::object publicationJson(const Publication &publication);

/// {kind, subject, value, and at most one of store, first: [stores], share: per cent}. A setting
/// without a value is taken away; a checklist without one is its newest version. Failure
/// `request-malformed`.
Result<NewPublication> newPublicationFrom(const json::object &body);

} // namespace vouch::server
