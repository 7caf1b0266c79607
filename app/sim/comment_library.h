#pragma once

#include "app/sim/dice.h"
#include "core/base/result.h"
#include "core/metrics/nps.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::sim {

/// What shoppers write, by language and by how satisfied they are.
class CommentLibrary
{
public:
    /// Lines "language⇥kind⇥segment⇥text". Kind: sentence, word, nonsense, personal; segment:
    /// promoter, passive, detractor, any. Failure `comments-malformed`, where = "line N".
    static Result<CommentLibrary> parse(std::string_view tsv);

    /// Mostly sentences; one word, nonsense, or a name or number as often as people do.
    /// Requires a language of the file.
    const std::string &
    draw(Dice &dice, const std::string &language, metrics::Segment segment) const;

    /// How many different texts there are in `language`.
    std::size_t count(const std::string &language) const;

private:
    using Texts = std::vector<std::string>;
    /// "en/sentence/promoter" → texts
    std::map<std::string, Texts, std::less<>> m_texts;
};

} // namespace vouch::sim
