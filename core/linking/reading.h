#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/linking/link.h"
#include "core/linking/question_decisions.h"
#include "core/linking/word_weights.h"

namespace claimtrail {

/// A reading prepared for linking: its words as classes, its dimension, its days. Views the
/// LinkInput it was made from.
struct LinkReading {
  const LinkInput* input = nullptr;
  int figure = -1;
  std::string dimension;           ///< empty: a statement
  std::string noun_head;           ///< class of what is counted
  std::string claimant;            ///< who says the figure; empty: the outlet itself
  std::string predicate;           ///< class of what happens
  std::vector<std::string> words;  ///< content words of the claim, sorted
  /// Content words of its report: headline, standfirst, claims and who makes them, sorted.
  std::shared_ptr<const std::vector<std::string>> around;
  std::optional<DayRange> days;     ///< as_of, else the publication day
  WordVector vector;                ///< the claim's words by how much they tell
  bool denies = false;              ///< denied by who says it, or said to be not so
  bool refutes = false;             ///< says that its story is not so
  bool doubts = false;              ///< says, anywhere in its report, that something is not so
  bool many_events = false;         ///< its claim sums up several shootings, crashes, attacks
  bool bare = false;                ///< its claim holds no word but number, event and people
  bool since = false;               ///< its words count from some day on ("since October")
  std::vector<std::string> names;   ///< words with a capital inside the sentence, sorted
  std::vector<std::string> beside;  ///< those right before or after the figure, sorted
  std::shared_ptr<const WordVector> report;  ///< the same of its whole report
  std::size_t story = 0;                     ///< readings of reports on one happening have the same

  [[nodiscard]] const std::string& claim() const { return input->stored->claim.id; }
  [[nodiscard]] ReadingKey key() const { return {claim(), figure}; }
  [[nodiscard]] const Figure* quantity() const;
};

/// The readings of a claim that can answer a question: one for each figure that can be compared
/// (absolute, with a dimension), then its statement where it is checkable.
[[nodiscard]] std::vector<ReadingKey> reading_keys(const StoredClaim& stored);

/// The readings of all claims, prepared. By claim order, then as `reading_keys` has them.
[[nodiscard]] std::vector<LinkReading> make_readings(const std::vector<LinkInput>& claims);

/// Days between the nearest ends of two ranges; 0 where they meet.
[[nodiscard]] int day_gap(DayRange a, DayRange b);

/// True when the reading answers the declared question: its terms, entities, dimension and
/// predicate.
[[nodiscard]] bool answers(const LinkReading& reading, const Question& question);

/// The partition of readings that answer the same undeclared question: for each reading the index
/// of the first of its part. A pairwise decision, closed under transitivity, whatever the order.
[[nodiscard]] std::vector<std::size_t> partition(const std::vector<LinkReading>& readings);

/// Two readings, by index, that nearly answer one question.
struct UnsurePair {
  std::size_t first = 0;
  std::size_t second = 0;
  double alike = 0;  ///< their words, from 0 to 1
  double asked = 0;  ///< how alike they would have to be; more
};

/// Pairs that may answer one question and whose words are almost enough alike, whatever part they
/// are in. By index.
[[nodiscard]] std::vector<UnsurePair> unsure_pairs(const std::vector<LinkReading>& readings);

}  // namespace claimtrail
