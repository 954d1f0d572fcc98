#pragma once

#include "core/trail/question_ground.h"

#include "cli/provenance/json_value.h"

namespace claimtrail {

/// What a question's positions rest on, with the keys that `show question --json` has. The second
/// is null where no figure is given.
[[nodiscard]] JsonValue independence_data(const Independence& independence);
[[nodiscard]] JsonValue bounds_data(const FigureBounds& bounds);

}  // namespace claimtrail
