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
    m_unproven->isDue = false;
    m_retry.stop();
    QUrl url = server;
    url.setPath(server.path() + QStringLiteral("/api/v1/devices/enrol"));
    QNetworkRequest asked(url);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    const auto body = protocol::encodeEnrolment(code.toStdString(), name.toStdString(), m_key);
    auto *reply = bounded(m_network.post(asked, QByteArray::fromStdString(body)));
    connect(reply, &QNetworkReply::finished, this, [this, reply, server] {
        reply->deleteLater();
        enrolmentAnswered(reply, server);
    });
}

void SyncClient::tokenUnknown()
{
    if (!m_unproven || m_unproven->triesLeft <= 0)
        return;
    m_unproven->isDue = true;
    // A try that is under way or planned ends here too.
    if (m_state == SyncState::Idle || m_state == SyncState::Refused)
        m_retry.start(m_options.firstRetry);
}

void SyncClient::enrolmentAnswered(QNetworkReply *reply, const QUrl &server)
{
    const auto body = reply->readAll();
    const std::string_view text(body.constData(), std::size_t(body.size()));
    const auto fail = [this](const QString &reason) {
        if (m_identity) { // which may hold still
            m_trouble = reason;
            m_retry.start(m_backoff.nextDelay());
            handle(SyncEvent::TryFailed);
        } else {
            handle(SyncEvent::EnrolFailed);
        }
        emit enrolmentFailed(reason);
    };
    if (statusOf(reply) != 201) {
        const auto failure = failureOf(reply, body, m_clock.now());
        if (isFromVouch(failure) || !m_identity)
            m_unproven.reset();
        return fail(QString::fromStdString(failure.message));
    }
    const auto answer = protocol::decodeEnrolmentAnswer(text);
    if (!answer)
        return fail(QString::fromStdString(answer.failure().message));
    const Identity identity{server,        answer->device,       answer->token,
                            answer->store, answer->sealingKeyId, answer->sealingKey};
    if (m_unproven) {
        const auto kept = m_store.setSetting(unprovenCodeSetting, m_unproven->code.toStdString());
        if (!kept)
            return fail(QString::fromStdString(kept.failure().message));
    }
    if (const auto saved = saveIdentity(m_store, identity); !saved)
        return fail(QString::fromStdString(saved.failure().message));
    if (const auto adopted = m_store.adopt(identity.device, identity.store); !adopted)
        return fail(QString::fromStdString(adopted.failure().message));
    m_identity = identity;
    m_leftAloneUntil = 0; // as another server may have asked
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
