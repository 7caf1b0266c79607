#pragma once

#include "core/storage/kiosk_store.h"

#include <functional>
#include <string>
#include <vector>

/// Everything that a kiosk does with its store, call by call, the same at every run.
namespace vouch::test {

/// Stands still within a step, so that a step repeated stores the same.
class StepClock : public Clock
{
public:
    Timestamp now() const override { return m_now; }
    std::int64_t monotonicMs() const override { return m_now.time_since_epoch().count(); }
    void goToStep(std::size_t step);

private:
    Timestamp m_now{};
};

struct KioskLife
{
    explicit KioskLife(std::filesystem::path dataFolder)
        : folder(std::move(dataFolder))
    {
    }

    std::filesystem::path folder;
    StepClock clock;
    std::unique_ptr<storage::KioskStore> store;

    /// Opens the store, as every start does.
    Result<void> open();
    /// Does the step; ok exactly when its one durable call was.
    Result<void> run(std::size_t step);
};

/// The steps: opening; conversations with scores, items, languages, a contact, corrections and
/// marks; the enrolment between them; an hour's activity; acknowledgements of every kind; a refill;
/// a new chain; what was left open. Each is one call that changes the store.
struct Step
{
    const char *name;
    std::function<Result<void>(KioskLife &)> run;
};
const std::vector<Step> &lifeSteps();

/// All rows of all tables of a kiosk's database, without what is random in them. May be read beside
/// a KioskStore that is open.
std::string contentOf(const std::filesystem::path &folder);

/// What the database holds before any step (an empty one) and after each; made once.
const std::vector<std::string> &lifeStates();

/// Goes on as a kiosk does after a start and sends everything that there ever was to a server that
/// has nothing. What was wrong with the database, a record or a chain; empty when nothing.
std::string settle(KioskLife &life);

} // namespace vouch::test
