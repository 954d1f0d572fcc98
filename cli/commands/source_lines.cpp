#include "cli/commands/source_lines.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands/config_settings.h"
#include "cli/commands/unknown_name.h"
#include "cli/render/text.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

std::optional<Timestamp> due_of(const SourceSettings& source, const SourceState& state,
                                const std::string& timezone, Timestamp now) {
  if (!source.enabled || state.gone) return std::nullopt;
  Timestamp due = state.next_due.value_or(
      next_due(source, timezone, state.last_attempt, now, state.learnt_every_s));
  if (state.blocked_until && *state.blocked_until > due) due = *state.blocked_until;
  return due;
}

bool is_stale(const SourceSettings& source, const SourceState& state, const std::string& timezone,
              Timestamp now, std::chrono::milliseconds grace) {
  if (!source.enabled || state.gone) return false;
  if (!state.last_success) return true;
  Timestamp turn = next_due(source, timezone, state.last_success, now, state.learnt_every_s);
  if (state.failures == 0 && state.next_due) turn = std::max(turn, *state.next_due);
  return turn + std::chrono::ceil<std::chrono::seconds>(grace) < now;
}

}  // namespace

SourceLines::SourceLines(Session& session, std::chrono::milliseconds grace) {
  const Config& config = session.config();
  for (SourceState& state : session.open_store()->source_states()) {
    const std::string id = state.source;
    states_.emplace(id, std::move(state));
  }
  const Timestamp now = system_clock().now();
  const SourceState fresh;
  for (const SourceSettings& source : config.sources) {
    const auto state = states_.find(source.id);
    SourceLine line;
    line.settings = &source;
    line.state = state == states_.end() ? nullptr : &state->second;
    const SourceState& known = line.state == nullptr ? fresh : *line.state;
    line.next_due = due_of(source, known, config.desk.timezone, now);
    line.stale = is_stale(source, known, config.desk.timezone, now, grace);
    lines_.push_back(line);
  }
}

const SourceLine& SourceLines::one(const std::string& id) const {
  std::vector<std::string> known;
  for (const SourceLine& line : lines_) {
    if (line.settings->id == id) return line;
    known.push_back(line.settings->id);
  }
  refuse_unknown_name("source", id, known, "sources list");
}

std::string rhythm_of(const SourceSettings& source) {
  if (!source.schedule_text.empty()) return source.schedule_text;
  const std::string every =
      "every " + write_duration(source.every_ms == 0 ? 3'600'000 : source.every_ms);
  return source.adaptive ? every + ", adaptive" : every;
}

std::string remarks_on(const SourceLine& line) {
  const SourceState state = line.state == nullptr ? SourceState{} : *line.state;
  std::vector<std::string> remarks;
  if (line.stale && state.last_success) remarks.emplace_back("stale");
  if (line.settings->robots == RobotsPolicy::ignore) remarks.emplace_back("robots ignored");
  if (!state.location.empty() && state.location != without_credentials(line.settings->location)) {
    remarks.push_back("moved to " + state.location);
  }
  if (!state.last_error.empty()) remarks.push_back(state.last_error);
  return fmt::format("{}", fmt::join(remarks, "; "));
}

void print_source(Session& session, const SourceLine& line) {
  const SourceSettings& source = *line.settings;
  const SourceState state = line.state == nullptr ? SourceState{} : *line.state;
  Sheet sheet(fmt::format("source {}", source.id));
  sheet.line("state", health_of(line));
  sheet.line(to_string(source.kind), without_credentials(source.location));
  if (state.location != without_credentials(source.location)) {
    sheet.line("moved to", state.location);
  }
  sheet.line("outlet", source.outlet);
  sheet.line("rhythm", rhythm_of(source));
  sheet.line("time zone", source.timezone);
  if (source.robots == RobotsPolicy::ignore) sheet.line("robots", "ignored");
  sheet.line("last fetched", describe_time(state.last_success));
  if (line.stale && state.last_success) sheet.line("stale", "later than its schedule explains");
  if (line.next_due) sheet.line("next due", describe_time(line.next_due));
  if (state.not_before) sheet.line("asks to wait until", describe_time(state.not_before));
  if (state.blocked_until) sheet.line("left alone until", describe_time(state.blocked_until));
  if (state.failures > 0) {
    sheet.line("failing", fmt::format("{}, since {}", count_of(state.failures, "time"),
                                      describe_time(state.failing_since)));
    sheet.line("last error", state.last_error);
  }
  for (const SourceMove& move : line.moves.value_or(std::vector<SourceMove>{})) {
    sheet.line("moved",
               fmt::format("{} from {} to {}", describe_time(move.at), move.from, move.to));
  }
  sheet.print(session.output(), session.terminal());
}

}  // namespace claimtrail
