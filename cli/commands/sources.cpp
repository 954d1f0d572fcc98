#include "cli/commands/sources.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/source_add.h"
#include "cli/commands/source_files.h"
#include "cli/commands/source_import.h"
#include "cli/commands/source_lines.h"
#include "cli/commands/source_robots.h"
#include "cli/commands/source_test.h"
#include "cli/render/text.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

ExitCode run_list(Session& session) {
  Table table({"SOURCE", "KIND", "STATE", "FETCHED", "NEXT", "RHYTHM", "LOCATION", "REMARKS"});
  JsonWriter json;
  const SourceLines lines(session);
  for (const SourceLine& line : lines.all()) {
    if (session.json()) {
      write_source(json, line);
      session.output().write(json.take_line());
    } else {
      const SourceSettings& source = *line.settings;
      table.row({source.id, to_string(source.kind), health_of(line),
                 describe_time(line.state == nullptr ? std::nullopt : line.state->last_success),
                 line.next_due ? describe_time(line.next_due) : "-", rhythm_of(source),
                 without_credentials(source.location), remarks_on(line)});
    }
  }
  table.print(session.output(), session.terminal());
  return ExitCode::fine;
}

ExitCode run_show(const std::string& id, Session& session) {
  const SourceLines lines(session);
  SourceLine line = lines.one(id);
  line.moves = session.open_store()->source_moves(id);
  JsonWriter json;
  if (session.json()) {
    write_source(json, line);
    session.output().write(json.take_line());
  } else {
    print_source(session, line);
  }
  return ExitCode::fine;
}

void define_by_id(Command& sources, const char* name, const char* help,
                  ExitCode (*run)(const std::string& id, Session& session)) {
  Command& command = sources.nested(name, help);
  const auto id = std::make_shared<std::string>();
  command.argument({"ID", "", "the source", {}, Need::required}, *id);
  command.on_run([id, run](Session& session) { return run(*id, session); });
}

ExitCode run_remove(const std::string& id, Session& session) {
  session.note(fmt::format("removed from {}", remove_source(session.config(), id)));
  return ExitCode::fine;
}

ExitCode run_enable(const std::string& id, Session& session) {
  session.note(fmt::format("enabled in {}", enable_source(session.config(), id, Enabled::yes)));
  return ExitCode::fine;
}

ExitCode run_disable(const std::string& id, Session& session) {
  session.note(fmt::format("disabled in {}", enable_source(session.config(), id, Enabled::no)));
  return ExitCode::fine;
}

}  // namespace

void define_sources(Command& command) {
  command.nested("list", "every source with its state").on_run(run_list);
  define_by_id(command, "show", "one source, whole", run_show);
  define_source_add(
      command.nested("add", "follow an address or directory; finds the feed by itself"));
  define_source_import(command.nested("import", "follow the feeds of an OPML list"));
  define_by_id(command, "remove", "remove a source of sources.d", run_remove);
  define_by_id(command, "enable", "fetch a source of sources.d again", run_enable);
  define_by_id(command, "disable", "no longer fetch a source of sources.d", run_disable);
  define_source_test(
      command.nested("test", "fetch an address once and say what a refresh would read, and why"));
  define_source_robots(command.nested(
      "robots", "say whether a robots.txt allows an address, and which line decides"));
  command.examples({"claimtrail sources test https://www.example.org/world.rss",
                    "claimtrail sources add https://www.example.org/ --every 30m",
                    "claimtrail sources import subscriptions.opml", "claimtrail sources list"});
}

}  // namespace claimtrail
