#include "cli/desk/check_parts.h"

#include <map>
#include <set>

namespace claimtrail {
namespace {

/// How much of each circle is at hand.
class Holdings {
 public:
  explicit Holdings(const std::vector<StoredClaim>& claims) {
    for (const StoredClaim& stored : claims) {
      add(CircleKind::question, stored.statement_question);
      for (const std::string& question : stored.figure_questions) {
        add(CircleKind::question, question);
      }
      add(CircleKind::statement, stored.statement_group);
      add(CircleKind::quotation, stored.quote_group);
      // What a claim alone says is a circle that lies within any part.
      if (stored.statement_group.empty()) {
        alone_.push_back({CircleKind::statement, stored.claim.id});
      }
      if (stored.quote_group.empty()) alone_.push_back({CircleKind::quotation, stored.claim.id});
    }
  }

  [[nodiscard]] const std::map<Circle, std::size_t>& sizes() const { return sizes_; }
  [[nodiscard]] const std::vector<Circle>& alone() const { return alone_; }

 private:
  void add(CircleKind kind, const std::string& id) {
    if (!id.empty()) ++sizes_[{kind, id}];
  }

  std::map<Circle, std::size_t> sizes_;
  std::vector<Circle> alone_;
};

class Parts {
 public:
  Parts(const Store& store, std::size_t claims, const std::function<void(CheckPart)>& use)
      : store_(store), most_(claims), use_(use) {
    for (CircleSize& one : store.circles()) {
      if (one.circle.kind == CircleKind::report) {
        reports_.push_back(std::move(one));
      } else {
        left_.emplace(std::move(one.circle), one.size);
      }
    }
  }

  void run() {
    each_batch(reports_, [this](std::vector<Circle> circles) { use_reports(std::move(circles)); });
    reports_.clear();
    std::vector<CircleSize> rest;
    for (const auto& [circle, size] : left_) rest.push_back({circle, size});
    left_.clear();
    each_batch(rest, [this](std::vector<Circle> circles) {
      CheckPart part;
      part.claims = store_.claims_in(circles);
      part.circles = std::move(circles);
      use_(std::move(part));
    });
  }

 private:
  template <class Use>
  void each_batch(const std::vector<CircleSize>& circles, Use use) {
    std::vector<Circle> batch;
    std::size_t claims = 0;
    for (const CircleSize& one : circles) {
      batch.push_back(one.circle);
      claims += one.size;
      if (claims < most_) continue;
      use(std::exchange(batch, {}));
      claims = 0;
    }
    if (!batch.empty()) use(std::move(batch));
  }

  void use_reports(std::vector<Circle> circles) {
    CheckPart part;
    part.claims = store_.claims_in(circles);
    part.circles = std::move(circles);
    const Holdings held(part.claims);
    for (const auto& [circle, size] : held.sizes()) {
      const auto known = left_.find(circle);
      if (known == left_.end() || known->second > size) continue;
      left_.erase(known);
      part.circles.push_back(circle);
    }
    part.circles.insert(part.circles.end(), held.alone().begin(), held.alone().end());
    use_(std::move(part));
  }

  const Store& store_;
  std::size_t most_;
  const std::function<void(CheckPart)>& use_;
  std::vector<CircleSize> reports_;
  std::map<Circle, std::size_t> left_;
};

}  // namespace

void each_part(const Store& store, std::size_t claims,
               const std::function<void(CheckPart part)>& use) {
  Parts(store, claims, use).run();
}

}  // namespace claimtrail
