#include "sync/server/api/openapi_schemas.h"

namespace vouch::server {

namespace {

constexpr std::string_view schemas = R"json({
"Problem": {
  "type": "object", "required": ["title", "status", "detail", "code"],
  "properties": {
    "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
    "detail": {"type": "string", "description": "For a person: what happened and what to do."},
    "code": {"type": "string", "description": "Stable; never renamed, never reused."},
    "error": {"type": "object", "description": "The same as OData has it; in the feed only.",
      "properties": {"code": {"type": "string"}, "message": {"type": "string"}}}}},
"Score": {
  "type": "object",
  "properties": {
    "n": {"type": "integer"}, "promoters": {"type": "integer"}, "passives": {"type": "integer"},
    "detractors": {"type": "integer"},
    "nps": {"type": ["number", "null"], "description": "In points; null when n is 0."},
    "low": {"type": ["number", "null"]}, "high": {"type": ["number", "null"]},
    "more_for_range": {"type": "integer", "minimum": 0, "description":
      "How many more answers it takes until low and high may be shown: 30 are the least."},
    "more_for_score": {"type": "integer", "minimum": 0, "description":
      "How many more it takes until nps may be the headline: 100 are the least."}}},
"Scores": {
  "type": "object", "required": ["rows", "as_of", "official", "marked"],
  "properties": {
    "official": {"type": "string", "enum": ["all", "unmarked"],
      "description": "Which of the two readings the chain calls official."},
    "marked": {"type": "string", "enum": ["include", "exclude"],
      "description": "Which of the two this is."},
    "week_start": {"type": "string", "enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
      "description": "With by=week."},
    "calendar": {"type": "string", "enum": ["gregorian", "jalali"],
      "description": "With by=month."},
    "coverage_from": {"type": "string", "format": "date",
      "description": "With coverage=include: the days whose minutes were read."},
    "coverage_to": {"type": "string", "format": "date"},
    "rows": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/Score"},
      {"type": "object", "properties": {
        "coverage": {"$ref": "#/components/schemas/Coverage"},
        "key": {"type": ["string", "null"],
          "description": "13, 2026-11-22, the first day of a week, 2026-11 (1405-09) or a store; empty for one sum."},
        "histogram": {"type": "array", "minItems": 11, "maxItems": 11,
          "items": {"type": "integer"}}}}]}},
    "as_of": {"type": "string", "format": "date-time"}}},
"Trend": {
  "type": "object", "required": ["by", "from", "to", "today", "window", "rows", "breaks",
    "changes", "judgement", "not_judged", "target", "slope", "no_slope", "as_of"],
  "properties": {
    "by": {"type": "string", "enum": ["day", "week", "month"]},
    "from": {"type": "string", "format": "date", "description": "Of a whole week or month."},
    "to": {"type": "string", "format": "date"},
    "today": {"type": "string", "format": "date"},
    "window": {"type": "integer", "description": "Days that `pooled` pools."},
    "rows": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/Score"},
      {"type": "object", "properties": {
        "key": {"type": "string", "description": "2026-11-22, the Monday's date or 2026-11."},
        "first": {"type": "string", "format": "date"},
        "last": {"type": "string", "format": "date"},
        "running": {"type": "boolean", "description": "Not over yet."},
        "pooled": {"description": "Of the days up to this one since the last break; null but by day.",
          "anyOf": [{"$ref": "#/components/schemas/Score"}, {"type": "null"}]}}}]}},
    "breaks": {"type": "array", "description": "Where a checklist's wording, scale or place changed.",
      "items": {"type": "object", "properties": {
        "day": {"type": "string", "format": "date"}, "checklist": {"type": "string"},
        "from": {"type": "string"}, "to": {"type": "string"}}}},
    "changes": {"type": "array", "description": "The day of a fall or of a rise, where one is sure.",
      "items": {"type": "object", "properties": {
        "day": {"type": "string", "format": "date", "description": "The first on the new level."},
        "earliest": {"type": "string", "format": "date"},
        "latest": {"type": "string", "format": "date"},
        "direction": {"type": "string", "enum": ["fall", "rise"]},
        "delta": {"type": "number"}, "p_value": {"type": "number"}}}},
    "judgement": {"type": ["object", "null"],
      "description": "The last whole weeks that are closed against as many before.",
      "properties": {
        "first": {"type": "string", "format": "date"}, "last": {"type": "string", "format": "date"},
        "before_first": {"type": "string", "format": "date"},
        "before_last": {"type": "string", "format": "date"},
        "delta": {"type": "number"}, "low": {"type": "number"}, "high": {"type": "number"},
        "p_value": {"type": "number"},
        "verdict": {"type": "string", "enum": ["none", "better", "worse"]},
        "between_days_known": {"type": "boolean"}}},
    "not_judged": {"$ref": "#/components/schemas/Refused"},
    "target": {"type": ["object", "null"],
      "description": "Of the one store that is asked for, over the last 28 of the closed days.",
      "properties": {
        "points": {"type": "integer"},
        "verdict": {"type": ["string", "null"], "enum": ["below", "above", "not-clear", null]},
        "not_judged": {"$ref": "#/components/schemas/Refused"}}},
    "slope": {"type": ["object", "null"],
      "description": "Of a straight line through the closed days asked for, by day whatever the rows are.",
      "properties": {
        "per_week": {"type": "number", "description": "Points."},
        "low": {"type": "number"}, "high": {"type": "number"},
        "p_value": {"type": "number"},
        "clear": {"type": "boolean", "description": "The interval excludes 0."}}},
    "no_slope": {"$ref": "#/components/schemas/Refused"},
    "as_of": {"type": "string", "format": "date-time"}}},
"Ranking": {
  "type": "object", "required": ["rows", "pooled", "typical", "as_of"],
  "properties": {
    "rows": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/Score"},
      {"type": "object", "properties": {
        "key": {"type": "string", "description": "The store."},
        "drawn": {"type": ["number", "null"], "description": "What the order follows."},
        "drawn_low": {"type": ["number", "null"]}, "drawn_high": {"type": ["number", "null"]},
        "place": {"type": ["integer", "null"], "description": "Null under 30 answers."},
        "best_place": {"type": ["integer", "null"]}, "worst_place": {"type": ["integer", "null"]},
        "group": {"type": ["integer", "null"],
          "description": "Nobody in it can be told apart from its first."},
        "against": {"type": "string", "enum": ["above", "below", "not-clear"],
          "description": "The other stores, pooled."}}}]}},
    "pooled": {"$ref": "#/components/schemas/Score"},
    "typical": {"type": ["number", "null"], "description": "What scores are drawn to."},
    "as_of": {"type": "string", "format": "date-time"}}},
"HeatMap": {
  "type": "object", "required": ["from", "to", "rows", "as_of"],
  "properties": {
    "from": {"type": "string", "format": "date", "description": "The days that were read."},
    "to": {"type": "string", "format": "date"},
    "rows": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/Score"},
      {"type": "object", "properties": {
        "weekday": {"type": "integer", "minimum": 1, "maximum": 7, "description": "1 is Monday."},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23}}}]}},
    "as_of": {"type": "string", "format": "date-time"}}},
"Touchpoints": {
  "type": "object", "required": ["rows", "weighted", "as_of"],
  "properties": {
    "as_of": {"type": "string", "format": "date-time"},
    "weighted": {"type": ["object", "null"], "required": ["nps", "low", "high", "missing"],
      "description": "The touchpoint-weighted NPS; null where the chain gives no weights.",
      "properties": {
        "nps": {"type": ["number", "null"]}, "low": {"type": ["number", "null"]},
        "high": {"type": ["number", "null"]},
        "missing": {"type": "array", "items": {"type": "string"},
          "description": "Weighted touchpoints under 30 answers: with any there is no score."}}},
    "rows": {"type": "array", "items": {"allOf": [
      {"$ref": "#/components/schemas/ScoreWithHistogram"},
      {"type": "object", "properties": {"key": {"type": "string",
        "description": "The touchpoint."}}}]}}}},
"Kiosks": {
  "type": "object", "required": ["rows", "coverage_from", "coverage_to", "as_of"],
  "properties": {
    "as_of": {"type": "string", "format": "date-time"},
    "coverage_from": {"type": "string", "format": "date",
      "description": "Coverage is of the last of the days asked for."},
    "coverage_to": {"type": "string", "format": "date"},
    "rows": {"type": "array", "items": {"allOf": [
      {"$ref": "#/components/schemas/ScoreWithHistogram"},
      {"type": "object", "required": ["key", "name", "channel", "stands", "coverage"],
        "properties": {
          "key": {"type": "string", "format": "uuid", "description": "The tablet's id."},
          "name": {"type": "string"},
          "channel": {"type": ["string", "null"],
            "description": "By which the answers were brought in; null: from a tablet."},
          "stands": {"type": "boolean", "description": "A tablet in use in this store."},
          "coverage": {"$ref": "#/components/schemas/Coverage"}}}]}}}},
"ScoreWithHistogram": {
  "allOf": [{"$ref": "#/components/schemas/Score"}, {"type": "object", "properties": {
    "histogram": {"type": "array", "minItems": 11, "maxItems": 11,
      "items": {"type": "integer"}}}}]},
"Histogram": {"type": "array", "minItems": 11, "maxItems": 11, "items": {"type": "integer"},
  "description": "How many answers each score got, 0 first."},
"Comparison": {
  "type": "object", "required": ["a", "b", "overlap", "wording_changed", "difference", "as_of"],
  "properties": {
    "a": {"$ref": "#/components/schemas/ScoreWithHistogram"},
    "b": {"$ref": "#/components/schemas/ScoreWithHistogram"},
    "overlap": {"type": "boolean", "description": "One answer may stand on both sides."},
    "wording_changed": {"type": "array", "items": {"type": "string"}, "description":
      "The checklists that asked the two sides in other words: with any there is no difference."},
    "difference": {"type": ["object", "null"], "description": "a − b, in points.", "properties": {
      "delta": {"type": "number"}, "low": {"type": "number"}, "high": {"type": "number"},
      "p_value": {"type": "number"},
      "clear": {"type": "boolean", "description": "The 95 % interval excludes 0."},
      "between_days_known": {"type": "boolean", "description": "The interval holds, of both sides, how their days differ; else it is too narrow."},
      "enough": {"type": "boolean", "description": "Both sides have 30 answers."}}},
    "as_of": {"type": "string", "format": "date-time"}}},
"StoreEvent": {
  "allOf": [{"$ref": "#/components/schemas/Score"}, {"type": "object", "properties": {
    "store": {"type": "string"}, "version": {"type": "integer"},
    "day": {"type": "string", "format": "date"}}}]},
"Hidden": {"type": "string", "pattern": "^[0-9a-f]{112}$",
  "description": "What one row is called, for who asks and until their password changes."},
"Next": {"type": ["string", "null"],
  "description": "The cursor of the next page, to be sent as `after`; null: this is the last one."},
"Description": {"type": "object", "required": ["openapi", "info", "paths"],
  "description": "An OpenAPI 3.1 document."},
"Stores": {
  "type": "object", "required": ["stores", "next"],
  "properties": {"next": {"$ref": "#/components/schemas/Next"},
  "stores": {"type": "array", "items": {"type": "object", "properties": {
    "id": {"type": "string"}, "name": {"type": "string"}, "region": {"type": "string"},
    "timezone": {"type": "string"}, "target_nps": {"type": ["integer", "null"]},
    "last_answer": {"type": ["string", "null"], "format": "date-time"},
    "today": {"type": "string", "format": "date",
      "description": "The store's business day now, in its own time zone."}}}}}},
"Credentials": {
  "type": "object", "required": ["name", "password"],
  "properties": {"name": {"type": "string"}, "password": {"type": "string"}}},
"PasswordChange": {
  "type": "object", "required": ["present", "password"],
  "properties": {
    "present": {"type": "string"},
    "password": {"type": "string", "description": "10 characters or more, and no common one."}}},
"Role": {"type": "string", "enum": ["admin", "regional", "manager", "viewer"]},
"Names": {"type": "array", "items": {"type": "string"}},
"User": {
  "type": "object",
  "required": ["name", "role", "everywhere", "regions", "stores", "export", "disabled"],
  "properties": {
    "name": {"type": "string"}, "role": {"$ref": "#/components/schemas/Role"},
    "everywhere": {"type": "boolean", "description": "Sees the whole chain."},
    "regions": {"$ref": "#/components/schemas/Names"},
    "stores": {"$ref": "#/components/schemas/Names"},
    "export": {"type": "boolean"}, "disabled": {"type": "boolean"}}},
"Users": {
  "type": "object", "required": ["users", "next"],
  "properties": {"next": {"$ref": "#/components/schemas/Next"},
  "users": {"type": "array", "items": {"$ref": "#/components/schemas/User"}}}},
"NewUser": {
  "type": "object", "required": ["name", "password", "role"], "additionalProperties": false,
  "properties": {
    "name": {"type": "string"}, "password": {"type": "string"},
    "role": {"$ref": "#/components/schemas/Role"}, "everywhere": {"type": "boolean"},
    "regions": {"$ref": "#/components/schemas/Names"},
    "stores": {"$ref": "#/components/schemas/Names"},
    "export": {"type": "boolean", "description": "By itself: admin and regional."},
    "disabled": {"type": "boolean"}}},
"UserChange": {
  "type": "object", "additionalProperties": false,
  "properties": {
    "password": {"type": "string"}, "role": {"$ref": "#/components/schemas/Role"},
    "everywhere": {"type": "boolean"}, "regions": {"$ref": "#/components/schemas/Names"},
    "stores": {"$ref": "#/components/schemas/Names"}, "export": {"type": "boolean"},
    "disabled": {"type": "boolean"}}},
"TokenScopes": {
  "type": "array", "minItems": 1,
  "items": {"type": "string", "enum": ["read", "export", "administer", "sales"]}},
"ApiToken": {
  "type": "object", "required": ["id", "user", "name", "scopes", "made_at", "expires_at"],
  "properties": {
    "id": {"type": "string"}, "user": {"type": "string"}, "name": {"type": "string"},
    "scopes": {"$ref": "#/components/schemas/TokenScopes"},
    "made_at": {"type": "string", "format": "date-time"},
    "expires_at": {"type": ["string", "null"], "format": "date-time"}}},
"ApiTokens": {
  "type": "object", "required": ["tokens"], "properties": {
    "tokens": {"type": "array", "items": {"$ref": "#/components/schemas/ApiToken"}}}},
"NewApiToken": {
  "type": "object", "required": ["name", "scopes", "days"],
  "properties": {
    "name": {"type": "string"}, "scopes": {"$ref": "#/components/schemas/TokenScopes"},
    "days": {"type": "integer", "minimum": 1, "maximum": 3650}}},
"MadeApiToken": {
  "allOf": [{"$ref": "#/components/schemas/ApiToken"}, {"type": "object",
    "required": ["token"], "properties": {"token": {"type": "string"}}}]},
"Regions": {
  "type": "object", "required": ["regions", "next"], "properties": {"next": {"$ref": "#/components/schemas/Next"},
  "regions": {"type": "array",
    "items": {"type": "object", "required": ["id", "name", "parent"], "properties": {
      "id": {"type": "string"}, "name": {"type": "string"},
      "parent": {"type": ["string", "null"]}}}}}},
"Device": {
  "type": "object",
  "description": "null: not known. What `attention` says and when: resources/docs/devices.md.",
  "required": ["id", "name", "store", "revoked", "rotating", "replaced", "enrolled_at",
    "last_seen_at", "attention", "coverage", "silent"],
  "properties": {
    "id": {"type": "string", "format": "uuid"}, "name": {"type": "string"},
    "store": {"type": "string"}, "revoked": {"type": "boolean"},
    "rotating": {"type": "boolean", "description": "Gets a new token with its next heartbeat."},
    "replaced": {"type": "boolean", "description": "Another tablet has taken its place."},
    "replaces": {"type": ["string", "null"], "format": "uuid"},
    "replaced_by": {"type": ["string", "null"], "format": "uuid"},
    "enrolled_at": {"type": "string", "format": "date-time"},
    "last_seen_at": {"type": ["string", "null"], "format": "date-time"},
    "last_answer_at": {"type": ["string", "null"], "format": "date-time"},
    "open": {"type": ["boolean", "null"], "description": "The store, now."},
    "version": {"type": ["string", "null"]},
    "config": {"type": ["string", "null"], "enum": ["current", "behind", null],
      "description": "Whether it has the settings and checklists that its store is given."},
    "config_since": {"type": ["string", "null"], "format": "date-time",
      "description": "When something of these was last published."},
    "queue_length": {"type": ["integer", "null"]},
    "queue_oldest_at": {"type": ["string", "null"], "format": "date-time"},
    "refused": {"type": ["integer", "null"]},
    "battery": {"type": ["string", "null"],
      "enum": ["mains", "full", "good", "low", "critical", null]},
    "battery_percent": {"type": ["integer", "null"]}, "charging": {"type": ["boolean", "null"]},
    "heat": {"type": ["string", "null"], "enum": ["normal", "warm", "hot", null]},
    "temperature_celsius": {"type": ["integer", "null"]},
    "disk_free_bytes": {"type": ["integer", "null"]},
    "clock_error_ms": {"type": ["integer", "null"], "description": "Server − tablet."},
    "locked": {"type": ["boolean", "null"]},
    "failing": {"type": "array", "items": {"type": "string"}},
    "coverage": {"type": ["number", "null"], "minimum": 0, "maximum": 1,
      "description": "Minutes available ÷ minutes open, of the last seven closed days."},
    "minutes_available": {"type": ["integer", "null"]},
    "minutes_open": {"type": ["integer", "null"]},
    "silent": {"type": ["object", "null"], "properties": {
      "since": {"type": "string", "format": "date-time"},
      "usual": {"type": "number"}, "least": {"type": "integer"}}},
    "attention": {"type": "array", "items": {"type": "string", "enum": ["never-seen", "not-seen",
      "silent", "queue-old", "refused", "battery-low", "hot", "disk-low", "clock-off", "unlocked",
      "failing", "config-behind"]}}}},
"Devices": {
  "type": "object", "required": ["devices", "next", "as_of"], "properties": {
    "devices": {"type": "array", "items": {"$ref": "#/components/schemas/Device"}},
    "next": {"$ref": "#/components/schemas/Next"},
    "as_of": {"type": "string", "format": "date-time"}}},
"DeviceChange": {
  "type": "object", "additionalProperties": false,
  "properties": {"name": {"type": "string"}, "store": {"type": "string"}}},
"LabelServer": {
  "type": "object", "required": ["server"], "additionalProperties": false,
  "properties": {"server": {"type": "string",
    "description": "The address at which tablets reach the server; it goes into the QR code."}}},
"NewDevices": {
  "type": "object", "required": ["server", "tablets"], "additionalProperties": false,
  "properties": {
    "server": {"type": "string"},
    "tablets": {"type": "array", "minItems": 1, "maxItems": 1000, "items": {
      "type": "object", "required": ["store"],
      "properties": {"store": {"type": "string"}, "name": {"type": "string"}}}}}},
"DeviceLabel": {
  "type": "object", "required": ["code", "store", "store_name", "name", "expires_at", "server",
    "text", "qr"],
  "properties": {
    "code": {"type": "string"}, "store": {"type": "string"}, "store_name": {"type": "string"},
    "name": {"type": "string"}, "expires_at": {"type": "string", "format": "date-time"},
    "server": {"type": "string"},
    "text": {"type": "string", "description": "What the QR code says."},
    "qr": {"type": "object", "properties": {
      "size": {"type": "integer", "description": "Modules of a side."},
      "path": {"type": "string", "description": "Its dark modules, as the path of an SVG."}}}}},
"DeviceLabels": {
  "type": "object", "required": ["labels"], "properties": {
    "labels": {"type": "array", "items": {"$ref": "#/components/schemas/DeviceLabel"}}}},
"Pins": {
  "type": "object", "required": ["pins"], "properties": {"pins": {"type": "array", "items": {
    "type": "object", "required": ["store", "role", "set_at"], "properties": {
      "store": {"type": "string"},
      "role": {"type": "string", "enum": ["figures", "exit", "technician"]},
      "set_at": {"type": "string", "format": "date-time"}}}}}},
"NewPin": {
  "type": "object", "required": ["pin"],
  "properties": {"pin": {"type": "string", "pattern": "^[0-9]{4,8}$"}}},
"Publication": {
  "type": "object", "required": ["number", "at", "who", "kind", "subject", "value", "reach",
    "stores", "undoes", "undone_by", "staged", "latest"],
  "properties": {
    "number": {"type": "integer"}, "at": {"type": "string", "format": "date-time"},
    "who": {"type": "string"}, "kind": {"type": "string", "enum": ["checklist", "setting"]},
    "subject": {"type": "string"},
    "value": {"description": "A checklist's version, a setting's value; null: taken away."},
    "reach": {"type": "string", "enum": ["chain", "store", "stage", "undo"]},
    "stores": {"$ref": "#/components/schemas/Names"},
    "undoes": {"type": ["integer", "null"]}, "undone_by": {"type": ["integer", "null"]},
    "staged": {"type": "boolean", "description": "Some stores have it, the rest has not."},
    "latest": {"type": "boolean", "description": "It can be rolled back."}}},
"Publications": {
  "type": "object", "required": ["publications", "next"], "properties": {
    "publications": {"type": "array", "items": {"$ref": "#/components/schemas/Publication"}},
    "next": {"type": ["integer", "null"]}}},
"NewPublication": {
  "type": "object", "required": ["kind", "subject"], "additionalProperties": false,
  "description": "At most one of store, first and share; none: the whole chain.",
  "properties": {
    "kind": {"type": "string", "enum": ["checklist", "setting"]}, "subject": {"type": "string"},
    "value": {"description": "Absent or null: the newest version; no setting any more."},
    "store": {"type": "string", "description": "For this store for good."},
    "first": {"type": "array", "minItems": 1, "items": {"type": "string"},
      "description": "For these stores first."},
    "share": {"type": "integer", "minimum": 1, "maximum": 99,
      "description": "For this share of the stores first, in per cent."}}},
"Published": {
  "type": "object", "required": ["number"], "properties": {"number": {"type": "integer"}}},
"Checklists": {
  "type": "object", "required": ["checklists"], "properties": {"checklists": {"type": "array",
    "items": {"type": "object", "required": ["id", "version", "published_at"], "properties": {
      "id": {"type": "string"}, "version": {"type": "integer"},
      "published_at": {"type": ["string", "null"], "format": "date-time"}}}}}},
"Audit": {
  "type": "object", "required": ["entries", "next"], "properties": {
    "next": {"type": ["integer", "null"]},
    "entries": {"type": "array", "items": {"type": "object",
      "required": ["number", "at", "who", "from", "what", "subject", "detail", "previous", "hash"],
      "properties": {
        "number": {"type": "integer"}, "at": {"type": "string", "format": "date-time"},
        "who": {"type": "string"}, "from": {"type": "string"}, "what": {"type": "string"},
        "subject": {"type": "string"}, "detail": {"type": "object"},
        "previous": {"type": "string"}, "hash": {"type": "string",
          "description": "BLAKE2b-256 of the RFC 8785 JSON of the other members."}}}}}},
"AuditVerdict": {
  "type": "object", "required": ["state", "entries", "head", "broken_at", "head_missing"],
  "properties": {
    "state": {"type": "string", "enum": ["sound", "broken"]}, "entries": {"type": "integer"},
    "head": {"type": "object", "properties": {
      "number": {"type": "integer"}, "hash": {"type": "string"}}},
    "broken_at": {"type": ["integer", "null"]}, "head_missing": {"type": "boolean"}}},
"Session": {
  "type": "object", "required": ["name", "role", "everywhere", "export", "csrf"],
  "properties": {
    "name": {"type": "string"}, "role": {"$ref": "#/components/schemas/Role"},
    "everywhere": {"type": "boolean"},
    "export": {"type": "boolean", "description": "Whether exporting is allowed."},
    "csrf": {"type": ["string", "null"],
      "description": "Send it as X-Vouch-CSRF with every unsafe request made by cookie."}}},
"LedgerCounts": {
  "type": "object",
  "description": "The terms are those of resources/docs/ledger.md.",
  "properties": {
    "received": {"type": "integer"}, "refused": {"type": "integer"},
    "conflicting": {"type": "integer"}, "forked": {"type": "integer"},
    "late": {"type": "integer"}, "marked": {"type": "integer"}}},
"LedgerChain": {
  "allOf": [{"$ref": "#/components/schemas/LedgerCounts"}, {"type": "object",
    "description": "Null is what concerns a chain as a whole, to who does not see all its shops.",
    "properties": {
      "device": {"type": "string", "format": "uuid"}, "name": {"type": "string"},
      "store": {"type": ["string", "null"], "description": "Where the tablet stands now."},
      "revoked": {"type": "boolean"},
      "replaced_by": {"type": ["string", "null"], "format": "uuid"},
      "last_seen_at": {"type": ["string", "null"], "format": "date-time"},
      "chain": {"type": "string", "format": "uuid"},
      "made": {"type": ["integer", "null"]}, "missing": {"type": ["integer", "null"]},
      "last": {"type": ["integer", "null"], "description": "The highest place known here."},
      "gaps": {"type": ["array", "null"], "items": {"type": "object", "properties": {
        "first": {"type": "integer"}, "last": {"type": "integer"},
        "after": {"type": ["string", "null"], "format": "date"},
        "before": {"type": ["string", "null"], "format": "date"}}}},
      "more_gaps": {"type": "boolean"},
      "attention": {"type": ["array", "null"], "items": {"type": "string",
        "enum": ["altered", "removed", "inserted", "altered-on-tablet", "missing-on-tablet",
          "forked", "cloned", "missing", "waiting", "refused", "conflicting"]},
        "description": "What there is to look at; empty: all is here."},
      "on_tablet": {"type": "object", "description": "As the tablet's last heartbeat says.",
        "properties": {
          "altered": {"type": "array", "items": {"type": "integer"},
            "description": "Places that do not hold what the tablet made: altered or added."},
          "missing": {"type": "array", "items": {"type": "integer"}},
          "head_altered": {"type": "boolean",
            "description": "What the tablet keeps of the chain's end was altered."}}},
      "clock_error_ms": {"type": ["integer", "null"],
        "description": "Server − tablet, as estimated when the chain's newest record came."},
      "verdict": {"anyOf": [{"$ref": "#/components/schemas/ChainVerdict"}, {"type": "null"}]},
      "days": {"type": "array", "items": {"allOf": [
        {"$ref": "#/components/schemas/LedgerCounts"}, {"type": "object", "properties": {
          "day": {"type": ["string", "null"], "format": "date",
            "description": "Null: no day can be told."},
          "store": {"type": ["string", "null"]},
          "made": {"type": "integer"}, "missing": {"type": "integer"}}}]}}}}]},
"ChainVerdict": {
  "type": "object", "required": ["state", "verified", "signed_to", "next", "findings"],
  "properties": {
    "state": {"type": "string", "enum": ["sound", "broken", "unverified"]},
    "verified": {"type": "integer", "description": "Records, by this request."},
    "signed_to": {"type": ["integer", "null"],
      "description": "The tablet's signature is kept up to this place."},
    "next": {"type": ["integer", "null"], "description": "Not verified yet from behind here."},
    "findings": {"type": "array", "items": {"type": "object", "properties": {
      "code": {"type": "string", "enum": ["altered", "removed", "inserted"]},
      "sequence": {"type": "integer"}, "last": {"type": "integer"},
      "message": {"type": "string"}}}}}},
"Ledger": {
  "type": "object", "required": ["chains", "next", "as_of"],
  "properties": {
    "totals": {"allOf": [{"$ref": "#/components/schemas/LedgerCounts"}, {"type": "object",
      "description": "Of all pages, on the first one.", "properties": {
        "chains": {"type": "integer"}, "open": {"type": "integer"},
        "made": {"type": "integer"}, "missing": {"type": "integer"}}}]},
    "chains": {"type": "array", "items": {"$ref": "#/components/schemas/LedgerChain"}},
    "next": {"$ref": "#/components/schemas/Next"}, "as_of": {"type": "string", "format": "date-time"}}},
"Quarantine": {
  "type": "object", "required": ["entries", "next"],
  "properties": {
    "next": {"$ref": "#/components/schemas/Next"},
    "entries": {"type": "array", "items": {"type": "object", "properties": {
      "kind": {"type": "string", "enum": ["refused", "conflict"]},
      "key": {"$ref": "#/components/schemas/Hidden"},
      "device": {"type": "string", "format": "uuid"}, "name": {"type": "string"},
      "store": {"type": ["string", "null"]}, "day": {"type": ["string", "null"]},
      "chain": {"type": ["string", "null"]}, "sequence": {"type": ["integer", "null"]},
      "id": {"type": "string", "description": "As the record states it; so is hash."},
      "hash": {"type": "string"},
      "code": {"type": "string", "description": "resources/docs/codes.md says what to do."},
      "reason": {"type": "string"}, "received_at": {"type": "string", "format": "date-time"},
      "record": {"description": "The whole record."}}}}}},
"Contacts": {
  "type": "object", "required": ["contacts", "next"],
  "properties": {
    "next": {"$ref": "#/components/schemas/Next"},
    "contacts": {"type": "array", "items": {"type": "object",
      "required": ["id", "store", "store_name", "day", "hour", "score", "consent", "key"],
      "properties": {
        "id": {"type": "string", "format": "uuid", "description": "The response's."},
        "store": {"type": "string"}, "store_name": {"type": "string"},
        "touchpoint": {"type": "string"}, "day": {"type": "string", "format": "date"},
        "hour": {"type": "integer"}, "score": {"type": ["integer", "null"]},
        "consent": {"type": "object", "description": "What the shopper agreed to.",
          "properties": {"version": {"type": "string"}, "language": {"type": "string"}}},
        "key": {"type": "string", "description": "The key that it is sealed with."}}}}}},
"Contact": {
  "type": "object", "required": ["kind", "address"],
  "properties": {"kind": {"type": "string", "enum": ["phone", "email"]},
    "address": {"type": "string"}}},
"ODataAnswer": {
  "type": "object", "required": ["@odata.context"], "additionalProperties": true,
  "description": "As $metadata describes it.",
  "properties": {"@odata.context": {"type": "string"}, "value": {"type": "array"}}},
"Codebook": {
  "type": "object", "required": ["columns", "codes", "checklists"],
  "properties": {
    "columns": {"type": "array", "items": {"type": "object",
      "required": ["name", "type", "description"],
      "properties": {"name": {"type": "string"}, "type": {"type": "string"},
        "description": {"type": "string"}}}},
    "codes": {"type": "array", "items": {"type": "object",
      "required": ["column", "code", "text"],
      "properties": {"column": {"type": "string"}, "code": {"type": "string"},
        "text": {"type": "string"}}}},
    "checklists": {"type": "array", "items": {"type": "object",
      "required": ["id", "version", "languages", "questions"],
      "properties": {"id": {"type": "string"}, "version": {"type": "integer"},
        "series": {"type": "string"}, "measurement": {"type": "string"},
        "score": {"type": "string", "description": "The question whose answer is the score."},
        "languages": {"type": "array", "items": {"type": "string"}},
        "questions": {"type": "array", "items": {"type": "object",
          "required": ["code", "column", "type", "text"],
          "properties": {"code": {"type": "string"}, "column": {"type": "string"},
            "type": {"type": "string"},
            "text": {"type": "object", "description": "By language."},
            "min": {"type": "integer"}, "max": {"type": "integer"},
            "unit": {"type": "object", "description": "By language."},
            "options": {"type": "array", "items": {"type": "object",
              "properties": {"code": {"type": "string"},
                "text": {"type": "object", "description": "By language."}}}}}}}}}}}},
"Erasure": {
  "type": "object", "additionalProperties": false,
  "description": "One of both.",
  "properties": {
    "code": {"type": "string", "description": "What the shopper was shown: K7PM-49XT-HRCA."},
    "record": {"type": "string", "format": "uuid"}}},
"ErasureAnswer": {
  "type": "object", "required": ["records", "copies"], "properties": {
    "records": {"type": "array", "items": {"type": "object", "required": ["id", "store", "day"],
      "properties": {
        "id": {"type": "string", "format": "uuid"}, "store": {"type": "string"},
        "day": {"type": "string", "format": "date"}}}},
    "copies": {"type": "integer", "description": "Of records that were refused or in conflict."}}},
"Retention": {
  "type": "object", "required": ["contact_days", "comment_days"], "additionalProperties": false,
  "properties": {
    "contact_days": {"type": "integer", "minimum": 0, "maximum": 3650,
      "description": "After so many days from the answer it is erased; 0: never."},
    "comment_days": {"type": "integer", "minimum": 0, "maximum": 3650},
    "record_days": {"type": "integer", "minimum": 0, "maximum": 3650, "default": 0,
      "description": "After so many days contact and comments are both erased; score, picks, place and hash stay."}}},
"Readiness": {
  "type": "object", "required": ["status", "reasons"], "properties": {
    "status": {"type": "string", "enum": ["ready", "not-ready"]},
    "reasons": {"type": "array", "items": {"type": "object", "required": ["code", "message"],
      "properties": {
        "code": {"type": "string", "enum": ["disk-full", "writer-busy", "database-unwritable"]},
        "message": {"type": "string"}}}}}},
"Health": {
  "type": "object", "required": ["status"], "properties": {"status": {"type": "string"}}}
})json";

} // namespace

std::string_view openapiSchemas()
{
    return schemas;
}

} // namespace vouch::server
