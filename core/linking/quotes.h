#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// How two quotations of one utterance differ.
enum class QuoteChange { none, trivial, truncated, altered, unrelated };

/// Compares two quotations word by word, whatever their punctuation, case, ellipses and brackets:
/// `none` the same words; `trivial` spelling, numerals, contractions or function words only;
/// `truncated` one is the other with words left off or elided by an ellipsis; `altered` other
/// content words while most are shared; `unrelated` otherwise.
[[nodiscard]] QuoteChange compare_quotes(std::string_view a, std::string_view b);

/// The same for many pairs: each quotation is taken apart once and kept. Not for several threads at
/// once.
class QuoteComparer {
 public:
  QuoteComparer();
  ~QuoteComparer();
  QuoteComparer(const QuoteComparer&) = delete;
  QuoteComparer& operator=(const QuoteComparer&) = delete;

  [[nodiscard]] QuoteChange compare(const std::string& a, const std::string& b);

 private:
  class Quotes;
  std::unique_ptr<Quotes> quotes_;
};

[[nodiscard]] const char* to_string(QuoteChange change);

/// Groups quotations that are versions of one utterance: the answer has, for each, the index of the
/// first of its group. A pure function of the set: transitive over pairs that are not `unrelated`.
/// Near linear through an index of rare words.
[[nodiscard]] std::vector<std::size_t> group_quotes(const std::vector<std::string>& quotes);

}  // namespace claimtrail
