#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/linking/question_decisions.h"
#include "core/linking/reading.h"
#include "core/model/review.h"
#include "core/store/store.h"

namespace claimtrail {

/// Readings that answer one question, by the index of the first of them.
using ReadingParts = std::map<std::size_t, std::vector<std::size_t>>;

/// Which question each reading of the parts answers: a part inherits the stored question with which
/// it shares most readings (`questions` and `links` are the stored ones), the others get an id made
/// of their first reading. A part that people divided stays divided, and what is new in it goes to
/// the question it is most like. Readings that a person placed are left out. Pure.
[[nodiscard]] std::map<std::size_t, std::string> inherit_questions(
    const ReadingParts& parts, const std::vector<LinkReading>& readings,
    const std::vector<Question>& questions, const std::vector<ReadingLink>& links,
    const QuestionDecisions& decisions);

}  // namespace claimtrail
