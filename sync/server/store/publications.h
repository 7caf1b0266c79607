#pragma once

#include "core/base/json.h"
#include "sync/server/store/entities.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

/// What tablets are given, checklists and settings, and how it came to be: every change is a
/// publication with a number, and can be taken back.
///
/// A place is the chain or one store. A store's own value goes before the chain's, whether it is
/// its own for good or staged: given to this store before the rest. The next publication for the
/// chain ends what was staged of its subject.
namespace vouch::server {

enum class PublicationKind { Checklist, Setting };
std::string_view toText(PublicationKind kind);
std::optional<PublicationKind> publicationKindFrom(std::string_view text);

/// For whom a publication is.
struct Reach
{
    enum class Kind { Chain, Store, Stage, Undo };

    static Reach chain() { return {}; }
    /// Its own, until another is published there or its own is taken away. Empty: the chain.
    static Reach store(std::string id)
    {
        const auto kind = id.empty() ? Kind::Chain : Kind::Store;
        return {kind, {std::move(id)}, 0};
    }
    /// These stores first.
    static Reach first(std::set<std::string> stores) { return {Kind::Stage, std::move(stores), 0}; }
    /// A share of the stores first, 1 to 99 %: always the same ones of a subject, and of a larger
    /// share these too.
    static Reach share(int percent) { return {Kind::Stage, {}, percent}; }

    Kind kind = Kind::Chain;
    std::set<std::string> stores{};
    int percent = 0; ///< 0: the stores are named
};
std::string_view toText(Reach::Kind kind);

struct NewPublication
{
    PublicationKind kind = PublicationKind::Checklist;
    std::string subject; ///< a checklist's id, or a setting's key
    /// Of a checklist: its version, nothing for the newest. Of a setting: its value, nothing to
    /// take it away.
    std::optional<json::value> value{};
    Reach reach{};
};

struct Publication
{
    std::int64_t number = 0; ///< 1, 2, 3 …
    Timestamp at;
    std::string who; ///< as in the audit log
    PublicationKind kind = PublicationKind::Checklist;
    std::string subject;
    std::optional<json::value> value; ///< nothing: taken away
    Reach::Kind reach = Reach::Kind::Chain;
    std::vector<std::string> stores;      ///< without the chain
    std::optional<std::int64_t> undoes;   ///< the one that this one rolled back
    std::optional<std::int64_t> undoneBy; ///< nothing: it was not rolled back
    /// Some stores have it and the rest has not: it can be widened.
    bool isStaged = false;
    /// It can be rolled back: nothing later stands where it stands.
    bool isLatest = false;
};

struct PublicationQuery
{
    std::optional<std::int64_t> before{}; ///< what the page before gave as `next`
    std::size_t limit = 100;
};

struct PublicationPage
{
    std::vector<Publication> publications; ///< the newest first
    std::optional<std::int64_t> next;
};

} // namespace vouch::server
