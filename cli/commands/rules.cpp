#include "cli/commands/rules.h"

#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/commands/rule_set.h"
#include "cli/commands/rule_tools.h"
#include "cli/commands/unknown_name.h"
#include "cli/desk/gather.h"
#include "cli/render/json_stored.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

ExitCode run_list(Session& session) {
  Table table({"RULE", "SEVERITY", "SCOPE", "STATUS", "TESTS", "TITLE"});
  JsonWriter json;
  for (const RuleInfo& rule : list_rules(*load_rule_set(session))) {
    if (session.json()) {
      write_rule(json, rule);
      session.output().write(json.take_line());
    } else {
      table.row({rule.id, rule.enabled ? to_string(rule.severity) : "off", rule.scope, rule.status,
                 std::to_string(rule.tests), rule.title});
    }
  }
  table.print(session.output(), session.terminal());
  return ExitCode::fine;
}

RuleInfo find_rule(const RuleSet& rules, const std::string& id) {
  std::vector<std::string> known;
  for (const RuleInfo& rule : list_rules(rules)) {
    if (rule.id == id) return rule;
    known.push_back(rule.id);
  }
  refuse_unknown_name("rule", id, known, "rules list");
}

ExitCode run_show(const std::string& id, Session& session) {
  const RuleInfo rule = find_rule(*load_rule_set(session), id);
  if (session.json()) {
    JsonWriter json;
    write_rule(json, rule);
    session.output().write(json.take_line());
    return ExitCode::fine;
  }
  Sheet sheet(fmt::format("rule {}", rule.id));
  sheet.line("title", rule.title);
  sheet.line("pack", rule.pack);
  sheet.line("status", rule.status);
  sheet.line("since", rule.since);
  sheet.line("severity", rule.enabled ? to_string(rule.severity) : "switched off");
  sheet.line("scope", rule.scope);
  sheet.line("where", rule.where);
  sheet.line("message", rule.message);
  sheet.list("may be wrong", rule.falsepositives);
  sheet.line("tests", std::to_string(rule.tests));
  sheet.print(session.output(), session.terminal());
  return ExitCode::fine;
}

struct ExplainOptions {
  std::string rule;
  std::string a;
  std::string b;
  bool why_not = false;
};

ExitCode run_explain(const ExplainOptions& options, Session& session) {
  const auto rules = load_rule_set(session);
  (void)find_rule(*rules, options.rule);
  const auto store = session.open_store();
  for (const std::string& claim : {options.a, options.b}) {
    if (claim.empty() || store->claim(claim)) continue;
    throw CommandFailure(ExitCode::usage, fmt::format("there is no claim '{}'", claim),
                         "'claimtrail claims' lists them");
  }
  const Evidence evidence = gather(*store, session.config().desk);
  for (const std::string& line : explain(*rules, evidence, options.rule, options.a, options.b)) {
    const bool passed = line.starts_with("  passes: ") || line.starts_with("  holds: ");
    if (!options.why_not || !passed) session.output().write(printable(line) + "\n");
  }
  return ExitCode::fine;
}

}  // namespace

OptionRow pack_row() {
  return {"PACK", "", "rule files, or 'builtin'; without them those of the config"};
}

RuleSettings settings_for(Session& session, const std::vector<std::string>& packs) {
  if (packs.empty()) return session.config().rules;
  RuleSettings settings;
  settings.packs.clear();
  for (const std::string& pack : packs) {
    settings.packs.push_back(pack == "builtin" ? pack : std::filesystem::absolute(pack).string());
  }
  return settings;
}

void define_rules(Command& command) {
  command.nested("list", "every rule that is loaded").on_run(run_list);

  Command& show = command.nested("show", "one rule, whole");
  const auto id = std::make_shared<std::string>();
  show.argument({"RULE", "", "the rule", {}, Need::required}, *id);
  show.on_run([id](Session& session) { return run_show(*id, session); });

  define_rules_check(command);
  define_rules_test(command);
  define_rules_schema(command);
  define_rules_backtest(command);

  Command& why = command.nested("explain", "why a rule did or did not join two claims");
  const auto explain = std::make_shared<ExplainOptions>();
  why.flag({"--why-not", "", "only what failed first, without what held before it"},
           explain->why_not);
  why.argument({"RULE", "", "the rule", {}, Need::required}, explain->rule);
  why.argument({"CLAIM", "", "a claim", {}, Need::required}, explain->a);
  why.argument({"OTHER", "", "the claim to hold beside it"}, explain->b);
  why.on_run([explain](Session& session) { return run_explain(*explain, session); });

  command.examples(
      {"claimtrail rules check desk-rules.yaml", "claimtrail rules test --run figure-conflict"});
}

}  // namespace claimtrail
