#include "sync/server/api/openapi_schemas.h"

namespace vouch::server {

namespace {

constexpr std::string_view structureParts = R"json({
"StructureRows": {
  "type": "object", "description": "Every value is a text, as in the CSV files.",
  "properties": {
    "chain": {"type": "array", "items": {"type": "object", "properties": {
      "setting": {"enum": ["official_score", "day_start", "week_start", "calendar"]},
      "value": {"type": "string"}}}},
    "regions": {"type": "array", "items": {"type": "object", "properties": {
      "id": {"type": "string"}, "name": {"type": "string"},
      "parent": {"type": "string", "description": "Empty: at the top."}}}},
    "stores": {"type": "array", "items": {"type": "object", "properties": {
      "id": {"type": "string"}, "name": {"type": "string"}, "region": {"type": "string"},
      "timezone": {"type": "string"},
      "target_nps": {"type": "string", "description": "-100 to 100; empty: none."}}}},
    "hours": {"type": "array", "items": {"type": "object", "properties": {
      "store": {"type": "string", "description": "Empty: the chain's, for stores without own."},
      "day": {"type": "string", "description": "mon … sun, a date, or all (with none)."},
      "hours": {"type": "string",
        "description": "09:00-13:00 15:00-22:00, closed, or none (with all)."}}}},
    "touchpoints": {"type": "array", "items": {"type": "object", "properties": {
      "id": {"type": "string"}, "name": {"type": "string"},
      "weight": {"type": "string",
        "description": "0.35; those of the chain come to 1, or all are empty."}}}},
    "devices": {"type": "array", "items": {"type": "object", "properties": {
      "id": {"type": "string"}, "name": {"type": "string"}, "store": {"type": "string"},
      "state": {"type": "string"}}}}}},
"Structure": {
  "allOf": [{"$ref": "#/components/schemas/StructureRows"}, {"type": "object",
    "required": ["chain", "regions", "stores", "hours", "touchpoints", "devices"]}]},
"StructureWishes": {
  "allOf": [{"$ref": "#/components/schemas/StructureRows"}, {"type": "object",
    "properties": {"dry_run": {"type": "boolean", "description": "Only tell."}}}]},
"StructureReport": {
  "type": "object", "required": ["applied", "changes", "refusals"],
  "properties": {
    "applied": {"type": "boolean"},
    "changes": {"type": "array", "items": {"type": "object",
      "required": ["table", "id", "field", "before", "after", "new"], "properties": {
        "table": {"type": "string"}, "id": {"type": "string"}, "field": {"type": "string"},
        "before": {"type": "string"}, "after": {"type": "string"},
        "new": {"type": "boolean"}}}},
    "refusals": {"type": "array", "items": {"type": "object",
      "required": ["table", "line", "code", "reason"], "properties": {
        "table": {"type": "string"},
        "line": {"type": "integer", "description": "The entry's number in its list, from 1."},
        "code": {"type": "string"}, "reason": {"type": "string"}}}}}},
"Sales": {
  "type": "object", "required": ["sales"], "properties": {
    "sales": {"type": "array", "maxItems": 10000, "items": {"type": "object",
      "required": ["store", "day", "hour", "count"], "properties": {
        "store": {"type": "string"},
        "day": {"type": "string", "format": "date", "description": "The store's business day."},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23},
        "touchpoint": {"type": "string", "description": "Without it: of the whole store."},
        "count": {"type": "integer", "minimum": 0, "maximum": 1000000}}}}}},
"SalesOutcome": {
  "type": "object", "required": ["results"], "properties": {
    "results": {"type": "array", "items": {"type": "object", "required": ["status"],
      "properties": {
        "status": {"enum": ["accepted", "unchanged", "rejected"]},
        "code": {"type": "string"}, "reason": {"type": "string"}}}}}},
"ResponseRates": {
  "type": "object", "required": ["rows", "as_of"], "properties": {
    "as_of": {"type": "string", "format": "date-time"},
    "rows": {"type": "array", "items": {"type": "object",
      "required": ["key", "scored", "scored_with_sales", "sales", "rate"], "properties": {
        "key": {"type": "string",
          "description": "2026-11-22, 13 or a store; empty for one sum."},
        "scored": {"type": "integer",
          "description": "On tablets, without what was brought in from elsewhere; by hour all."},
        "scored_with_sales": {"type": "integer",
          "description": "Of these, those of days of which a till told."},
        "sales": {"type": ["integer", "null"], "description": "null: not known."},
        "rate": {"type": ["number", "null"],
          "description": "scored_with_sales / sales; null: not known."}}}}}},
"NewNote": {
  "type": "object", "required": ["day", "text"], "additionalProperties": false, "properties": {
    "day": {"type": "string", "format": "date", "description": "A business day."},
    "text": {"type": "string", "minLength": 1, "description": "At most 500 bytes."},
    "store": {"type": "string"},
    "region": {"type": "string", "description": "Without both: for the chain."}}},
"NoteAdded": {
  "type": "object", "required": ["id"], "properties": {"id": {"$ref": "#/components/schemas/Hidden"}}},
"Notes": {
  "type": "object", "required": ["notes"], "properties": {
    "notes": {"type": "array", "items": {"type": "object",
      "required": ["id", "day", "store", "region", "text", "by", "at", "removable"],
      "properties": {
        "id": {"$ref": "#/components/schemas/Hidden"}, "day": {"type": "string", "format": "date"},
        "store": {"type": ["string", "null"]}, "region": {"type": ["string", "null"]},
        "text": {"type": "string"}, "by": {"type": "string"},
        "at": {"type": "string", "format": "date-time"},
        "removable": {"type": "boolean", "description": "By who asks."}}}}}},
"Comments": {
  "type": "object", "required": ["comments", "found", "found_is_least", "held_back", "next"],
  "properties": {
    "found": {"type": "integer", "description": "On all pages."},
    "found_is_least": {"type": "boolean", "description": "There are more than were counted."},
    "held_back": {"type": "integer",
      "description": "Of days that are not over, too few together to be shown yet."},
    "next": {"type": ["string", "null"], "description": "`after` of the next page."},
    "comments": {"type": "array", "items": {"type": "object",
      "required": ["key", "store", "day", "part", "checklist", "touchpoint", "language", "score",
        "marked", "texts"], "properties": {
        "key": {"type": "string"}, "store": {"type": "string"},
        "day": {"type": "string", "format": "date"},
        "part": {"$ref": "#/components/schemas/GivenPart"},
        "checklist": {"type": "string"}, "touchpoint": {"type": "string"},
        "language": {"type": "string"}, "score": {"type": ["integer", "null"]},
        "marked": {"type": "boolean"},
        "texts": {"type": "array", "items": {"type": "object",
          "required": ["question", "text", "hits"], "properties": {
            "question": {"type": "string"}, "text": {"type": "string"},
            "hits": {"type": "array", "description": "Begin and end in code points.",
              "items": {"type": "array", "items": {"type": "integer"}}}}}}}}}}},
"Answers": {
  "type": "object", "required": ["answers", "held_back", "next"],
  "properties": {
    "held_back": {"type": "integer",
      "description": "On this page, of days that are not over, too few together to be shown yet."},
    "next": {"type": ["string", "null"], "description": "`after` of the next page."},
    "answers": {"type": "array", "items": {"type": "object",
      "required": ["key", "day", "part", "checklist", "touchpoint", "language", "score", "marked",
        "reasons", "texts"], "properties": {
        "key": {"type": "string"}, "day": {"type": "string", "format": "date"},
        "part": {"$ref": "#/components/schemas/GivenPart"},
        "checklist": {"type": "string"}, "touchpoint": {"type": "string"},
        "language": {"type": "string"}, "score": {"type": "integer"},
        "marked": {"type": "boolean"},
        "reasons": {"type": "array", "items": {"type": "object",
          "required": ["question", "code", "name"], "properties": {
            "question": {"type": "string", "description": "The list: `liked`."},
            "code": {"type": "string"}, "name": {"type": "string"}}}},
        "texts": {"type": "array", "items": {"type": "object",
          "required": ["question", "text"], "properties": {
            "question": {"type": "string"}, "text": {"type": "string"}}}}}}}}},
"CommentWords": {
  "type": "object", "required": ["comments", "newest_only", "groups", "frequent", "distinctive"],
  "properties": {
    "comments": {"type": "integer", "description": "In which the words were counted."},
    "newest_only": {"type": "boolean", "description": "There are more, older ones."},
    "groups": {"type": "array", "items": {"type": "object", "required": ["key", "comments"],
      "properties": {"key": {"enum": ["promoters", "detractors", "here", "elsewhere"]},
        "comments": {"type": "integer"}}}},
    "frequent": {"type": "array", "items": {"type": "object",
      "required": ["word", "language", "comments"], "properties": {
        "word": {"type": "string"}, "language": {"type": "string"},
        "comments": {"type": "integer"}}}},
    "distinctive": {"type": "array", "items": {"type": "object",
      "required": ["word", "language", "group", "comments", "z"], "properties": {
        "word": {"type": "string"}, "language": {"type": "string"}, "group": {"type": "string"},
        "comments": {"type": "array", "description": "Of each group.",
          "items": {"type": "integer"}},
        "z": {"type": "number"}}}}}}
})json";

} // namespace

std::string_view structureSchemas()
{
    return structureParts;
}

} // namespace vouch::server
