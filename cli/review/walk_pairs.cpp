#include "cli/review/walk_pairs.h"

#include <fmt/format.h>

#include "cli/render/text.h"
#include "cli/review/decide.h"

namespace claimtrail {
namespace {

constexpr const char* help =
    "  a      they are one                     x  they are not\n"
    "  s, j   skip                             k  previous\n"
    "  u      undo your last decision          ?  this help\n"
    "  q      quit\n";

class PairWalk {
 public:
  PairWalk(const std::vector<PairCard>& cards, const PairWords& words, Store& store,
           ReviewConsole& console, const Terminal& terminal, const Clock& clock,
           const std::string& by)
      : cards_(cards),
        words_(words),
        store_(store),
        console_(console),
        terminal_(terminal),
        clock_(clock),
        by_(by) {}

  int run() {
    if (cards_.empty()) {
      console_.show(words_.none + "\n");
      return 0;
    }
    show_card();
    while (const auto key =
               console_.read_key("a one, x not one, s skip, u undo, ? help, q quit: ")) {
      if (*key == 'q') break;
      act(*key);
    }
    return static_cast<int>(made_.size());
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
    if (at_ + 1 == cards_.size()) {
      return console_.show("That was the last; k goes back, q quits.\n");
    }
    ++at_;
    show_card();
  }

  void decide_now(bool same) {
    const auto reason = console_.read_line(same ? "Reason (may be empty): " : "Reason: ");
    if (!reason || (reason->empty() && !same)) {
      return console_.show("\nNothing was decided.\n");
    }
    const auto review = cards_[at_].decide(same, *reason);
    if (!review) return console_.show("\nNot done: " + printable(review.error().message) + "\n");
    made_.push_back({review->id, at_});
    console_.show(fmt::format("\n{} u takes it back.\n", same ? words_.same : "They stay apart."));
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
    console_.show(fmt::format("\n{}  {}\n\n{}\n",
                              terminal_.paint(Style::dim, fmt::format("{} {} of {}", words_.title,
                                                                      at_ + 1, cards_.size())),
                              terminal_.paint(Style::bold, "one or two?"), cards_[at_].words));
  }

  const std::vector<PairCard>& cards_;
  const PairWords& words_;
  Store& store_;
  ReviewConsole& console_;
  const Terminal& terminal_;
  const Clock& clock_;
  const std::string& by_;
  std::size_t at_ = 0;
  std::vector<Made> made_;
};

}  // namespace

int walk_pairs(const std::vector<PairCard>& cards, const PairWords& words, Store& store,
               ReviewConsole& console, const Terminal& terminal, const Clock& clock,
               const std::string& by) {
  return PairWalk(cards, words, store, console, terminal, clock, by).run();
}

}  // namespace claimtrail
