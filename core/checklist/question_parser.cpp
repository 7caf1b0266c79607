#include "core/checklist/question_parser.h"

#include <algorithm>
#include <limits>

namespace vouch::checklist {

namespace {

constexpr int maxScaleBound = 1000;
constexpr int maxScalePoints = 21;
constexpr int maxNumber = 1000000000;
constexpr std::size_t maxChoices = 50;

std::string everyTypeName()
{
    std::vector<std::string> names;
    for (int type = 0; type <= static_cast<int>(Type::Photo); ++type)
        names.emplace_back(name(static_cast<Type>(type)));
    return oneOf(names);
}

/// The codes as they stand in the file, "" where there is none: conditions are checked against
/// them, so that one bad question does not make every reference to it an error too.
std::vector<std::string> rawCodes(const json::array &list)
{
    std::vector<std::string> codes;
    for (const auto &element : list) {
        const auto *object = element.if_object();
        const auto *code = object ? findString(*object, "code") : nullptr;
        codes.emplace_back(code ? view(*code) : std::string_view());
    }
    return codes;
}

class QuestionsReader
{
public:
    QuestionsReader(ParseContext &context, const json::array &list, std::string place)
        : m_context(context)
        , m_list(list)
        , m_place(std::move(place))
        , m_codes(rawCodes(list))
    {
    }

    std::vector<Question> read()
    {
        for (m_index = 0; m_index < m_list.size(); ++m_index) {
            ObjectReader reader(m_context.problems, m_list[m_index], placeIn(m_place, m_index));
            if (auto question = readQuestion(reader))
                m_questions.push_back(*std::move(question));
        }
        return std::move(m_questions);
    }

private:
    std::optional<Question> readQuestion(ObjectReader &reader);
    std::optional<Type> readType(ObjectReader &reader);
    void readBounds(ObjectReader &reader, Question &question, int limit);
    void readScale(ObjectReader &reader, Question &question);
    void readChoices(ObjectReader &reader, Question &question);
    void readTypeMembers(ObjectReader &reader, Question &question);
    void readOnRequest(ObjectReader &reader, Question &question);
    std::optional<Condition> readCondition(const json::value &value, const std::string &place);
    const Question *conditionTarget(const std::string &code, const std::string &place);
    void readConditionRange(ObjectReader &reader, const Question &asked, Condition &condition);
    void readConditionChoices(ObjectReader &reader, const Question &asked, Condition &condition);

    void add(const char *code, const std::string &place, std::string message)
    {
        m_context.problems.add(code, place, std::move(message));
    }

    ParseContext &m_context;
    const json::array &m_list;
    std::string m_place;
    std::vector<std::string> m_codes;
    std::size_t m_index = 0;
    std::vector<Question> m_questions;
};

std::optional<Question> QuestionsReader::readQuestion(ObjectReader &reader)
{
    if (!reader.isObject())
        return std::nullopt;
    Question question;
    const auto code = reader.code("code");
    question.code = code.value_or("");
    const auto first = std::find(m_codes.begin(), m_codes.end(), question.code) - m_codes.begin();
    if (code && static_cast<std::size_t>(first) < m_index)
        add("checklist-duplicate", reader.placeOf("code"),
            "An earlier question has the code “" + *code + "” already. Give this one another.");
    const auto type = readType(reader);
    question.text = readWording(m_context, reader, "text");
    question.required = reader.boolean("required", false);
    readOnRequest(reader, question);
    if (const auto *when = reader.optional("when"))
        question.when = readCondition(*when, reader.placeOf("when"));
    if (!type) // which members belong here is not known
        return std::nullopt;
    question.type = *type;
    readTypeMembers(reader, question);
    reader.refuseOthers();
    return question;
}

std::optional<Type> QuestionsReader::readType(ObjectReader &reader)
{
    const auto text = reader.text("type");
    if (!text)
        return std::nullopt;
    const auto type = findType(*text);
    if (!type)
        add("checklist-value", reader.placeOf("type"),
            "“" + *text + "” is no type of question. Use " + everyTypeName() + ".");
    else if (*type == Type::Photo && m_context.kind == Kind::Survey)
        add("checklist-value", reader.placeOf("type"),
            "A survey takes no photos of shoppers. Ask for a photo in a store-check only.");
    return type;
}

void QuestionsReader::readOnRequest(ObjectReader &reader, Question &question)
{
    question.onRequest = reader.boolean("onRequest", false);
    if (!question.onRequest)
        return;
    if (question.required)
        add("checklist-value", reader.placeOf("onRequest"),
            "A question on request cannot be required: nobody has to open it. Remove one of the "
            "two.");
    if (m_index == 0)
        add("checklist-value", reader.placeOf("onRequest"),
            "The first question cannot be on request: no page before it offers it. Move it down.");
}

void QuestionsReader::readTypeMembers(ObjectReader &reader, Question &question)
{
    switch (question.type) {
    case Type::Scale:
        readScale(reader, question);
        break;
    case Type::Choice:
    case Type::Choices:
        readChoices(reader, question);
        break;
    case Type::YesNo:
        question.yes = readWording(m_context, reader, "yes");
        question.no = readWording(m_context, reader, "no");
        break;
    case Type::Number:
        readBounds(reader, question, maxNumber);
        if (const auto *unit = reader.optional("unit"))
            question.unit = readWording(m_context, *unit, reader.placeOf("unit"), Languages::All);
        break;
    case Type::Text:
    case Type::Contact:
    case Type::Photo:
        break;
    }
}

void QuestionsReader::readBounds(ObjectReader &reader, Question &question, int limit)
{
    const auto min = reader.integer("min", -limit, limit);
    const auto max = reader.integer("max", -limit, limit);
    if (!min || !max)
        return;
    if (*min >= *max) {
        add("checklist-range", reader.placeOf("max"),
            "“max” must be greater than “min”, which is " + std::to_string(*min) + ".");
        return;
    }
    question.min = *min;
    question.max = *max;
}

void QuestionsReader::readScale(ObjectReader &reader, Question &question)
{
    readBounds(reader, question, maxScaleBound);
    if (question.max - question.min >= maxScalePoints)
        add("checklist-range", reader.placeOf("max"),
            "A scale may have at most " + std::to_string(maxScalePoints) +
                " points. Use a number instead.");
    question.low = readWording(m_context, reader, "low");
    question.high = readWording(m_context, reader, "high");
}

void QuestionsReader::readChoices(ObjectReader &reader, Question &question)
{
    if (const auto *list = reader.array("choices", 2, maxChoices)) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            ObjectReader entry(
                m_context.problems, (*list)[i], placeIn(reader.placeOf("choices"), i));
            const auto code = entry.code("code");
            if (code && question.findChoice(*code))
                add("checklist-duplicate", entry.placeOf("code"),
                    "An earlier choice has the code “" + *code +
                        "” already. Give this one another.");
            Choice choice{code.value_or(""), readWording(m_context, entry, "text")};
            entry.refuseOthers();
            question.choices.push_back(std::move(choice));
        }
    }
    const auto count = static_cast<int>(question.choices.size());
    if (question.type == Type::Choices)
        question.maxPicks = reader.integer("maxPicks", 1, count ? count : maxChoices).value_or(1);
    question.rotate = reader.boolean("rotate", false);
    if (reader.has("last"))
        question.last = reader.code("last").value_or("");
    if (!question.last.empty() && count && !question.findChoice(question.last))
        add("checklist-reference", reader.placeOf("last"),
            "“" + question.last + "” is no choice of this question. Name one of its codes.");
}

const Question *QuestionsReader::conditionTarget(const std::string &code, const std::string &place)
{
    const auto found = std::find(m_codes.begin(), m_codes.end(), code);
    if (found == m_codes.end())
        add("checklist-reference", place,
            "There is no question “" + code + "”. Name an earlier question's code.");
    else if (static_cast<std::size_t>(found - m_codes.begin()) >= m_index)
        add("checklist-reference", place,
            "A condition can only look at an earlier question; “" + code +
                "” is not yet answered here. Move that question up.");
    const auto asked =
        std::find_if(m_questions.begin(), m_questions.end(), [&](const Question &question) {
            return question.code == code;
        });
    return asked == m_questions.end() ? nullptr : &*asked;
}

std::optional<Condition>
QuestionsReader::readCondition(const json::value &value, const std::string &place)
{
    ObjectReader reader(m_context.problems, value, place);
    const auto code = reader.code("question");
    const auto *asked = code ? conditionTarget(*code, reader.placeOf("question")) : nullptr;
    if (!asked) // which members belong here is not known
        return std::nullopt;
    Condition condition;
    condition.question = *code;
    if (asked->type == Type::Contact) {
        add("checklist-reference", reader.placeOf("question"),
            "A condition cannot look at a contact: it is sealed at once. Use another question.");
        return std::nullopt;
    }
    if (reader.optional("answered")) {
        condition.answered = reader.boolean("answered", true);
        reader.refuseOthers();
        return condition;
    }
    switch (asked->type) {
    case Type::Scale:
    case Type::Number:
        readConditionRange(reader, *asked, condition);
        break;
    case Type::Choice:
    case Type::Choices:
        readConditionChoices(reader, *asked, condition);
        break;
    case Type::YesNo:
        if (reader.required("is"))
            condition.yes = reader.boolean("is", true);
        break;
    case Type::Text:
    case Type::Photo:
        reader.required("answered");
        break;
    case Type::Contact:
        break;
    }
    reader.refuseOthers();
    return condition;
}

void QuestionsReader::readConditionRange(
    ObjectReader &reader, const Question &asked, Condition &condition)
{
    constexpr int lowest = std::numeric_limits<int>::min();
    constexpr int highest = std::numeric_limits<int>::max();
    const bool known = asked.min < asked.max; // else that question is reported already
    const auto from =
        reader.integer("from", known ? asked.min : lowest, known ? asked.max : highest);
    const auto to = reader.integer("to", known ? asked.min : lowest, known ? asked.max : highest);
    if (from && to && *from > *to)
        add("checklist-range", reader.placeOf("to"),
            "“to” must not be less than “from”, which is " + std::to_string(*from) + ".");
    condition.from = from.value_or(0);
    condition.to = to.value_or(0);
}

void QuestionsReader::readConditionChoices(
    ObjectReader &reader, const Question &asked, Condition &condition)
{
    const auto *list = reader.array("anyOf", 1, maxChoices);
    if (!list)
        return;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto place = placeIn(reader.placeOf("anyOf"), i);
        const auto code = codeAt(m_context.problems, (*list)[i], place);
        if (!code)
            continue;
        if (!asked.choices.empty() && !asked.findChoice(*code))
            add("checklist-reference", place,
                "“" + *code + "” is no choice of the question “" + asked.code +
                    "”. Name one of its codes.");
        if (std::find(condition.anyOf.begin(), condition.anyOf.end(), *code) !=
            condition.anyOf.end())
            add("checklist-duplicate", place, "“" + *code + "” stands here twice. Remove one.");
        condition.anyOf.push_back(*code);
    }
}

} // namespace

Wording readWording(
    ParseContext &context, const json::value &value, const std::string &place, Languages languages)
{
    Wording wording;
    ObjectReader reader(context.problems, value, place);
    for (const auto &language : context.languages) {
        if (languages == Languages::Some && !reader.optional(language))
            continue;
        const auto text = reader.text(language);
        if (text && text->find_first_not_of(" \t\r\n") == text->npos)
            context.problems.add(
                "checklist-text", reader.placeOf(language),
                "This text is empty. Write it, or take the language out of “languages”.");
        wording[language] = text.value_or("");
    }
    if (context.languages.empty())
        return wording;
    reader.refuseOthers();
    if (wording.empty() && reader.isObject())
        context.problems.add(
            "checklist-text", place, "Write this text in one of the languages, or remove it.");
    return wording;
}

Wording readWording(ParseContext &context, ObjectReader &reader, std::string_view key)
{
    const auto *value = reader.required(key);
    return value ? readWording(context, *value, reader.placeOf(key), Languages::All) : Wording();
}

std::vector<Question>
readQuestions(ParseContext &context, const json::array &list, const std::string &place)
{
    return QuestionsReader(context, list, place).read();
}

} // namespace vouch::checklist
