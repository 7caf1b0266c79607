#pragma once

#include <chrono>

namespace vouch::kiosk {

/// Every waiting time of the kiosk (method.md §2 and §6), in one place.
struct KioskTimes
{
    using Ms = std::chrono::milliseconds;

    Ms idleOnList = std::chrono::seconds(15);
    Ms idleInComment = std::chrono::seconds(30); ///< in any text and in a contact
    /// A language picked at rest without an answer after it.
    Ms idleAtRest = std::chrono::seconds(15);
    std::chrono::seconds warning{20};
    std::chrono::seconds warningAgain{10}; ///< what is left when the countdown is said once more
    /// No time runs out while something is read aloud; a voice that does not tell when it has
    /// ended is not waited for longer.
    Ms speech = std::chrono::seconds(90);
    Ms awakeWhenClosed = std::chrono::seconds(30); ///< outside opening hours, after a touch
    Ms thanks = std::chrono::seconds(4);
    Ms thanksWithOffer = std::chrono::seconds(8); ///< with the permission to contact
    Ms thanksWithCode = std::chrono::seconds(30); ///< with the erasure code, to be noted down
    /// After a conversation ended: a second touch of the former shopper is no answer.
    Ms lock = std::chrono::seconds(1);
    /// How long the kind text stays when an answer could not be stored.
    Ms failure = std::chrono::seconds(10);

    Ms managerUnused = std::chrono::seconds(60);
    Ms trainingUnused = std::chrono::minutes(2);
    std::chrono::seconds cleaning{30};
    std::chrono::seconds pinLock{30}; ///< the first one; doubles with each further failure
};

} // namespace vouch::kiosk
