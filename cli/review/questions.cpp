#include "cli/review/questions.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/linking/reading.h"
#include "core/model/digest.h"
#include "core/model/names.h"

#include "cli/desk/relink.h"
#include "cli/review/record.h"

namespace claimtrail {
namespace {

constexpr std::array<Name<QuestionAction>, 7> actions{{{QuestionAction::merge, "merge"},
                                                       {QuestionAction::apart, "apart"},
                                                       {QuestionAction::rename, "rename"},
                                                       {QuestionAction::split, "split"},
                                                       {QuestionAction::join, "join"},
                                                       {QuestionAction::move, "move"},
                                                       {QuestionAction::keep_out, "apart"}}};

bool needs_reason(QuestionAction action) {
  return action != QuestionAction::merge && action != QuestionAction::rename &&
         action != QuestionAction::join;
}

/// What is stored, as decisions look at it.
class Stored {
 public:
  explicit Stored(const Store& store) : store_(store), decisions_(store.reviews()) {
    for (Question& question : store.questions()) questions_.emplace(question.id, question);
    for (const ReadingLink& link : store.links()) {
      question_of_[{link.claim, link.figure}] = link.question;
    }
  }

  /// The one that it counts as.
  const Question& question(const std::string& id) const {
    const auto found = questions_.find(decisions_.counts_as(id));
    if (found != questions_.end()) return found->second;
    refuse("no-such-question", fmt::format("there is no question '{}'", id),
           "claimtrail questions lists them");
  }

  bool is_question(const std::string& id) const {
    return questions_.contains(decisions_.counts_as(id));
  }

  ReadingKey reading(const std::string& text) const {
    const auto key = parse_reading_key(text);
    const auto claim = key ? store_.claim(key->first) : std::nullopt;
    const auto keys = claim ? reading_keys(*claim) : std::vector<ReadingKey>();
    if (!key || std::find(keys.begin(), keys.end(), *key) == keys.end()) {
      refuse("no-such-reading", fmt::format("there is no reading '{}'", text),
             "a reading is a claim's id, with #0, #1, … for one of its figures; show question ID "
             "lists those that answer it");
    }
    return *key;
  }

  std::string question_of(const ReadingKey& reading) const {
    const auto found = question_of_.find(reading);
    return found == question_of_.end() ? std::string() : found->second;
  }

  std::size_t answers_to(const std::string& question) const {
    return static_cast<std::size_t>(
        std::count_if(question_of_.begin(), question_of_.end(),
                      [&](const auto& link) { return link.second == question; }));
  }

  const QuestionDecisions& decisions() const { return decisions_; }

 private:
  const Store& store_;
  QuestionDecisions decisions_;
  std::map<std::string, Question> questions_;
  std::map<ReadingKey, std::string> question_of_;
};

void merge(const Stored& stored, const QuestionRequest& request, Review& review) {
  const Question& from = stored.question(request.subject);
  const Question& into = stored.question(request.other);
  if (from.id == into.id) refuse("already", "the two are one question already");
  if (from.dimension != into.dimension) {
    const auto kind = [](const Question& question) {
      return question.dimension.empty() ? "for no figure" : "for " + question.dimension;
    };
    refuse("dimensions", fmt::format("one asks {}, the other {}: their answers cannot be compared",
                                     kind(from), kind(into)));
  }
  review.subject = review.before = from.id;
  review.after = into.id;
}

void keep_apart(const Stored& stored, const QuestionRequest& request, Review& review) {
  const std::string& one = stored.question(request.subject).id;
  const std::string& other = stored.question(request.other).id;
  if (one == other) {
    refuse("merged", "the two are one question", "--undo takes a merge back, --split divides one");
  }
  if (stored.decisions().apart(one, other)) refuse("already", "that was decided already");
  review.subject = one;
  review.after = other;
}

void rename(const Stored& stored, const QuestionRequest& request, Review& review) {
  const Question& question = stored.question(request.subject);
  review.subject = question.id;
  review.before = question.ask;
  review.after = request.other;
  if (review.before == review.after) refuse("already", "it asks that already");
}

std::vector<ReadingKey> readings_of(const Stored& stored, const QuestionRequest& request) {
  std::vector<ReadingKey> readings;
  for (const std::string& text : request.readings) readings.push_back(stored.reading(text));
  std::sort(readings.begin(), readings.end());
  readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
  if (readings.empty()) refuse("no-such-reading", "no reading is named");
  return readings;
}

/// Makes the review about a new question that these readings answer.
void gather_into_new(const std::vector<ReadingKey>& readings, Review& review) {
  std::vector<std::string> names;
  for (const ReadingKey& reading : readings) names.push_back(to_text(reading));
  review.after = fmt::format("{}", fmt::join(names, " "));
  review.subject =
      "q-" + content_id({review.action, review.before, review.after, format_timestamp(review.at)});
}

void split(const Stored& stored, const QuestionRequest& request, Review& review) {
  const Question& question = stored.question(request.subject);
  const std::vector<ReadingKey> readings = readings_of(stored, request);
  for (const ReadingKey& reading : readings) {
    if (stored.question_of(reading) == question.id) continue;
    refuse("no-such-reading",
           fmt::format("'{}' does not answer '{}'", to_text(reading), question.id),
           fmt::format("claimtrail show question {} lists those that do", question.id));
  }
  if (readings.size() == stored.answers_to(question.id)) {
    refuse("nothing-left", "no reading would answer the question any more",
           "name only those that ask for something else");
  }
  review.before = question.id;
  gather_into_new(readings, review);
}

void join(const Stored& stored, const QuestionRequest& request, Review& review) {
  QuestionRequest all = request;
  all.readings.push_back(request.subject);
  const std::vector<ReadingKey> readings = readings_of(stored, all);
  if (readings.size() < 2) refuse("no-such-reading", "a question needs two readings to be joined");
  for (const ReadingKey& reading : readings) {
    const std::string question = stored.question_of(reading);
    if (question.empty()) continue;
    refuse("already", fmt::format("'{}' answers '{}' already", to_text(reading), question),
           "--move puts a reading to another question");
  }
  gather_into_new(readings, review);
}

void move(const Stored& stored, const QuestionRequest& request, Review& review) {
  const ReadingKey reading = stored.reading(request.subject);
  review.subject = to_text(reading);
  review.before = stored.question_of(reading);
  review.after = request.other.empty() ? "" : stored.question(request.other).id;
  if (review.before == review.after) {
    refuse("already", review.after.empty() ? "it answers no question already"
                                           : fmt::format("it answers '{}' already", review.after));
  }
}

void keep_out(const Stored& stored, const QuestionRequest& request, Review& review) {
  review.subject = to_text(stored.reading(request.subject));
  const bool of_reading = !stored.is_question(request.other);
  review.after =
      of_reading ? to_text(stored.reading(request.other)) : stored.question(request.other).id;
  if (stored.decisions().apart(review.subject, review.after)) {
    refuse("already", "that was decided already");
  }
}

Review decided(Store& store, const QuestionRequest& request, Timestamp now) {
  require_reviewer(request.by);
  if (needs_reason(request.action) && request.reason.empty()) {
    refuse("no-reason", "what is parted needs a reason", "give --reason TEXT");
  }
  const Stored stored(store);
  Review review;
  review.at = now;
  review.by = request.by;
  review.subject_kind = request.action >= QuestionAction::move ? "reading" : "question";
  review.subject = request.subject;
  review.action = to_string(request.action);
  review.reason = request.reason;
  switch (request.action) {
    case QuestionAction::merge:
      merge(stored, request, review);
      break;
    case QuestionAction::apart:
      keep_apart(stored, request, review);
      break;
    case QuestionAction::rename:
      rename(stored, request, review);
      break;
    case QuestionAction::split:
      split(stored, request, review);
      break;
    case QuestionAction::join:
      join(stored, request, review);
      break;
    case QuestionAction::move:
      move(stored, request, review);
      break;
    case QuestionAction::keep_out:
      keep_out(stored, request, review);
      break;
  }
  record(store, review);
  return review;
}

}  // namespace

const char* to_string(QuestionAction action) { return name_of(actions, action); }

std::optional<QuestionAction> parse_question_action(std::string_view name) {
  return value_of(actions, name);
}

Result<Review> decide_question(Store& store, const QuestionRequest& request, Timestamp now) {
  return decided_at_once(store, [&] { return decided(store, request, now); });
}

std::vector<LinkSuggestion> open_link_suggestions(const Store& store) {
  return suggest_links(linkable_claims(store).inputs, store.links(), store.reviews());
}

QuestionRequest decision_on(const LinkSuggestion& suggestion, bool same) {
  QuestionRequest request;
  const SuggestedSide* from = &suggestion.first;
  const SuggestedSide* to = &suggestion.second;
  if (from->question.empty() != to->question.empty() && to->question.empty()) std::swap(from, to);
  request.subject = from->subject();
  request.other = to->subject();
  if (!from->question.empty()) {
    request.action = same ? QuestionAction::merge : QuestionAction::apart;
  } else if (!same) {
    request.action = QuestionAction::keep_out;
  } else if (to->question.empty()) {
    request.action = QuestionAction::join;
    request.readings = {request.other};
  } else {
    request.action = QuestionAction::move;
  }
  return request;
}

}  // namespace claimtrail
