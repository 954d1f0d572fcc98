#pragma once

#include <cstddef>
#include <optional>

#include "core/quantity/read_number.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// The sentence a number stands in, as tokens [begin, end).
struct SentenceView {
  const TokenizedText& text;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t floor = 0;    ///< token after the figure before: nothing looks back beyond it
  bool title_case = false;  ///< a headline in capitals: capitals mean nothing there

  [[nodiscard]] std::string_view lower(std::size_t at) const {
    return at >= begin && at < end ? std::string_view(text.lower[at]) : std::string_view{};
  }
  [[nodiscard]] std::uint32_t start_of(std::size_t at) const { return text.tokens[at].span.start; }
  [[nodiscard]] bool glued(std::size_t at) const {
    return at > begin && at < end && !text.tokens[at].space_before;
  }
  [[nodiscard]] bool is_number(std::size_t at) const {
    return at >= begin && at < end && text.tokens[at].kind == TokenKind::number;
  }
  [[nodiscard]] bool is_word(std::size_t at) const {
    return at >= begin && at < end && text.tokens[at].kind == TokenKind::word;
  }
  [[nodiscard]] bool capitalised(std::size_t at) const {
    return at >= begin && at < end && text.tokens[at].capitalised;
  }
};

/// Whether a token looks like part of a name: a capital first, or inside ("iPhone").
[[nodiscard]] bool name_like(const SentenceView& sentence, std::size_t at);

/// Whether most longer words of the tokens [begin, end) are capitalised.
[[nodiscard]] bool in_title_case(const TokenizedText& text, std::size_t begin, std::size_t end);

/// Where digits are part of a date, a clock time, an address on the web, a telephone or serial
/// number
/// ("2024-05-01", "9/11", "10:45", "19 January"): the token after it. Nothing where they are not.
[[nodiscard]] std::optional<std::size_t> past_date_or_serial(const SentenceView& sentence,
                                                             std::size_t at);

/// Eight numbers or more in a row with nothing but punctuation between them are a table, a serial
/// or a noise, and count nothing: the token after the row that starts at `at`. Nothing where none
/// does.
[[nodiscard]] std::optional<std::size_t> past_row_of_numbers(const SentenceView& sentence,
                                                             std::size_t at);

/// What stands around a number, for telling names from amounts.
struct NumberSetting {
  bool money = false;      ///< a currency before it
  bool unit = false;       ///< a unit after it
  bool plural = false;     ///< a counted noun after it
  bool person = false;     ///< the noun means people
  bool one_thing = false;  ///< a singular noun it is part of: "the 1828 presidential race"
  bool modified = false;   ///< "over", "about", …
};

/// True for years, and for numbers that belong to a name, a place or a serial: "Boeing 737",
/// "Section 230", "COVID-19", "Group of Seven", "12 Main Street".
[[nodiscard]] bool is_year(const SentenceView& sentence, const Number& number,
                           const NumberSetting& setting);
[[nodiscard]] bool is_name(const SentenceView& sentence, const Number& number,
                           const NumberSetting& setting);

/// "one" that counts nothing: "one of the best", "no one", "one day", "one another".
[[nodiscard]] bool is_pronoun_one(const SentenceView& sentence, const Number& number);

}  // namespace claimtrail
