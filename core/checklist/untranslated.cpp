#include "core/checklist/untranslated.h"

#include "core/checklist/object_reader.h"

#include <algorithm>
#include <optional>

namespace vouch::checklist {

namespace {

struct PlacedWording
{
    const Wording *wording;
    std::string place;
};

std::vector<PlacedWording> wordingsOf(const Checklist &checklist)
{
    std::vector<PlacedWording> out;
    const auto add = [&out](const Wording &wording, std::string place) {
        out.push_back({&wording, std::move(place)});
    };
    for (std::size_t i = 0; i < checklist.questions.size(); ++i) {
        const auto &question = checklist.questions[i];
        const auto place = placeIn("/questions", i);
        add(question.text, placeIn(place, "text"));
        add(question.low, placeIn(place, "low"));
        add(question.high, placeIn(place, "high"));
        add(question.unit, placeIn(place, "unit"));
        add(question.yes, placeIn(place, "yes"));
        add(question.no, placeIn(place, "no"));
        for (std::size_t j = 0; j < question.choices.size(); ++j)
            add(question.choices[j].text, placeIn(placeIn(placeIn(place, "choices"), j), "text"));
    }
    for (const auto &[key, wording] : checklist.texts)
        add(wording, placeIn("/texts", key));
    return out;
}

bool isSentence(std::string_view text)
{
    return std::count(text.begin(), text.end(), ' ') >= 2;
}

std::string_view baseOf(std::string_view language)
{
    return language.substr(0, language.find('-'));
}

struct Same
{
    std::string language; ///< that says the same
    std::string place;    ///< of the first text
    int count = 0;
};

std::optional<Same>
sameAs(const Checklist &checklist, std::size_t language, const std::vector<PlacedWording> &wordings)
{
    std::optional<Same> out;
    const auto &mine = checklist.languages[language];
    for (const auto &[wording, place] : wordings) {
        const auto text = in(*wording, mine);
        if (!isSentence(text))
            continue;
        for (std::size_t other = 0; other < language; ++other) {
            const auto &theirs = checklist.languages[other];
            if (baseOf(theirs) == baseOf(mine) || in(*wording, theirs) != text)
                continue;
            if (!out)
                out = Same{theirs, placeIn(place, mine), 0};
            ++out->count;
            break;
        }
    }
    return out;
}

} // namespace

std::vector<Failure> untranslated(const Checklist &checklist)
{
    std::vector<Failure> out;
    const auto wordings = wordingsOf(checklist);
    for (std::size_t i = 1; i < checklist.languages.size(); ++i) {
        if (const auto same = sameAs(checklist, i, wordings))
            out.push_back(
                {"untranslated",
                 std::to_string(same->count) + " of the texts in “" + checklist.languages[i] +
                     "” read as in “" + same->language +
                     "”, this one first. Translate them, or take the language out.",
                 same->place});
    }
    return out;
}

} // namespace vouch::checklist
