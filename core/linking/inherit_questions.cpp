#include "core/linking/inherit_questions.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "core/model/digest.h"

namespace claimtrail {
namespace {

/// Which stored question each reading answered that no person placed, where a part may inherit it.
std::map<ReadingKey, std::string> inheritable(const std::vector<Question>& questions,
                                              const std::vector<ReadingLink>& links,
                                              const QuestionDecisions& decisions) {
  std::set<std::string> heritable;
  for (const Question& question : questions) {
    if (!question.declared || decisions.took_in_others(question.id)) heritable.insert(question.id);
  }
  std::map<ReadingKey, std::string> earlier;
  for (const ReadingLink& link : links) {
    const ReadingKey reading{link.claim, link.figure};
    if (decisions.placed(reading) == nullptr && heritable.contains(link.question)) {
      earlier.emplace(reading, link.question);
    }
  }
  return earlier;
}

std::string new_id(const std::vector<std::size_t>& members,
                   const std::vector<LinkReading>& readings, std::set<std::string>& used) {
  ReadingKey first = readings[members.front()].key();
  for (const std::size_t member : members) first = std::min(first, readings[member].key());
  for (int salt = 0;; ++salt) {
    std::string id = "q-" + content_id({"question", first.first, fmt::format("{}", first.second),
                                        fmt::format("{}", salt)});
    if (used.insert(id).second) return id;
  }
}

/// Ids for the parts: each inherits the earlier question with which it shares most readings, the
/// strongest overlap first; the rest get one made from their first reading. Only a question that
/// people merged others into may be inherited by several.
std::map<std::size_t, std::string> name_parts(const ReadingParts& parts,
                                              const std::vector<LinkReading>& readings,
                                              const std::map<ReadingKey, std::string>& earlier,
                                              const QuestionDecisions& decisions) {
  std::vector<std::tuple<int, std::string, std::size_t>> overlaps;
  for (const auto& [part, members] : parts) {
    std::map<std::string, int> shared;
    for (const std::size_t member : members) {
      const auto found = earlier.find(readings[member].key());
      if (found != earlier.end()) ++shared[found->second];
    }
    for (const auto& [question, count] : shared) overlaps.emplace_back(-count, question, part);
  }
  std::sort(overlaps.begin(), overlaps.end());
  std::map<std::size_t, std::string> names;
  std::set<std::string> used;
  for (const auto& [count, question, part] : overlaps) {
    if (names.contains(part)) continue;
    if (used.insert(question).second || decisions.took_in_others(question)) names[part] = question;
  }
  for (const auto& [part, members] : parts) {
    if (!names.contains(part)) names[part] = new_id(members, readings, used);
  }
  return names;
}

/// Which question each reading of one part answers. A person may have divided it: by placing
/// readings elsewhere, or by saying that two questions are not one before the machine thought they
/// were. Then what is new goes where it is most at home.
class DividedPart {
 public:
  DividedPart(std::string name, const std::vector<std::size_t>& members,
              const std::vector<LinkReading>& readings,
              const std::map<ReadingKey, std::string>& earlier, const QuestionDecisions& decisions)
      : name_(std::move(name)), readings_(readings) {
    for (const std::size_t member : members) {
      const std::string* placed = decisions.placed(readings[member].key());
      if (placed != nullptr) settled_[*placed].push_back(member);
    }
    for (const std::size_t member : members) {
      const ReadingKey key = readings[member].key();
      if (decisions.placed(key) != nullptr) continue;
      const auto before = earlier.find(key);
      const bool stays = before != earlier.end() &&
                         (before->second == name_ || decisions.apart(before->second, name_) ||
                          (decisions.is_made(before->second) && settled_.contains(before->second)));
      if (stays) {
        settled_[before->second].push_back(member);
        answer_[member] = before->second;
      } else {
        answer_[member] = {};
      }
    }
  }

  /// By reading; those that a person placed are left out.
  [[nodiscard]] std::map<std::size_t, std::string> answers() const {
    std::map<std::size_t, std::string> answers = answer_;
    for (auto& [member, question] : answers) {
      if (question.empty()) question = nearest(member);
    }
    return answers;
  }

 private:
  [[nodiscard]] std::string nearest(std::size_t member) const {
    std::string best = name_;
    double most = likeness(member, name_);
    for (const auto& [question, settled] : settled_) {
      if (question.empty()) continue;
      const double alike = likeness(member, question);
      if (alike > most) std::tie(best, most) = std::pair(question, alike);
    }
    return best;
  }

  [[nodiscard]] double likeness(std::size_t member, const std::string& question) const {
    const auto settled = settled_.find(question);
    if (settled == settled_.end()) return 0;
    double sum = 0;
    for (const std::size_t other : settled->second) {
      sum += cosine(readings_[member].vector, readings_[other].vector);
    }
    return sum / static_cast<double>(settled->second.size());
  }

  std::string name_;
  const std::vector<LinkReading>& readings_;
  std::map<std::string, std::vector<std::size_t>> settled_;  ///< by question
  std::map<std::size_t, std::string> answer_;                ///< empty: new here
};

}  // namespace

std::map<std::size_t, std::string> inherit_questions(const ReadingParts& parts,
                                                     const std::vector<LinkReading>& readings,
                                                     const std::vector<Question>& questions,
                                                     const std::vector<ReadingLink>& links,
                                                     const QuestionDecisions& decisions) {
  const std::map<ReadingKey, std::string> earlier = inheritable(questions, links, decisions);
  std::map<std::size_t, std::string> question_of;
  for (const auto& [part, name] : name_parts(parts, readings, earlier, decisions)) {
    question_of.merge(DividedPart(name, parts.at(part), readings, earlier, decisions).answers());
  }
  return question_of;
}

}  // namespace claimtrail
