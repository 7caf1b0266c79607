#include "sync/server/store/schema_parts.h"

namespace vouch::server {

const char erasureSchema[] = R"sql(
-- Which records hold something that a person left, found by a walk behind the ingest; a row leaves
-- when all of it has. erasure is BLAKE2b-256 of the code that the shopper was shown.
CREATE TABLE personal (
    record BLOB PRIMARY KEY,
    day INTEGER NOT NULL,
    contact INTEGER NOT NULL,
    comment INTEGER NOT NULL,
    erasure TEXT
) STRICT;
CREATE INDEX personal_by_erasure ON personal (erasure);
CREATE INDEX personal_by_day ON personal (day);
-- Up to which record the walk has come; one row once it went.
CREATE TABLE personal_walk (
    key INTEGER PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT;

-- What was erased, and whether the tablet that made the record has erased its own copy.
CREATE TABLE erasures (
    record BLOB PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES devices,
    contact INTEGER NOT NULL,
    comment INTEGER NOT NULL,
    erased_at INTEGER NOT NULL,
    told INTEGER NOT NULL
) STRICT;
CREATE INDEX erasures_by_device ON erasures (device, told);

-- Of the bytes that are left once something was erased of what was refused; by fingerprint it is
-- known again when it comes again.
ALTER TABLE refused ADD COLUMN left_fingerprint TEXT;

-- Days after which a kind leaves, where it was said; 0: never.
CREATE TABLE retention (
    what TEXT PRIMARY KEY,
    days INTEGER NOT NULL
) STRICT;
)sql";

} // namespace vouch::server
