#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "core/attribution/chain_hops.h"
#include "core/attribution/entities.h"
#include "core/attribution/name_table.h"
#include "core/attribution/noun_phrase.h"
#include "core/attribution/organizations.h"
#include "core/model/settings.h"

namespace claimtrail {

/// Organisations, outlets and documents: "it".
[[nodiscard]] inline bool is_thing(ClaimantKind kind) {
  return kind == ClaimantKind::organization || kind == ClaimantKind::outlet ||
         kind == ClaimantKind::document;
}

/// Turns the noun phrases of one text's hops into claimants. Hops must be asked for in text order:
/// pronouns go to who was mentioned before. What is not sure stays apart: a pronoun without
/// claimant, a short form under the words it was written with.
class Claimants {
 public:
  Claimants(const TokenizedText& text, const std::vector<Unit>& units,
            const std::vector<ClaimantSettings>& known);

  /// The claimants of a hop of unit `unit`; none for an unresolved pronoun.
  [[nodiscard]] std::vector<Claimant> resolve(std::uint32_t unit, const HopDraft& hop);
  /// An outlet that is credited by name.
  [[nodiscard]] Claimant outlet(std::string name) const {
    return named(std::move(name), ClaimantKind::outlet);
  }

 private:
  struct Source {
    std::uint32_t unit = 0;
    std::uint32_t at = 0;
    std::vector<Claimant> claimants;
    bool plural = false;
    Gender gender = Gender::unknown;
  };
  /// What a bare "the agency" was taken for, and where last.
  struct Meant {
    Claimant claimant;
    std::uint32_t unit = 0;
  };

  [[nodiscard]] std::vector<Claimant> read(const Phrases& phrases, ItemRange range);
  [[nodiscard]] std::vector<Claimant> pronoun(const Phrases& phrases, std::uint32_t unit,
                                              std::uint32_t item) const;
  [[nodiscard]] std::vector<Claimant> person_before(std::uint32_t unit, std::uint32_t at,
                                                    Gender gender) const;
  [[nodiscard]] Claimant one(const Phrases& phrases, ItemRange range);
  [[nodiscard]] std::optional<Claimant> person(const Phrases& phrases, ItemRange main,
                                               std::uint32_t head) const;
  /// "a statement by the ministry", "the ministry's statement": whose it is.
  [[nodiscard]] std::optional<ItemRange> speaker_of(const Phrases& phrases,
                                                    const NounPhrase& noun) const;
  /// "his lawyer" is "Ann Roe's lawyer" where it is known whose.
  [[nodiscard]] std::string owned_words(const Phrases& phrases, const NounPhrase& noun) const;
  [[nodiscard]] Claimant organization(const Phrases& phrases, const NounPhrase& noun,
                                      ClaimantKind kind);
  [[nodiscard]] Claimant role(const Phrases& phrases, const NounPhrase& noun) const;
  /// A claimant by name: the desk's own name for it where the name is an alias.
  [[nodiscard]] Claimant named(std::string name, ClaimantKind kind) const;
  [[nodiscard]] static Claimant as_written(std::string name, ClaimantKind kind);
  [[nodiscard]] const ClaimantSettings* known_as(std::string_view name) const;
  [[nodiscard]] std::uint32_t unit_of(const Phrases& phrases) const {
    return static_cast<std::uint32_t>(&phrases.unit() - units_.data());
  }
  [[nodiscard]] std::uint32_t byte_of(const Phrases& phrases, std::uint32_t item) const {
    return text_.tokens[phrases.item(item).first].span.start;
  }

  const TokenizedText& text_;
  const std::vector<Unit>& units_;
  Entities entities_;
  Organizations organizations_;
  std::unordered_map<std::string, const ClaimantSettings*> aliases_;  ///< by NameTable::key
  std::deque<Source> sources_;                                        ///< the latest, newest last
  std::unordered_map<std::string, Meant> meant_;                      ///< by folded noun
  std::string only_organization_;  ///< that spoke so far; empty: none or several
  bool spoke_ = false;             ///< an organisation
};

}  // namespace claimtrail
