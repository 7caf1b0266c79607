#pragma once

#include <QNetworkReply>

namespace vouch::client {

/// The HTTP status of a finished reply; 0 when no answer came.
inline int statusOf(const QNetworkReply *reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace vouch::client
