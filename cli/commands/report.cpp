#include "cli/commands/report.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include <fmt/format.h>
#include <unistd.h>

#include "core/model/digest.h"

#include "cli/commands/options.h"
#include "cli/commands/rule_set.h"
#include "cli/commands/session.h"
#include "cli/provenance/render.h"

namespace claimtrail {
namespace {

struct ReportOptions {
  std::vector<std::string> questions;
  std::string report;
  std::string since;
  std::string format;
  std::string output;
};

/// What is asked for, else what the file's name says, else a page.
ReportFormat format_of(const ReportOptions& options, const Session& session) {
  if (!options.format.empty()) return parse_report_format(options.format).value();
  if (session.json()) return ReportFormat::json;
  std::string suffix = std::filesystem::path(options.output).extension().string();
  if (!suffix.empty()) suffix.erase(0, 1);
  if (suffix == "markdown") suffix = "md";
  return parse_report_format(suffix).value_or(ReportFormat::html);
}

/// One digest for the rules in force: their ids, versions and whether they are on.
std::string rules_digest(Session& session) {
  std::string list;
  for (const RuleInfo& rule : list_rules(*load_rule_set(session))) {
    list += fmt::format("{} {} {} {}\n", rule.id, rule.version, to_string(rule.severity),
                        rule.enabled ? "on" : "off");
  }
  return list.empty() ? std::string() : sha256(list);
}

/// Whole or not at all: a reader of the file never sees half a report.
void write_file(const std::string& path, const std::string& text) {
  const auto fail = [&](const std::string& file) {
    throw CommandFailure(ExitCode::runtime,
                         fmt::format("cannot write {}: {}", file, std::strerror(errno)));
  };
  if (std::filesystem::is_directory(path)) {
    throw CommandFailure(ExitCode::usage, fmt::format("{} is a directory", path));
  }
  const std::string part = fmt::format("{}.part{}", path, ::getpid());
  {
    std::ofstream file(part, std::ios::binary);
    file << text;
    file.close();
    if (!file) {
      const int reason = errno;
      std::filesystem::remove(part);
      errno = reason;
      fail(path);
    }
  }
  if (std::rename(part.c_str(), path.c_str()) != 0) fail(path);
}

ExitCode run_report(const ReportOptions& options, Session& session) {
  ReportRequest request;
  request.questions = options.questions;
  request.report = options.report;
  request.since = since_option(options.since);
  request.rules_sha256 = rules_digest(session);
  const auto store = session.open_store();
  const auto report = build_report(*store, session.config().desk, request, system_clock().now());
  if (!report) throw CommandFailure(ExitCode::usage, std::vector<Diagnostic>{report.error()});
  const std::string text = render_report(*report, format_of(options, session));
  if (options.output.empty() || options.output == "-") {
    session.output().write(text);
  } else {
    write_file(options.output, text);
    session.note(fmt::format("{}: {} questions, {} claims, {} flags", options.output,
                             report->questions.size(), report->claims.size(),
                             report->flags.size()));
  }
  return ExitCode::fine;
}

}  // namespace

void define_report(Command& command) {
  const auto options = std::make_shared<ReportOptions>();
  command.option({"--question", "ID", "only this question; may be given several times"},
                 options->questions);
  command.option({"--report", "ID", "what this report (an id or an address) answers and claims"},
                 options->report);
  command.option({"--since", "DAY", "only questions with a claim, flag or review since"},
                 options->since);
  command.option({"--format",
                  "",
                  "the form; without it by the name of the file, else html",
                  {"html", "md", "json", "csv"}},
                 options->format);
  command.option({"-o,--output", "FILE", "where to write it; without it standard output"},
                 options->output);
  command.examples({"claimtrail report -o report.html",
                    "claimtrail report --question nk-troops-deployed -o troops.md",
                    "claimtrail report --since 2025-04-26 --format json | jq .counts"});
  command.on_run([options](Session& session) { return run_report(*options, session); });
}

}  // namespace claimtrail
