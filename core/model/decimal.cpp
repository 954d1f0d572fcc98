#include "core/model/decimal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

#include <gmpxx.h>

namespace claimtrail {
namespace {

constexpr std::size_t kMostDigits = 40;
constexpr long long kMostPlaces = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits without leading zeros, and how many of them stand after the point.
struct Scaled {
  bool negative = false;
  std::string digits;
  long long places = 0;
};

std::optional<std::string> spell(Scaled number) {
  while (number.digits.size() > 1 && number.digits.back() == '0' && number.places > 0) {
    number.digits.pop_back();
    --number.places;
  }
  const auto first = number.digits.find_first_not_of('0');
  if (first == std::string::npos) return "0";
  number.digits.erase(0, first);
  std::string significant = number.digits;
  significant.erase(significant.find_last_not_of('0') + 1);
  if (significant.size() > kMostDigits || number.places > kMostPlaces) return std::nullopt;
  if (number.places < 0) number.digits.append(static_cast<std::size_t>(-number.places), '0');
  std::string text = number.negative ? "-" : "";
  if (number.places <= 0) {
    if (number.digits.size() > kMostPlaces) return std::nullopt;
    return text + number.digits;
  }
  const auto places = static_cast<std::size_t>(number.places);
  if (number.digits.size() <= places)
    number.digits.insert(0, places - number.digits.size() + 1, '0');
  const std::size_t point = number.digits.size() - places;
  if (point > kMostPlaces) return std::nullopt;
  return text + number.digits.substr(0, point) + "." + number.digits.substr(point);
}

/// A whole number above zero in its canonical spelling, which most numbers in news are.
bool is_plain(std::string_view text) {
  return !text.empty() && text.size() <= 18 && text.front() != '0' &&
         std::all_of(text.begin(), text.end(), is_digit);
}

Scaled take_apart_decimal(const std::string& text) {
  Scaled scaled;
  scaled.negative = text.front() == '-';
  bool after_point = false;
  for (const char c : text) {
    if (c == '.') {
      after_point = true;
    } else if (is_digit(c)) {
      scaled.digits += c;
      if (after_point) ++scaled.places;
    }
  }
  return scaled;
}

mpz_class whole(const Scaled& scaled) {
  const mpz_class value(scaled.digits, 10);
  return scaled.negative ? mpz_class(-value) : value;
}

mpz_class power_of_ten(long long exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
  return power;
}

std::optional<Decimal> from_whole(const mpz_class& value, long long places) {
  Scaled scaled;
  scaled.negative = value < 0;
  scaled.digits = mpz_class(abs(value)).get_str();
  scaled.places = places;
  const auto text = spell(std::move(scaled));
  return text ? Decimal::parse(*text) : std::nullopt;
}

}  // namespace

Decimal::Decimal(long long value) : text_(std::to_string(value)) {}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  if (is_plain(text)) {
    Decimal whole;
    whole.text_ = text;
    return whole;
  }
  Scaled scaled;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) scaled.negative = text[at++] == '-';
  bool after_point = false;
  bool any = false;
  for (; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      any = true;
      // Leading zeros cost nothing; beyond any spelling that could fit, the rest is refused.
      if (scaled.digits.size() > 4 * kMostDigits) return std::nullopt;
      if (text[at] != '0' || !scaled.digits.empty()) scaled.digits += text[at];
      if (after_point) ++scaled.places;
    } else if (text[at] == '.' && !after_point) {
      after_point = true;
    } else {
      break;
    }
  }
  if (!any) return std::nullopt;
  if (at < text.size()) {
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    ++at;
    if (at < text.size() && text[at] == '+') ++at;
    long long exponent = 0;
    const auto [end, error] =
        std::from_chars(text.data() + at, text.data() + text.size(), exponent);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (exponent > 10'000 || exponent < -10'000) return std::nullopt;
    scaled.places -= exponent;
  }
  if (scaled.digits.empty()) return Decimal{};
  if (scaled.places < -kMostPlaces) return std::nullopt;
  const auto canonical = spell(std::move(scaled));
  if (!canonical) return std::nullopt;
  Decimal decimal;
  decimal.text_ = *canonical;
  return decimal;
}

double Decimal::approximate() const { return std::strtod(text_.c_str(), nullptr); }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (is_plain(a.text_) && is_plain(b.text_)) {
    if (a.text_.size() != b.text_.size()) return a.text_.size() <=> b.text_.size();
    return a.text_ <=> b.text_;
  }
  const Scaled left = take_apart_decimal(a.text_);
  const Scaled right = take_apart_decimal(b.text_);
  const long long places = std::max(left.places, right.places);
  const mpz_class x = whole(left) * power_of_ten(places - left.places);
  const mpz_class y = whole(right) * power_of_ten(places - right.places);
  return cmp(x, y) <=> 0;
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  const Scaled left = take_apart_decimal(a.text());
  const Scaled right = take_apart_decimal(b.text());
  return from_whole(whole(left) * whole(right), left.places + right.places);
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  const Scaled left = take_apart_decimal(a.text());
  const Scaled right = take_apart_decimal(b.text());
  const long long places = std::max(left.places, right.places);
  return from_whole(whole(left) * power_of_ten(places - left.places) +
                        whole(right) * power_of_ten(places - right.places),
                    places);
}

}  // namespace claimtrail
