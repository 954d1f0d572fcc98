#pragma once

#include "core/attribution/unit.h"
#include "core/model/figure.h"

namespace claimtrail {

/// Whether a date says when something followed the event that the figure tells of: "the man accused
/// of killing three was arrested Friday", "a boy charged over a shooting that left six hurt faced a
/// judge on Tuesday". So it is where the tree hangs the date on a word for what courts, police and
/// mourners do after an event, and the figure counts nothing of that ("three were arrested
/// Friday"). Never in a unit that is not parsed.
[[nodiscard]] bool dates_the_aftermath(const TokenizedText& text, const Unit& unit, Span date,
                                       const Figure& figure);

}  // namespace claimtrail
