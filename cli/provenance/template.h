#pragma once

#include <string>

#include "cli/provenance/json_value.h"

namespace claimtrail {

/// Fills the page template (templates/*.mustache, built into the program) with a view: strings are
/// escaped for HTML where the template says {{name}} and taken as they are at {{{name}}}; null and
/// false leave a section out. A name is looked up in the innermost object that has it.
[[nodiscard]] std::string fill_page(const JsonValue& view);

}  // namespace claimtrail
