#pragma once

#include <string>

namespace claimtrail {

/// Mends in place what a strict parser stumbles over inside the strings of JSON: a control
/// character becomes a blank, a backslash that escapes nothing is dropped, half a surrogate pair
/// becomes U+FFFD. The text never grows. Linear.
void repair_json(std::string& text);

}  // namespace claimtrail
