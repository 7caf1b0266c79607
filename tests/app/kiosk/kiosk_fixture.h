#pragma once

#include "app/kiosk/survey_model.h"
#include "core/base/crypto.h"
#include "core/checklist/parser.h"
#include "core/storage/kiosk_store.h"
#include "manual_timers.h"

#include <QFile>
#include <QTemporaryDir>

namespace vouch::test {

/// A checklist of the repository by its path from the root.
inline checklist::Checklist checklistAt(const QString &path)
{
    QFile file(QStringLiteral(VOUCH_SOURCE_DIR "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", qPrintable(path));
    auto parsed = checklist::parse(file.readAll().toStdString(), path.toStdString());
    if (!parsed)
        qFatal("%s", parsed.failure().text().c_str());
    return std::move(*parsed);
}

inline checklist::Checklist checkoutSurvey()
{
    return checklistAt(QStringLiteral("resources/checklists/checkout-nps.json"));
}

/// One question of every type, some with a condition.
inline checklist::Checklist everyPageSurvey()
{
    return checklistAt(QStringLiteral("tests/app/kiosk/data/every_page.json"));
}

/// A kiosk with a real store in a folder of its own; time stands still unless moved.
struct Kiosk
{
    Kiosk() { start(); }

    /// As after a crash: nobody says goodbye to the store.
    void restart()
    {
        store.reset();
        start();
    }

    kiosk::SurveySettings settings() const
    {
        kiosk::SurveySettings out;
        out.checklist = std::make_shared<checklist::Checklist>(checkoutSurvey());
        out.zone = TimeZone::find("Asia/Dubai").value();
        out.language = "en";
        out.device = Uuid::parse("01930ca1-0000-7000-8000-000000000001").value();
        out.store = "s1";
        return out;
    }

    std::unique_ptr<kiosk::SurveyModel> survey() { return survey(settings()); }

    std::unique_ptr<kiosk::SurveyModel> survey(kiosk::SurveySettings given)
    {
        return std::make_unique<kiosk::SurveyModel>(*store, clock, timers, std::move(given));
    }

    /// With contacts sealed for `key`.
    kiosk::SurveySettings settingsWith(const crypto::SealingKey &key) const
    {
        auto out = settings();
        out.contact.chain = "Vouch Demo";
        out.contact.keyId = "0011aabb";
        out.contact.key = key.publicKey;
        return out;
    }

    QString file() const { return folder.filePath(QStringLiteral("kiosk.db")); }

    /// What another program would read from the disk at this moment.
    std::string onDisk(const std::string &sql) const
    {
        auto database =
            storage::Database::open(file().toStdString(), storage::Database::Mode::ReadOnly);
        SQLite::Statement query((*database)->raw(), sql);
        return query.executeStep() ? query.getColumn(0).getString() : std::string();
    }

    /// The records that are closed, in their order.
    std::vector<check::Check> closed() const
    {
        std::vector<check::Check> out;
        const auto records = store->outgoing(1000, 1u << 24).value();
        for (const auto &record : records)
            out.push_back(check::fromJson(json::parse(record.canonical).as_object()).value());
        return out;
    }

    QTemporaryDir folder;
    ManualClock clock;
    ManualTimers timers{clock};
    std::unique_ptr<storage::KioskStore> store;

private:
    void start()
    {
        auto opened = storage::KioskStore::open(folder.path().toStdString(), clock);
        if (!opened)
            qFatal("%s", opened.failure().text().c_str());
        store = std::move(*opened);
    }
};

/// The item of a question; null when there is none.
inline const check::Item *item(const check::Check &check, const std::string &question)
{
    for (const auto &candidate : check.items) {
        if (candidate.question == question)
            return &candidate;
    }
    return nullptr;
}

inline std::string valueOf(const check::Check &check, const std::string &question)
{
    const auto *found = item(check, question);
    return found ? json::serialize(found->value) : std::string();
}

} // namespace vouch::test
