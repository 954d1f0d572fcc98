#include "core/linking/link.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/linking/reading.h"
#include "core/linking/words.h"
#include "core/model/digest.h"

namespace claimtrail {
namespace {

using ReadingKey = std::pair<std::string, int>;

/// What people decided about questions, replayed in order. An undone decision is left out.
struct Decisions {
  std::map<std::string, std::string> merged;  ///< question -> question it went into
  std::map<ReadingKey, std::string> moved;    ///< reading -> question; empty: none
  std::map<std::string, std::string> asked;   ///< question -> new wording

  [[nodiscard]] std::string final_question(std::string question) const {
    std::set<std::string> seen;
    for (auto found = merged.find(question); found != merged.end() && seen.insert(question).second;
         found = merged.find(question)) {
      question = found->second;
    }
    return question;
  }
};

/// "CLAIM#FIGURE"; without "#" the statement.
ReadingKey reading_key(const std::string& subject) {
  const auto mark = subject.find('#');
  if (mark == std::string::npos) return {subject, -1};
  return {subject.substr(0, mark), std::atoi(subject.c_str() + mark + 1)};
}

Decisions replay(const std::vector<Review>& reviews) {
  std::set<std::string> undone;
  for (const Review& review : reviews) {
    if (!review.undoes.empty()) undone.insert(review.undoes);
  }
  Decisions decisions;
  for (const Review& review : reviews) {
    if (undone.contains(review.id)) continue;
    if (review.subject_kind == "question" && review.action == "merge") {
      decisions.merged[review.subject] = review.after;
    } else if (review.subject_kind == "question" && review.action == "rename") {
      decisions.asked[review.subject] = review.after;
    } else if (review.subject_kind == "claim" && review.action == "move") {
      decisions.moved[reading_key(review.subject)] = review.after;
    }
  }
  return decisions;
}

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

/// Ids for the parts: each inherits the earlier question with which it shares most readings, the
/// strongest overlap first; the rest get one made from their first reading.
std::map<std::size_t, std::string> name_parts(
    const std::map<std::size_t, std::vector<std::size_t>>& parts,
    const std::vector<LinkReading>& readings, const std::map<ReadingKey, std::string>& earlier) {
  std::vector<std::tuple<int, std::string, std::size_t>> overlaps;
  for (const auto& [part, members] : parts) {
    std::map<std::string, int> shared;
    for (const std::size_t member : members) {
      const auto found = earlier.find({readings[member].claim(), readings[member].figure});
      if (found != earlier.end()) ++shared[found->second];
    }
    for (const auto& [question, count] : shared) overlaps.emplace_back(-count, question, part);
  }
  std::sort(overlaps.begin(), overlaps.end());
  std::map<std::size_t, std::string> names;
  std::set<std::string> used;
  for (const auto& [count, question, part] : overlaps) {
    if (names.contains(part) || used.contains(question)) continue;
    names[part] = question;
    used.insert(question);
  }
  for (const auto& [part, members] : parts) {
    if (names.contains(part)) continue;
    ReadingKey first{readings[members.front()].claim(), readings[members.front()].figure};
    for (const std::size_t member : members) {
      first = std::min(first, ReadingKey{readings[member].claim(), readings[member].figure});
    }
    for (int salt = 0;; ++salt) {
      const std::string id =
          "q-" + content_id({"question", first.first, fmt::format("{}", first.second),
                             fmt::format("{}", salt)});
      if (!used.insert(id).second) continue;
      names[part] = id;
      break;
    }
  }
  return names;
}

/// Takes out parts of statements whose claims all give figures for one question already: the
/// figures' question says what is asked.
void leave_to_figures(std::map<std::size_t, std::vector<std::size_t>>& parts,
                      const std::vector<LinkReading>& readings) {
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

}  // namespace

Linking link_readings(const std::vector<LinkInput>& claims, const std::vector<Question>& declared,
                      const std::vector<Question>& earlier_questions,
                      const std::vector<ReadingLink>& earlier_links,
                      const std::vector<Review>& reviews) {
  const Decisions decisions = replay(reviews);
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

  Linking linking;
  linking.questions = declared;
  for (Question& question : linking.questions) question.declared = true;

  std::set<std::string> known_discovered;
  for (const Question& question : earlier_questions) {
    if (!question.declared) known_discovered.insert(question.id);
  }
  std::map<ReadingKey, std::string> earlier;
  for (const ReadingLink& link : earlier_links) {
    if (known_discovered.contains(link.question))
      earlier[{link.claim, link.figure}] = link.question;
  }

  std::map<std::size_t, std::vector<std::size_t>> parts;
  const std::vector<std::size_t> first_of = partition(open);
  for (std::size_t i = 0; i < open.size(); ++i) parts[first_of[i]].push_back(i);
  std::erase_if(parts, [](const auto& part) { return part.second.size() < 2; });
  leave_to_figures(parts, open);
  for (const auto& [part, id] : name_parts(parts, open, earlier)) {
    const std::vector<std::size_t>& members = parts.at(part);
    linking.questions.push_back(discovered(id, members, open));
    for (const std::size_t member : members) question_of[open_index[member]] = id;
  }

  std::set<std::string> exists;
  for (const Question& question : linking.questions) exists.insert(question.id);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    std::string question = decisions.final_question(question_of[i]);
    const auto moved = decisions.moved.find({readings[i].claim(), readings[i].figure});
    if (moved != decisions.moved.end()) question = decisions.final_question(moved->second);
    if (question.empty() || !exists.contains(question)) continue;
    linking.links.push_back({readings[i].claim(), readings[i].figure, question});
  }
  for (Question& question : linking.questions) {
    const auto asked = decisions.asked.find(question.id);
    if (asked != decisions.asked.end()) question.ask = asked->second;
  }
  std::sort(linking.links.begin(), linking.links.end(),
            [](const ReadingLink& a, const ReadingLink& b) {
              return std::tie(a.claim, a.figure) < std::tie(b.claim, b.figure);
            });
  return linking;
}

}  // namespace claimtrail
