#pragma once

#include "core/attribution/what_follows.h"

namespace claimtrail {

/// Places the cues of one unit from left to right; what came before helps to read what comes next.
class CuePlacer {
 public:
  CuePlacer(const Phrases& phrases, const Lexicon& lexicon)
      : p_(phrases), lexicon_(lexicon), follows_(phrases) {}

  [[nodiscard]] Placements run();

 private:
  using Kind = After::Kind;

  void place(const Cue& cue);
  [[nodiscard]] static Placement placement_of(const Cue& cue);

  // place_verb.cpp
  void place_verb(const Cue& cue);
  void place_neither_nor(const Cue& cue, std::uint32_t start);
  // "…," said Roe, the mayor.
  bool place_inverted(const Cue& cue);
  // Speech of others within reach on the left: what "X said" can close.
  [[nodiscard]] bool content_before(std::uint32_t subject) const;
  // A name rather than speech: "on the podcast “Here It Is.”"
  [[nodiscard]] bool short_quote(std::uint32_t i) const;
  // "which Roe said was closed"
  [[nodiscard]] bool relative_object(std::uint32_t subject, std::uint32_t next) const;
  [[nodiscard]] bool speech_before(std::uint32_t subject) const;
  // "As Roe reported,": the clause itself is no content.
  [[nodiscard]] bool opens_with_as(std::uint32_t subject) const;
  // The words before the subject and those after the comma make one clause.
  [[nodiscard]] bool goes_round(std::uint32_t subject, std::uint32_t comma) const;
  [[nodiscard]] ItemRange left_of(std::uint32_t end, bool whole) const;
  // Speech, or a clause of its own: not "In a statement,", "Asked about it,", "When it broke,".
  [[nodiscard]] bool is_content(ItemRange left, const After& next) const;
  [[nodiscard]] bool clause_behind_comma(ItemRange range) const;
  [[nodiscard]] std::uint32_t island_end(std::uint32_t i) const;
  // "did not say", "would not say", "never claimed": nothing was claimed.
  [[nodiscard]] bool affirmed(const Cue& cue) const;
  // "neither confirmed nor denied", "could not confirm or deny".
  [[nodiscard]] std::optional<std::uint32_t> neither_nor(const Cue& cue) const;
  void adjust_hedge(const Cue& cue, Attribution& attribution) const;
  [[nodiscard]] bool speaks_by_infinitive(const Cue& cue, const After& next) const;
  [[nodiscard]] bool takes_clause(const CueEntry& entry, const Cue& cue,
                                  const Attribution& attribution) const;
  // "The poll showed": a weak cue is enough for what is there to be read.
  [[nodiscard]] bool document_speaks(const Cue& cue, const Attribution& attribution) const;
  [[nodiscard]] bool takes_preposition(const CueEntry& entry, std::uint32_t i) const;
  // "announced a ceasefire and left": the first verb comes only after "and".
  [[nodiscard]] bool noun_phrase_content(const CueEntry& entry, std::uint32_t i) const;
  [[nodiscard]] bool clause_content(const Cue& cue, const Attribution& attribution,
                                    const After& next) const;
  void set_left(Placement& placement, std::uint32_t end);
  // "The bridge, Roe said, had held": content on both sides, unless what follows is a phrase about
  // the saying.
  void set_both(Placement& placement, const After& next);

  // find_source.cpp
  // A participle, an infinitive or a second verb speaks for the subject of its sentence.
  bool share_source(const Cue& cue, Attribution& attribution) const;
  // "X said that Y promised P and said Q": the second verb is X's. The latest placement that opens
  // its own clause speaks.
  [[nodiscard]] const Placement* coordinated_with(const Cue& cue) const;
  // "voters saying they want P": not the subject's, but those right before it.
  [[nodiscard]] std::optional<ItemRange> attached(const Cue& cue) const;
  // A participle without a comma inside a content has its subject there.
  [[nodiscard]] bool nested(const Placement& placement, const Cue& cue) const;
  // "what he called P" and "he said he believed P" are words of the content around them.
  [[nodiscard]] bool absorbed(const Phrases::Subject& subject, const Cue& cue) const;
  [[nodiscard]] bool conditional(std::uint32_t boundary) const;
  // "The agency, citing police, said", "Roe, quoted by Reuters, said".
  void take_inserted_source(Attribution& attribution);
  [[nodiscard]] std::optional<ItemRange> possessor(std::uint32_t noun) const;
  // "made the claim that", "issued a statement that": the subject's.
  [[nodiscard]] bool light_verb_before(std::uint32_t noun) const;

  // place_phrase.cpp
  void place_passive(const Cue& cue);
  // "was quoted as saying P", "was quoted by Y as saying P"
  void place_quoted(const Cue& cue, const std::optional<Phrases::Subject>& subject);
  // "Y quoted X as saying P"
  bool place_quoting(const Cue& cue);
  void place_phrase(const Cue& cue);
  // "Roe praised the dam, according to police": what police say is that she did.
  void drop_positions(ItemRange content);
  // "Y said, citing X": X is nearest the claim.
  void cite(const Cue& cue, ItemRange source, std::uint32_t end);
  void place_adverb(const Cue& cue);
  void place_noun(const Cue& cue);
  // Headlines: "Kyiv: dam held", "Dam held: ministry".
  void place_colon();
  // "In a poll of 800 voters, half …", "By one estimate, …"
  void place_survey();
  // A turn of a transcript, "ROE: P": speech like that between quotation marks, so that no other
  // cue in it is read.
  [[nodiscard]] bool place_turn();
  // Short, without a verb, and somebody who can speak.
  [[nodiscard]] bool speaker(ItemRange range) const;

  const Phrases& p_;
  const Lexicon& lexicon_;
  WhatFollows follows_;
  std::vector<Placement> placements_;
  std::vector<ItemRange> islands_;
  std::optional<ItemRange> pending_citation_;  ///< "citing X" before any verb
  std::uint32_t pending_cue_ = 0;              ///< words of the phrase itself
};

}  // namespace claimtrail
