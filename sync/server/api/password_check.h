#pragma once

#include "sync/server/api/api_parts.h"

namespace vouch::server {

/// One try to prove a password. Counts as failed from the start, so that many at once are slowed
/// too; say how it went.
class PasswordTry
{
public:
    PasswordTry(ApiParts &parts, const std::string &account, const std::string &peer);

    /// Nothing when the try may go on; else the seconds to wait, and nothing is counted.
    std::optional<std::int64_t> begin();
    void proved();
    /// It was not tried after all.
    void takeBack();

private:
    ApiParts *m_parts;
    std::string m_account;
    std::string m_address;
    std::string m_place; ///< both
    bool m_isStranger = true;
};

/// Whether `password` is the user's; takes as long when there is no user. On the password pool.
bool isPasswordOf(const std::optional<User> &user, const std::string &password);

/// The Argon2id string of a password that the policy lets pass. On the password pool. Failures
/// `password-unfit`, and those of hashing.
Result<std::string>
newPasswordHash(const ApiParts &parts, const std::string &user, const std::string &password);

/// Runs `work` on the password pool and refuses when many wait there already.
void onPasswordPool(ApiParts &parts, const Exchange &exchange, std::function<void()> work);

} // namespace vouch::server
