#include "core/checklist/answer_json.h"

#include <limits>

namespace vouch::checklist {

namespace {

json::value jsonOf(int number)
{
    return number;
}

json::value jsonOf(bool yes)
{
    return yes;
}

json::value jsonOf(const std::string &text)
{
    return json::value(json::string(text));
}

json::value jsonOf(const std::vector<std::string> &codes)
{
    json::array list;
    for (const auto &code : codes)
        list.emplace_back(json::string(code));
    return list;
}

std::optional<Answer> integerFrom(const json::value &value)
{
    const auto *number = value.if_int64();
    if (!number || *number < std::numeric_limits<int>::min() ||
        *number > std::numeric_limits<int>::max())
        return std::nullopt;
    return Answer(static_cast<int>(*number));
}

std::optional<Answer> textFrom(const json::value &value)
{
    const auto *text = value.if_string();
    return text ? std::optional<Answer>(std::string(view(*text))) : std::nullopt;
}

std::optional<Answer> codesFrom(const json::value &value)
{
    const auto *list = value.if_array();
    if (!list)
        return std::nullopt;
    std::vector<std::string> codes;
    for (const auto &element : *list) {
        const auto *code = element.if_string();
        if (!code)
            return std::nullopt;
        codes.emplace_back(view(*code));
    }
    return Answer(std::move(codes));
}

std::optional<Answer> yesNoFrom(const json::value &value)
{
    const auto *yes = value.if_bool();
    return yes ? std::optional<Answer>(*yes) : std::nullopt;
}

std::optional<Answer> read(Type type, const json::value &value)
{
    switch (type) {
    case Type::Scale:
    case Type::Number:
        return integerFrom(value);
    case Type::Choices:
        return codesFrom(value);
    case Type::YesNo:
        return yesNoFrom(value);
    case Type::Choice:
    case Type::Text:
    case Type::Photo:
        return textFrom(value);
    case Type::Contact:
        break;
    }
    return std::nullopt;
}

} // namespace

json::value toJson(const Answer &answer)
{
    return std::visit([](const auto &value) { return jsonOf(value); }, answer);
}

Result<Answer> answerFromJson(Type type, const json::value &value)
{
    if (auto answer = read(type, value))
        return *std::move(answer);
    return Failure{
        "answer-type",
        "This is no value for an item of type " + std::string(name(type)) +
            ": a scale and a number take a whole number, choices a list of codes, yes-no true or "
            "false, a choice, a text and a photo a text; a contact is sealed and read by nobody "
            "here.",
        ""};
}

} // namespace vouch::checklist
