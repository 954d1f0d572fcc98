#include "cli/review/record.h"

#include <fmt/format.h>

#include "core/model/digest.h"

namespace claimtrail {
namespace {

struct Refused {
  Diagnostic problem;
};

}  // namespace

void record(Store& store, Review& review) {
  const std::size_t earlier = store.reviews_of(review.subject_kind, review.subject).size();
  review.id =
      fmt::format("{:04}-{}", earlier,
                  content_id({review.subject_kind, review.subject, format_timestamp(review.at),
                              review.by, review.action, review.code, review.reason, review.before,
                              review.after, review.undoes, std::to_string(earlier)}));
  store.add_review(review);
}

Result<Review> decided_at_once(Store& store, const std::function<Review()>& decide) {
  try {
    Review review;
    store.in_transaction([&] { review = decide(); });
    return review;
  } catch (const Refused& refused) {
    return tl::unexpected(refused.problem);
  }
}

void require_reviewer(const std::string& by) {
  if (!by.empty()) return;
  refuse("no-reviewer", "nobody is named who decides", "give --by NAME or CLAIMTRAIL_REVIEWER");
}

void refuse(std::string code, std::string message, std::string hint) {
  throw Refused{failure(std::move(code), std::move(message), {}, std::move(hint)).value()};
}

}  // namespace claimtrail
