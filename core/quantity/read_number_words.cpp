#include <string>

#include "core/quantity/number_reader.h"

namespace claimtrail {
namespace {

using Kind = NumberWordKind;

}  // namespace

bool NumberReader::words(const NumberWord& word, std::size_t at) {
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

bool NumberReader::half(std::size_t at) {
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

bool NumberReader::vague(std::int64_t value, std::size_t at) {
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

bool NumberReader::few(std::size_t at) {
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

bool NumberReader::lone_part(const NumberWord& word, std::size_t at) {
  number_.last = at + 1;
  // "a quarter million", "a tenth billion"
  if (const NumberWord* magnitude = word_at(at + 1);
      magnitude != nullptr && magnitude->kind == Kind::magnitude && text_.lower[at].back() != 's') {
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
  if (word.kind == Kind::quarter || word.value > 10 || text_.lower[at].back() == 's') return false;
  number_.value = Decimal(word.value);
  number_.shape = NumberShape::ordinal;
  return true;
}

bool NumberReader::cardinal(std::size_t at) {
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

bool NumberReader::fits(std::int64_t current, std::int64_t value) {
  if (current % 100 == 0) return true;
  return current % 10 == 0 && current % 100 >= 20 && value < 10;
}

bool NumberReader::year(std::size_t at) {
  number_.shape = NumberShape::year;
  number_.last = at + 1;
  const std::size_t next = past_hyphen(at + 1);
  const NumberWord* unit = word_at(next);
  if (unit != nullptr && unit->kind == Kind::one_to_nineteen && unit->value < 10)
    number_.last = next + 1;
  return true;
}

bool NumberReader::share_word(std::int64_t above) {
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

bool NumberReader::measured_out() const {
  if (number_.first == 0) return false;
  const std::string_view before = text_.lower[number_.first - 1];
  return before == "than" || before == "above" || before == "below" || before == "nearly" ||
         before == "almost" || before == "about" || before == "roughly" || before == "around";
}

bool NumberReader::ordinal_tail(std::int64_t value) {
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

void NumberReader::point() {
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

}  // namespace claimtrail
