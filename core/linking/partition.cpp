#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "core/linking/average_linkage.h"
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

/// A toll of one day and one of a whole season are two questions.
bool same_span_of_time(const LinkReading& a, const LinkReading& b) {
  const auto is_long = [](const LinkReading& reading) {
    return reading.since ||
           (reading.days && reading.days->to - reading.days->from > std::chrono::days{kWindowDays});
  };
  return is_long(a) == is_long(b);
}

/// How alike the words of two readings are that may answer one question, and how alike they must
/// be to do so.
struct Closeness {
  double words = 0;
  double least = 0;
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
    if (!same_span_of_time(a, b) && words < kElsewhere) return std::nullopt;
    least = a.dimension != "count" ? kSameMeasure : event ? kSameEvent : kSameFigure;
  }
  if (a.dimension.empty() && a.denies != b.denies) least = kOpposed;
  if (a.story != b.story) least = std::max(least, kElsewhere);
  if (words < kUnsure * least) return std::nullopt;
  if (a.story != b.story && cosine(*a.report, *b.report) < kRelated) return std::nullopt;
  return Closeness{words, least};
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

/// Readings joined so far. A part holds figures of one event only, so that one that names no event
/// does not bring the killed and the injured together, and none that its own report tells apart.
class Parts {
 public:
  explicit Parts(const std::vector<LinkReading>& readings)
      : readings_(readings), parent_(readings.size()), members_(readings.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t i = 0; i < readings.size(); ++i) {
      event_.push_back(readings[i].predicate);
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
    if (apart(members_[a], members_[b])) return;
    if (event_[a].empty()) event_[a] = event_[b];
    parent_[b] = a;
    members_[a].merge(members_[b]);
  }

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

/// One report's part in a disputed story: its opening statement, and what of it refutes the story.
struct StorySide {
  std::optional<std::size_t> opening;
  std::vector<std::size_t> refuting;
};

/// Whether a story is so, is one question: where a report refutes its story, what refutes it and
/// the opening statements of the reports that do not, where they speak of the same, are answers to
/// it.
void join_disputes(const std::vector<LinkReading>& readings, std::vector<std::size_t>& first) {
  std::map<std::size_t, std::map<std::string, StorySide>> stories;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const LinkReading& reading = readings[i];
    if (!reading.dimension.empty()) continue;
    StorySide& side = stories[reading.story][reading.input->stored->report];
    if (reading.refutes) side.refuting.push_back(i);
    const auto start = [&](std::size_t at) { return readings[at].input->stored->claim.span.start; };
    if (!side.opening || start(i) < start(*side.opening)) side.opening = i;
  }
  std::map<std::size_t, std::size_t> moved;  // to which part
  for (const auto& [story, sides] : stories) {
    std::vector<std::size_t> refuting;
    for (const auto& [report, side] : sides)
      refuting.insert(refuting.end(), side.refuting.begin(), side.refuting.end());
    std::vector<std::size_t> answers = refuting;
    for (const auto& [report, side] : sides) {
      if (!side.refuting.empty() || readings[*side.opening].denies) continue;
      const bool meant = std::any_of(refuting.begin(), refuting.end(), [&](std::size_t other) {
        return cosine(readings[*side.opening].vector, readings[other].vector) >= kSameEvent;
      });
      if (meant) answers.push_back(*side.opening);
    }
    if (answers.size() == refuting.size()) continue;
    const std::size_t part = *std::min_element(answers.begin(), answers.end());
    for (const std::size_t answer : answers) moved[answer] = part;
  }
  // Who stays behind in a part that was named after one of the answers gets another name.
  std::map<std::size_t, std::size_t> renamed;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (!moved.contains(i) && moved.contains(first[i])) {
      first[i] = renamed.emplace(first[i], i).first->second;
    }
  }
  for (const auto& [answer, part] : moved) first[answer] = part;
}

}  // namespace

std::vector<std::size_t> partition(const std::vector<LinkReading>& readings) {
  std::vector<Pair> figures;
  Likeness statements(readings.size());
  const Candidates candidates(readings);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (const std::size_t j : candidates.after(i)) {
      const auto close = closeness(readings[i], readings[j]);
      if (!close || close->words < close->least) continue;
      const double score = close->words;
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
  for (const Pair& pair : figures) parts.join(pair.a, pair.b);
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
      if (close && close->words < close->least) pairs.push_back({i, j, close->words, close->least});
    }
  }
  return pairs;
}

}  // namespace claimtrail
