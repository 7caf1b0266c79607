#include "sync/server/api/export_codebook.h"

#include "core/check/check.h"
#include "sync/server/api/csv.h"
#include "sync/server/api/export_columns.h"

#include <array>

namespace vouch::server {

namespace {

struct Code
{
    std::string_view column, code, text;
};

/// The codes that no checklist makes.
constexpr std::array<Code, 11> codes{{
    {"kind", check::kind::survey, "A shopper's conversation."},
    {"kind", check::kind::training, "Staff trying the tablet; in no score."},
    {"state", "completed", "Went on to its end."},
    {"state", "abandoned", "Left before its end; a score that was given counts."},
    {"segment", "promoter", "A score of 9 or 10."},
    {"segment", "passive", "A score of 7 or 8."},
    {"segment", "detractor", "A score of 0 to 6."},
    {"marks", check::mark::burst, "Many responses within a minute on one tablet."},
    {"marks", check::mark::repeat, "Many equal scores one after the other on one tablet."},
    {"marks", check::mark::closedHours, "Outside of the shop's opening hours."},
    {"marks", check::mark::training, "Made while staff were trying the tablet."},
}};

json::object wordingJson(const checklist::Wording &wording)
{
    json::object out;
    for (const auto &[language, text] : wording)
        out[language] = text;
    return out;
}

/// One code of an answer and what stands for it.
struct Option
{
    std::string code;
    const checklist::Wording &text;
};

std::vector<Option> optionsOf(const checklist::Question &question)
{
    std::vector<Option> out;
    for (const auto &choice : question.choices)
        out.push_back({choice.code, choice.text});
    if (question.type == checklist::Type::YesNo) {
        out.push_back({"true", question.yes});
        out.push_back({"false", question.no});
    }
    if (question.type == checklist::Type::Scale) {
        out.push_back({std::to_string(question.min), question.low});
        out.push_back({std::to_string(question.max), question.high});
    }
    return out;
}

json::object questionJson(const checklist::Question &question)
{
    json::object out{
        {"code", question.code},
        {"column", answerColumn(question.code).name},
        {"type", name(question.type)},
        {"text", wordingJson(question.text)}};
    if (question.type == checklist::Type::Scale || question.type == checklist::Type::Number) {
        out["min"] = question.min;
        out["max"] = question.max;
    }
    if (!question.unit.empty())
        out["unit"] = wordingJson(question.unit);
    json::array options;
    for (const auto &[code, text] : optionsOf(question))
        options.push_back(json::object{{"code", code}, {"text", wordingJson(text)}});
    if (!options.empty())
        out["options"] = std::move(options);
    return out;
}

} // namespace

json::object codebookJson(const std::vector<checklist::Checklist> &checklists)
{
    json::array columns, meanings, lists;
    for (const auto &column : standardColumns())
        columns.push_back(json::object{
            {"name", column.name},
            {"type", toText(column.type)},
            {"description", column.description}});
    for (const auto &[column, code, text] : codes)
        meanings.push_back(json::object{{"column", column}, {"code", code}, {"text", text}});
    for (const auto &list : checklists) {
        json::array questions, languages;
        for (const auto &question : list.questions)
            questions.push_back(questionJson(question));
        for (const auto &language : list.languages)
            languages.emplace_back(language);
        lists.push_back(json::object{
            {"id", list.id},
            {"version", list.version},
            {"series", list.series},
            {"measurement", name(list.measurement)},
            {"score", list.score},
            {"languages", std::move(languages)},
            {"questions", std::move(questions)}});
    }
    return {
        {"columns", std::move(columns)},
        {"codes", std::move(meanings)},
        {"checklists", std::move(lists)}};
}

std::string codebookCsv(const std::vector<checklist::Checklist> &checklists)
{
    std::string out(csv::byteOrderMark);
    csv::Row line;
    const auto add = [&](const std::array<std::string_view, 9> &cells) {
        for (const auto cell : cells)
            line.text(cell);
        line.endInto(out);
    };
    add({"part", "column", "checklist", "version", "question", "type", "code", "language", "text"});
    for (const auto &column : standardColumns())
        add({"column", column.name, {}, {}, {}, toText(column.type), {}, "en", column.description});
    for (const auto &[column, code, text] : codes)
        add({"code", column, {}, {}, {}, {}, code, "en", text});
    for (const auto &list : checklists) {
        const auto version = std::to_string(list.version);
        for (const auto &question : list.questions) {
            const auto column = answerColumn(question.code).name;
            const auto type = name(question.type);
            for (const auto &[language, text] : question.text)
                add(
                    {"question",
                     column,
                     list.id,
                     version,
                     question.code,
                     type,
                     {},
                     language,
                     text});
            for (const auto &[code, wording] : optionsOf(question))
                for (const auto &[language, text] : wording)
                    add(
                        {"option", column, list.id, version, question.code, type, code, language,
                         text});
        }
    }
    return out;
}

} // namespace vouch::server
