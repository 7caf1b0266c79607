#include "sync/server/api/openapi_schemas.h"

namespace vouch::server {

namespace {

constexpr std::string_view tabletParts = R"json({
"Enrolment": {
  "type": "object", "required": ["code", "name", "public_key", "proof"],
  "properties": {
    "code": {"type": "string", "description": "The one-time code of `device code`."},
    "name": {"type": "string"},
    "public_key": {"type": "string", "description": "Ed25519, 32 bytes, padded base64."},
    "proof": {"type": "string",
      "description": "Ed25519 signature over the code's UTF-8 bytes, padded base64."}}},
"EnrolmentAnswer": {
  "type": "object", "required": ["device", "token", "store", "sealing_key"],
  "properties": {
    "device": {"type": "string", "format": "uuid"},
    "token": {"type": "string"},
    "store": {"type": "string"},
    "sealing_key": {"type": "object", "required": ["id", "key"], "properties": {
      "id": {"type": "string"}, "key": {"type": "string", "description": "X25519, base64."}}}}},
"Check": {
  "type": "object",
  "description": "One closed check. Unknown members and kinds are kept and hashed.",
  "required": ["id", "device", "store", "chain", "sequence", "previous", "kind", "hash"],
  "if": {"properties": {"kind": {"enum": ["survey", "training"]}}},
  "then": {"required": ["checklist", "version", "series", "touchpoint", "language", "opened_at",
    "closed_at", "utc_offset_minutes", "day", "hour", "boot", "monotonic_ms", "state", "items"]},
  "properties": {
    "id": {"type": "string", "format": "uuid"}, "device": {"type": "string", "format": "uuid"},
    "store": {"type": "string"}, "chain": {"type": "string", "format": "uuid"},
    "sequence": {"type": "integer", "minimum": 1},
    "previous": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "kind": {"type": "string"}, "checklist": {"type": "string"}, "version": {"type": "integer"},
    "series": {"type": "string"}, "touchpoint": {"type": "string"}, "language": {"type": "string"},
    "opened_at": {"type": "string", "format": "date-time"},
    "closed_at": {"type": "string", "format": "date-time"},
    "utc_offset_minutes": {"type": "integer"},
    "day": {"type": "string", "format": "date"},
    "hour": {"type": "integer", "minimum": 0, "maximum": 23},
    "boot": {"type": "string", "format": "uuid"}, "monotonic_ms": {"type": "integer"},
    "state": {"type": "string", "enum": ["completed", "abandoned"]},
    "score": {"type": ["integer", "null"], "minimum": 0, "maximum": 10},
    "marks": {"type": "array", "items": {"type": "string"}},
    "items": {"type": "array", "items": {"type": "object"}},
    "activity": {"type": "object",
      "description": "Of kind activity: what the kiosk did in the hour. No answer is in it."},
    "mark": {"type": "object", "description": "Of kind mark: what is marked, and which checks."},
    "hash": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}},
"Batch": {
  "type": "object",
  "required": ["protocol", "device", "sent_at", "boot", "monotonic_ms", "head", "signature",
    "checks"],
  "properties": {
    "protocol": {"type": "integer", "const": 1},
    "device": {"type": "string", "format": "uuid"},
    "sent_at": {"type": "string", "format": "date-time"},
    "boot": {"type": "string", "format": "uuid"}, "monotonic_ms": {"type": "integer"},
    "head": {"type": "object", "required": ["chain", "sequence", "hash"]},
    "signature": {"type": "string", "description": "Ed25519 over `vouch-batch-1` …, base64."},
    "checks": {"type": "array", "maxItems": 500, "items": {"$ref": "#/components/schemas/Check"}}}},
"BatchAnswer": {
  "type": "object", "required": ["results", "server_time", "have"],
  "properties": {
    "results": {"type": "array", "items": {"type": "object", "required": ["id", "status"],
      "properties": {
        "id": {"type": "string"},
        "status": {"type": "string", "enum": ["accepted", "duplicate", "conflict", "rejected"]},
        "code": {"type": "string"}, "reason": {"type": "string"},
        "counted_on": {"type": "object", "required": ["day", "hour"],
          "description": "When it counts, where that is not what it states.",
          "properties": {"day": {"type": "string", "format": "date"},
            "hour": {"type": "integer", "minimum": 0, "maximum": 23}}}}}},
    "server_time": {"type": "string", "format": "date-time"},
    "have": {"$ref": "#/components/schemas/Have"}}},
"Have": {
  "type": "object", "additionalProperties": {"type": "integer"},
  "description": "Per chain the highest n of which 1…n are all known."},
"Configuration": {
  "type": "object",
  "required": ["version", "store", "chain", "sealing_key", "settings", "checklists"],
  "properties": {
    "version": {"type": "integer",
      "description": "The last publication that changed something for the store; only grows."},
    "store": {"type": "object", "properties": {
      "id": {"type": "string"}, "name": {"type": "string"}, "timezone": {"type": "string"}}},
    "chain": {"type": "object", "properties": {"name": {"type": "string"}}},
    "sealing_key": {"type": "object", "required": ["id", "key"],
      "description": "What contacts are sealed with from now on; another one after `key rotate`.",
      "properties": {"id": {"type": "string"}, "key": {"type": "string"}}},
    "settings": {"$ref": "#/components/schemas/Settings"},
    "checklists": {"type": "array", "items": {"type": "object"},
      "description": "Whole checklists, as their files are."}}},
"Settings": {
  "type": "object",
  "description": "The store's own before the chain's, key by key; what is absent is at its default.",
  "required": ["pins"],
  "properties": {
    "resting": {"type": "string", "enum": ["question", "invitation"], "default": "question"},
    "language": {"type": "string", "description": "Where each shopper starts."},
    "opening_hours": {"type": "object", "description":
      "Spans by mon … sun, and in exceptions by date, which replace what begins on it."},
    "official_score": {"type": "string", "enum": ["all", "unmarked"], "default": "all"},
    "day_start": {"type": "string", "pattern": "^(0[0-9]|1[0-2]):00$", "default": "00:00",
      "description": "What is before this hour belongs to the business day before."},
    "week_start": {"type": "string", "default": "mon",
      "enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]},
    "calendar": {"type": "string", "enum": ["gregorian", "jalali"], "default": "gregorian"},
    "theme": {"type": "object", "description": "What a theme file holds."},
    "keep_unsent_comment": {"type": "boolean", "default": false},
    "marks": {"type": "object", "properties": {
      "burst_checks": {"type": "integer", "default": 6},
      "burst_seconds": {"type": "integer", "default": 60},
      "repeat_scores": {"type": "integer", "default": 10}}},
    "contact": {"type": "object", "properties": {
      "enabled": {"type": "boolean", "default": true},
      "chain": {"type": "string", "description": "Who asks; else the chain's name."},
      "days": {"type": "integer", "default": 30},
      "version": {"type": "string", "default": "1", "description": "Of the consent text."},
      "texts": {"type": "object", "additionalProperties": {"type": "string"},
        "description": "Consent texts by language, instead of the tablet's own."}}},
    "low_reach": {"type": "boolean", "default": true},
    "target": {"type": "integer", "minimum": -100, "maximum": 100},
    "read_aloud": {"type": "boolean", "default": true},
    "pins": {"type": "object", "additionalProperties": {"type": "string"},
      "propertyNames": {"enum": ["figures", "exit", "technician"]},
      "description": "Argon2id strings by role; empty when the store has none."}}},
"Heartbeat": {
  "type": "object",
  "description": "Every member may be left out; unknown ones are ignored.",
  "properties": {
    "version": {"type": "string"}, "config_version": {"type": "integer"},
    "clock": {"type": "string", "format": "date-time"},
    "queue_length": {"type": "integer"},
    "queue_oldest_at": {"type": ["string", "null"], "format": "date-time"},
    "refused": {"type": "integer", "description": "Records in quarantine on the tablet."},
    "battery_percent": {"type": ["integer", "null"]},
    "charging": {"type": "boolean", "description": "Or on mains."},
    "temperature_celsius": {"type": "integer"}, "disk_free_bytes": {"type": "integer"},
    "locked": {"type": "boolean", "description": "The screen is held: nobody gets out."},
    "failing": {"type": "array", "items": {"type": "string"},
      "description": "Codes of what went wrong in the last day."},
    "erased": {"type": "array", "items": {"type": "string", "format": "uuid"},
      "description": "Records whose texts and contacts the tablet erased as it was told to."},
    "ledger": {"type": "object",
      "description": "By chain: how many records the tablet made, and the places of those that are not as it made them or are gone.",
      "additionalProperties": {"type": "object", "properties": {
        "made": {"type": "integer"},
        "altered": {"type": "array", "items": {"type": "integer"}},
        "missing": {"type": "array", "items": {"type": "integer"}}}}}}},
"HeartbeatAnswer": {
  "type": "object", "required": ["server_time", "have", "erase"],
  "properties": {
    "erase": {"type": "array", "items": {"type": "string", "format": "uuid"},
      "description": "Records whose texts and contacts the tablet is to erase; `erased` says so."},
    "server_time": {"type": "string", "format": "date-time"},
    "have": {"$ref": "#/components/schemas/Have"}}},
"Glance": {
  "type": "object",
  "required": ["all", "unmarked", "hours", "touchpoints", "tablets", "reasons", "marks", "today",
    "usual", "usual_hour", "usual_days", "as_of"],
  "properties": {
    "all": {"$ref": "#/components/schemas/Histogram"},
    "unmarked": {"$ref": "#/components/schemas/Histogram"},
    "hours": {"type": "array", "minItems": 24, "maxItems": 24,
      "items": {"$ref": "#/components/schemas/Histogram"}},
    "touchpoints": {"type": "array", "items": {"type": "object",
      "required": ["touchpoint", "histogram"], "properties": {
        "touchpoint": {"type": "string"},
        "histogram": {"$ref": "#/components/schemas/Histogram"}}}},
    "tablets": {"type": "array", "description": "Those that stand in the store.",
      "items": {"type": "object", "required": ["name", "histogram", "answers", "last_answer_at"],
        "properties": {
          "name": {"type": "string"},
          "histogram": {"$ref": "#/components/schemas/Histogram"},
          "answers": {"type": "integer"},
          "last_answer_at": {"type": ["string", "null"], "format": "date-time"}}}},
    "reasons": {"type": "object",
      "description": "By the question of a list of reasons, as `liked`, if any was picked: the most mentioned first.",
      "additionalProperties": {"type": "array", "items": {"type": "object",
        "required": ["code", "count"], "properties": {
          "code": {"type": "string"}, "count": {"type": "integer"}}}}},
    "marks": {"type": "array",
      "description": "Why answers are marked, in the order of the marks; an answer may have two marks. Of the newest 5,000 marked answers.",
      "items": {"type": "object", "required": ["code", "count"], "properties": {
        "code": {"type": "string"}, "count": {"type": "integer"}}}},
    "today": {"$ref": "#/components/schemas/Histogram"},
    "usual": {"$ref": "#/components/schemas/Histogram"},
    "usual_hour": {"$ref": "#/components/schemas/Histogram"},
    "usual_days": {"type": "integer",
      "description": "Of the same weekdays of four weeks those with answers, which `usual` pools until this hour and `usual_hour` in it."},
    "as_of": {"type": "string", "format": "date-time"}}},
"GivenPart": {"enum": ["night", "morning", "afternoon", "evening"],
  "description": "From 22, 5, 12 and 17."},
"Latest": {
  "type": "object", "required": ["comments", "answers", "as_of"],
  "description": "The newest part of a day first and within it in no order.",
  "properties": {
    "comments": {"type": "object", "required": ["entries", "held_back"], "properties": {
      "held_back": {"type": "integer",
        "description": "Of days that are not over, too few together to be shown yet."},
      "entries": {"type": "array", "maxItems": 60, "items": {"type": "object",
        "required": ["day", "part", "score", "marked", "language", "texts"], "properties": {
          "day": {"type": "string", "format": "date"},
          "part": {"$ref": "#/components/schemas/GivenPart"},
          "score": {"type": ["integer", "null"]}, "marked": {"type": "boolean"},
          "language": {"type": "string"},
          "texts": {"type": "array", "minItems": 1, "items": {"type": "string"}}}}}}},
    "answers": {"type": "object", "required": ["entries", "held_back"], "properties": {
      "held_back": {"type": "integer",
        "description": "Of days that are not over, too few of one kiosk together to be shown yet."},
      "entries": {"type": "array", "maxItems": 60, "items": {"type": "object",
        "required": ["day", "part", "score", "marked", "reasons"], "properties": {
          "day": {"type": "string", "format": "date"},
          "part": {"$ref": "#/components/schemas/GivenPart"},
          "score": {"type": "integer"}, "marked": {"type": "boolean"},
          "reasons": {"type": "array", "description": "What was picked.", "items": {
            "type": "object", "required": ["question", "code"], "properties": {
              "question": {"type": "string", "description": "The list: `liked`."},
              "code": {"type": "string"}}}}}}}}},
    "as_of": {"type": "string", "format": "date-time"}}}
})json";

} // namespace

std::string_view tabletSchemas()
{
    return tabletParts;
}

} // namespace vouch::server
