#pragma once

#include <optional>
#include <vector>

#include "core/attribution/attribution.h"

namespace claimtrail {

/// Where a cue's content lies.
enum class Side : std::uint8_t { right, left, both };

struct Placement {
  Attribution attribution;
  Cue cue;
  Side side = Side::right;
  std::uint32_t right_start = 0;
  bool one_clause = false;  ///< "the claim that P angered Roe": a second verb ends P
  bool one_phrase = false;  ///< the content is a noun phrase: a verb beside "and" ends it
  ItemRange left;           ///< content before the cue
  ItemRange island;         ///< the words of an inserted or trailing cue, with the comma before it
  std::uint32_t boundary = 0;  ///< where the cue's own clause begins
  bool own_subject = false;
};

/// What follows a verb and its addressee.
struct After {
  enum class Kind : std::uint8_t {
    end,
    that,
    quote,
    colon,
    comma,
    conjunction,
    subordinator,
    clause,
    preposition,
    infinitive,
    other
  };
  Kind kind = Kind::end;
  std::uint32_t at = 0;  ///< first item of what follows
  std::optional<ItemRange> medium;
};

/// The cues of a unit with their sources, and where their contents lie.
struct Placements {
  std::vector<Placement> cues;
  std::vector<ItemRange> islands;  ///< inserted words that belong to no content: "citing police"
};

/// Finds source and side of every cue. What belongs to no claim (silence, a condition) is left out.
[[nodiscard]] Placements place_cues(const Phrases& phrases, const Lexicon& lexicon);

/// Gives every placement its content: from where it starts to where another speaks, a trailing
/// participle begins or the sentence ends, inserted cues left out.
void fill_contents(const Phrases& phrases, Placements& placements);

}  // namespace claimtrail
