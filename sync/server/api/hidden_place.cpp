#include "sync/server/api/hidden_place.h"

#include "core/base/crypto.h"
#include "core/base/secret_box.h"
#include "sync/protocol/codes.h"

namespace vouch::server {

namespace {

constexpr std::size_t numberSize = sizeof(std::uint64_t);

/// The hash of the reader's password is the same on every server, and never outside.
std::string secretOf(std::string_view list, const User &reader)
{
    return std::string(list) + "\n" + reader.passwordHash;
}

void appendNumber(std::string &out, std::int64_t number)
{
    for (std::size_t byte = 0; byte < numberSize; ++byte)
        out += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * byte));
}

std::int64_t readNumber(std::string_view bytes)
{
    std::uint64_t out = 0;
    for (std::size_t byte = 0; byte < numberSize; ++byte)
        out |= std::uint64_t(static_cast<unsigned char>(bytes[byte])) << (8 * byte);
    return static_cast<std::int64_t>(out);
}

} // namespace

std::string hidePlace(std::string_view list, const Place &place, const User &reader)
{
    std::string message;
    appendNumber(message, place.at);
    appendNumber(message, place.upTo);
    return crypto::toHex(crypto::hide(message, secretOf(list, reader)));
}

std::optional<Place> revealPlace(std::string_view list, const std::string &text, const User &reader)
{
    const auto hidden = crypto::fromHex(text);
    const auto message = hidden ? crypto::reveal(*hidden, secretOf(list, reader)) : std::nullopt;
    if (!message || message->size() != 2 * numberSize)
        return std::nullopt;
    return Place{readNumber(*message), readNumber(std::string_view(*message).substr(numberSize))};
}

std::string hiddenNumber(const Exchange &exchange, std::string_view list, std::int64_t number)
{
    return hidePlace(list, {number}, *exchange.caller.user);
}

json::value hiddenNext(
    const Exchange &exchange, std::string_view list, const std::optional<std::int64_t> &number)
{
    return number ? json::value(hiddenNumber(exchange, list, *number)) : json::value(nullptr);
}

Result<std::optional<std::int64_t>>
nextIn(const Exchange &exchange, std::string_view list, const std::string &parameter)
{
    const auto text = exchange.parameter(parameter);
    if (text.empty())
        return std::optional<std::int64_t>();
    const auto place = revealPlace(list, text, *exchange.caller.user);
    if (!place)
        return Failure{
            std::string(protocol::code::malformed),
            "This must be what an answer gave you as `next`.", parameter};
    return std::optional(place->at);
}

} // namespace vouch::server
