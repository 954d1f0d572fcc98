#pragma once

#include <cstddef>

#include "core/quantity/exclusions.h"
#include "core/quantity/figure_draft.h"

namespace claimtrail {

/// Whether a count of others is the whole count of what happened to them: "one man was killed and
/// three others were injured" tells of three injured in all, for nobody before them was. So it is
/// where the sentence, or if it has told of neither the one before it, has told of the dead and
/// counts the injured, or the other way round, and nothing told is of the figure's own event. "Two
/// were hurt; three others were hurt later" and "a man was shot, two others were shot too" stay
/// relative. `number_last` is the token after the number.
[[nodiscard]] bool others_are_all(const SentenceView& sentence, const Draft& draft,
                                  std::size_t number_last);

}  // namespace claimtrail
