#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/flag.h"
#include "core/model/review.h"
#include "core/store/store.h"

namespace claimtrail {

/// What can be decided about a flag (the first five) and about a claim (the last three).
enum class Decision { confirm, dismiss, explain, suppress, reopen, accept, reject, correct };

/// The reasons an explanation can give.
[[nodiscard]] const std::vector<std::string>& reason_codes();

/// One decision to be made, by a person.
struct DecisionRequest {
  Decision decision = Decision::confirm;
  std::string subject;       ///< id of the flag or claim
  std::string code;          ///< of `explain`, one of `reason_codes`
  std::string reason;        ///< the reviewer's words
  std::string correction;    ///< of `correct`: what it should say
  std::string by;            ///< who decides; must not be empty
  std::optional<Day> until;  ///< of `suppress`: the first day it no longer holds; none: until a
                             ///< new position joins
  std::string seen;          ///< `version_of` what the reviewer looked at; empty: not compared
};

/// A flag's status with its code and day, as reviews store it before and after: "open",
/// "explained translation", "suppressed until 2026-03-01".
[[nodiscard]] std::string state_of(const Flag& flag);

/// What a reviewer judges about a flag or a claim, as a short digest: it changes when its state,
/// its sides, its words or its severity change.
[[nodiscard]] std::string version_of(const Flag& flag);
[[nodiscard]] std::string version_of(const StoredClaim& claim);

/// Makes the decision in one immediate transaction: the review is added and its effect applied to
/// the flag or claim. Fails, with nothing changed, when the subject is not there ("no-such-flag",
/// "no-such-claim"), when it is no longer what the reviewer saw or a resolved flag ("changed",
/// "resolved"), when it is in that state already ("already"), and when a reason, code or name is
/// missing ("no-reason", "bad-code", "no-reviewer"). Throws StoreError.
[[nodiscard]] Result<Review> decide(Store& store, const DecisionRequest& request, Timestamp now);

/// Takes a decision back by a further review that says so and restores the state before. Fails when
/// there is none ("no-such-review"), when it was taken back already or is itself an undo
/// ("already"), or when something else happened since ("changed").
[[nodiscard]] Result<Review> undo(Store& store, const std::string& review, const std::string& by,
                                  const std::string& reason, Timestamp now);

/// The newest decision about a subject that still stands; empty where there is none.
[[nodiscard]] std::string last_decision(const Store& store, const std::string& subject_kind,
                                        const std::string& subject);

/// Who reviews: `given`, else CLAIMTRAIL_REVIEWER, else user@host as the system has them.
[[nodiscard]] std::string reviewer_name(const std::string& given);

[[nodiscard]] const char* to_string(Decision decision);  ///< "confirm", …: the action of a review
[[nodiscard]] std::optional<Decision> parse_decision(std::string_view name);
[[nodiscard]] bool is_about_claims(Decision decision);

}  // namespace claimtrail
