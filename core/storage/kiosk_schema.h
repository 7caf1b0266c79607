#pragma once

#include "core/storage/database.h"

#include <array>

namespace vouch::storage {

/// "VchK": marks the file as a kiosk's database.
inline constexpr std::int32_t kioskApplicationId = 0x5663684B;

/// Times are milliseconds of UTC, ids 16 bytes, days "2026-11-22", values JSON.
inline constexpr std::array<Migration, 5> kioskMigrations{
    {{R"sql(
    CREATE TABLE setting (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE checks (
        row INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        device BLOB NOT NULL,
        store TEXT NOT NULL,
        kind TEXT NOT NULL,
        checklist TEXT NOT NULL,
        version INTEGER NOT NULL,
        series TEXT NOT NULL,
        touchpoint TEXT NOT NULL,
        language TEXT NOT NULL,
        opened_at INTEGER NOT NULL,
        closed_at INTEGER,
        utc_offset_minutes INTEGER NOT NULL,
        day TEXT NOT NULL,
        hour INTEGER NOT NULL,
        boot BLOB NOT NULL,
        monotonic_ms INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'completed', 'abandoned')),
        score INTEGER CHECK (score BETWEEN 0 AND 10),
        marks TEXT NOT NULL,
        -- The place in the chain and the sealed record: set together when the check closes.
        chain BLOB,
        sequence INTEGER,
        previous TEXT,
        hash TEXT,
        canonical BLOB,
        acknowledged_at INTEGER,
        CHECK ((sequence IS NULL) = (canonical IS NULL) AND (sequence IS NULL) = (hash IS NULL)),
        UNIQUE (chain, sequence)
    ) STRICT;
    CREATE INDEX checks_unclosed ON checks (row) WHERE sequence IS NULL;
    CREATE INDEX checks_scored ON checks (kind, day, score, marks, opened_at)
        WHERE score IS NOT NULL;

    CREATE TABLE items (
        check_row INTEGER NOT NULL REFERENCES checks (row),
        question TEXT NOT NULL,
        type TEXT NOT NULL,
        value TEXT NOT NULL,
        salt TEXT NOT NULL,
        digest TEXT NOT NULL,
        corrections INTEGER NOT NULL,
        PRIMARY KEY (check_row, question)
    ) STRICT;

    CREATE TABLE outbox (
        check_row INTEGER PRIMARY KEY REFERENCES checks (row)
    ) STRICT;

    CREATE TABLE quarantine (
        check_row INTEGER PRIMARY KEY REFERENCES checks (row),
        code TEXT NOT NULL,
        reason TEXT NOT NULL,
        at INTEGER NOT NULL,
        -- 1 when the server has seen and refused it, 0 when it could not even be read there.
        seen INTEGER NOT NULL
    ) STRICT;
)sql"},
     {R"sql(
    -- Of the clock of `boot`, at opening; monotonic_ms is taken at closing.
    ALTER TABLE checks ADD COLUMN opened_monotonic_ms INTEGER;
    -- What records of kind 'mark' say of this one, which was sealed before.
    ALTER TABLE checks ADD COLUMN later_marks TEXT NOT NULL DEFAULT '[]';
    -- The question on whose page an abandoned check was left.
    ALTER TABLE checks ADD COLUMN left_on TEXT;
    -- 0 until the check is in a record of kind 'activity'.
    ALTER TABLE checks ADD COLUMN counted INTEGER NOT NULL DEFAULT 1;
    -- Of the kinds that are no conversation.
    ALTER TABLE checks ADD COLUMN body TEXT;
    CREATE INDEX checks_uncounted ON checks (day, hour, utc_offset_minutes) WHERE counted = 0;
    DROP INDEX checks_scored;
    CREATE INDEX checks_scored ON checks (kind, day, score, marks, later_marks, opened_at)
        WHERE score IS NOT NULL;

    -- What the checks themselves do not tell of an hour, until its record is made.
    CREATE TABLE activity (
        day TEXT NOT NULL,
        hour INTEGER NOT NULL,
        utc_offset_minutes INTEGER NOT NULL,
        device BLOB NOT NULL,
        store TEXT NOT NULL,
        available_ms INTEGER NOT NULL,
        warnings INTEGER NOT NULL,
        more_time INTEGER NOT NULL,
        PRIMARY KEY (day, hour, utc_offset_minutes)
    ) STRICT, WITHOUT ROWID;
)sql"},
     {R"sql(
    -- The tablet's signature of the record's place and hash; see kiosk_seal.h. Records of before
    -- this schema have none.
    ALTER TABLE checks ADD COLUMN seal BLOB;

    -- What stands for a chain beside its records; signed by KioskStore::open() at the migration.
    CREATE TABLE chains (
        chain BLOB NOT NULL PRIMARY KEY,
        unsealed_until INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        hash TEXT NOT NULL,
        signature BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO chains SELECT chain, max(sequence), max(sequence), hash, x'' FROM checks
        WHERE chain IS NOT NULL GROUP BY chain;
)sql"},
     {R"sql(
    -- What the closed surveys with a score come to: see kiosk_counts.h. The index by day and score,
    -- which figures were read from before, goes.
    DROP INDEX checks_scored;
    CREATE INDEX checks_open ON checks (row) WHERE closed_at IS NULL;
    CREATE INDEX items_text ON items (check_row) WHERE type = 'text';

    CREATE TABLE score_counts (
        checklist TEXT NOT NULL,
        series TEXT NOT NULL,
        day TEXT NOT NULL,
        hour INTEGER NOT NULL,
        touchpoint TEXT NOT NULL,
        marked INTEGER NOT NULL,
        -- How many gave each score.
        s0 INTEGER NOT NULL, s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL,
        s4 INTEGER NOT NULL, s5 INTEGER NOT NULL, s6 INTEGER NOT NULL, s7 INTEGER NOT NULL,
        s8 INTEGER NOT NULL, s9 INTEGER NOT NULL, s10 INTEGER NOT NULL,
        PRIMARY KEY (checklist, series, day, hour, touchpoint, marked)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE mark_counts (
        checklist TEXT NOT NULL,
        series TEXT NOT NULL,
        day TEXT NOT NULL,
        mark TEXT NOT NULL,
        checks INTEGER NOT NULL,
        PRIMARY KEY (checklist, series, day, mark)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE pick_counts (
        checklist TEXT NOT NULL,
        series TEXT NOT NULL,
        day TEXT NOT NULL,
        question TEXT NOT NULL,
        choice TEXT NOT NULL,
        checks INTEGER NOT NULL,
        PRIMARY KEY (checklist, series, day, question, choice)
    ) STRICT, WITHOUT ROWID;

    -- In how many checks a list was shown, and in how many of them something was picked.
    CREATE TABLE list_counts (
        checklist TEXT NOT NULL,
        series TEXT NOT NULL,
        day TEXT NOT NULL,
        question TEXT NOT NULL,
        shown INTEGER NOT NULL,
        picked INTEGER NOT NULL,
        PRIMARY KEY (checklist, series, day, question)
    ) STRICT, WITHOUT ROWID;
)sql"},
     {R"sql(
    -- When a check counts that was made while the tablet's clock was too wrong: not on the day and
    -- in the hour of its record.
    CREATE TABLE counted_on (
        check_row INTEGER PRIMARY KEY REFERENCES checks (row),
        day TEXT NOT NULL,
        hour INTEGER NOT NULL
    ) STRICT;
)sql"}}};

/// From here on there are counts; an older database is counted when it is opened.
inline constexpr int countedSchema = 4;

} // namespace vouch::storage
