#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trail/evidence.h"

namespace claimtrail {

/// One claim's place in a question's trail.
struct TrailEntry {
  const Reading* reading = nullptr;
  std::string value;  ///< the figure in words, or the statement's polarity ("affirmed", "denied")
  Timestamp first_seen;
  Timestamp last_seen;
};

/// What one claimant says on a question, over time.
struct ClaimantPosition {
  std::string claimant_id;
  std::string claimant;
  bool attributed = true;           ///< false: outlets' own voice
  std::vector<TrailEntry> entries;  ///< by as_of, then publication, then claim id
};

/// A point of the figure ladder: one figure of one claimant, with the outlets that carry it.
struct LadderStep {
  std::string claimant;
  std::string value;
  std::optional<double> low;  ///< plot value; empty: unbounded
  std::optional<double> high;
  std::string unit;
  std::optional<DayRange> as_of;
  std::vector<std::string> outlets;  ///< sorted, unique
  std::vector<std::string> claims;
  Timestamp first_seen;
  Timestamp last_seen;  ///< when a capture last showed it: who still carries it was seen then
};

/// Everything that was read on one question.
struct QuestionTrail {
  Question question;
  std::vector<ClaimantPosition> positions;  ///< attributed ones first, by claimant name
  std::vector<LadderStep> ladder;           ///< by as_of, then low; empty for statements
  std::size_t reports = 0;                  ///< how many reports answer it
  std::size_t outlets = 0;
};

/// The trail of one question. Pointers are into `evidence`. No figure is ever averaged.
[[nodiscard]] QuestionTrail follow(const Evidence& evidence, const Question& question);

}  // namespace claimtrail
