#include "app/sim/simulation.h"

#include <algorithm>

namespace vouch::sim {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::days oneDay{1};

/// The longest sleep in live(): a clock that is set, or a laptop that slept, is noticed then.
constexpr std::chrono::milliseconds longestSleep = 30s;
constexpr std::chrono::milliseconds pauseAfterFailure = 1min;

} // namespace

Simulation::Simulation(Settings settings, std::vector<Shop> shops, World world)
    : m_settings(std::move(settings))
    , m_shops(std::move(shops))
    , m_world(std::move(world))
{
}

Result<void> Simulation::catchUp()
{
    const auto now = m_world.clock.now();
    const auto limit = m_settings.until
                           ? std::min(now, atLocal(chainZone(), *m_settings.until + oneDay, 0ms))
                           : now;
    auto since = m_state.madeUntil;
    const auto last = chainZone().local(limit).day;
    for (auto day = chainZone().local(since).day; day <= last && since < limit; day += oneDay) {
        if (m_world.stop.stopped())
            return Failure{"stopped", "Stopped before everything was made.", {}};
        const auto end = std::min(limit, atLocal(chainZone(), day + oneDay, 0ms));
        const auto due = dueOn(day, since, end);
        if (auto made = make(due); !made)
            return made;
        since = m_state.madeUntil = end;
        if (auto saved = save(); !saved)
            return saved;
        if (auto sent = drain(day); !sent)
            return sent;
        if (!due.empty())
            m_world.say(
                formatDay(day) + ": " + std::to_string(due.size()) +
                (due.size() == 1 ? " record" : " records"));
    }
    if (auto sent = drain(std::nullopt); !sent)
        return sent;
    return save();
}

Result<void> Simulation::live()
{
    while (!m_world.stop.stopped()) {
        const auto now = m_world.clock.now();
        const auto today = chainZone().local(now).day;
        const auto midnight = atLocal(chainZone(), today + oneDay, 0ms);
        const auto caughtUp = catchUp();
        const auto due = dueOn(today, m_state.madeUntil, midnight);
        auto next = due.empty() ? midnight : due.front().at;
        if (!caughtUp) {
            if (caughtUp.failure().code != "stopped")
                m_world.say(caughtUp.failure().text() + " The answers wait and are sent again.");
            next = std::min(next, now + pauseAfterFailure);
        }
        while (!m_world.stop.stopped() && m_world.clock.now() < next) {
            const auto left = next - m_world.clock.now();
            m_world.stop.wait(std::clamp<std::chrono::milliseconds>(left, 1ms, longestSleep));
        }
    }
    return save();
}

std::vector<Simulation::Due> Simulation::dueOn(Day day, Timestamp after, Timestamp until) const
{
    std::vector<Due> out;
    const auto add = [&](const Shop &shop, Milliseconds over, auto &&what) {
        const auto at = atLocal(zone(shop), day, over);
        if (at > after && at <= until)
            out.push_back({at, &shop, day, std::move(what)});
    };
    for (const auto &shop : m_shops) {
        auto conversations = m_plan->day(shop, day);
        auto hours = m_plan->hours(shop, day, conversations);
        for (auto &each : conversations)
            add(shop, each.opened + each.lasts, std::move(each));
        for (auto &each : hours)
            add(shop, each.over, std::move(each));
    }
    std::stable_sort(
        out.begin(), out.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return out;
}

Result<void> Simulation::make(const std::vector<Due> &due)
{
    for (const auto &each : due) {
        const int number = std::visit([](const auto &what) { return what.till; }, each.what);
        auto *till = m_state.find(each.shop->id, number);
        const auto before = till->outbox.size();
        const auto added = std::visit(
            [&](const auto &what) { return m_maker->add(*till, what, zone(*each.shop), each.day); },
            each.what);
        if (!added)
            return added;
        m_totals[each.shop->id].made += static_cast<std::int64_t>(till->outbox.size() - before);
    }
    return {};
}

Result<void> Simulation::drain(std::optional<Day> day)
{
    for (const auto &shop : m_shops) {
        for (int number = 1; number <= shop.tills; ++number) {
            if (day && offline(shop, m_plan->window(), *day, number))
                continue;
            if (auto sent = drain(*m_state.find(shop.id, number)); !sent)
                return sent;
        }
    }
    return {};
}

Result<void> Simulation::drain(Till &till)
{
    while (!till.outbox.empty()) {
        const auto answer = m_world.link.send(till, m_maker->boot());
        if (!answer)
            return answer.failure();
        count(till, *answer);
        till.outbox.erase(till.outbox.begin(), till.outbox.begin() + std::ssize(answer->results));
    }
    return {};
}

void Simulation::count(const Till &till, const protocol::BatchAnswer &answer)
{
    auto &totals = m_totals[till.store];
    for (std::size_t i = 0; i < answer.results.size(); ++i) {
        const auto &result = answer.results[i];
        const auto &record = till.outbox[i];
        if (result.status == protocol::Status::Accepted)
            ++totals.accepted;
        else if (result.status == protocol::Status::Duplicate)
            ++totals.duplicate;
        else if (++totals.rejected == 1)
            m_world.say(
                till.store + " " + till.name() + ", record " + result.id + ": " + result.reason +
                " [" + result.code + "]");
        const bool kept = result.status == protocol::Status::Accepted ||
                          result.status == protocol::Status::Duplicate;
        if (kept && record.score)
            totals.scores.add(*record.score);
    }
}

Result<void> Simulation::save() const
{
    return m_settings.stateFile.empty() ? Result<void>() : saveState(m_state, m_settings.stateFile);
}

} // namespace vouch::sim
