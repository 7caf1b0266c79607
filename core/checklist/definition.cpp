#include "core/checklist/definition.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vouch::checklist {

namespace {

template <class Enum> using Name = std::pair<Enum, std::string_view>;

constexpr std::array kindNames{
    Name<Kind>{Kind::Survey, "survey"}, Name<Kind>{Kind::StoreCheck, "store-check"}};

constexpr std::array measurementNames{
    Name<Measurement>{Measurement::TransactionalNps, "transactional-nps"},
    Name<Measurement>{Measurement::RelationalNps, "relational-nps"},
    Name<Measurement>{Measurement::EmployeeNps, "employee-nps"},
    Name<Measurement>{Measurement::PartnerNps, "partner-nps"},
    Name<Measurement>{Measurement::Csat, "csat"},
    Name<Measurement>{Measurement::Ces, "ces"}};

constexpr std::array typeNames{
    Name<Type>{Type::Scale, "scale"},     Name<Type>{Type::Choice, "choice"},
    Name<Type>{Type::Choices, "choices"}, Name<Type>{Type::YesNo, "yes-no"},
    Name<Type>{Type::Number, "number"},   Name<Type>{Type::Text, "text"},
    Name<Type>{Type::Contact, "contact"}, Name<Type>{Type::Photo, "photo"}};

template <class Names, class Enum> std::string_view nameIn(const Names &names, Enum value)
{
    const auto found = std::find_if(
        names.begin(), names.end(), [value](const auto &entry) { return entry.first == value; });
    return found == names.end() ? std::string_view() : found->second;
}

template <class Names> auto valueIn(const Names &names, std::string_view name)
{
    const auto found = std::find_if(
        names.begin(), names.end(), [name](const auto &entry) { return entry.second == name; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

/// The element of `list` whose code is `code`, or null.
template <class List> auto findByCode(const List &list, std::string_view code)
{
    const auto found = std::find_if(
        list.begin(), list.end(), [code](const auto &entry) { return entry.code == code; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

std::string_view in(const Wording &wording, std::string_view language)
{
    const auto found = wording.find(language);
    return found == wording.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view name(Kind kind)
{
    return nameIn(kindNames, kind);
}

std::string_view name(Measurement measurement)
{
    return nameIn(measurementNames, measurement);
}

std::string_view name(Type type)
{
    return nameIn(typeNames, type);
}

std::optional<Kind> findKind(std::string_view name)
{
    return valueIn(kindNames, name);
}

std::optional<Measurement> findMeasurement(std::string_view name)
{
    return valueIn(measurementNames, name);
}

std::optional<Type> findType(std::string_view name)
{
    return valueIn(typeNames, name);
}

ScoreBounds scoreBounds(Measurement measurement)
{
    switch (measurement) {
    case Measurement::None:
        break;
    case Measurement::TransactionalNps:
    case Measurement::RelationalNps:
    case Measurement::EmployeeNps:
    case Measurement::PartnerNps:
        return {0, 10};
    case Measurement::Csat:
        return {1, 5};
    case Measurement::Ces:
        return {1, 7};
    }
    return {};
}

bool isNps(Measurement measurement)
{
    return measurement != Measurement::None && measurement != Measurement::Csat &&
           measurement != Measurement::Ces;
}

bool mayBeAskedAt(Measurement measurement, std::string_view touchpoint)
{
    return measurement != Measurement::RelationalNps || touchpoint != "checkout";
}

const Choice *Question::findChoice(std::string_view choiceCode) const
{
    return findByCode(choices, choiceCode);
}

const Question *Checklist::find(std::string_view questionCode) const
{
    return findByCode(questions, questionCode);
}

std::string_view Checklist::interfaceText(std::string_view key, std::string_view language) const
{
    const auto found = texts.find(key);
    return found == texts.end() ? std::string_view() : in(found->second, language);
}

const std::vector<std::string_view> &interfaceLanguages()
{
    static const std::vector<std::string_view> languages{"en", "fa", "ta", "ru", "ar",
                                                         "de", "es", "fr", "hi", "tr"};
    return languages;
}

std::string_view interfaceLanguageOf(std::string_view language)
{
    const auto &known = interfaceLanguages();
    const auto found =
        std::find(known.begin(), known.end(), language.substr(0, language.find('-')));
    return found == known.end() ? std::string_view() : *found;
}

const std::vector<TextKey> &textKeys()
{
    static const std::vector<TextKey> keys{
        {"language", {}},
        {"hint-three", {}},
        {"hint", {}},
        {"hint-any", {}},
        {"hint-one", {}},
        {"write-comment", {}},
        {"comment-placeholder", {}},
        {"done", {}},
        {"next", {}},
        {"skip", {}},
        {"back", {}},
        {"echo", {"{score}"}},
        {"change", {}},
        {"start-again", {}},
        {"progress", {"{i}", "{n}"}},
        {"thanks", {}},
        {"idle", {}},
        {"more-time", {}},
        {"finish", {}},
        {"countdown", {"{n}"}},
        {"unavailable", {}},
        {"invitation", {}},
        {"begin", {}},
        {"number-range", {"{min}", "{max}"}},
        {"delete", {}},
        {"minus", {}},
        {"consent", {"{chain}", "{days}"}},
        {"consent-yes", {}},
        {"consent-no", {}},
        {"offer-contact", {}},
        {"phone", {}},
        {"email", {}},
        {"use-email", {}},
        {"use-phone", {}},
        {"confirm", {}},
        {"phone-wrong", {}},
        {"email-wrong", {}},
        {"contact-kept", {}},
        {"erasure", {"{code}"}},
        {"erasure-hint", {}},
        {"languages", {}},
        {"accessibility", {}},
        {"contrast", {}},
        {"larger", {}},
        {"lower", {}},
        {"read-aloud", {}},
        {"normal", {}},
        {"selected", {}},
    };
    return keys;
}

} // namespace vouch::checklist
