#include "core/model/standing_reviews.h"

#include <set>
#include <string_view>

namespace claimtrail {

std::vector<const Review*> standing(const std::vector<Review>& reviews) {
  std::set<std::string_view> undone;
  for (const Review& review : reviews) {
    if (!review.undoes.empty()) undone.insert(review.undoes);
  }
  std::vector<const Review*> standing;
  for (const Review& review : reviews) {
    if (review.undoes.empty() && !undone.contains(review.id)) standing.push_back(&review);
  }
  return standing;
}

}  // namespace claimtrail
