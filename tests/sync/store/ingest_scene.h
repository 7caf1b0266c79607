#pragma once

#include "central_tablet.h"
#include "sync/server/store/ledger.h"
#include "sync/server/store/verification.h"

#include <QByteArray>

namespace vouch::test {

/// An ingest with something of everything, for tests in which it fails half-way.
class IngestScene
{
public:
    /// What is there before: a shop and three records of a tablet.
    IngestScene(const Clock &clock, server::Store &store)
    {
        (void)store.addStore({"s1", "Shop one", "", "UTC"});
        m_tablet.emplace(clock, store);
        for (int i = 0; i < 3; ++i)
            m_before.push_back(m_tablet->next(i));
        (void)store.ingest(m_tablet->device, m_tablet->batch(m_before)).value();
        makeRecords();
    }

    Result<protocol::BatchAnswer> send(server::Store &store) const
    {
        return store.ingest(m_tablet->device, m_tablet->batch(m_records));
    }
    const server::Device &device() const { return m_tablet->device; }

    static constexpr const char *firstTime = "aaracd";
    static constexpr const char *again = "ddrdcd";

    /// What is wrong after a restart; empty when all is well. The batch is there in the end.
    QByteArray wrongAfter(server::Store &store, bool wasAcknowledged) const
    {
        if (!isSound(store))
            return "what is there is not sound";
        const auto known = store.have(m_tablet->device.id)->begin()->second;
        if (known != 3 && known != 7)
            return "half of the batch is there: " + QByteArray::number(known);
        if (wasAcknowledged && known != 7)
            return "an acknowledged batch is lost";
        const auto outcome = statuses(send(store));
        if (outcome != (known == 7 ? again : firstTime))
            return QByteArray("sent again: ") + outcome.c_str();
        if (statuses(send(store)) != again)
            return "sent a third time it is not the same";
        const auto totals = store.ledgerTotals({}).value();
        const server::LedgerCounts counts{6, 1, 1, 0, 0, 1};
        if (totals.made != 7 || totals.missing != 0 || !(totals.counts == counts))
            return "the ledger is not clean";
        return isSound(store) ? "" : "in the end it is not sound";
    }

private:
    static bool isSound(const server::Store &store)
    {
        const auto all = store.verify([] { return true; });
        return all && all->isSound();
    }

    /// Accepted ones, a refused one, one in conflict, one again, and one that marks another.
    void makeRecords()
    {
        m_records = {m_tablet->next(9), m_tablet->next(4)};
        auto elsewhere = m_tablet->survey(5);
        elsewhere.store = "nowhere";
        m_records.push_back(m_tablet->chained(elsewhere));
        auto mark = m_tablet->survey(9);
        mark.kind = check::kind::mark;
        mark.body = {
            {"mark", "burst"}, {"action", "add"}, {"checks", json::array{m_before[1].at("id")}}};
        m_records.push_back(m_tablet->chained(mark));
        auto other = check::fromJson(m_before[2]).value();
        other.score = 10;
        other.items.front().value = 10;
        (void)check::append(
            other,
            {m_tablet->last().chain, 2, std::string(view(m_before[1].at("hash").as_string()))});
        m_records.push_back(check::toJson(other));
        m_records.push_back(m_before[0]);
    }

    std::optional<Tablet> m_tablet;
    std::vector<json::object> m_before;
    std::vector<json::object> m_records;
};

} // namespace vouch::test
