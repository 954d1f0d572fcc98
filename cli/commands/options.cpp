#include "cli/commands/options.h"

#include <fmt/format.h>

#include "cli/commands/session.h"

namespace claimtrail {

std::vector<std::string> input_words(bool with_feed) {
  std::vector<std::string> words = {"html", "text", "ndjson"};
  if (with_feed) words.emplace_back("feed");
  return words;
}

std::optional<Published> published_option(const std::string& value) {
  if (value.empty()) return std::nullopt;
  auto published = parse_published(value);
  if (!published) {
    throw CommandFailure(ExitCode::usage, fmt::format("--published: cannot read '{}'", value),
                         "give a day (2025-04-26) or a time (2025-04-26T08:30:00Z)");
  }
  return published;
}

std::optional<Timestamp> since_option(const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto since = parse_published(value);
  if (!since) {
    throw CommandFailure(ExitCode::usage, fmt::format("--since: cannot read '{}'", value),
                         "give a day (2025-04-26) or a time (2025-04-26T08:30:00Z)");
  }
  return since->time.value_or(Timestamp(since->day));
}

}  // namespace claimtrail
