#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace vouch::server {

/// Which passwords people may choose: long enough, and not what a guesser tries first. Safe from
/// any thread.
class PasswordPolicy
{
public:
    static constexpr std::size_t shortest = 10;  ///< characters
    static constexpr std::size_t longest = 1000; ///< bytes

    /// Common passwords and words, one a line, of each of these files that is there.
    explicit PasswordPolicy(const std::vector<std::string> &lists);

    /// With the lists of this machine: the file that VOUCH_COMMON_PASSWORDS names, else those of
    /// Debian's packages cracklib-runtime and john-data. Read once, when first asked for.
    static const PasswordPolicy &ofThisMachine();

    /// False when no list was there: then only the rules hold that need none.
    bool hasList() const { return !m_words.empty(); }
    /// What to tell an operator when there is none.
    static std::string_view adviceWithoutList();

    /// `own`: names that are no secret (the user's, the chain's). Failure `password-unfit`.
    Result<void> check(const std::string &password, const std::vector<std::string> &own) const;

private:
    bool isCommon(const std::string &lowered) const;
    bool isListed(std::string_view word) const;

    std::string m_text;
    std::vector<std::string_view> m_words; ///< of m_text, sorted
};

} // namespace vouch::server
