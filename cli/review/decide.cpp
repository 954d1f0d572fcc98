#include "cli/review/decide.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/model/digest.h"
#include "core/model/standing_reviews.h"

#include "cli/review/record.h"
#include "cli/review/state.h"

namespace claimtrail {
namespace {

bool needs_reason(Decision decision) {
  return decision != Decision::confirm && decision != Decision::accept;
}

void check_request(const DecisionRequest& request) {
  require_reviewer(request.by);
  if (request.decision == Decision::explain) {
    const auto& codes = reason_codes();
    if (std::find(codes.begin(), codes.end(), request.code) == codes.end()) {
      const std::string near = nearest(request.code, codes);
      refuse("bad-code", fmt::format("'{}' is no reason code", request.code),
             near.empty() ? fmt::format("one of {}", fmt::join(codes, ", "))
                          : fmt::format("did you mean '{}'?", near));
    }
  }
  if (needs_reason(request.decision) && request.reason.empty()) {
    refuse("no-reason", fmt::format("to {} needs a reason", to_string(request.decision)),
           "give --reason TEXT");
  }
}

Review start_review(const DecisionRequest& request, Timestamp now) {
  Review review;
  review.at = now;
  review.by = request.by;
  review.subject_kind = is_about_claims(request.decision) ? "claim" : "flag";
  review.subject = request.subject;
  review.action = to_string(request.decision);
  review.code = request.code;
  review.reason = request.reason;
  return review;
}

FlagState wanted_state(const DecisionRequest& request) {
  FlagState state;
  switch (request.decision) {
    case Decision::confirm:
      state.status = FlagStatus::confirmed;
      break;
    case Decision::dismiss:
      state.status = FlagStatus::dismissed;
      break;
    case Decision::explain:
      state.status = FlagStatus::explained;
      state.code = request.code;
      break;
    case Decision::suppress:
      state.status = FlagStatus::suppressed;
      if (request.until) state.until = format_day(*request.until);
      break;
    default:
      state.status = FlagStatus::open;
      break;
  }
  return state;
}

std::string claim_state(const DecisionRequest& request) {
  if (request.decision == Decision::accept) return "accepted";
  if (request.decision == Decision::reject) return "rejected";
  return request.correction.empty() ? "corrected" : "corrected: " + request.correction;
}

/// Who last moved it there, for a reviewer who comes second.
std::string last_mover(const Store& store, const std::string& kind, const std::string& subject) {
  const auto reviews = store.reviews_of(kind, subject);
  if (reviews.empty()) return "by a check of the rules";
  const Review& last = *std::max_element(
      reviews.begin(), reviews.end(), [](const Review& a, const Review& b) { return a.id < b.id; });
  return fmt::format("last by {} ({}) at {}", last.by, last.action, format_timestamp(last.at));
}

Review decide_on_flag(Store& store, const DecisionRequest& request, Timestamp now) {
  std::optional<Flag> flag = store.flag(request.subject);
  if (!flag) {
    refuse("no-such-flag", fmt::format("there is no flag '{}'", request.subject),
           "claimtrail flags lists them");
  }
  if (!request.seen.empty() && request.seen != version_of(*flag)) {
    refuse("changed",
           fmt::format("the flag changed while you looked at it: it is {} now, with {} sides, {}",
                       state_of(*flag), flag->sides.size(), last_mover(store, "flag", flag->id)),
           "look at it again and decide anew");
  }
  if (flag->status == FlagStatus::resolved) {
    refuse("resolved", "the flag is resolved: what it was raised on is gone");
  }
  const FlagState wanted = wanted_state(request);
  Review review = start_review(request, now);
  review.before = state_of(*flag);
  review.after = to_string(wanted);
  if (review.before == review.after) {
    refuse("already", fmt::format("the flag is {} already, {}", review.before,
                                  last_mover(store, "flag", flag->id)));
  }
  record(store, review);
  apply(*flag, wanted);
  store.put_flag(*flag);
  return review;
}

Review decide_on_claim(Store& store, const DecisionRequest& request, Timestamp now) {
  const std::optional<StoredClaim> claim = store.claim(request.subject);
  if (!claim) {
    refuse("no-such-claim", fmt::format("there is no claim '{}'", request.subject),
           "claimtrail claims lists them");
  }
  if (!request.seen.empty() && request.seen != version_of(*claim)) {
    refuse("changed",
           fmt::format("the claim changed while you looked at it: it is {} now, {}",
                       claim->review_state, last_mover(store, "claim", claim->claim.id)),
           "look at it again and decide anew");
  }
  Review review = start_review(request, now);
  review.before = claim->review_state;
  review.after = claim_state(request);
  const std::string state = stored_claim_state(review.after);
  if (state == claim->review_state && request.decision != Decision::correct) {
    refuse("already", fmt::format("the claim is {} already, {}", state,
                                  last_mover(store, "claim", claim->claim.id)));
  }
  record(store, review);
  store.set_review_state(claim->claim.id, state);
  return review;
}

const Review& stored_review(const std::vector<Review>& reviews, const std::string& id) {
  const auto found = std::find_if(reviews.begin(), reviews.end(),
                                  [&](const Review& review) { return review.id == id; });
  if (found == reviews.end()) refuse("no-such-review", fmt::format("there is no review '{}'", id));
  if (!found->undoes.empty()) {
    refuse("already", "that review takes another back; decide anew instead");
  }
  for (const Review& review : reviews) {
    if (review.undoes == id) {
      refuse("already",
             fmt::format("it was taken back by {} at {}", review.by, format_timestamp(review.at)));
    }
  }
  return *found;
}

void refuse_if_moved_on(const Store& store, const Review& decision, const std::string& state) {
  if (state == decision.after || state == stored_claim_state(decision.after)) return;
  refuse("changed", fmt::format("the {} is {} now, not {} as that decision left it, {}",
                                decision.subject_kind, state, decision.after,
                                last_mover(store, decision.subject_kind, decision.subject)));
}

Review undo_review(Store& store, const std::string& id, const std::string& by,
                   const std::string& reason, Timestamp now) {
  const std::vector<Review> reviews = store.reviews();
  const Review& decision = stored_review(reviews, id);
  Review review;
  review.at = now;
  review.by = by;
  review.subject_kind = decision.subject_kind;
  review.subject = decision.subject;
  review.action = "undo";
  review.reason = reason;
  review.after = decision.before;
  review.undoes = decision.id;
  if (decision.subject_kind == "flag") {
    std::optional<Flag> flag = store.flag(decision.subject);
    const auto state = parse_flag_state(decision.before);
    if (!flag || !state) refuse("no-such-flag", "the flag of that decision is no more");
    review.before = state_of(*flag);
    refuse_if_moved_on(store, decision, review.before);
    apply(*flag, *state);
    store.put_flag(*flag);
  } else if (decision.subject_kind == "claim") {
    const std::optional<StoredClaim> claim = store.claim(decision.subject);
    if (!claim) refuse("no-such-claim", "the claim of that decision is no more");
    review.before = claim->review_state;
    refuse_if_moved_on(store, decision, review.before);
    store.set_review_state(decision.subject, stored_claim_state(decision.before));
  } else {
    // What is decided about claimants, questions and readings is nothing but its review: taking
    // that back is all.
    review.before = decision.after;
  }
  record(store, review);
  return review;
}

}  // namespace

std::string version_of(const Flag& flag) {
  std::string sides;
  for (const Side& side : flag.sides) {
    sides += side.position + '\n';
    for (const std::string& claim : side.claims) sides += claim + '\n';
  }
  return content_id({state_of(flag), to_string(flag.severity), flag.message, sides});
}

std::string version_of(const StoredClaim& claim) {
  return content_id({claim.review_state, claim.exact, claim.revision});
}

Result<Review> decide(Store& store, const DecisionRequest& request, Timestamp now) {
  return decided_at_once(store, [&] {
    check_request(request);
    return is_about_claims(request.decision) ? decide_on_claim(store, request, now)
                                             : decide_on_flag(store, request, now);
  });
}

Result<Review> undo(Store& store, const std::string& review, const std::string& by,
                    const std::string& reason, Timestamp now) {
  return decided_at_once(store, [&] { return undo_review(store, review, by, reason, now); });
}

std::string last_decision(const Store& store, const std::string& subject_kind,
                          const std::string& subject) {
  std::string last;
  const std::vector<Review> reviews = store.reviews_of(subject_kind, subject);
  for (const Review* review : standing(reviews)) last = std::max(last, review->id);
  return last;
}

}  // namespace claimtrail
