#include <fstream>
#include <memory>
#include <regex>

#include <fmt/format.h>

#include "cli/commands/rule_tools.h"
#include "cli/commands/session.h"
#include "cli/render/json.h"
#include "cli/render/junit.h"
#include "cli/render/text.h"
#include "rules/authoring/coverage.h"

namespace claimtrail {
namespace {

struct TestOptions {
  std::vector<std::string> packs;
  std::string run;
  std::string junit;
  bool coverage = false;
};

void check_pattern(const std::string& pattern) {
  try {
    (void)std::regex(pattern);
  } catch (const std::regex_error&) {
    throw CommandFailure(ExitCode::usage,
                         fmt::format("--run: '{}' is no regular expression", pattern));
  }
}

void print_json(Session& session, const RuleTestResult& result) {
  JsonWriter json;
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

void tell_failure(Session& session, const RuleTestResult& result) {
  Diagnostic problem;
  problem.file = result.file;
  problem.line = result.line;
  problem.message = fmt::format("{}: {}: {}", result.rule, result.name, result.detail);
  session.tell(problem);
}

const char* kind_of(const CoveredPart& part) {
  switch (part.kind) {
    case CoveredPart::Kind::atom:
      return "condition";
    case CoveredPart::Kind::exception:
      return "exception";
    case CoveredPart::Kind::severity:
      break;
  }
  return "severity";
}

const char* missing_of(const CoveredPart& part) {
  if (!part.held && !part.failed) return "never asked";
  return part.held ? "always holds" : "never holds";
}

void print_json(Session& session, const RuleCoverage& one) {
  JsonWriter json;
  json.begin_object();
  json.string("rule", one.rule);
  json.integer("tests", one.tests);
  json.integer("parts", static_cast<long long>(one.parts.size()));
  json.integer("covered", one.covered());
  json.begin_array("missing");
  for (const CoveredPart& part : one.parts) {
    if (part.covered()) continue;
    json.begin_object();
    json.string("kind", kind_of(part));
    json.string("part", part.words);
    json.string("why", missing_of(part));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  session.output().write(json.take_line());
}

/// False when a rule has no test at all.
bool print_coverage(Session& session, const std::vector<RuleCoverage>& coverage) {
  bool all_tested = true;
  Table table({"RULE", "TESTS", "COVERED", "MISSING"});
  for (const RuleCoverage& one : coverage) {
    all_tested = all_tested && one.tests > 0;
    if (session.json()) {
      print_json(session, one);
      continue;
    }
    std::string missing;
    for (const CoveredPart& part : one.parts) {
      if (part.covered()) continue;
      missing += fmt::format("{}{} {}: {}", missing.empty() ? "" : "; ", kind_of(part), part.words,
                             missing_of(part));
    }
    table.row({one.rule, std::to_string(one.tests),
               fmt::format("{}/{}", one.covered(), one.parts.size()), missing});
  }
  table.print(session.output(), session.terminal());
  return all_tested;
}

void write_junit(const std::string& path, const std::vector<RuleTestResult>& results) {
  std::ofstream stream(path, std::ios::binary);
  stream << junit_of(results);
  stream.close();
  if (!stream) {
    throw CommandFailure(ExitCode::runtime, fmt::format("--junit: cannot write '{}'", path));
  }
}

ExitCode run_test(const TestOptions& options, Session& session) {
  check_pattern(options.run);
  const auto rules = load_rules(settings_for(session, options.packs));
  if (!rules) throw CommandFailure(ExitCode::findings, rules.error());
  const std::vector<RuleTestResult> results = run_rule_tests(**rules, options.run);
  int failed = 0;
  for (const RuleTestResult& result : results) {
    if (session.json() && !options.coverage) print_json(session, result);
    if (result.passed) continue;
    ++failed;
    tell_failure(session, result);
  }
  bool all_tested = true;
  if (options.coverage) all_tested = print_coverage(session, cover_rules(**rules, options.run));
  if (!options.junit.empty()) write_junit(options.junit, results);
  if (!all_tested) session.tell_error("a rule has no test");
  if (results.empty() && !options.run.empty()) {
    session.tell_error(fmt::format("--run: no test is named like '{}'", options.run));
    return ExitCode::findings;
  }
  session.note(fmt::format("{}, {} failed",
                           count_of(static_cast<long long>(results.size()), "test"), failed));
  return failed > 0 || !all_tested ? ExitCode::findings : ExitCode::fine;
}

}  // namespace

void define_rules_test(Command& rules) {
  Command& test = rules.nested("test", "run the tests that stand beside the rules");
  const auto options = std::make_shared<TestOptions>();
  test.argument(pack_row(), options->packs);
  test.option({"--run", "REGEX", "only tests whose RULE/NAME matches"}, options->run);
  test.flag(
      {"--coverage", "", "which parts of each rule its tests met; exit 1 for one without test"},
      options->coverage);
  test.option({"--junit", "FILE", "write the results as JUnit XML"}, options->junit);
  test.examples({"claimtrail rules test --run figure-conflict",
                 "claimtrail rules test --coverage --junit rules.xml desk-rules.yaml"});
  test.on_run([options](Session& session) { return run_test(*options, session); });
}

}  // namespace claimtrail
