#include "sync/server/store/schema_comments.h"

namespace vouch::server {

// The words of comments as they are shown, never of what is masked in them. An index of words is
// each engine's own: comment_index on SQLite, the column search on PostgreSQL. Both take the words
// as they are here, parted by spaces, and read no language themselves. On SQLite a trigger for each
// row would make the index write each comment by itself (comment_rows.cpp has the other way).
const char commentsSchema[] = R"sql(
CREATE TABLE comments (
    number INTEGER PRIMARY KEY,
    store INTEGER NOT NULL REFERENCES stores,
    day INTEGER NOT NULL,
    part INTEGER NOT NULL,
    shuffle INTEGER NOT NULL,
    measure INTEGER REFERENCES measures,
    score INTEGER,
    marked INTEGER NOT NULL,
    checklist TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT;
CREATE INDEX comments_by_day ON comments (day, part, shuffle);
CREATE INDEX comments_by_store ON comments (store, day, part, shuffle);

-- What people say happened on a day. Without a store: of a region; without both: of the chain.
CREATE TABLE notes (
    key INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    store INTEGER REFERENCES stores,
    region TEXT REFERENCES regions,
    text TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
)sql";

const char untriggeredIndexSchema[] = "DROP TRIGGER IF EXISTS comment_is_indexed;\n";

const char reworkedWordsSchema[] = "SELECT 1;\n";

const SqlPair commentIndexSchema{
    R"sql(
CREATE VIRTUAL TABLE comment_index USING fts5(
    folded, content = 'comments', content_rowid = 'number', tokenize = 'ascii',
    detail = none, columnsize = 0);
CREATE TRIGGER comment_leaves_index AFTER DELETE ON comments
    BEGIN INSERT INTO comment_index (comment_index, rowid, folded)
        VALUES ('delete', old.number, old.folded); END;
)sql",
    R"sql(
ALTER TABLE comments ADD COLUMN search tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(folded, ' '))) STORED;
CREATE INDEX comment_index ON comments USING gin (search);
)sql"};

} // namespace vouch::server
