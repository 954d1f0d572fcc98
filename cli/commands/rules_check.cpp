#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/commands/rule_tools.h"
#include "cli/commands/session.h"
#include "cli/commands/unknown_name.h"
#include "cli/render/json.h"

namespace claimtrail {
namespace {

struct CheckOptions {
  std::vector<std::string> packs;
  std::string explain;
};

void print_code(Session& session, const RuleCode& code) {
  if (session.json()) {
    JsonWriter json;
    json.begin_object();
    json.string("code", code.code);
    json.string("severity", code.severity == DiagnosticSeverity::error ? "error" : "warning");
    json.string("summary", code.summary);
    json.string("explanation", code.paragraph);
    json.end_object();
    session.output().write(json.take_line());
    return;
  }
  session.output().write(
      fmt::format("{} ({}): {}\n  {}\n", code.code,
                  code.severity == DiagnosticSeverity::error ? "error" : "warning", code.summary,
                  code.paragraph));
}

ExitCode explain_code(const std::string& name, Session& session) {
  std::vector<std::string> known{"all"};
  for (const RuleCode& code : rule_codes()) {
    if (name == code.code || name == "all") print_code(session, code);
    known.emplace_back(code.code);
  }
  if (std::find(known.begin(), known.end(), name) == known.end()) {
    refuse_unknown_name("code", name, known, "rules check --explain all");
  }
  return ExitCode::fine;
}

void print_finding(Session& session, const Diagnostic& finding) {
  if (!session.json()) {
    Diagnostic shown = finding;
    shown.message += fmt::format(" [{}]", finding.code);
    return session.tell(shown);
  }
  JsonWriter json;
  json.begin_object();
  json.string("code", finding.code);
  json.string("severity", finding.severity == DiagnosticSeverity::error ? "error" : "warning");
  json.string("message", finding.message);
  json.text("file", finding.file);
  json.integer("line", finding.line);
  json.integer("column", finding.column);
  json.text("hint", finding.hint);
  json.end_object();
  session.output().write(json.take_line());
}

ExitCode run_check(const CheckOptions& options, Session& session) {
  if (!options.explain.empty()) return explain_code(options.explain, session);
  const RuleSettings settings = settings_for(session, options.packs);
  std::vector<Diagnostic> findings = check_rules(settings, system_clock().now());
  // A desk that was never used has no flags to hold suppressions against.
  if (!settings.suppressions.empty() && std::filesystem::exists(session.config().database)) {
    const std::vector<Flag> flags = session.open_store()->flags({});
    for (Diagnostic& one : unmatched_suppressions(settings, flags)) {
      findings.push_back(std::move(one));
    }
  }
  for (const Diagnostic& finding : findings) print_finding(session, finding);
  if (findings.empty()) session.note("nothing wrong, nothing doubtful");
  return findings.empty() ? ExitCode::fine : ExitCode::findings;
}

}  // namespace

void define_rules_check(Command& rules) {
  Command& check = rules.nested("check", "tell every mistake in rule packs, and what is doubtful");
  const auto options = std::make_shared<CheckOptions>();
  check.argument(pack_row(), options->packs);
  check.option({"--explain", "CODE", "what a code of its findings means; 'all' for every code"},
               options->explain);
  check.examples({"claimtrail rules check desk-rules.yaml",
                  "claimtrail rules check --explain exception-never-matched"});
  check.on_run([options](Session& session) { return run_check(*options, session); });
}

}  // namespace claimtrail
