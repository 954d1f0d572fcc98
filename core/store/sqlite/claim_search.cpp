#include "core/store/sqlite/claim_search.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/text/utf8.h"

namespace claimtrail::sqlite {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};
// Blocks of the Unicode standard that hold punctuation and symbols, no letters or digits.
constexpr std::array<Range, 6> kWordless{{{0x2000, 0x206F},
                                          {0x20A0, 0x20CF},
                                          {0x2190, 0x245F},
                                          {0x2500, 0x2BFF},
                                          {0x3000, 0x3004},
                                          {0xFFFD, 0xFFFD}}};

bool letter_or_digit(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA || c == 0xB2 || c == 0xB3 || c == 0xB9;
  if (c == 0xD7 || c == 0xF7) return false;
  return std::none_of(kWordless.begin(), kWordless.end(),
                      [c](Range range) { return range.first <= c && c <= range.last; });
}

// FTS5 takes a phrase without any word as one that never occurs.
bool has_word(std::string_view term) {
  for (std::size_t at = 0; at < term.size();) {
    const CodePoint point = code_point_at(term, at);
    if (letter_or_digit(point.value)) return true;
    at += std::max<std::uint32_t>(point.length, 1);
  }
  return false;
}

constexpr std::string_view kBlanks = " \t\n\r\f\v";

void add_words(std::string_view text, std::vector<std::string_view>& terms) {
  while (true) {
    const std::size_t start = text.find_first_not_of(kBlanks);
    if (start == std::string_view::npos) return;
    text.remove_prefix(start);
    const std::size_t end = std::min(text.find_first_of(kBlanks), text.size());
    terms.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

}  // namespace

void ClaimSearch::add(std::int64_t claim_row, const std::string& words) {
  connection_.query("INSERT INTO claim_words(rowid, words) VALUES(?, ?)")
      .bind(claim_row)
      .bind_borrowed_text(words)
      .run();
}

void ClaimSearch::remove(std::int64_t claim_row, const std::string& words) {
  connection_.query("INSERT INTO claim_words(claim_words, rowid, words) VALUES('delete', ?, ?)")
      .bind(claim_row)
      .bind_borrowed_text(words)
      .run();
}

std::string ClaimSearch::expression(std::string_view typed) {
  std::string text(typed);
  std::replace(text.begin(), text.end(), '\0', ' ');
  std::vector<std::string_view> terms;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t open = rest.find('"');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('"', open + 1);
    if (close == std::string_view::npos) {
      add_words(rest.substr(0, open), terms);
      if (open != std::string_view::npos) add_words(rest.substr(open + 1), terms);
      break;
    }
    add_words(rest.substr(0, open), terms);
    terms.push_back(rest.substr(open + 1, close - open - 1));
    rest.remove_prefix(close + 1);
  }

  std::string expression;
  for (const std::string_view term : terms) {
    if (!has_word(term)) continue;
    if (!expression.empty()) expression += " AND ";
    expression += '"';
    expression += term;
    expression += '"';
  }
  return expression;
}

}  // namespace claimtrail::sqlite
