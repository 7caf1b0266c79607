#pragma once

#include <QStringList>
#include <QVariantList>
#include <QtQmlIntegration>

namespace vouch::kiosk {

/// What a technician reads about the tablet: names and values as they are, in no language.
struct DeviceState
{
    Q_GADGET
    QML_VALUE_TYPE(deviceState)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString version MEMBER version)
    Q_PROPERTY(QString server MEMBER server)
    Q_PROPERTY(QString checklist MEMBER checklist)
    Q_PROPERTY(bool ownPin MEMBER ownPin)
    Q_PROPERTY(QStringList problems MEMBER problems)
    Q_PROPERTY(QVariantList refusals MEMBER refusals)
    Q_PROPERTY(QVariantList settings MEMBER settings)

public:
    QString id;           ///< empty before the enrolment
    QString version;      ///< of the program
    QString server;       ///< its address; empty before the enrolment
    QString checklist;    ///< "checkout-nps 3"
    bool ownPin = false;  ///< the tablet's own PIN is in force, not the server's
    QStringList problems; ///< the newest first, each with its time
    /// {code, reason, count}: what of the server's refusals is kept here; the count in own digits.
    QVariantList refusals;
    /// {key, value}: every setting; the value as JSON, empty where the default holds.
    QVariantList settings;

    bool operator==(const DeviceState &) const = default;
};

} // namespace vouch::kiosk
