#pragma once

#include "core/storage/kiosk_store.h"

#include <filesystem>
#include <functional>

namespace vouch::client {

struct Rescued
{
    std::filesystem::path file;
    std::int64_t records = 0; ///< that the server has not taken; all are in the file
    std::int64_t added = 0;   ///< of them, not in the file before
    std::int64_t refused = 0; ///< of them, in quarantine
};

/// Writes everything that the server has not taken, waiting or in quarantine, to a file that
/// `vouch-central import` reads (sync/protocol/rescue_file.h), and reads it back before it says so.
/// The tablet keeps all of it. A file that was broken off is continued; a folder gets a file of the
/// tablet's name in it. `progress` is told how many records are in the file.
/// Failures `not-enrolled`, `rescue-foreign` (the file is something else, or another tablet's),
/// `rescue-full`, `rescue-unwritable`, `rescue-unverified`, and those of the store.
Result<Rescued> rescue(
    storage::KioskStore &store, const Clock &clock, std::filesystem::path file,
    const std::function<void(std::int64_t records)> &progress);

} // namespace vouch::client
