#include "sync/server/store/server_schema.h"

#include "sync/server/store/schema_comments.h"
#include "sync/server/store/schema_parts.h"

namespace vouch::server {

namespace {

// Instants are milliseconds since 1970 UTC; days are days since 1970; ids of people's choosing are
// texts, UUIDs are 16 bytes; what refers to a row of ours uses its small integer key.
constexpr const char *firstSchema = R"sql(
CREATE TABLE stores (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    timezone TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    last_answer INTEGER
) STRICT;

CREATE TABLE devices (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL UNIQUE,
    token_hash TEXT NOT NULL UNIQUE,
    store INTEGER NOT NULL REFERENCES stores,
    revoked INTEGER NOT NULL DEFAULT 0,
    enrolled_at INTEGER NOT NULL,
    last_seen INTEGER,
    heartbeat TEXT
) STRICT;

-- Every store that a device has ever belonged to.
CREATE TABLE device_stores (
    device INTEGER NOT NULL REFERENCES devices,
    store INTEGER NOT NULL REFERENCES stores,
    since INTEGER NOT NULL,
    PRIMARY KEY (device, store)
) STRICT, WITHOUT ROWID;

CREATE TABLE device_codes (
    code_hash TEXT PRIMARY KEY,
    store INTEGER NOT NULL REFERENCES stores,
    name TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    used_by BLOB
) STRICT;

-- contiguous: the highest n of which 1…n are all known; highest: the highest known of all;
-- head: the highest that the device has said it made.
CREATE TABLE chains (
    key INTEGER PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES devices,
    id BLOB NOT NULL,
    contiguous INTEGER NOT NULL DEFAULT 0,
    highest INTEGER NOT NULL DEFAULT 0,
    head INTEGER NOT NULL DEFAULT 0,
    forked INTEGER NOT NULL DEFAULT 0,
    UNIQUE (device, id)
) STRICT;

-- Known sequence numbers beyond a gap; they leave when the gap closes.
CREATE TABLE chain_ahead (
    chain INTEGER NOT NULL REFERENCES chains,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (chain, sequence)
) STRICT, WITHOUT ROWID;

-- What is counted together: one scored question of one series at one touchpoint.
CREATE TABLE measures (
    key INTEGER PRIMARY KEY,
    checklist TEXT NOT NULL,
    series TEXT NOT NULL,
    question TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    UNIQUE (checklist, series, question, touchpoint)
) STRICT;

-- Never deleted. day and hour are those that count; the tablet's own are in the canonical bytes.
CREATE TABLE records (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    chain INTEGER NOT NULL REFERENCES chains,
    sequence INTEGER NOT NULL,
    store INTEGER NOT NULL REFERENCES stores,
    measure INTEGER REFERENCES measures,
    score INTEGER,
    marked INTEGER NOT NULL,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    clock_error_ms INTEGER NOT NULL,
    canonical BLOB NOT NULL
) STRICT;
CREATE INDEX records_by_place ON records (chain, sequence);

-- Same id, other content: the first is in records, what came later is here.
CREATE TABLE conflicts (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    hash BLOB NOT NULL,
    device INTEGER NOT NULL REFERENCES devices,
    received_at INTEGER NOT NULL,
    canonical BLOB NOT NULL,
    UNIQUE (id, hash, device)
) STRICT;

-- What could not be taken, until it can. fingerprint is of the bytes; id and hash as stated.
CREATE TABLE refused (
    key INTEGER PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES devices,
    fingerprint TEXT NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    canonical BLOB NOT NULL,
    UNIQUE (device, fingerprint)
) STRICT;
CREATE INDEX refused_by_id ON refused (id, hash);

CREATE TABLE hour_counts (
    store INTEGER NOT NULL REFERENCES stores, day INTEGER NOT NULL, hour INTEGER NOT NULL,
    measure INTEGER NOT NULL REFERENCES measures, marked INTEGER NOT NULL,
    n0 INTEGER NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
    n4 INTEGER NOT NULL, n5 INTEGER NOT NULL, n6 INTEGER NOT NULL, n7 INTEGER NOT NULL,
    n8 INTEGER NOT NULL, n9 INTEGER NOT NULL, n10 INTEGER NOT NULL,
    PRIMARY KEY (store, day, hour, measure, marked)
) STRICT, WITHOUT ROWID;
CREATE TABLE day_counts (
    store INTEGER NOT NULL REFERENCES stores, day INTEGER NOT NULL,
    measure INTEGER NOT NULL REFERENCES measures, marked INTEGER NOT NULL,
    n0 INTEGER NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
    n4 INTEGER NOT NULL, n5 INTEGER NOT NULL, n6 INTEGER NOT NULL, n7 INTEGER NOT NULL,
    n8 INTEGER NOT NULL, n9 INTEGER NOT NULL, n10 INTEGER NOT NULL,
    PRIMARY KEY (store, day, measure, marked)
) STRICT, WITHOUT ROWID;
-- day is the first of the month.
CREATE TABLE month_counts (
    store INTEGER NOT NULL REFERENCES stores, day INTEGER NOT NULL,
    measure INTEGER NOT NULL REFERENCES measures, marked INTEGER NOT NULL,
    n0 INTEGER NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
    n4 INTEGER NOT NULL, n5 INTEGER NOT NULL, n6 INTEGER NOT NULL, n7 INTEGER NOT NULL,
    n8 INTEGER NOT NULL, n9 INTEGER NOT NULL, n10 INTEGER NOT NULL,
    PRIMARY KEY (store, day, measure, marked)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    region TEXT NOT NULL,
    store TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;
CREATE TABLE api_tokens (
    token_hash TEXT PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users,
    made_at INTEGER NOT NULL
) STRICT;
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users,
    csrf TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE checklists (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    json TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
-- store is empty for the whole chain.
CREATE TABLE publications (
    checklist TEXT NOT NULL,
    store TEXT NOT NULL,
    version INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    PRIMARY KEY (checklist, store),
    FOREIGN KEY (checklist, version) REFERENCES checklists
) STRICT, WITHOUT ROWID;

-- Public halves only; the newest is in use, the others open what was sealed with them.
CREATE TABLE sealing_keys (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
)sql";

constexpr const char *secondSchema = R"sql(
-- json is the whole value; store is empty for the whole chain.
CREATE TABLE settings (
    store TEXT NOT NULL,
    key TEXT NOT NULL,
    json TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (store, key)
) STRICT, WITHOUT ROWID;

-- Argon2id strings: for the tablets of the store, and for nobody else.
CREATE TABLE pins (
    store INTEGER NOT NULL REFERENCES stores,
    role TEXT NOT NULL,
    hash TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (store, role)
) STRICT, WITHOUT ROWID;

-- What records of kind 'mark' add: record is the id of one of the same device, here or yet to come.
CREATE TABLE later_marks (
    record BLOB NOT NULL,
    device INTEGER NOT NULL REFERENCES devices,
    mark TEXT NOT NULL,
    PRIMARY KEY (record, device, mark)
) STRICT, WITHOUT ROWID;
)sql";

// A text as milliseconds since 1970; NULL when it is no instant.
#define VOUCH_MILLISECONDS(text)                                                                   \
    "CAST(strftime('%s', " text ") AS INTEGER) * 1000 + "                                          \
    "CAST(substr(strftime('%f', " text "), 4) AS INTEGER)"
// The place and day that canonical bytes state.
#define VOUCH_STATED_PLACE(table)                                                                  \
    "UPDATE " table " SET (chain, sequence, store, day) = (SELECT c.key, "                         \
    "json_extract(j.json, '$.sequence'), s.key, "                                                  \
    "CAST(julianday(json_extract(j.json, '$.day')) - 2440587.5 AS INTEGER) "                       \
    "FROM (SELECT CAST(" table ".canonical AS TEXT) AS json) j JOIN chains c "                     \
    "ON c.device = " table ".device AND "                                                          \
    "lower(hex(c.id)) = replace(json_extract(j.json, '$.chain'), '-', '') "                        \
    "LEFT JOIN stores s ON s.id = json_extract(j.json, '$.store') AND s.key IN "                   \
    "(SELECT h.store FROM device_stores h WHERE h.device = " table ".device)) "                    \
    "WHERE CASE WHEN json_valid(CAST(canonical AS TEXT)) THEN "                                    \
    "json_type(CAST(canonical AS TEXT), '$.sequence') = 'integer' ELSE 0 END;\n"

constexpr const char *thirdSchema = R"sql(
-- Records by chain, day that counts and shop. late: over a day from closing to arrival; forked: not
-- the first at its place. Those refused and in conflict are counted where they lie.
CREATE TABLE ledger_days (
    chain INTEGER NOT NULL REFERENCES chains,
    day INTEGER NOT NULL,
    store INTEGER NOT NULL REFERENCES stores,
    received INTEGER NOT NULL,
    late INTEGER NOT NULL,
    marked INTEGER NOT NULL,
    forked INTEGER NOT NULL,
    PRIMARY KEY (chain, day, store)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_days_by_store ON ledger_days (store, chain);
INSERT INTO ledger_days
SELECT chain, day, store, count(*), sum(received_at - closed_at > 86400000), sum(marked),
       sum(standing > 1)
FROM (SELECT chain, day, store, marked, received_at,
             row_number() OVER (PARTITION BY chain, sequence ORDER BY number) AS standing,
             coalesce()sql" VOUCH_MILLISECONDS("iif(json_valid(CAST(canonical AS TEXT)), "
                                               "json_extract(CAST(canonical AS TEXT), "
                                               "'$.closed_at'), NULL)")
    R"sql( + iif(abs(clock_error_ms) > 3600000, clock_error_ms, 0), received_at) AS closed_at
      FROM records)
GROUP BY chain, day, store;

-- Their place, shop and day as far as they state them and they are known.
ALTER TABLE refused ADD COLUMN chain INTEGER REFERENCES chains;
ALTER TABLE refused ADD COLUMN sequence INTEGER;
ALTER TABLE refused ADD COLUMN store INTEGER REFERENCES stores;
ALTER TABLE refused ADD COLUMN day INTEGER;
ALTER TABLE refused ADD COLUMN clock_error_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conflicts ADD COLUMN chain INTEGER REFERENCES chains;
ALTER TABLE conflicts ADD COLUMN sequence INTEGER;
ALTER TABLE conflicts ADD COLUMN store INTEGER REFERENCES stores;
ALTER TABLE conflicts ADD COLUMN day INTEGER;
CREATE INDEX refused_by_place ON refused (chain, sequence);
CREATE INDEX conflicts_by_place ON conflicts (chain, sequence);
)sql" VOUCH_STATED_PLACE("refused") VOUCH_STATED_PLACE("conflicts") R"sql(
-- What the tablet says of a chain in its last heartbeat: how many it made, which of them are not as
-- it made them, and which are gone; the two as JSON arrays of places.
ALTER TABLE chains ADD COLUMN told_made INTEGER NOT NULL DEFAULT 0;
ALTER TABLE chains ADD COLUMN told_altered TEXT NOT NULL DEFAULT '[]';
ALTER TABLE chains ADD COLUMN told_missing TEXT NOT NULL DEFAULT '[]';

-- The signature over the highest place of a chain that came with one: only the tablet's key makes
-- another. sequence and hash are of that place; head and hashes (32 bytes each, in order) with
-- sent_at are all that the signature covers.
CREATE TABLE chain_signatures (
    chain INTEGER PRIMARY KEY REFERENCES chains,
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    sent_at INTEGER NOT NULL,
    head_chain BLOB NOT NULL,
    head_sequence INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    hashes BLOB NOT NULL,
    signature TEXT NOT NULL
) STRICT;
)sql";

#undef VOUCH_MILLISECONDS
#undef VOUCH_STATED_PLACE

constexpr const char *fourthSchema = R"sql(
-- A tree: a region without a parent is at the top. stores.region is the id of one, or empty.
CREATE TABLE regions (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    parent TEXT REFERENCES regions,
    added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX regions_by_parent ON regions (parent);
INSERT INTO regions SELECT region, region, NULL, min(added_at) FROM
    (SELECT region, added_at FROM stores UNION ALL SELECT region, added_at FROM users)
    WHERE region <> '' GROUP BY region;

-- What a person sees: the whole chain, or these regions and stores. Whoever was bound to a region
-- and to a store saw that store if it lay there. An administrator acts on the whole chain, so one
-- who was bound becomes regional, which had the same rights.
CREATE TABLE user_regions (
    user INTEGER NOT NULL REFERENCES users,
    region TEXT NOT NULL REFERENCES regions,
    PRIMARY KEY (user, region)
) STRICT, WITHOUT ROWID;
CREATE TABLE user_stores (
    user INTEGER NOT NULL REFERENCES users,
    store INTEGER NOT NULL REFERENCES stores,
    PRIMARY KEY (user, store)
) STRICT, WITHOUT ROWID;
INSERT INTO user_regions SELECT key, region FROM users WHERE region <> '' AND store = '';
INSERT INTO user_stores SELECT u.key, s.key FROM users u JOIN stores s ON s.id = u.store
    WHERE u.store <> '' AND u.region IN ('', s.region);
ALTER TABLE users ADD COLUMN everywhere INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN may_export INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;
UPDATE users SET everywhere = region = '' AND store = '', may_export = role IN ('admin', 'regional');
UPDATE users SET role = 'regional' WHERE role = 'admin' AND NOT everywhere;
ALTER TABLE users DROP COLUMN region;
ALTER TABLE users DROP COLUMN store;

-- scopes: words with spaces between them. expires_at: NULL for those made before tokens expired.
ALTER TABLE api_tokens ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE api_tokens ADD COLUMN scopes TEXT NOT NULL DEFAULT 'read export';
ALTER TABLE api_tokens ADD COLUMN expires_at INTEGER;

-- A new token is on its way to the tablet from its next heartbeat on (rotate), and replaces the old
-- one when it is first used.
ALTER TABLE devices ADD COLUMN rotate INTEGER NOT NULL DEFAULT 0;
ALTER TABLE devices ADD COLUMN next_token_hash TEXT;
CREATE UNIQUE INDEX devices_by_next_token ON devices (next_token_hash);

-- Who did what, when and from where. Each entry's hash covers it and the hash before.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    origin TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_only_grows BEFORE INSERT ON audit
    WHEN new.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
)sql";

} // namespace

std::span<const storage::Migration> serverMigrations()
{
    static const storage::Migration steps[] = {
        {firstSchema},    {secondSchema},           {thirdSchema},   {fourthSchema},
        {tabletsSchema},  {structureSchema},        {erasureSchema}, {traitsSchema},
        {commentsSchema}, {untriggeredIndexSchema}, {kiosksSchema},  {conflictsSchema},
        {marksSchema},    {reworkedWordsSchema}};
    return steps;
}

} // namespace vouch::server
