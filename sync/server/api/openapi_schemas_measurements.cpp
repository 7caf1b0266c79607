#include "sync/server/api/openapi_schemas.h"

namespace vouch::server {

namespace {

constexpr std::string_view measurementParts = R"json({
"Measured": {
  "type": "object", "required": ["n", "sufficiency", "refused"],
  "properties": {
    "n": {"type": ["integer", "null"], "description": "Answers; null: not told."},
    "sufficiency": {"type": "string", "enum": ["too-few", "rough", "enough"],
      "description": "Under 30 answers, under 100, from 100."},
    "refused": {"$ref": "#/components/schemas/Refused"}}},
"MeasuredSeries": {
  "type": "object", "required": ["checklist", "series", "question"],
  "properties": {
    "checklist": {"type": "string"}, "series": {"type": "string"},
    "question": {"type": "string", "description": "What is measured by: of WoMI and competitors the further question."}}},
"MeasuredScore": {
  "allOf": [{"$ref": "#/components/schemas/Measured"}, {"type": "object",
    "required": ["promoters", "passives", "detractors", "nps", "low", "high"],
    "properties": {
      "promoters": {"type": ["integer", "null"]}, "passives": {"type": ["integer", "null"]},
      "detractors": {"type": ["integer", "null"]},
      "nps": {"type": ["number", "null"]},
      "low": {"type": ["number", "null"]}, "high": {"type": ["number", "null"]}}}]},
"MeasuredDifference": {
  "type": ["object", "null"], "required": ["delta", "low", "high", "p_value", "clear"],
  "description": "In points; null: one of the two has no answers.",
  "properties": {
    "delta": {"type": "number"}, "low": {"type": "number"}, "high": {"type": "number"},
    "p_value": {"type": "number"},
    "clear": {"type": "boolean", "description": "The interval excludes 0."}}},
"RelationalQuarter": {
  "allOf": [{"$ref": "#/components/schemas/MeasuredScore"}, {"type": "object",
    "required": ["key", "from", "to", "level", "since_previous", "since_last_year"],
    "properties": {
      "key": {"type": "string", "description": "2026-Q3."},
      "from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"},
      "level": {"type": ["string", "null"],
        "enum": ["critical", "compare-with-industry", "good", null],
        "description": "0 or below, under 50, from 50; null under 30 answers."},
      "since_previous": {"$ref": "#/components/schemas/MeasuredDifference"},
      "since_last_year": {"$ref": "#/components/schemas/MeasuredDifference"}}}]},
"ReferenceValues": {
  "type": "object", "required": ["rows", "sources"],
  "description": "Of relational surveys elsewhere: beside a relational index only.",
  "properties": {
    "rows": {"type": "array", "items": {"type": "object",
      "required": ["code", "name", "company", "nps", "source"], "properties": {
        "code": {"type": "string"}, "name": {"type": "string"},
        "company": {"type": "boolean", "description": "Else an industry."},
        "nps": {"type": "number"}, "source": {"type": "string", "enum": ["first", "second"]}}}},
    "sources": {"type": "array", "items": {"type": "object", "required": ["source", "text"],
      "properties": {
        "source": {"type": "string", "enum": ["first", "second"]},
        "text": {"type": "string"}}}}}},
"EmployeeWeek": {
  "allOf": [{"$ref": "#/components/schemas/MeasuredScore"}, {"type": "object",
    "required": ["from", "to"],
    "description": "Under seven answers, or where so few could be worked out: nothing, not even how many.",
    "properties": {
      "from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"}}}]},
"AnswersRead": {
  "type": ["object", "null"], "required": ["read", "of", "sampled_one_in"],
  "description": "How many answers were looked at, of how many; null: the checklist was not named, none was.",
  "properties": {
    "read": {"type": "integer"}, "of": {"type": "integer"},
    "sampled_one_in": {"type": "integer", "minimum": 1,
      "description": "Of so many answers of the stores asked for one was looked at."}}},
"WomiReading": {
  "allOf": [{"$ref": "#/components/schemas/Measured"}, {"type": "object",
    "required": ["rule", "rule_text", "womi", "low", "high", "promoters", "true_detractors",
      "false_detractors"],
    "properties": {
      "rule": {"type": "string", "enum": ["looser", "published"]},
      "rule_text": {"type": "string", "description": "To be printed beside the figure."},
      "womi": {"type": ["number", "null"]}, "low": {"type": ["number", "null"]},
      "high": {"type": ["number", "null"]}, "promoters": {"type": ["integer", "null"]},
      "true_detractors": {"type": ["integer", "null"]},
      "false_detractors": {"type": ["integer", "null"]}}}]},
"CompetitorScore": {
  "allOf": [{"$ref": "#/components/schemas/Measured"}, {"type": "object",
    "required": ["nps", "low", "high", "named", "unnamed"],
    "properties": {
      "nps": {"type": ["number", "null"],
        "description": "Above 0: more would rather buy elsewhere than would not."},
      "low": {"type": ["number", "null"]}, "high": {"type": ["number", "null"]},
      "named": {"type": "array", "description": "The most named first.", "items": {
        "type": "object", "required": ["code", "name", "share"], "properties": {
          "code": {"type": "string"}, "name": {"type": "string"},
          "share": {"$ref": "#/components/schemas/Share",
            "description": "Of all who answered how likely they buy elsewhere."}}}},
      "unnamed": {"type": "integer", "description": "9 and 10 who named none."}}}]},
"Measurements": {
  "type": "object",
  "required": ["from", "to", "marked", "relational", "employees", "partners", "csat", "ces",
    "womi", "competitors", "as_of"],
  "properties": {
    "from": {"type": "string", "format": "date", "description": "The days that were read."},
    "to": {"type": "string", "format": "date"},
    "marked": {"type": "string", "enum": ["include", "exclude"]},
    "relational": {"type": "object", "required": ["rows", "references"], "properties": {
      "rows": {"type": "array", "items": {"allOf": [
        {"$ref": "#/components/schemas/MeasuredSeries"},
        {"type": "object", "required": ["quarters"], "properties": {"quarters": {
          "type": "array", "maxItems": 8,
          "description": "With answers and over on the last day, whatever the first one is; the earliest first.",
          "items": {"$ref": "#/components/schemas/RelationalQuarter"}}}}]}},
      "references": {"$ref": "#/components/schemas/ReferenceValues"}}},
    "employees": {"type": "object", "required": ["refused", "rows"],
      "description": "For administrators and regional staff; as the official score has marks, of every touchpoint.",
      "properties": {
        "refused": {"$ref": "#/components/schemas/Refused"},
        "least": {"type": "integer"}, "week_start": {"type": "string"},
        "rows": {"type": "array", "items": {"allOf": [
          {"$ref": "#/components/schemas/MeasuredSeries"},
          {"type": "object", "required": ["weeks"], "properties": {"weeks": {
            "type": "array", "description": "Whole ones that are over, in which anybody answered.",
            "items": {"$ref": "#/components/schemas/EmployeeWeek"}}}}]}}}},
    "partners": {"type": "array", "items": {"allOf": [
      {"$ref": "#/components/schemas/MeasuredSeries"},
      {"$ref": "#/components/schemas/MeasuredScore"}]}},
    "csat": {"type": "array", "items": {"allOf": [
      {"$ref": "#/components/schemas/MeasuredSeries"}, {"$ref": "#/components/schemas/Measured"},
      {"type": "object", "required": ["counts", "satisfied"], "properties": {
        "counts": {"type": "array", "items": {"type": "integer"}, "minItems": 5, "maxItems": 5},
        "satisfied": {"$ref": "#/components/schemas/Share", "description": "4 and 5."}}}]}},
    "ces": {"type": "array", "items": {"allOf": [
      {"$ref": "#/components/schemas/MeasuredSeries"}, {"$ref": "#/components/schemas/Measured"},
      {"type": "object", "required": ["counts", "mean", "low", "high", "easy"], "properties": {
        "counts": {"type": "array", "items": {"type": "integer"}, "minItems": 7, "maxItems": 7},
        "mean": {"type": ["number", "null"], "description": "1 to 7."},
        "low": {"type": ["number", "null"]}, "high": {"type": ["number", "null"]},
        "easy": {"$ref": "#/components/schemas/Share", "description": "5, 6 and 7."}}}]}},
    "womi": {"type": "array", "items": {"allOf": [
      {"$ref": "#/components/schemas/MeasuredSeries"},
      {"type": "object", "required": ["sample", "readings"], "properties": {
        "sample": {"$ref": "#/components/schemas/AnswersRead"},
        "readings": {"type": ["array", "null"],
          "items": {"$ref": "#/components/schemas/WomiReading"}}}}]}},
    "competitors": {"type": "array", "items": {"allOf": [
      {"$ref": "#/components/schemas/MeasuredSeries"},
      {"type": "object", "required": ["sample", "score"], "properties": {
        "sample": {"$ref": "#/components/schemas/AnswersRead"},
        "score": {"anyOf": [{"$ref": "#/components/schemas/CompetitorScore"},
          {"type": "null"}]}}}]}},
    "as_of": {"type": "string", "format": "date-time"}}}
})json";

} // namespace

std::string_view measurementSchemas()
{
    return measurementParts;
}

} // namespace vouch::server
