#pragma once

#include <algorithm>
#include <string_view>

#include "core/quantity/number_words.h"
#include "core/quantity/read_number.h"

namespace claimtrail {

/// Reads one number: digits and what follows them in read_number.cpp, words in
/// read_number_words.cpp. Every step moves `number_.last` behind what it took.
class NumberReader {
 public:
  NumberReader(const TokenizedText& text, std::size_t at, std::size_t limit, bool money)
      : text_(text), limit_(std::min(limit, text.tokens.size())), money_(money) {
    number_.first = number_.last = at;
  }

  std::optional<Number> run_glued(std::size_t letters);

  std::optional<Number> run();

 private:
  std::optional<Number> result() {
    if (!number_.magnitude) number_.unscaled = number_.value;
    return std::move(number_);
  }

  [[nodiscard]] std::string_view lower(std::size_t at) const {
    return at < limit_ ? std::string_view(text_.lower[at]) : std::string_view{};
  }
  [[nodiscard]] const NumberWord* word_at(std::size_t at) const {
    return at < limit_ ? number_word(text_.lower[at]) : nullptr;
  }
  [[nodiscard]] bool glued(std::size_t at) const {
    return at < limit_ && !text_.tokens[at].space_before;
  }
  /// The token after an optional hyphen.
  [[nodiscard]] std::size_t past_hyphen(std::size_t at) const {
    return lower(at) == "-" ? at + 1 : at;
  }

  bool scale(std::int64_t by);
  bool increase(const Decimal& by) {
    auto sum = add(number_.value, by);
    if (!sum) return false;
    number_.value = std::move(*sum);
    return true;
  }

  bool digits(std::size_t at);

  bool take_digits(std::string_view word);

  /// "1/2" at `at`; after a whole number when `added`.
  bool fraction(std::size_t at, bool added);

  /// A plain number of up to four digits, else -1.
  [[nodiscard]] std::int64_t small(std::size_t at) const;

  /// "× 10^23", "x 10-6", "×10⁶" after digits.
  bool power_of_ten();

  /// "bn", "k", "e14", "million", "hundred thousand" after digits.
  void suffixes();

  /// "2 1/2", "10½", "5 and a half", "two and a half million".
  void mixed();

  bool words(const NumberWord& word, std::size_t at);

  /// "half", "half a million", "half-dozen".
  bool half(std::size_t at);

  /// "dozens", "tens of thousands", "hundreds of millions".
  bool vague(std::int64_t value, std::size_t at);

  /// "several hundred", "a few dozen", "many thousands", "a couple of hundred".
  bool few(std::size_t at);

  /// "a third" with the article already behind us; alone it is an ordinal.
  bool lone_part(const NumberWord& word, std::size_t at);
  [[nodiscard]] bool is_word(std::size_t at) const {
    return at < limit_ && text_.tokens[at].kind == TokenKind::word;
  }

  bool cardinal(std::size_t at);

  static bool fits(std::int64_t current, std::int64_t value);

  /// "nineteen ninety", "nineteen ninety-six".
  bool year(std::size_t at);

  /// "two-thirds", "one fifth", "three quarters of".
  bool share_word(std::int64_t above);

  /// "nearly one quarter", "less than one quarter": no quarter of a year.
  [[nodiscard]] bool measured_out() const;

  /// "twenty-first".
  bool ordinal_tail(std::int64_t value);

  /// "two point five", "five point zero three".
  void point();

  const TokenizedText& text_;
  std::size_t limit_;
  bool money_;
  Number number_;
};

}  // namespace claimtrail
