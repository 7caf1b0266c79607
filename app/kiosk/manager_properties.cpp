#include "app/kiosk/interface_text.h"
#include "app/kiosk/local_text.h"
#include "app/kiosk/manager_model_private.h"

/// What QML reads of ManagerModel.
namespace vouch::kiosk {

bool ManagerModel::pinNeeded() const
{
    return !d->pin.isSet();
}

bool ManagerModel::pinBusy() const
{
    return d->pinBusy;
}

ManagerModel::PinProblem ManagerModel::pinProblem() const
{
    return d->problem;
}

int ManagerModel::pinLockSeconds() const
{
    // While a PIN is being verified its try is counted already, as if it were wrong.
    return d->pinBusy ? 0 : static_cast<int>(d->pin.lockedFor().count());
}

bool ManagerModel::isOpen() const
{
    return d->open();
}

ManagerModel::Role ManagerModel::role() const
{
    return d->role;
}

DeviceState ManagerModel::device() const
{
    if (d->role < TechnicianRole)
        return {};
    auto out = d->device;
    out.ownPin = !d->pin.areServers();
    for (const auto &[time, text] : d->problems)
        out.problems += d->timeText(time) + QStringLiteral(" – ") + text;
    for (const auto &refusal : d->refusals)
        out.refusals += QVariantMap{
            {"code", toQString(refusal.code)},
            {"reason", toQString(refusal.reason)},
            {"count", localNumber(refusal.count, d->numberTag())}};
    return out;
}

QVariantList ManagerModel::refusedRecords() const
{
    QVariantList out;
    const auto records = d->store.quarantined(100);
    if (d->role < TechnicianRole || !records)
        return out;
    for (const auto &record : *records)
        out += QVariantMap{
            {"id", toQString(record.id.text())},
            {"kind", toQString(record.kind)},
            {"time", d->timeText(record.closedAt)},
            {"code", toQString(record.code)},
            {"reason", toQString(record.reason)}};
    return out;
}

ManagerModel::Period ManagerModel::period() const
{
    return d->period;
}

Figures ManagerModel::tablet() const
{
    return d->tablet;
}

Figures ManagerModel::store() const
{
    return d->storeFigures;
}

Change ManagerModel::change() const
{
    return d->change;
}

Change ManagerModel::storeChange() const
{
    return d->storeChange;
}

bool ManagerModel::figuresShown() const
{
    return d->isShown();
}

ManagerModel::SyncState ManagerModel::syncState() const
{
    return d->syncState;
}

int ManagerModel::outboxWaiting() const
{
    return static_cast<int>(d->outbox.waiting);
}

int ManagerModel::outboxQuarantined() const
{
    return static_cast<int>(d->outbox.quarantined);
}

QString ManagerModel::outboxText() const
{
    return localNumber(d->outbox.waiting, d->numberTag());
}

QString ManagerModel::lastSync() const
{
    const auto &time = d->outbox.lastAcknowledged;
    return time ? d->timeText(*time) : QString();
}

QString ManagerModel::syncProblem() const
{
    return d->syncProblem;
}

QString ManagerModel::kioskName() const
{
    return d->kioskName;
}

QString ManagerModel::storeName() const
{
    return d->storeName;
}

bool ManagerModel::training() const
{
    return d->training;
}

bool ManagerModel::cleaning() const
{
    return d->cleaningSeconds > 0;
}

int ManagerModel::cleaningSeconds() const
{
    return d->cleaningSeconds;
}

QString ManagerModel::cleaningText() const
{
    return localNumber(d->cleaningSeconds, d->numberTag());
}

QString ManagerModel::language() const
{
    return d->language;
}

QVariantList ManagerModel::languages() const
{
    QVariantList out;
    for (const auto *code : managerLanguages) {
        const auto language = QString::fromLatin1(code);
        out += QVariantMap{{"code", language}, {"name", InterfaceText::nameOf(language)}};
    }
    return out;
}

QString ManagerModel::numberTag() const
{
    return d->numberTag();
}

bool ManagerModel::rightToLeft() const
{
    return isRightToLeft(d->language);
}

} // namespace vouch::kiosk
