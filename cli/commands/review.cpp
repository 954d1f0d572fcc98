#include "cli/commands/review.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/review_options.h"
#include "cli/commands/rule_set.h"
#include "cli/commands/session.h"
#include "cli/desk/check.h"
#include "cli/desk/relink.h"
#include "cli/render/json_stored.h"
#include "cli/review/claimants.h"
#include "cli/review/decide.h"
#include "cli/review/questions.h"
#include "cli/review/walk.h"

namespace claimtrail {
namespace {

Result<Review> make_decision(const ReviewOptions& options, const ReviewTarget& target,
                             Store& store) {
  const Timestamp now = system_clock().now();
  const std::string decision = decision_about(target, options);
  if (decision == "undo") {
    const std::string last = last_decision(store, target.kind, target.id);
    if (last.empty()) {
      return failure("no-such-review",
                     fmt::format("there is no decision about the {} '{}' to take back", target.kind,
                                 target.id));
    }
    return undo(store, last, reviewer_name(options.by), options.reason, now);
  }
  if (target.kind == "claimant") return decide_merge(store, merge_request(decision, options), now);
  if (target.kind == "question" || target.kind == "reading") {
    return decide_question(store, question_request(decision, target, options), now);
  }
  return decide(store, decision_request(decision, target, options), now);
}

/// Whether a claim counts, and what it counts for, decides what is linked and judged: both are
/// worked out anew.
void settle(Session& session, Store& store) {
  const Config& config = session.config();
  relink(store, config.desk);
  (void)check(store, config.desk, *load_rule_set(session), config.rules, system_clock().now());
}

bool changes_what_counts(const Review& review) {
  if (review.subject_kind == "flag") return false;
  return review.subject_kind != "claim" || review.before == "rejected" ||
         review.after == "rejected";
}

std::string told(const Review& review) {
  const auto shown = [](const std::string& state) { return state.empty() ? "none" : state; };
  return fmt::format("{} {}: {} → {}, review {}", review.subject_kind, review.subject,
                     shown(review.before), shown(review.after), review.id);
}

ExitCode run_one(const ReviewOptions& options, const ReviewTarget& target, Session& session) {
  const auto store = session.open_store();
  const auto review = make_decision(options, target, *store);
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
  session.note(told(*review));
  return ExitCode::fine;
}

WalkSummary walk_asked_for(const ReviewOptions& options, Store& store, ReviewConsole& console,
                           const Terminal& terminal) {
  const std::string by = reviewer_name(options.by);
  if (options.claimants) return walk_claimants(store, console, terminal, system_clock(), by);
  if (options.questions) return walk_questions(store, console, terminal, system_clock(), by);
  return walk(store, console, terminal, system_clock(),
              {options.claims ? ReviewSubject::claims : ReviewSubject::flags, by});
}

ExitCode run_walk(const ReviewOptions& options, Session& session) {
  if (holds_decision(options)) {
    throw CommandFailure(
        ExitCode::usage, "a decision needs what it is about",
        "give --flag ID, --claim ID, --claimant ID, --question ID or --reading ID");
  }
  if (options.claims + options.claimants + options.questions > 1) {
    throw CommandFailure(ExitCode::usage,
                         "--claims, --claimants and --questions exclude each other");
  }
  const auto store = session.open_store();
  const std::stop_token interrupted = session.interrupted();
  const auto console = session.terminal().input_is_terminal()
                           ? open_terminal_console(session.output(), interrupted)
                           : open_line_console(session.output(), interrupted);
  const WalkSummary summary = walk_asked_for(options, *store, *console, session.terminal());
  const bool flags = !options.claims && !options.claimants && !options.questions;
  if (!flags && summary.decided > 0) settle(session, *store);
  session.note(fmt::format("{} decided, {} left", summary.decided, summary.left));
  return ExitCode::fine;
}

ExitCode run_review(const ReviewOptions& options, Session& session) {
  const auto target = target_of(options);
  return target ? run_one(options, *target, session) : run_walk(options, session);
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
  command.flag({"--questions",
                "",
                "walk pairs of questions and readings that may be one question",
                {},
                Need::optional,
                "--flags"},
               options->questions);
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
  command.option({"--question", "ID", "decide about this question, without asking"},
                 options->question);
  command.option({"--reading", "CLAIM#N",
                  "decide which question figure N (from 0) of a claim answers; CLAIM alone: its "
                  "statement"},
                 options->reading);
  command.option({"--merge", "ID", "it is the same as this one, and counts as it"}, options->merge);
  command.option({"--apart", "ID", "it is not the same as this one"}, options->apart);
  command.option({"--rename", "TEXT", "the question asks this"}, options->rename);
  command.option({"--split", "READINGS",
                  "these readings of the question, separated by commas, answer one of their own"},
                 options->split);
  command.option({"--join", "READINGS", "these readings answer the same new question as it"},
                 options->join);
  command.option({"--move", "ID", "the reading answers this question; none: it answers none"},
                 options->move);
  command.flag({"--undo", "", "take back the last decision about it"}, options->undo);
  command.option({"--reason", "TEXT",
                  "why; --confirm, --accept, --merge, --rename, --join and --undo go without"},
                 options->reason);
  command.option({"--by", "NAME", "who decides; else CLAIMTRAIL_REVIEWER, else user@host"},
                 options->by);
  command.examples(
      {"claimtrail review", "claimtrail review --flag 3f2a9c --dismiss --reason \"different days\"",
       "claimtrail review --flag 3f2a9c --explain scope_differs --reason \"killed, "
       "not hurt\" --by kim",
       "claimtrail review --claim 77ab01 --reject --reason \"a question\"",
       "claimtrail review --claimants", "claimtrail review --claimant 1f0c2e --merge 9ab4d7",
       "claimtrail review --questions",
       "claimtrail review --question q-5d1e --split 77ab01#0,90cc12#1 --reason \"another dam\""});
  command.on_run([options](Session& session) { return run_review(*options, session); });
}

}  // namespace claimtrail
