#include "app/central/ledger_advice.h"

#include <algorithm>
#include <iterator>

namespace vouch::central {

namespace {

struct Advice
{
    std::string_view attention;
    std::string_view text;
};

constexpr std::string_view ofTheDatabase =
    "Something changed the database beside the server. Keep a copy of it (backup), find out who "
    "writes to it, and restore the last back-up for which verify finds nothing; the tablets send "
    "again what came after it.";
constexpr std::string_view ofTheTablet =
    "Somebody changed the tablet's own database; what is here is not touched by it. Take the "
    "tablet away, find out who had access to it, and set it up anew (device replace).";
constexpr std::string_view ofTwoTablets =
    "One identity runs on two tablets, most often after a back-up was put on a second one. Nothing "
    "is lost, both count. Set one of them up anew.";

constexpr Advice allAdvice[] = {
    {"altered", ofTheDatabase},
    {"removed", ofTheDatabase},
    {"inserted", ofTheDatabase},
    {"altered-on-tablet", ofTheTablet},
    {"missing-on-tablet", ofTheTablet},
    {"forked", ofTwoTablets},
    {"cloned", ofTwoTablets},
    {"missing",
     "The tablet sends these again after its next heartbeat. In an old chain of a tablet that was "
     "recovered since, they were lost with its disk."},
    {"waiting",
     "The tablet has these and sends them when it has a network. Look when it was last heard of "
     "(device list)."},
    {"refused",
     "Look at them (quarantine list) and mend the cause that each names; then the tablet sends "
     "them again by itself."},
    {"conflicting",
     "Another content came first under the same id; both are kept. Compare them (quarantine list "
     "--kind conflict)."},
};

} // namespace

std::string_view ledgerAdvice(std::string_view attention)
{
    const auto *found =
        std::find_if(std::begin(allAdvice), std::end(allAdvice), [attention](const Advice &each) {
            return each.attention == attention;
        });
    return found == std::end(allAdvice) ? "See resources/docs/ledger.md." : found->text;
}

} // namespace vouch::central
