#include "core/quantity/read_number.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/quantity/number_words.h"
#include "core/quantity/read_digits.h"

namespace claimtrail {
namespace {

using Kind = NumberWordKind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Reader {
 public:
  Reader(const TokenizedText& text, std::size_t at, std::size_t limit, bool money)
      : text_(text), limit_(std::min(limit, text.tokens.size())), money_(money) {
    number_.first = number_.last = at;
  }

  std::optional<Number> run_glued(std::size_t letters) {
    const std::size_t at = number_.first;
    const Span whole = text_.tokens[at].span;
    const std::size_t start = whole.start + letters;
    std::size_t end = start;
    const auto digit_at = [this](std::size_t byte) {
      return byte < text_.text.size() && is_digit(text_.text[byte]);
    };
    while (digit_at(end) ||
           (end < text_.text.size() && (text_.text[end] == '.' || text_.text[end] == ',') &&
            digit_at(end + 1))) {
      ++end;
    }
    if (!take_digits(text_.text.substr(start, end - start))) return std::nullopt;
    number_.digits = true;
    if (end < whole.end) {
      const std::string_view rest = std::string_view(text_.lower[at]).substr(end - whole.start);
      const std::int64_t by = magnitude_suffix(rest);
      if (by == 0 || !scale(by)) return std::nullopt;
      number_.last = at + 1;
      return result();
    }
    number_.last = at + 1;
    while (number_.last < limit_ && text_.tokens[number_.last].span.start < end) ++number_.last;
    suffixes();
    return result();
  }

  std::optional<Number> run() {
    const std::size_t at = number_.first;
    if (at >= limit_) return std::nullopt;
    if (text_.tokens[at].kind == TokenKind::number) return digits(at) ? result() : std::nullopt;
    const NumberWord* word = number_word(text_.lower[at]);
    if (word == nullptr) return std::nullopt;
    return words(*word, at) ? result() : std::nullopt;
  }

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

  bool scale(std::int64_t by) {
    auto scaled = multiply(number_.value, Decimal(by));
    if (!scaled) return false;
    number_.value = std::move(*scaled);
    number_.multiplier = by;
    number_.magnitude = true;
    return true;
  }
  bool increase(const Decimal& by) {
    auto sum = add(number_.value, by);
    if (!sum) return false;
    number_.value = std::move(*sum);
    return true;
  }

  bool digits(std::size_t at) {
    number_.digits = true;
    number_.last = at + 1;
    const auto [above, below] = vulgar_fraction(text_.word(at));
    if (below != 0) {
      number_.value = quotient(above, below);
      number_.shape = NumberShape::share;
      return true;
    }
    if (!take_digits(text_.lower[at])) return false;
    if (number_.shape == NumberShape::ordinal || fraction(at, false)) return true;
    suffixes();
    mixed();
    return true;
  }

  bool take_digits(std::string_view word) {
    const auto read = read_digits(word);
    if (!read) return false;
    auto value = Decimal::parse(read->plain);
    if (!value) return false;
    number_.value = number_.unscaled = std::move(*value);
    number_.grouped = read->grouped;
    number_.point = read->point;
    number_.whole_digits = read->whole;
    if (read->ordinal) number_.shape = NumberShape::ordinal;
    return true;
  }

  /// "1/2" at `at`; after a whole number when `added`.
  bool fraction(std::size_t at, bool added) {
    if (lower(at + 1) != "/" || !glued(at + 1) || !glued(at + 2)) return false;
    if (at + 2 >= limit_ || text_.tokens[at + 2].kind != TokenKind::number) return false;
    if (lower(at + 3) == "/" && glued(at + 3)) return false;
    const auto above = small(at);
    const auto below = small(at + 2);
    static constexpr std::array<std::int64_t, 12> usual{2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 100};
    if (above <= 0 || below <= above) return false;
    if (std::find(usual.begin(), usual.end(), below) == usual.end()) return false;
    if (added) {
      if (!increase(quotient(above, below))) return false;
    } else {
      number_.value = quotient(above, below);
      number_.shape = NumberShape::share;
    }
    number_.last = at + 3;
    return true;
  }

  /// A plain number of up to four digits, else -1.
  [[nodiscard]] std::int64_t small(std::size_t at) const {
    const std::string_view word = lower(at);
    if (word.empty() || word.size() > 4) return -1;
    std::int64_t value = 0;
    for (const char c : word) {
      if (!is_digit(c)) return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /// "× 10^23", "x 10-6", "×10⁶" after digits.
  bool power_of_ten() {
    static constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴",
                                                             "⁵", "⁶", "⁷", "⁸", "⁹"};
    const std::size_t at = number_.last;
    const std::string_view cross = lower(at);
    if ((cross != "×" && cross != "x" && cross != "*") || lower(at + 1) != "10") return false;
    std::string exponent;
    std::size_t here = at + 2;
    if (lower(here) == "^" && glued(here)) ++here;
    if (!glued(here)) return false;
    const std::string_view sign = lower(here);
    if (sign == "-" || sign == "\xE2\x88\x92" || sign == "\xE2\x80\x93" || sign == "⁻") {
      exponent = "-";
      ++here;
    }
    constexpr std::size_t kMostPlaces = 2;
    for (; glued(here) && exponent.size() <= kMostPlaces; ++here) {
      const auto mark = std::find(raised.begin(), raised.end(), lower(here));
      if (mark != raised.end()) {
        exponent += static_cast<char>('0' + (mark - raised.begin()));
        continue;
      }
      if (text_.tokens[here].kind != TokenKind::number || lower(here).size() > kMostPlaces) break;
      exponent += lower(here);
      ++here;
      break;
    }
    if (exponent.empty() || exponent == "-") return false;
    auto value = Decimal::parse(number_.value.text() + "e" + exponent);
    if (!value) return false;
    number_.value = std::move(*value);
    number_.last = here;
    return true;
  }

  /// "bn", "k", "e14", "million", "hundred thousand" after digits.
  void suffixes() {
    if (power_of_ten()) return;
    const std::string_view next = lower(number_.last);
    if (glued(number_.last) && next.size() > 1 && next[0] == 'e' && is_digit(next[1])) {
      const std::string spelled = number_.value.text() + std::string(next);
      if (auto value = Decimal::parse(spelled)) {
        number_.value = std::move(*value);
        ++number_.last;
        return;
      }
    }
    const bool close = glued(number_.last);
    const bool capital = (next == "b" || next == "m") && text_.tokens[number_.last].capitalised &&
                         (money_ || is_word(number_.last + 1)) && number_.whole_digits <= 3;
    if (close || next.size() > 1 || capital) {
      const std::int64_t by = magnitude_suffix(next);
      if (by != 0 && (next != "t" || money_) && (next != "mil" || !close) && scale(by)) {
        number_.ambiguous_metre = next == "m" && text_.word(number_.last) == "m" && !money_;
        ++number_.last;
        return;
      }
    }
    for (int i = 0; i < 2; ++i) {
      const std::size_t at = past_hyphen(number_.last);
      const NumberWord* word = word_at(at);
      if (word == nullptr) return;
      if (word->kind != Kind::magnitude && word->kind != Kind::hundred && word->kind != Kind::dozen)
        return;
      if (number_.magnitude && word->value <= number_.multiplier) return;
      if (!scale(word->value)) return;
      number_.last = at + 1;
    }
  }

  /// "2 1/2", "10½", "5 and a half", "two and a half million".
  void mixed() {
    const std::size_t at = number_.last;
    if (at >= limit_ || number_.point || number_.magnitude) return;
    if (text_.tokens[at].kind == TokenKind::number) {
      const auto [above, below] = vulgar_fraction(text_.word(at));
      if (below != 0) {
        if (increase(quotient(above, below))) ++number_.last;
        return;
      }
      if (number_.digits && number_.whole_digits <= 3 && !number_.grouped) fraction(at, true);
      return;
    }
    if (lower(at) == "-" && glued(at) && at + 1 < limit_) {
      const auto [above, below] = vulgar_fraction(text_.word(at + 1));
      if (below != 0 && increase(quotient(above, below))) number_.last = at + 2;
      return;
    }
    if (lower(at) != "and") return;
    std::size_t next = at + 1;
    std::int64_t above = 1;
    if (lower(next) == "a" || lower(next) == "one") {
      ++next;
    } else if (const NumberWord* word = word_at(next);
               word != nullptr && word->kind == Kind::one_to_nineteen && word->value < 10) {
      above = word->value;
      ++next;
    } else {
      return;
    }
    next = past_hyphen(next);
    const NumberWord* part = word_at(next);
    if (part == nullptr) return;
    if (part->kind != Kind::half && part->kind != Kind::part && part->kind != Kind::quarter) return;
    if (!increase(quotient(above, part->value))) return;
    number_.last = next + 1;
    const NumberWord* magnitude = word_at(number_.last);
    if (magnitude != nullptr &&
        (magnitude->kind == Kind::magnitude || magnitude->kind == Kind::dozen ||
         magnitude->kind == Kind::hundred) &&
        scale(magnitude->value)) {
      ++number_.last;
    }
  }

  bool words(const NumberWord& word, std::size_t at) {
    switch (word.kind) {
      case Kind::half:
        return half(at);
      case Kind::vague:
        return vague(word.value, at);
      case Kind::few:
        return few(at);
      case Kind::times:
        number_.value = Decimal(word.value);
        number_.shape = NumberShape::times;
        number_.last = at + 1;
        return true;
      case Kind::part:
      case Kind::quarter:
        return lone_part(word, at);
      case Kind::ordinal:
        number_.value = Decimal(word.value);
        number_.shape = NumberShape::ordinal;
        number_.last = at + 1;
        return true;
      default:
        return cardinal(at);
    }
  }

  /// "half", "half a million", "half-dozen".
  bool half(std::size_t at) {
    number_.value = quotient(1, 2);
    number_.shape = NumberShape::share;
    number_.last = at + 1;
    std::size_t next = past_hyphen(at + 1);
    if (lower(next) == "a" || lower(next) == "an") ++next;
    const NumberWord* word = word_at(next);
    if (word == nullptr) return true;
    if ((word->kind == Kind::magnitude || word->kind == Kind::dozen) && scale(word->value)) {
      number_.shape = NumberShape::plain;
      number_.last = next + 1;
    }
    return true;
  }

  /// "dozens", "tens of thousands", "hundreds of millions".
  bool vague(std::int64_t value, std::size_t at) {
    // "scores" of people, but not of games.
    constexpr std::int64_t kScore = 20;
    if (value == kScore && lower(at + 1) != "of") return false;
    number_.shape = NumberShape::vague;
    number_.value = Decimal(2 * value);
    number_.multiplier = value;
    number_.last = at + 1;
    while (lower(number_.last) == "of") {
      const NumberWord* next = word_at(number_.last + 1);
      if (next == nullptr || next->kind != Kind::vague || next->value < 1000) break;
      auto scaled = multiply(number_.value, Decimal(next->value));
      if (!scaled) return false;
      number_.value = std::move(*scaled);
      number_.last += 2;
    }
    return true;
  }

  /// "several hundred", "a few dozen", "many thousands", "a couple of hundred".
  bool few(std::size_t at) {
    std::size_t next = at + 1;
    if (lower(next) == "of") ++next;
    const NumberWord* word = word_at(next);
    if (word == nullptr) return false;
    if (word->kind == Kind::vague) return vague(word->value, next);
    if (word->kind != Kind::magnitude && word->kind != Kind::hundred && word->kind != Kind::dozen)
      return false;
    number_.shape = NumberShape::vague;
    number_.value = Decimal(2 * word->value);
    number_.multiplier = word->value;
    number_.last = next + 1;
    const NumberWord* magnitude = word_at(number_.last);
    if (magnitude != nullptr && magnitude->kind == Kind::magnitude) {
      auto scaled = multiply(number_.value, Decimal(magnitude->value));
      if (!scaled) return false;
      number_.value = std::move(*scaled);
      ++number_.last;
    }
    return true;
  }

  /// "a third" with the article already behind us; alone it is an ordinal.
  bool lone_part(const NumberWord& word, std::size_t at) {
    number_.last = at + 1;
    // "a quarter million", "a tenth billion"
    if (const NumberWord* magnitude = word_at(at + 1); magnitude != nullptr &&
                                                       magnitude->kind == Kind::magnitude &&
                                                       text_.lower[at].back() != 's') {
      number_.value = quotient(1, word.value);
      number_.shape = NumberShape::plain;
      number_.last = at + 2;
      return scale(magnitude->value);
    }
    const bool article = at > 0 && (text_.lower[at - 1] == "a" || text_.lower[at - 1] == "an");
    const std::string_view next = lower(at + 1);
    const bool shared = next == "of" || next == "the" || next == "more" || next == "less";
    if (article && (shared || (word.kind == Kind::part && (next.empty() || !is_word(at + 1))))) {
      number_.value = quotient(1, word.value);
      number_.shape = NumberShape::share;
      return true;
    }
    if (word.kind == Kind::quarter || word.value > 10 || text_.lower[at].back() == 's')
      return false;
    number_.value = Decimal(word.value);
    number_.shape = NumberShape::ordinal;
    return true;
  }
  [[nodiscard]] bool is_word(std::size_t at) const {
    return at < limit_ && text_.tokens[at].kind == TokenKind::word;
  }

  bool cardinal(std::size_t at) {
    std::int64_t total = 0;
    std::int64_t current = 0;
    std::int64_t last_magnitude = INT64_MAX;
    bool any = false;
    bool hundreds = false;
    std::size_t next = at;
    std::size_t end = at;
    while (true) {
      std::size_t here = next;
      if (any) {
        if (lower(here) == "-" && glued(here)) {
          ++here;
        } else if (lower(here) == "and" && (hundreds || last_magnitude != INT64_MAX)) {
          ++here;
        }
      }
      const NumberWord* word = word_at(here);
      if (word == nullptr) break;
      const bool after_and = here > next && lower(next) == "and";
      if (word->kind == Kind::one_to_nineteen) {
        if (any && !fits(current, word->value)) {
          break;
        }
        current += word->value;
      } else if (word->kind == Kind::tens) {
        if (any && current >= 10 && current < 20 && total == 0 && !after_and) {
          return year(here);
        }
        if (current % 100 != 0) break;
        current += word->value;
      } else if (word->kind == Kind::hundred && !after_and) {
        if (current > 99) break;
        if (current == 0) {
          if (any) break;
          current = 1;
        }
        current *= 100;
        hundreds = true;
      } else if (word->kind == Kind::magnitude && !after_and) {
        if (word->value >= last_magnitude) break;
        if (current == 0) {
          if (any) break;
          current = 1;
        }
        if (current > (INT64_MAX / 4 - total) / word->value) break;
        total += current * word->value;
        current = 0;
        last_magnitude = word->value;
        hundreds = false;
        number_.magnitude = true;
        number_.multiplier = word->value;
      } else if (word->kind == Kind::dozen && !after_and) {
        if (total != 0) break;
        total = (current == 0 ? 1 : current) * 12;
        current = 0;
        any = true;
        end = here + 1;
        break;
      } else if (word->kind == Kind::zero && !any) {
        any = true;
        end = here + 1;
        break;
      } else {
        break;
      }
      any = true;
      next = end = here + 1;
    }
    if (!any) return false;
    number_.value = Decimal(total + current);
    if (number_.magnitude && total % number_.multiplier == 0 && current == 0) {
      number_.unscaled = Decimal(total / number_.multiplier);
    } else {
      number_.unscaled = number_.value;
      number_.multiplier = 1;
    }
    number_.last = end;
    if (share_word(total + current)) return true;
    if (ordinal_tail(total + current)) return true;
    if (total == 0 && current < 1000) mixed();
    point();
    return true;
  }

  static bool fits(std::int64_t current, std::int64_t value) {
    if (current % 100 == 0) return true;
    return current % 10 == 0 && current % 100 >= 20 && value < 10;
  }

  /// "nineteen ninety", "nineteen ninety-six".
  bool year(std::size_t at) {
    number_.shape = NumberShape::year;
    number_.last = at + 1;
    const std::size_t next = past_hyphen(at + 1);
    const NumberWord* unit = word_at(next);
    if (unit != nullptr && unit->kind == Kind::one_to_nineteen && unit->value < 10)
      number_.last = next + 1;
    return true;
  }

  /// "two-thirds", "one fifth", "three quarters of".
  bool share_word(std::int64_t above) {
    const std::size_t at = past_hyphen(number_.last);
    const NumberWord* part = word_at(at);
    if (part == nullptr || above <= 0 || above > 1000) return false;
    const bool plural = lower(at).back() == 's';
    if (part->kind == Kind::half ? above != 1
                                 : part->kind != Kind::part && part->kind != Kind::quarter) {
      return false;
    }
    if (part->kind != Kind::half && plural != (above > 1) && lower(at) != "halves") return false;
    const NumberWord* magnitude = word_at(at + 1);
    const bool scaled = magnitude != nullptr && magnitude->kind == Kind::magnitude;
    if (part->kind == Kind::quarter && at == number_.last && !scaled) {
      const std::string_view next = lower(at + 1);
      if (next != "of" && next != "the" && above != 3 && !measured_out()) return false;
    }
    number_.value = quotient(above, part->value);
    number_.shape = NumberShape::share;
    number_.last = at + 1;
    // "three quarters billion"
    if (scaled && scale(magnitude->value)) {
      number_.shape = NumberShape::plain;
      ++number_.last;
    }
    return true;
  }

  /// "nearly one quarter", "less than one quarter": no quarter of a year.
  [[nodiscard]] bool measured_out() const {
    if (number_.first == 0) return false;
    const std::string_view before = text_.lower[number_.first - 1];
    return before == "than" || before == "above" || before == "below" || before == "nearly" ||
           before == "almost" || before == "about" || before == "roughly" || before == "around";
  }

  /// "twenty-first".
  bool ordinal_tail(std::int64_t value) {
    if (value % 10 != 0 || value < 20 || lower(number_.last) != "-") return false;
    const NumberWord* word = word_at(number_.last + 1);
    if (word == nullptr || (word->kind != Kind::ordinal && word->kind != Kind::part) ||
        word->value > 9)
      return false;
    number_.value = Decimal(value + word->value);
    number_.shape = NumberShape::ordinal;
    number_.last += 2;
    return true;
  }

  /// "two point five", "five point zero three".
  void point() {
    if (lower(number_.last) != "point") return;
    std::string spelled = number_.value.text() + ".";
    std::size_t at = number_.last + 1;
    for (; at < number_.last + 9; ++at) {
      const NumberWord* word = word_at(at);
      if (word == nullptr || (word->kind != Kind::zero && word->kind != Kind::one_to_nineteen) ||
          word->value > 9)
        break;
      spelled += static_cast<char>('0' + word->value);
    }
    if (at == number_.last + 1) return;
    auto value = Decimal::parse(spelled);
    if (!value) return;
    number_.value = std::move(*value);
    number_.last = at;
    const NumberWord* magnitude = word_at(at);
    if (magnitude != nullptr && magnitude->kind == Kind::magnitude && scale(magnitude->value))
      ++number_.last;
  }

  const TokenizedText& text_;
  std::size_t limit_;
  bool money_;
  Number number_;
};

}  // namespace

std::optional<Number> read_glued_number(const TokenizedText& text, std::size_t at,
                                        std::size_t letters, std::size_t limit) {
  return Reader(text, at, limit, true).run_glued(letters);
}

Decimal quotient(std::int64_t numerator, std::int64_t denominator) {
  if (denominator <= 0 || numerator < 0) return Decimal{};
  std::string spelled = std::to_string(numerator / denominator) + ".";
  std::int64_t rest = numerator % denominator;
  constexpr int kPlaces = 20;
  for (int place = 0; place < kPlaces && rest != 0; ++place) {
    rest *= 10;
    spelled += static_cast<char>('0' + rest / denominator);
    rest %= denominator;
  }
  return Decimal::parse(spelled).value_or(Decimal{});
}

std::optional<Number> read_number(const TokenizedText& text, std::size_t at, std::size_t limit,
                                  bool money) {
  return Reader(text, at, limit, money).run();
}

}  // namespace claimtrail
