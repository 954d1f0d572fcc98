#include "core/quantity/read_number.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/quantity/number_reader.h"
#include "core/quantity/read_digits.h"

namespace claimtrail {
namespace {

using Kind = NumberWordKind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Number> NumberReader::run_glued(std::size_t letters) {
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

std::optional<Number> NumberReader::run() {
  const std::size_t at = number_.first;
  if (at >= limit_) return std::nullopt;
  if (text_.tokens[at].kind == TokenKind::number) return digits(at) ? result() : std::nullopt;
  const NumberWord* word = number_word(text_.lower[at]);
  if (word == nullptr) return std::nullopt;
  return words(*word, at) ? result() : std::nullopt;
}

bool NumberReader::scale(std::int64_t by) {
  auto scaled = multiply(number_.value, Decimal(by));
  if (!scaled) return false;
  number_.value = std::move(*scaled);
  number_.multiplier = by;
  number_.magnitude = true;
  return true;
}

bool NumberReader::digits(std::size_t at) {
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

bool NumberReader::take_digits(std::string_view word) {
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

bool NumberReader::fraction(std::size_t at, bool added) {
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

std::int64_t NumberReader::small(std::size_t at) const {
  const std::string_view word = lower(at);
  if (word.empty() || word.size() > 4) return -1;
  std::int64_t value = 0;
  for (const char c : word) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool NumberReader::power_of_ten() {
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

void NumberReader::suffixes() {
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

void NumberReader::mixed() {
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

std::optional<Number> read_glued_number(const TokenizedText& text, std::size_t at,
                                        std::size_t letters, std::size_t limit) {
  return NumberReader(text, at, limit, true).run_glued(letters);
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
  return NumberReader(text, at, limit, money).run();
}

}  // namespace claimtrail
