#include "cli/review/walk.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "cli/review/cards.h"
#include "cli/review/decide.h"

namespace claimtrail {
namespace {

constexpr const char* flag_help =
    "  a      confirm: they do conflict        x  dismiss: nothing in it\n"
    "  e      explain it by a reason code      z  suppress it for a while\n"
    "  s      skip                             u  undo your last decision\n"
    "  w      why the rule raised it           o  where the claims stand on the web\n"
    "  j, k   next, previous (arrows too)      ?  this help\n"
    "  q      quit\n"
    "A claim's own words stand between » and «.\n";
constexpr const char* claim_help =
    "  a      accept: it is read right         x  reject: it is no such claim\n"
    "  e      say what it should be            s  skip\n"
    "  u      undo your last decision          w  how it was read\n"
    "  o      where it stands on the web       j, k   next, previous (arrows too)\n"
    "  ?      this help                        q  quit\n"
    "A claim's own words stand between » and «.\n";

std::vector<std::string> open_flags(const Store& store) {
  std::vector<Flag> flags = store.flags({.status = FlagStatus::open});
  std::stable_sort(flags.begin(), flags.end(),
                   [](const Flag& a, const Flag& b) { return a.severity > b.severity; });
  std::vector<std::string> ids;
  for (const Flag& flag : flags) ids.push_back(flag.id);
  return ids;
}

std::vector<std::string> unreviewed_claims(const Store& store) {
  std::vector<std::string> ids;
  for (const StoredClaim& claim : store.claims({})) {
    if (claim.review_state == "unreviewed" && !claim.gone_since) ids.push_back(claim.claim.id);
  }
  return ids;
}

class Walk {
 public:
  Walk(Store& store, ReviewConsole& console, const Terminal& terminal, const Clock& clock,
       const WalkRequest& request)
      : store_(store),
        console_(console),
        clock_(clock),
        request_(request),
        cards_(store, terminal),
        about_flags_(request.subject == ReviewSubject::flags),
        ids_(about_flags_ ? open_flags(store) : unreviewed_claims(store)) {}

  WalkSummary run() {
    if (ids_.empty()) {
      console_.show(about_flags_ ? "No flag is open.\n" : "Every claim has been reviewed.\n");
      return {};
    }
    show_card();
    while (!done_) {
      const auto key = console_.read_key(prompt());
      if (!key) break;
      act(*key);
    }
    WalkSummary summary;
    summary.decided = static_cast<int>(decisions_.size());
    const auto left = about_flags_ ? open_flags(store_) : unreviewed_claims(store_);
    summary.left = static_cast<int>(left.size());
    return summary;
  }

 private:
  struct Made {
    std::string review;
    std::size_t at = 0;
  };

  [[nodiscard]] std::string prompt() const {
    return about_flags_ ? "a confirm, x dismiss, e explain, z suppress, s skip, u undo, w why, "
                          "o addresses, ? help, q quit: "
                        : "a accept, x reject, e correct, s skip, u undo, w why, o address, "
                          "? help, q quit: ";
  }

  void act(char key) {
    switch (key) {
      case 'a':
        return decide_now(about_flags_ ? Decision::confirm : Decision::accept);
      case 'x':
        return decide_now(about_flags_ ? Decision::dismiss : Decision::reject);
      case 'e':
        return decide_now(about_flags_ ? Decision::explain : Decision::correct);
      case 'z':
        if (about_flags_) return decide_now(Decision::suppress);
        break;
      case 's':
      case 'j':
      case 'n':
        return move_on();
      case 'k':
      case 'p':
        return move_back();
      case 'u':
        return undo_last();
      case 'w':
        return console_.show(why());
      case 'o':
        return console_.show(cards_.addresses(claims_here()));
      case '?':
      case 'h':
        return console_.show(about_flags_ ? flag_help : claim_help);
      case 'q':
        done_ = true;
        return;
      default:
        break;
    }
    console_.show("That key means nothing here; ? shows those that do.\n");
  }

  void show_card() {
    const std::string place =
        fmt::format("{} {} of {}", about_flags_ ? "Flag" : "Claim", at_ + 1, ids_.size());
    std::string card = "That one is no longer stored.\n";
    if (about_flags_) {
      if (const auto flag = store_.flag(ids_[at_])) {
        seen_ = version_of(*flag);
        card = cards_.flag(*flag, place);
      }
    } else if (const auto claim = store_.claim(ids_[at_])) {
      seen_ = version_of(*claim);
      card = cards_.claim(*claim, place);
    }
    console_.show("\n" + card + "\n");
  }

  [[nodiscard]] std::string why() const {
    if (about_flags_) {
      const auto flag = store_.flag(ids_[at_]);
      return flag ? cards_.why(*flag) : std::string();
    }
    const auto claim = store_.claim(ids_[at_]);
    return claim ? cards_.why(*claim) : std::string();
  }

  [[nodiscard]] std::vector<std::string> claims_here() const {
    if (!about_flags_) return {ids_[at_]};
    const auto flag = store_.flag(ids_[at_]);
    return flag ? flag->all_claims() : std::vector<std::string>();
  }

  void move_on() {
    if (at_ + 1 == ids_.size()) {
      return console_.show(about_flags_ ? "That was the last flag; k goes back, q quits.\n"
                                        : "That was the last claim; k goes back, q quits.\n");
    }
    ++at_;
    show_card();
  }

  void move_back() {
    if (at_ == 0) return console_.show("This is the first.\n");
    --at_;
    show_card();
  }

  /// Asks for what the decision needs; false when the reviewer thought better of it.
  bool complete(DecisionRequest& request) {
    if (request.decision == Decision::explain && !ask_code(request)) return false;
    if (request.decision == Decision::suppress && !ask_day(request)) return false;
    if (request.decision == Decision::correct) {
      const auto words = console_.read_line("What it should say: ");
      if (!words || words->empty()) return false;
      request.correction = *words;
    }
    const bool optional =
        request.decision == Decision::confirm || request.decision == Decision::accept;
    const auto reason = console_.read_line(optional ? "Reason (may be empty): " : "Reason: ");
    if (!reason || (reason->empty() && !optional)) return false;
    request.reason = *reason;
    return true;
  }

  bool ask_code(DecisionRequest& request) {
    const auto& codes = reason_codes();
    std::string list;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      list += fmt::format("  {} {}\n", i + 1, codes[i]);
    }
    console_.show(list);
    const auto key = console_.read_key("Which: ");
    if (!key || *key < '1' || *key >= static_cast<char>('1' + codes.size())) return false;
    request.code = codes[static_cast<std::size_t>(*key - '1')];
    return true;
  }

  bool ask_day(DecisionRequest& request) {
    const auto day = console_.read_line("Until which day (2026-03-01; empty: until it changes): ");
    if (!day) return false;
    if (day->empty()) return true;
    request.until = parse_day(*day);
    return request.until.has_value();
  }

  void decide_now(Decision decision) {
    DecisionRequest request;
    request.decision = decision;
    request.subject = ids_[at_];
    request.by = request_.by;
    request.seen = seen_;
    if (!complete(request)) {
      console_.show("\nNothing was decided.\n");
      return;
    }
    const auto review = decide(store_, request, clock_.now());
    if (!review) {
      console_.show("\nNot done: " + printable(review.error().message) + "\n");
      if (review.error().code == "changed") show_card();
      return;
    }
    decisions_.push_back({review->id, at_});
    console_.show(fmt::format("\n{} → {}. u takes it back.\n", printable(review->before),
                              printable(review->after)));
    move_on();
  }

  void undo_last() {
    if (decisions_.empty()) {
      return console_.show(
          "You have decided nothing yet; earlier decisions: claimtrail review --flag ID --undo\n");
    }
    const Made last = decisions_.back();
    const auto review = undo(store_, last.review, request_.by, "", clock_.now());
    if (!review) {
      return console_.show("Not undone: " + printable(review.error().message) + "\n");
    }
    decisions_.pop_back();
    at_ = last.at;
    console_.show(fmt::format("Taken back: it is {} again.\n", printable(review->after)));
    show_card();
  }

  Store& store_;
  ReviewConsole& console_;
  const Clock& clock_;
  const WalkRequest& request_;
  Cards cards_;
  bool about_flags_;
  std::vector<std::string> ids_;
  std::size_t at_ = 0;
  std::string seen_;
  std::vector<Made> decisions_;
  bool done_ = false;
};

}  // namespace

WalkSummary walk(Store& store, ReviewConsole& console, const Terminal& terminal, const Clock& clock,
                 const WalkRequest& request) {
  return Walk(store, console, terminal, clock, request).run();
}

}  // namespace claimtrail
