#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/model/review.h"

namespace claimtrail {

/// A claim's id with the number of one of its figures; -1: its statement.
using ReadingKey = std::pair<std::string, int>;

/// As reviews name a reading: "CLAIM#FIGURE", and "CLAIM" for a statement.
[[nodiscard]] std::string to_text(const ReadingKey& reading);
[[nodiscard]] std::optional<ReadingKey> parse_reading_key(const std::string& text);

/// What people decided about questions, from reviews in the order in which they were made; one that
/// was taken back counts no more. By subject kind and action:
///
///   question merge   the subject's readings answer the question `after`
///   question apart   the subject and `after` are not one question
///   question rename  the subject asks `after`
///   question split   the readings in `after`, separated by spaces, answer the subject, which is a
///                    question that people made; `before` is the question they left
///   question join    the same, of readings that answered none
///   reading move     the subject answers the question `after`; empty: none
///   reading apart    the subject and `after`, a reading or a question, are not of one question
class QuestionDecisions {
 public:
  explicit QuestionDecisions(const std::vector<Review>& reviews);

  /// The question that one counts as, through every merge; itself where it was merged into none.
  [[nodiscard]] std::string counts_as(std::string question) const;
  /// Where a person put a reading; null: nowhere; an empty text: it answers none.
  [[nodiscard]] const std::string* placed(const ReadingKey& reading) const;
  /// What a question asks since somebody worded it anew; null: nobody did.
  [[nodiscard]] const std::string* wording(const std::string& question) const;
  /// Whether other questions were merged into this one.
  [[nodiscard]] bool took_in_others(const std::string& question) const;
  /// Whether people made this question by a split or by joining readings.
  [[nodiscard]] bool is_made(const std::string& question) const { return made_.contains(question); }
  /// Whether a person said of these two, in either order, that they are not one. Each is a question
  /// or a reading, as `to_text` has it.
  [[nodiscard]] bool apart(const std::string& a, const std::string& b) const;
  /// All such pairs, the smaller name first.
  [[nodiscard]] const std::set<std::pair<std::string, std::string>>& apart() const {
    return apart_;
  }

 private:
  std::map<std::string, std::string> merged_;
  std::map<ReadingKey, std::string> placed_;
  std::map<std::string, std::string> asked_;
  std::set<std::string> made_;
  std::set<std::pair<std::string, std::string>> apart_;
};

}  // namespace claimtrail
