#include "app/kiosk/release.h"

#include <algorithm>

namespace vouch::kiosk {

namespace {

using client::SyncState;

std::string counted(std::int64_t count, const char *one)
{
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

Failure recordsRefused(const std::vector<storage::Refusal> &refusals)
{
    std::string text = "The server refuses records; they are kept here. Mend the cause there and "
                       "release again: they travel again as they are.";
    for (const auto &refusal : refusals)
        text += "\n  " + counted(refusal.count, "record") + ": " + refusal.reason + " [" +
                refusal.code + "]";
    return {"records-refused", text, ""};
}

} // namespace

Release::Limits Release::limits()
{
    Limits limits;
    limits.sync.longestRetry = std::chrono::seconds(4);
    return limits;
}

Release::Release(storage::KioskStore &store, const Clock &clock, Limits limits)
    : m_store(store)
    , m_clock(clock)
    , m_limits(limits)
    , m_client(store, clock, limits.sync)
{
    using client::SyncClient;
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_limits.patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        refuse({"server-unreachable", "The server has not answered for too long. " + kept(), ""});
    });
    m_again.setSingleShot(true);
    m_again.setInterval(m_limits.sync.firstRetry);
    connect(&m_again, &QTimer::timeout, this, &Release::step);
    // Queued: the client has finished what it does.
    connect(&m_client, &SyncClient::stateChanged, this, &Release::step, Qt::QueuedConnection);
    connect(&m_client, &SyncClient::outboxChanged, this, [this] {
        m_misses = 0;
        m_patience.start();
        if (const auto outbox = m_store.outbox())
            emit progressed(outbox->waiting);
    });
    connect(&m_client, &SyncClient::haveTold, this, [this](const protocol::Have &have) {
        m_asking = false;
        compare(have);
    });
    connect(&m_client, &SyncClient::haveUnknown, this, [this](const QString &reason) {
        m_asking = false;
        missed(reason);
    });
}

void Release::start()
{
    const auto needed = prepare();
    if (!needed)
        return refuse(needed.failure());
    if (!*needed) {
        end();
        emit proved();
        return;
    }
    m_patience.start();
    step();
}

/// Whether there is anything that the server must have.
Result<bool> Release::prepare()
{
    if (const auto closed = m_store.closeLeftOpen(m_clock.monotonicMs()); !closed)
        return closed.failure();
    // The present hour too: for this tablet it is over.
    if (const auto hours = m_store.closeHours(storage::LocalHour()); !hours)
        return hours.failure();
    const auto identity = client::loadIdentity(m_store);
    const auto unsealed = m_store.unsealed();
    const auto heads = m_store.heads();
    if (!identity || !unsealed || !heads)
        return !identity ? identity.failure() : !unsealed ? unsealed.failure() : heads.failure();
    if (!*identity) {
        if (*unsealed == 0 && heads->empty())
            return false;
        return Failure{
            "not-enrolled",
            "This tablet belongs to no server, and " + counted(*unsealed, "answer") +
                " would be lost. Enrol it (--server URL --enrol CODE), then release it.",
            ""};
    }
    if (const auto started = m_client.start(); !started)
        return started.failure();
    return !heads->empty() || *unsealed > 0;
}

void Release::step()
{
    if (m_ended || m_asking)
        return;
    switch (m_client.state()) {
    case SyncState::Refused:
        if (m_client.willEnrolAgain())
            return;
        return refuse({"server-refuses", m_client.trouble().toStdString() + " " + kept(), ""});
    case SyncState::Waiting:
        return missed(m_client.trouble());
    case SyncState::Idle:
        break;
    default:
        return; // on its way
    }
    const auto outbox = m_store.outbox();
    const auto refusals = m_store.refusals();
    if (!outbox || !refusals)
        return refuse(outbox ? refusals.failure() : outbox.failure());
    if (outbox->waiting > 0)
        return m_client.poke();
    if (!refusals->empty())
        return refuse(recordsRefused(*refusals));
    m_asking = true;
    m_client.askHave();
}

void Release::compare(const protocol::Have &have)
{
    if (m_ended)
        return;
    m_patience.start();
    const auto outbox = m_store.outbox();
    const auto heads = m_store.heads();
    const auto unsealed = m_store.unsealed();
    if (!outbox || !heads || !unsealed)
        return refuse(!outbox ? outbox.failure() : !heads ? heads.failure() : unsealed.failure());
    if (outbox->waiting > 0) // the server has lost some: they go again
        return step();
    std::int64_t lacking = *unsealed;
    for (const auto &head : *heads) {
        const auto known = have.find(head.chain);
        lacking +=
            std::max<std::int64_t>(0, head.sequence - (known == have.end() ? 0 : known->second));
    }
    if (lacking > 0)
        return refuse(
            {"records-lacking",
             "The server does not confirm " + counted(lacking, "record") + " of this tablet. " +
                 kept() + " Look at its ledger, then release again.",
             ""});
    end();
    emit proved();
}

/// A try that brought nothing; the client plans the next one of a batch by itself.
void Release::missed(const QString &why)
{
    if (m_ended)
        return;
    if (++m_misses >= m_limits.tries)
        return refuse(
            {"server-unreachable",
             "The server cannot be asked: " + why.toStdString() + ". " + kept() +
                 " Bring the tablet to its network, then release "
                 "again.",
             ""});
    if (m_client.state() == SyncState::Idle)
        m_again.start();
}

void Release::refuse(const Failure &failure)
{
    if (m_ended)
        return;
    end();
    emit refused(failure);
}

void Release::end()
{
    m_ended = true;
    m_patience.stop();
    m_again.stop();
}

std::string Release::kept()
{
    const auto outbox = m_store.outbox();
    const auto waiting = outbox ? outbox->waiting : 0;
    return waiting > 0 ? "Nothing was wiped; " + counted(waiting, "record") + " still to be sent."
                       : "Nothing was wiped.";
}

} // namespace vouch::kiosk

#include "moc_release.cpp"
