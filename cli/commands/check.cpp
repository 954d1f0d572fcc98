#include "cli/commands/check.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/flag_text.h"
#include "cli/commands/options.h"
#include "cli/commands/rule_set.h"
#include "cli/desk/check.h"
#include "cli/render/json_stored.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct CheckOptions {
  std::string fail_on;
  bool all = false;
};

void print(Session& session, const std::vector<Flag>& flags) {
  JsonWriter json;
  for (const Flag& flag : flags) {
    if (session.json()) {
      write_flag(json, flag);
      session.output().write(json.take_line());
    } else {
      print_flag(session, flag);
    }
  }
}

std::vector<Flag> open_flags(const Store& store, FlagSeverity least) {
  FlagFilter filter;
  filter.status = FlagStatus::open;
  std::vector<Flag> found;
  for (Flag& flag : store.flags(filter)) {
    if (flag.severity >= least) found.push_back(std::move(flag));
  }
  return found;
}

ExitCode run_check(const std::string& fail_on, Session& session) {
  const Config& config = session.config();
  const auto rules = load_rule_set(session);
  const auto store = session.open_store();
  const std::vector<Flag> changed =
      check(*store, config.desk, *rules, config.rules, system_clock().now());
  session.note(
      fmt::format("{} new or changed", count_of(static_cast<long long>(changed.size()), "flag")));
  const auto least = parse_flag_severity(fail_on);
  if (!least) {
    if (session.json() || session.terminal().output_is_terminal()) print(session, changed);
    return ExitCode::fine;
  }
  const std::vector<Flag> findings = open_flags(*store, *least);
  print(session, findings);
  return findings.empty() ? ExitCode::fine : ExitCode::findings;
}

}  // namespace

void define_check(Command& command) {
  const auto options = std::make_shared<CheckOptions>();
  command.option({"--fail-on",
                  "",
                  "print the open flags of this severity or above; exit 1 if any",
                  {"info", "warning", "error"}},
                 options->fail_on);
  command.flag({"--all", "", "evaluate everything, not only what changed; gives the same flags"},
               options->all);
  command.examples({"claimtrail check --fail-on error"});
  command.on_run([options](Session& session) { return run_check(options->fail_on, session); });
}

}  // namespace claimtrail
