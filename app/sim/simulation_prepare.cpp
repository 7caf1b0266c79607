#include "app/sim/simulation.h"

#include <algorithm>
#include <sstream>

namespace vouch::sim {

namespace {

using namespace std::chrono_literals;

} // namespace

Result<Codes> readCodes(std::istream &in)
{
    Codes out;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        std::istringstream words(line);
        std::string store;
        std::string code;
        std::string more;
        if (!(words >> store) || store.starts_with('#'))
            continue;
        if (!(words >> code) || words >> more)
            return Failure{
                "codes-malformed", "A line must hold a store's id and one enrolment code.",
                "line " + std::to_string(number)};
        out[store].push_back(code);
    }
    return out;
}

Result<void> Simulation::prepare(Codes codes)
{
    if (auto taken = takeUpState(); !taken)
        return taken;
    if (auto enrolled = enrol(std::move(codes)); !enrolled)
        return enrolled;
    if (auto asked = askZones(); !asked)
        return asked;
    if (auto opened = openWindow(); !opened)
        return opened;
    m_plan.emplace(m_state.seed, m_settings.rate, m_state.window, m_world.shoppers);
    // The tablets were started before the first record that this run makes.
    m_maker.emplace(
        m_world.survey, Boot{Uuid::v7(m_world.clock), m_state.madeUntil - std::chrono::hours(1)});
    return {};
}

Result<void> Simulation::takeUpState()
{
    m_state.seed = m_settings.seed.value_or(defaultSeed);
    if (m_settings.stateFile.empty())
        return {};
    auto loaded = loadState(m_settings.stateFile);
    if (!loaded)
        return loaded.failure();
    if (!*loaded)
        return {};
    if (m_settings.seed && *m_settings.seed != (*loaded)->seed)
        return Failure{
            "state-seed-differs",
            "The state was begun with --seed " + std::to_string((*loaded)->seed) +
                ". Leave --seed out, or name another state file.",
            m_settings.stateFile.string()};
    m_state = std::move(**loaded);
    return {};
}

Result<void> Simulation::enough(const Codes &codes)
{
    std::string missing;
    for (const auto &shop : m_shops) {
        int needed = 0;
        for (int number = 1; number <= shop.tills; ++number)
            needed += m_state.find(shop.id, number) ? 0 : 1;
        const auto at = codes.find(shop.id);
        const int given = at == codes.end() ? 0 : static_cast<int>(at->second.size());
        if (given < needed)
            missing += (missing.empty() ? "" : ", ") + shop.id + " needs " +
                       std::to_string(needed) + " (" + std::to_string(given) + " given)";
    }
    if (missing.empty())
        return {};
    return Failure{
        "codes-missing",
        "There are not enough enrolment codes: " + missing +
            ". Make one for each till by `vouch-central device code --store ID`, and give them by "
            "--codes as lines \"ID code\".",
        {}};
}

Result<void> Simulation::enrol(Codes codes)
{
    if (auto there = enough(codes); !there)
        return there;
    for (const auto &shop : m_shops) {
        for (int number = 1; number <= shop.tills; ++number) {
            if (m_state.find(shop.id, number))
                continue;
            Till till;
            till.store = shop.id;
            till.number = number;
            till.key = crypto::SigningKey::make();
            till.head = {Uuid::v7(m_world.clock), 0, check::noHash()};
            auto &left = codes[shop.id];
            if (auto enrolled = m_world.link.enrol(till, left.front()); !enrolled)
                return enrolled;
            left.pop_front();
            m_state.tills.push_back(std::move(till));
            if (auto saved = save(); !saved)
                return saved;
        }
    }
    return {};
}

Result<void> Simulation::askZones()
{
    for (const auto &shop : m_shops) {
        auto zone = m_world.link.zone(*m_state.find(shop.id, 1));
        if (!zone)
            return zone.failure();
        m_zones.push_back(std::move(*zone));
    }
    return {};
}

Result<void> Simulation::openWindow()
{
    const auto today = chainZone().local(m_world.clock.now()).day;
    if (m_settings.until && *m_settings.until > today)
        return Failure{
            "until-future", "--until must not be after today, " + formatDay(today) + ".",
            formatDay(*m_settings.until)};
    if (m_state.window.last != Day())
        return {};
    const auto last = m_settings.until.value_or(today);
    m_state.window = {last - std::chrono::days(m_settings.days - 1), last};
    m_state.madeUntil = atLocal(chainZone(), m_state.window.first, 0ms);
    return {};
}

} // namespace vouch::sim
