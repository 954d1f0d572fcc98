#include <stdexcept>

#include <gmock/gmock.h>

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Review make_review(const std::string& id, int seconds, const std::string& subject) {
  Review review;
  review.id = id;
  review.at = at(seconds);
  review.by = "kim";
  review.subject_kind = "flag";
  review.subject = subject;
  review.action = "explain";
  review.code = "as_of_differs";
  review.reason = "Zwei Stichtage — “siehe oben”";
  review.before = "open";
  review.after = "explained";
  review.undoes = "earlier";
  return review;
}

std::vector<std::string> review_ids(const std::vector<Review>& reviews) {
  std::vector<std::string> found;
  for (const Review& review : reviews) found.push_back(review.id);
  return found;
}

TEST_P(StoreContract, ReviewKeepsEveryField) {
  store().add_review(make_review("d1", 5, "f1"));
  reopen();
  const auto reviews = store().reviews();
  ASSERT_EQ(reviews.size(), 1U);
  const Review& review = reviews.front();
  EXPECT_EQ(review.id, "d1");
  EXPECT_EQ(review.at, at(5));
  EXPECT_EQ(review.by, "kim");
  EXPECT_EQ(review.subject_kind, "flag");
  EXPECT_EQ(review.subject, "f1");
  EXPECT_EQ(review.action, "explain");
  EXPECT_EQ(review.code, "as_of_differs");
  EXPECT_EQ(review.reason, "Zwei Stichtage — “siehe oben”");
  EXPECT_EQ(review.before, "open");
  EXPECT_EQ(review.after, "explained");
  EXPECT_EQ(review.undoes, "earlier");
}

TEST_P(StoreContract, ReviewsComeByTimeThenIdAndBySubject) {
  store().add_review(make_review("z", 1, "f1"));
  store().add_review(make_review("b", 9, "f2"));
  store().add_review(make_review("a", 9, "f1"));
  Review claim = make_review("c", 4, "f1");
  claim.subject_kind = "claim";
  store().add_review(claim);
  EXPECT_THAT(review_ids(store().reviews()), ElementsAre("z", "c", "a", "b"));
  EXPECT_THAT(review_ids(store().reviews_of("flag", "f1")), ElementsAre("z", "a"));
  EXPECT_THAT(review_ids(store().reviews_of("claim", "f1")), ElementsAre("c"));
  EXPECT_THAT(review_ids(store().reviews_of("flag", "none")), IsEmpty());
}

TEST_P(StoreContract, ReviewsAreNeverChanged) {
  const Review review = make_review("d1", 5, "f1");
  store().add_review(review);
  EXPECT_NO_THROW(store().add_review(review));
  Review changed = review;
  changed.reason = "another";
  EXPECT_THROW(store().add_review(changed), std::invalid_argument);
  ASSERT_EQ(store().reviews().size(), 1U);
  EXPECT_EQ(store().reviews().front().reason, review.reason);
}

}  // namespace
}  // namespace claimtrail
