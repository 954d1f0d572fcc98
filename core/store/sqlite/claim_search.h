#pragma once

#include <string>
#include <string_view>

#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

/// Full-text search of claims by FTS5. The index holds no copy of the words, so whoever removes a
/// claim gives the very words it was added with. Case and diacritics do not count, order does not
/// count.
class ClaimSearch {
 public:
  explicit ClaimSearch(Connection& connection) : connection_(connection) {}

  void add(std::int64_t claim_row, const std::string& words);
  void remove(std::int64_t claim_row, const std::string& words);

  /// The FTS5 expression for what a person typed: all words must occur, words in double quotes as
  /// they stand; nothing else is an operator. Empty where there is no word to look for.
  [[nodiscard]] static std::string expression(std::string_view typed);

 private:
  Connection& connection_;
};

}  // namespace claimtrail::sqlite
