#include <set>

#include <fmt/format.h>

#include "cli/render/text.h"
#include "cli/review/claimants.h"
#include "cli/review/decide.h"
#include "cli/review/layout.h"

namespace claimtrail {
namespace {

constexpr std::size_t most_examples = 3;
constexpr std::size_t width = 80;

constexpr const char* help =
    "  a      they are one                     x  they are not\n"
    "  s, j   skip                             k  previous\n"
    "  u      undo your last decision          ?  this help\n"
    "  q      quit\n";

class ClaimantWalk {
 public:
  ClaimantWalk(Store& store, ReviewConsole& console, const Terminal& terminal, const Clock& clock,
               const std::string& by)
      : store_(store),
        console_(console),
        terminal_(terminal),
        clock_(clock),
        by_(by),
        suggestions_(open_suggestions(store)) {}

  WalkSummary run() {
    if (suggestions_.empty()) {
      console_.show("No two claimants look like one.\n");
      return {};
    }
    show_card();
    while (const auto key =
               console_.read_key("a one, x not one, s skip, u undo, ? help, q quit: ")) {
      if (*key == 'q') break;
      act(*key);
    }
    return {static_cast<int>(made_.size()), static_cast<int>(open_suggestions(store_).size())};
  }

 private:
  struct Made {
    std::string review;
    std::size_t at = 0;
  };

  void act(char key) {
    switch (key) {
      case 'a':
      case 'x':
        decide_now(key == 'a');
        break;
      case 's':
      case 'j':
      case 'n':
        move_on();
        break;
      case 'k':
      case 'p':
        if (at_ == 0) {
          console_.show("This is the first.\n");
        } else {
          --at_;
          show_card();
        }
        break;
      case 'u':
        undo_last();
        break;
      case '?':
      case 'h':
        console_.show(help);
        break;
      default:
        console_.show("That key means nothing here; ? shows those that do.\n");
    }
  }

  void move_on() {
    if (at_ + 1 == suggestions_.size()) {
      return console_.show("That was the last; k goes back, q quits.\n");
    }
    ++at_;
    show_card();
  }

  void decide_now(bool same) {
    const MergeSuggestion& suggestion = suggestions_[at_];
    MergeRequest request{suggestion.variant.id, suggestion.fuller.id, same, {}, by_};
    const auto reason = console_.read_line(same ? "Reason (may be empty): " : "Reason: ");
    if (!reason || (reason->empty() && !same)) {
      return console_.show("\nNothing was decided.\n");
    }
    request.reason = *reason;
    const auto review = decide_merge(store_, request, clock_.now());
    if (!review) return console_.show("\nNot done: " + printable(review.error().message) + "\n");
    made_.push_back({review->id, at_});
    console_.show(same ? "\nThey count as one from now on. u takes it back.\n"
                       : "\nThey stay apart. u takes it back.\n");
    move_on();
  }

  void undo_last() {
    if (made_.empty()) return console_.show("You have decided nothing yet.\n");
    const Made last = made_.back();
    const auto review = undo(store_, last.review, by_, "", clock_.now());
    if (!review) {
      return console_.show("Not undone: " + printable(review.error().message) + "\n");
    }
    made_.pop_back();
    at_ = last.at;
    console_.show("Taken back.\n");
    show_card();
  }

  void show_card() {
    const MergeSuggestion& suggestion = suggestions_[at_];
    std::string card = fmt::format(
        "\n{}  {}\n\n",
        terminal_.paint(Style::dim,
                        fmt::format("Claimants {} of {}", at_ + 1, suggestions_.size())),
        terminal_.paint(Style::bold, "one or two?"));
    card += said_by(suggestion.variant) + "\n" + said_by(suggestion.fuller) + "\n";
    card += fmt::format("They may be one: {} has {}.\n\n", printable(suggestion.variant.name),
                        suggestion.why);
    console_.show(card);
  }

  /// A claimant with what it is quoted for, by outlet.
  [[nodiscard]] std::string said_by(const Claimant& claimant) const {
    ClaimFilter filter;
    filter.claimant = claimant.id;
    const std::vector<StoredClaim> claims = store_.claims(filter);
    std::set<std::string> outlets;
    std::string examples;
    std::size_t shown = 0;
    for (const StoredClaim& stored : claims) {
      const auto report = store_.report(stored.report);
      if (report) outlets.insert(report->outlet);
      if (shown++ >= most_examples) continue;
      for (const std::string& line :
           set_lines({{"»" + stored.exact + "« "}, {report ? report->outlet : "", Style::dim}},
                     width, "  ", terminal_)) {
        examples += line + "\n";
      }
    }
    return fmt::format(
        "{}  {}, {} {} in {} {}\n{}", terminal_.paint(Style::bold, printable(claimant.name)),
        to_string(claimant.kind), claims.size(), claims.size() == 1 ? "claim" : "claims",
        outlets.size(), outlets.size() == 1 ? "outlet" : "outlets", examples);
  }

  Store& store_;
  ReviewConsole& console_;
  const Terminal& terminal_;
  const Clock& clock_;
  const std::string& by_;
  std::vector<MergeSuggestion> suggestions_;
  std::size_t at_ = 0;
  std::vector<Made> made_;
};

}  // namespace

WalkSummary walk_claimants(Store& store, ReviewConsole& console, const Terminal& terminal,
                           const Clock& clock, const std::string& by) {
  return ClaimantWalk(store, console, terminal, clock, by).run();
}

}  // namespace claimtrail
