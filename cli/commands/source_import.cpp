#include "cli/commands/source_import.h"

#include <filesystem>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "cli/commands/input.h"
#include "cli/commands/opml_sources.h"
#include "cli/commands/session.h"
#include "cli/render/json.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct ImportOptions {
  std::string file;
  std::string every;
};

std::vector<NewSource> read_list(const std::string& path) {
  auto file = InputFile::open(path);
  if (!file) throw CommandFailure(ExitCode::usage, {file.error()});
  const auto bytes = file->read_all();
  if (!bytes) throw CommandFailure(ExitCode::usage, {bytes.error()});
  auto sources = sources_from_opml(*bytes);
  if (!sources) {
    Diagnostic problem = sources.error();
    problem.file = file->place();
    throw CommandFailure(ExitCode::usage, {problem});
  }
  return std::move(*sources);
}

void write_line(Session& session, const NewSource& source, const std::string& reason) {
  JsonWriter json;
  json.begin_object();
  json.boolean("added", reason.empty());
  json.string("id", source.id);
  json.string("kind", source.kind);
  json.string("location", source.location);
  json.text("reason", reason);
  json.end_object();
  session.output().write(json.take_line());
}

void tell_skipped(const Session& session, const ImportOptions& options, const NewSource& source,
                  const std::string& reason) {
  Diagnostic warning;
  warning.severity = DiagnosticSeverity::warning;
  warning.file = options.file == "-" ? "standard input" : options.file;
  warning.message = fmt::format("skipped {}: {}", source.location, reason);
  session.tell(warning);
}

ExitCode run_import(const ImportOptions& options, Session& session) {
  std::vector<NewSource> sources = read_list(options.file);
  for (NewSource& source : sources) {
    if (!options.every.empty() && source.schedule.empty()) source.every = options.every;
  }
  const std::string name =
      options.file == "-" ? "imported" : std::filesystem::path(options.file).stem().string();
  const AddedSources result = add_sources(session.config(), std::move(sources), name);
  for (const NewSource& source : result.added) {
    if (session.json()) write_line(session, source, {});
  }
  for (const auto& [source, reason] : result.skipped) {
    if (session.json()) write_line(session, source, reason);
    tell_skipped(session, options, source, reason);
  }
  const auto added = static_cast<long long>(result.added.size());
  if (!session.json()) {
    session.output().write(result.added.empty()
                               ? fmt::format("nothing to add, {} skipped\n", result.skipped.size())
                               : fmt::format("{} added in {}, {} skipped\n",
                                             count_of(added, "source"), result.file,
                                             result.skipped.size()));
  }
  return ExitCode::fine;
}

}  // namespace

void define_source_import(Command& command) {
  const auto options = std::make_shared<ImportOptions>();
  command.argument({"FILE",
                    "",
                    "an OPML list, as feed readers export it; - for standard input",
                    {},
                    Need::required},
                   options->file);
  command.option({"--every", "TIME", "how often to fetch them; 1h without it"}, options->every);
  command.examples({"claimtrail sources import subscriptions.opml --every 30m"});
  command.on_run([options](Session& session) { return run_import(*options, session); });
}

}  // namespace claimtrail
