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
#include "sources/archive/warc_captures.h"
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

const char* describe(const WarcCapture& capture) {
  if (capture.kind == WarcCapture::Kind::page) return "page";
  return capture.not_modified ? "visit: not modified" : "visit: unchanged";
}

void print_archive(Session& session, const DirectoryFile& file, const WarcListing& listing) {
  constexpr std::size_t kShown = 20;
  const auto& captures = listing.captures;
  session.output().write(
      fmt::format("{}: {}; not read: {} other than HTML, {} not answered with 200, {} without a "
                  "date or address\n",
                  file.name, count_of(static_cast<long long>(captures.size()), "capture"),
                  listing.other_types, listing.other_statuses, listing.unreadable));
  Table table({"CAPTURED", "WHAT", "ADDRESS"});
  for (std::size_t i = 0; i < std::min(kShown, captures.size()); ++i) {
    table.row({describe_time(captures[i].at), describe(captures[i]), captures[i].url});
  }
  table.print(session.output(), session.terminal());
  if (captures.size() > kShown) {
    session.output().write(fmt::format("and {} more\n", captures.size() - kShown));
  }
}

void write_archive(Session& session, const DirectoryFile& file, const WarcListing& listing) {
  JsonWriter json;
  for (const WarcCapture& capture : listing.captures) {
    json.begin_object();
    json.string("file", file.path);
    json.timestamp("captured", capture.at);
    json.string("kind", capture.kind == WarcCapture::Kind::page ? "page" : "revisit");
    json.string("url", capture.url);
    json.end_object();
    session.output().write(json.take_line());
  }
}

ExitCode test_archive(Session& session, const std::string& path) {
  const auto files = list_warc_files(path);
  if (!files) {
    session.tell(files.error());
    return ExitCode::findings;
  }
  bool failed = false;
  for (const DirectoryFile& file : *files) {
    const auto listing = list_captures(file.path);
    if (!listing) {
      session.tell(listing.error());
      failed = true;
      continue;
    }
    for (const Diagnostic& problem : listing->problems) session.tell(problem);
    if (session.json()) {
      write_archive(session, file, *listing);
    } else {
      print_archive(session, file, *listing);
    }
  }
  return failed ? ExitCode::findings : ExitCode::fine;
}

ExitCode run_test(const TestOptions& options, Session& session) {
  std::string location = options.location;
  RobotsPolicy robots = RobotsPolicy::obey;
  bool archive = is_warc_name(location);
  std::string timezone;
  for (const SourceSettings& source : session.config().sources) {
    if (source.id != location && source.location != location) continue;
    location = source.location;
    robots = source.robots;
    archive = source.kind == SourceKind::warc;
    timezone = source.timezone;
    break;
  }
  if (!options.robots.empty()) {
    robots = options.robots == "ignore" ? RobotsPolicy::ignore : RobotsPolicy::obey;
  }
  if (archive) return test_archive(session, location);
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
  command.argument({"URL",
                    "",
                    "a feed or a page; a source by its id; a directory or a WARC file",
                    {},
                    Need::required},
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
