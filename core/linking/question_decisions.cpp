#include "core/linking/question_decisions.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include <fmt/format.h>

#include "core/model/standing_reviews.h"

namespace claimtrail {
namespace {

std::vector<ReadingKey> reading_list(const std::string& text) {
  std::vector<ReadingKey> readings;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (const auto reading = parse_reading_key(word)) readings.push_back(*reading);
  }
  return readings;
}

}  // namespace

std::string to_text(const ReadingKey& reading) {
  return reading.second < 0 ? reading.first : fmt::format("{}#{}", reading.first, reading.second);
}

std::optional<ReadingKey> parse_reading_key(const std::string& text) {
  const auto mark = text.find('#');
  ReadingKey reading{text.substr(0, mark), -1};
  if (reading.first.empty()) return std::nullopt;
  if (mark == std::string::npos) return reading;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data() + mark + 1, end, reading.second);
  if (error != std::errc{} || stopped != end || reading.second < 0) return std::nullopt;
  return reading;
}

QuestionDecisions::QuestionDecisions(const std::vector<Review>& reviews) {
  for (const Review* decision : standing(reviews)) {
    const Review& review = *decision;
    const bool of_question = review.subject_kind == "question";
    if (of_question && review.action == "merge") {
      merged_[review.subject] = review.after;
    } else if (of_question && review.action == "rename") {
      asked_[review.subject] = review.after;
    } else if (of_question && (review.action == "split" || review.action == "join")) {
      made_.insert(review.subject);
      for (const ReadingKey& reading : reading_list(review.after)) {
        placed_[reading] = review.subject;
      }
    } else if (review.subject_kind == "reading" && review.action == "move") {
      if (const auto reading = parse_reading_key(review.subject)) placed_[*reading] = review.after;
    } else if (review.action == "apart" && (of_question || review.subject_kind == "reading")) {
      apart_.insert(std::minmax(review.subject, review.after));
    }
  }
}

std::string QuestionDecisions::counts_as(std::string question) const {
  std::set<std::string> seen;
  for (auto found = merged_.find(question); found != merged_.end() && seen.insert(question).second;
       found = merged_.find(question)) {
    question = found->second;
  }
  return question;
}

const std::string* QuestionDecisions::placed(const ReadingKey& reading) const {
  const auto found = placed_.find(reading);
  return found == placed_.end() ? nullptr : &found->second;
}

const std::string* QuestionDecisions::wording(const std::string& question) const {
  const auto found = asked_.find(question);
  return found == asked_.end() ? nullptr : &found->second;
}

bool QuestionDecisions::took_in_others(const std::string& question) const {
  return std::any_of(merged_.begin(), merged_.end(),
                     [&](const auto& merge) { return counts_as(merge.first) == question; });
}

bool QuestionDecisions::apart(const std::string& a, const std::string& b) const {
  return apart_.contains(std::minmax(a, b));
}

}  // namespace claimtrail
