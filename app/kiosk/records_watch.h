#pragma once

#include "app/kiosk/timers.h"
#include "core/storage/kiosk_store.h"

#include <QObject>

#include <memory>
#include <set>

namespace vouch::kiosk {

/// Looks through the stored records for ever, a few at a time: an hour or two for all of a full
/// tablet. Main thread only; what it is given outlives it.
class RecordsWatch : public QObject
{
    Q_OBJECT

public:
    RecordsWatch(storage::KioskStore &store, Timers &timers, QObject *parent = nullptr);

    /// Says first what became of a damaged database.
    void start();

signals:
    /// For the technician; of each chain once.
    void troubled(const vouch::Failure &what);
    /// The database cannot be read any more: opening it again recovers what can be.
    void damaged();

private:
    void look();

    storage::KioskStore &m_store;
    std::unique_ptr<Timer> m_next;
    std::set<Uuid> m_suspect;
    std::string m_trouble; ///< why the last look failed; empty when it did not
};

} // namespace vouch::kiosk
