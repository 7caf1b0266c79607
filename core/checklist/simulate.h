#pragma once

#include "core/base/result.h"
#include "core/checklist/ways.h"

#include <vector>

namespace vouch::checklist {

/// More pages than that on one way are too many for a shopper.
inline constexpr int mostQuestions = 8;

/// What everybody may meet who answers a checklist. `where` is a JSON Pointer into its file.
struct Simulation
{
    Ways ways;
    /// `unreachable`: no answers lead to the question. `unanswerable`: it is required and nothing
    /// can answer it, so that nobody gets past it.
    std::vector<Failure> problems;
    /// `dead-end`: after some values of a scale or number nothing follows, while two or more
    /// conditions let the others go on (8 between 0–7 and 9–10). `long`: over mostQuestions pages
    /// (a survey only). `late-score`: a page stands before the score. `convention`: a question has
    /// a code that reports know, but not its form. `required-contact`. `demographic`.
    /// `interface-text`: a language in which the kiosk's own texts would show in English.
    /// `untranslated`: sentences that are the same in two languages. `not-all-walked`.
    std::vector<Failure> warnings;
};

/// Of a checklist as the parser gives it, or any other: nothing that is wrong with it stops this.
Simulation simulate(const Checklist &checklist);

} // namespace vouch::checklist
