#pragma once

#include "core/storage/database.h"

/// The steps of the schema that have a file of their own; server_schema.cpp puts them in order.
namespace vouch::server {

extern const char tabletsSchema[];
extern const char structureSchema[];
extern const char erasureSchema[];
extern const char traitsSchema[];
extern const char kiosksSchema[];
extern const char conflictsSchema[];
extern const char marksSchema[];
/// Schema version 5 counts activity: counts the records of a database that was there before.
Result<void> countFormerActivity(storage::Database &database);

} // namespace vouch::server
