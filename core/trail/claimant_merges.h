#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/review.h"
#include "core/store/store.h"

namespace claimtrail {

using ClaimantsById = std::map<std::string, Claimant>;

/// The claimants that claims name, each by the first name it is given there.
[[nodiscard]] ClaimantsById claimants_named(const std::vector<StoredClaim>& claims);

/// Which claimants people said are one. Built from reviews about claimants: the subject is the id
/// of the claimant that goes into another, the action "merge", `after` the other's id; "apart" says
/// that the two are not one. A review that was taken back counts no more.
class ClaimantMerges {
 public:
  explicit ClaimantMerges(const std::vector<Review>& reviews);

  [[nodiscard]] bool empty() const { return into_.empty(); }
  /// The id a claimant counts as, through every merge; its own where it was merged into none.
  [[nodiscard]] std::string counts_as(const std::string& id) const;
  /// Whether a person decided about these two, either way and in either order.
  [[nodiscard]] bool decided(const std::string& a, const std::string& b) const;
  /// Ids that others were merged into.
  [[nodiscard]] std::vector<std::string> targets() const;
  /// Puts for every merged claimant the one it counts as, by id. One that is not `named`, because
  /// no claim names it any more, merges nothing.
  void apply(std::vector<StoredClaim>& claims, const ClaimantsById& named) const;

 private:
  std::map<std::string, std::string> into_;
  std::map<std::string, std::vector<std::string>> decided_;
};

}  // namespace claimtrail
