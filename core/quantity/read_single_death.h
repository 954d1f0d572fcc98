#pragma once

#include <cstddef>
#include <optional>

#include "core/quantity/exclusions.h"
#include "core/quantity/figure_draft.h"

namespace claimtrail {

/// Reads "a man was killed", "killed a 16-year-old girl", "the death of a student" at the article
/// `at` as one person, predicate `kill`: as news counts it. The span reaches to the noun, or is the
/// article alone where an age stands between, which is a figure of its own. Nothing where the
/// sentence supposes or denies it ("if a man is killed", "a man was not killed"), where the person
/// is one of several ("a man and a woman were killed", "including a child"), or where the verb is
/// what the person did to others ("a man killed his wife").
[[nodiscard]] std::optional<Draft> read_single_death(const SentenceView& sentence, std::size_t at);

}  // namespace claimtrail
