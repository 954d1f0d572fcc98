#include <bit>
#include <charconv>
#include <span>

#include <fmt/format.h>

#include "sources/schedule/schedule.h"

namespace claimtrail {
namespace {

struct NamedValue {
  std::string_view name;
  int value;
};

constexpr std::array<NamedValue, 12> kMonths{{{"january", 1},
                                              {"february", 2},
                                              {"march", 3},
                                              {"april", 4},
                                              {"may", 5},
                                              {"june", 6},
                                              {"july", 7},
                                              {"august", 8},
                                              {"september", 9},
                                              {"october", 10},
                                              {"november", 11},
                                              {"december", 12}}};
constexpr std::array<NamedValue, 7> kWeekdays{{{"sunday", 0},
                                               {"monday", 1},
                                               {"tuesday", 2},
                                               {"wednesday", 3},
                                               {"thursday", 4},
                                               {"friday", 5},
                                               {"saturday", 6}}};

struct Field {
  std::string_view name;
  int least;
  int most;
  std::span<const NamedValue> names;
};

const std::array<Field, 5> kFields{{{"minute", 0, 59, {}},
                                    {"hour", 0, 23, {}},
                                    {"day of the month", 1, 31, {}},
                                    {"month", 1, 12, kMonths},
                                    {"weekday", 0, 7, kWeekdays}}};
constexpr std::size_t kMinute = 0;
constexpr std::size_t kHour = 1;
constexpr std::size_t kDay = 2;
constexpr std::size_t kWeekday = 4;

struct Alias {
  std::string_view name;
  std::string_view expression;
};

constexpr std::array<Alias, 7> kAliases{{{"@yearly", "0 0 1 1 *"},
                                         {"@annually", "0 0 1 1 *"},
                                         {"@monthly", "0 0 1 * *"},
                                         {"@weekly", "0 0 * * 0"},
                                         {"@daily", "0 0 * * *"},
                                         {"@midnight", "0 0 * * *"},
                                         {"@hourly", "0 * * * *"}}};

/// A part of the expression with its place, 0-based.
struct Part {
  std::string_view text;
  std::size_t place = 0;
};

tl::unexpected<Diagnostic> wrong(std::size_t place, std::string message, std::string hint) {
  auto problem = failure("bad-cron", std::move(message), {}, std::move(hint));
  problem.value().column = static_cast<int>(place) + 1;
  return problem;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

std::vector<Part> split(Part whole, std::string_view separators, bool merge) {
  std::vector<Part> parts;
  std::size_t start = 0;
  while (start <= whole.text.size()) {
    const std::size_t end =
        std::min(whole.text.find_first_of(separators, start), whole.text.size());
    if (end > start || !merge) {
      parts.push_back({whole.text.substr(start, end - start), whole.place + start});
    }
    start = end + 1;
  }
  return parts;
}

std::optional<int> as_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool plain = !text.empty() && text.front() >= '0' && text.front() <= '9';
  if (!plain || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string what_fits(const Field& field) {
  if (field.names.empty()) return fmt::format("write {} to {}", field.least, field.most);
  return fmt::format("write {} to {}, or {} to {}", field.least, field.most,
                     field.names.front().name.substr(0, 3), field.names.back().name.substr(0, 3));
}

Result<int> read_value(const Field& field, Part part) {
  if (part.text.empty()) {
    return wrong(part.place, fmt::format("a value is missing in the {} field", field.name),
                 what_fits(field));
  }
  const std::string word = lower(part.text);
  for (const NamedValue& named : field.names) {
    if (word == named.name || word == named.name.substr(0, 3)) return named.value;
  }
  const auto number = as_number(part.text);
  if (!number) {
    return wrong(part.place, fmt::format("'{}' is no {}", part.text, field.name),
                 part.text == "?" ? "write *" : what_fits(field));
  }
  if (*number < field.least || *number > field.most) {
    return wrong(part.place,
                 fmt::format("{} is out of range for the {} field", part.text, field.name),
                 what_fits(field));
  }
  return *number;
}

Result<int> read_step(const Field& field, Part part) {
  const auto step = as_number(part.text);
  if (!step || *step < 1 || *step > field.most) {
    return wrong(part.place, fmt::format("'{}' is no step for the {} field", part.text, field.name),
                 fmt::format("write a whole number from 1 to {} after the /", field.most));
  }
  return *step;
}

/// One item of a list: "*", "5", "1-5", each range with "/2" after it.
Result<std::uint64_t> read_item(const Field& field, Part item) {
  const std::size_t slash = item.text.find('/');
  const Part range{item.text.substr(0, slash), item.place};
  const std::size_t dash = range.text.find('-');
  int low = field.least;
  int high = field.most;
  if (range.text != "*") {
    const auto first = read_value(field, {range.text.substr(0, dash), range.place});
    if (!first) return tl::unexpected(first.error());
    low = high = *first;
    if (dash != std::string_view::npos) {
      const auto last = read_value(field, {range.text.substr(dash + 1), range.place + dash + 1});
      if (!last) return tl::unexpected(last.error());
      high = *last;
      if (&field == &kFields[kWeekday] && high == 0 && low > 0) high = 7;
    } else if (slash != std::string_view::npos) {
      return wrong(item.place, fmt::format("a step needs a range in the {} field", field.name),
                   fmt::format("write {}-{}{} or *{}", low, field.most, item.text.substr(slash),
                               item.text.substr(slash)));
    }
    if (high < low) {
      return wrong(range.place, fmt::format("the range '{}' runs backwards", range.text),
                   "write two ranges with a comma between them");
    }
  }
  int step = 1;
  if (slash != std::string_view::npos) {
    const auto read = read_step(field, {item.text.substr(slash + 1), item.place + slash + 1});
    if (!read) return tl::unexpected(read.error());
    step = *read;
  }
  std::uint64_t bits = 0;
  for (int value = low; value <= high; value += step) bits |= std::uint64_t{1} << value;
  return bits;
}

Result<std::uint64_t> read_field(const Field& field, Part part) {
  std::uint64_t bits = 0;
  for (const Part& item : split(part, ",", false)) {
    const auto read = read_item(field, item);
    if (!read) return tl::unexpected(read.error());
    bits |= *read;
  }
  return bits;
}

tl::unexpected<Diagnostic> wrong_alias(Part word) {
  if (lower(word.text) == "@reboot") {
    return wrong(word.place, "'@reboot' names no time", "write @hourly or @daily");
  }
  std::vector<std::string> names;
  for (const Alias& alias : kAliases) names.emplace_back(alias.name);
  const std::string near = nearest(lower(word.text), names);
  return wrong(word.place, fmt::format("'{}' is no schedule that is known", word.text),
               near.empty() ? "known: @yearly, @monthly, @weekly, @daily, @hourly"
                            : fmt::format("did you mean '{}'?", near));
}

/// The longest the months may be, so that no leap year is forgotten.
constexpr std::array<int, 13> kLongest{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool some_month_has_the_day(std::uint64_t months, std::uint64_t days) {
  const int first_day = std::countr_zero(days);
  for (std::size_t month = 1; month <= 12; ++month) {
    if (((months >> month) & 1U) != 0 && first_day <= kLongest[month]) return true;
  }
  return false;
}

}  // namespace

class CronReader {
 public:
  static Result<CronExpression> read(std::string_view text);
};

Result<CronExpression> CronReader::read(std::string_view text) {
  const std::vector<Part> parts = split({text, 0}, " \t", true);
  if (parts.size() == 1 && parts[0].text.front() == '@') {
    for (const Alias& alias : kAliases) {
      if (lower(parts[0].text) == alias.name) return read(alias.expression);
    }
    return wrong_alias(parts[0]);
  }
  std::array<std::uint64_t, 5> bits{};
  for (std::size_t i = 0; i < std::min(parts.size(), kFields.size()); ++i) {
    const auto field = read_field(kFields[i], parts[i]);
    if (!field) return tl::unexpected(field.error());
    bits[i] = *field;
  }
  if (parts.size() < kFields.size()) {
    return wrong(text.size(), fmt::format("the {} field is missing", kFields[parts.size()].name),
                 "five fields: minute hour day-of-month month weekday");
  }
  if (parts.size() > kFields.size()) {
    return wrong(
        parts[5].place, fmt::format("a cron expression has five fields, this has {}", parts.size()),
        "five fields: minute hour day-of-month month weekday; seconds and years have none");
  }
  const auto weekdays = static_cast<std::uint8_t>((bits[4] | bits[4] >> 7) & 0x7F);
  CronExpression expression;
  expression.minutes_ = bits[0];
  expression.hours_ = static_cast<std::uint32_t>(bits[1]);
  expression.days_ = static_cast<std::uint32_t>(bits[2]);
  expression.months_ = static_cast<std::uint16_t>(bits[3]);
  expression.weekdays_ = weekdays;
  expression.any_day_ = parts[kDay].text.front() == '*';
  expression.any_weekday_ = parts[kWeekday].text.front() == '*';
  expression.real_time_ = parts[kMinute].text.front() == '*' || parts[kHour].text.front() == '*';
  const bool days_bind = expression.any_day_ || expression.any_weekday_;
  if (days_bind && !some_month_has_the_day(bits[3], bits[2])) {
    return wrong(parts[kDay].place,
                 fmt::format("no month '{}' has a day '{}'", parts[3].text, parts[kDay].text),
                 "it would never run");
  }
  return expression;
}

Result<CronExpression> CronExpression::parse(std::string_view text) {
  return CronReader::read(text);
}

}  // namespace claimtrail
