#pragma once

#include "app/sim/central_link.h"
#include "app/sim/day_plan.h"
#include "app/sim/summary.h"
#include "app/sim/till_state.h"

#include <deque>
#include <functional>
#include <istream>
#include <variant>

namespace vouch::sim {

/// One-time enrolment codes by store, in the order in which they are used up.
using Codes = std::map<std::string, std::deque<std::string>>;

/// Lines "store-id code"; empty ones and those that begin with # are skipped. Failure
/// `codes-malformed`.
Result<Codes> readCodes(std::istream &in);

inline constexpr std::uint64_t defaultSeed = 1;

struct Settings
{
    std::optional<std::uint64_t> seed; ///< the state's, else 1
    int days = 30;
    double rate = 1;
    std::optional<Day> until; ///< today when not given
    std::filesystem::path stateFile;
};

/// The life of a chain, told to its server.
class Simulation
{
public:
    using Say = std::function<void(const std::string &)>;

    /// All of it is used until the end.
    struct World
    {
        const checklist::Checklist &survey;
        const Shoppers &shoppers;
        CentralLink &link;
        const Clock &clock;
        StopSignal &stop;
        Say say; ///< progress and warnings, for a person
    };

    Simulation(Settings settings, std::vector<Shop> shops, World world);

    /// Takes up the state, enrols the tills that are not in it, asks for the stores' zones.
    /// Failures: of the state, `state-seed-differs`, `codes-missing`, `until-future`, the server's.
    Result<void> prepare(Codes codes);

    /// Makes and sends everything from where the state ends, else from the window's first day, up
    /// to now or to the end of `until`. A failure loses nothing that the state file can keep.
    Result<void> catchUp();

    /// Goes on as time goes on, until stopped.
    Result<void> live();

    const std::vector<Shop> &shops() const { return m_shops; }
    const Totals &totals() const { return m_totals; }

private:
    /// A conversation or an hour that is going to end.
    struct Due
    {
        Timestamp at;
        const Shop *shop;
        Day day;
        std::variant<Conversation, TillHour> what;
    };

    Result<void> takeUpState();
    Result<void> enrol(Codes codes);
    Result<void> enough(const Codes &codes);
    Result<void> askZones();
    Result<void> openWindow();
    const TimeZone &zone(const Shop &shop) const { return m_zones.at(shop.index); }
    const TimeZone &chainZone() const { return m_zones.front(); }

    std::vector<Due> dueOn(Day day, Timestamp after, Timestamp until) const;
    Result<void> make(const std::vector<Due> &due);
    Result<void> drain(std::optional<Day> day);
    Result<void> drain(Till &till);
    void count(const Till &till, const protocol::BatchAnswer &answer);
    Result<void> save() const;

    Settings m_settings;
    std::vector<Shop> m_shops;
    World m_world;
    ChainState m_state;
    std::vector<TimeZone> m_zones;
    std::optional<DayPlan> m_plan;
    std::optional<RecordMaker> m_maker;
    Totals m_totals;
};

} // namespace vouch::sim
