#pragma once

#include "core/trail/positions.h"
#include "core/trail/question_ground.h"

#include "cli/render/json.h"
#include "cli/render/text.h"

namespace claimtrail {

/// The keys `ladder`, `bounds`, `independence`, `citations`, `cycles` and `first`.
void write_trail(JsonWriter& json, const QuestionTrail& trail, const QuestionGround& ground);
void print_trail(Sheet& sheet, const QuestionTrail& trail, const QuestionGround& ground);

}  // namespace claimtrail
