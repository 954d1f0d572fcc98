#include "cli/commands/refresh.h"

#include <algorithm>
#include <memory>
#include <random>
#include <thread>

#include <fmt/format.h>

#include "core/analysis.h"
#include "core/diagnostics/measures.h"
#include "core/store/lock.h"

#include "cli/commands/flag_text.h"
#include "cli/commands/refresh_bar.h"
#include "cli/commands/refresh_text.h"
#include "cli/commands/rule_set.h"
#include "cli/commands/stop_timer.h"
#include "cli/commands/told_problems.h"
#include "cli/commands/unknown_name.h"
#include "cli/commands/watchdog.h"
#include "cli/desk/refresh_desk.h"
#include "sources/http/curl_client.h"

namespace claimtrail {
namespace {

struct RefreshOptions {
  bool due = false;
  std::vector<std::string> sources;
  unsigned jobs = 0;
  std::string jitter;
  std::string max_time;
  std::string ping_url;
  bool dry_run = false;
};

std::chrono::milliseconds duration_option(const char* flag, const std::string& value) {
  if (value.empty()) return {};
  const auto parsed = parse_duration_ms(value);
  if (!parsed) {
    throw CommandFailure(ExitCode::usage, fmt::format("{}: cannot read '{}'", flag, value),
                         "write 30s, 10m or 1h");
  }
  return std::chrono::milliseconds(*parsed);
}

void check_sources(const Config& config, const std::vector<std::string>& wanted) {
  std::vector<std::string> known;
  for (const SourceSettings& source : config.sources) known.push_back(source.id);
  for (const std::string& id : wanted) {
    if (std::find(known.begin(), known.end(), id) == known.end()) {
      refuse_unknown_name("source", id, known, "sources list");
    }
  }
}

RefreshRequest request_of(const RefreshOptions& options) {
  RefreshRequest request;
  request.scope = options.due ? RefreshScope::due : RefreshScope::all;
  request.sources = options.sources;
  request.jobs =
      options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  return request;
}

// What is printed then is mailed.
bool is_for_cron(const Session& session, const RefreshOptions& options) {
  return options.due && !session.terminal().messages_are_terminal() && !session.options().verbose;
}

// Told on a terminal or on demand always; to cron, which mails it, when it is news.
WorthTelling teller(const Session& session, const RefreshOptions& options, const Store& store,
                    ToldProblems& told) {
  if (!is_for_cron(session, options)) {
    return [](const SourceOutcome&) { return true; };
  }
  return [&store, &told, now = system_clock().now()](const SourceOutcome& outcome) {
    const auto state = store.source_state(outcome.source);
    const char* what = !outcome.failed ? "pages" : state && state->gone ? "gone" : "source";
    return told.is_news(fmt::format("{} {}", what, outcome.source), now);
  };
}

void forget_what_is_over(ToldProblems& told, const RefreshSummary& summary) {
  for (const SourceOutcome& outcome : summary.sources) {
    if (!outcome.failed) {
      told.over("source " + outcome.source);
      told.over("gone " + outcome.source);
    }
  }
}

void wait_a_little(std::chrono::milliseconds most, std::stop_token stop) {
  if (most.count() == 0) return;
  std::random_device seed;
  const auto pause =
      std::chrono::milliseconds(std::uniform_int_distribution<long long>(0, most.count())(seed));
  const auto until = std::chrono::steady_clock::now() + pause;
  while (!stop.stop_requested() && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

ExitCode print_plan(Session& session, const RefreshRequest& request) {
  const auto store = session.open_store();
  const RefreshPlan plan = plan_refresh(*store, session.config(), request, system_clock().now());
  print_refresh_plan(session, plan);
  return ExitCode::fine;
}

ExitCode refresh_now(Session& session, const RefreshOptions& options, RefreshRequest request) {
  // The weights are read through once to be told by their checksum: while there is little else in
  // memory.
  (void)extractor_version();
  const Config& config = session.config();
  const auto rules = load_rule_set(session);
  const auto max_time = duration_option("--max-time", options.max_time);
  const auto jitter = duration_option("--jitter", options.jitter);
  StopTimer timer(session.interrupted());
  wait_a_little(jitter, timer.token());
  const auto store = session.open_store();
  const auto lock = RefreshLock::take(config.database, system_clock().now());
  if (!lock) {
    const bool busy = lock.error().code == "refresh-locked";
    // A long run that the next one of cron's meets is no news.
    if (busy && is_for_cron(session, options)) return ExitCode::busy;
    throw CommandFailure(busy ? ExitCode::busy : ExitCode::runtime, {lock.error()});
  }
  Watchdog watchdog(session, options.ping_url);
  if (max_time.count() > 0) timer.stop_after(max_time);
  const auto client = make_curl_client(config.fetch.http);
  auto bar = RefreshBar::for_session(session);
  request.progress = bar.get();
  const RefreshSummary summary =
      refresh_desk(*store, config, *rules, *client, system_clock(), request, timer.token());
  bar.reset();
  ToldProblems told(config.database);
  forget_what_is_over(told, summary);
  const bool complete =
      print_refresh_summary(session, summary, teller(session, options, *store, told));
  told.save();
  if (complete && !session.interrupted().stop_requested()) watchdog.went_well();
  return complete ? ExitCode::fine : ExitCode::partial;
}

ExitCode run_refresh(const RefreshOptions& options, Session& session) {
  check_sources(session.config(), options.sources);
  const RefreshRequest request = request_of(options);
  return options.dry_run ? print_plan(session, request) : refresh_now(session, options, request);
}

}  // namespace

void define_refresh(Command& command) {
  const auto options = std::make_shared<RefreshOptions>();
  command.flag({"--due", "", "only what is due by its schedule; for cron"}, options->due);
  command.option({"--source", "ID", "only this source; may be repeated"}, options->sources);
  command.option({"--jobs", "N", "threads that analyse; without it one a core"}, options->jobs);
  command.option({"--jitter", "TIME",
                  "wait up to this long first, by chance, so that not all desks ask at once"},
                 options->jitter);
  command.option(
      {"--max-time", "TIME", "stop fetching after this long; the next run does the rest"},
      options->max_time);
  command.option(
      {"--ping-url", "URL", "tell this address of start (/start), success, and failure (/fail)"},
      options->ping_url);
  command.flag({"--dry-run", "", "print what would be fetched, fetch nothing"}, options->dry_run);
  command.examples({"claimtrail refresh", "claimtrail refresh --due --jitter 1m --max-time 10m",
                    "claimtrail refresh --source trt-world --dry-run"});
  command.on_run([options](Session& session) { return run_refresh(*options, session); });
}

}  // namespace claimtrail
