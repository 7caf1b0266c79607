#pragma once

#include "core/base/json.h"
#include "core/base/time.h"

#include <QNetworkReply>

/// What a finished reply says.
namespace vouch::client {

/// The HTTP status; 0 when no answer came.
int statusOf(const QNetworkReply *reply);

/// Why the call was not done: in Vouch's own words when the answer has any, else
/// `server-unreachable` with what staff can do. `now` is the tablet's time, which a certificate may
/// not fit.
Failure failureOf(const QNetworkReply *reply, const QByteArray &body, Timestamp now);
/// Whether failureOf() had Vouch's own words: a portal or a proxy on the way has none.
bool isFromVouch(const Failure &failure);

/// Keeps in `reply` what was wrong with the server's certificate, for failureOf().
void keepCertificateErrors(QNetworkReply *reply, const QList<QSslError> &errors);

/// How long the server asks to be left alone (`Retry-After` of any answer): seconds, or a date by
/// the server's own clock. 0 when it does not ask, or not readably; at most an hour.
std::chrono::milliseconds retryAfter(const QNetworkReply *reply, Timestamp now);

} // namespace vouch::client
