#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace vouch::kiosk {

/// What a shopper leaves in the window system and not in our pages: the clipboard, and what the
/// keyboard has taken and not yet given.
class ShopperTraces : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    Q_INVOKABLE void wipe();
};

} // namespace vouch::kiosk
