#pragma once

#include "app/kiosk/manager_model.h"
#include "core/base/crypto.h"
#include "kiosk_fixture.h"
#include "tests/support/patience.h"

#include <QTest>

namespace vouch::test {

/// A kiosk whose manager has the PIN 2468.
struct Manager : Kiosk
{
    Manager()
    {
        make();
        if (!manager->setPinNow("2468").ok())
            qFatal("no PIN");
    }
    void make()
    {
        manager = std::make_unique<kiosk::ManagerModel>(*store, clock, timers, settings());
    }
    void enter(const QString &pin)
    {
        manager->tryPin(pin);
        QTRY_VERIFY(!manager->pinBusy());
    }
    void answer(int score)
    {
        const auto shown = survey();
        shown->tapPoint(score);
        shown->toggle("staff");
        shown->end();
        manager->refresh();
    }
    /// Answers of a business day, `hour` by the wall clock, straight into the store.
    void plant(int daysAgo, int score, int count, int hour = 12, const char *series = "2026a")
    {
        const auto day = settings().zone.local(clock.now()).day - std::chrono::days(daysAgo);
        for (int i = 0; i < count; ++i) {
            check::Check check;
            check.id = Uuid::v7(clock);
            check.device = settings().device;
            check.store = "s1";
            check.kind = check::kind::survey;
            check.checklist = settings().checklist->id;
            check.series = series;
            check.touchpoint = hour < 12 ? "checkout" : "exit";
            check.openedAt = day + std::chrono::hours(hour);
            check.day = day;
            check.hour = hour;
            check.score = score;
            if (!store->openCheck(check) || !store->close(check.id, 1))
                qFatal("the answer could not be stored");
        }
    }
    void comment(int score, const char *text)
    {
        const auto shown = survey();
        shown->tapPoint(score);
        shown->writeComment();
        shown->setComment(text);
        shown->saveComment();
        shown->end();
    }
    QVariantList commentGroups() const { return manager->comments()["groups"].toList(); }
    int shownComments() const
    {
        int out = 0;
        for (const auto &group : commentGroups())
            out += int(group.toMap()["entries"].toList().size());
        return out;
    }
    /// As the server gives them: figures 1212, exit 3434, technician 5656.
    void giveServerPins()
    {
        static const kiosk::PinHashes hashes{
            {kiosk::PinRole::Figures, hashOf("1212")},
            {kiosk::PinRole::Exit, hashOf("3434")},
            {kiosk::PinRole::Technician, hashOf("5656")}};
        QVERIFY(manager->setServerPins(hashes).ok());
    }
    static std::string hashOf(const char *pin)
    {
        return crypto::hashPassword(pin, crypto::Cost::Small).value();
    }
    std::unique_ptr<kiosk::ManagerModel> manager;
};

} // namespace vouch::test
