#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claimtrail {

/// Where the weights of a language are: what CLAIMTRAIL_WEIGHTS names (a file, or a folder that
/// holds en.syntax; whatever it says is taken, so that a mistake in it is told and not passed
/// over; empty means: none), else ../share/claimtrail/en.syntax beside the running program, else
/// en.syntax in the program's own folder, else the file of the source tree where the program runs
/// from its build tree. Nothing is a normal result: the program goes on without a parser.
[[nodiscard]] std::optional<std::string> find_model(std::string_view language);

}  // namespace claimtrail
