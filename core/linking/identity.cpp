#include "core/linking/identity.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "core/linking/similarity.h"
#include "core/linking/words.h"
#include "core/model/digest.h"

namespace claimtrail {
namespace {

constexpr double kSameClaim = 0.5;
constexpr double kSameClaimInContext = 0.3;
constexpr std::size_t kContext = 32;

std::string normalised(std::string_view exact) {
  std::string joined;
  for (const std::string& word : folded_words(exact)) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

std::string_view before(std::string_view text, Span span) {
  const std::size_t start = span.start > kContext ? span.start - kContext : 0;
  return text.substr(start, span.start - start);
}

std::string_view after(std::string_view text, Span span) { return text.substr(span.end, kContext); }

/// How alike a newer claim is to an older one; 0 when they cannot be the same.
double likeness(const Claim& newer, std::string_view text,
                const std::vector<std::string>& newer_words, const StoredClaim& older,
                const std::vector<std::string>& older_words) {
  if (newer.block != older.claim.block) return 0;
  const double words = similar(newer_words, older_words);
  const double context = (similar(before(text, newer.span), older.prefix) +
                          similar(after(text, newer.span), older.suffix)) /
                         2;
  if (words >= kSameClaim) return words + 0.2 * context;
  return words >= kSameClaimInContext && context >= 0.5 ? words + 0.2 * context : 0;
}

}  // namespace

std::string new_claim_id(const std::string& report, BlockKind block, std::string_view exact,
                         int ordinal) {
  return content_id(
      {"claim", report, to_string(block), normalised(exact), fmt::format("{}", ordinal)});
}

Continuation continue_claims(const std::string& report, std::string_view text,
                             const std::vector<Claim>& claims,
                             const std::vector<StoredClaim>& older) {
  Continuation result;
  result.ids.resize(claims.size());
  std::vector<bool> used(older.size(), false);

  // The same words in the same kind of block, in text order.
  using Key = std::pair<BlockKind, std::string>;
  std::map<Key, std::vector<std::size_t>> by_words;
  for (std::size_t i = 0; i < older.size(); ++i) {
    by_words[{older[i].claim.block, normalised(older[i].exact)}].push_back(i);
  }
  std::vector<std::string> exact(claims.size());
  std::map<Key, std::size_t> taken;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    exact[i] = exact_words(claims[i], text);
    const Key key{claims[i].block, normalised(exact[i])};
    const auto found = by_words.find(key);
    std::size_t& next = taken[key];
    if (found == by_words.end() || next >= found->second.size()) continue;
    const std::size_t old = found->second[next++];
    used[old] = true;
    result.ids[i] = older[old].claim.id;
  }

  // What is left: the most alike first, each once.
  std::vector<std::vector<std::string>> older_words(older.size());
  for (std::size_t i = 0; i < older.size(); ++i) {
    if (!used[i]) older_words[i] = content_words(older[i].exact);
  }
  std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!result.ids[i].empty()) continue;
    const std::vector<std::string> words = content_words(exact[i]);
    for (std::size_t j = 0; j < older.size(); ++j) {
      if (used[j]) continue;
      const double score = likeness(claims[i], text, words, older[j], older_words[j]);
      if (score > 0) candidates.emplace_back(-score, i, j);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  for (const auto& [score, i, j] : candidates) {
    if (!result.ids[i].empty() || used[j]) continue;
    result.ids[i] = older[j].claim.id;
    used[j] = true;
  }

  std::set<std::string> in_use;
  for (std::size_t j = 0; j < older.size(); ++j) in_use.insert(older[j].claim.id);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!result.ids[i].empty()) continue;
    int ordinal = 0;
    do {
      result.ids[i] = new_claim_id(report, claims[i].block, exact[i], ordinal++);
    } while (!in_use.insert(result.ids[i]).second);
  }
  for (std::size_t j = 0; j < older.size(); ++j) {
    if (!used[j]) result.gone.push_back(older[j].claim.id);
  }
  return result;
}

}  // namespace claimtrail
