#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/linking/quotes.h"
#include "core/model/circle.h"
#include "core/trail/evidence.h"

namespace claimtrail {

/// A bit for each kind of circle.
[[nodiscard]] constexpr std::uint8_t asked_bit(CircleKind kind) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
}
inline constexpr std::uint8_t kAskedOfAll = 0xF;

/// What rules need of one reading, worked out once an evaluation.
struct Facts {
  const Reading* reading = nullptr;
  const ReportEvidence* report = nullptr;
  const Question* question = nullptr;  ///< null when it answers none that is known
  std::string value;                   ///< canonical value of the figure; empty: a statement
  std::string said;       ///< question and value, or the statement group; equal: the same was said
  std::string answers;    ///< of a statement: its question, else its statement group
  std::string quote_key;  ///< the quoted words, folded, as a position's key
  const std::vector<std::string>* claimants = nullptr;  ///< ids of hop 0; in the outlet's voice
                                                        ///< the outlet's
  std::string_view utterance;         ///< the claim's quotation group, whatever the reading
  bool attributed_in_report = false;  ///< the same figure is attributed somewhere in the report
  std::string worded;                 ///< the figure as its words bound it; empty: a statement
  std::shared_ptr<const Figure> equivalent;  ///< the other expression of the quantity in the text
  Day said_first{};                          ///< when the claimant was first read to say this
  bool superseded = false;           ///< the claimant gave another figure for the same days later
  std::uint8_t asked = kAskedOfAll;  ///< which of its circles are judged, by `asked_bit`

  [[nodiscard]] bool is_asked_in(CircleKind kind) const { return (asked & asked_bit(kind)) != 0; }
};

/// The day a report appeared: its publication, else when it was first seen.
[[nodiscard]] Day day_of_appearance(const ReportEvidence& report);

/// The evidence, put in an order that does not depend on how it came: readings by publication day,
/// report id, place in the text, claim id and figure. Facts with a lower index come first wherever
/// "the first" is asked for. Holds pointers into the evidence, which must outlive it. Not for
/// several threads at once.
struct World {
  explicit World(const Evidence& evidence);

  /// From now on only groups in these circles are judged: of the others the evidence may hold a
  /// part.
  void ask_only(const std::vector<Circle>& circles, SaidAlone said_alone);

  /// All readings of the claim that a reading is of.
  [[nodiscard]] std::span<const Facts> with_claim_of(const Facts& one) const;
  /// The same by the claim's id, for people's questions: linear. Empty where it has none.
  [[nodiscard]] std::span<const Facts> of_claim(std::string_view id) const;
  /// All readings of a report.
  [[nodiscard]] std::span<const Facts> of_report(std::string_view id) const;
  /// Calls `visit` for every reading that says the same as `one`, in order.
  template <class Visit>
  void each_that_says_the_same(const Facts& one, Visit visit) const {
    const auto found = first_to_say_.find(one.said);
    if (one.said.empty() || found == first_to_say_.end()) return;
    for (std::uint32_t at = found->second; at != kNone; at = next_to_say_[at]) visit(facts[at]);
  }

  /// How two quotations differ; each is taken apart once.
  [[nodiscard]] QuoteChange quote_change(const Facts& a, const Facts& b) const {
    return quotes_->compare(a.reading->quote, b.reading->quote);
  }

  const Evidence* evidence = nullptr;
  std::vector<Facts> facts;
  std::vector<const RevisionChange*> changes;  ///< by report id, time, claim, kind, values

  [[nodiscard]] const ReportEvidence& report_of(const RevisionChange& change) const {
    return evidence->reports[change.report];
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  void add_claim(std::span<const Reading* const> readings);
  void index();

  std::unique_ptr<QuoteComparer> quotes_ = std::make_unique<QuoteComparer>();
  std::deque<std::vector<std::string>> claimants_;  ///< one a claim
  std::unordered_map<std::string_view, std::pair<std::uint32_t, std::uint32_t>> of_report_;
  std::unordered_map<std::string_view, std::uint32_t> first_to_say_;
  std::vector<std::uint32_t> next_to_say_;
};

/// The claim a change is about; empty when it names none.
[[nodiscard]] const std::string& claim_of(const RevisionChange& change);

}  // namespace claimtrail
