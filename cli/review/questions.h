#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/linking/suggest_links.h"
#include "core/model/review.h"
#include "core/store/store.h"

#include "cli/review/walk.h"

namespace claimtrail {

/// What can be decided about questions (the first four) and about readings (the last three);
/// core/linking/question_decisions.h says what follows from each.
enum class QuestionAction { merge, apart, rename, split, join, move, keep_out };

/// One decision about which readings answer which question, by a person.
struct QuestionRequest {
  QuestionAction action = QuestionAction::merge;
  std::string subject;                ///< a question's id; of the last three a reading
  std::string other;                  ///< of `merge` and `apart` a question, of `rename` the new
                                      ///< wording, of `move` a question or nothing, of `keep_out`
                                      ///< the question or reading that it does not belong to
  std::vector<std::string> readings;  ///< of `split` those that leave, of `join` the others
  std::string reason;                 ///< the reviewer's words; needed where something is parted
  std::string by;
};

[[nodiscard]] const char* to_string(QuestionAction action);  ///< the action of the review
/// Reads what `to_string` wrote; "apart" is that of questions.
[[nodiscard]] std::optional<QuestionAction> parse_question_action(std::string_view name);

/// Adds the review, in one transaction; what follows from it shows when readings are linked again.
/// `cli/review/decide.h` takes it back. Fails, with nothing changed, when a question or reading is
/// not there ("no-such-question", "no-such-reading"), when it is so already ("already"), when
/// questions of two dimensions cannot be one ("dimensions"), when two that should be kept apart are
/// one already ("merged"), when a split would leave nothing behind ("nothing-left"), and when a
/// reason or name is missing ("no-reason", "no-reviewer"). Throws StoreError.
[[nodiscard]] Result<Review> decide_question(Store& store, const QuestionRequest& request,
                                             Timestamp now);

/// Pairs of questions and readings that may be one question and that nobody has decided about.
[[nodiscard]] std::vector<LinkSuggestion> open_link_suggestions(const Store& store);

/// The decision that two sides of a suggestion are one question, or that they are not.
[[nodiscard]] QuestionRequest decision_on(const LinkSuggestion& suggestion, bool same);

/// Shows one suggestion after the other with what both hold, and takes single-key decisions as
/// `walk` does. Throws StoreError.
[[nodiscard]] WalkSummary walk_questions(Store& store, ReviewConsole& console,
                                         const Terminal& terminal, const Clock& clock,
                                         const std::string& by);

}  // namespace claimtrail
