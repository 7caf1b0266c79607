#include "sync/client/sync_client.h"

#include "core/base/boot.h"
#include "sync/client/reply.h"
#include "sync/protocol/codes.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/enrolment.h"

namespace vouch::client {

namespace {

/// No answer of a server's is longer.
constexpr qint64 maxAnswerBytes = 16 << 20;
/// A large batch over a poor link is under way for longer than any silence.
constexpr int wholeRequest = 10;
/// After so many polls, at most, what the server refused is offered again.
constexpr int longestOffer = 12;
/// And a server that cannot be filled is filled again: once a day.
constexpr int longestRefill = 288;
/// Between the clocks: no slow answer makes such a difference.
constexpr std::chrono::minutes worthSetting(10);

QString toQString(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

SyncClient::SyncClient(
    storage::KioskStore &store, const Clock &clock, Options options, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_options(options)
    , m_backoff(options.firstRetry, options.longestRetry, crypto::randomBelow)
    , m_batchLimit(options.batchSize)
{
    m_network.setTransferTimeout(static_cast<int>(options.requestTimeout.count()));
    // A captive portal's redirect is no answer of the server's.
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SyncClient::retryDue);
    connect(&m_network, &QNetworkAccessManager::sslErrors, this, keepCertificateErrors);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        for (auto &[chain, refilled] : m_refilled)
            --refilled.pause;
        // Many that are never answered would leave answers no connection.
        if (!m_signOfLife && !isLeftAlone())
            pullConfig();
        offerRefused();
        poke();
    });
    m_eventsRetry.setSingleShot(true);
    connect(&m_eventsRetry, &QTimer::timeout, this, &SyncClient::openEvents);
}

SyncClient::~SyncClient()
{
    for (auto *reply : {m_batch.data(), m_events.data()}) {
        if (reply)
            reply->disconnect(this);
    }
}

Result<void> SyncClient::start()
{
    if (auto prepared = prepare(); !prepared)
        return prepared;
    begin();
    return {};
}

Result<void> SyncClient::prepare()
{
    auto key = signingKey(m_store);
    if (!key)
        return key.failure();
    m_key = std::move(*key);
    auto identity = loadIdentity(m_store);
    if (!identity)
        return identity.failure();
    m_poll.start(m_options.pollInterval);
    if (!*identity)
        return {};
    m_identity = std::move(*identity);
    m_state = SyncState::Idle;
    if (const auto code = m_store.setting(unprovenCodeSetting); code && *code)
        m_unproven = Unproven{m_identity->server, toQString(**code), {}};
    if (const auto adopted = m_store.adopt(m_identity->device, m_identity->store); !adopted)
        return adopted.failure();
    // What a server refused last time is offered again, byte for byte: the cause may be mended.
    if (const auto released = m_store.releaseQuarantine(); !released)
        return released.failure();
    return {};
}

void SyncClient::begin()
{
    if (!m_identity)
        return;
    pullConfig();
    poke();
}

void SyncClient::handle(SyncEvent event)
{
    const auto before = m_state;
    m_state = next(m_state, event);
    if (m_state == SyncState::Idle || m_state == SyncState::Sending)
        m_trouble.clear();
    if (m_state != before)
        emit stateChanged();
    if (m_state == SyncState::Sending && (before != m_state || event == SyncEvent::BatchTaken))
        sendNext();
}

void SyncClient::retryDue()
{
    const bool mayEnrol = m_state == SyncState::Idle || m_state == SyncState::Refused;
    if (!mayEnrol || !m_unproven || !m_unproven->isDue || m_unproven->triesLeft-- <= 0)
        return handle(SyncEvent::RetryDue);
    const auto again = *m_unproven;
    enrol(again.server, again.code, again.name);
}

void SyncClient::poke()
{
    const auto outbox = m_store.outbox();
    if (outbox && outbox->waiting > 0)
        handle(SyncEvent::RecordsWaiting);
}

void SyncClient::offerRefused()
{
    const auto outbox = m_store.outbox();
    if (!outbox || outbox->quarantined == 0) {
        m_offerEvery = 1;
        m_offerIn = 1;
        return;
    }
    if (m_state != SyncState::Idle || outbox->waiting > 0 || --m_offerIn > 0)
        return;
    m_offerEvery = std::min(m_offerEvery * 2, longestOffer);
    m_offerIn = m_offerEvery;
    if (m_store.releaseQuarantine())
        emit outboxChanged();
}

void SyncClient::retryNow()
{
    m_retry.stop();
    handle(SyncEvent::RetryDue);
    m_offerIn = 1;
    offerRefused();
    poke();
}

QNetworkRequest SyncClient::request(const QString &path) const
{
    QUrl url = m_identity->server;
    const auto query = path.indexOf('?');
    url.setPath(url.path() + path.left(query));
    if (query >= 0)
        url.setQuery(path.mid(query + 1));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(m_identity->token));
    return request;
}

QNetworkReply *SyncClient::bounded(QNetworkReply *reply) const
{
    // Qt forgets a read buffer's size that is set before the request is under way.
    connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > maxAnswerBytes)
            reply->abort();
    });
    QTimer::singleShot(m_options.requestTimeout * wholeRequest, reply, &QNetworkReply::abort);
    return reply;
}

void SyncClient::sendNext()
{
    const bool owes = !m_owed.empty();
    if (const auto stored = storeOwed(); !stored)
        return failed(toQString(stored.failure().message));
    if (owes && m_owed.empty())
        emit outboxChanged();
    auto records = m_store.outgoing(m_batchLimit, m_options.batchBytes, m_owed.size());
    if (!records)
        return failed(toQString(records.failure().message));
    if (records->empty())
        return handle(SyncEvent::OutboxEmpty);
    m_underWay = std::move(*records);
    sendBatch();
}

Result<void> SyncClient::storeOwed()
{
    while (!m_owed.empty()) {
        // Piece by piece, as they came: a little room is enough for one.
        const auto piece = std::min(m_owed.size(), m_options.batchSize);
        const auto stored = m_store.acknowledge(std::span(m_owed).first(piece));
        if (!stored && stored.failure().code == "disk-full")
            return {};
        if (!stored) {
            m_owed.clear();
            return stored;
        }
        m_owed.erase(m_owed.begin(), m_owed.begin() + static_cast<std::ptrdiff_t>(piece));
    }
    return {};
}

void SyncClient::sendBatch()
{
    const auto head = m_store.head();
    if (!head)
        return failed(toQString(head.failure().message));
    std::vector<protocol::SealedCheck> sealed;
    sealed.reserve(m_underWay.size());
    for (const auto &record : m_underWay)
        sealed.push_back({record.hash, record.canonical});
    protocol::Batch envelope;
    envelope.device = m_identity->device;
    envelope.sentAt = m_clock.now();
    envelope.boot = currentBoot();
    envelope.monotonicMs = m_clock.monotonicMs();
    envelope.head = *head;
    const auto body = protocol::compress(
        protocol::encodeBatch(envelope, sealed, m_key), protocol::Encoding::Zstd);
    if (!body)
        return failed(toQString(body.failure().message));

    auto asked = request(QStringLiteral("/api/v1/checks"));
    asked.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    asked.setRawHeader("Content-Encoding", "zstd");
    m_batch = bounded(m_network.post(asked, QByteArray::fromStdString(*body)));
    connect(m_batch, &QNetworkReply::finished, this, [this, reply = m_batch.data()] {
        reply->deleteLater();
        batchAnswered(reply);
    });
}

void SyncClient::batchAnswered(QNetworkReply *reply)
{
    const auto body = reply->isOpen() ? reply->readAll() : QByteArray();
    const int status = statusOf(reply);
    if (status == 200 && reply->error() == QNetworkReply::NoError) {
        const auto answer = protocol::decodeAnswer({body.constData(), std::size_t(body.size())});
        bool fits = answer && answer->results.size() == m_underWay.size();
        for (std::size_t i = 0; fits && i < m_underWay.size(); ++i)
            fits = answer->results[i].id == m_underWay[i].id.text();
        if (!fits)
            return failed(tr("The answer does not come from a Vouch server."));
        return taken(*answer);
    }
    const auto failure = failureOf(reply, body, m_clock.now());
    if ((status == 401 || status == 403) && isFromVouch(failure))
        return refused(status, failure);
    if ((status == 400 && isFromVouch(failure)) || status == 413)
        return halve(failure);
    if (reply->error() == QNetworkReply::OperationCanceledError ||
        reply->error() == QNetworkReply::RemoteHostClosedError)
        m_batchLimit = std::max<std::size_t>(1, m_underWay.size() / 2); // a poor link carries less
    failed(toQString(failure.message), retryAfter(reply, m_clock.now()));
}

void SyncClient::taken(const protocol::BatchAnswer &answer)
{
    using Kind = storage::Acknowledgement::Kind;
    ++m_answers;
    compareClocks(answer.serverTime);
    for (std::size_t i = 0; i < m_underWay.size(); ++i) {
        const auto &result = answer.results[i];
        const bool kept = result.status == protocol::Status::Accepted ||
                          result.status == protocol::Status::Duplicate;
        m_owed.push_back(
            {m_underWay[i].id, kept ? Kind::Taken : Kind::Refused, result.code, result.reason,
             result.countedOn});
    }
    if (m_suspect)
        m_owed.push_back(*m_suspect);
    if (const auto stored = storeOwed(); !stored)
        return failed(toQString(stored.failure().message));
    if (const auto filled = refill(answer.have); !filled)
        return failed(toQString(filled.failure().message));
    m_underWay.clear();
    m_suspect.reset();
    // On a full disk the code stays: it opens nothing that the tablet's key does not open.
    if (m_unproven && m_store.removeSetting(unprovenCodeSetting))
        m_unproven.reset();
    m_backoff.reset();
    m_batchLimit = std::min(m_options.batchSize, m_batchLimit * 2);
    emit outboxChanged();
    handle(SyncEvent::BatchTaken);
}

void SyncClient::compareClocks(Timestamp server)
{
    m_store.learnTime(server);
    const auto behind = server - m_clock.now();
    const bool differs = abs(behind) > worthSetting;
    if (std::exchange(m_clockDiffers, differs) != differs && differs)
        emit clockDiffers(behind);
}

Result<void> SyncClient::refill(const protocol::Have &have)
{
    const auto head = m_store.head();
    if (!head)
        return head.failure();
    for (const auto &[chain, sequence] : have) {
        // The server knows records of this chain that this tablet has not made: it was restored
        // from an old back-up, and going on would fork the chain.
        if (chain == head->chain && sequence > head->sequence) {
            if (const auto started = m_store.startChain(); !started)
                return started.failure();
            continue;
        }
        const auto settled = m_store.settled(chain);
        if (!settled)
            return settled.failure();
        if (sequence >= *settled)
            continue; // it lacks nothing, or what it lacks is on its way
        auto &last = m_refilled[chain];
        const bool isSame = last.from == sequence;
        if (isSame && last.pause > 0)
            continue;
        last.every = isSame ? std::min(last.every * 2, longestRefill) : 1;
        last.pause = last.every;
        last.from = sequence;
        if (const auto queued = m_store.queueAbove(chain, sequence); !queued)
            return queued.failure();
    }
    return {};
}

void SyncClient::refused(int status, const Failure &failure)
{
    m_underWay.clear();
    m_suspect.reset();
    m_trouble = status == 401
                    ? tr("The server does not know this tablet. Enrol it again with a new code.")
                    : toQString(failure.message);
    m_retry.start(m_options.longestRetry);
    handle(SyncEvent::ShutOut);
    if (status == 401)
        tokenUnknown();
}

void SyncClient::halve(const Failure &failure)
{
    if (m_underWay.empty()) // nor can the server read a batch without any record
        return failed(toQString(failure.message));
    if (m_underWay.size() > 1) {
        m_batchLimit = (m_underWay.size() + 1) / 2;
        m_underWay.clear();
        return sendNext();
    }
    m_suspect = storage::Acknowledgement{
        m_underWay.front().id, storage::Acknowledgement::Kind::Unreadable, failure.code,
        failure.message};
    m_underWay.clear();
    sendBatch();
}

void SyncClient::failed(const QString &reason, std::chrono::milliseconds atLeast)
{
    m_underWay.clear();
    m_suspect.reset();
    m_trouble = reason;
    m_retry.start(std::max(m_backoff.nextDelay(), atLeast));
    handle(SyncEvent::TryFailed);
}

} // namespace vouch::client

#include "moc_sync_client.cpp"
