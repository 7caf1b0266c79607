#include "app/central/checklist_report.h"

#include "app/central/command.h"
#include "app/central/file_content.h"
#include "core/checklist/parser.h"

namespace vouch::central {

namespace {

using checklist::Way;

constexpr std::string_view indent = "    ";

/// The parser quotes the file before each place.
std::vector<Failure> withoutFile(std::vector<Failure> failures, const std::string &file)
{
    for (auto &failure : failures) {
        if (failure.where.starts_with(file))
            failure.where.erase(0, file.size());
        if (failure.where.starts_with(": "))
            failure.where.erase(0, 2);
    }
    return failures;
}

std::string listed(const std::vector<std::string> &words, std::string_view between)
{
    std::string out;
    for (const auto &word : words)
        (out += out.empty() ? std::string_view() : between) += word;
    return out;
}

std::string counted(std::size_t number, const std::string &what)
{
    return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

std::string line(std::string_view title, const std::string &content)
{
    constexpr std::size_t width = 12;
    std::string out(indent);
    out += title;
    out.append(width - title.size(), ' ');
    return out + printable(content) + '\n';
}

std::string line(std::string_view title, const Way &way, const std::string &what)
{
    const auto content = counted(static_cast<std::size_t>(way.count), what);
    return line(
        title, way.questions.empty() ? content : content + ": " + listed(way.questions, " → "));
}

std::string lines(std::string_view title, const std::vector<Failure> &failures)
{
    std::string out;
    for (const auto &failure : failures)
        out += line(title, failure.text());
    return out;
}

std::string measured(const checklist::Checklist &checklist)
{
    std::string out(name(checklist.kind));
    if (checklist.kind != checklist::Kind::Survey)
        return out;
    const auto bounds = scoreBounds(checklist.measurement);
    return out + ", " + std::string(name(checklist.measurement)) + " from “" + checklist.score +
           "” " + std::to_string(bounds.min) + "–" + std::to_string(bounds.max) + " at “" +
           checklist.touchpoint + "”";
}

std::string contentLines(const checklist::Checklist &checklist, const checklist::Ways &ways)
{
    std::string out = line(
        "is", checklist.id + " version " + std::to_string(checklist.version) + ", series " +
                  checklist.series + "; " + measured(checklist));
    out += line(
        "languages", std::to_string(checklist.languages.size()) +
                         ", no text missing in any: " + listed(checklist.languages, " "));
    out += line(
        "questions", std::to_string(checklist.questions.size()) + ", in " +
                         (ways.complete ? "" : "at least ") +
                         counted(ways.number, "different way"));
    out += line("shortest", ways.shortest, "question");
    out += line("longest", ways.longest, "question");
    out += line("fewest", ways.fewestTaps, "tap");
    return out + line("most", ways.mostTaps, "tap");
}

json::array jsonOf(const std::vector<std::string> &words)
{
    json::array out;
    for (const auto &word : words)
        out.push_back(json::value(json::string(word)));
    return out;
}

json::array jsonOf(const std::vector<Failure> &failures)
{
    json::array out;
    for (const auto &failure : failures)
        out.push_back(json::object{
            {"code", failure.code}, {"where", failure.where}, {"message", failure.message}});
    return out;
}

json::object jsonOf(const Way &way, std::string_view unit)
{
    return {{unit, way.count}, {"path", jsonOf(way.questions)}};
}

json::object jsonOf(const checklist::Ways &ways)
{
    return {
        {"number", ways.number},
        {"complete", ways.complete},
        {"shortest", jsonOf(ways.shortest, "questions")},
        {"longest", jsonOf(ways.longest, "questions")},
        {"fewest", jsonOf(ways.fewestTaps, "taps")},
        {"most", jsonOf(ways.mostTaps, "taps")}};
}

json::object jsonOf(const checklist::Checklist &checklist)
{
    json::object out{
        {"id", checklist.id},
        {"version", checklist.version},
        {"series", checklist.series},
        {"kind", name(checklist.kind)},
        {"languages", jsonOf(checklist.languages)},
        {"questions", checklist.questions.size()}};
    if (checklist.kind == checklist::Kind::Survey) {
        const json::object more{
            {"measurement", name(checklist.measurement)},
            {"touchpoint", checklist.touchpoint},
            {"score", checklist.score}};
        out.insert(more.begin(), more.end());
    }
    return out;
}

} // namespace

ChecklistReport reportOn(const std::string &file)
{
    ChecklistReport out;
    out.file = file;
    const auto content = contentOf(file);
    if (!content) {
        out.problems = withoutFile({content.failure()}, file);
        return out;
    }
    auto parsed = checklist::parseAll(*content, file);
    if (auto *failures = std::get_if<std::vector<Failure>>(&parsed)) {
        out.problems = withoutFile(std::move(*failures), file);
        return out;
    }
    out.checklist = std::get<checklist::Checklist>(std::move(parsed));
    auto simulation = checklist::simulate(*out.checklist);
    out.ways = std::move(simulation.ways);
    out.problems = std::move(simulation.problems);
    out.warnings = std::move(simulation.warnings);
    return out;
}

std::string textOf(const ChecklistReport &report)
{
    std::string verdict =
        report.problems.empty() ? "good" : counted(report.problems.size(), "problem");
    if (!report.warnings.empty())
        verdict += ", " + counted(report.warnings.size(), "warning");
    auto out = printable(report.file) + ": " + verdict + '\n';
    out += lines("problem", report.problems) + lines("warning", report.warnings);
    return report.checklist ? out + contentLines(*report.checklist, report.ways) : out;
}

json::object jsonOf(const ChecklistReport &report)
{
    json::object out{
        {"file", report.file},
        {"good", report.problems.empty()},
        {"problems", jsonOf(report.problems)},
        {"warnings", jsonOf(report.warnings)}};
    if (!report.checklist)
        return out;
    for (auto &member : jsonOf(*report.checklist))
        out[member.key()] = std::move(member.value());
    out["ways"] = jsonOf(report.ways);
    return out;
}

} // namespace vouch::central
