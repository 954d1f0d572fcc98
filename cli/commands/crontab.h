#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"

namespace claimtrail {

/// One desk's lines in a crontab.
struct CronEntry {
  std::string desk;      ///< its name, one line
  std::string program;   ///< absolute path
  std::string config;    ///< absolute path; empty: the desk works on defaults
  std::string database;  ///< absolute path; empty: as the config says
  int minutes = 5;       ///< how often, 1 to 59
};

/// The marked block: a comment that names the desk, the cron line, an end comment. Everything that
/// cron or the shell would read is quoted, "%" too (crontab(5)).
[[nodiscard]] std::string cron_block(const CronEntry& entry);

/// The crontab without the desk's block; everything else as it was, byte for byte. A block whose
/// end was cut off is its mark and the line below it.
[[nodiscard]] std::string without_block(std::string_view crontab, const CronEntry& entry);

[[nodiscard]] bool has_block(std::string_view crontab, const CronEntry& entry);

/// The current user's crontab by crontab(1); empty when there is none. Fails when the program is
/// missing or refuses.
[[nodiscard]] Result<std::string> read_crontab();
[[nodiscard]] Result<void> write_crontab(const std::string& text);

}  // namespace claimtrail
