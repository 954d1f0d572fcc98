#pragma once

#include <string>
#include <vector>

#include "cli/desk/config.h"

namespace claimtrail {

/// One setting that is in force.
struct Setting {
  std::string key;    ///< "desk.timezone", "sources.trt-world.every"
  std::string value;  ///< as it would be written in the file
  std::string from;   ///< "file:line", a flag, a variable, or "default"
};

/// Everything that is in force, in the order of the file's sections. Reads the files again to find
/// the lines.
[[nodiscard]] std::vector<Setting> settings_of(const Config& config);

/// "2s", "15m", "1500ms", as the config writes lengths of time.
[[nodiscard]] std::string write_duration(long long milliseconds);

}  // namespace claimtrail
