#include "sync/server/store/schema_parts.h"

#include "core/base/json.h"
#include "sync/server/store/activity.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace vouch::server {

const char tabletsSchema[] = R"sql(
-- server − tablet, by its last message; when its newest scored check was answered; the tablet whose
-- place it took; the first of that line (NULL: itself).
ALTER TABLE devices ADD COLUMN clock_error_ms INTEGER;
ALTER TABLE devices ADD COLUMN last_answer INTEGER;
ALTER TABLE devices ADD COLUMN replaces INTEGER REFERENCES devices;
ALTER TABLE devices ADD COLUMN till INTEGER REFERENCES devices;
CREATE INDEX devices_by_till ON devices (till);
CREATE UNIQUE INDEX devices_by_replaced ON devices (replaces);
ALTER TABLE device_codes ADD COLUMN replaces INTEGER REFERENCES devices;

-- What a tablet did in an hour, from its records of kind 'activity' (core/storage/activity_log.h).
CREATE TABLE activity_hours (
    device INTEGER NOT NULL REFERENCES devices,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    store INTEGER NOT NULL REFERENCES stores,
    minutes INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    scored INTEGER NOT NULL,
    completed INTEGER NOT NULL,
    PRIMARY KEY (device, day, hour, store)
) STRICT, WITHOUT ROWID;

-- What a chain or a store was given for some stores first; its end brings back the chain's.
ALTER TABLE publications ADD COLUMN staged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE settings ADD COLUMN staged INTEGER NOT NULL DEFAULT 0;

-- Every change of what tablets are given. kind: 'checklist' or 'setting'; value: a version, or JSON;
-- NULL: taken away. reach: 'chain', 'store', 'stage' or, of one that undoes another, 'undo'.
CREATE TABLE publication_log (
    number INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT,
    reach TEXT NOT NULL,
    undoes INTEGER UNIQUE REFERENCES publication_log
) STRICT;
CREATE INDEX publication_log_by_subject ON publication_log (kind, subject, number);
-- Where it changed something (empty: the chain), and what was there before.
CREATE TABLE publication_places (
    publication INTEGER NOT NULL REFERENCES publication_log,
    place TEXT NOT NULL,
    former TEXT,
    former_staged INTEGER NOT NULL,
    PRIMARY KEY (publication, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX publication_places_by_place ON publication_places (place, publication);
)sql";

Result<void> countFormerActivity(storage::Database &database)
{
    return storage::guarded([&]() -> Result<void> {
        SQLite::Statement rows(
            database.raw(), "SELECT r.canonical, c.device, r.day, r.hour, r.store FROM records r "
                            "JOIN chains c ON c.key = r.chain WHERE r.measure IS NULL "
                            "AND instr(r.canonical, CAST('\"kind\":\"activity\"' AS BLOB)) > 0");
        SQLite::Statement add(
            database.raw(),
            "INSERT INTO activity_hours VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
            "ON CONFLICT DO UPDATE SET minutes = minutes + ?5, opened = opened + ?6, "
            "scored = scored + ?7, completed = completed + ?8");
        while (rows.executeStep()) {
            const auto parsed = parseJson(rows.getColumn(0).getString());
            const auto *record = parsed ? parsed->if_object() : nullptr;
            const auto check = record ? check::fromJson(*record) : Result<check::Check>(Failure{});
            const auto activity = check ? activityFrom(*check) : std::nullopt;
            if (!activity)
                continue;
            for (int i = 1; i <= 4; ++i)
                add.bind(i, rows.getColumn(i).getInt64());
            add.bind(5, activity->minutes);
            add.bind(6, activity->opened);
            add.bind(7, activity->scored);
            add.bind(8, activity->completed);
            add.exec();
            add.reset();
        }
        return {};
    });
}

} // namespace vouch::server
