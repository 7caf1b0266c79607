#pragma once

#include "core/metrics/periods.h"
#include "core/storage/kiosk_store.h"
#include "sync/client/backoff.h"
#include "sync/client/identity.h"
#include "sync/client/sync_state.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/glance.h"
#include "sync/protocol/heartbeat.h"
#include "sync/protocol/latest.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>
#include <QUrlQuery>

#include <functional>
#include <map>

class QNetworkReply;

namespace vouch::client {

/// Brings the outbox of a KioskStore to the server, for ever, and configuration and the store's
/// figures back. Lives on the thread of the store; never blocks on the network. What it has not
/// been told is taken stays in the outbox, whatever happens to either side.
class SyncClient : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        std::chrono::milliseconds firstRetry{1000};
        std::chrono::milliseconds longestRetry{300000};
        std::chrono::milliseconds requestTimeout{30000}; ///< of silence; ten times it in all
        /// How often configuration is asked for and a silent outbox is looked at.
        std::chrono::milliseconds pollInterval{300000};
        std::size_t batchSize = protocol::maxChecks;
        std::size_t batchBytes = 4u << 20; ///< of canonical text, half of what the server takes
    };

    /// `store` and `clock` outlive the client.
    SyncClient(
        storage::KioskStore &store, const Clock &clock, Options options, QObject *parent = nullptr);
    ~SyncClient() override;

    /// What the server is told of the tablet with each sign of life, beside what the store knows.
    using Health = std::function<protocol::Heartbeat()>;
    void setHealth(Health health) { m_health = std::move(health); }

    /// Reads the identity and begins to send. Call once.
    Result<void> start();

    /// The two halves of start(): reads the identity, then speaks to the server for the first time.
    /// What happens between them, answers and an enrolment among it, need not wait for the second.
    Result<void> prepare();
    void begin();

    /// Asks the server for an identity with a one-time code; `name` is what staff call the tablet.
    /// Ends in enrolled() or enrolmentFailed(). Repeating it after a lost answer is safe.
    void enrol(const QUrl &server, const QString &code, const QString &name);

    /// A record was closed: sends at once, unless a try is planned anyway.
    void poke();
    /// Tries now, whatever was planned (the manager's button, the network came back).
    void retryNow();

    SyncState state() const { return m_state; }
    /// Whether the code of its enrolment is asked for another token next, as the one it brought
    /// does not hold.
    bool willEnrolAgain() const { return m_unproven && m_unproven->isDue; }
    /// Why the last try failed; empty when it did not.
    QString trouble() const { return m_trouble; }
    const std::optional<Identity> &identity() const { return m_identity; }

    /// The configuration last received, as JSON; kept in the store. Nothing before the first.
    Result<std::optional<std::string>> config() const;

    /// Asks the server what it has of this tablet, of every chain that there has been here; ends in
    /// haveTold() or haveUnknown(). What it turns out to lack is back in the outbox before
    /// haveTold().
    void askHave();

    /// Asks GET /api/v1/glance of the tablet's store; ends in storeFigures() or
    /// storeFiguresFailed(). While an answer is on its way the last question is asked after it,
    /// those between are not; an answer to another question than that is dropped.
    void requestStoreFigures(const protocol::StoreQuestion &question);
    /// Asks GET /api/v1/glance/latest; ends in storeLatest(), or in nothing. While an answer is on
    /// its way it is asked once more after it.
    void requestStoreLatest();
    /// Asks GET /api/v1/nps day by day; ends in storeDays(), or in nothing.
    void requestStoreDays(const protocol::StoreQuestion &question);
    /// While on, storeChanged() tells of answers anywhere in the store (server-sent events).
    void watchStore(bool on);

signals:
    void stateChanged();
    void enrolled();
    void enrolmentFailed(const QString &reason);
    /// Records were taken or refused: the outbox's status has changed.
    void outboxChanged();
    void haveTold(const vouch::protocol::Have &have);
    void haveUnknown(const QString &reason);
    void configChanged();
    void storeFigures(const vouch::protocol::Glance &glance);
    void storeFiguresFailed(const QString &reason);
    void storeLatest(const vouch::protocol::Latest &latest);
    void storeDays(const std::vector<vouch::metrics::DayTally> &days);
    void storeChanged();
    /// The tablet's clock is minutes off the server's, by so much behind it; once, until they
    /// agree.
    void clockDiffers(std::chrono::milliseconds behind);

private:
    void handle(SyncEvent event);
    void retryDue();
    /// What the server refused goes into the outbox again, byte for byte, when nothing else waits:
    /// the cause there may be mended. Called at every poll, it waits for ever more of them.
    void offerRefused();
    void sendNext();
    /// Stores what the server has answered for. On a full disk it stays here until there is room,
    /// and what lies behind it in the outbox is sent meanwhile.
    Result<void> storeOwed();
    void sendBatch();
    void batchAnswered(QNetworkReply *reply);
    void taken(const protocol::BatchAnswer &answer);
    void compareClocks(Timestamp server);
    void refused(int status, const Failure &failure);
    void halve(const Failure &failure);
    void failed(const QString &reason, std::chrono::milliseconds atLeast = {});
    Result<void> refill(const protocol::Have &have);
    /// A sign of life, after every answer about the configuration. Its answer also says what the
    /// server has.
    void beat();
    QNetworkReply *postHeartbeat();
    Result<protocol::Have> haveIn(const QByteArray &body);
    void haveAnswered(QNetworkReply *reply);
    /// Does what every heartbeat's answer may ask for, a new token and what to erase, and returns
    /// its body.
    QByteArray heartbeatAnswered(QNetworkReply *reply);
    /// The server gives this tablet a new token: it is used, and so the former one ends there, once
    /// it is on disk.
    void takeToken(QNetworkReply *reply);
    void pullConfig();
    /// Takes from the answer to a sign of life how long the server asks to be left alone by them.
    void heedWait(const QNetworkReply *reply);
    bool isLeftAlone() const;
    void configAnswered(QNetworkReply *reply);
    /// The configuration is of another store: the tablet stands there from now on. It names another
    /// sealing key: contacts are sealed with it from now on.
    Result<void> takeIdentityFrom(const json::object &config);
    /// The server does not know the token: the code of an enrolment just made brings another.
    void tokenUnknown();
    void enrolmentAnswered(QNetworkReply *reply, const QUrl &server);
    QNetworkReply *
    askStore(const QString &path, const protocol::StoreQuestion &question, QUrlQuery query);
    void storeAnswered(QNetworkReply *reply);
    void openEvents();
    void readEvents();
    QNetworkRequest request(const QString &path) const;
    /// The same, which a network that never comes to an end keeps neither waiting for ever nor
    /// without memory.
    QNetworkReply *bounded(QNetworkReply *reply) const;

    storage::KioskStore &m_store;
    const Clock &m_clock;
    Options m_options;
    QNetworkAccessManager m_network;
    std::vector<Uuid> m_erased; ///< as the server wished; the next heartbeat says so
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_poll;
    SyncState m_state = SyncState::NotEnrolled;
    QString m_trouble;
    std::optional<Identity> m_identity;
    crypto::SigningKey m_key;
    /// How many records the next batch holds at most; halved when the server cannot read a batch.
    std::size_t m_batchLimit;
    std::vector<storage::Outgoing> m_underWay;
    /// A single record that made the server refuse the whole batch. It goes to quarantine when the
    /// server takes a batch without any record: else it is not the record that is wrong.
    std::optional<storage::Acknowledgement> m_suspect;
    /// Of the first so many of the outbox; a restart forgets them, and they travel once more.
    std::vector<storage::Acknowledgement> m_owed;
    Health m_health;
    std::int64_t m_answers = 0; ///< of batches
    bool m_clockDiffers = false;
    int m_offerEvery = 1; ///< polls
    int m_offerIn = 1;
    /// From where a chain was last filled again. A server that goes on saying the same lacks what
    /// this tablet does not have either, after damage: it is answered ever more rarely.
    struct Refill
    {
        std::int64_t from = -1;
        int every = 0; ///< polls
        int pause = 0; ///< polls until the same is answered again
    };
    std::map<Uuid, Refill> m_refilled; ///< by chain
    /// An enrolment whose token has not been seen to hold. A network that repeats requests lets the
    /// server give out several tokens, each of which ends the one before: the same code then brings
    /// another.
    struct Unproven
    {
        QUrl server;
        QString code;
        QString name;
        bool isDue = false; ///< its token does not hold
        int triesLeft = 3;
    };
    std::optional<Unproven> m_unproven;
    QPointer<QNetworkReply> m_batch;
    QPointer<QNetworkReply> m_signOfLife; ///< the configuration, then the heartbeat behind it
    std::int64_t m_leftAloneUntil = 0;    ///< by the monotonic clock, in ms
    QPointer<QNetworkReply> m_glance;
    std::optional<protocol::StoreQuestion> m_nextGlance;
    QPointer<QNetworkReply> m_latest;
    bool m_latestAgain = false;
    QPointer<QNetworkReply> m_events;
    QTimer m_eventsRetry;
    bool m_watching = false;
};

} // namespace vouch::client
