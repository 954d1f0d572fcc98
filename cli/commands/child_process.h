#pragma once

#include <optional>
#include <string>
#include <vector>

namespace claimtrail {

struct ChildResult {
  int status = 0;  ///< exit status; 128 + signal where a signal ended it
  std::string output;
  std::string errors;
};

/// Runs a program found on PATH with this standard input and waits for it. Nothing when it cannot
/// be started.
[[nodiscard]] std::optional<ChildResult> run_child(const std::vector<std::string>& command,
                                                   const std::string& input);

}  // namespace claimtrail
