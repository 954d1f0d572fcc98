#include "cli/commands/options.h"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostics/diagnostic.h"

#include "cli/commands/session.h"

namespace claimtrail {

void restrict_to(CLI::Option* option, const std::vector<std::string>& words) {
  const auto check = [words](const std::string& value) -> std::string {
    if (std::find(words.begin(), words.end(), value) != words.end()) return {};
    const std::string near = nearest(value, words);
    return fmt::format("'{}' is none of {}{}", value, fmt::join(words, ", "),
                       near.empty() ? "" : fmt::format("; did you mean '{}'?", near));
  };
  option->check(CLI::Validator(check, fmt::format("{}", fmt::join(words, "|"))));
}

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
