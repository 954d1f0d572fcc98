#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "core/linking/average_linkage.h"
#include "core/linking/disputes.h"
#include "core/linking/reading.h"
#include "core/linking/words.h"
#include "core/quantity/compare.h"

namespace claimtrail {
namespace {

constexpr int kWindowDays = 14;
/// How alike the words of two readings must be (cosine). Within one story little is asked: what
/// happens and what is counted say the rest. Chosen on local news of shootings.
constexpr double kSameEvent = 0.08;     ///< counts of one event
constexpr double kSameFigure = 0.45;    ///< counts of which one names no event
constexpr double kSameMeasure = 0.4;    ///< measures, amounts of money, shares
constexpr double kSameStatement = 0.3;  ///< statements
/// Of two stories: their readings, and the reports as a whole.
constexpr double kElsewhere = 0.6;
constexpr double kRelated = 0.14;
/// What has at least this share of it is not sure enough, but worth a person's look.
constexpr double kUnsure = 0.75;
/// A statement and its denial must be about the very same thing.
constexpr double kOpposed = 0.6;
/// A word that more readings share than this brings no pairs of two stories together by itself.
constexpr std::size_t kCommonWord = 200;

bool near_in_time(const LinkReading& a, const LinkReading& b) {
  return !a.days || !b.days || day_gap(*a.days, *b.days) <= kWindowDays;
}

bool same_names(const std::vector<std::string>& a, const std::vector<std::string>& b,
                std::size_t least) {
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared.size() >= least;
}

bool is_attributed(const LinkReading& reading) {
  return !reading.input->stored->claim.attribution.empty();
}

/// Whether two readings of two stories may be about one thing at all: two names that both hold, and
/// an event that both count or somebody's statement. What outlets repeat under every story ("call
/// the police with information") is nobody's.
bool may_outlast_a_story(const LinkReading& a, const LinkReading& b) {
  if (!same_names(a.names, b.names, 2)) return false;
  return a.dimension.empty() ? is_attributed(a) || is_attributed(b)
                             : !a.predicate.empty() && a.predicate == b.predicate;
}

/// Whether two figures can answer the same "how many, how much": people are counted by what
/// happened to them, so a number of people without that meets only its like.
bool same_quantity(const LinkReading& a, const LinkReading& b) {
  if (a.dimension == "age") {
    const std::size_t fewer = std::min(a.beside.size(), b.beside.size());
    return fewer > 0 && same_names(a.beside, b.beside, fewer);
  }
  if (a.dimension != "count") return true;
  if (a.noun_head != b.noun_head) return false;
  return a.noun_head != "person" || a.predicate.empty() == b.predicate.empty();
}

/// The day on which a count of people says in words that it happened; nothing for a longer time.
std::optional<DayRange> named_day(const LinkReading& reading) {
  if (reading.predicate.empty() || reading.noun_head != "person") return std::nullopt;
  const std::optional<AsOf>& own = reading.quantity()->as_of;
  const std::optional<AsOf>& as_of = own ? own : reading.input->stored->claim.as_of;
  if (!as_of || as_of->exact.empty() || is_cut_off(*as_of)) return std::nullopt;
  if (as_of->range.to - as_of->range.from > std::chrono::days{2}) return std::nullopt;
  return as_of->range;
}

/// Tolls of two days that both claims name are tolls of two events: "five were shot on Thursday",
/// "four were shot on Sunday". A night has two days.
bool on_other_days(const std::optional<DayRange>& a, const std::optional<DayRange>& b) {
  return a && b && day_gap(*a, *b) > 1;
}

/// A toll of one day and one of a whole season are two questions.
bool same_span_of_time(const LinkReading& a, const LinkReading& b) {
  const auto is_long = [](const LinkReading& reading) {
    return reading.since ||
           (reading.days && reading.days->to - reading.days->from > std::chrono::days{kWindowDays});
  };
  return is_long(a) == is_long(b);
}

/// A claim that says nothing but how many and what: its story says of which happening.
bool is_bare(const LinkReading& reading) {
  return reading.dimension == "count" && reading.noun_head == "person" &&
         !reading.predicate.empty() && reading.bare;
}

/// How alike two readings are that may answer one question, how alike their words must be to do so,
/// and whether they do.
struct Closeness {
  double alike = 0;
  double asked = 0;
  bool enough = false;
};

/// Nothing where they do not, by far.
std::optional<Closeness> closeness(const LinkReading& a, const LinkReading& b) {
  if (a.dimension != b.dimension || !near_in_time(a, b)) return std::nullopt;
  if (a.story != b.story && !may_outlast_a_story(a, b)) return std::nullopt;
  const double words = cosine(a.vector, b.vector);
  double least = kSameStatement;
  if (!a.dimension.empty()) {
    const bool event = !a.predicate.empty() && !b.predicate.empty();
    if (event && a.predicate != b.predicate) return std::nullopt;
    if (!same_quantity(a, b)) return std::nullopt;
    if (event && a.many_events != b.many_events) return std::nullopt;
    if (event && on_other_days(named_day(a), named_day(b))) return std::nullopt;
    if (!same_span_of_time(a, b) && words < kElsewhere) return std::nullopt;
    least = a.dimension != "count" ? kSameMeasure : event ? kSameEvent : kSameFigure;
  }
  if (a.dimension.empty() && a.denies != b.denies) least = kOpposed;
  if (a.story != b.story) {
    least = std::max(least, kElsewhere);
    if (words < kUnsure * least || cosine(*a.report, *b.report) < kRelated) return std::nullopt;
  }
  if (words >= least) return Closeness{words, least, true};
  // Below all others, the more alike report first.
  const bool bare = a.story == b.story && (is_bare(a) || is_bare(b));
  if (bare) return Closeness{least * cosine(*a.report, *b.report), least, true};
  if (words < kUnsure * least) return std::nullopt;
  return Closeness{words, least, false};
}

/// Whether one report gives both figures in the same voice, and they cannot both hold: then they
/// count two things. What a headline says against its own text is another matter.
bool told_apart(const LinkReading& a, const LinkReading& b) {
  const auto in_text = [](const LinkReading& reading) {
    return reading.input->stored->claim.block == BlockKind::body;
  };
  return a.input->stored->report == b.input->stored->report && a.claimant == b.claimant &&
         in_text(a) && in_text(b) && disjoint(*a.quantity(), *b.quantity());
}

/// Readings joined so far. A part holds figures of one event on one day only, so that one that
/// names no event does not bring the killed and the injured together, and none that its own report
/// tells apart.
class Parts {
 public:
  explicit Parts(const std::vector<LinkReading>& readings)
      : readings_(readings), parent_(readings.size()), members_(readings.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t i = 0; i < readings.size(); ++i) {
      event_.push_back(readings[i].predicate);
      day_.push_back(readings[i].quantity() ? named_day(readings[i]) : std::nullopt);
      members_[i].emplace(readings[i].input->stored->report, i);
    }
  }
  std::size_t root(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    if (a > b) std::swap(a, b);
    if (a == b || (!event_[a].empty() && !event_[b].empty() && event_[a] != event_[b])) return;
    if (on_other_days(day_[a], day_[b]) || apart(members_[a], members_[b])) return;
    if (!day_[a]) day_[a] = day_[b];
    if (event_[a].empty()) event_[a] = event_[b];
    parent_[b] = a;
    members_[a].merge(members_[b]);
  }
  [[nodiscard]] bool is_joined(std::size_t at) { return members_[root(at)].size() > 1; }

 private:
  using Members = std::multimap<std::string, std::size_t>;  ///< by report

  [[nodiscard]] bool apart(const Members& a, const Members& b) const {
    const Members& fewer = a.size() < b.size() ? a : b;
    const Members& more = a.size() < b.size() ? b : a;
    return std::any_of(fewer.begin(), fewer.end(), [&](const auto& member) {
      const auto [begin, end] = more.equal_range(member.first);
      return std::any_of(begin, end, [&](const auto& other) {
        return told_apart(readings_[member.second], readings_[other.second]);
      });
    });
  }

  const std::vector<LinkReading>& readings_;
  std::vector<std::size_t> parent_;
  std::vector<Members> members_;
  std::vector<std::string> event_;
  std::vector<std::optional<DayRange>> day_;  ///< on which it happened, where a reading says so
};

struct Pair {
  double alike;
  std::size_t a;
  std::size_t b;
};

/// The later readings that may answer the question of reading `i`: those of its story, and those
/// that share a word that is not common.
class Candidates {
 public:
  explicit Candidates(const std::vector<LinkReading>& readings) : readings_(readings) {
    for (std::size_t i = 0; i < readings.size(); ++i) {
      stories_[readings[i].story].push_back(i);
      for (const WeightedWord& word : readings[i].vector) words_[word.word].push_back(i);
    }
  }
  [[nodiscard]] std::vector<std::size_t> after(std::size_t i) const {
    std::vector<std::size_t> found;
    const auto add = [&](const std::vector<std::size_t>& members) {
      found.insert(found.end(), std::upper_bound(members.begin(), members.end(), i), members.end());
    };
    add(stories_.at(readings_[i].story));
    for (const WeightedWord& word : readings_[i].vector) {
      const std::vector<std::size_t>& members = words_.at(word.word);
      if (members.size() <= kCommonWord) add(members);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  const std::vector<LinkReading>& readings_;
  std::unordered_map<std::size_t, std::vector<std::size_t>> stories_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> words_;
};

}  // namespace

std::vector<std::size_t> partition(const std::vector<LinkReading>& readings) {
  std::vector<Pair> figures;
  Likeness statements(readings.size());
  const Candidates candidates(readings);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (const std::size_t j : candidates.after(i)) {
      const auto close = closeness(readings[i], readings[j]);
      if (!close || !close->enough) continue;
      const double score = close->alike;
      if (readings[i].dimension.empty()) {
        statements[i][j] = statements[j][i] = score;
      } else {
        figures.push_back({score, i, j});
      }
    }
  }
  std::sort(figures.begin(), figures.end(), [](const Pair& x, const Pair& y) {
    return std::tuple(y.alike, x.a, x.b) < std::tuple(x.alike, y.a, y.b);
  });
  Parts parts(readings);
  for (const Pair& pair : figures) {
    // What is bare goes to one part, it does not bring two together.
    const bool placed =
        pair.alike < kSameEvent &&
        (is_bare(readings[pair.a]) ? parts.is_joined(pair.a) : parts.is_joined(pair.b));
    if (!placed) parts.join(pair.a, pair.b);
  }
  std::vector<std::size_t> first = average_linkage(std::move(statements), kSameStatement);
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (!readings[i].dimension.empty()) first[i] = parts.root(i);
  }
  join_disputes(readings, first);
  return first;
}

std::vector<UnsurePair> unsure_pairs(const std::vector<LinkReading>& readings) {
  std::vector<UnsurePair> pairs;
  const Candidates candidates(readings);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (const std::size_t j : candidates.after(i)) {
      const auto close = closeness(readings[i], readings[j]);
      if (close && !close->enough) pairs.push_back({i, j, close->alike, close->asked});
    }
  }
  return pairs;
}

}  // namespace claimtrail
