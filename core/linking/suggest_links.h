#pragma once

#include <string>
#include <vector>

#include "core/linking/link.h"
#include "core/linking/question_decisions.h"

namespace claimtrail {

/// One of two readings that may answer one question, with the question that it answers now.
struct SuggestedSide {
  ReadingKey reading;
  std::string question;  ///< empty: none

  /// The question's id, else the reading as `to_text` has it: what a decision is about.
  [[nodiscard]] std::string subject() const {
    return question.empty() ? to_text(reading) : question;
  }
};

/// Two questions, a question and a reading, or two readings that may be one question. Nothing is
/// linked by it: a person decides.
struct LinkSuggestion {
  SuggestedSide first;
  SuggestedSide second;
  double alike = 0;  ///< how alike their words are, from 0 to 1
  double asked = 0;  ///< how alike they must be to be linked without a person; more
};

/// The pairs that linking was not sure enough of and that nobody has decided about; of several for
/// the same two subjects the closest. Of statements that answer no question only those are offered
/// that come close to a question. `links` and `reviews` are the stored ones. The closest first,
/// then by subject. Pure; does not depend on the order of `claims`.
[[nodiscard]] std::vector<LinkSuggestion> suggest_links(const std::vector<LinkInput>& claims,
                                                        const std::vector<ReadingLink>& links,
                                                        const std::vector<Review>& reviews);

}  // namespace claimtrail
