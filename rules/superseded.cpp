#include "rules/superseded.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/quantity/compare.h"

namespace claimtrail {
namespace {

constexpr std::size_t kNewestAsked = 32;

using Ranks = std::unordered_map<std::string, std::vector<std::uint32_t>>;

/// "Officials" and "residents" are other people every time.
bool is_one_and_the_same(const Facts& facts) {
  const std::vector<Hop>& hops = facts.reading->claim().attribution;
  if (hops.empty() || hops.front().claimants.empty()) return false;
  return std::none_of(
      hops.front().claimants.begin(), hops.front().claimants.end(), [](const Claimant& one) {
        return one.kind == ClaimantKind::anonymous || one.kind == ClaimantKind::group;
      });
}

/// Who says something on which question: what is compared with its successors.
std::string voice_of(const Facts& facts) {
  return facts.reading->claimant_id + '\x1f' + facts.reading->question;
}

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
  std::unordered_map<std::string, Day> first;
  const auto key_of_saying = [](const Facts& one) {
    return one.reading->claimant_id + '\x1f' + one.said;
  };
  for (Facts& one : facts) {
    const Day day = day_of_appearance(*one.report);
    one.said_first = day;
    if (one.said.empty()) continue;
    const auto [found, fresh] = first.emplace(key_of_saying(one), day);
    if (!fresh) found->second = std::min(found->second, day);
  }
  Ranks ranks;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    if (!facts[i].said.empty()) facts[i].said_first = first.at(key_of_saying(facts[i]));
    if (gives_a_figure(facts[i])) ranks[voice_of(facts[i])].push_back(i);
  }
  for (auto& [voice, list] : ranks) {
    if (list.size() < 2) continue;
    std::stable_sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
      return facts[a].said_first < facts[b].said_first;
    });
    mark(facts, list);
  }
}

}  // namespace claimtrail
