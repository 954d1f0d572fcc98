#include "cli/provenance/words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/model/names.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<Name<Manner>, 4> manners{{{Manner::direct, "direct quotation"},
                                               {Manner::indirect, "indirect speech"},
                                               {Manner::mixed, "partly quoted"},
                                               {Manner::unattributed, "own voice"}}};

struct CodeRow {
  std::string_view code;
  const char* words;
};
constexpr std::array codes{
    CodeRow{"as_of_differs", "they are about different days"},
    CodeRow{"scope_differs", "they count different things"},
    CodeRow{"definition_differs", "they mean different things by the same word"},
    CodeRow{"superseded", "one of them has been replaced since"},
    CodeRow{"translation", "a difference of translation"},
    CodeRow{"extraction_error", "the text was misread"},
    CodeRow{"settings", "held back by the desk's config"},
};

const char* month_name(year_month_day date) {
  return months[static_cast<unsigned>(date.month()) - 1];
}

std::string names_of(const Hop& hop) {
  std::string names;
  for (std::size_t i = 0; i < hop.claimants.size(); ++i) {
    if (i > 0) names += i + 1 == hop.claimants.size() ? " and " : ", ";
    names += hop.claimants[i].name;
  }
  return names.empty() ? "somebody unnamed" : names;
}

}  // namespace

std::string attribution_words(const Claim& claim, std::string_view outlet,
                              const std::vector<std::string>& cues) {
  if (claim.attribution.empty()) {
    return (outlet.empty() ? std::string("the report") : std::string(outlet)) +
           ", in its own voice";
  }
  std::string words;
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    if (i > 0) words += ", via ";
    words += names_of(claim.attribution[i]);
    const std::string cue = i < cues.size() ? squeeze_blanks(cues[i]) : std::string();
    if (!cue.empty()) words += " (" + cue + ")";
  }
  return words;
}

std::string day_words(Day day) {
  const year_month_day date(day);
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), month_name(date),
                     static_cast<int>(date.year()));
}

std::string time_words(Timestamp time) {
  const Day day = std::chrono::floor<days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{}, {:02}:{:02}:{:02} UTC", day_words(day), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::string published_words(const Published& published) { return day_words(published.day); }

std::string days_words(DayRange range) {
  if (range.to <= range.from + days{1}) return day_words(range.from);
  const year_month_day from(range.from);
  const year_month_day end(range.to);
  const bool whole_months = from.day() == std::chrono::day{1} && end.day() == std::chrono::day{1};
  if (whole_months && from.month() == std::chrono::January && end.month() == std::chrono::January &&
      end.year() == from.year() + std::chrono::years{1}) {
    return std::to_string(static_cast<int>(from.year()));
  }
  if (whole_months && range.to == Day(from + std::chrono::months{1})) {
    return fmt::format("{} {}", month_name(from), static_cast<int>(from.year()));
  }
  const year_month_day last(range.to - days{1});
  if (last.year() != from.year()) {
    return day_words(range.from) + " to " + day_words(range.to - days{1});
  }
  return fmt::format("{} {} to {}", static_cast<unsigned>(from.day()), month_name(from),
                     day_words(range.to - days{1}));
}

const char* manner_words(Manner manner) { return name_of(manners, manner); }

std::string behaves_words(const Question& question) {
  if (question.behaves == "daily") {
    return "It changes by the day: only answers of the same day compare.";
  }
  if (question.behaves == "fixed") return "It does not change: any two answers compare.";
  const std::string reach = fmt::format(
      "Answers compare when their days are at most {} apart.",
      plural(static_cast<std::size_t>(std::max(question.window_days, 0)), "day", "days"));
  if (question.behaves == "running_total") {
    return "It grows, so a later, higher figure updates an earlier one. " + reach;
  }
  return "It is one event with one answer. " + reach;
}

std::string independence_words(const Independence& independence) {
  std::string words =
      fmt::format("{} behind {}",
                  plural(independence.origins.size(), "independent origin", "independent origins"),
                  plural(independence.reports, "report", "reports"));
  if (!independence.unknown.empty()) {
    words += fmt::format(", {} of which {} no source", independence.unknown.size(),
                         independence.unknown.size() == 1 ? "names" : "name");
  }
  return words;
}

std::string code_words(std::string_view code) {
  for (const CodeRow& row : codes) {
    if (row.code == code) return row.words;
  }
  return std::string(code);
}

std::string grouped_digits(std::string digits) {
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(digits.find('.'), digits.size()); at > first + 3; at -= 3) {
    digits.insert(at - 3, 1, ',');
  }
  return digits;
}

std::string_view short_digest(std::string_view digest) { return digest.substr(0, 12); }

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace claimtrail
