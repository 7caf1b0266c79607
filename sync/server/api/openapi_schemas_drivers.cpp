#include "sync/server/api/openapi_schemas.h"

namespace vouch::server {

namespace {

constexpr std::string_view driverParts = R"json({
"Share": {
  "type": ["object", "null"], "required": ["count", "base", "value", "low", "high"],
  "description": "A fraction with its 95 % interval; null when nobody was asked.",
  "properties": {
    "count": {"type": "integer"}, "base": {"type": "integer"},
    "value": {"type": "number"}, "low": {"type": "number"}, "high": {"type": "number"}}},
"Coverage": {
  "type": ["object", "null"], "required": ["minutes", "minutes_open", "share"],
  "description": "Minutes in which a shopper could have answered, of all tablets, of those in which their stores were open; null: the hours are not known.",
  "properties": {
    "minutes": {"type": "integer"}, "minutes_open": {"type": "integer"},
    "share": {"type": "number", "minimum": 0, "maximum": 1}}},
"KeyedCoverages": {
  "type": "array", "items": {"type": "object", "required": ["key", "coverage"], "properties": {
    "key": {"type": "string"}, "coverage": {"$ref": "#/components/schemas/Coverage"}}}},
"Coverages": {
  "type": "object",
  "required": ["from", "to", "coverage", "stores", "days", "hours", "touchpoints", "as_of"],
  "properties": {
    "from": {"type": "string", "format": "date", "description": "The days that were read."},
    "to": {"type": "string", "format": "date"},
    "coverage": {"$ref": "#/components/schemas/Coverage"},
    "stores": {"$ref": "#/components/schemas/KeyedCoverages",
      "description": "Those with a tablet."},
    "days": {"$ref": "#/components/schemas/KeyedCoverages",
      "description": "Business days on which a store was open; of the last one the hours that are over."},
    "hours": {"type": "array", "description": "Those in which a store is open.",
      "items": {"type": "object", "required": ["weekday", "hour", "coverage"], "properties": {
        "weekday": {"type": "integer", "minimum": 1, "maximum": 7, "description": "1 is Monday."},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23},
        "coverage": {"$ref": "#/components/schemas/Coverage"}}}},
    "touchpoints": {"$ref": "#/components/schemas/KeyedCoverages",
      "description": "Those at which a tablet stood: where most of its answers of a day were given. A touchpoint that is not here has no tablet of its own."},
    "as_of": {"type": "string", "format": "date-time"}}},
"Refused": {
  "type": ["object", "null"], "required": ["code", "message", "where", "have", "need"],
  "description": "Why a figure is not given, and what it would take; null: it is given.",
  "properties": {
    "code": {"type": "string"}, "message": {"type": "string"},
    "where": {"type": "string", "description": "0-6, 7-8, 9, 10, now or before: the side with too few."},
    "have": {"type": ["integer", "null"], "description": "Of what there is too little of."},
    "need": {"type": ["integer", "null"]}}},
"ReasonList": {
  "type": "object", "required": ["mentions", "splits", "store_weeks"],
  "properties": {
    "mentions": {"type": "object", "required": ["refused", "rows"], "properties": {
      "refused": {"$ref": "#/components/schemas/Refused"},
      "rows": {"type": "array", "description": "The most named first.", "items": {
        "type": "object", "required": ["code", "share"], "properties": {
          "code": {"type": "string"},
          "share": {"$ref": "#/components/schemas/Share"}}}}}},
    "splits": {"type": "object", "required": ["refused", "rows"],
      "description": "What goes with 0-6 rather than 7-8, or with 9 rather than 10.",
      "properties": {
      "refused": {"$ref": "#/components/schemas/Refused"},
      "rows": {"type": "array", "items": {"type": "object", "required": ["code", "worse",
          "better", "difference", "low", "high", "p_value", "clear"], "properties": {
        "code": {"type": "string"},
        "worse": {"$ref": "#/components/schemas/Share"},
        "better": {"$ref": "#/components/schemas/Share"},
        "difference": {"type": ["number", "null"],
          "description": "worse - better within stores and weeks, in percentage points; null: picked too rarely."},
        "low": {"type": ["number", "null"]}, "high": {"type": ["number", "null"]},
        "p_value": {"type": ["number", "null"], "description": "Among all of the list."},
        "clear": {"type": "boolean"}}}}}},
    "store_weeks": {"type": "object", "required": ["refused", "rows"], "properties": {
      "refused": {"$ref": "#/components/schemas/Refused"},
      "stores": {"type": "integer"}, "weeks": {"type": "integer"},
      "store_weeks": {"type": "integer"},
      "rows": {"type": "array", "items": {"type": "object",
        "required": ["code", "slope", "low", "high", "p_value", "clear"], "properties": {
        "code": {"type": "string"},
        "slope": {"type": "number",
          "description": "Points of NPS for 10 percentage points more that name it."},
        "low": {"type": "number"}, "high": {"type": "number"},
        "p_value": {"type": "number"}, "clear": {"type": "boolean"}}}}}}}},
"Drivers": {
  "type": "object",
  "required": ["meaning", "from", "to", "marked", "answers", "criteria", "liked", "improve",
    "balance", "relative_weights", "as_of"],
  "properties": {
    "meaning": {"type": "string", "enum": ["association, not cause"]},
    "from": {"type": "string", "format": "date", "description": "The days that were read."},
    "to": {"type": "string", "format": "date"},
    "marked": {"type": "string", "enum": ["include", "exclude"]},
    "answers": {"type": "integer"},
    "criteria": {"type": "array", "items": {"type": "object", "required": ["code", "name"],
      "properties": {"code": {"type": "string"}, "name": {"type": "string"}}}},
    "liked": {"$ref": "#/components/schemas/ReasonList"},
    "improve": {"$ref": "#/components/schemas/ReasonList"},
    "balance": {"type": "object", "required": ["refused", "rows"], "properties": {
      "refused": {"$ref": "#/components/schemas/Refused"},
      "rows": {"type": "array", "description": "The most praised first.", "items": {
        "type": "object", "required": ["code", "value", "low", "high"], "properties": {
          "code": {"type": "string"},
          "value": {"type": "number",
            "description": "Liked - improve, in percentage points of all scored checks."},
          "low": {"type": "number"}, "high": {"type": "number"}}}}}},
    "relative_weights": {"type": ["object", "null"], "required": ["refused", "rows"],
      "description": "Of a checklist that asks everybody for ratings, when it is asked for; else null.",
      "properties": {
      "refused": {"$ref": "#/components/schemas/Refused"},
      "answers": {"type": "integer"}, "left_out": {"type": "integer"},
      "r_squared": {"type": "number"},
      "sampled_one_in": {"type": "integer", "minimum": 1,
        "description": "Of so many answers of the stores asked for one was looked at."},
      "rows": {"type": "array", "items": {"type": "object", "properties": {
        "code": {"type": "string"}, "name": {"type": "string"},
        "weight": {"type": "number"}, "share": {"type": "number"},
        "low": {"type": "number"}, "high": {"type": "number"},
        "correlation": {"type": "number"}, "p_value": {"type": "number"},
        "clear": {"type": "boolean"}}}}}},
    "as_of": {"type": "string", "format": "date-time"}}},
"FunnelSteps": {
  "type": "object",
  "required": ["scored", "listed", "reasons", "completed", "comment", "contact"],
  "properties": {
    "key": {"type": "string", "enum": ["promoters", "passives", "detractors"]},
    "scored": {"type": "integer"},
    "listed": {"$ref": "#/components/schemas/Share",
      "description": "Of the scored: came to the end of the list of reasons."},
    "reasons": {"$ref": "#/components/schemas/Share", "description": "Picked one or more."},
    "completed": {"$ref": "#/components/schemas/Share", "description": "Reached thanks."},
    "comment": {"$ref": "#/components/schemas/Share"},
    "contact": {"$ref": "#/components/schemas/Share"}}},
"Funnel": {
  "allOf": [{"$ref": "#/components/schemas/FunnelSteps"}, {
  "type": "object", "required": ["from", "to", "marked", "groups", "tablets", "as_of"],
  "properties": {
    "from": {"type": "string", "format": "date", "description": "The days that were read."},
    "to": {"type": "string", "format": "date"},
    "marked": {"type": "string", "enum": ["include", "exclude"]},
    "groups": {"type": "array",
      "items": {"$ref": "#/components/schemas/FunnelSteps"}},
    "tablets": {"type": "object",
      "description": "What tablets and tills tell, of the whole stores: it knows no marks.",
      "required": ["from", "to", "opened", "scored", "response_rate", "coverage"],
      "properties": {
        "from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"},
        "opened": {"type": "integer"},
        "scored": {"$ref": "#/components/schemas/Share", "description": "Of those opened."},
        "response_rate": {"$ref": "#/components/schemas/Share",
          "description": "On tablets, of the sales; null where no till tells."},
        "coverage": {"$ref": "#/components/schemas/Coverage"}}},
    "as_of": {"type": "string", "format": "date-time"}}}]}
})json";

} // namespace

std::string_view driverSchemas()
{
    return driverParts;
}

} // namespace vouch::server
