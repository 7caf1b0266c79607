#include "sync/server/store/schema_parts.h"

namespace vouch::server {

const char marksSchema[] = R"sql(
-- Few are marked: why they are is read from them.
CREATE INDEX records_by_mark ON records (store, day) WHERE marked = 1;
)sql";

} // namespace vouch::server
