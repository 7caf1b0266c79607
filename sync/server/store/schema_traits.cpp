#include "sync/server/store/schema_parts.h"

namespace vouch::server {

const char traitsSchema[] = R"sql(
-- What scored checks have beside their score (answer_traits.h), and how many, by score and place;
-- keys without constraints, as in all large tables on PostgreSQL.
CREATE TABLE traits (
    key INTEGER PRIMARY KEY,
    question TEXT NOT NULL,
    code TEXT NOT NULL,
    UNIQUE (question, code)
) STRICT;
CREATE TABLE trait_counts (
    store INTEGER NOT NULL,
    day INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    marked INTEGER NOT NULL,
    trait INTEGER NOT NULL,
    detractors INTEGER NOT NULL,
    passives INTEGER NOT NULL,
    nines INTEGER NOT NULL,
    tens INTEGER NOT NULL,
    PRIMARY KEY (store, day, measure, marked, trait)
) STRICT, WITHOUT ROWID;
)sql";

} // namespace vouch::server
