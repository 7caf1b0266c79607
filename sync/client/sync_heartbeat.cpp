#include "sync/client/sync_client.h"

#include "sync/client/reply.h"
#include "sync/protocol/enrolment.h"

namespace vouch::client {

void SyncClient::askHave()
{
    if (!m_identity) {
        emit haveUnknown(tr("This tablet is not enrolled."));
        return;
    }
    auto *reply = postHeartbeat();
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        haveAnswered(reply);
    });
}

void SyncClient::beat()
{
    if (!m_identity || isLeftAlone())
        return;
    auto *reply = postHeartbeat();
    m_signOfLife = reply;
    connect(reply, &QNetworkReply::finished, this, [this, reply, answers = m_answers] {
        reply->deleteLater();
        const auto have = haveIn(heartbeatAnswered(reply));
        // What was taken meanwhile it does not know yet.
        if (statusOf(reply) != 200 || reply->error() != QNetworkReply::NoError || !have ||
            answers != m_answers)
            return;
        if (refill(*have))
            poke();
    });
}

QNetworkReply *SyncClient::postHeartbeat()
{
    auto health = m_health ? m_health() : protocol::Heartbeat();
    health.clock = m_clock.now();
    if (const auto outbox = m_store.outbox()) {
        health.queueLength = outbox->waiting;
        health.queueOldestAt = outbox->oldest;
        health.refused = outbox->quarantined;
    }
    auto body = protocol::toJson(health);
    if (const auto ledger = m_store.ledger())
        body["ledger"] = storage::toJson(*ledger);
    if (const auto recovery = m_store.recovery(); recovery && *recovery)
        body["recovery"] = storage::toJson(**recovery);
    if (!m_erased.empty()) {
        json::array erased;
        for (const auto &id : m_erased)
            erased.emplace_back(id.text());
        body["erased"] = std::move(erased);
    }
    auto asked = request(QStringLiteral("/api/v1/heartbeat"));
    asked.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    return bounded(m_network.post(asked, QByteArray::fromStdString(json::serialize(body))));
}

Result<protocol::Have> SyncClient::haveIn(const QByteArray &body)
{
    auto have = protocol::decodeHave({body.constData(), std::size_t(body.size())});
    const auto heads = m_store.heads();
    if (have && heads) {
        // It names every chain that it knows: of one that it does not name it has nothing.
        for (const auto &head : *heads)
            have->try_emplace(head.chain, 0);
    }
    return have;
}

void SyncClient::haveAnswered(QNetworkReply *reply)
{
    const auto have = haveIn(heartbeatAnswered(reply));
    if (statusOf(reply) != 200 || reply->error() != QNetworkReply::NoError)
        emit haveUnknown(reply->errorString());
    else if (!have)
        emit haveUnknown(QString::fromStdString(have.failure().message));
    else if (const auto filled = refill(*have); !filled)
        emit haveUnknown(QString::fromStdString(filled.failure().message));
    else
        emit haveTold(*have);
}

QByteArray SyncClient::heartbeatAnswered(QNetworkReply *reply)
{
    heedWait(reply);
    takeToken(reply);
    const auto body = reply->readAll();
    if (statusOf(reply) != 200 || reply->error() != QNetworkReply::NoError)
        return body;
    if (const auto time = protocol::decodeServerTime({body.constData(), std::size_t(body.size())}))
        compareClocks(*time);
    // What cannot be erased now, or told, is named again by the next answer.
    auto ids = protocol::decodeErase({body.constData(), std::size_t(body.size())});
    m_erased.clear();
    if (!ids.empty() && m_store.eraseAnswers(ids))
        m_erased = std::move(ids);
    return body;
}

void SyncClient::takeToken(QNetworkReply *reply)
{
    const auto status = statusOf(reply);
    const auto token =
        reply->rawHeader(QByteArray::fromStdString(std::string(protocol::nextTokenHeader)));
    if ((status != 200 && status != 304) || token.isEmpty() || !m_identity)
        return;
    auto identity = *m_identity;
    identity.token = token.toStdString();
    // When it cannot be kept the former one holds on, and the next answer brings another.
    if (saveIdentity(m_store, identity))
        m_identity = std::move(identity);
}

} // namespace vouch::client
