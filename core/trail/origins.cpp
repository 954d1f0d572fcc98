#include "core/trail/origins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

class OriginFinder {
 public:
  OriginFinder(const std::vector<OriginReport>& reports, const std::vector<TextCopy>& copies)
      : reports_(reports), parent_(reports.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    join_copies(copies);
    join_based_on();
    join_syndicated();
    join_same(CollapseReason::same_wire, "both print {}",
              [](const OriginReport& report) { return printed_agencies(report); });
    join_same(CollapseReason::same_family, "both are published by {}",
              [](const OriginReport& report) {
                return report.publisher_family.empty()
                           ? std::vector<std::string>{}
                           : std::vector<std::string>{report.publisher_family};
              });
  }

  std::vector<Origin> take() {
    std::sort(collapses_.begin(), collapses_.end(), [](const Collapse& x, const Collapse& y) {
      return std::tie(x.reason, x.a, x.b, x.why) < std::tie(y.reason, y.a, y.b, y.why);
    });
    std::map<std::size_t, Origin> by_root;
    for (std::size_t i = 0; i < reports_.size(); ++i) by_root[root(i)].reports.push_back(i);
    for (Collapse& collapse : collapses_) {
      by_root[root(collapse.a)].collapses.push_back(std::move(collapse));
    }
    std::vector<Origin> origins;
    for (auto& [first, origin] : by_root) {
      origin.name = name_of(origin);
      origins.push_back(std::move(origin));
    }
    std::sort(origins.begin(), origins.end(), [](const Origin& x, const Origin& y) {
      return x.reports.front() < y.reports.front();
    });
    return origins;
  }

 private:
  static std::vector<std::string> printed_agencies(const OriginReport& report) {
    std::vector<std::string> agencies;
    for (const WireCredit& credit : report.credits) {
      if (credit.place != CreditPlace::contribution) agencies.push_back(credit.agency);
    }
    std::sort(agencies.begin(), agencies.end());
    agencies.erase(std::unique(agencies.begin(), agencies.end()), agencies.end());
    return agencies;
  }

  std::size_t root(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }

  void join(std::size_t a, std::size_t b, CollapseReason reason, std::string why) {
    if (a == b) return;
    collapses_.push_back({std::min(a, b), std::max(a, b), reason, std::move(why)});
    const std::size_t x = root(a);
    const std::size_t y = root(b);
    parent_[std::max(x, y)] = std::min(x, y);
  }

  void join_copies(const std::vector<TextCopy>& copies) {
    for (const TextCopy& copy : copies) {
      if (copy.kind == CopyKind::excerpt) continue;
      if (copy.kind == CopyKind::identical) {
        join(copy.a, copy.b, CollapseReason::same_text, "the same text");
        continue;
      }
      const double share = std::max(copy.share_of_a, copy.share_of_b);
      const std::size_t whose = copy.share_of_a >= copy.share_of_b ? copy.a : copy.b;
      join(copy.a, copy.b, CollapseReason::same_text,
           fmt::format("{} % of the words of {} stand in the other", std::lround(share * 100),
                       name_of(reports_[whose])));
    }
  }

  void join_based_on() {
    std::map<std::string_view, std::size_t> holder;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      if (!reports_[i].url.empty()) holder.try_emplace(reports_[i].url, i);
    }
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      const std::string& address = reports_[i].is_based_on;
      if (address.empty()) continue;
      // An address that is no report here stands for the text that all who name it print.
      const auto [place, fresh] = holder.try_emplace(address, i);
      if (fresh || place->second == i) continue;
      join(place->second, i, CollapseReason::based_on,
           fmt::format("canonical address {}", address));
    }
  }

  void join_syndicated() {
    std::map<std::string, std::size_t> first_of;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      if (reports_[i].syndicated_from.empty() && !reports_[i].outlet.empty()) {
        first_of.try_emplace(fold_case(reports_[i].outlet), i);
      }
    }
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      const std::string& publisher = reports_[i].syndicated_from;
      if (publisher.empty() || fold_case(publisher) == fold_case(reports_[i].outlet)) continue;
      const auto [place, fresh] = first_of.try_emplace(fold_case(publisher), i);
      if (!fresh) {
        join(place->second, i, CollapseReason::syndicated,
             fmt::format("its feed names {} as the source", publisher));
      }
    }
  }

  template <class Names>
  void join_same(CollapseReason reason, fmt::format_string<const std::string&> why, Names names) {
    std::map<std::string, std::size_t> first_with;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      for (const std::string& name : names(reports_[i])) {
        const auto [place, fresh] = first_with.try_emplace(name, i);
        if (!fresh) join(place->second, i, reason, fmt::format(why, name));
      }
    }
  }

  static std::string name_of(const OriginReport& report) {
    return report.outlet.empty() ? report.id : report.outlet;
  }

  /// The agency that most of the reports print, else the publisher they are syndicated from, else
  /// the least report id.
  [[nodiscard]] std::string name_of(const Origin& origin) const {
    std::map<std::string, int> named;
    std::string least;
    for (const std::size_t i : origin.reports) {
      for (const std::string& agency : printed_agencies(reports_[i])) ++named[agency];
      if (least.empty() || reports_[i].id < least) least = reports_[i].id;
    }
    if (named.empty()) {
      for (const std::size_t i : origin.reports) {
        if (!reports_[i].syndicated_from.empty()) ++named[reports_[i].syndicated_from];
      }
    }
    const auto most =
        std::max_element(named.begin(), named.end(),
                         [](const auto& x, const auto& y) { return x.second < y.second; });
    return most == named.end() ? least : most->first;
  }

  const std::vector<OriginReport>& reports_;
  std::vector<std::size_t> parent_;
  std::vector<Collapse> collapses_;
};

}  // namespace

std::vector<Origin> find_origins(const std::vector<OriginReport>& reports,
                                 const std::vector<TextCopy>& copies) {
  return OriginFinder(reports, copies).take();
}

const char* to_string(CollapseReason value) {
  switch (value) {
    case CollapseReason::same_text:
      return "same_text";
    case CollapseReason::based_on:
      return "based_on";
    case CollapseReason::syndicated:
      return "syndicated";
    case CollapseReason::same_wire:
      return "same_wire";
    case CollapseReason::same_family:
      break;
  }
  return "same_family";
}

}  // namespace claimtrail
