#include "cli/commands/flags.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/flag_text.h"
#include "cli/commands/options.h"
#include "cli/render/json_stored.h"

namespace claimtrail {
namespace {

struct FlagsOptions {
  std::string status;
  std::string severity;
  FlagFilter filter;
};

ExitCode run_flags(const FlagsOptions& options, Session& session) {
  FlagFilter filter = options.filter;
  filter.status = parse_flag_status(options.status);
  filter.severity = parse_flag_severity(options.severity);
  const auto store = session.open_store();
  const std::vector<Flag> flags = store->flags(filter);
  JsonWriter json;
  for (const Flag& flag : flags) {
    if (session.json()) {
      write_flag(json, flag);
      session.output().write(json.take_line());
    } else {
      print_flag(session, flag);
    }
  }
  return ExitCode::fine;
}

}  // namespace

void define_flags(Command& command) {
  const auto options = std::make_shared<FlagsOptions>();
  command.option({"--status",
                  "",
                  "only those with this status",
                  {"open", "confirmed", "dismissed", "explained", "suppressed", "resolved"}},
                 options->status);
  command.option({"--severity", "", "only those of this severity", {"info", "warning", "error"}},
                 options->severity);
  command.option({"--rule", "ID", "only those of this rule"}, options->filter.rule);
  command.option({"--question", "ID", "only those about this question"}, options->filter.question);
  command.examples(
      {"claimtrail flags --status open --severity error", "claimtrail flags --rule silent-edit"});
  command.on_run([options](Session& session) { return run_flags(*options, session); });
}

}  // namespace claimtrail
