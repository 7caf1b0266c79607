#include "core/check/contact.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace vouch::check {

namespace {

constexpr std::size_t fewestDigits = 6;
constexpr std::size_t mostDigits = 15;
constexpr std::size_t longestEmail = 254;

/// Without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V.
constexpr std::string_view codeAlphabet = "34679ACDEFGHJKMNPRTWXY";
constexpr std::size_t codeSize = 12;
constexpr std::size_t codeGroup = 4;

Failure wrong(std::string code, std::string message)
{
    return {std::move(code), std::move(message), ""};
}

std::string without(std::string_view text, std::string_view dropped)
{
    std::string out;
    for (const char c : text) {
        if (dropped.find(c) == dropped.npos)
            out += c;
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool isSpaceOrControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f;
}

Result<std::string> normal(const Contact &contact)
{
    return contact.kind == ContactKind::Phone ? normalPhone(contact.address)
                                              : normalEmail(contact.address);
}

const char *memberOf(ContactKind kind)
{
    return kind == ContactKind::Phone ? "phone" : "email";
}

} // namespace

Result<std::string> normalPhone(std::string_view typed)
{
    auto number = without(typed, " -");
    if (number.empty())
        return wrong("phone-empty", "There is no number yet.");
    const auto digits = std::string_view(number).substr(number.front() == '+');
    if (digits.find_first_not_of("0123456789") != digits.npos)
        return wrong("phone-characters", "A phone number has digits only, after one + at most.");
    if (digits.size() < fewestDigits)
        return wrong("phone-too-short", "A phone number has 6 digits at least.");
    if (digits.size() > mostDigits)
        return wrong("phone-too-long", "A phone number has 15 digits at most.");
    return number;
}

Result<std::string> normalEmail(std::string_view typed)
{
    const auto address = trimmed(typed);
    if (address.empty())
        return wrong("email-empty", "There is no address yet.");
    if (address.size() > longestEmail)
        return wrong("email-too-long", "An e-mail address has 254 bytes at most.");
    if (std::any_of(address.begin(), address.end(), isSpaceOrControl) || !isUtf8(address))
        return wrong("email-characters", "An e-mail address has no spaces.");
    const auto at = address.find('@');
    if (at == 0 || at == address.npos || address.find('@', at + 1) != address.npos)
        return wrong("email-at", "An e-mail address has one @, with a name before it.");
    const auto domain = address.substr(at + 1);
    const bool dotted = domain.find('.') != domain.npos && domain.find("..") == domain.npos;
    if (!dotted || domain.front() == '.' || domain.back() == '.')
        return wrong("email-domain", "Behind the @ comes a name like example.com.");
    return std::string(address);
}

std::string makeErasureCode()
{
    std::string out;
    for (std::size_t i = 0; i < codeSize; ++i) {
        if (i > 0 && i % codeGroup == 0)
            out += '-';
        out += codeAlphabet[crypto::randomBelow(codeAlphabet.size())];
    }
    return out;
}

Result<std::string> normalErasureCode(std::string_view typed)
{
    auto code = without(typed, " -");
    for (auto &c : code) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    }
    if (code.size() != codeSize || code.find_first_not_of(codeAlphabet) != code.npos)
        return wrong(
            "erasure-code-malformed", "An erasure code has 12 characters, like K7PM-49XT-HRCA.");
    return code;
}

Result<json::value> sealContact(
    const Contact &contact, const Consent &consent, const SealedFor &key,
    std::string_view erasureCode)
{
    const auto address = normal(contact);
    if (!address)
        return address.failure();
    const auto code = normalErasureCode(erasureCode);
    if (!code)
        return code.failure();
    const auto clear = canonicalJson(json::object{{memberOf(contact.kind), *address}});
    if (!clear)
        return clear.failure();
    const auto sealed = crypto::seal(*clear, key.publicKey);
    if (!sealed)
        return sealed.failure();
    json::object agreed{{"version", consent.version}, {"language", consent.language}};
    if (!consent.text.empty())
        agreed["text"] = crypto::blake2bHex(consent.text);
    return json::value(json::object{
        {"key", key.id},
        {"sealed", crypto::toBase64(*sealed)},
        {"consent", std::move(agreed)},
        {"erasure", crypto::blake2bHex(*code)}});
}

Result<Contact> openContact(const json::value &value, const crypto::SealingKey &key)
{
    const Failure malformed{"contact-malformed", "This is no contact that Vouch sealed.", ""};
    const auto *object = value.if_object();
    const auto *base64 = object ? findString(*object, "sealed") : nullptr;
    const auto sealed = base64 ? crypto::fromBase64(view(*base64)) : std::nullopt;
    if (!sealed)
        return malformed;
    const auto clear = crypto::open(*sealed, key);
    if (!clear)
        return clear.failure();
    const auto parsed = parseJson(*clear);
    const auto *inner = parsed ? parsed->if_object() : nullptr;
    for (const auto kind : {ContactKind::Phone, ContactKind::Email}) {
        if (const auto *address = inner ? findString(*inner, memberOf(kind)) : nullptr)
            return Contact{kind, std::string(view(*address))};
    }
    return malformed;
}

bool isErasureCode(const json::value &value, std::string_view code)
{
    const auto normalised = normalErasureCode(code);
    const auto *object = value.if_object();
    const auto *hash = object ? findString(*object, "erasure") : nullptr;
    return normalised && hash &&
           crypto::equalConstantTime(view(*hash), crypto::blake2bHex(*normalised));
}

} // namespace vouch::check
