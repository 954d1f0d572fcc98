#pragma once

#include <string_view>
#include <vector>

#include "core/quantity/units.h"

namespace claimtrail {

/// The text of units/units.txt and units/currencies.txt, which say what their columns mean.
extern const std::string_view unit_rows;
extern const std::string_view currency_rows;

/// The rows of such a text as units that view it. Throws std::logic_error where a row has not eight
/// columns, or no name, dimension, base or factor.
[[nodiscard]] std::vector<Unit> read_unit_rows(std::string_view text);

/// The parts of a cell between its commas.
[[nodiscard]] std::vector<std::string_view> spellings(std::string_view cell);

}  // namespace claimtrail
