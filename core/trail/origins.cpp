#include "core/trail/origins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "core/linking/near_duplicate.h"
#include "core/linking/sample_index.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

using Reports = std::vector<const ReportEvidence*>;

std::string name_of(const ReportEvidence& report) {
  return report.outlet.empty() ? report.id : report.outlet;
}

/// Two reports of one origin, before it is put into words.
struct Link {
  std::size_t a = 0;
  std::size_t b = 0;
  CollapseReason reason = CollapseReason::same_text;
  const char* form = "";   ///< how it is told
  std::string_view about;  ///< whom or what it names
  TextCopy copy;           ///< of texts that are copies
};

std::string why_copied(const Reports& reports, const Link& link) {
  if (link.copy.kind == CopyKind::identical) return "the same text";
  const bool of_a = link.copy.share_of_a >= link.copy.share_of_b;
  return fmt::format("{} % of the words of {} stand in the other",
                     std::lround((of_a ? link.copy.share_of_a : link.copy.share_of_b) * 100),
                     name_of(*reports[of_a ? link.a : link.b]));
}

Collapse in_words(const Reports& reports, const Link& link) {
  return {std::min(link.a, link.b), std::max(link.a, link.b), link.reason,
          link.reason == CollapseReason::same_text
              ? why_copied(reports, link)
              : fmt::format(fmt::runtime(link.form), link.about)};
}

/// What is known to join reports, and what that joins them to.
class OriginJoins {
 public:
  explicit OriginJoins(const Reports& reports)
      : reports_(reports), parent_(reports.size()), left_(reports.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    join_based_on();
    join_syndicated();
    join_cited();
    for (std::size_t i = 0; i < reports.size(); ++i) {
      for (const std::string& agency : reports[i]->agencies) {
        join_first(prints_, agency, i, CollapseReason::same_wire, "both print {}");
      }
      if (!reports[i]->publisher_family.empty()) {
        join_first(belongs_to_, reports[i]->publisher_family, i, CollapseReason::same_family,
                   "both are published by {}");
      }
    }
  }

  /// Texts of reports that are in one set already need no comparing where only sets are asked for.
  void join_copies(ReportTexts& texts, bool only_between_sets) {
    std::vector<std::shared_ptr<const TextShingles>> held;
    std::vector<ComparedText> compared;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      auto text = texts.of(reports_[i]->id);
      if (text == nullptr) continue;
      compared.push_back({text.get(), reports_[i]->publisher_family});
      held.push_back(std::move(text));
      places.push_back(i);
    }
    const auto is_asked = [&](std::size_t a, std::size_t b) {
      return !only_between_sets || root(places[a]) != root(places[b]);
    };
    each_copy(compared, is_asked, [&](const TextCopy& copy) {
      if (copy.kind == CopyKind::excerpt) return;
      join({places[copy.a], places[copy.b], CollapseReason::same_text, "", "", copy});
    });
  }

  /// True where samples tell that no text of one set has a copy in another. Where one publisher has
  /// so many texts here that some of their words may count as furniture, nothing is told.
  [[nodiscard]] bool some_set_stays_apart(ReportTexts& texts) {
    if (may_have_furniture()) return false;
    std::vector<std::shared_ptr<const std::vector<std::uint32_t>>> samples(reports_.size());
    const auto sample = [&](std::size_t at) {
      if (samples[at] == nullptr) samples[at] = texts.sample_of(reports_[at]->id);
      return samples[at].get();
    };
    std::vector<bool> may_join(reports_.size());
    for (std::size_t a = 0; a < reports_.size(); ++a) {
      for (std::size_t b = 0; b < reports_.size() && !may_join[root(a)]; ++b) {
        if (root(a) == root(b) || sample(a) == nullptr || sample(b) == nullptr) continue;
        if (may_be_copies(*sample(a), *sample(b))) may_join[root(a)] = may_join[root(b)] = true;
      }
      if (is_last_of_its_set(a) && !may_join[root(a)]) return true;
    }
    return false;
  }

  std::size_t root(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }

  /// How many sets of reports there are.
  [[nodiscard]] std::size_t count() const { return left_; }
  [[nodiscard]] const std::vector<Link>& links() const { return links_; }

 private:
  using FirstWith = std::unordered_map<std::string_view, std::size_t>;

  [[nodiscard]] bool may_have_furniture() const {
    std::unordered_map<std::string_view, std::size_t> texts;
    return std::any_of(reports_.begin(), reports_.end(), [&](const ReportEvidence* report) {
      return !report->publisher_family.empty() &&
             ++texts[report->publisher_family] >= kFewestTextsWithFurniture;
    });
  }

  [[nodiscard]] bool is_last_of_its_set(std::size_t at) {
    for (std::size_t later = at + 1; later < reports_.size(); ++later) {
      if (root(later) == root(at)) return false;
    }
    return true;
  }

  void join(const Link& link) {
    if (link.a == link.b) return;
    links_.push_back(link);
    const std::size_t x = root(link.a);
    const std::size_t y = root(link.b);
    if (x == y) return;
    parent_[std::max(x, y)] = std::min(x, y);
    --left_;
  }

  void join_first(FirstWith& first_with, std::string_view name, std::size_t report,
                  CollapseReason reason, const char* form) {
    const auto [place, fresh] = first_with.try_emplace(name, report);
    if (!fresh) join({place->second, report, reason, form, name, {}});
  }

  void join_based_on() {
    FirstWith holder;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      if (!reports_[i]->url.empty()) holder.try_emplace(reports_[i]->url, i);
    }
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      // An address that is no report here stands for the text that all who name it print.
      if (reports_[i]->is_based_on.empty()) continue;
      join_first(holder, reports_[i]->is_based_on, i, CollapseReason::based_on,
                 "canonical address {}");
    }
  }

  void join_syndicated() {
    const bool any = std::any_of(reports_.begin(), reports_.end(), [](const ReportEvidence* one) {
      return !one->syndicated_from.empty();
    });
    if (!any) return;
    std::map<std::string, std::size_t> first_of;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      if (reports_[i]->syndicated_from.empty() && !reports_[i]->outlet.empty()) {
        first_of.try_emplace(fold_case(reports_[i]->outlet), i);
      }
    }
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      const std::string& publisher = reports_[i]->syndicated_from;
      if (publisher.empty() || fold_case(publisher) == fold_case(reports_[i]->outlet)) continue;
      const auto [place, fresh] = first_of.try_emplace(fold_case(publisher), i);
      if (!fresh) {
        join({place->second,
              i,
              CollapseReason::syndicated,
              "its feed names {} as the source",
              publisher,
              {}});
      }
    }
  }

  void join_cited() {
    FirstWith here;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      here.try_emplace(reports_[i]->id, i);
      if (!reports_[i]->outlet.empty()) here.try_emplace(reports_[i]->outlet, i);
    }
    FirstWith citing;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      for (const std::string& cited : reports_[i]->cites) {
        if (const auto found = here.find(cited); found != here.end()) {
          const ReportEvidence& other = *reports_[found->second];
          join({found->second,
                i,
                CollapseReason::cited,
                "one cites {}",
                other.outlet.empty() ? other.id : other.outlet,
                {}});
        } else {
          join_first(citing, cited, i, CollapseReason::cited, "both cite {}");
        }
      }
    }
  }

  const Reports& reports_;
  std::vector<std::size_t> parent_;
  std::size_t left_;
  std::vector<Link> links_;
  FirstWith prints_;
  FirstWith belongs_to_;
};

/// The agency that most of the reports print, else the publisher they are syndicated from, else the
/// least report id.
std::string name_of(const Reports& reports, const Origin& origin) {
  std::map<std::string_view, int> named;
  std::string_view least;
  for (const std::size_t i : origin.reports) {
    for (const std::string& agency : reports[i]->agencies) ++named[agency];
    if (least.empty() || reports[i]->id < least) least = reports[i]->id;
  }
  if (named.empty()) {
    for (const std::size_t i : origin.reports) {
      if (!reports[i]->syndicated_from.empty()) ++named[reports[i]->syndicated_from];
    }
  }
  const auto most = std::max_element(
      named.begin(), named.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
  return std::string(most == named.end() ? least : most->first);
}

}  // namespace

std::vector<Origin> find_origins(const Reports& reports, ReportTexts* texts) {
  OriginJoins joins(reports);
  if (texts != nullptr) joins.join_copies(*texts, false);
  std::vector<Collapse> collapses;
  for (const Link& link : joins.links()) collapses.push_back(in_words(reports, link));
  std::sort(collapses.begin(), collapses.end(), [](const Collapse& x, const Collapse& y) {
    return std::tie(x.reason, x.a, x.b, x.why) < std::tie(y.reason, y.a, y.b, y.why);
  });
  std::map<std::size_t, Origin> by_first;
  for (std::size_t i = 0; i < reports.size(); ++i) by_first[joins.root(i)].reports.push_back(i);
  for (Collapse& collapse : collapses) {
    by_first[joins.root(collapse.a)].collapses.push_back(std::move(collapse));
  }
  std::vector<Origin> origins;
  for (auto& [first, origin] : by_first) {
    origin.name = name_of(reports, origin);
    origins.push_back(std::move(origin));
  }
  return origins;
}

std::size_t count_origins(const Reports& reports, ReportTexts* texts) {
  OriginJoins joins(reports);
  if (joins.count() > 1 && texts != nullptr) joins.join_copies(*texts, true);
  return joins.count();
}

bool is_one_origin(const Reports& reports, ReportTexts* texts) {
  OriginJoins joins(reports);
  if (joins.count() > 1 && texts != nullptr && !joins.some_set_stays_apart(*texts)) {
    joins.join_copies(*texts, true);
  }
  return joins.count() == 1;
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
    case CollapseReason::cited:
      return "cited";
    case CollapseReason::same_family:
      break;
  }
  return "same_family";
}

}  // namespace claimtrail
