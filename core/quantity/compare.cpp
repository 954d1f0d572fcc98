#include "core/quantity/compare.h"

#include <cmath>

#include <gmpxx.h>

#include "core/quantity/nouns.h"
#include "core/quantity/units.h"

namespace claimtrail {
namespace {

mpq_class rational(const Decimal& value) {
  std::string digits = value.text();
  const std::size_t point = digits.find('.');
  mpz_class below = 1;
  if (point != std::string::npos) {
    mpz_ui_pow_ui(below.get_mpz_t(), 10, digits.size() - point - 1);
    digits.erase(point, 1);
  }
  mpq_class made(mpz_class(digits, 10), below);
  made.canonicalize();
  return made;
}

mpq_class rational(std::string_view spelled) {
  mpq_class made{std::string(spelled)};
  made.canonicalize();
  return made;
}

/// What a unit name converts to: value in base = value * factor + offset.
struct Scale {
  std::string base;
  mpq_class factor = 1;
  mpq_class offset = 0;
};

Scale scale_of(const std::string& name) {
  if (const Unit* unit = unit_named(name)) {
    Scale scale{std::string(unit->base), rational(unit->factor), 0};
    if (!unit->offset.empty()) scale.offset = rational(unit->offset);
    return scale;
  }
  const std::size_t per = name.find(" per ");
  if (per == std::string::npos) return {name, 1, 0};
  const Scale above = scale_of(name.substr(0, per));
  const Scale below = scale_of(name.substr(per + 5));
  return {above.base + " per " + below.base, above.factor / below.factor, 0};
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

/// The class of what is counted: its table class, else the head noun in the singular.
std::string counted(const Figure& figure) {
  if (figure.unit == "person") return "person";
  std::string head = lower_case(figure.noun.substr(figure.noun.find_last_of(" -") + 1));
  if (const auto known = noun_class(head); !known.empty()) return std::string(known);
  if (head.ends_with("ies") && head.size() > 4) return head.substr(0, head.size() - 3) + "y";
  if (head.size() > 3 && head.back() == 's' && !head.ends_with("ss")) head.pop_back();
  return head;
}

bool is_count(const Figure& figure) {
  return figure.dimension == "count" || figure.dimension == "number";
}

/// What the figure is measured in; equal keys are comparable. A bare number has the empty key of
/// counts.
struct Measured {
  std::string dimension;
  std::string base;
  mpq_class factor = 1;
  mpq_class offset = 0;
};

Measured measured(const Figure& figure) {
  Measured made;
  made.dimension = figure.dimension == "number" ? "count" : figure.dimension;
  if (is_count(figure)) {
    made.base = counted(figure);
    return made;
  }
  if (figure.unit.empty()) {
    made.base = figure.dimension == "ratio" ? "one" : "";
    return made;
  }
  Scale scale = scale_of(figure.unit);
  made.base = std::move(scale.base);
  made.factor = std::move(scale.factor);
  made.offset = std::move(scale.offset);
  return made;
}

struct End {
  bool bounded = false;
  bool open = true;
  mpq_class value;
};

struct Interval {
  End low;
  End high;
};

enum class Widening { none, own };

Interval interval_of(const Figure& figure, const Measured& by, Widening widening,
                     const mpq_class& tolerance) {
  Interval made;
  const auto end = [&](const std::optional<Decimal>& value, bool open, bool upper) {
    End made_end;
    if (!value) return made_end;
    made_end.bounded = true;
    made_end.open = open;
    made_end.value = rational(*value);
    if (widening == Widening::own) {
      mpq_class wider = abs(made_end.value) * tolerance;
      if (figure.modifier == Modifier::approximately && figure.low && figure.high)
        wider += abs(made_end.value) / 10;
      if (const auto step = rounding_step(*value)) {
        wider += rational(*step) / 2;
        // Half a step up rounds to the next number, so that end stays out.
        if (upper && !made_end.open && figure.modifier != Modifier::approximately && tolerance == 0)
          made_end.open = true;
      }
      if (upper) {
        made_end.value += wider;
      } else {
        made_end.value -= wider;
      }
    }
    made_end.value = made_end.value * by.factor + by.offset;
    return made_end;
  };
  made.low = end(figure.low, figure.low_open, false);
  made.high = end(figure.high, figure.high_open, true);
  return made;
}

/// Whether everything in `a` lies below everything in `b`.
bool below(const Interval& a, const Interval& b) {
  if (!a.high.bounded || !b.low.bounded) return false;
  const int order = cmp(a.high.value, b.low.value);
  return order < 0 || (order == 0 && (a.high.open || b.low.open));
}

bool soft_or_moved(Modifier modifier) {
  return modifier == Modifier::approximately || modifier == Modifier::up ||
         modifier == Modifier::down;
}

}  // namespace

std::optional<Decimal> rounding_step(const Decimal& value) {
  std::string digits = value.text();
  if (value.negative()) digits.erase(0, 1);
  if (value.zero()) return std::nullopt;
  const std::size_t point = digits.find('.');
  if (point != std::string::npos) {
    std::string step = "0.";
    step.append(digits.size() - point - 2, '0').append("1");
    return Decimal::parse(step);
  }
  const std::size_t last = digits.find_last_not_of('0');
  const std::size_t closing = digits.size() - 1 - last;  // place of the last digit that counts
  const std::size_t second =
      digits.size() < 2 ? 0 : digits.size() - 2;  // place of the second digit
  const std::size_t place = std::min(closing, second);
  if (place == 0) return std::nullopt;
  std::string step = "1";
  step.append(place, '0');
  return Decimal::parse(step);
}

bool comparable(const Figure& a, const Figure& b) {
  if (a.relative || b.relative) return false;
  if (!a.low && !a.high) return false;
  if (!b.low && !b.high) return false;
  const Measured left = measured(a);
  const Measured right = measured(b);
  if (left.dimension != right.dimension) return false;
  if (left.base == right.base) return true;
  return is_count(a) && is_count(b) && (left.base.empty() || right.base.empty());
}

bool disjoint(const Figure& a, const Figure& b, double relative_tolerance) {
  if (!comparable(a, b)) return false;
  const double bounded =
      std::isfinite(relative_tolerance) ? std::clamp(relative_tolerance, 0.0, 1000.0) : 0.0;
  mpq_class tolerance(static_cast<long>(std::lround(bounded * 1e6)), 1'000'000);
  tolerance.canonicalize();
  const Interval left = interval_of(a, measured(a), Widening::own, tolerance);
  const Interval right = interval_of(b, measured(b), Widening::own, tolerance);
  return below(left, right) || below(right, left);
}

bool conversion_holds(const Figure& a, const Figure& b) {
  constexpr double kCare = 0.05;
  return !comparable(a, b) || !disjoint(a, b, kCare);
}

std::optional<double> ratio(const Figure& a, const Figure& b) {
  if (!comparable(a, b)) return std::nullopt;
  const Interval left = interval_of(a, measured(a), Widening::none, 0);
  const Interval right = interval_of(b, measured(b), Widening::none, 0);
  mpq_class x;
  mpq_class y;
  if (below(left, right)) {
    x = left.high.value;
    y = right.low.value;
  } else if (below(right, left)) {
    x = right.high.value;
    y = left.low.value;
  } else {
    const auto middle = [](const Interval& interval) -> std::optional<mpq_class> {
      if (interval.low.bounded && interval.high.bounded)
        return mpq_class((interval.low.value + interval.high.value) / 2);
      if (interval.low.bounded) return interval.low.value;
      if (interval.high.bounded) return interval.high.value;
      return std::nullopt;
    };
    const auto mid_a = middle(left);
    const auto mid_b = middle(right);
    if (!mid_a || !mid_b) return std::nullopt;
    x = std::min(*mid_a, *mid_b);
    y = std::max(*mid_a, *mid_b);
  }
  if (x <= 0 || y <= 0) return std::nullopt;
  const mpq_class quotient = y / x;
  return quotient.get_d();
}

bool contains(const Figure& outer, const Figure& inner) {
  if (!comparable(outer, inner)) return false;
  const Interval around = interval_of(outer, measured(outer), Widening::none, 0);
  const Interval within = interval_of(inner, measured(inner), Widening::none, 0);
  if (around.low.bounded) {
    if (!within.low.bounded) return false;
    const int order = cmp(within.low.value, around.low.value);
    if (order < 0 || (order == 0 && around.low.open && !within.low.open)) return false;
  }
  if (around.high.bounded) {
    if (!within.high.bounded) return false;
    const int order = cmp(within.high.value, around.high.value);
    if (order > 0 || (order == 0 && around.high.open && !within.high.open)) return false;
  }
  return true;
}

std::string canonical_value(const Figure& figure) {
  const Measured by = measured(figure);
  const Interval interval = interval_of(figure, by, Widening::none, 0);
  std::string spelled = by.dimension + "|" + by.base + "|";
  spelled += !interval.low.bounded || interval.low.open ? "(" : "[";
  spelled += interval.low.bounded ? interval.low.value.get_str() : std::string("-inf");
  spelled += ",";
  spelled += interval.high.bounded ? interval.high.value.get_str() : std::string("inf");
  spelled += !interval.high.bounded || interval.high.open ? ")" : "]";
  if (soft_or_moved(figure.modifier)) spelled.append("|").append(to_string(figure.modifier));
  if (figure.relative) spelled += "|relative";
  return spelled;
}

bool same_value(const Figure& a, const Figure& b) {
  return canonical_value(a) == canonical_value(b);
}

}  // namespace claimtrail
