#include "rules/world/superseded.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/quantity/compare.h"
#include "core/text/numbers.h"

namespace claimtrail {
namespace {

constexpr std::size_t kNewestAsked = 32;

/// "Officials" and "residents" are other people every time.
bool is_one_and_the_same(const Facts& facts) {
  const std::vector<Hop>& hops = facts.reading->claim().attribution;
  if (hops.empty() || hops.front().claimants.empty()) return false;
  return std::none_of(
      hops.front().claimants.begin(), hops.front().claimants.end(), [](const Claimant& one) {
        return one.kind == ClaimantKind::anonymous || one.kind == ClaimantKind::group;
      });
}

/// Texts as numbers, and two of them as one.
class Pairs {
 public:
  std::uint32_t of(const std::string& left, const std::string& right) {
    const std::uint64_t both = std::uint64_t{texts_.of(left)} << 32U;
    return pairs_.of(both | texts_.of(right));
  }

 private:
  Numbers<std::string_view> texts_;
  Numbers<std::uint64_t> pairs_;
};

bool gives_a_figure(const Facts& facts) {
  const Figure* figure = facts.reading->quantity();
  if (figure == nullptr || figure->relative || facts.reading->question.empty()) return false;
  const Claim& claim = facts.reading->claim();
  const bool denied =
      !claim.attribution.empty() && claim.attribution.front().hedge == Hedge::denied;
  return !denied && claim.polarity == Polarity::affirmed && is_one_and_the_same(facts);
}

bool about_the_same_days(const Reading& a, const Reading& b) {
  return !a.as_of || !b.as_of || a.as_of->overlaps(*b.as_of);
}

/// `later` holds what one claimant gave on one question, by the day it was first said.
void mark(std::vector<Facts>& facts, const std::vector<std::uint32_t>& later) {
  for (const std::uint32_t i : later) {
    Facts& own = facts[i];
    std::size_t asked = 0;
    for (auto other = later.rbegin(); other != later.rend() && asked < kNewestAsked; ++other) {
      const Facts& newer = facts[*other];
      if (newer.said_first <= own.said_first) break;
      if (newer.value == own.value) continue;
      ++asked;
      if (!about_the_same_days(*own.reading, *newer.reading)) continue;
      if (!disjoint(*own.reading->quantity(), *newer.reading->quantity())) continue;
      own.superseded = true;
      break;
    }
  }
}

}  // namespace

void find_superseded(std::vector<Facts>& facts) {
  Pairs pairs;
  std::vector<Day> first;  // by who says what
  std::vector<std::uint32_t> saying(facts.size());
  // By who speaks on which question: what is compared with its successors.
  std::vector<std::vector<std::uint32_t>> voices;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    Facts& one = facts[i];
    one.said_first = day_of_appearance(*one.report);
    if (!one.said.empty()) {
      saying[i] = pairs.of(one.reading->claimant_id, one.said);
      if (saying[i] >= first.size()) first.resize(saying[i] + 1, Day::max());
      first[saying[i]] = std::min(first[saying[i]], one.said_first);
    }
  }
  Pairs speakers;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    if (!facts[i].said.empty()) facts[i].said_first = first[saying[i]];
    if (!gives_a_figure(facts[i])) continue;
    const std::uint32_t voice =
        speakers.of(facts[i].reading->claimant_id, facts[i].reading->question);
    if (voice > voices.size()) voices.resize(voice);
    voices[voice - 1].push_back(i);
  }
  for (std::vector<std::uint32_t>& list : voices) {
    if (list.size() < 2) continue;
    std::stable_sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
      return facts[a].said_first < facts[b].said_first;
    });
    mark(facts, list);
  }
}

}  // namespace claimtrail
