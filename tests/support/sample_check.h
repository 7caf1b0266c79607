#pragma once

#include "core/check/check.h"
#include "manual_clock.h"

namespace vouch::test {

/// A detractor's or promoter's survey as a kiosk would open it, with its score; not yet closed.
inline check::Check sampleCheck(const Clock &clock, int score, const Uuid &device = Uuid())
{
    check::Check check;
    check.id = Uuid::v7(clock);
    check.device = device.isNull() ? Uuid::v7(clock) : device;
    check.store = "s1";
    check.kind = check::kind::survey;
    check.checklist = "checkout-nps";
    check.version = 1;
    check.series = "2026a";
    check.touchpoint = "checkout";
    check.language = "fa";
    check.openedAt = clock.now();
    check.closedAt = clock.now();
    check.utcOffsetMinutes = 210;
    check.day = std::chrono::floor<std::chrono::days>(clock.now());
    check.hour = 13;
    check.boot = Uuid::v7(clock);
    check.monotonicMs = clock.monotonicMs();
    check.score = score;
    check.items.push_back({"recommend", std::string(check::item_type::scale), score, {}, {}, 0});
    return check;
}

} // namespace vouch::test
