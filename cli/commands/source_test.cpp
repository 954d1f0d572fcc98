#include "cli/commands/source_test.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/commands/fetch_one.h"
#include "cli/commands/print_probe.h"
#include "cli/commands/probe.h"
#include "cli/render/json.h"
#include "cli/render/text.h"
#include "sources/directory_source.h"

namespace claimtrail {
namespace {

struct TestOptions {
  std::string location;
  std::string robots;
};

ExitCode test_directory(Session& session, const std::string& path) {
  const auto files = list_directory(path);
  if (!files) {
    session.tell(files.error());
    return ExitCode::findings;
  }
  Table table({"FILE", "READ AS", "WRITTEN"});
  JsonWriter json;
  for (const DirectoryFile& file : *files) {
    if (session.json()) {
      json.begin_object();
      json.string("file", file.path);
      json.string("input", file.input);
      json.timestamp("written", file.written);
      json.end_object();
      session.output().write(json.take_line());
    } else {
      table.row({file.name, file.input, describe_time(file.written)});
    }
  }
  if (!session.json()) {
    session.output().write(fmt::format("a directory with {}\n",
                                       count_of(static_cast<long long>(files->size()), "report")));
  }
  table.print(session.output(), session.terminal());
  return ExitCode::fine;
}

ExitCode run_test(const TestOptions& options, Session& session) {
  std::string location = options.location;
  RobotsPolicy robots = RobotsPolicy::obey;
  std::string timezone;
  for (const SourceSettings& source : session.config().sources) {
    if (source.id != location && source.location != location) continue;
    location = source.location;
    robots = source.robots;
    timezone = source.timezone;
    break;
  }
  if (!options.robots.empty()) {
    robots = options.robots == "ignore" ? RobotsPolicy::ignore : RobotsPolicy::obey;
  }
  if (!names_web_address(location)) return test_directory(session, location);
  const Probe probe = Prober(session, robots, timezone).probe(location);
  print_probe(session, probe);
  if (!probe.problem) return ExitCode::fine;
  session.tell(*probe.problem);
  return ExitCode::findings;
}

}  // namespace

void define_source_test(Command& command) {
  const auto options = std::make_shared<TestOptions>();
  command.argument(
      {"URL", "", "a feed or a page; a source by its id; a directory", {}, Need::required},
      options->location);
  command.option({"--robots",
                  "",
                  "what to do about robots.txt; without it as the source says",
                  {"obey", "ignore"}},
                 options->robots);
  command.examples({"claimtrail sources test https://www.example.org/world.rss",
                    "claimtrail sources test example-world --json"});
  command.on_run([options](Session& session) { return run_test(*options, session); });
}

}  // namespace claimtrail
