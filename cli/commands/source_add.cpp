#include "cli/commands/source_add.h"

#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/commands/fetch_one.h"
#include "cli/commands/source_files.h"
#include "cli/commands/source_find.h"
#include "cli/render/json.h"
#include "cli/render/text.h"
#include "sources/directory_source.h"

namespace claimtrail {
namespace {

RobotsPolicy policy_of(const NewSource& source) {
  return source.robots == "ignore" ? RobotsPolicy::ignore : RobotsPolicy::obey;
}

std::string named(const FoundFeed& feed) {
  return feed.title.empty() ? feed.location : fmt::format("{} ({})", feed.location, feed.title);
}

// Where the program chose, what it chose is the answer; where it did as told there is only a note.
void print_choice(Session& session, const std::string& given, const FoundSource& found) {
  if (found.itself) return;
  Sheet sheet(fmt::format("{} leads to", given));
  sheet.line(to_string(found.kind), named(found.chosen));
  sheet.line("chosen as", found.chosen.why);
  for (const FoundFeed& other : found.others) sheet.line("not chosen", named(other));
  sheet.print(session.output(), session.terminal());
}

void write_json(Session& session, const NewSource& source, const FoundSource* found,
                const std::string& file) {
  JsonWriter json;
  json.begin_object();
  json.string("id", source.id);
  json.text("kind", source.kind);
  json.string("location", source.location);
  json.text("title", found == nullptr ? "" : found->chosen.title);
  json.text("why", found == nullptr ? "" : found->chosen.why);
  json.begin_array("others");
  if (found != nullptr) {
    for (const FoundFeed& other : found->others) {
      json.begin_object();
      json.string("location", other.location);
      json.text("title", other.title);
      json.text("why", other.why);
      json.end_object();
    }
  }
  json.end_array();
  json.string("file", file);
  json.end_object();
  session.output().write(json.take_line());
}

// A typing mistake in a path would otherwise be found out by cron.
void check_path(const NewSource& source) {
  std::error_code error;
  const bool directory = std::filesystem::is_directory(source.location, error);
  if (!std::filesystem::exists(source.location, error)) {
    throw CommandFailure(ExitCode::usage, fmt::format("there is no {}", source.location),
                         "give a directory, or an address that begins with https://");
  }
  if (!directory && !is_warc_name(source.location) && source.kind != "warc") {
    throw CommandFailure(ExitCode::usage, fmt::format("{} is a file", source.location),
                         "give its directory; 'claimtrail add FILE' stores one report at once, "
                         "'claimtrail sources import FILE' reads an OPML list");
  }
}

ExitCode run_add(NewSource source, Session& session) {
  const bool web = names_web_address(source.location);
  if (!source.kind.empty() || !web) {
    if (!web) check_path(source);
    const NewSource written = add_source(session.config(), source);
    session.note(fmt::format("'{}' written to {}", written.id, written.file));
    if (session.json()) write_json(session, written, nullptr, written.file);
    return ExitCode::fine;
  }
  refuse_followed(session.config(), source);
  const std::string given = source.location;
  const auto found = find_source(session, given, policy_of(source));
  if (!found) throw CommandFailure(ExitCode::usage, {found.error()});
  if (found->doubts) session.tell(*found->doubts);
  source.location = found->chosen.location;
  source.kind = to_string(found->kind);
  const NewSource written = add_source(session.config(), source);
  if (session.json()) {
    write_json(session, written, &*found, written.file);
  } else {
    print_choice(session, given, *found);
  }
  session.note(fmt::format("'{}' written to {}", written.id, written.file));
  return ExitCode::fine;
}

}  // namespace

void define_source_add(Command& command) {
  const auto source = std::make_shared<NewSource>();
  command.argument({"LOCATION",
                    "",
                    "an http or https address, whose feed is found; a directory; a WARC file",
                    {},
                    Need::required},
                   source->location);
  command.option({"--id", "ID", "what to call it; without it made from the location"}, source->id);
  command.option({"--outlet", "NAME", "who publishes it"}, source->outlet);
  command.option({"--kind",
                  "",
                  "what it is: asks nobody, takes the location as it is",
                  {"feed", "page", "sitemap", "directory", "warc"}},
                 source->kind);
  command.option({"--schedule", "CRON", "a cron expression, like '*/15 * * * *'"},
                 source->schedule);
  command.option(
      {"--every", "TIME", "an interval, like 30m or 6h", {}, Need::optional, "--schedule"},
      source->every);
  command.option(
      {"--robots", "", "what to do about robots.txt; obey without it", {"obey", "ignore"}},
      source->robots);
  command.examples({"claimtrail sources add https://www.example.org/ --every 30m",
                    "claimtrail sources add https://www.example.org/world.rss --kind feed",
                    "claimtrail sources add ./clippings --outlet 'Own archive'"});
  command.on_run([source](Session& session) { return run_add(*source, session); });
}

}  // namespace claimtrail
