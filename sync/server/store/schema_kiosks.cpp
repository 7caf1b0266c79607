#include "sync/server/store/schema_parts.h"

namespace vouch::server {

const char kiosksSchema[] = R"sql(
-- The answers of a store's day by the tablet (or channel) that brought them; keys without
-- constraints, as in all large tables on PostgreSQL.
CREATE TABLE device_counts (
    store INTEGER NOT NULL,
    day INTEGER NOT NULL,
    device INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    marked INTEGER NOT NULL,
    n0 INTEGER NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
    n4 INTEGER NOT NULL, n5 INTEGER NOT NULL, n6 INTEGER NOT NULL, n7 INTEGER NOT NULL,
    n8 INTEGER NOT NULL, n9 INTEGER NOT NULL, n10 INTEGER NOT NULL,
    PRIMARY KEY (store, day, device, measure, marked)
) STRICT, WITHOUT ROWID;
INSERT INTO device_counts
SELECT r.store, r.day, c.device, r.measure, r.marked,
       count(CASE WHEN r.score = 0 THEN 1 END), count(CASE WHEN r.score = 1 THEN 1 END),
       count(CASE WHEN r.score = 2 THEN 1 END), count(CASE WHEN r.score = 3 THEN 1 END),
       count(CASE WHEN r.score = 4 THEN 1 END), count(CASE WHEN r.score = 5 THEN 1 END),
       count(CASE WHEN r.score = 6 THEN 1 END), count(CASE WHEN r.score = 7 THEN 1 END),
       count(CASE WHEN r.score = 8 THEN 1 END), count(CASE WHEN r.score = 9 THEN 1 END),
       count(CASE WHEN r.score = 10 THEN 1 END)
FROM records r JOIN chains c ON c.key = r.chain WHERE r.measure IS NOT NULL
GROUP BY r.store, r.day, c.device, r.measure, r.marked;
)sql";

const char conflictsSchema[] = R"sql(
-- How many of the chain's records were kept aside in conflict. None leaves: one less was taken out.
ALTER TABLE chains ADD COLUMN conflicting INTEGER NOT NULL DEFAULT 0;
UPDATE chains SET conflicting = (SELECT count(*) FROM conflicts x WHERE x.chain = chains.key);
)sql";

} // namespace vouch::server
