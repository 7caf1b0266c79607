#include "sync/server/store/schema_postgresql.h"

#include "sync/server/store/answer_traits.h"
#include "sync/server/store/schema_comments.h"
#include "sync/server/store/server_schema.h"

#include <array>
#include <cctype>

namespace vouch::server {

namespace {

/// The first version that there was on PostgreSQL; the steps behind it are translated.
constexpr std::size_t firstVersion = 4;

/// Names the advisory lock under which one server after the other looks at the schema.
constexpr std::int64_t schemaLock = 0x566f756368000001;

// Names and meanings are those of server_schema.cpp. What takes thousands of rows a second refers
// to other tables by their keys without a constraint: the keys are looked up in the transaction
// that writes them, checking each again would double its cost, and between tables that are
// distributed and such that are not there could be none. Texts are compared byte by byte, as SQLite
// does it.
#define VOUCH_COUNTS                                                                               \
    "n0 BIGINT NOT NULL, n1 BIGINT NOT NULL, n2 BIGINT NOT NULL, n3 BIGINT NOT NULL, "             \
    "n4 BIGINT NOT NULL, n5 BIGINT NOT NULL, n6 BIGINT NOT NULL, n7 BIGINT NOT NULL, "             \
    "n8 BIGINT NOT NULL, n9 BIGINT NOT NULL, n10 BIGINT NOT NULL, "

constexpr const char *setUp = R"sql(
CREATE TABLE vouch_schema (
    version BIGINT NOT NULL
);

CREATE FUNCTION each_key(text) RETURNS TABLE (value BIGINT) LANGUAGE sql IMMUTABLE AS
    'SELECT CAST(e AS BIGINT) FROM json_array_elements_text(CAST($1 AS json)) e';
CREATE FUNCTION each_text(text) RETURNS TABLE (value TEXT) LANGUAGE sql IMMUTABLE AS
    'SELECT e FROM json_array_elements_text(CAST($1 AS json)) e';
)sql";

constexpr const char *plainTables = R"sql(
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
constexpr const char *largeTables = R"sql(
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

bool isWordPart(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// The step cut into words, quoted texts, comments and what lies between them.
std::vector<std::string> tokens(std::string_view sql)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at < sql.size();) {
        auto end = at + 1;
        if (isWordPart(sql[at]))
            while (end < sql.size() && isWordPart(sql[end]))
                ++end;
        else if (sql[at] == '\'' || sql[at] == '"')
            end = std::min(sql.find(sql[at], at + 1), sql.size() - 1) + 1;
        else if (sql.substr(at, 2) == "--")
            end = std::min(sql.find('\n', at), sql.size());
        else
            while (end < sql.size() && std::isspace(static_cast<unsigned char>(sql[at])) != 0 &&
                   std::isspace(static_cast<unsigned char>(sql[end])) != 0)
                ++end;
        out.emplace_back(sql.substr(at, end - at));
        at = end;
    }
    return out;
}

bool isBlank(const std::string &token)
{
    return std::isspace(static_cast<unsigned char>(token.front())) != 0;
}

Result<std::size_t> versionOf(PostgresqlSession &session)
{
    const auto known =
        session.ask("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() "
                    "AND tablename = 'vouch_schema'");
    if (known != "0")
        return static_cast<std::size_t>(
            std::stoul(session.ask("SELECT version FROM vouch_schema")));
    if (session.ask("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()") != "0")
        return Failure{
            "database-foreign",
            "This is a database of another program. Name another one, made empty by createdb.",
            session.shownUrl()};
    return std::size_t{0};
}

void bringTo(Connection &connection, std::size_t version)
{
    auto &session = *connection.postgresql();
    const auto migrations = serverMigrations();
    if (version == 0) {
        session.exec(setUp);
        session.exec(postgresqlSchema(plainTables));
        session.exec(largeTables);
        session.exec("INSERT INTO vouch_schema VALUES (0)");
    }
    for (auto step = std::max(version, firstVersion); step < migrations.size(); ++step)
        session.exec(postgresqlSchema(migrations[step].sql));
    if (version < commentsVersion)
        indexFormerComments(connection);
    session.exec("UPDATE vouch_schema SET version = " + std::to_string(migrations.size()));
}

} // namespace

std::string postgresqlSchema(std::string_view sqlite)
{
    const auto words = tokens(sqlite);
    std::string out;
    const auto behind = [&](std::size_t i, std::size_t count) {
        while (++i < words.size())
            if (!isBlank(words[i]) && count-- == 0)
                return words[i];
        return std::string();
    };
    std::string before;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto &word = words[i];
        if (word == "DROP" && behind(i, 0) == "TRIGGER") {
            while (i < words.size() && words[i] != ";")
                ++i; // PostgreSQL has none of SQLite's
            continue;
        }
        if (word == "INTEGER" && behind(i, 0) == "PRIMARY")
            out += "BIGINT GENERATED BY DEFAULT AS IDENTITY";
        else if (word == "INTEGER")
            out += "BIGINT";
        else if (word == "BLOB")
            out += "BYTEA";
        else if (word == "TEXT" && before != "AS")
            out += "TEXT COLLATE \"C\"";
        else if (word == "user")
            out += "\"user\"";
        else if (
            (word == "REFERENCES" && behind(i, 0) == "records") ||
            (word == "records" && before == "REFERENCES"))
            ; // see above
        else if (word == "STRICT" || word == "WITHOUT" || word == "ROWID")
            ; // SQLite's own
        else if (word == "," && (behind(i, 0) == "WITHOUT" || behind(i, 0) == "STRICT"))
            ;
        else
            out += word;
        if (!isBlank(word))
            before = word;
    }
    return out;
}

Result<void> migratePostgresql(Connection &connection, const std::function<Result<void>()> &andThen)
{
    return guarded([&]() -> Result<void> {
        auto &session = *connection.postgresql();
        connection.settle();
        Transaction transaction(connection, Transaction::Kind::Writing);
        session.exec("SELECT pg_advisory_xact_lock(" + std::to_string(schemaLock) + ")");
        const auto version = versionOf(session);
        if (!version)
            return version.failure();
        const auto newest = serverMigrations().size();
        if (*version > newest)
            return Failure{
                "schema-newer",
                "The database was written by a newer version (schema " + std::to_string(*version) +
                    ", this program knows " + std::to_string(newest) +
                    "). Start the newer program; nothing was changed.",
                session.shownUrl()};
        if (*version < newest)
            bringTo(connection, *version);
        if (*version > 0 && *version < 8)
            if (const auto counted = countFormerTraits(connection); !counted)
                return counted;
        const auto done = andThen();
        if (done)
            transaction.commit();
        return done;
    });
}

} // namespace vouch::server
