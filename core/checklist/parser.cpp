#include "core/checklist/parser.h"

#include "core/checklist/question_parser.h"

#include <algorithm>
#include <regex>

namespace vouch::checklist {

namespace {

constexpr int maxVersion = 1000000;
constexpr std::size_t maxLanguages = 30;
constexpr std::size_t maxQuestions = 100;

Failure withFile(Failure failure, const std::string &fileName)
{
    failure.where = fileName + (failure.where.empty() ? "" : ": " + failure.where);
    return failure;
}

bool isLanguage(const std::string &text)
{
    static const std::regex tag("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
    return std::regex_match(text, tag);
}

std::vector<std::string> readLanguages(Problems &problems, ObjectReader &reader)
{
    std::vector<std::string> languages;
    const auto *list = reader.array("languages", 1, maxLanguages);
    if (!list)
        return languages;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto place = placeIn(reader.placeOf("languages"), i);
        const auto language = textAt(problems, (*list)[i], place);
        if (!language)
            continue;
        if (!isLanguage(*language))
            problems.add(
                "checklist-code", place,
                "“" + *language + "” is no language. Write it like “fa”, “pt-BR” or “sr-Latn”.");
        else if (std::find(languages.begin(), languages.end(), *language) != languages.end())
            problems.add(
                "checklist-duplicate", place, "“" + *language + "” stands here twice. Remove one.");
        else
            languages.push_back(*language);
    }
    return languages;
}

/// A text without its placeholder would show the shopper a sentence with a hole.
void checkPlaceholders(
    Problems &problems, const TextKey &key, const Wording &wording, const std::string &place)
{
    for (const auto &[language, text] : wording) {
        for (const auto placeholder : key.placeholders) {
            if (!text.empty() && text.find(placeholder) == text.npos)
                problems.add(
                    "checklist-placeholder", placeIn(place, language),
                    "This text must contain " + std::string(placeholder) +
                        ", which is replaced on the screen.");
        }
    }
}

/// The key that files may use instead; empty for most.
std::string_view otherName(std::string_view key)
{
    if (key == "consent-yes")
        return "yes";
    return key == "consent-no" ? "no" : "";
}

std::map<std::string, Wording, std::less<>> readTexts(ParseContext &context, ObjectReader &reader)
{
    std::map<std::string, Wording, std::less<>> texts;
    const auto *value = reader.optional("texts");
    if (!value)
        return texts;
    ObjectReader entries(context.problems, *value, reader.placeOf("texts"));
    const auto read = [&](const TextKey &key, std::string_view name) {
        const auto *entry = name.empty() ? nullptr : entries.optional(name);
        if (!entry)
            return;
        const auto place = entries.placeOf(name);
        auto wording = readWording(context, *entry, place, Languages::Some);
        checkPlaceholders(context.problems, key, wording, place);
        if (!texts.emplace(key.key, std::move(wording)).second)
            context.problems.add(
                "checklist-duplicate", place,
                "“" + std::string(key.key) + "” says the same. Remove one.");
    };
    for (const auto &key : textKeys()) {
        read(key, key.key);
        read(key, otherName(key.key));
    }
    entries.refuseOthers();
    return texts;
}

Kind readKind(Problems &problems, ObjectReader &reader)
{
    const auto text = reader.text("kind");
    const auto kind = text ? findKind(*text) : std::nullopt;
    if (text && !kind)
        problems.add(
            "checklist-value", reader.placeOf("kind"),
            "“" + *text + "” is no kind of checklist. Use “survey” or “store-check”.");
    return kind.value_or(Kind::Survey);
}

/// A survey is of no use without one question whose answer everybody gives.
void checkScore(Problems &problems, const Checklist &checklist, const std::string &place)
{
    const auto *question = checklist.find(checklist.score);
    if (!question)
        problems.add(
            "checklist-reference", place,
            "There is no question “" + checklist.score + "”. Name the question that is the score.");
    else if (
        question->type != Type::Scale || !question->required || question->when ||
        question->onRequest)
        problems.add(
            "checklist-value", place,
            "The score must be a required question of type scale, without a condition and not on "
            "request. Change “" +
                checklist.score + "”, or name another question.");
    else if (const auto bounds = scoreBounds(checklist.measurement);
             checklist.measurement != Measurement::None &&
             question->min < question->max && // else its bounds are reported already
             (question->min != bounds.min || question->max != bounds.max))
        problems.add(
            "checklist-range", place,
            "The measurement " + std::string(name(checklist.measurement)) +
                " is computed from a scale of " + std::to_string(bounds.min) + " to " +
                std::to_string(bounds.max) + ". Change the bounds of “" + checklist.score + "”.");
}

/// Who leaves an address is known by it, and employees are to stay unknown.
void checkEmployeesStayUnknown(
    Problems &problems, const Checklist &checklist, const std::string &place)
{
    if (checklist.measurement != Measurement::EmployeeNps)
        return;
    for (std::size_t i = 0; i < checklist.questions.size(); ++i)
        if (checklist.questions[i].type == Type::Contact)
            problems.add(
                "checklist-value", placeIn(placeIn(place, i), "type"),
                "An employee who leaves a contact is known by it, and employees answer on the "
                "promise that they are not. Leave the question out.");
}

std::string everyMeasurementName()
{
    std::vector<std::string> names;
    for (int each = static_cast<int>(Measurement::TransactionalNps);
         each <= static_cast<int>(Measurement::Ces); ++each)
        names.emplace_back(name(static_cast<Measurement>(each)));
    return oneOf(names);
}

/// What a survey has and a store check has not.
void readSurvey(Problems &problems, ObjectReader &reader, Checklist &checklist)
{
    if (const auto text = reader.text("measurement")) {
        const auto measurement = findMeasurement(*text);
        if (!measurement)
            problems.add(
                "checklist-value", reader.placeOf("measurement"),
                "“" + *text + "” cannot be computed by this version. Use " +
                    everyMeasurementName() + ".");
        checklist.measurement = measurement.value_or(Measurement::None);
    }
    checklist.touchpoint = reader.code("touchpoint").value_or("");
    if (!mayBeAskedAt(checklist.measurement, checklist.touchpoint))
        problems.add(
            "checklist-value", reader.placeOf("touchpoint"),
            "A question about the company is not asked at the checkout: the purchase colours it. "
            "Name another touchpoint, or measure transactional-nps.");
    checklist.score = reader.code("score").value_or("");
}

void readChecklist(Problems &problems, ObjectReader &reader, Checklist &checklist)
{
    checklist.id = reader.code("id").value_or("");
    checklist.version = reader.integer("version", 1, maxVersion).value_or(1);
    checklist.series = reader.code("series").value_or("");
    checklist.kind = readKind(problems, reader);
    if (checklist.kind == Kind::Survey)
        readSurvey(problems, reader, checklist);
    checklist.languages = readLanguages(problems, reader);

    ParseContext context{problems, checklist.kind, checklist.languages};
    bool complete = false;
    if (const auto *list = reader.array("questions", 1, maxQuestions)) {
        checklist.questions = readQuestions(context, *list, reader.placeOf("questions"));
        complete = checklist.questions.size() == list->size();
    }
    if (complete)
        checkEmployeesStayUnknown(problems, checklist, reader.placeOf("questions"));
    // A question that could not be read may be the score: it is reported already.
    if (!checklist.score.empty() && (complete || checklist.find(checklist.score)))
        checkScore(problems, checklist, reader.placeOf("score"));
    checklist.texts = readTexts(context, reader);
    reader.refuseOthers();
}

bool readFormat(Problems &problems, ObjectReader &reader)
{
    const auto number = reader.integer("format", 1, maxVersion);
    if (number && *number != format)
        problems.add(
            "checklist-format", reader.placeOf("format"),
            "This file is written in format " + std::to_string(*number) +
                "; this version of Vouch reads format " + std::to_string(format) +
                ". Update Vouch, or write the file in format " + std::to_string(format) + ".");
    return number == format;
}

} // namespace

std::variant<Checklist, std::vector<Failure>>
parseAll(std::string_view json, const std::string &fileName)
{
    const auto root = parseJson(json);
    if (!root)
        return std::vector{withFile(root.failure(), fileName)};

    Problems problems(fileName);
    ObjectReader reader(problems, *root, "");
    Checklist checklist;
    if (reader.isObject() && readFormat(problems, reader))
        readChecklist(problems, reader, checklist);

    auto failures = problems.take();
    if (!failures.empty())
        return failures;
    return checklist;
}

Result<Checklist> parse(std::string_view json, const std::string &fileName)
{
    auto parsed = parseAll(json, fileName);
    if (auto *failures = std::get_if<std::vector<Failure>>(&parsed))
        return std::move(failures->front());
    return std::get<Checklist>(std::move(parsed));
}

} // namespace vouch::checklist
