#pragma once

#include "app/kiosk/kiosk_options.h"
#include "sync/client/sync_client.h"

#include <QTimer>

namespace vouch::kiosk {

/// Sends what there is until the server's own word proves that it has every record of this tablet:
/// its `have` reaches the head of every chain, nothing waits and nothing is in quarantine. Wipes
/// nothing. Ends in proved() or refused(), once.
class Release : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        client::SyncClient::Options sync;
        int tries = 4; ///< in a row that bring nothing
        /// So long without a word of the server.
        std::chrono::milliseconds patience = std::chrono::minutes(2);
    };
    static Limits limits();

    /// `store` and `clock` outlive this.
    Release(storage::KioskStore &store, const Clock &clock, Limits limits);

    void start();

signals:
    /// The answers that still wait have become fewer.
    void progressed(qint64 waiting);
    void proved();
    /// Codes `not-enrolled`, `server-unreachable`, `server-refuses`, `records-refused`,
    /// `records-lacking`, or one of the store.
    void refused(const vouch::Failure &failure);

private:
    Result<bool> prepare();
    void step();
    void compare(const protocol::Have &have);
    void missed(const QString &why);
    void refuse(const Failure &failure);
    void end();
    std::string kept();

    storage::KioskStore &m_store;
    const Clock &m_clock;
    const Limits m_limits;
    client::SyncClient m_client;
    QTimer m_patience;
    QTimer m_again;
    int m_misses = 0;
    bool m_asking = false;
    bool m_ended = false;
};

/// `vouch-kiosk --release`: proves, wipes, says what it did; the exit code.
int runRelease(const KioskOptions &options, int argc, char **argv);

} // namespace vouch::kiosk
