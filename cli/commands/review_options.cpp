#include "cli/commands/review_options.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands/session.h"

namespace claimtrail {
namespace {

[[noreturn]] void wrong_usage(std::string message, std::string hint = {}) {
  throw CommandFailure(ExitCode::usage, std::move(message), std::move(hint));
}

/// One decision, as the command line has it.
struct Row {
  std::string_view name;
  std::string_view value;  ///< what stands behind it; empty: nothing
  std::string_view about;  ///< the kinds of subject it fits
  bool (*given)(const ReviewOptions&);
};

constexpr std::array<Row, 15> kDecisions{{
    {"confirm", "", "flag", [](const ReviewOptions& o) { return o.confirm; }},
    {"dismiss", "", "flag", [](const ReviewOptions& o) { return o.dismiss; }},
    {"explain", "CODE", "flag", [](const ReviewOptions& o) { return !o.explain.empty(); }},
    {"suppress", "", "flag", [](const ReviewOptions& o) { return o.suppress; }},
    {"reopen", "", "flag", [](const ReviewOptions& o) { return o.reopen; }},
    {"accept", "", "claim", [](const ReviewOptions& o) { return o.accept; }},
    {"reject", "", "claim", [](const ReviewOptions& o) { return o.reject; }},
    {"correct", "TEXT", "claim", [](const ReviewOptions& o) { return !o.correct.empty(); }},
    {"merge", "ID", "claimant question", [](const ReviewOptions& o) { return !o.merge.empty(); }},
    {"apart", "ID", "claimant question reading",
     [](const ReviewOptions& o) { return !o.apart.empty(); }},
    {"rename", "TEXT", "question", [](const ReviewOptions& o) { return !o.rename.empty(); }},
    {"split", "READINGS", "question", [](const ReviewOptions& o) { return !o.split.empty(); }},
    {"join", "READINGS", "reading", [](const ReviewOptions& o) { return !o.join.empty(); }},
    {"move", "ID", "reading", [](const ReviewOptions& o) { return !o.move.empty(); }},
    {"undo", "", "flag claim claimant question reading",
     [](const ReviewOptions& o) { return o.undo; }},
}};

bool fits(const Row& row, std::string_view kind) {
  std::istringstream kinds{std::string(row.about)};
  for (std::string one; kinds >> one;) {
    if (one == kind) return true;
  }
  return false;
}

std::string choices(std::string_view kind) {
  std::vector<std::string> flags;
  for (const Row& row : kDecisions) {
    if (!fits(row, kind)) continue;
    flags.push_back(fmt::format("--{}{}{}", row.name, row.value.empty() ? "" : " ", row.value));
  }
  return fmt::format("one of {}", fmt::join(flags, ", "));
}

std::vector<std::string> listed(const std::string& readings) {
  std::string spaced = readings;
  std::replace(spaced.begin(), spaced.end(), ',', ' ');
  std::istringstream words(spaced);
  std::vector<std::string> list;
  for (std::string word; words >> word;) list.push_back(word);
  return list;
}

}  // namespace

std::optional<ReviewTarget> target_of(const ReviewOptions& options) {
  std::optional<ReviewTarget> target;
  const std::array<std::pair<const char*, const std::string*>, 5> named{
      {{"flag", &options.flag},
       {"claim", &options.claim},
       {"claimant", &options.claimant},
       {"question", &options.question},
       {"reading", &options.reading}}};
  for (const auto& [kind, id] : named) {
    if (id->empty()) continue;
    if (target) wrong_usage(fmt::format("--{} and --{} exclude each other", target->kind, kind));
    target = ReviewTarget{kind, *id};
  }
  return target;
}

bool holds_decision(const ReviewOptions& options) {
  return std::any_of(kDecisions.begin(), kDecisions.end(),
                     [&](const Row& row) { return row.given(options); });
}

std::string decision_about(const ReviewTarget& target, const ReviewOptions& options) {
  const Row* found = nullptr;
  for (const Row& row : kDecisions) {
    if (!row.given(options)) continue;
    if (found != nullptr) wrong_usage("more than one decision given", choices(target.kind));
    found = &row;
  }
  if (found == nullptr) wrong_usage("no decision given", choices(target.kind));
  if (!fits(*found, target.kind)) {
    wrong_usage(fmt::format("--{} is no decision about a {}", found->name, target.kind),
                choices(target.kind));
  }
  return std::string(found->name);
}

DecisionRequest decision_request(const std::string& decision, const ReviewTarget& target,
                                 const ReviewOptions& options) {
  DecisionRequest request;
  request.decision = *parse_decision(decision);
  request.subject = target.id;
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

MergeRequest merge_request(const std::string& decision, const ReviewOptions& options) {
  return {options.claimant, options.merge + options.apart, decision == "merge", options.reason,
          reviewer_name(options.by)};
}

QuestionRequest question_request(const std::string& decision, const ReviewTarget& target,
                                 const ReviewOptions& options) {
  // One decision is given, so that all but one of its options are empty.
  QuestionRequest request;
  request.subject = target.id;
  request.reason = options.reason;
  request.by = reviewer_name(options.by);
  request.action = decision == "apart" && target.kind == "reading"
                       ? QuestionAction::keep_out
                       : *parse_question_action(decision);
  const std::string moved_to = options.move == "none" ? "" : options.move;
  request.other = options.merge + options.apart + options.rename + moved_to;
  request.readings = listed(options.split + options.join);
  return request;
}

}  // namespace claimtrail
