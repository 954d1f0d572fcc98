#include <fmt/format.h>

#include "sources/refresh_run.h"
#include "sources/rhythm.h"
#include "sources/source_health.h"

namespace claimtrail {
namespace {

bool same(const PageState& a, const PageState& b) {
  return a.etag == b.etag && a.last_modified == b.last_modified && a.redirect == b.redirect &&
         a.redirect_sightings == b.redirect_sightings && a.last_full == b.last_full;
}

std::optional<Timestamp> end_of(const std::optional<Pause>& pause) {
  return pause ? std::optional(pause->until) : std::nullopt;
}

}  // namespace

void RefreshRun::release_held() {
  for (SourceRun* source : std::exchange(held_, {})) finish_failed(*source);
}

void RefreshRun::done_with_one(SourceRun& source) {
  if (--source.waiting_for == 0) settle(source);
}

void RefreshRun::settle(SourceRun& source) {
  if (source.end == SourceEnd::open && source.settings != nullptr) source.end = SourceEnd::stopped;
  switch (source.end) {
    case SourceEnd::unreachable:
      if (!network_seen_) {
        held_.push_back(&source);
        return;
      }
      return finish_failed(source);
    case SourceEnd::failed:
      return finish_failed(source);
    case SourceEnd::not_asked:
      return finish_not_asked(source);
    case SourceEnd::stopped:
      source.outcome.failed = true;
      source.outcome.reason = "stopped";
      source.after = source.before;
      break;
    case SourceEnd::read:
      return finish(source);
    case SourceEnd::open:
      break;
  }
  report(source);
}

void RefreshRun::finish(SourceRun& source) {
  const Timestamp now = clock_.now();
  note_success(source.after, now);
  if (source.list_again) {
    source.after.etag.clear();
    source.after.last_modified.clear();
  }
  if (source.settings->adaptive) {
    source.after.learnt_every_s =
        learnt_interval(*source.settings->adaptive,
                        source.before.learnt_every_s.value_or(source.settings->every_ms / 1000),
                        std::move(source.published), source.fresh, now);
  }
  source.after.blocked_until = end_of(fetcher_.pause(source.asked));
  source.after.next_due =
      due_after(*source.settings, source.before, source.after, plan_.desk_timezone, now);
  if (source.after.blocked_until) {
    source.after.next_due = std::max(*source.after.next_due, *source.after.blocked_until);
  }
  report(source);
}

void RefreshRun::finish_failed(SourceRun& source) {
  const Timestamp now = clock_.now();
  const auto paused_until = end_of(fetcher_.pause(source.asked));
  source.outcome.failed = true;
  // A move that leads nowhere is forgotten: the next try goes to the configured address.
  if (has_moved(source.address) && !paused_until) {
    sink_.moved({source.id, now, source.address.redirect, source.settings->location});
    note_redirect(source.address, "");
  }
  note_failure(source.after, source.outcome.reason, now, paused_until);
  source.after.gone = source.gone;
  source.after.next_due =
      std::max(due_after(*source.settings, source.before, source.after, plan_.desk_timezone, now),
               *source.after.blocked_until);
  report(source);
}

void RefreshRun::finish_not_asked(SourceRun& source) {
  const auto pause = fetcher_.pause(source.asked);
  source.outcome.failed = true;
  if (pause) {
    source.outcome.reason = fmt::format("{} until {}: {}", source.outcome.reason,
                                        format_timestamp(pause->until), pause->reason);
  }
  source.after = source.before;
  source.after.last_error = source.outcome.reason;
  if (pause) source.after.blocked_until = pause->until;
  report(source);
}

void RefreshRun::finish_without_network(SourceRun& source) {
  source.outcome.failed = true;
  source.outcome.reason =
      fmt::format("no network: none of {} hosts could be reached", unreachable_hosts_.size());
  source.after = source.before;
  source.after.last_error = source.outcome.reason;
  report(source);
}

void RefreshRun::report(SourceRun& source) {
  const int failed = source.outcome.failed_pages;
  if (!source.outcome.failed && failed > 0) {
    source.outcome.reason =
        failed == 1
            ? fmt::format("one page failed: {}", source.first_page_failure)
            : fmt::format("{} pages failed, the first: {}", failed, source.first_page_failure);
  }
  if (!source.address.url.empty() && !same(source.address, source.address_before)) {
    source.learnt.push_back(source.address);
  }
  for (const PageState& state : source.learnt) sink_.remember(state);
  sink_.finished(source.outcome, source.after);
}

}  // namespace claimtrail
