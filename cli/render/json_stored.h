#pragma once

#include <string>
#include <vector>

#include "core/store/store.h"

#include "cli/render/json.h"
#include "rules/rule.h"
#include "sources/settings.h"

namespace claimtrail {

/// One flag as one object, as the contract of `flags` gives it.
void write_flag(JsonWriter& json, const Flag& flag);

struct ReportCounts {
  std::size_t revisions = 0;
  std::size_t claims = 0;
};
void write_report(JsonWriter& json, const Report& report, const ReportCounts& counts);
void write_revision(JsonWriter& json, const Revision& revision);
void write_observation(JsonWriter& json, const Observation& observation);

struct QuestionCounts {
  std::size_t readings = 0;
  std::size_t claims = 0;
  std::size_t reports = 0;
  std::size_t open_flags = 0;
};
void write_question(JsonWriter& json, const Question& question, const QuestionCounts& counts);

/// A claimant with what is attributed to it.
struct ClaimantSummary {
  Claimant claimant;
  std::vector<std::string> aliases;
  std::size_t claims = 0;
  std::size_t reports = 0;
  std::size_t outlets = 0;
  Timestamp first_seen;
  Timestamp last_seen;
};
void write_claimant(JsonWriter& json, const ClaimantSummary& summary);

void write_review(JsonWriter& json, const Review& review);
void write_rule(JsonWriter& json, const RuleInfo& rule);

/// A source of the config with what is remembered of it (null: never fetched).
struct SourceLine {
  const SourceSettings* settings = nullptr;
  const SourceState* state = nullptr;
  std::optional<Timestamp> next_due;  ///< empty: not by schedule
  bool stale = false;                 ///< its last success is older than its schedule explains
  std::optional<std::vector<SourceMove>> moves = {};  ///< where only one source is shown
};
void write_source(JsonWriter& json, const SourceLine& line);

/// "ok", "never fetched", "failing", "gone", "disabled".
[[nodiscard]] const char* health_of(const SourceLine& line);

}  // namespace claimtrail
