#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/linking/question_decisions.h"
#include "core/trail/claimant_merges.h"
#include "core/trail/positions.h"

#include "cli/commands/claimant_summaries.h"
#include "cli/commands/flag_text.h"
#include "cli/commands/question_trail.h"
#include "cli/commands/show_kinds.h"
#include "cli/desk/gather.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

std::optional<Question> find_question(Session& session, const ShowRequest& request) {
  std::vector<Question> questions = request.store.questions();
  const auto& declared = session.config().desk.questions;
  questions.insert(questions.end(), declared.begin(), declared.end());
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&](const Question& question) {
        const auto& old = question.renamed_from;
        return question.id == request.id ||
               std::find(old.begin(), old.end(), request.id) != old.end();
      });
  return found == questions.end() ? std::nullopt : std::optional<Question>(*found);
}

QuestionCounts count(const Store& store, const QuestionTrail& trail) {
  QuestionCounts counts;
  std::set<std::string> claims;
  for (const ClaimantPosition& position : trail.positions) {
    for (const TrailEntry& entry : position.entries) {
      ++counts.readings;
      claims.insert(entry.reading->claim().id);
    }
  }
  counts.claims = claims.size();
  counts.reports = trail.reports;
  FlagFilter open;
  open.status = FlagStatus::open;
  open.question = trail.question.id;
  counts.open_flags = store.flags(open).size();
  return counts;
}

void write_positions(JsonWriter& json, const QuestionTrail& trail) {
  json.begin_array("positions");
  for (const ClaimantPosition& position : trail.positions) {
    json.begin_object();
    json.text("claimant_id", position.claimant_id);
    json.string("claimant", position.claimant);
    json.boolean("attributed", position.attributed);
    json.begin_array("entries");
    for (const TrailEntry& entry : position.entries) {
      json.begin_object();
      json.string("claim", entry.reading->claim().id);
      if (entry.reading->figure >= 0) json.integer("figure", entry.reading->figure);
      json.string("value", entry.value);
      json.timestamp("first_seen", entry.first_seen);
      json.timestamp("last_seen", entry.last_seen);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

std::string describe(const Evidence& evidence, const TrailEntry& entry) {
  const Reading& reading = *entry.reading;
  const std::string days =
      reading.as_of ? fmt::format(" as of {}", describe_days(AsOf{*reading.as_of, {}, {}})) : "";
  return fmt::format("{}{}, {} ({})", entry.value, days, evidence.reports[reading.report].outlet,
                     to_text(ReadingKey{reading.claim().id, reading.figure}));
}

bool is_said_by(const StoredClaim& stored, const std::string& claimant,
                const ClaimantMerges& merges) {
  for (const Hop& hop : stored.claim.attribution) {
    for (const Claimant& each : hop.claimants) {
      if (merges.counts_as(each.id) == claimant) return true;
    }
  }
  return false;
}

}  // namespace

bool show_question(Session& session, const ShowRequest& request) {
  const auto question = find_question(session, request);
  if (!question) return false;
  const Evidence evidence = gather(request.store, session.config().desk);
  const QuestionTrail trail = follow(evidence, *question);
  const QuestionGround ground = ground_of(evidence, question->id);
  if (session.json()) {
    JsonWriter json;
    json.begin_object();
    json.key("question");
    write_question(json, *question, count(request.store, trail));
    write_positions(json, trail);
    write_trail(json, trail, ground);
    json.end_object();
    session.output().write(json.take_line());
    return true;
  }
  Sheet sheet(fmt::format("question {}", question->id));
  sheet.line("asks", question->ask);
  sheet.line("origin", question->declared ? "declared in the config" : "discovered");
  sheet.line("behaves",
             fmt::format("{}, window {} days", question->behaves, question->window_days));
  for (const ClaimantPosition& position : trail.positions) {
    std::vector<std::string> entries;
    for (const TrailEntry& entry : position.entries) entries.push_back(describe(evidence, entry));
    sheet.list(position.claimant, entries);
  }
  print_trail(sheet, trail, ground);
  sheet.print(session.output(), session.terminal());
  return true;
}

bool show_claimant(Session& session, const ShowRequest& request) {
  const ClaimantMerges merges(request.store.reviews());
  for (const ClaimantSummary& summary : summarise_claimants(request.store, session.config().desk)) {
    const Claimant& claimant = summary.claimant;
    const bool asked = claimant.id == request.id || claimant.name == request.id ||
                       claimant.id == merges.counts_as(request.id);
    if (!asked) continue;
    if (session.json()) {
      JsonWriter json;
      write_claimant(json, summary);
      session.output().write(json.take_line());
      return true;
    }
    Sheet sheet(fmt::format("claimant {}", claimant.id));
    sheet.line("name", claimant.name);
    sheet.line("kind", to_string(claimant.kind));
    sheet.list("also", summary.aliases);
    for (const StoredClaim& claim : request.store.claims({})) {
      if (!is_said_by(claim, claimant.id, merges)) continue;
      sheet.line("claim", fmt::format("{} {}", claim.claim.id, claim.exact));
    }
    sheet.print(session.output(), session.terminal());
    return true;
  }
  return false;
}

bool show_flag(Session& session, const ShowRequest& request) {
  const auto flag = request.store.flag(request.id);
  if (!flag) return false;
  const auto reviews = request.store.reviews_of("flag", flag->id);
  if (session.json()) {
    JsonWriter json;
    json.begin_object();
    json.key("flag");
    write_flag(json, *flag);
    json.begin_array("reviews");
    for (const Review& review : reviews) write_review(json, review);
    json.end_array();
    json.end_object();
    session.output().write(json.take_line());
    return true;
  }
  print_flag(session, *flag);
  Sheet sheet("evidence");
  for (const FrozenEvidence& evidence : flag->evidence) {
    sheet.line(evidence.claimant.empty() ? evidence.outlet : evidence.claimant,
               fmt::format("“{}” {} ({})", evidence.exact, evidence.outlet, evidence.claim));
  }
  for (const WhyPair& pair : flag->why) {
    for (const AtomValue& atom : pair.atoms) {
      sheet.line(atom.holds ? "holds" : "fails", fmt::format("{}: {}", atom.atom, atom.values));
    }
  }
  for (const Review& review : reviews) {
    sheet.line("review", fmt::format("{} {} by {}: {}", describe_time(review.at), review.action,
                                     review.by, review.reason));
  }
  sheet.print(session.output(), session.terminal());
  return true;
}

}  // namespace claimtrail
