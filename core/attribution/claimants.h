#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "core/attribution/chain_hops.h"
#include "core/attribution/entities.h"
#include "core/model/settings.h"

namespace claimtrail {

/// The id of a claimant with this name: the same on every machine and in every report.
[[nodiscard]] std::string claimant_id(std::string_view name);

/// Turns the noun phrases of one text's hops into claimants. Hops must be asked for in text order:
/// pronouns and short forms go to what was mentioned before. What is not sure stays unresolved.
class Claimants {
 public:
  Claimants(const TokenizedText& text, const std::vector<Unit>& units,
            const std::vector<ClaimantSettings>& known);

  /// The claimants of a hop of unit `unit`; none for an unresolved pronoun.
  [[nodiscard]] std::vector<Claimant> resolve(std::uint32_t unit, const HopDraft& hop);

 private:
  struct Source {
    std::uint32_t unit = 0;
    std::uint32_t at = 0;
    std::vector<Claimant> claimants;
    bool plural = false;
  };
  struct Organization {
    std::vector<std::string> words;
    Claimant claimant;
  };

  [[nodiscard]] std::vector<Claimant> read(const Phrases& phrases, ItemRange range);
  [[nodiscard]] std::vector<Claimant> pronoun(const Phrases& phrases, std::uint32_t unit,
                                              std::uint32_t item) const;
  [[nodiscard]] std::vector<Claimant> person_before(std::uint32_t unit, std::uint32_t at,
                                                    Gender gender) const;
  [[nodiscard]] Claimant one(const Phrases& phrases, ItemRange range);
  [[nodiscard]] std::optional<Claimant> person(const Phrases& phrases, ItemRange main,
                                               std::uint32_t head_end) const;
  [[nodiscard]] Claimant organization(Claimant claimant);
  [[nodiscard]] Claimant named(std::string name, ClaimantKind kind) const;
  [[nodiscard]] std::string words_of(const Phrases& phrases, ItemRange range) const;

  const TokenizedText& text_;
  const std::vector<Unit>& units_;
  Entities entities_;
  std::unordered_map<std::string, const ClaimantSettings*> aliases_;
  std::deque<Source> sources_;  ///< the latest, newest last
  std::vector<Organization> organizations_;
};

}  // namespace claimtrail
