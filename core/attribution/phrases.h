#pragma once

#include <optional>

#include "core/attribution/unit.h"

namespace claimtrail {

/// Phrases of one unit, found by tags. No search looks further than `widest_search` items, so that
/// a unit of any length costs linear time.
constexpr std::uint32_t widest_search = 120;

class Phrases {
 public:
  Phrases(const TokenizedText& text, const Unit& unit);

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(unit_.items.size());
  }
  [[nodiscard]] const Item& item(std::uint32_t i) const { return unit_.items[i]; }
  /// Tag::stop outside the unit.
  [[nodiscard]] Tag tag(std::uint32_t i) const { return i < size() ? item(i).tag : Tag::stop; }
  [[nodiscard]] std::string_view lower(std::uint32_t i) const {
    return i < size() ? lower_of(text_, item(i)) : std::string_view{};
  }
  [[nodiscard]] bool is(std::uint32_t i, Class kind) const {
    return i < size() && item(i).word != nullptr && item(i).word->is(kind);
  }
  [[nodiscard]] const Unit& unit() const { return unit_; }
  [[nodiscard]] const TokenizedText& text() const { return text_; }

  /// Nothing but closing marks follows.
  [[nodiscard]] bool at_end(std::uint32_t i) const { return i >= tail_; }
  /// A word that a noun phrase may hold.
  [[nodiscard]] bool nominal(std::uint32_t i) const;
  /// A word a noun phrase may begin with.
  [[nodiscard]] bool starts_noun_phrase(std::uint32_t i) const;
  [[nodiscard]] bool has_finite(std::uint32_t first, std::uint32_t last) const;
  /// A finite verb outside relative clauses.
  [[nodiscard]] bool has_main_finite(std::uint32_t first, std::uint32_t last) const;
  /// The place after the bracket that closes the one at `i`, within reach; `i` otherwise.
  [[nodiscard]] std::uint32_t bracket_end(std::uint32_t i) const;
  /// Any verb form, finite or not.
  [[nodiscard]] bool has_verb(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool has_noun(std::uint32_t first, std::uint32_t last) const;

  /// The end of a date ("on Saturday", "last week", "in late March") that starts at `i`; `i` if
  /// none does.
  [[nodiscard]] std::uint32_t date_end(std::uint32_t i) const;
  /// The start of a date that ends before `end`; `end` if none does.
  [[nodiscard]] std::uint32_t date_start(std::uint32_t end, std::uint32_t least) const;
  /// The end of the noun phrase that starts at `i`, with its "of", "for", "at" phrases.
  [[nodiscard]] std::uint32_t noun_phrase_end(std::uint32_t i) const;
  /// The same with an apposition: "Roe, the mayor of Derna,".
  [[nodiscard]] std::uint32_t apposed_end(std::uint32_t i) const;
  /// The end of what is told of a speaker named after the verb, from the end of the name on:
  /// ", a lawyer who worked for the city", "who was there".
  [[nodiscard]] std::uint32_t described_end(std::uint32_t i) const;
  /// The end of a prepositional phrase whose noun is an occasion of speaking ("in a statement");
  /// `i` if none starts there.
  [[nodiscard]] std::uint32_t occasion_end(std::uint32_t i) const;

  /// The first item that hangs on `head` by this relation; nothing in a unit that is not parsed.
  [[nodiscard]] std::optional<std::uint32_t> dependent(std::uint32_t head, Relation relation) const;

  struct Subject {
    ItemRange range;             ///< the noun phrase
    std::uint32_t head = 0;      ///< its head, where the tree tells it
    std::uint32_t boundary = 0;  ///< first item of the clause it was found in
    bool relative = false;       ///< "who": `antecedent` is what it stands for
    ItemRange antecedent;
  };
  /// The subject before a verb as the dependency tree has it.
  [[nodiscard]] std::optional<Subject> tree_subject(std::uint32_t verb) const;
  /// Without the punctuation and conjunctions at both ends.
  [[nodiscard]] ItemRange trimmed(ItemRange range) const;
  /// The subject of the verb group that starts at `verb`, looking left to `least`.
  [[nodiscard]] std::optional<Subject> subject_before(std::uint32_t verb,
                                                      std::uint32_t least) const;

 private:
  [[nodiscard]] std::optional<Subject> subject_by_order(std::uint32_t verb,
                                                        std::uint32_t least) const;
  /// The main verb of the group that starts at `first`.
  [[nodiscard]] std::uint32_t verb_from(std::uint32_t first) const;
  [[nodiscard]] std::uint32_t clause_left(std::uint32_t verb, std::uint32_t least,
                                          bool apposed) const;
  [[nodiscard]] std::optional<ItemRange> trimmed_noun_phrase(std::uint32_t first,
                                                             std::uint32_t last) const;
  [[nodiscard]] bool adverbial(std::uint32_t first, std::uint32_t last) const;

  const TokenizedText& text_;
  const Unit& unit_;
  std::uint32_t tail_ = 0;  ///< from here on only closing marks stand
};

}  // namespace claimtrail
