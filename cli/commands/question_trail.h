#pragma once

#include <string>

#include "core/store/store.h"
#include "core/trail/bounds.h"
#include "core/trail/citations.h"
#include "core/trail/positions.h"

#include "cli/render/json.h"
#include "cli/render/text.h"

namespace claimtrail {

/// What stands behind a question: how many independent origins its reports have, between which
/// figures it stands, and who relies on whom.
struct QuestionGround {
  Independence independence;
  FigureBounds bounds;
  CitationGraph citations;
};

/// Reads the texts of the question's reports. Throws StoreError.
[[nodiscard]] QuestionGround ground_of(const Store& store, const Evidence& evidence,
                                       const std::string& question);

/// The keys `ladder`, `bounds`, `independence`, `citations`, `cycles` and `first`.
void write_trail(JsonWriter& json, const QuestionTrail& trail, const QuestionGround& ground);
void print_trail(Sheet& sheet, const QuestionTrail& trail, const QuestionGround& ground);

/// "2 independent origins behind 5 reports, 1 of which names no source".
[[nodiscard]] std::string describe(const Independence& independence);

}  // namespace claimtrail
