#include "cli/commands/source_robots.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/session.h"
#include "cli/render/json.h"
#include "sources/directory_source.h"
#include "sources/http/robots.h"

namespace claimtrail {
namespace {

struct RobotsQuestion {
  std::string file;
  std::string url;
  std::string agent;
};

// Far more than is looked at, so that a large file is judged as a crawler judges it.
constexpr long long kMostFileBytes = 64'000'000;

bool is_address_or_path(const std::string& url) {
  return url.empty() || url.starts_with('/') || url.starts_with("http://") ||
         url.starts_with("https://");
}

ExitCode run_robots(Session& session, const RobotsQuestion& question) {
  if (!is_address_or_path(question.url)) {
    throw CommandFailure(ExitCode::usage, fmt::format("'{}' is no address", question.url),
                         "give an http or https address, or a path that begins with /");
  }
  const Result<std::string> bytes =
      read_bytes(question.file == "-" ? std::string("/dev/stdin") : question.file, kMostFileBytes);
  if (!bytes) throw CommandFailure(ExitCode::usage, {bytes.error()});
  const RobotsRules rules = RobotsRules::parse(*bytes);
  const RobotsDecision decision = rules.decide(question.agent, question.url);
  const bool allowed = decision.access == RobotsAccess::allowed;
  if (session.json()) {
    JsonWriter json;
    json.begin_object();
    json.boolean("allowed", allowed);
    json.text("agent", question.agent);
    json.text("url", question.url);
    json.text("group", decision.group);
    if (decision.line == 0) {
      json.null("line");
    } else {
      json.integer("line", decision.line);
    }
    json.text("rule", decision.rule);
    const auto delay = rules.crawl_delay(question.agent);
    if (delay) {
      json.real("crawl_delay", static_cast<double>(delay->count()) / 1000);
    } else {
      json.null("crawl_delay");
    }
    json.end_object();
    session.output().write(json.take_line());
  } else {
    session.output().write(
        fmt::format("{}: {}\n", allowed ? "allowed" : "not allowed",
                    decision.line == 0 && decision.group.empty()
                        ? fmt::format("{} has no rules for {}", question.file, question.agent)
                        : decision.reason()));
  }
  return allowed ? ExitCode::fine : ExitCode::findings;
}

}  // namespace

void define_source_robots(Command& command) {
  const auto question = std::make_shared<RobotsQuestion>();
  question->agent = "claimtrail";
  command.argument({"FILE", "", "a robots.txt; - for standard input", {}, Need::required},
                   question->file);
  command.argument({"URL", "", "the address to ask about, or its path", {}, Need::required},
                   question->url);
  command.option({"--agent", "NAME", "who asks; without it claimtrail"}, question->agent);
  command.examples({"claimtrail sources robots robots.txt https://www.example.org/news/",
                    "claimtrail sources robots robots.txt --agent Googlebot /private"});
  command.on_run([question](Session& session) { return run_robots(session, *question); });
}

}  // namespace claimtrail
