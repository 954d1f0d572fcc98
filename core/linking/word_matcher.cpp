#include "core/linking/word_matcher.h"

#include <algorithm>
#include <unordered_map>

namespace claimtrail {
namespace {

using Index = std::int64_t;

/// A part of both texts that is compared by itself.
struct Stretch {
  Index before_start = 0;
  Index before_end = 0;
  Index after_start = 0;
  Index after_end = 0;
  int cuts = 0;  ///< how often it was cut out of a longer one
};

struct Anchor {
  Index before = 0;
  Index after = 0;
};

constexpr int kMostCuts = 6;

/// The longest run of anchors in order in both texts, given in order of `before`.
std::vector<Anchor> longest_in_order(const std::vector<Anchor>& anchors) {
  std::vector<std::size_t> tops;
  std::vector<std::size_t> previous(anchors.size());
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const auto place =
        std::lower_bound(tops.begin(), tops.end(), anchors[i].after,
                         [&](std::size_t top, Index after) { return anchors[top].after < after; });
    previous[i] = place == tops.begin() ? i : *(place - 1);
    if (place == tops.end()) {
      tops.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<Anchor> kept;
  if (tops.empty()) return kept;
  std::size_t at = tops.back();
  while (true) {
    kept.push_back(anchors[at]);
    if (previous[at] == at) break;
    at = previous[at];
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

class Matcher {
 public:
  Matcher(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& after,
          std::size_t most_edits)
      : before_(before),
        after_(after),
        most_edits_(static_cast<Index>(most_edits)),
        work_left_(4'000'000 + 32 * static_cast<Index>(before.size() + after.size())),
        match_(before.size(), -1) {}

  std::vector<Index> run() {
    waiting_.push_back(
        {0, static_cast<Index>(before_.size()), 0, static_cast<Index>(after_.size()), 0});
    while (!waiting_.empty()) {
      Stretch stretch = waiting_.back();
      waiting_.pop_back();
      keep_ends(stretch);
      if (stretch.before_start == stretch.before_end || stretch.after_start == stretch.after_end) {
        continue;
      }
      if (!compare(stretch) && stretch.cuts < kMostCuts) cut(stretch);
    }
    return std::move(match_);
  }

 private:
  [[nodiscard]] bool same(Index before, Index after) const {
    return before_[static_cast<std::size_t>(before)] == after_[static_cast<std::size_t>(after)];
  }
  void keep(Index before, Index after) { match_[static_cast<std::size_t>(before)] = after; }

  void keep_ends(Stretch& s) {
    while (s.before_start < s.before_end && s.after_start < s.after_end &&
           same(s.before_start, s.after_start)) {
      keep(s.before_start++, s.after_start++);
    }
    while (s.before_start < s.before_end && s.after_start < s.after_end &&
           same(s.before_end - 1, s.after_end - 1)) {
      keep(--s.before_end, --s.after_end);
    }
  }

  /// Myers' greedy search; false where the stretch needs more edits, or more work, than is allowed.
  bool compare(const Stretch& s) {
    const Index n = s.before_end - s.before_start;
    const Index m = s.after_end - s.after_start;
    const Index most = std::min(most_edits_, n + m);
    std::vector<Index> furthest(static_cast<std::size_t>(2 * most + 3), 0);
    const auto at = [&](Index diagonal) -> Index& {
      return furthest[static_cast<std::size_t>(diagonal + most + 1)];
    };
    std::vector<std::vector<Index>> trace;
    for (Index d = 0; d <= most; ++d) {
      for (Index k = -d; k <= d; k += 2) {
        Index x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
        Index y = x - k;
        const Index from = x;
        while (x < n && y < m && same(s.before_start + x, s.after_start + y)) {
          ++x;
          ++y;
        }
        at(k) = x;
        work_left_ -= 1 + x - from;
        if (x >= n && y >= m) {
          trace_back(s, trace, n, m, d);
          return true;
        }
      }
      if (work_left_ < 0) return false;
      trace.emplace_back(furthest.begin() + (most + 1 - d), furthest.begin() + (most + 2 + d));
    }
    return false;
  }

  /// `trace[d]` holds how far each diagonal from -d to d came with d edits.
  void trace_back(const Stretch& s, const std::vector<std::vector<Index>>& trace, Index x, Index y,
                  Index d) {
    for (; d > 0; --d) {
      const std::vector<Index>& reached = trace[static_cast<std::size_t>(d - 1)];
      const auto at = [&](Index diagonal) {
        const Index place = diagonal + d - 1;
        return place < 0 || place >= static_cast<Index>(reached.size())
                   ? Index{-1}
                   : reached[static_cast<std::size_t>(place)];
      };
      const Index k = x - y;
      const bool inserted = k == -d || (k != d && at(k - 1) < at(k + 1));
      const Index from_x = inserted ? at(k + 1) : at(k - 1);
      const Index from_y = from_x - (inserted ? k + 1 : k - 1);
      const Index snake = inserted ? from_x : from_x + 1;
      while (x > snake) keep(s.before_start + --x, s.after_start + --y);
      x = from_x;
      y = from_y;
    }
    while (x > 0) keep(s.before_start + --x, s.after_start + --y);
  }

  /// Splits at the words that occur once on each side; a stretch without any stays unmatched.
  void cut(const Stretch& s) {
    struct Occurrence {
      Index before = -1;
      Index after = -1;
      int in_before = 0;
      int in_after = 0;
    };
    std::unordered_map<std::uint32_t, Occurrence> occurrences;
    for (Index i = s.before_start; i < s.before_end; ++i) {
      Occurrence& one = occurrences[before_[static_cast<std::size_t>(i)]];
      one.before = i;
      ++one.in_before;
    }
    for (Index j = s.after_start; j < s.after_end; ++j) {
      const auto found = occurrences.find(after_[static_cast<std::size_t>(j)]);
      if (found == occurrences.end()) continue;
      found->second.after = j;
      ++found->second.in_after;
    }
    std::vector<Anchor> anchors;
    for (const auto& [word, one] : occurrences) {
      if (one.in_before == 1 && one.in_after == 1) anchors.push_back({one.before, one.after});
    }
    std::sort(anchors.begin(), anchors.end(),
              [](const Anchor& a, const Anchor& b) { return a.before < b.before; });
    Stretch next = s;
    ++next.cuts;
    const std::vector<Anchor> kept = longest_in_order(anchors);
    if (kept.empty()) return;
    for (const Anchor& anchor : kept) {
      keep(anchor.before, anchor.after);
      waiting_.push_back(
          {next.before_start, anchor.before, next.after_start, anchor.after, next.cuts});
      next.before_start = anchor.before + 1;
      next.after_start = anchor.after + 1;
    }
    waiting_.push_back(next);
  }

  const std::vector<std::uint32_t>& before_;
  const std::vector<std::uint32_t>& after_;
  Index most_edits_;
  Index work_left_;  ///< bounds the sum over all stretches
  std::vector<Index> match_;
  std::vector<Stretch> waiting_;
};

}  // namespace

std::vector<std::int64_t> match_words(const std::vector<std::uint32_t>& before,
                                      const std::vector<std::uint32_t>& after,
                                      std::size_t most_edits) {
  return Matcher(before, after, most_edits).run();
}

}  // namespace claimtrail
