#include "cli/desk/check_parts.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace claimtrail {
namespace {

using Sizes = std::unordered_map<std::string, std::size_t>;

constexpr std::size_t kKinds = 4;

std::size_t place_of(CircleKind kind) { return static_cast<std::size_t>(kind); }

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
    }
  }

  /// Moves the circles that are wholly at hand from what is left to `circles`.
  void take_whole(std::array<Sizes, kKinds>& left, std::vector<Circle>& circles) const {
    for (const CircleKind kind :
         {CircleKind::question, CircleKind::statement, CircleKind::quotation}) {
      for (const auto& [id, size] : sizes_[place_of(kind)]) {
        const auto known = left[place_of(kind)].find(std::string(id));
        if (known == left[place_of(kind)].end() || known->second > size) continue;
        circles.push_back({kind, known->first});
        left[place_of(kind)].erase(known);
      }
    }
  }

 private:
  void add(CircleKind kind, const std::string& id) {
    if (!id.empty()) ++sizes_[place_of(kind)][id];
  }

  std::array<std::unordered_map<std::string_view, std::size_t>, kKinds> sizes_;
};

class Parts {
 public:
  Parts(const Store& store, std::size_t claims, const std::function<void(CheckPart)>& use)
      : store_(store), most_(claims), use_(use), circles_(store.circles()) {
    for (const CircleSize& one : circles_) {
      if (one.circle.kind == CircleKind::report) continue;
      left_[place_of(one.circle.kind)].emplace(one.circle.id, one.size);
    }
  }

  void run() {
    each_batch(true, SaidAlone::with_its_report);
    each_batch(false, SaidAlone::where_named);
  }

 private:
  /// Of the reports, or of what is left when they are done.
  void each_batch(bool of_reports, SaidAlone said_alone) {
    std::vector<Circle> batch;
    std::size_t claims = 0;
    for (const CircleSize& one : circles_) {
      const bool is_report = one.circle.kind == CircleKind::report;
      if (is_report != of_reports || (!is_report && !take(one.circle))) continue;
      batch.push_back(one.circle);
      claims += one.size;
      if (claims < most_) continue;
      use(std::exchange(batch, {}), said_alone);
      claims = 0;
    }
    if (!batch.empty()) use(std::move(batch), said_alone);
  }

  bool take(const Circle& circle) { return left_[place_of(circle.kind)].erase(circle.id) > 0; }

  void use(std::vector<Circle> circles, SaidAlone said_alone) {
    CheckPart part;
    part.claims = store_.claims_in(circles);
    part.circles = std::move(circles);
    part.said_alone = said_alone;
    Holdings(part.claims).take_whole(left_, part.circles);
    use_(std::move(part));
  }

  const Store& store_;
  std::size_t most_;
  const std::function<void(CheckPart)>& use_;
  std::vector<CircleSize> circles_;
  std::array<Sizes, kKinds> left_;
};

}  // namespace

void each_part(const Store& store, std::size_t claims,
               const std::function<void(CheckPart part)>& use) {
  Parts(store, claims, use).run();
}

}  // namespace claimtrail
