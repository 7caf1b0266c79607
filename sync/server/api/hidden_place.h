#pragma once

#include "sync/server/api/endpoint.h"

/// The numbers of rows, as they leave the server: where a list goes on, and what one row is called.
/// Rows are numbered over all shops, and whoever sees one shop must not learn from these numbers
/// how much the others have. So they are hidden from everybody but the servers: they are all of one
/// length, those of two rows that follow each other have nothing in common, and each person's are
/// of use to them alone, in that list alone, until their password changes.
namespace vouch::server {

/// A row's number, and where a list needs it the number up to which it is told.
struct Place
{
    std::int64_t at = 0;
    std::int64_t upTo = 0;
};

/// As hexadecimal digits, the same for the same.
std::string hidePlace(std::string_view list, const Place &place, const User &reader);
/// Nothing for what was not hidden for this reader and list.
std::optional<Place>
revealPlace(std::string_view list, const std::string &text, const User &reader);

/// For the caller, who is somebody.
std::string hiddenNumber(const Exchange &exchange, std::string_view list, std::int64_t number);
/// As `next` of an answer: null at the end of the list.
json::value hiddenNext(
    const Exchange &exchange, std::string_view list, const std::optional<std::int64_t> &number);
/// From the parameter that takes a `next`; nothing when it is left out. Failure
/// `request-malformed`.
Result<std::optional<std::int64_t>>
nextIn(const Exchange &exchange, std::string_view list, const std::string &parameter);

} // namespace vouch::server
