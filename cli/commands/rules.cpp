#include "cli/commands/rules.h"

#include <filesystem>
#include <memory>
#include <regex>

#include <fmt/format.h>

#include "cli/commands/rule_set.h"
#include "cli/commands/unknown_name.h"
#include "cli/desk/gather.h"
#include "cli/render/json_stored.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

/// Packs named on the command line stand in for those of the config.
RuleSettings settings_for(Session& session, const std::vector<std::string>& packs) {
  if (packs.empty()) return session.config().rules;
  RuleSettings settings;
  settings.packs.clear();
  for (const std::string& pack : packs) {
    settings.packs.push_back(pack == "builtin" ? pack : std::filesystem::absolute(pack).string());
  }
  return settings;
}

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

ExitCode run_check(const std::vector<std::string>& packs, Session& session) {
  const auto rules = load_rules(settings_for(session, packs));
  if (!rules) throw CommandFailure(ExitCode::findings, rules.error());
  session.note(fmt::format("{}, nothing wrong",
                           count_of(static_cast<long long>(list_rules(**rules).size()), "rule")));
  return ExitCode::fine;
}

struct TestOptions {
  std::vector<std::string> packs;
  std::string run;
};

ExitCode run_test(const TestOptions& options, Session& session) {
  try {
    (void)std::regex(options.run);
  } catch (const std::regex_error&) {
    throw CommandFailure(ExitCode::usage,
                         fmt::format("--run: '{}' is no regular expression", options.run));
  }
  const auto rules = load_rules(settings_for(session, options.packs));
  if (!rules) throw CommandFailure(ExitCode::findings, rules.error());
  int failed = 0;
  const std::vector<RuleTestResult> results = run_rule_tests(**rules, options.run);
  JsonWriter json;
  for (const RuleTestResult& result : results) {
    if (session.json()) {
      json.begin_object();
      json.string("rule", result.rule);
      json.string("name", result.name);
      json.boolean("passed", result.passed);
      json.text("detail", result.detail);
      json.text("file", result.file);
      json.integer("line", result.line);
      json.end_object();
      session.output().write(json.take_line());
    }
    if (result.passed) continue;
    ++failed;
    Diagnostic problem;
    problem.file = result.file;
    problem.line = result.line;
    problem.message = fmt::format("{}: {}: {}", result.rule, result.name, result.detail);
    session.tell(problem);
  }
  session.note(fmt::format("{}, {} failed",
                           count_of(static_cast<long long>(results.size()), "test"), failed));
  return failed > 0 ? ExitCode::findings : ExitCode::fine;
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
    session.output().write(printable(line) + "\n");
  }
  return ExitCode::fine;
}

OptionRow pack_row() {
  return {"PACK", "", "rule files, or 'builtin'; without them those of the config"};
}

}  // namespace

void define_rules(Command& command) {
  command.nested("list", "every rule that is loaded").on_run(run_list);

  Command& show = command.nested("show", "one rule, whole");
  const auto id = std::make_shared<std::string>();
  show.argument({"RULE", "", "the rule", {}, Need::required}, *id);
  show.on_run([id](Session& session) { return run_show(*id, session); });

  Command& check = command.nested("check", "tell every mistake in rule packs");
  const auto packs = std::make_shared<std::vector<std::string>>();
  check.argument(pack_row(), *packs);
  check.on_run([packs](Session& session) { return run_check(*packs, session); });

  Command& test = command.nested("test", "run the tests that stand beside the rules");
  const auto options = std::make_shared<TestOptions>();
  test.argument(pack_row(), options->packs);
  test.option({"--run", "REGEX", "only rules and tests whose name matches"}, options->run);
  test.on_run([options](Session& session) { return run_test(*options, session); });

  Command& why = command.nested("explain", "why a rule did or did not join two claims");
  const auto explain = std::make_shared<ExplainOptions>();
  why.flag({"--why-not", "", "end at the first condition that failed, as it always does"},
           explain->why_not);
  why.argument({"RULE", "", "the rule", {}, Need::required}, explain->rule);
  why.argument({"CLAIM", "", "a claim", {}, Need::required}, explain->a);
  why.argument({"OTHER", "", "the claim to hold beside it"}, explain->b);
  why.on_run([explain](Session& session) { return run_explain(*explain, session); });

  command.examples(
      {"claimtrail rules check desk-rules.yaml", "claimtrail rules test --run figure-conflict"});
}

}  // namespace claimtrail
