#pragma once

#include "tests/screens/scene.h"

namespace vouch::test {

/// The name of every screen of the kiosk that is worth a look, in the order of a conversation; the
/// staff's last. In the portions that a walk can be made of.
const QList<QStringList> &screenWalks();
QStringList screenNames();
bool isStaffScreen(const QString &name);

/// Brings up the screens of `wanted` one after the other, in `language`, and visits each.
void walkScreens(
    Scene &scene, const QString &language, const QStringList &wanted,
    const std::function<void(const QString &name)> &visit);

} // namespace vouch::test
