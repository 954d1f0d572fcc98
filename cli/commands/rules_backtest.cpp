#include <memory>

#include <fmt/format.h>

#include "cli/commands/options.h"
#include "cli/commands/rule_tools.h"
#include "cli/commands/session.h"
#include "cli/desk/gather.h"
#include "cli/render/json.h"
#include "cli/render/text.h"
#include "rules/authoring/backtest.h"

namespace claimtrail {
namespace {

struct BacktestOptions {
  std::vector<std::string> packs;
  std::string since;
  std::string rule;
};

void print_json(Session& session, const Backtest& row) {
  JsonWriter json;
  json.begin_object();
  json.string("rule", row.rule);
  json.integer("raised", row.raised);
  json.integer("never_stored", row.never_stored);
  json.integer("confirmed", row.confirmed);
  json.integer("dismissed", row.dismissed);
  json.integer("explained", row.explained);
  json.integer("undecided", row.undecided);
  if (const auto noise = row.noise()) {
    json.real("noise", *noise);
  } else {
    json.null("noise");
  }
  json.texts("messages", row.messages);
  json.end_object();
  session.output().write(json.take_line());
}

std::string share(const std::optional<double>& noise) {
  return noise ? fmt::format("{:.0f} %", *noise * 100) : "-";
}

ExitCode run_backtest(const BacktestOptions& options, Session& session) {
  const auto rules = load_rules(settings_for(session, options.packs));
  if (!rules) throw CommandFailure(ExitCode::findings, rules.error());
  const Timestamp since = since_option(options.since).value_or(Timestamp{});
  const auto store = session.open_store();
  const Evidence evidence = gather(*store, session.config().desk);
  Table table({"RULE", "RAISED", "NEW", "CONFIRMED", "DISMISSED", "EXPLAINED", "NOISE"});
  std::vector<std::string> messages;
  bool known = options.rule.empty();
  for (const Backtest& row : backtest(**rules, evidence, store->flags({}), since)) {
    if (!options.rule.empty() && row.rule != options.rule) continue;
    known = true;
    if (session.json()) {
      print_json(session, row);
      continue;
    }
    table.row({row.rule, std::to_string(row.raised), std::to_string(row.never_stored),
               std::to_string(row.confirmed), std::to_string(row.dismissed),
               std::to_string(row.explained), share(row.noise())});
    if (!options.rule.empty()) messages = row.messages;
  }
  if (!known) {
    throw CommandFailure(ExitCode::usage, fmt::format("no rule '{}' runs", options.rule),
                         "'claimtrail rules list' lists them");
  }
  table.print(session.output(), session.terminal());
  for (const std::string& message : messages) {
    session.output().write("  " + printable(message) + "\n");
  }
  return ExitCode::fine;
}

}  // namespace

void define_rules_backtest(Command& rules) {
  Command& backtest = rules.nested(
      "backtest",
      "what rules would have flagged since a day, and how often reviewers dismissed it");
  const auto options = std::make_shared<BacktestOptions>();
  backtest.argument(pack_row(), options->packs);
  backtest.option({"--since", "DAY", "count flags that came up at or after this day or time"},
                  options->since);
  backtest.option({"--rule", "RULE", "one rule alone, with what its flags say"}, options->rule);
  backtest.examples({"claimtrail rules backtest --since 2025-04-01",
                     "claimtrail rules backtest --since 2025-04-01 --rule own desk-rules.yaml"});
  backtest.on_run([options](Session& session) { return run_backtest(*options, session); });
}

}  // namespace claimtrail
