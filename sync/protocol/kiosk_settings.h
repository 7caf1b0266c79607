#pragma once

#include "core/base/calendar.h"
#include "core/base/json.h"
#include "sync/protocol/pin_role.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The settings of a tablet, as the server takes, keeps and serves them and as the tablet reads
/// them: one list for both ends.
namespace vouch::protocol {

/// Member `settings` of GET /api/v1/config. What stands here is in force until the server says
/// otherwise.
struct KioskSettings
{
    /// The page between two shoppers: the question itself, or an invitation to begin.
    enum class Resting { Question, Invitation };

    /// When answers are marked: `burstChecks` checks within `burstSeconds`, and `repeatScores`
    /// equal scores in a row.
    struct Marks
    {
        int burstChecks = 6;
        int burstSeconds = 60;
        int repeatScores = 10;

        bool operator==(const Marks &) const = default;
    };

    /// Permission to contact, where the checklist asks for it.
    struct Contact
    {
        bool enabled = true;
        std::string chain; ///< who asks, in {chain}; empty: the chain's name of the configuration
        int days = 65;     ///< {days}: a contact is kept no longer; the server holds to it
        /// By language: the consent text of this country's law, instead of the program's own.
        std::map<std::string, std::string> texts;
        /// Of the consent text: kept with each contact. "1" is the program's own text.
        std::string version = "1";

        bool operator==(const Contact &) const = default;
    };

    Resting resting = Resting::Question;
    std::string language;           ///< where each shopper starts; empty: the checklist's first
    json::object openingHours;      ///< as given; empty: always open
    json::object theme;             ///< a theme file, as given; empty: the program's own
    bool keepUnsentComment = false; ///< a comment that was abandoned half-way is kept
    Marks marks;
    Contact contact;
    bool lowReach = true;      ///< "Controls lower" is offered
    bool readAloud = true;     ///< "Read aloud" is offered, where the tablet has a voice
    std::optional<int> target; ///< the score, in points, that the store is to reach

    // Of the chain, the same in every store.
    bool unmarkedIsOfficial = false; ///< the chain's official score leaves marked answers out
    int dayStart = 0;                ///< the hour at which business days begin
    std::chrono::weekday weekStart = std::chrono::Monday;
    Calendar calendar = Calendar::Gregorian; ///< whose months reports have

    /// Nothing: the server said nothing that can be read. Empty: the store has none.
    std::optional<PinHashes> pins;

    json::object given; ///< what the server gave of the above and is in force, without the PINs
};

/// One entry of the list.
struct SettingKind
{
    std::string_view key;
    std::string_view shape; ///< for people: what a value looks like
    bool ofChain = false;   ///< the same in every store: no store has one of its own
};

/// Every setting that a chain or a store can be given; PINs are given by a way of their own.
std::span<const SettingKind> settingKinds();

/// Whether stores may differ in it. False for one that is not known.
bool isOfChain(std::string_view key);

/// Whether `value` fits. Failures `setting-unknown` and `setting-malformed`, which say what would;
/// `where` is the key, with the path of what is wrong inside the value.
Result<void> checkSetting(std::string_view key, const json::value &value);

/// The settings of an object {key: value}, and `pins`. What cannot be read goes to `problems`, each
/// with the codes above, and its default holds; the others are in force all the same.
KioskSettings readSettings(const json::object &settings, std::vector<Failure> &problems);

} // namespace vouch::protocol
