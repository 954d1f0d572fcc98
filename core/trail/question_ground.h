#pragma once

#include <string>

#include "core/trail/bounds.h"
#include "core/trail/citations.h"
#include "core/trail/evidence.h"
#include "core/trail/independence.h"

namespace claimtrail {

/// What stands behind a question: how many independent origins its reports have, between which
/// figures it stands, and who relies on whom.
struct QuestionGround {
  Independence independence;
  FigureBounds bounds;
  CitationGraph citations;
};

/// Asks for the texts of the question's reports.
[[nodiscard]] QuestionGround ground_of(const Evidence& evidence, const std::string& question);

}  // namespace claimtrail
