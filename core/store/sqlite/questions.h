#pragma once

#include <string>
#include <vector>

#include "core/model/review.h"
#include "core/store/sqlite/connection.h"
#include "core/store/store.h"

namespace claimtrail::sqlite {

void put_question(Connection& connection, const Question& question);
[[nodiscard]] std::optional<Question> find_question(Connection& connection, const std::string& id);
[[nodiscard]] std::vector<Question> all_questions(Connection& connection);

/// Makes the stored links equal to `links`; writes only what differs.
void replace_links(Connection& connection, const std::vector<ReadingLink>& links);
[[nodiscard]] std::vector<ReadingLink> all_links(Connection& connection);

}  // namespace claimtrail::sqlite
