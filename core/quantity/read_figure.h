#pragma once

#include <cstddef>
#include <optional>

#include "core/quantity/exclusions.h"
#include "core/quantity/figure_draft.h"

namespace claimtrail {

/// Reads the figure whose number starts at token `at`, with all around it: modifiers, range, unit,
/// noun, age. Gives where to go on in any case; no draft where the number is none, or part of a
/// date or a name.
[[nodiscard]] Step read_figure(const SentenceView& sentence, std::size_t at,
                               const std::optional<Draft>& previous);

}  // namespace claimtrail
