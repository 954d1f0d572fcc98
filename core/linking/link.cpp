#include "core/linking/link.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/linking/inherit_questions.h"
#include "core/linking/question_decisions.h"
#include "core/linking/reading.h"
#include "core/linking/words.h"
#include "core/model/digest.h"

namespace claimtrail {
namespace {

bool grows(const LinkReading& reading) {
  static const std::set<std::string, std::less<>> kTolls{"kill",   "injur",  "miss",  "displac",
                                                         "detain", "infect", "rescu", "destroy"};
  return kTolls.contains(reading.predicate);
}

/// What a discovered question asks, in the words of its first reading.
std::string wording(const LinkReading& reading) {
  const Figure* figure = reading.quantity();
  if (figure == nullptr) return reading.input->stored->exact;
  const std::string what = !figure->noun.empty() ? figure->noun : figure->dimension;
  const std::string verb = reading.predicate.empty() ? "" : ": " + figure->predicate;
  return fmt::format("{} {}{}", figure->dimension == "count" ? "How many" : "How much", what, verb);
}

/// Takes out parts of statements whose claims all give figures for one question already: the
/// figures' question says what is asked.
void leave_to_figures(ReadingParts& parts, const std::vector<LinkReading>& readings) {
  std::map<std::string, std::set<std::size_t>> figure_parts;  // by claim
  for (const auto& [part, members] : parts) {
    for (const std::size_t member : members) {
      if (readings[member].figure >= 0) figure_parts[readings[member].claim()].insert(part);
    }
  }
  std::erase_if(parts, [&](const auto& part) {
    if (readings[part.second.front()].figure >= 0) return false;
    std::set<std::size_t> shared = figure_parts[readings[part.second.front()].claim()];
    for (const std::size_t member : part.second) {
      const std::set<std::size_t>& own = figure_parts[readings[member].claim()];
      std::erase_if(shared, [&](std::size_t each) { return !own.contains(each); });
    }
    return !shared.empty();
  });
}

Question discovered(const std::string& id, const std::vector<std::size_t>& members,
                    const std::vector<LinkReading>& readings) {
  const LinkReading& first = readings[members.front()];
  Question question;
  question.id = id;
  question.ask = wording(first);
  question.dimension = first.dimension;
  const bool running = std::any_of(members.begin(), members.end(),
                                   [&](std::size_t member) { return grows(readings[member]); });
  question.behaves = running ? "running_total" : "point";
  return question;
}

/// Readings answer what a person says they do, and not what one says they do not.
void overrule(std::vector<std::string>& question_of, const std::vector<LinkReading>& readings,
              const QuestionDecisions& decisions) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const ReadingKey key = readings[i].key();
    index.emplace(to_text(key), i);
    const std::string* placed = decisions.placed(key);
    question_of[i] = decisions.counts_as(placed == nullptr ? question_of[i] : *placed);
  }
  for (const auto& [a, b] : decisions.apart()) {
    const auto one = index.find(a);
    const auto other = index.find(b);
    if (one == index.end() && other == index.end()) continue;
    const std::size_t leaves = other == index.end() ? one->second : other->second;
    if (decisions.placed(readings[leaves].key()) != nullptr) continue;
    const std::string& elsewhere = one == index.end()     ? decisions.counts_as(a)
                                   : other == index.end() ? decisions.counts_as(b)
                                                          : question_of[one->second];
    if (question_of[leaves] == elsewhere) question_of[leaves].clear();
  }
}

/// The questions that are answered, and by what. A discovered one is worded by the readings that
/// came to it by themselves, before those that people brought.
Linking collect(const std::vector<Question>& declared, const std::vector<LinkReading>& readings,
                const std::vector<std::string>& question_of,
                const std::vector<std::string>& by_machine, const QuestionDecisions& decisions) {
  Linking linking;
  linking.questions = declared;
  std::map<std::string, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (question_of[i].empty()) continue;
    members[question_of[i]].push_back(i);
    linking.links.push_back({readings[i].claim(), readings[i].figure, question_of[i]});
  }
  for (Question& question : linking.questions) {
    question.declared = true;
    members.erase(question.id);
  }
  for (auto& [id, list] : members) {
    std::stable_partition(list.begin(), list.end(),
                          [&](std::size_t member) { return by_machine[member] == id; });
    linking.questions.push_back(discovered(id, list, readings));
  }
  for (Question& question : linking.questions) {
    const std::string* asked = decisions.wording(question.id);
    if (asked != nullptr) question.ask = *asked;
  }
  std::sort(linking.links.begin(), linking.links.end(),
            [](const ReadingLink& a, const ReadingLink& b) {
              return std::tie(a.claim, a.figure) < std::tie(b.claim, b.figure);
            });
  return linking;
}

}  // namespace

Linking link_readings(const std::vector<LinkInput>& claims, const std::vector<Question>& declared,
                      const std::vector<Question>& earlier_questions,
                      const std::vector<ReadingLink>& earlier_links,
                      const std::vector<Review>& reviews) {
  const QuestionDecisions decisions(reviews);
  // In an order of their own, so that nothing can depend on the one they came in.
  std::vector<LinkInput> in_order = claims;
  std::sort(in_order.begin(), in_order.end(), [](const LinkInput& a, const LinkInput& b) {
    return a.stored->claim.id < b.stored->claim.id;
  });
  const std::vector<LinkReading> readings = make_readings(in_order);
  std::vector<std::string> question_of(readings.size());
  std::vector<LinkReading> open;
  std::vector<std::size_t> open_index;

  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto answered =
        std::find_if(declared.begin(), declared.end(),
                     [&](const Question& question) { return answers(readings[i], question); });
    if (answered != declared.end()) {
      question_of[i] = answered->id;
    } else {
      open.push_back(readings[i]);
      open_index.push_back(i);
    }
  }

  ReadingParts parts;
  const std::vector<std::size_t> first_of = partition(open);
  for (std::size_t i = 0; i < open.size(); ++i) parts[first_of[i]].push_back(i);
  std::erase_if(parts, [](const auto& part) { return part.second.size() < 2; });
  leave_to_figures(parts, open);
  for (const auto& [member, question] :
       inherit_questions(parts, open, earlier_questions, earlier_links, decisions)) {
    question_of[open_index[member]] = question;
  }
  const std::vector<std::string> by_machine = question_of;
  overrule(question_of, readings, decisions);
  return collect(declared, readings, question_of, by_machine, decisions);
}

}  // namespace claimtrail
