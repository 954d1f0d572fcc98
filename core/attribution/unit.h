#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/attribution/language.h"
#include "core/model/claim.h"
#include "core/model/document.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// The part a word plays, as far as word lists, endings and neighbours tell.
enum class Tag : std::uint8_t {
  noun,  ///< also adjectives that no list knows
  proper,
  adjective,  ///< a participle that stands before a noun
  determiner,
  possessive,
  possessive_mark,  ///< 's
  pronoun,
  number,
  preposition,
  conjunction,
  subordinator,
  relative,
  to,
  modal,
  be,
  have,
  do_,
  verb_finite,
  verb_base,
  verb_participle,
  verb_ing,
  adverb,
  negation,
  comma,
  colon,
  semicolon,
  dash,
  hyphen,
  stop,
  bracket,
  mark,   ///< of a quotation too short to be speech
  quote,  ///< a whole quotation
  other
};

/// A range [first, last) of the items of one unit.
struct ItemRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] bool empty() const { return first >= last; }
  friend bool operator==(const ItemRange&, const ItemRange&) = default;
};

/// A token, or a whole quotation taken as one.
struct Item {
  Tag tag = Tag::other;
  bool finite = false;      ///< a verb form that makes a clause
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  std::int32_t quotation = -1;
  const WordEntry* word = nullptr;
  // What the parser says; only in a parsed unit.
  PartOfSpeech speech = PartOfSpeech::nn;
  Relation relation = Relation::dep;
  std::int32_t head = -1;  ///< an item of the unit; -1 for a root
  ItemRange yield;         ///< from the first to the last item that hangs on it, itself included
};

/// A sentence in which quotations count as one word: sentence ends inside a quotation do not end
/// it.
struct Unit {
  BlockKind block = BlockKind::body;
  std::uint32_t paragraph = 0;
  std::vector<Item> items;
  bool question = false;    ///< ends in "?" outside quotations
  bool title_case = false;  ///< most words are capitalised, so capitals say nothing
  /// The agency in a dateline before the sentence: "DERNA (Reuters) - ". The dateline itself is not
  /// among the items.
  std::optional<Span> credit;
  bool starts_paragraph = false;
  bool ends_paragraph = false;
  bool parsed = false;  ///< items know their heads
};

/// The units of a text, in text order. Linear.
[[nodiscard]] std::vector<Unit> make_units(const Document& document, const TokenizedText& text,
                                           const Language& language);

/// The bytes from the first token of the range to its last.
[[nodiscard]] Span span_of(const TokenizedText& text, const Unit& unit, ItemRange range);
[[nodiscard]] std::string_view lower_of(const TokenizedText& text, const Item& item);

}  // namespace claimtrail
