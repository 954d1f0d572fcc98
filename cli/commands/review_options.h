#pragma once

#include <optional>
#include <string>

#include "cli/review/claimants.h"
#include "cli/review/decide.h"
#include "cli/review/questions.h"

namespace claimtrail {

/// What the command line says to `review`, as it was given.
struct ReviewOptions {
  bool flags = false;
  bool claims = false;
  std::string flag;
  std::string claim;
  bool claimants = false;
  std::string claimant;
  bool questions = false;
  std::string question;
  std::string reading;
  std::string merge;
  std::string apart;
  std::string rename;
  std::string split;
  std::string join;
  std::string move;
  bool confirm = false;
  bool dismiss = false;
  std::string explain;
  bool suppress = false;
  bool reopen = false;
  bool accept = false;
  bool reject = false;
  std::string correct;
  bool undo = false;
  std::string until;
  std::string reason;
  std::string by;
};

/// What one decision is about: the kind of its review and the subject's id.
struct ReviewTarget {
  std::string kind;  ///< flag, claim, claimant, question, reading
  std::string id;
};
/// Nothing where a walk is asked for. Throws CommandFailure when several are named.
[[nodiscard]] std::optional<ReviewTarget> target_of(const ReviewOptions& options);

/// The one decision that the options give about the target, by the name of its option without the
/// dashes. Throws CommandFailure when there is none, more than one, or one that does not fit.
[[nodiscard]] std::string decision_about(const ReviewTarget& target, const ReviewOptions& options);
/// Whether any is given.
[[nodiscard]] bool holds_decision(const ReviewOptions& options);

/// The request that the decision of this name makes.
[[nodiscard]] DecisionRequest decision_request(const std::string& decision,
                                               const ReviewTarget& target,
                                               const ReviewOptions& options);
[[nodiscard]] MergeRequest merge_request(const std::string& decision, const ReviewOptions& options);
[[nodiscard]] QuestionRequest question_request(const std::string& decision,
                                               const ReviewTarget& target,
                                               const ReviewOptions& options);

}  // namespace claimtrail
