#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"

#include "cli/packaging/scheduled_run.h"

namespace claimtrail {

/// The marked block: a comment that names the desk, the cron line, an end comment.
[[nodiscard]] std::string cron_block(const ScheduledRun& run);

/// The crontab without the desk's block; everything else as it was, byte for byte. A block whose
/// end was cut off is its mark and the line below it.
[[nodiscard]] std::string without_block(std::string_view crontab, const ScheduledRun& run);

[[nodiscard]] bool has_block(std::string_view crontab, const ScheduledRun& run);

/// The current user's crontab by crontab(1); empty when there is none. Fails when the program is
/// missing or refuses.
[[nodiscard]] Result<std::string> read_crontab();
[[nodiscard]] Result<void> write_crontab(const std::string& text);

}  // namespace claimtrail
