#include "sync/client/sync_client.h"

#include "sync/client/reply.h"
#include "sync/protocol/enrolment.h"

namespace vouch::client {

void SyncClient::enrol(const QUrl &server, const QString &code, const QString &name)
{
    handle(SyncEvent::EnrolStarted);
    if (m_state != SyncState::Enrolling) {
        emit enrolmentFailed(tr("Answers are being sent just now. Try again in a moment."));
        return;
    }
    if (!m_unproven || m_unproven->code != code)
        m_unproven = Unproven{server, code, name};
    QUrl url = server;
    url.setPath(server.path() + QStringLiteral("/api/v1/devices/enrol"));
    QNetworkRequest asked(url);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    const auto body = protocol::encodeEnrolment(code.toStdString(), name.toStdString(), m_key);
    auto *reply = m_network.post(asked, QByteArray::fromStdString(body));
    connect(reply, &QNetworkReply::finished, this, [this, reply, server] {
        reply->deleteLater();
        enrolmentAnswered(reply, server);
    });
}

void SyncClient::enrolAgain()
{
    if (!m_unproven || m_unproven->triesLeft-- <= 0)
        return;
    QTimer::singleShot(m_options.firstRetry, this, [this, again = *m_unproven] {
        const bool newest = m_unproven && m_unproven->triesLeft == again.triesLeft;
        if (newest && (m_state == SyncState::Idle || m_state == SyncState::Refused))
            enrol(again.server, again.code, again.name);
    });
}

void SyncClient::enrolmentAnswered(QNetworkReply *reply, const QUrl &server)
{
    const auto body = reply->readAll();
    const std::string_view text(body.constData(), std::size_t(body.size()));
    const auto fail = [this](const QString &reason) {
        m_unproven.reset();
        handle(SyncEvent::EnrolFailed);
        emit enrolmentFailed(reason);
    };
    if (statusOf(reply) != 201)
        return fail(QString::fromStdString(failureOf(reply, body, m_clock.now()).message));
    const auto answer = protocol::decodeEnrolmentAnswer(text);
    if (!answer)
        return fail(QString::fromStdString(answer.failure().message));
    const Identity identity{server,        answer->device,       answer->token,
                            answer->store, answer->sealingKeyId, answer->sealingKey};
    if (const auto saved = saveIdentity(m_store, identity); !saved)
        return fail(QString::fromStdString(saved.failure().message));
    if (const auto adopted = m_store.adopt(identity.device, identity.store); !adopted)
        return fail(QString::fromStdString(adopted.failure().message));
    m_identity = identity;
    m_retry.stop();
    m_backoff.reset();
    handle(SyncEvent::Enrolled);
    emit enrolled();
    pullConfig();
    if (m_watching)
        openEvents();
    poke();
}

} // namespace vouch::client
