#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What is asked: a survey of shoppers or a store check by staff, as plain values. Read from a file
/// by parser.h, which alone guarantees what is written here; walked by path.h.
namespace vouch::checklist {

/// One wording in each offered language: language code → text, never empty.
using Wording = std::map<std::string, std::string, std::less<>>;

/// The wording in `language`; empty when that language is not offered.
std::string_view in(const Wording &wording, std::string_view language);

/// The number of the file format that this version reads.
inline constexpr int format = 1;

enum class Kind { Survey, StoreCheck };

/// What the score is computed as; a store check measures nothing.
enum class Measurement {
    None,
    TransactionalNps,
    RelationalNps,
    EmployeeNps,
    PartnerNps,
    Csat,
    Ces
};

enum class Type { Scale, Choice, Choices, YesNo, Number, Text, Contact, Photo };

/// As in files and on the wire: "survey", "transactional-nps", "yes-no".
std::string_view name(Kind kind);
std::string_view name(Measurement measurement);
std::string_view name(Type type);
std::optional<Kind> findKind(std::string_view name);
std::optional<Measurement> findMeasurement(std::string_view name);
std::optional<Type> findType(std::string_view name);

/// The scale that the score of a measurement needs, both included.
struct ScoreBounds
{
    int min = 0, max = 0;
};
/// 0–10 for every NPS, 1–5 for CSAT, 1–7 for CES; 0–0 for Measurement::None.
ScoreBounds scoreBounds(Measurement measurement);
bool isNps(Measurement measurement);
/// False for a relational question at the checkout: the purchase colours it. A kiosk that says
/// where it stands must ask this too; the parser asks it of the file's own touchpoint.
bool mayBeAskedAt(Measurement measurement, std::string_view touchpoint);

/// One entry of the list of a question.
struct Choice
{
    std::string code;
    Wording text;
};

/// Met by the answer to an earlier question. Which members count depends on that question's type,
/// unless `answered` is there, which goes for every type.
struct Condition
{
    std::string question;
    /// Whether it was answered or passed over; the only condition on Text and Photo.
    std::optional<bool> answered;
    int from = 0, to = 0;           ///< Scale, Number: both included
    std::vector<std::string> anyOf; ///< Choice, Choices: one of these is picked
    bool yes = true;                ///< YesNo
};

/// One question. Members that its type does not use keep their defaults.
struct Question
{
    std::string code;
    Type type = Type::Text;
    Wording text;
    bool required = false;
    /// Offered instead of being a page of its own: on the page before it (a comment), a contact on
    /// the thanks page.
    bool onRequest = false;
    std::optional<Condition> when;

    int min = 0, max = 0; ///< Scale, Number: both included, min < max
    Wording low, high;    ///< Scale: the names of both ends
    Wording unit;         ///< Number; empty when it has none
    Wording yes, no;      ///< YesNo: the names of both answers

    std::vector<Choice> choices; ///< Choice, Choices: at least two
    int maxPicks = 1;            ///< Choices: 1 … number of choices
    bool rotate = false;         ///< Choice, Choices: turned for each check, see order() in path.h
    std::string last;            ///< the code of the choice that always stands last; may be empty

    const Choice *findChoice(std::string_view choiceCode) const;
};

/// One version of a survey or store check.
struct Checklist
{
    std::string id;
    int version = 1;
    /// Answers are compared within one series only; a new wording, scale or place starts another.
    std::string series;
    Kind kind = Kind::Survey;
    Measurement measurement = Measurement::None;
    /// Where it is asked unless the kiosk says otherwise. Empty in a store check only.
    std::string touchpoint;
    /// The question whose answer is the check's score: a required scale without a condition, with
    /// the scoreBounds() of the measurement. Empty in a store check only.
    std::string score;
    std::vector<std::string> languages; ///< in the order in which they are offered; not empty
    std::vector<Question> questions;    ///< in the order in which they are asked; not empty
    /// Overrides of the kiosk's interface texts, by the keys of textKeys(); each in any of the
    /// offered languages. What is absent here the kiosk says in its own words.
    std::map<std::string, Wording, std::less<>> texts;

    const Question *find(std::string_view questionCode) const;
    /// The override of `key` in `language`; empty when there is none.
    std::string_view interfaceText(std::string_view key, std::string_view language) const;
};

/// The languages of the kiosk's own interface, in the order in which files list them. A checklist
/// in others should override the interface's texts in them.
const std::vector<std::string_view> &interfaceLanguages();
/// The one of them that speaks to readers of `language` ("de" for "de-AT"); empty when none does.
std::string_view interfaceLanguageOf(std::string_view language);

/// One text of the interface and the placeholders that it must contain, "{score}".
struct TextKey
{
    std::string_view key;
    std::vector<std::string_view> placeholders;
};
/// Every interface text that a checklist may override, and `language`, a language's own name. "{n}"
/// may also stand in `hint`. Files may call consent-yes and consent-no `yes` and `no`.
const std::vector<TextKey> &textKeys();

} // namespace vouch::checklist
