#include "core/base/json.h"
#include "core/checklist/parser.h"
#include "core/checklist/path.h"
#include "core/checklist/simulate.h"
#include "tests/fuzz/fuzz_support.h"

#include <algorithm>
#include <set>

using namespace vouch;
using namespace vouch::checklist;
using fuzz::require;

/// Any bytes as a checklist's file: parser.h and definition.h say what holds then.
namespace {

void requireWording(const Wording &wording, const Checklist &checklist)
{
    require(wording.size() == checklist.languages.size(), "a wording is in every language");
    for (const auto &language : checklist.languages)
        require(!in(wording, language).empty(), "a wording is never empty");
}

void requireBounds(const Question &question)
{
    if (question.type == Type::Scale || question.type == Type::Number)
        require(question.min < question.max, "min < max");
    if (question.type != Type::Choice && question.type != Type::Choices)
        return;
    require(question.choices.size() >= 2, "at least two choices");
    std::set<std::string> codes;
    for (const auto &choice : question.choices)
        require(codes.insert(choice.code).second, "every choice has its own code");
    require(
        question.maxPicks >= 1 && question.maxPicks <= static_cast<int>(codes.size()),
        "maxPicks is 1 … number of choices");
    require(question.last.empty() || codes.contains(question.last), "`last` is a choice");
    for (const std::uint16_t bits : {0, 1, 65535}) {
        auto shown = order(question, bits);
        std::sort(shown.begin(), shown.end());
        require(shown.size() == codes.size(), "every choice is shown");
        for (std::size_t i = 0; i < shown.size(); ++i)
            require(shown[i] == i, "every choice is shown once");
    }
}

void requireScore(const Checklist &checklist)
{
    if (checklist.kind == Kind::StoreCheck)
        return;
    const auto *score = checklist.find(checklist.score);
    require(score, "a survey has the question of its score");
    const auto bounds = scoreBounds(checklist.measurement);
    require(
        score->type == Type::Scale && score->required && !score->when && score->min == bounds.min &&
            score->max == bounds.max,
        "the score is a required scale with the bounds of its measurement");
    require(
        mayBeAskedAt(checklist.measurement, checklist.touchpoint),
        "it may be asked at its own touchpoint");
}

void requirePromises(const Checklist &checklist)
{
    require(!checklist.id.empty() && !checklist.series.empty(), "it has a name and a series");
    require(!checklist.languages.empty() && !checklist.questions.empty(), "it asks something");
    std::set<std::string> codes;
    for (const auto &question : checklist.questions) {
        requireWording(question.text, checklist);
        requireBounds(question);
        if (question.when)
            require(codes.contains(question.when->question), "a condition looks back");
        require(codes.insert(question.code).second, "every question has its own code");
    }
    requireScore(checklist);
    for (const auto *page : path(checklist, {}))
        require(codes.contains(page->code), "the path is made of the checklist's questions");
    (void)simulate(checklist);
}

/// What is the same in two readings of the same definition.
std::string gist(const Checklist &checklist)
{
    std::string out = checklist.id + " " + std::to_string(checklist.version) + " " +
                      checklist.series + " " + checklist.touchpoint + " " + checklist.score;
    for (const auto &language : checklist.languages)
        out += " " + language;
    for (const auto &question : checklist.questions) {
        out += "\n" + question.code + " " + std::string(name(question.type)) + " " +
               std::to_string(question.min) + " " + std::to_string(question.max) + " " +
               std::to_string(question.maxPicks) + " " + question.last;
        for (const auto &[language, text] : question.text)
            out += " " + language + "=" + text;
        for (const auto &choice : question.choices)
            out += " " + choice.code;
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = fuzz::view(data, size);
    const auto all = parseAll(text, "any.json");
    const auto read = parse(text, "any.json");
    if (const auto *failures = std::get_if<std::vector<Failure>>(&all)) {
        require(!read && !failures->empty(), "parse() and parseAll() agree");
        for (const auto &failure : *failures)
            fuzz::requireTold(failure);
        require(read.failure().code == failures->front().code, "parse() gives the first failure");
        return 0;
    }
    require(bool(read), "parse() and parseAll() agree");
    requirePromises(*read);
    const auto canonical = canonicalJson(*parseJson(text));
    require(bool(canonical), "a checklist has a canonical form");
    const auto again = parse(*canonical, "any.json");
    require(again && gist(*again) == gist(*read), "the canonical form says the same");
    return 0;
}
