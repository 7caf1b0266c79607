#include "sync/server/store/postgresql_tables.h"

namespace vouch::server {

// Names and meanings are those of server_schema.cpp. What takes thousands of rows a second refers
// to other tables by their keys without a constraint: the keys are looked up in the transaction
// that writes them, checking each again would double its cost, and between tables that are
// distributed and such that are not there could be none. Texts are compared byte by byte, as SQLite
// does it.
#define VOUCH_COUNTS                                                                               \
    "n0 BIGINT NOT NULL, n1 BIGINT NOT NULL, n2 BIGINT NOT NULL, n3 BIGINT NOT NULL, "             \
    "n4 BIGINT NOT NULL, n5 BIGINT NOT NULL, n6 BIGINT NOT NULL, n7 BIGINT NOT NULL, "             \
    "n8 BIGINT NOT NULL, n9 BIGINT NOT NULL, n10 BIGINT NOT NULL, "

const char postgresqlSetUp[] = R"sql(
CREATE TABLE vouch_schema (
    version BIGINT NOT NULL
);

CREATE FUNCTION each_key(text) RETURNS TABLE (value BIGINT) LANGUAGE sql IMMUTABLE AS
    'SELECT CAST(e AS BIGINT) FROM json_array_elements_text(CAST($1 AS json)) e';
CREATE FUNCTION each_text(text) RETURNS TABLE (value TEXT) LANGUAGE sql IMMUTABLE AS
    'SELECT e FROM json_array_elements_text(CAST($1 AS json)) e';
)sql";

const char postgresqlPlainTables[] = R"sql(
CREATE TABLE stores (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    timezone TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    last_answer INTEGER
);
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
    heartbeat TEXT,
    rotate INTEGER NOT NULL DEFAULT 0,
    next_token_hash TEXT UNIQUE
);
CREATE TABLE device_stores (
    device INTEGER NOT NULL REFERENCES devices,
    store INTEGER NOT NULL REFERENCES stores,
    since INTEGER NOT NULL,
    PRIMARY KEY (device, store)
);
CREATE TABLE device_codes (
    code_hash TEXT PRIMARY KEY,
    store INTEGER NOT NULL REFERENCES stores,
    name TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    used_by BLOB
);
CREATE TABLE chains (
    key INTEGER PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES devices,
    id BLOB NOT NULL,
    contiguous INTEGER NOT NULL DEFAULT 0,
    highest INTEGER NOT NULL DEFAULT 0,
    head INTEGER NOT NULL DEFAULT 0,
    forked INTEGER NOT NULL DEFAULT 0,
    told_made INTEGER NOT NULL DEFAULT 0,
    told_altered TEXT NOT NULL DEFAULT '[]',
    told_missing TEXT NOT NULL DEFAULT '[]',
    UNIQUE (device, id)
);
CREATE TABLE chain_ahead (
    chain INTEGER NOT NULL REFERENCES chains,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (chain, sequence)
);
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
);
CREATE TABLE measures (
    key INTEGER PRIMARY KEY,
    checklist TEXT NOT NULL,
    series TEXT NOT NULL,
    question TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    UNIQUE (checklist, series, question, touchpoint)
);
CREATE TABLE conflicts (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    hash BLOB NOT NULL,
    device INTEGER NOT NULL REFERENCES devices,
    received_at INTEGER NOT NULL,
    canonical BLOB NOT NULL,
    chain INTEGER REFERENCES chains,
    sequence INTEGER,
    store INTEGER REFERENCES stores,
    day INTEGER,
    UNIQUE (id, hash, device)
);
CREATE INDEX conflicts_by_place ON conflicts (chain, sequence);
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
    chain INTEGER REFERENCES chains,
    sequence INTEGER,
    store INTEGER REFERENCES stores,
    day INTEGER,
    clock_error_ms INTEGER NOT NULL DEFAULT 0,
    UNIQUE (device, fingerprint)
);
CREATE INDEX refused_by_place ON refused (chain, sequence);
CREATE TABLE later_marks (
    record BLOB NOT NULL,
    device INTEGER NOT NULL REFERENCES devices,
    mark TEXT NOT NULL,
    PRIMARY KEY (record, device, mark)
);

CREATE TABLE regions (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    parent TEXT REFERENCES regions,
    added_at INTEGER NOT NULL
);
CREATE INDEX regions_by_parent ON regions (parent);
CREATE TABLE users (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    everywhere INTEGER NOT NULL DEFAULT 0,
    may_export INTEGER NOT NULL DEFAULT 0,
    disabled INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE user_regions (
    "user" INTEGER NOT NULL REFERENCES users,
    region TEXT NOT NULL REFERENCES regions,
    PRIMARY KEY ("user", region)
);
CREATE TABLE user_stores (
    "user" INTEGER NOT NULL REFERENCES users,
    store INTEGER NOT NULL REFERENCES stores,
    PRIMARY KEY ("user", store)
);
CREATE TABLE api_tokens (
    token_hash TEXT PRIMARY KEY,
    "user" INTEGER NOT NULL REFERENCES users,
    made_at INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    scopes TEXT NOT NULL DEFAULT 'read export',
    expires_at INTEGER
);
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    "user" INTEGER NOT NULL REFERENCES users,
    csrf TEXT NOT NULL,
    expires_at INTEGER NOT NULL
);

CREATE TABLE checklists (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    json TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE publications (
    checklist TEXT NOT NULL,
    store TEXT NOT NULL,
    version INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    PRIMARY KEY (checklist, store),
    FOREIGN KEY (checklist, version) REFERENCES checklists
);
CREATE TABLE settings (
    store TEXT NOT NULL,
    key TEXT NOT NULL,
    json TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (store, key)
);
CREATE TABLE pins (
    store INTEGER NOT NULL REFERENCES stores,
    role TEXT NOT NULL,
    hash TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (store, role)
);
CREATE TABLE sealing_keys (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    made_at INTEGER NOT NULL
);
CREATE TABLE audit (
    number BIGINT PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    origin TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);
)sql";

// Here a refused record's id and hash, as it states them, are in no index: they may be of any
// length. Keyed by the store first, so that they can be distributed by it; then UNIQUE (id) must
// go.
const char postgresqlLargeTables[] = R"sql(
CREATE TABLE records (
    number BIGINT GENERATED BY DEFAULT AS IDENTITY,
    id BYTEA NOT NULL CONSTRAINT records_by_id UNIQUE,
    hash BYTEA NOT NULL,
    chain BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    store BIGINT NOT NULL,
    measure BIGINT,
    score BIGINT,
    marked BIGINT NOT NULL,
    day BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    clock_error_ms BIGINT NOT NULL,
    canonical BYTEA NOT NULL,
    PRIMARY KEY (store, id)
);
CREATE INDEX records_by_number ON records (number);
CREATE INDEX records_by_place ON records (chain, sequence);
CREATE TABLE ledger_days (
    chain BIGINT NOT NULL, day BIGINT NOT NULL, store BIGINT NOT NULL,
    received BIGINT NOT NULL, late BIGINT NOT NULL, marked BIGINT NOT NULL, forked BIGINT NOT NULL,
    PRIMARY KEY (chain, day, store)
);
CREATE INDEX ledger_days_by_store ON ledger_days (store, chain);
CREATE TABLE hour_counts (
    store BIGINT NOT NULL, day BIGINT NOT NULL, hour BIGINT NOT NULL, measure BIGINT NOT NULL,
    marked BIGINT NOT NULL, )sql" VOUCH_COUNTS R"sql(
    PRIMARY KEY (store, day, hour, measure, marked)
) WITH (fillfactor = 50);
CREATE TABLE day_counts (
    store BIGINT NOT NULL, day BIGINT NOT NULL, measure BIGINT NOT NULL,
    marked BIGINT NOT NULL, )sql" VOUCH_COUNTS R"sql(
    PRIMARY KEY (store, day, measure, marked)
) WITH (fillfactor = 50);
CREATE TABLE month_counts (
    store BIGINT NOT NULL, day BIGINT NOT NULL, measure BIGINT NOT NULL,
    marked BIGINT NOT NULL, )sql" VOUCH_COUNTS R"sql(
    PRIMARY KEY (store, day, measure, marked)
) WITH (fillfactor = 50);

CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.number = (SELECT coalesce(max(number), 0) + 1 FROM audit) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit log only grows' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER audit_only_grows BEFORE INSERT OR UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
)sql";

#undef VOUCH_COUNTS

} // namespace vouch::server
