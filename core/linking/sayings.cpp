#include "core/linking/sayings.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>

#include "core/linking/average_linkage.h"
#include "core/linking/quotes.h"
#include "core/linking/similarity.h"
#include "core/text/numbers.h"

namespace claimtrail {
namespace {

constexpr double kSameWords = 0.6;
constexpr std::size_t kCommonWord = 300;

using Claims = std::vector<const StoredClaim*>;

/// As they were first seen, so that a claim that comes later does not rename what others say.
Claims in_order(const std::vector<StoredClaim>& claims) {
  Claims ordered;
  ordered.reserve(claims.size());
  for (const StoredClaim& stored : claims) ordered.push_back(&stored);
  std::sort(ordered.begin(), ordered.end(), [](const StoredClaim* a, const StoredClaim* b) {
    return std::tie(a->first_seen, a->claim.id) < std::tie(b->first_seen, b->claim.id);
  });
  return ordered;
}

/// Statements, each with its words, and where else a word occurs.
class Statements {
 public:
  explicit Statements(const Claims& claims) {
    Numbers<std::string> numbers;
    for (const StoredClaim* stored : claims) {
      if (!stored->claim.checkable) continue;
      std::vector<std::uint32_t>& words = words_.emplace_back();
      for (const std::string& word : content_words(stored->exact)) {
        words.push_back(numbers.of(word));
      }
      std::sort(words.begin(), words.end());
      holders_.push_back(stored);
    }
    index_.resize(numbers.size() + 1);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (const std::uint32_t word : words_[i]) index_[word].push_back(i);
    }
  }

  /// Sets of statements, by place, that nothing alike joins with any outside; one by one left out.
  [[nodiscard]] std::vector<std::vector<std::size_t>> alike_sets() const {
    std::vector<std::size_t> parent(words_.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t at) {
      while (parent[at] != at) at = parent[at] = parent[parent[at]];
      return at;
    };
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (const std::size_t j : later_candidates(i)) {
        const std::size_t a = root(i);
        const std::size_t b = root(j);
        if (a != b && likeness(i, j) >= kSameWords) parent[std::max(a, b)] = std::min(a, b);
      }
    }
    std::map<std::size_t, std::vector<std::size_t>> sets;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (const std::size_t first = root(i); first != i) {
        std::vector<std::size_t>& set = sets[first];
        if (set.empty()) set.push_back(first);
        set.push_back(i);
      }
    }
    std::vector<std::vector<std::size_t>> found;
    for (auto& [first, set] : sets) found.push_back(std::move(set));
    return found;
  }

  /// Of the statements of one set: the place in it of the first that each states the same as.
  [[nodiscard]] std::vector<std::size_t> groups_of(const std::vector<std::size_t>& set) const {
    Likeness alike(set.size());
    for (std::size_t x = 0; x < set.size(); ++x) {
      for (const std::size_t j : later_candidates(set[x])) {
        const auto other = std::lower_bound(set.begin(), set.end(), j);
        if (other == set.end() || *other != j) continue;
        const double found = likeness(set[x], j);
        if (found < kSameWords) continue;
        const auto y = static_cast<std::size_t>(other - set.begin());
        alike[x][y] = alike[y][x] = found;
      }
    }
    return average_linkage(std::move(alike), kSameWords);
  }

  [[nodiscard]] const std::string& claim(std::size_t at) const { return holders_[at]->claim.id; }

 private:
  [[nodiscard]] std::vector<std::size_t> later_candidates(std::size_t at) const {
    std::vector<std::size_t> others;
    for (const std::uint32_t word : words_[at]) {
      const std::vector<std::size_t>& members = index_[word];
      if (members.size() > kCommonWord) continue;
      others.insert(others.end(), std::upper_bound(members.begin(), members.end(), at),
                    members.end());
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    return others;
  }

  [[nodiscard]] double likeness(std::size_t a, std::size_t b) const {
    return statement_likeness(words_[a], words_[b]);
  }

  Claims holders_;
  std::vector<std::vector<std::uint32_t>> words_;  ///< numbers of content words, sorted
  std::vector<std::vector<std::size_t>> index_;    ///< by number
};

using Sayings = std::map<std::string_view, Saying>;

Saying& saying_of(Sayings& sayings, const std::string& claim) {
  Saying& saying = sayings[claim];
  saying.claim = claim;
  return saying;
}

void add_statements(const Claims& claims, Sayings& sayings) {
  const Statements statements(claims);
  for (const std::vector<std::size_t>& set : statements.alike_sets()) {
    const std::vector<std::size_t> first = statements.groups_of(set);
    std::vector<std::size_t> members(set.size());
    for (const std::size_t one : first) ++members[one];
    std::map<std::size_t, const std::string*> names;
    for (std::size_t x = 0; x < set.size(); ++x) {
      if (members[first[x]] < 2) continue;
      const std::string*& name = names.try_emplace(first[x], nullptr).first->second;
      if (name == nullptr) name = &statements.claim(set[x]);
      saying_of(sayings, statements.claim(set[x])).statement = *name;
    }
  }
}

void add_quotations(const Claims& claims, Sayings& sayings) {
  Claims holders;
  std::vector<std::string> quotes;
  for (const StoredClaim* stored : claims) {
    std::string words = quoted_words(*stored);
    if (words.empty()) continue;
    holders.push_back(stored);
    quotes.push_back(std::move(words));
  }
  const std::vector<std::size_t> first = group_quotes(quotes);
  std::vector<std::size_t> members(quotes.size());
  for (const std::size_t one : first) ++members[one];
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (members[first[i]] < 2) continue;
    saying_of(sayings, holders[i]->claim.id).quotation = holders[first[i]]->claim.id;
  }
}

}  // namespace

std::string quoted_words(const StoredClaim& stored) {
  if (stored.claim.manner == Manner::direct) return stored.exact;
  if (stored.claim.manner == Manner::indirect) return {};
  std::string quoted;
  std::size_t at = 0;
  const std::string& text = stored.exact;
  static const std::vector<std::pair<std::string, std::string>> kMarks{
      {"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}};
  while (at < text.size()) {
    std::size_t begin = std::string::npos;
    const std::pair<std::string, std::string>* marks = nullptr;
    for (const auto& pair : kMarks) {
      const std::size_t found = text.find(pair.first, at);
      if (found < begin) {
        begin = found;
        marks = &pair;
      }
    }
    if (marks == nullptr) break;
    begin += marks->first.size();
    std::size_t end = text.find(marks->second, begin);
    if (end == std::string::npos) end = text.size();
    if (!quoted.empty()) quoted += "” … “";
    quoted += text.substr(begin, end - begin);
    at = end + marks->second.size();
  }
  return quoted;
}

std::vector<Saying> find_sayings(const std::vector<StoredClaim>& claims) {
  const Claims ordered = in_order(claims);
  Sayings sayings;
  add_statements(ordered, sayings);
  add_quotations(ordered, sayings);
  std::vector<Saying> found;
  found.reserve(sayings.size());
  for (auto& [claim, saying] : sayings) found.push_back(std::move(saying));
  return found;
}

}  // namespace claimtrail
