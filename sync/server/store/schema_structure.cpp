#include "sync/server/store/schema_parts.h"

namespace vouch::server {

const char structureSchema[] = R"sql(
ALTER TABLE stores ADD COLUMN target_nps INTEGER;
-- The channel of answers that were brought in; empty for a tablet.
ALTER TABLE devices ADD COLUMN source TEXT NOT NULL DEFAULT '';

-- weight: millionths of the touchpoint-weighted NPS, or NULL; place: the order that people gave.
CREATE TABLE touchpoints (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    weight INTEGER,
    place INTEGER NOT NULL
) STRICT;

-- Of a business day and its hour; touchpoint is empty for the whole store.
CREATE TABLE sales (
    store INTEGER NOT NULL REFERENCES stores,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    touchpoint TEXT NOT NULL,
    sold INTEGER NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (store, day, hour, touchpoint)
) STRICT, WITHOUT ROWID;
)sql";

} // namespace vouch::server
