#include "sync/server/api/password_check.h"

#include "core/base/crypto.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/password_policy.h"

namespace vouch::server {

namespace {

/// Stands in for the hash of a user who is not there, so that the answer takes as long: of 32
/// random bytes that nobody knows, at crypto::Cost::Interactive.
const std::string nobodysHash = "$argon2id$v=19$m=65536,t=2,p=1$EE68NQb6d/kFVSgmuEyBNg$"
                                "stKeoPCzjOBdF7KOskokurhNrVQ1Hdg71V2bgL0c5Bg";

} // namespace

PasswordTry::PasswordTry(ApiParts &parts, const std::string &account, const std::string &peer)
    : m_parts(&parts)
    , m_account(account)
    , m_address(addressKey(peer))
    , m_place(account + "\n" + m_address)
{
}

std::optional<std::int64_t> PasswordTry::begin()
{
    auto wait = m_parts->signInsOfAccount.secondsToWait(m_place);
    if (!wait)
        wait = m_parts->signInsOfAddress.secondsToWait(m_address);
    m_isStranger = !m_parts->knownPlaces.knows(m_place);
    if (!wait && m_isStranger)
        wait = m_parts->signInsByStrangers.secondsToWait(m_account);
    if (wait)
        return wait;
    m_parts->signInsOfAccount.failed(m_place);
    m_parts->signInsOfAddress.failed(m_address);
    if (m_isStranger)
        m_parts->signInsByStrangers.failed(m_account);
    return std::nullopt;
}

void PasswordTry::proved()
{
    takeBack();
    m_parts->signInsOfAccount.succeeded(m_place);
    m_parts->knownPlaces.add(m_place);
}

void PasswordTry::takeBack()
{
    m_parts->signInsOfAccount.takeBack(m_place);
    m_parts->signInsOfAddress.takeBack(m_address);
    if (m_isStranger)
        m_parts->signInsByStrangers.takeBack(m_account);
}

bool isPasswordOf(const std::optional<User> &user, const std::string &password)
{
    const bool right = crypto::verifyPassword(password, user ? user->passwordHash : nobodysHash);
    return right && user && !user->disabled;
}

Result<std::string>
newPasswordHash(const ApiParts &parts, const std::string &user, const std::string &password)
{
    const auto fit =
        PasswordPolicy::ofThisMachine().check(password, {user, parts.chainName, "vouch"});
    if (!fit)
        return fit.failure();
    return crypto::hashPassword(password, crypto::Cost::Interactive);
}

void onPasswordPool(ApiParts &parts, const Exchange &exchange, std::function<void()> work)
{
    const bool taken = parts.passwords.submit([exchange, work = std::move(work)] {
        try {
            work();
        } catch (const std::exception &exception) {
            exchange.refuse({"exception", exception.what(), {}});
        }
    });
    if (!taken)
        exchange.refuse(
            {std::string(protocol::code::unavailable),
             "Many are signing in at once. Try again.",
             {}});
}

} // namespace vouch::server
