#include "cli/commands/review.h"

#include <array>
#include <memory>

#include <fmt/format.h>

#include "cli/commands/rule_set.h"
#include "cli/commands/session.h"
#include "cli/desk/check.h"
#include "cli/desk/relink.h"
#include "cli/render/json_stored.h"
#include "cli/review/claimants.h"
#include "cli/review/decide.h"
#include "cli/review/walk.h"

namespace claimtrail {
namespace {

struct ReviewOptions {
  bool flags = false;
  bool claims = false;
  std::string flag;
  std::string claim;
  bool claimants = false;
  std::string claimant;
  std::string merge;
  std::string apart;
  bool confirm = false;
  bool dismiss = false;
  std::string explain;
  bool suppress = false;
  bool reopen = false;
  bool accept = false;
  bool reject = false;
  std::string correct;
  bool undo = false;
  std::string until;
  std::string reason;
  std::string by;
};

[[noreturn]] void wrong_usage(std::string message, std::string hint = {}) {
  throw CommandFailure(ExitCode::usage, std::move(message), std::move(hint));
}

std::vector<Decision> decisions_of(const ReviewOptions& options) {
  const std::array<std::pair<bool, Decision>, 8> asked{
      {{options.confirm, Decision::confirm},
       {options.dismiss, Decision::dismiss},
       {!options.explain.empty(), Decision::explain},
       {options.suppress, Decision::suppress},
       {options.reopen, Decision::reopen},
       {options.accept, Decision::accept},
       {options.reject, Decision::reject},
       {!options.correct.empty(), Decision::correct}}};
  std::vector<Decision> decisions;
  for (const auto& [given, decision] : asked) {
    if (given) decisions.push_back(decision);
  }
  return decisions;
}

DecisionRequest request_of(const ReviewOptions& options) {
  const bool about_claim = !options.claim.empty();
  const std::vector<Decision> decisions = decisions_of(options);
  if (decisions.size() != 1) {
    wrong_usage(decisions.empty() ? "no decision given" : "more than one decision given",
                about_claim ? "one of --accept, --reject, --correct TEXT, --undo"
                            : "one of --confirm, --dismiss, --explain CODE, --suppress, --reopen, "
                              "--undo");
  }
  DecisionRequest request;
  request.decision = decisions.front();
  if (is_about_claims(request.decision) != about_claim) {
    wrong_usage(fmt::format("to {} is no decision about a {}", to_string(request.decision),
                            about_claim ? "claim" : "flag"));
  }
  request.subject = about_claim ? options.claim : options.flag;
  request.code = options.explain;
  request.reason = options.reason;
  request.correction = options.correct;
  request.by = reviewer_name(options.by);
  if (!options.until.empty()) {
    if (!options.suppress) wrong_usage("--until belongs to --suppress");
    request.until = parse_day(options.until);
    if (!request.until) {
      wrong_usage(fmt::format("--until: cannot read '{}'", options.until),
                  "give a day: 2026-03-01");
    }
  }
  return request;
}

MergeRequest merge_request_of(const ReviewOptions& options) {
  if (!decisions_of(options).empty()) wrong_usage("that is no decision about a claimant");
  if (options.merge.empty() == options.apart.empty()) {
    wrong_usage(options.merge.empty() ? "no decision given" : "more than one decision given",
                "one of --merge ID, --apart ID, --undo");
  }
  return {options.claimant, options.merge + options.apart, options.apart.empty(), options.reason,
          reviewer_name(options.by)};
}

Result<Review> make_decision(const ReviewOptions& options, Store& store) {
  const Timestamp now = system_clock().now();
  if (!options.undo && !options.claimant.empty()) {
    return decide_merge(store, merge_request_of(options), now);
  }
  if (!options.undo) return decide(store, request_of(options), now);
  if (!decisions_of(options).empty()) wrong_usage("--undo stands alone");
  const std::string kind = !options.claimant.empty() ? "claimant"
                           : options.claim.empty()   ? "flag"
                                                     : "claim";
  const std::string subject = options.flag + options.claim + options.claimant;
  const std::string last = last_decision(store, kind, subject);
  if (last.empty()) {
    return failure(
        "no-such-review",
        fmt::format("there is no decision about the {} '{}' to take back", kind, subject));
  }
  return undo(store, last, reviewer_name(options.by), options.reason, now);
}

/// Whether a claim counts decides what is linked and judged: both are worked out anew.
void settle(Session& session, Store& store) {
  const Config& config = session.config();
  relink(store, config.desk);
  (void)check(store, config.desk, *load_rule_set(session), config.rules, system_clock().now());
}

bool changes_what_counts(const Review& review) {
  if (review.subject_kind == "claimant") return true;
  return review.subject_kind == "claim" &&
         (review.before == "rejected" || review.after == "rejected");
}

ExitCode run_one(const ReviewOptions& options, Session& session) {
  const auto store = session.open_store();
  const auto review = make_decision(options, *store);
  if (!review) {
    const std::string& code = review.error().code;
    session.tell(review.error());
    const bool moved_on = code == "changed" || code == "already" || code == "resolved";
    return moved_on ? ExitCode::findings : ExitCode::usage;
  }
  if (changes_what_counts(*review)) settle(session, *store);
  if (session.json()) {
    JsonWriter json;
    write_review(json, *review);
    session.output().write(json.take_line());
  }
  session.note(fmt::format("{} {}: {} → {}, review {}", review->subject_kind, review->subject,
                           review->before, review->after, review->id));
  return ExitCode::fine;
}

ExitCode run_walk(const ReviewOptions& options, Session& session) {
  if (!decisions_of(options).empty() || options.undo || !options.merge.empty() ||
      !options.apart.empty()) {
    wrong_usage("a decision needs what it is about", "give --flag ID, --claim ID or --claimant ID");
  }
  const auto store = session.open_store();
  const std::stop_token interrupted = session.interrupted();
  const auto console = session.terminal().input_is_terminal()
                           ? open_terminal_console(session.output(), interrupted)
                           : open_line_console(session.output(), interrupted);
  WalkRequest request;
  request.subject = options.claims ? ReviewSubject::claims : ReviewSubject::flags;
  request.by = reviewer_name(options.by);
  const WalkSummary summary =
      options.claimants
          ? walk_claimants(*store, *console, session.terminal(), system_clock(), request.by)
          : walk(*store, *console, session.terminal(), system_clock(), request);
  if ((options.claims || options.claimants) && summary.decided > 0) settle(session, *store);
  session.note(fmt::format("{} decided, {} left", summary.decided, summary.left));
  return ExitCode::fine;
}

ExitCode run_review(const ReviewOptions& options, Session& session) {
  const int about = static_cast<int>(!options.flag.empty()) +
                    static_cast<int>(!options.claim.empty()) +
                    static_cast<int>(!options.claimant.empty());
  if (about > 1) wrong_usage("--flag, --claim and --claimant exclude each other");
  if (options.claims && options.claimants)
    wrong_usage("--claims and --claimants exclude each other");
  const bool one = about == 1;
  return one ? run_one(options, session) : run_walk(options, session);
}

}  // namespace

void define_review(Command& command) {
  const auto options = std::make_shared<ReviewOptions>();
  command.flag({"--flags", "", "walk open flags; this is what it does without options"},
               options->flags);
  command.flag({"--claims", "", "walk claims nobody has reviewed", {}, Need::optional, "--flags"},
               options->claims);
  command.flag(
      {"--claimants", "", "walk pairs of claimants that may be one", {}, Need::optional, "--flags"},
      options->claimants);
  command.option({"--flag", "ID", "decide about this flag, without asking"}, options->flag);
  command.flag({"--confirm", "", "they do conflict"}, options->confirm);
  command.flag({"--dismiss", "", "there is nothing in it"}, options->dismiss);
  command.option({"--explain", "", "why they only seem to conflict", reason_codes()},
                 options->explain);
  command.flag({"--suppress", "", "not now: until a day, or until a new position joins"},
               options->suppress);
  command.option({"--until", "DAY", "the first day a suppression no longer holds"}, options->until);
  command.flag({"--reopen", "", "open it again"}, options->reopen);
  command.option({"--claim", "ID", "decide about this claim, without asking"}, options->claim);
  command.flag({"--accept", "", "it is read right"}, options->accept);
  command.flag({"--reject", "", "it is no such claim; it no longer counts"}, options->reject);
  command.option({"--correct", "TEXT", "it should say this"}, options->correct);
  command.option({"--claimant", "ID", "decide about this claimant, without asking"},
                 options->claimant);
  command.option({"--merge", "ID", "it is the same as this one, and counts as it"}, options->merge);
  command.option({"--apart", "ID", "it is not the same as this one"}, options->apart);
  command.flag({"--undo", "", "take back the last decision about it"}, options->undo);
  command.option({"--reason", "TEXT", "why; only --confirm, --accept and --undo go without"},
                 options->reason);
  command.option({"--by", "NAME", "who decides; else CLAIMTRAIL_REVIEWER, else user@host"},
                 options->by);
  command.examples(
      {"claimtrail review", "claimtrail review --flag 3f2a9c --dismiss --reason \"different days\"",
       "claimtrail review --flag 3f2a9c --explain scope_differs --reason \"killed, "
       "not hurt\" --by kim",
       "claimtrail review --claim 77ab01 --reject --reason \"a question\"",
       "claimtrail review --claimants", "claimtrail review --claimant 1f0c2e --merge 9ab4d7"});
  command.on_run([options](Session& session) { return run_review(*options, session); });
}

}  // namespace claimtrail
