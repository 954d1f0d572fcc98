#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/model/settings.h"
#include "core/store/store.h"
#include "core/trail/claimant_merges.h"
#include "core/trail/evidence.h"

namespace claimtrail {

/// Reads from the store what rules judge and reports tell. Throws StoreError. The store must stay
/// as it is between making a gatherer and asking it, and outlive the evidence, which reads texts
/// from it when they are asked for.
class Gatherer {
 public:
  Gatherer(const Store& store, const DeskSettings& desk);

  [[nodiscard]] Evidence everything() const;
  /// Evidence in which these circles are whole. `claims` are at least those of the circles, as
  /// `Store::claims_in` gives them; whatever else bears on them is added. `known` are reports as an
  /// earlier part gave them, whole in neither.
  [[nodiscard]] Evidence part(std::vector<StoredClaim> claims, const std::vector<Circle>& circles,
                              std::vector<ReportEvidence> known = {}) const;
  /// Who was said to be one: by id of the one they count as.
  [[nodiscard]] const ClaimantsById& merged_into() const { return merged_into_; }
  [[nodiscard]] const ClaimantMerges& merges() const { return merges_; }

 private:
  class PartReader;

  [[nodiscard]] Evidence judged(EvidenceInput input,
                                const std::vector<std::string>& with_history) const;

  const Store& store_;
  const DeskSettings& desk_;
  std::shared_ptr<ReportTexts> texts_;
  ClaimantMerges merges_;
  ClaimantsById merged_into_;
};

/// Everything; the store must outlive it.
[[nodiscard]] Evidence gather(const Store& store, const DeskSettings& desk);

/// The revisions of one report as the present extractor read them, oldest first; those it has not
/// read are left out. Throws StoreError.
[[nodiscard]] std::vector<RevisionReading> history_of(const Store& store,
                                                      const std::string& report);

}  // namespace claimtrail
