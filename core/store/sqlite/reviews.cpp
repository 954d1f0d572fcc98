#include "core/store/sqlite/reviews.h"

#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

namespace claimtrail::sqlite {
namespace {

#define CLAIMTRAIL_REVIEW_COLUMNS \
  "id, at, by, subject_kind, subject, action, code, reason, before, after, undoes"

auto fields(const Review& review) {
  return std::tie(review.id, review.at, review.by, review.subject_kind, review.subject,
                  review.action, review.code, review.reason, review.before, review.after,
                  review.undoes);
}

std::vector<Review> read_all(Query& query) {
  std::vector<Review> reviews;
  while (query.step()) {
    Review review;
    review.id = query.text();
    review.at = query.time();
    review.by = query.text();
    review.subject_kind = query.text();
    review.subject = query.text();
    review.action = query.text();
    review.code = query.text();
    review.reason = query.text();
    review.before = query.text();
    review.after = query.text();
    review.undoes = query.text();
    reviews.push_back(std::move(review));
  }
  return reviews;
}

}  // namespace

void add_review(Connection& connection, const Review& review) {
  Query insert = connection.query("INSERT INTO reviews(" CLAIMTRAIL_REVIEW_COLUMNS
                                  ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                  "ON CONFLICT(id) DO NOTHING");
  const int added =
      std::apply([&](const auto&... field) { return insert.bind(field...).run(); }, fields(review));
  if (added == 1) return;
  Query query = connection.query("SELECT " CLAIMTRAIL_REVIEW_COLUMNS " FROM reviews WHERE id = ?");
  query.bind(review.id);
  const std::vector<Review> stored = read_all(query);
  if (stored.empty() || fields(stored.front()) != fields(review)) {
    throw std::invalid_argument(
        fmt::format("the review '{}' is stored already and reviews are never changed", review.id));
  }
}

std::vector<Review> all_reviews(Connection& connection) {
  Query query =
      connection.query("SELECT " CLAIMTRAIL_REVIEW_COLUMNS " FROM reviews ORDER BY at, id");
  return read_all(query);
}

std::vector<Review> reviews_of(Connection& connection, const std::string& subject_kind,
                               const std::string& subject) {
  Query query = connection.query("SELECT " CLAIMTRAIL_REVIEW_COLUMNS
                                 " FROM reviews WHERE subject_kind = ? AND subject = ? "
                                 "ORDER BY at, id");
  query.bind(subject_kind, subject);
  return read_all(query);
}

}  // namespace claimtrail::sqlite
