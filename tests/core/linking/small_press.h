#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/linking/link.h"

namespace claimtrail {

/// A newsroom of claims, each in a report of its own.
class SmallPress {
 public:
  StoredClaim& say(const std::string& id, const std::string& words,
                   const char* day = "2025-04-26") {
    StoredClaim stored;
    stored.claim.id = id;
    stored.claim.span = {0, static_cast<std::uint32_t>(words.size())};
    stored.claim.content = {stored.claim.span};
    stored.report = "r-" + id;
    stored.exact = words;
    claims_.push_back(std::make_unique<StoredClaim>(std::move(stored)));
    days_.push_back(*parse_day(day));
    return *claims_.back();
  }

  StoredClaim& count(const std::string& id, const std::string& words, int value,
                     const std::string& noun, const std::string& predicate,
                     const char* day = "2025-04-26") {
    StoredClaim& stored = say(id, words, day);
    Figure figure;
    figure.low = figure.high = Decimal{value};
    figure.dimension = "count";
    figure.noun = noun;
    figure.predicate = predicate;
    stored.claim.figures.push_back(figure);
    return stored;
  }

  [[nodiscard]] std::vector<LinkInput> inputs() const {
    std::vector<LinkInput> list;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      LinkInput input;
      input.stored = claims_[i].get();
      input.report_context = "Kursk region";
      input.published = days_[i];
      list.push_back(input);
    }
    return list;
  }

 private:
  std::vector<std::unique_ptr<StoredClaim>> claims_;
  std::vector<Day> days_;
};

inline std::map<std::string, std::string> question_by_claim(const Linking& linking) {
  std::map<std::string, std::string> map;
  for (const ReadingLink& link : linking.links) map[link.claim] = link.question;
  return map;
}

}  // namespace claimtrail
