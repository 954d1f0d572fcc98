#include "core/linking/disputes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace claimtrail {
namespace {

/// How alike two stories must be, as wholes, of which one says that the other is not so.
constexpr double kSameDispute = 0.4;
/// How alike two reports must be to be about one matter, and a report's opening statement to what
/// another says is not so, or opens with.
constexpr double kSameMatter = 0.14;
constexpr double kSameStatement = 0.08;

/// One report's part in a disputed story: its opening statement, and what of it refutes the story.
struct StorySide {
  std::optional<std::size_t> opening;
  std::vector<std::size_t> refuting;
  bool doubts = false;  ///< anything in it says that something is not so
};

/// What tells a story's reports from all others, as one vector of length one.
using Centroid = std::unordered_map<std::uint32_t, double>;

Centroid centroid_of(const std::map<std::string, const WordVector*>& reports) {
  Centroid centroid;
  for (const auto& [report, vector] : reports) {
    for (const WeightedWord& word : *vector) centroid[word.word] += word.weight;
  }
  double squares = 0;
  for (const auto& [word, weight] : centroid) squares += weight * weight;
  for (auto& [word, weight] : centroid) weight /= std::sqrt(squares);
  return centroid;
}

/// For each story the one in which its dispute is told. Who finds a story untrue tells of another
/// happening, how that came out, often enough in words of its own: so a story in which a report
/// refutes is joined to the one most like it.
std::map<std::size_t, std::size_t> find_disputes(const std::vector<LinkReading>& readings) {
  std::map<std::size_t, std::map<std::string, const WordVector*>> reports;
  std::set<std::size_t> disputed;
  for (const LinkReading& reading : readings) {
    if (reading.report != nullptr)
      reports[reading.story][reading.input->stored->report] = reading.report.get();
    if (reading.refutes && reading.dimension.empty()) disputed.insert(reading.story);
  }
  std::map<std::size_t, std::size_t> told_in;
  if (disputed.empty()) return told_in;
  std::unordered_map<std::uint32_t, std::vector<std::pair<std::size_t, double>>> index;
  std::map<std::size_t, Centroid> centroids;
  for (const auto& [story, members] : reports) {
    Centroid centroid = centroid_of(members);
    for (const auto& [word, weight] : centroid) index[word].emplace_back(story, weight);
    if (disputed.contains(story)) centroids.emplace(story, std::move(centroid));
  }
  const auto root = [&](std::size_t story) {
    for (auto at = told_in.find(story); at != told_in.end() && at->second != story;
         at = told_in.find(story)) {
      story = at->second;
    }
    return story;
  };
  for (const auto& [story, centroid] : centroids) {
    std::map<std::size_t, double> likeness;
    for (const auto& [word, weight] : centroid) {
      for (const auto& [other, theirs] : index[word]) {
        if (other != story) likeness[other] += weight * theirs;
      }
    }
    const auto nearest =
        std::max_element(likeness.begin(), likeness.end(),
                         [](const auto& x, const auto& y) { return x.second < y.second; });
    if (nearest == likeness.end() || nearest->second < kSameDispute) continue;
    const std::size_t a = root(story);
    const std::size_t b = root(nearest->first);
    if (a != b) told_in[std::max(a, b)] = std::min(a, b);
  }
  std::map<std::size_t, std::size_t> found;
  for (const auto& [story, members] : reports) found[story] = root(story);
  return found;
}

}  // namespace

void join_disputes(const std::vector<LinkReading>& readings, std::vector<std::size_t>& first) {
  std::map<std::size_t, std::map<std::string, StorySide>> stories;
  const std::map<std::size_t, std::size_t> disputes = find_disputes(readings);
  if (disputes.empty()) return;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const LinkReading& reading = readings[i];
    if (!reading.dimension.empty()) continue;
    StorySide& side = stories[disputes.at(reading.story)][reading.input->stored->report];
    if (reading.refutes) side.refuting.push_back(i);
    side.doubts = side.doubts || reading.doubts;
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
      if (side.doubts || readings[*side.opening].denies) continue;
      const LinkReading& opening = readings[*side.opening];
      const bool meant = std::any_of(refuting.begin(), refuting.end(), [&](std::size_t other) {
        const LinkReading& refutes = readings[other];
        const std::size_t theirs = *sides.at(refutes.input->stored->report).opening;
        return cosine(*opening.report, *refutes.report) >= kSameMatter &&
               std::max(cosine(opening.vector, refutes.vector),
                        cosine(opening.vector, readings[theirs].vector)) >= kSameStatement;
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

}  // namespace claimtrail
