#include "cli/review/claimants.h"

#include <fmt/format.h>

#include "core/trail/claimant_merges.h"

#include "cli/review/record.h"

namespace claimtrail {
namespace {

void check_request(const Store& store, const MergeRequest& request) {
  require_reviewer(request.by);
  if (!request.same && request.reason.empty()) {
    refuse("no-reason", "to say that they are not one needs a reason", "give --reason TEXT");
  }
  const auto known = claimants_named(store.claims({}));
  for (const std::string& id : {request.variant, request.into}) {
    if (known.contains(id)) continue;
    refuse("no-such-claimant", fmt::format("there is no claimant '{}'", id),
           "claimtrail claimants lists them");
  }
  const ClaimantMerges merges(store.reviews());
  const bool one = merges.counts_as(request.variant) == merges.counts_as(request.into);
  if (request.variant == request.into) {
    refuse("already", "a claimant is one with itself");
  }
  if (one && request.same) refuse("already", "the two count as one already");
  if (one && merges.counts_as(request.variant) != request.into) {
    refuse("merged", "the two count as one through a third",
           "claimtrail review --claimant ID --undo takes a merge back");
  }
  if (!one && !request.same && merges.decided(request.variant, request.into)) {
    refuse("already", "that was decided already");
  }
}

}  // namespace

std::vector<MergeSuggestion> open_suggestions(const Store& store) {
  const ClaimantMerges merges(store.reviews());
  std::vector<Claimant> claimants;
  for (auto& [id, claimant] : claimants_named(store.claims({}))) {
    if (merges.counts_as(id) == id) claimants.push_back(claimant);
  }
  std::vector<MergeSuggestion> suggestions = suggest_merges(claimants);
  std::erase_if(suggestions, [&](const MergeSuggestion& each) {
    return merges.decided(each.variant.id, each.fuller.id);
  });
  return suggestions;
}

Result<Review> decide_merge(Store& store, const MergeRequest& request, Timestamp now) {
  return decided_at_once(store, [&] {
    check_request(store, request);
    Review review;
    review.at = now;
    review.by = request.by;
    review.subject_kind = "claimant";
    review.subject = request.variant;
    review.action = request.same ? "merge" : "apart";
    review.reason = request.reason;
    review.before = ClaimantMerges(store.reviews()).counts_as(request.variant);
    review.after = request.into;
    record(store, review);
    return review;
  });
}

}  // namespace claimtrail
