#pragma once

#include "sync/protocol/batch.h"
#include "sync/protocol/glance.h"
#include "sync/protocol/latest.h"

#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <map>

class QTcpSocket;

namespace vouch::test {

/// A server of the contract's kiosk calls on a free port of the loopback, in memory, that can be
/// told to misbehave. It verifies every batch with the protocol's own code.
class FakeCentral : public QObject
{
    Q_OBJECT

public:
    enum class Fault {
        None,
        LoseRequest,   ///< closes before it looks
        LoseAnswer,    ///< takes the batch, then closes
        CutAnswer,     ///< takes the batch, sends half the answer
        CaptivePortal, ///< 200 with HTML
        Redirect,      ///< 302 to a log-in page
        ServerError,   ///< 500
        Busy,          ///< 503 with Retry-After: 0
        Malformed,     ///< 400, whatever came
    };

    FakeCentral();
    bool listen(quint16 port = 0);
    void close();
    QUrl url() const;
    quint16 port() const { return m_port; }

    std::deque<Fault> faults;                    ///< one for each coming POST /checks, then none
    QByteArray poison;                           ///< a batch that holds this text gets 400
    bool knowsToken = true;                      ///< else 401
    QByteArray token = "token-1";                ///< any other gets 401 too
    QByteArray nextToken;                        ///< told with the configuration until it is used
    int staleTokens = 0;                         ///< so many enrolments bring one that has ended
    std::map<std::string, std::string> rejected; ///< id → code
    protocol::Have have;                         ///< sent instead of the truth when not empty
    std::optional<Timestamp> serverTime;         ///< said instead of the truth
    std::optional<check::CountedTime> countedOn; ///< said of every record that is taken
    QByteArray config = R"({"checklists":[],"settings":{}})";
    protocol::Glance glance;
    QByteArrayList glances; ///< what was asked for
    protocol::Latest latest;
    int latestAsked = 0;
    bool holdsConfig = false; ///< whoever asks for it waits
    /// For GET /config and POST /heartbeat: when not empty 503 with these header fields.
    QByteArray configWait;
    QByteArray heartbeatWait;

    std::map<std::string, std::string> records; ///< id → canonical
    int batches = 0;
    int conflicts = 0;
    int configsSent = 0;
    int configsAsked = 0;
    int enrolments = 0;
    int heartbeats = 0;
    QByteArray heartbeat;    ///< the last one
    std::vector<Uuid> erase; ///< named by the answers to heartbeats
    std::string publicKey;
    Uuid device = Uuid::v7(SystemClock());

private:
    void read(QTcpSocket *socket);
    void
    answer(QTcpSocket *socket, int status, const QByteArray &body, const QByteArray &headers = {});
    void checks(QTcpSocket *socket, const QByteArray &body);
    void enrol(QTcpSocket *socket, const QByteArray &body);
    void takeHeartbeat(QTcpSocket *socket, const QByteArray &body);
    protocol::Have known() const;
    protocol::BatchAnswer take(const protocol::Batch &batch);

    quint16 m_port = 0;
    bool m_isKnown = false; ///< the token of the request that is being answered
    QHash<QTcpSocket *, QByteArray> m_received;
    QTcpServer m_server; // last: its sockets report their end to m_received
};

} // namespace vouch::test
