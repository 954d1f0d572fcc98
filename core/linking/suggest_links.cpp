#include "core/linking/suggest_links.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/linking/reading.h"

namespace claimtrail {
namespace {

double share(const LinkSuggestion& suggestion) { return suggestion.alike / suggestion.asked; }

bool closer(const LinkSuggestion& a, const LinkSuggestion& b) {
  return std::tuple(-share(a), a.first.subject(), a.second.subject(), a.first.reading,
                    a.second.reading) < std::tuple(-share(b), b.first.subject(), b.second.subject(),
                                                   b.first.reading, b.second.reading);
}

}  // namespace

std::vector<LinkSuggestion> suggest_links(const std::vector<LinkInput>& claims,
                                          const std::vector<ReadingLink>& links,
                                          const std::vector<Review>& reviews) {
  const QuestionDecisions decisions(reviews);
  std::map<ReadingKey, std::string> question_of;
  for (const ReadingLink& link : links) question_of[{link.claim, link.figure}] = link.question;
  const std::vector<LinkReading> readings = make_readings(claims);
  const auto side = [&](const LinkReading& reading) {
    const auto found = question_of.find(reading.key());
    return SuggestedSide{reading.key(), found == question_of.end() ? "" : found->second};
  };
  std::map<std::pair<std::string, std::string>, LinkSuggestion> closest;
  for (const UnsurePair& pair : unsure_pairs(readings)) {
    LinkSuggestion suggestion{side(readings[pair.first]), side(readings[pair.second]), pair.alike,
                              pair.asked};
    if (suggestion.second.subject() < suggestion.first.subject()) {
      std::swap(suggestion.first, suggestion.second);
    }
    const std::pair subjects(suggestion.first.subject(), suggestion.second.subject());
    if (subjects.first == subjects.second) continue;
    const bool statements = readings[pair.first].dimension.empty();
    const bool answer_none =
        suggestion.first.question.empty() && suggestion.second.question.empty();
    if (statements && answer_none) continue;
    if (decisions.apart(subjects.first, subjects.second)) continue;
    const auto [held, is_new] = closest.emplace(subjects, suggestion);
    if (!is_new && closer(suggestion, held->second)) held->second = suggestion;
  }
  std::vector<LinkSuggestion> suggestions;
  for (auto& [subjects, suggestion] : closest) suggestions.push_back(std::move(suggestion));
  std::sort(suggestions.begin(), suggestions.end(), closer);
  return suggestions;
}

}  // namespace claimtrail
