#include "core/trail/claimant_merges.h"

#include <algorithm>
#include <set>

#include "core/model/standing_reviews.h"

namespace claimtrail {

ClaimantMerges::ClaimantMerges(const std::vector<Review>& reviews) {
  for (const Review* review : standing(reviews)) {
    const bool about = review->subject_kind == "claimant" &&
                       (review->action == "merge" || review->action == "apart");
    if (!about) continue;
    decided_[review->subject].push_back(review->after);
    if (review->action == "merge") {
      into_[review->subject] = review->after;
    } else if (const auto merged = into_.find(review->subject);
               merged != into_.end() && merged->second == review->after) {
      into_.erase(merged);
    }
  }
}

std::string ClaimantMerges::counts_as(const std::string& id) const {
  std::string at = id;
  for (std::size_t step = 0; step < into_.size(); ++step) {
    const auto next = into_.find(at);
    if (next == into_.end()) return at;
    at = next->second;
  }
  return into_.contains(at) ? id : at;  // a circle merges nothing
}

bool ClaimantMerges::decided(const std::string& a, const std::string& b) const {
  const auto holds = [this](const std::string& one, const std::string& other) {
    const auto found = decided_.find(one);
    return found != decided_.end() &&
           std::find(found->second.begin(), found->second.end(), other) != found->second.end();
  };
  return holds(a, b) || holds(b, a) || counts_as(a) == counts_as(b);
}

std::vector<std::string> ClaimantMerges::targets() const {
  std::set<std::string> ids;
  for (const auto& [variant, into] : into_) ids.insert(counts_as(variant));
  return {ids.begin(), ids.end()};
}

void ClaimantMerges::apply(std::vector<StoredClaim>& claims, const ClaimantsById& named) const {
  if (into_.empty()) return;
  for (StoredClaim& stored : claims) {
    for (Hop& hop : stored.claim.attribution) {
      std::vector<Claimant> merged;
      for (const Claimant& claimant : hop.claimants) {
        const auto target = named.find(counts_as(claimant.id));
        const bool stays = target == named.end() || target->first == claimant.id;
        const Claimant& counted = stays ? claimant : target->second;
        const bool twice = std::any_of(merged.begin(), merged.end(), [&](const Claimant& other) {
          return other.id == counted.id;
        });
        if (!twice) merged.push_back(counted);
      }
      hop.claimants = std::move(merged);
    }
  }
}

ClaimantsById claimants_named(const std::vector<StoredClaim>& claims) {
  ClaimantsById known;
  for (const StoredClaim& stored : claims) {
    for (const Hop& hop : stored.claim.attribution) {
      for (const Claimant& claimant : hop.claimants) known.emplace(claimant.id, claimant);
    }
  }
  return known;
}

}  // namespace claimtrail
