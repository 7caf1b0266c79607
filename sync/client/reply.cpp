#include "sync/client/reply.h"

#include <QDateTime>
#include <QLocale>
#include <QSslError>

#include <algorithm>

namespace vouch::client {

namespace {

constexpr const char *foreign = "server-unreachable";
constexpr const char *certificateTime = "vouchCertificateTime";
constexpr std::chrono::milliseconds longestServerWait = std::chrono::hours(1);

std::string transportTrouble(const QNetworkReply *reply, Timestamp now)
{
    if (reply->property(certificateTime).toBool())
        return "The server's certificate is not valid at this tablet's time, " + formatUtc(now) +
               ". Set the tablet's clock; if it is right, renew the certificate.";
    switch (reply->error()) {
    case QNetworkReply::OperationCanceledError:
        return "The server did not answer in time.";
    case QNetworkReply::SslHandshakeFailedError:
        return "No safe connection to the server could be made; nothing was sent. " +
               reply->errorString().toStdString();
    case QNetworkReply::NoError:
        return "The answer does not come from a Vouch server; this network may want a log-in.";
    default:
        return reply->errorString().toStdString();
    }
}

/// A date of HTTP: "Sun, 22 Nov 2026 10:03:05 GMT".
QDateTime httpDate(const QByteArray &text)
{
    auto time = QLocale::c().toDateTime(
        QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

int statusOf(const QNetworkReply *reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Failure failureOf(const QNetworkReply *reply, const QByteArray &body, Timestamp now)
{
    const auto parsed = parseJson({body.constData(), std::size_t(body.size())});
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *code = object ? findString(*object, "code") : nullptr;
    const auto *detail = object ? findString(*object, "detail") : nullptr;
    if (code && detail)
        return {std::string(view(*code)), std::string(view(*detail)), ""};
    return {foreign, transportTrouble(reply, now), ""};
}

bool isFromVouch(const Failure &failure)
{
    return failure.code != foreign;
}

void keepCertificateErrors(QNetworkReply *reply, const QList<QSslError> &errors)
{
    const bool ofTime = std::any_of(errors.begin(), errors.end(), [](const QSslError &error) {
        return error.error() == QSslError::CertificateExpired ||
               error.error() == QSslError::CertificateNotYetValid;
    });
    reply->setProperty(certificateTime, ofTime);
}

std::chrono::milliseconds retryAfter(const QNetworkReply *reply, Timestamp now)
{
    using std::chrono::milliseconds;
    const auto text = reply->rawHeader("Retry-After").trimmed();
    bool isNumber = false;
    milliseconds wait = std::chrono::seconds(text.left(9).toInt(&isNumber));
    if (!isNumber) {
        // Both by the server's clock where it tells it: the tablet's may be years off.
        const auto at = httpDate(text);
        const auto from = httpDate(reply->rawHeader("Date").trimmed());
        const auto base =
            from.isValid() ? from.toMSecsSinceEpoch() : now.time_since_epoch().count();
        wait = milliseconds(at.isValid() ? at.toMSecsSinceEpoch() - base : 0);
    }
    return std::clamp(wait, milliseconds(0), longestServerWait);
}

} // namespace vouch::client
