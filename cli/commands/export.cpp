#include "cli/commands/export.h"

#include <array>
#include <memory>

#include <fmt/format.h>

#include "cli/commands/export_formats.h"
#include "cli/commands/options.h"
#include "cli/commands/session.h"
#include "sources/archive/archive_file.h"

namespace claimtrail {
namespace {

constexpr std::array kFormats = {
    ExportFormat{"opml", "the sources, for feed readers", export_opml_format},
    ExportFormat{"warc", "every revision, for web archives (ISO 28500)", export_warc_format},
};

struct ExportOptions {
  std::string as;
  std::string file;
  std::string report;
  std::string since;
};

template <class T>
T value_or_throw(Result<T> result) {
  if (!result) throw CommandFailure(ExitCode::runtime, {result.error()});
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

ExitCode run_export(const ExportOptions& options, Session& session) {
  const ExportRequest request{options.file, options.report, since_option(options.since)};
  const auto format = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const ExportFormat& row) { return row.name == options.as; });
  if (options.file.empty() || options.file == "-") {
    return format->run(session, request,
                       [&](std::string_view bytes) { session.output().write(bytes); });
  }
  ArchiveFile file = value_or_throw(ArchiveFile::create(options.file));
  const ExitCode code = format->run(
      session, request, [&](std::string_view bytes) { value_or_throw(file.write(bytes)); });
  value_or_throw(file.finish());
  return code;
}

}  // namespace

void define_export(Command& command) {
  const auto options = std::make_shared<ExportOptions>();
  std::vector<std::string> names;
  std::string help = "the format";
  for (const ExportFormat& format : kFormats) {
    names.emplace_back(format.name);
    help += fmt::format("; {}: {}", format.name, format.help);
  }
  command.option({"--as", "FORMAT", help, names, Need::required}, options->as);
  command.option(
      {"-o,--output", "FILE", "where it goes, whole or not at all; without it standard output"},
      options->file);
  command.option({"--report", "ID", "only this report"}, options->report);
  command.option({"--since", "DAY", "only what was captured at or after this day or time"},
                 options->since);
  command.examples({"claimtrail export --as warc -o desk.warc.gz",
                    "claimtrail export --as warc --since 2025-04-01 > april.warc.gz"});
  command.on_run([options](Session& session) { return run_export(*options, session); });
}

}  // namespace claimtrail
