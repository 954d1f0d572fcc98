#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/provenance/json_value.h"
#include "cli/provenance/report.h"

namespace claimtrail {

/// What the page template is filled with: everything in words, nothing escaped, names as in
/// templates/*.mustache. The one exception are members called `svg`, which are markup.

/// The id of an element: "claim-9f2c…"; for ids that could not stand in an address, their digest.
[[nodiscard]] std::string anchor_of(std::string_view kind, std::string_view id);

[[nodiscard]] JsonValue page_view(const ProvenanceReport& report);
[[nodiscard]] JsonValue question_view(const ProvenanceReport& report,
                                      const TracedQuestion& question,
                                      std::set<std::string>& shown_claims);
/// What a question's positions rest on.
[[nodiscard]] JsonValue ground_view(const ProvenanceReport& report, const QuestionGround& ground);
/// A whole card, or a short one that points at it where the claim was shown before.
[[nodiscard]] JsonValue claim_view(const ProvenanceReport& report, const TracedClaim& claim,
                                   std::set<std::string>& shown_claims);
[[nodiscard]] JsonValue flag_view(const ProvenanceReport& report, const TracedFlag& flag);
[[nodiscard]] JsonValue reviews_view(const std::vector<TracedReview>& reviews);
[[nodiscard]] JsonValue changes_view(const ProvenanceReport& report,
                                     const std::vector<TracedChange>& changes);
[[nodiscard]] JsonValue report_view(const TracedReport& traced, const ProvenanceReport& report);

/// An instant in words and as an attribute: `{"words","iso"}`.
[[nodiscard]] JsonValue time_view(Timestamp time);

}  // namespace claimtrail
