#include "app/kiosk/background.h"
#include "app/kiosk/manager_model_private.h"
#include "core/base/crypto.h"

/// The door of the manager's side: setting PINs, trying them, being locked out.
namespace vouch::kiosk {

using namespace std::chrono_literals;

namespace {

ManagerModel::Role toRole(PinRole role)
{
    switch (role) {
    case PinRole::Figures:
        return ManagerModel::FiguresRole;
    case PinRole::Exit:
        return ManagerModel::ExitRole;
    case PinRole::Technician:
        return ManagerModel::TechnicianRole;
    }
    return ManagerModel::NoRole;
}

} // namespace

void ManagerModel::Private::setProblem(PinProblem what)
{
    problem = what;
    if (pin.lockedFor() > 0s)
        lockSecond->start(1s);
    emit q.pinChanged();
}

void ManagerModel::Private::pinHashed(const Result<std::string> &hash)
{
    pinBusy = false;
    const bool kept = hash && pin.setOwn(*hash);
    setProblem(kept ? NoProblem : NotStored);
}

void ManagerModel::Private::pinVerified(std::optional<PinRole> opened)
{
    pinBusy = false;
    if (!opened) {
        setProblem(pin.lockedFor() > 0s ? LockedOut : Wrong);
        return;
    }
    (void)pin.succeeded(*opened); // not stored: the next failures count on from the former ones
    setProblem(NoProblem);
    setRole(toRole(*opened));
}

void ManagerModel::Private::countDownLock()
{
    if (pin.lockedFor() == 0s && problem == LockedOut)
        problem = NoProblem;
    setProblem(problem);
}

Result<void> ManagerModel::setServerPins(const PinHashes &hashes)
{
    auto kept = d->pin.setServers(hashes);
    emit pinChanged();
    emit deviceChanged();
    return kept;
}

Result<void> ManagerModel::setPinNow(const std::string &pin)
{
    if (!PinGuard::isWellFormed(pin))
        return Failure{"pin-malformed", "a PIN has 4 to 8 digits", {}};
    auto hash = crypto::hashPassword(pin, crypto::Cost::Small);
    if (!hash)
        return hash.failure();
    auto kept = d->pin.setOwn(*hash);
    d->setProblem(NoProblem);
    return kept;
}

void ManagerModel::setPin(const QString &pin, const QString &again)
{
    if (d->pinBusy || (d->pin.isSet() && d->role < ExitRole))
        return;
    activity();
    const auto digits = pin.toStdString();
    if (!PinGuard::isWellFormed(digits)) {
        d->setProblem(NotFourToEightDigits);
    } else if (pin != again) {
        d->setProblem(NotTheSame);
    } else {
        d->pinBusy = true;
        d->setProblem(NoProblem);
        inBackground([digits] {
            return crypto::hashPassword(digits, crypto::Cost::Small);
        }).then(this, [this](const Result<std::string> &hash) { d->pinHashed(hash); });
    }
}

void ManagerModel::tryPin(const QString &pin)
{
    if (d->pinBusy || d->open() || !d->pin.isSet())
        return;
    if (d->pin.lockedFor() > 0s) {
        d->setProblem(LockedOut);
        return;
    }
    if (!d->pin.countTry()) {
        d->setProblem(NotStored);
        return;
    }
    d->pinBusy = true;
    d->setProblem(NoProblem);
    inBackground([digits = pin.toStdString(), hashes = d->pin.hashes()] {
        return PinGuard::roleOf(digits, hashes);
    }).then(this, [this](std::optional<PinRole> opened) { d->pinVerified(opened); });
}

void ManagerModel::clearPinProblem()
{
    d->setProblem(d->pin.lockedFor() > 0s && !d->pinBusy ? LockedOut : NoProblem);
}

} // namespace vouch::kiosk
