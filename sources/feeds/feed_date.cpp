#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/text/utf8.h"

#include "sources/feeds/feed.h"
#include "sources/feeds/month_names.h"
#include "sources/feeds/zone_names.h"
#include "sources/schedule/schedule.h"

namespace claimtrail {
namespace {

constexpr std::size_t longest_date = 120;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

enum class PieceKind : std::uint8_t { number, word, mark };

struct Piece {
  PieceKind kind = PieceKind::mark;
  std::string_view text;
  int value = 0;        ///< of a number of at most nine digits
  bool spaced = false;  ///< white space before it
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool spaced = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      spaced = true;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    Piece piece;
    piece.spaced = spaced;
    spaced = false;
    const auto is_letter = [](char letter) {
      return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
             static_cast<unsigned char>(letter) >= 0x80;
    };
    if (is_digit(c)) {
      while (at < text.size() && is_digit(text[at])) ++at;
      piece.kind = PieceKind::number;
      for (std::size_t i = begin; i < std::min(at, begin + 9); ++i) {
        piece.value = piece.value * 10 + (text[i] - '0');
      }
    } else if (is_letter(c)) {
      while (at < text.size() && is_letter(text[at])) ++at;
      piece.kind = PieceKind::word;
    } else {
      ++at;
    }
    piece.text = text.substr(begin, at - begin);
    pieces.push_back(piece);
  }
  return pieces;
}

struct Clock {
  bool known = false;
  std::chrono::seconds of_day{0};
  std::chrono::seconds offset{0};
  bool zone_known = true;
  bool zone_said = false;
  std::string region;  ///< "America/Los_Angeles"; its offset depends on the day
};

class DateReader {
 public:
  DateReader(std::string_view text, std::string_view supposed)
      : pieces_(pieces_of(text)), supposed_(supposed) {}

  std::optional<Published> read() {
    find_clock();
    if (!find_iso_date() && !find_named_month() && !find_numeric_date()) return std::nullopt;
    if (year_ < 100) year_ += year_ < 70 ? 2000 : 1900;
    const std::chrono::year_month_day date{std::chrono::year{year_},
                                           std::chrono::month{static_cast<unsigned>(month_)},
                                           std::chrono::day{static_cast<unsigned>(day_)}};
    if (!date.ok() || year_ < 1970 || year_ > 2200) return std::nullopt;
    Published published{Day{date}, std::nullopt};
    if (clock_.known && clock_.zone_known) settle_offset(published.day);
    if (clock_.known && clock_.zone_known) {
      published.time = Timestamp{published.day} + clock_.of_day - clock_.offset;
      published.offset = std::chrono::duration_cast<std::chrono::minutes>(clock_.offset);
      if (clock_.of_day == std::chrono::hours{24}) published.day += std::chrono::days{1};
    }
    return published;
  }

 private:
  [[nodiscard]] bool number_at(std::size_t at) const {
    return at < pieces_.size() && pieces_[at].kind == PieceKind::number;
  }
  [[nodiscard]] bool mark_at(std::size_t at, std::string_view mark) const {
    return at < pieces_.size() && pieces_[at].text == mark;
  }

  // The first "HH:MM[:SS[.fff]]", its "am" or "pm", and the zone behind it. It is taken out of the
  // pieces, so that no number of it is read as a day.
  void find_clock() {
    for (std::size_t i = 0; i + 2 < pieces_.size(); ++i) {
      if (!number_at(i) || !mark_at(i + 1, ":") || !number_at(i + 2)) continue;
      if (pieces_[i].text.size() > 2 || pieces_[i].value > 24 || pieces_[i + 2].value > 59) return;
      int hour = pieces_[i].value;
      std::size_t end = i + 3;
      int second = 0;
      if (mark_at(end, ":") && number_at(end + 1)) {
        second = std::min(pieces_[end + 1].value, 59);  // a leap second is of the day it ends
        end += 2;
        if ((mark_at(end, ".") || mark_at(end, ",")) && number_at(end + 1)) end += 2;
      }
      if (hour == 24 && (pieces_[i + 2].value != 0 || second != 0)) return;
      if (end < pieces_.size() && pieces_[end].kind == PieceKind::word) {
        const std::string word = fold_case(pieces_[end].text);
        if (word == "pm" && hour < 12) hour += 12;
        if (word == "am" && hour == 12) hour = 0;
        if (word == "pm" || word == "am") ++end;
      }
      clock_.known = true;
      clock_.of_day = std::chrono::hours{hour} + std::chrono::minutes{pieces_[i + 2].value} +
                      std::chrono::seconds{second};
      end = read_zone(end);
      std::size_t begin = i;
      if (begin > 0 && fold_case(pieces_[begin - 1].text) == "t") --begin;
      pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(begin),
                    pieces_.begin() + static_cast<std::ptrdiff_t>(end));
      return;
    }
  }

  // "+01:00", "+0100", "+1", "GMT", "GMT+7", "EST"; a word that names no known zone makes the time
  // unknown. Returns where the zone ends.
  std::size_t read_zone(std::size_t at) {
    if (at >= pieces_.size()) return at;
    std::size_t end = at;
    if (pieces_[at].kind == PieceKind::word) {
      const std::string_view name = pieces_[at].text;
      if (mark_at(at + 1, "/")) return read_region(at);
      const auto zone = zone_offset(name);
      const bool upper =
          std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
      if (zone) {
        clock_.offset = *zone;
        clock_.zone_said = true;
      } else if (month_number(name) != 0 || is_weekday_name(name)) {
        return at;
      } else {
        clock_.zone_known = !(upper && name.size() >= 2);
        return clock_.zone_known ? at : end + 1;
      }
      ++end;
    }
    if (end < pieces_.size() && (pieces_[end].text == "+" || pieces_[end].text == "-") &&
        number_at(end + 1) && !pieces_[end + 1].spaced) {
      clock_.zone_said = true;
      const bool minus = pieces_[end].text == "-";
      const Piece& number = pieces_[end + 1];
      int hours = number.value;
      int minutes = 0;
      std::size_t after = end + 2;
      if (number.text.size() >= 3) {
        hours = number.value / 100;
        minutes = number.value % 100;
      } else if (mark_at(after, ":") && number_at(after + 1)) {
        minutes = pieces_[after + 1].value;
        after += 2;
      }
      if (number.text.size() <= 4 && hours <= 14 && minutes <= 59) {
        const auto shift = std::chrono::hours{hours} + std::chrono::minutes{minutes};
        clock_.offset += minus ? -shift : shift;
      } else {
        clock_.zone_known = false;
      }
      end = after;
    }
    return end;
  }

  // "America/Argentina/Buenos_Aires".
  std::size_t read_region(std::size_t at) {
    std::size_t end = at;
    do {
      clock_.region += pieces_[end].text;
      ++end;
    } while (end < pieces_.size() && !pieces_[end].spaced && !number_at(end));
    clock_.zone_said = true;
    return end;
  }

  // A region's offset, or that of the zone the caller supposes, is known once the day is.
  void settle_offset(Day day) {
    const std::string& region = clock_.zone_said ? clock_.region : supposed_;
    if (region.empty()) return;
    const auto offset = offset_of_wall_clock(region, Timestamp{day} + clock_.of_day);
    clock_.zone_known = offset.has_value();
    clock_.offset = offset.value_or(std::chrono::minutes{0});
  }

  // "2004-01-31", "2004/1/31", "2004-01", "20040131", "2004".
  bool find_iso_date() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!number_at(i)) continue;
      const Piece& piece = pieces_[i];
      if (piece.text.size() == 8 && piece.value > 19000000) {
        return set(piece.value / 10000, piece.value / 100 % 100, piece.value % 100);
      }
      if (piece.text.size() != 4) return false;
      if (i + 4 < pieces_.size() && number_at(i + 2) && number_at(i + 4) &&
          pieces_[i + 1].kind == PieceKind::mark && pieces_[i + 1].text == pieces_[i + 3].text) {
        return set(piece.value, pieces_[i + 2].value, pieces_[i + 4].value);
      }
      return false;
    }
    return false;
  }

  // "31 Jan 2004", "31. Januar 2004", "Jan 31, 2004", "31 de enero de 2004", "Thu Jan  1 2004".
  bool find_named_month() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].kind != PieceKind::word) continue;
      const int month = month_number(pieces_[i].text);
      if (month == 0) continue;
      const auto before = nearest_number(i, -1);
      const auto after = nearest_number(i, 1);
      const bool day_before =
          before && pieces_[*before].text.size() <= 2 && pieces_[*before].value != 0;
      if (day_before && after && is_year(*after)) {
        return set(pieces_[*after].value, month, pieces_[*before].value);
      }
      if (after && pieces_[*after].text.size() <= 2) {
        const auto year = nearest_number(*after, 1);
        if (year && pieces_[*year].text.size() == 4) {
          return set(pieces_[*year].value, month, pieces_[*after].value);
        }
      }
    }
    return false;
  }

  // "31.1.2004", "31/01/2004"; of "1/2/2004" nobody knows which is the month.
  bool find_numeric_date() {
    for (std::size_t i = 0; i + 4 < pieces_.size(); ++i) {
      if (!number_at(i) || !number_at(i + 2) || !number_at(i + 4)) continue;
      const std::string_view mark = pieces_[i + 1].text;
      if (pieces_[i + 3].text != mark || pieces_[i].text.size() > 2 ||
          pieces_[i + 4].text.size() % 2 != 0 || pieces_[i + 4].text.size() > 4) {
        continue;
      }
      const int first = pieces_[i].value;
      const int second = pieces_[i + 2].value;
      const int year = pieces_[i + 4].value;
      if (mark == "." || (first > 12 && second <= 12) || first == second) {
        return set(year, second, first);
      }
      if (mark == "/" && second > 12) return set(year, first, second);
    }
    return false;
  }

  [[nodiscard]] bool is_year(std::size_t at) const {
    return pieces_[at].text.size() == 4 || pieces_[at].text.size() == 2;
  }

  // The number nearest to a word, at most three pieces away ("31 de enero de 2004", "31st of
  // January").
  [[nodiscard]] std::optional<std::size_t> nearest_number(std::size_t from, int step) const {
    for (int distance = 1; distance <= 3; ++distance) {
      const auto at = static_cast<std::ptrdiff_t>(from) + std::ptrdiff_t{step} * distance;
      if (at < 0 || at >= static_cast<std::ptrdiff_t>(pieces_.size())) return std::nullopt;
      if (number_at(static_cast<std::size_t>(at))) return static_cast<std::size_t>(at);
    }
    return std::nullopt;
  }

  bool set(int year, int month, int day) {
    year_ = year;
    month_ = month;
    day_ = day;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  std::vector<Piece> pieces_;
  std::string supposed_;  ///< the region of times that name no zone; empty: UTC
  Clock clock_;
  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
};

}  // namespace

std::optional<Published> parse_feed_date(std::string_view text, std::string_view timezone) {
  if (text.size() > longest_date) return std::nullopt;
  return DateReader(text, timezone).read();
}

}  // namespace claimtrail
