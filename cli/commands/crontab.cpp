#include "cli/commands/crontab.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/commands/child_process.h"

namespace claimtrail {
namespace {

// The path tells two desks of one name apart.
std::string begin_mark(const ScheduledRun& run) {
  return fmt::format("# claimtrail: {} (managed by claimtrail cron install) {}", run.desk,
                     run.config + run.database);
}

std::string end_mark(const ScheduledRun& run) {
  return fmt::format("# claimtrail: end of {}", run.desk);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string_view without_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

Diagnostic refused(const ChildResult& result) {
  Diagnostic problem;
  problem.code = "crontab";
  problem.message = fmt::format("crontab refused: {}", without_end(result.errors));
  return problem;
}

Diagnostic missing() {
  Diagnostic problem;
  problem.code = "crontab";
  problem.message = "the program 'crontab' is not installed";
  problem.hint = "install the package 'cron', or see 'claimtrail cron print --as systemd'";
  return problem;
}

}  // namespace

std::string cron_block(const ScheduledRun& run) {
  return begin_mark(run) + "\n" + crontab_line(run) + "\n" + end_mark(run) + "\n";
}

bool has_block(std::string_view crontab, const ScheduledRun& run) {
  const auto lines = lines_of(crontab);
  return std::any_of(lines.begin(), lines.end(),
                     [&](std::string_view line) { return without_end(line) == begin_mark(run); });
}

std::string without_block(std::string_view crontab, const ScheduledRun& run) {
  const auto lines = lines_of(crontab);
  std::string rest;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (without_end(lines[i]) != begin_mark(run)) {
      rest += lines[i];
      continue;
    }
    const bool line_follows =
        i + 1 < lines.size() && lines[i + 1].find("refresh --due") != std::string_view::npos;
    if (line_follows) ++i;
    if (i + 1 < lines.size() && without_end(lines[i + 1]) == end_mark(run)) ++i;
  }
  return rest;
}

Result<std::string> read_crontab() {
  const auto result = run_child({"crontab", "-l"}, {});
  if (!result) return tl::unexpected(missing());
  if (result->status == 0) return result->output;
  if (result->errors.find("no crontab") != std::string::npos) return std::string();
  return tl::unexpected(refused(*result));
}

Result<void> write_crontab(const std::string& text) {
  const auto result = run_child({"crontab", "-"}, text);
  if (!result) return tl::unexpected(missing());
  if (result->status != 0) return tl::unexpected(refused(*result));
  return {};
}

}  // namespace claimtrail
