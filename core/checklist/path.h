#pragma once

#include "core/checklist/answer.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// Which questions a check passes through. Pure functions; pointers point into the checklist.
namespace vouch::checklist {

/// The pages, in order, that these answers lead through: questions without a condition or whose
/// condition is met by the answer to a question that is itself reached. Questions offered on
/// request are no pages.
std::vector<const Question *> path(const Checklist &checklist, const Answers &answers);

/// The questions on request that the page of the question `page` offers: those reached for which it
/// is the last page of the path before them. Never a contact, see offeredAtEnd().
std::vector<const Question *>
offered(const Checklist &checklist, const Answers &answers, std::string_view page);

/// The contact on request that the thanks page offers: the first that is reached, or null.
const Question *offeredAtEnd(const Checklist &checklist, const Answers &answers);

/// Whether `answers` meet the condition, given that `asked`, which it looks at, is itself reached.
bool meets(const Condition &condition, const Question &asked, const Answers &answers);

/// Whether the question is a page of the path or is offered. Answers to the others are items
/// of a branch that is no longer reached, and are dropped at closing.
bool reached(const Checklist &checklist, const Answers &answers, std::string_view question);

/// The order in which the choices of a question are shown in one check, as indices into `choices`:
/// when it rotates, turned left by `bits` (Uuid::lastBits of the check's id) modulo their count;
/// the choice `last` is not counted and stands last.
std::vector<std::size_t> order(const Question &question, std::uint16_t bits);

} // namespace vouch::checklist
