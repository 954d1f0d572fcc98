#include "cli/desk/check_parts.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "cli/desk/claims_apart.h"

namespace claimtrail {
namespace {

/// The circles of a claim beside its report, a question as often as readings of it answer it.
template <class Visit>
void each_circle(const StoredClaim& stored, Visit visit) {
  const auto name = [&](CircleKind kind, const std::string& id) {
    if (!id.empty()) visit(kind, id);
  };
  name(CircleKind::question, stored.statement_question);
  for (const std::string& question : stored.figure_questions) name(CircleKind::question, question);
  name(CircleKind::statement, stored.statement_group);
  name(CircleKind::quotation, stored.quote_group);
}

/// The circles that no part held whole yet, and in which pile their claims wait.
class WaitingCircles {
 public:
  WaitingCircles(const std::vector<CircleSize>& circles, std::size_t piles) : loads_(piles) {
    for (const CircleSize& one : circles) {
      if (one.circle.kind == CircleKind::report) continue;
      of(one.circle.kind).emplace(one.circle.id, Waiting{one.size, std::nullopt});
    }
  }

  /// Moves the circles that these claims hold wholly to `circles`.
  void take_whole(const std::vector<StoredClaim>& claims, std::vector<Circle>& circles) {
    std::array<std::unordered_map<std::string_view, std::size_t>, kKinds> sizes;
    for (const StoredClaim& stored : claims) {
      each_circle(stored, [&](CircleKind kind, const std::string& id) {
        ++sizes[static_cast<std::size_t>(kind)][id];
      });
    }
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      for (const auto& [id, size] : sizes[kind]) {
        const auto known = waiting_[kind].find(id);
        if (known == waiting_[kind].end() || known->second.size > size) continue;
        circles.push_back({static_cast<CircleKind>(kind), known->first});
        waiting_[kind].erase(known);
      }
    }
  }

  /// The piles that a claim has to wait in, each once. What is said of one question is mostly said
  /// in the same words, so circles that share a claim wait in one pile where they can.
  [[nodiscard]] std::vector<std::size_t> piles_for(const StoredClaim& stored) {
    std::vector<std::size_t> piles;
    each_waiting(stored, [&](const Waiting& circle) {
      if (circle.pile) piles.push_back(*circle.pile);
    });
    each_waiting(stored, [&](Waiting& circle) {
      if (piles.empty()) piles.push_back(least_loaded());
      if (!circle.pile) circle.pile = piles.front();
    });
    std::sort(piles.begin(), piles.end());
    piles.erase(std::unique(piles.begin(), piles.end()), piles.end());
    for (const std::size_t pile : piles) ++loads_[pile];
    return piles;
  }

  [[nodiscard]] std::vector<std::vector<Circle>> by_pile() const {
    std::vector<std::vector<Circle>> circles(loads_.size());
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      for (const auto& [id, waiting] : waiting_[kind]) {
        circles[waiting.pile.value_or(0)].push_back({static_cast<CircleKind>(kind), id});
      }
    }
    return circles;
  }

 private:
  struct Waiting {
    std::size_t size = 0;
    std::optional<std::size_t> pile;  ///< once one of its claims waits
  };
  /// Ids are looked up where they lie.
  struct HashOfId {
    using is_transparent = void;
    std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>{}(id); }
  };
  using ById = std::unordered_map<std::string, Waiting, HashOfId, std::equal_to<>>;
  static constexpr std::size_t kKinds = 4;

  template <class Visit>
  void each_waiting(const StoredClaim& stored, Visit visit) {
    each_circle(stored, [&](CircleKind kind, const std::string& id) {
      const auto known = of(kind).find(id);
      if (known != of(kind).end()) visit(known->second);
    });
  }

  ById& of(CircleKind kind) { return waiting_[static_cast<std::size_t>(kind)]; }

  [[nodiscard]] std::size_t least_loaded() const {
    return static_cast<std::size_t>(std::min_element(loads_.begin(), loads_.end()) -
                                    loads_.begin());
  }

  std::array<ById, kKinds> waiting_;
  std::vector<std::size_t> loads_;  ///< claims, by pile
};

class Parts {
 public:
  Parts(const Store& store, const Gatherer& gatherer, std::size_t claims, const JudgeCircles& judge)
      : store_(store),
        gatherer_(gatherer),
        most_(claims),
        judge_(judge),
        circles_(store.circles()),
        piles_(claims_in(circles_) / std::max<std::size_t>(claims, 1) + 1),
        waiting_(circles_, piles_),
        apart_(piles_) {}

  void run() {
    judge_reports();
    const std::vector<std::vector<Circle>> left = waiting_.by_pile();
    for (std::size_t pile = 0; pile < piles_; ++pile) {
      if (left[pile].empty()) continue;
      ReportsWithClaims taken = apart_.take(pile);
      judge_(gatherer_.part(std::move(taken.claims), left[pile], std::move(taken.reports)),
             left[pile], SaidAlone::where_named);
    }
  }

 private:
  static std::size_t claims_in(const std::vector<CircleSize>& circles) {
    std::size_t claims = 0;
    for (const CircleSize& one : circles) {
      if (one.circle.kind == CircleKind::report) claims += one.size;
    }
    return claims;
  }

  void judge_reports() {
    std::vector<Circle> batch;
    std::size_t claims = 0;
    for (const CircleSize& one : circles_) {
      if (one.circle.kind != CircleKind::report) continue;
      batch.push_back(one.circle);
      claims += one.size;
      if (claims < most_) continue;
      judge_batch(std::exchange(batch, {}));
      claims = 0;
    }
    if (!batch.empty()) judge_batch(std::move(batch));
  }

  void judge_batch(std::vector<Circle> circles) {
    std::vector<StoredClaim> claims = store_.claims_in(circles);
    const std::size_t reports = circles.size();
    waiting_.take_whole(claims, circles);
    const Evidence evidence = gatherer_.part(std::move(claims), circles);
    judge_(evidence, circles, SaidAlone::with_its_report);
    circles.resize(reports);
    set_apart(evidence, circles);
  }

  /// Claims of these reports that stand in a circle that is still waiting.
  void set_apart(const Evidence& evidence, const std::vector<Circle>& reports) {
    std::unordered_map<std::string_view, std::vector<const StoredClaim*>> claims_of;
    for (const Circle& report : reports) claims_of[report.id];
    for (const StoredClaim& stored : evidence.claims) {
      const auto found = claims_of.find(stored.report);
      if (found != claims_of.end()) found->second.push_back(&stored);
    }
    for (const ReportEvidence& report : evidence.reports) {
      const auto found = claims_of.find(report.id);
      if (found != claims_of.end()) set_apart(report, found->second);
    }
  }

  static std::vector<Figure> attributed_figures(const std::vector<const StoredClaim*>& claims) {
    std::vector<Figure> attributed;
    for (const StoredClaim* stored : claims) {
      if (stored->claim.attribution.empty()) continue;
      const std::vector<Figure>& figures = stored->claim.figures;
      attributed.insert(attributed.end(), figures.begin(), figures.end());
    }
    return attributed;
  }

  void set_apart(const ReportEvidence& report, const std::vector<const StoredClaim*>& claims) {
    std::map<std::size_t, std::vector<const StoredClaim*>> by_pile;
    bool own_voice = false;
    for (const StoredClaim* stored : claims) {
      own_voice =
          own_voice || (stored->claim.attribution.empty() && !stored->claim.figures.empty());
      for (const std::size_t pile : waiting_.piles_for(*stored)) by_pile[pile].push_back(stored);
    }
    if (by_pile.empty()) return;
    ReportEvidence told = report;
    // Only where a report gives a figure in its own voice does it matter what it attributes.
    if (own_voice) told.attributed = attributed_figures(claims);
    for (const auto& [pile, list] : by_pile) apart_.add(pile, told, list);
  }

  const Store& store_;
  const Gatherer& gatherer_;
  std::size_t most_;
  const JudgeCircles& judge_;
  std::vector<CircleSize> circles_;
  std::size_t piles_;
  WaitingCircles waiting_;
  ClaimsApart apart_;
};

}  // namespace

void each_part(const Store& store, const Gatherer& gatherer, std::size_t claims,
               const JudgeCircles& judge) {
  Parts(store, gatherer, claims, judge).run();
}

}  // namespace claimtrail
