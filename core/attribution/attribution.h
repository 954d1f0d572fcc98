#pragma once

#include <optional>
#include <vector>

#include "core/attribution/phrases.h"

namespace claimtrail {

/// A cue as found in a unit, before anything is known of its source and content.
struct Cue {
  enum class Form : std::uint8_t { finite, participle, infinitive, passive, noun, phrase, adverb };
  const CueEntry* entry = nullptr;
  Form form = Form::finite;
  ItemRange group;         ///< the cue's words, auxiliaries and adverbs included
  std::uint32_t head = 0;  ///< the verb, the noun, the first word of a phrase
  bool negated = false;
  bool modal = false;

  [[nodiscard]] bool is_verb() const {
    return form == Form::finite || form == Form::participle || form == Form::infinitive ||
           form == Form::passive;
  }
};

/// The cues of a unit from left to right, quotations left out.
[[nodiscard]] std::vector<Cue> find_cues(const Phrases& phrases, const Lexicon& lexicon);

/// One cue with its source and content, as items of one unit.
struct Attribution {
  std::uint32_t unit = 0;
  const CueEntry* entry = nullptr;
  Hedge hedge = Hedge::asserted;
  ItemRange cue;
  std::optional<ItemRange> source;
  std::optional<ItemRange> antecedent;  ///< what a relative pronoun as source stands for
  std::vector<ItemRange> content;
  std::vector<Span> continued;      ///< quotations of later units that go on with the content
  std::optional<ItemRange> medium;  ///< "told Reuters"
  std::optional<ItemRange> cited;   ///< "citing X", "quoted by X"
  bool cited_is_outer = false;      ///< "quoted by X": the citing one stands outside
  bool without_claimant = false;    ///< "reportedly", "it is said"
  bool negates_content = false;     ///< "does not believe that"
  bool inserted = false;   ///< ", according to police,": may stand inside another's content
  bool outermost = false;  ///< "P, according to X": X stands outside what P holds
  bool open = false;       ///< ends in ":" without content: the next quotation is it

  [[nodiscard]] ItemRange extent() const;
};

/// The attributions of one unit, in order of their cues. Linear in the unit.
[[nodiscard]] std::vector<Attribution> read_unit(const Phrases& phrases, const Lexicon& lexicon);

}  // namespace claimtrail
