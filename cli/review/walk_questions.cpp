#include <cmath>
#include <map>

#include <fmt/format.h>

#include "cli/render/text.h"
#include "cli/review/layout.h"
#include "cli/review/questions.h"
#include "cli/review/walk_pairs.h"

namespace claimtrail {
namespace {

constexpr std::size_t most_examples = 3;
constexpr std::size_t width = 80;

/// The readings of one side in the words of their reports: the one that comes close first.
class Sides {
 public:
  Sides(const Store& store, const Terminal& terminal) : store_(store), terminal_(terminal) {
    for (const Question& question : store.questions()) asks_[question.id] = question.ask;
    for (const ReadingLink& link : store.links()) {
      answers_[link.question].push_back({link.claim, link.figure});
    }
  }

  [[nodiscard]] std::string show(const SuggestedSide& side) const {
    std::string shown = words_of(side.reading);
    if (side.question.empty()) {
      return fmt::format("{}\n{}", terminal_.paint(Style::bold, "answers no question yet"), shown);
    }
    const std::vector<ReadingKey>& readings = answers_.at(side.question);
    std::size_t examples = 1;
    for (const ReadingKey& reading : readings) {
      if (reading == side.reading || examples == most_examples) continue;
      shown += words_of(reading);
      ++examples;
    }
    return fmt::format(
        "{}  {}, {} {}\n{}", terminal_.paint(Style::bold, printable(asks_.at(side.question))),
        side.question, readings.size(), readings.size() == 1 ? "reading" : "readings", shown);
  }

 private:
  [[nodiscard]] std::string words_of(const ReadingKey& reading) const {
    const auto stored = store_.claim(reading.first);
    if (!stored) return {};
    const auto report = store_.report(stored->report);
    const std::string day =
        report && report->published ? ", " + format_day(report->published->day) : "";
    std::string lines;
    for (const std::string& line : set_lines(
             {{"»" + stored->exact + "« "}, {(report ? report->outlet : "") + day, Style::dim}},
             width, "  ", terminal_)) {
      lines += line + "\n";
    }
    return lines;
  }

  const Store& store_;
  const Terminal& terminal_;
  std::map<std::string, std::string> asks_;
  std::map<std::string, std::vector<ReadingKey>> answers_;
};

}  // namespace

WalkSummary walk_questions(Store& store, ReviewConsole& console, const Terminal& terminal,
                           const Clock& clock, const std::string& by) {
  const Sides sides(store, terminal);
  std::vector<PairCard> cards;
  for (const LinkSuggestion& suggestion : open_link_suggestions(store)) {
    PairCard card;
    card.words = fmt::format(
        "{}\n{}\nThey may ask for one thing: their words are {:.0f} % as alike as is asked for.\n",
        sides.show(suggestion.first), sides.show(suggestion.second),
        std::floor(100 * suggestion.alike / suggestion.asked));
    card.decide = [&store, &clock, &by, suggestion](bool same, const std::string& reason) {
      QuestionRequest request = decision_on(suggestion, same);
      request.reason = reason;
      request.by = by;
      return decide_question(store, request, clock.now());
    };
    cards.push_back(std::move(card));
  }
  const PairWords words{"No two questions look like one.", "Questions",
                        "They are one question from now on."};
  const int decided = walk_pairs(cards, words, store, console, terminal, clock, by);
  return {decided, static_cast<int>(cards.size()) - decided};
}

}  // namespace claimtrail
