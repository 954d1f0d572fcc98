#include "cli/render/json_stored.h"

namespace claimtrail {
namespace {

void write_sides(JsonWriter& json, const Flag& flag) {
  json.begin_array("sides");
  for (const Side& side : flag.sides) {
    json.begin_object();
    json.string("position", side.position);
    json.texts("claims", side.claims);
    json.end_object();
  }
  json.end_array();
}

void write_pair(JsonWriter& json, const WhyPair& pair) {
  json.begin_object();
  json.string("a", pair.a);
  json.text("b", pair.b);
  json.begin_array("atoms");
  for (const AtomValue& atom : pair.atoms) {
    json.begin_object();
    json.string("atom", atom.atom);
    json.string("values", atom.values);
    json.boolean("holds", atom.holds);
    json.end_object();
  }
  json.end_array();
  json.texts("exceptions_tried", pair.exceptions_tried);
  json.text("change", pair.change);
  json.end_object();
}

void write_evidence(JsonWriter& json, const FrozenEvidence& evidence) {
  json.begin_object();
  json.string("claim", evidence.claim);
  json.text("report", evidence.report);
  json.text("revision", evidence.revision);
  json.text("outlet", evidence.outlet);
  json.text("url", evidence.url);
  json.string("exact", evidence.exact);
  json.begin_array("content");
  for (const Span span : evidence.content) {
    json.begin_object();
    json.integer("start", span.start);
    json.integer("end", span.end);
    json.end_object();
  }
  json.end_array();
  json.text("claimant", evidence.claimant);
  json.text("value", evidence.value);
  json.text("raw_sha256", evidence.raw_sha256);
  json.text("text_sha256", evidence.text_sha256);
  json.text("fetched_at", evidence.fetched_at);
  json.end_object();
}

long long count(std::size_t number) { return static_cast<long long>(number); }

}  // namespace

void write_flag(JsonWriter& json, const Flag& flag) {
  json.begin_object();
  json.string("id", flag.id);
  json.string("rule", flag.rule);
  json.text("rule_version", flag.rule_version);
  json.text("pack", flag.pack);
  json.string("severity", to_string(flag.severity));
  json.string("status", to_string(flag.status));
  json.text("status_code", flag.status_code);
  json.text("suppressed_until", flag.suppressed_until);
  json.text("scope_key", flag.scope_key);
  json.text("question", flag.question);
  write_sides(json, flag);
  json.texts("context", flag.context);
  json.texts("claims", flag.all_claims());
  json.texts("reports", flag.reports);
  json.string("message", flag.message);
  json.begin_object("why");
  json.begin_array("pairs");
  for (const WhyPair& pair : flag.why) write_pair(json, pair);
  json.end_array();
  json.end_object();
  json.begin_array("evidence");
  for (const FrozenEvidence& evidence : flag.evidence) write_evidence(json, evidence);
  json.end_array();
  json.timestamp("first_seen", flag.first_seen);
  json.timestamp("last_seen", flag.last_seen);
  json.end_object();
}

void write_report(JsonWriter& json, const Report& report, const ReportCounts& counts) {
  json.begin_object();
  json.string("id", report.id);
  json.text("source", report.source);
  json.text("url", report.url);
  json.text("is_based_on", report.is_based_on);
  json.text("syndicated_from", report.syndicated_from);
  json.text("title", report.title);
  json.text("outlet", report.outlet);
  json.texts("byline", report.byline);
  json.published("published", report.published);
  json.published("modified", report.modified);
  json.text("language", report.language);
  json.texts("cites", report.cites);
  json.timestamp("first_seen", report.first_seen);
  json.timestamp("last_seen", report.last_seen);
  json.timestamp("next_visit", report.next_visit);
  json.integer("visits", report.visits);
  json.integer("revisions", count(counts.revisions));
  json.integer("claims", count(counts.claims));
  json.end_object();
}

void write_revision(JsonWriter& json, const Revision& revision) {
  json.begin_object();
  json.string("id", revision.id);
  json.string("report", revision.report);
  json.text("url", revision.url);
  json.timestamp("fetched_at", revision.fetched_at);
  json.text("content_type", revision.content_type);
  json.text("headers", revision.headers);
  json.text("input", revision.input);
  json.string("raw_sha256", revision.raw_sha256);
  json.string("text_sha256", revision.text_sha256);
  json.end_object();
}

void write_observation(JsonWriter& json, const Observation& observation) {
  json.begin_object();
  json.timestamp("at", observation.at);
  json.string("outcome", observation.outcome);
  if (observation.http_status == 0) {
    json.null("http_status");
  } else {
    json.integer("http_status", observation.http_status);
  }
  json.text("detail", observation.detail);
  json.end_object();
}

void write_question(JsonWriter& json, const Question& question, const QuestionCounts& counts) {
  json.begin_object();
  json.string("id", question.id);
  json.text("ask", question.ask);
  json.boolean("declared", question.declared);
  json.texts("about", question.about);
  json.texts("entities", question.entities);
  json.text("predicate", question.predicate);
  json.text("dimension", question.dimension);
  json.string("behaves", question.behaves);
  json.integer("window_days", question.window_days);
  json.texts("renamed_from", question.renamed_from);
  json.integer("readings", count(counts.readings));
  json.integer("claims", count(counts.claims));
  json.integer("reports", count(counts.reports));
  json.integer("open_flags", count(counts.open_flags));
  json.end_object();
}

void write_claimant(JsonWriter& json, const ClaimantSummary& summary) {
  json.begin_object();
  json.string("id", summary.claimant.id);
  json.string("name", summary.claimant.name);
  json.string("kind", to_string(summary.claimant.kind));
  json.texts("aliases", summary.aliases);
  json.integer("claims", count(summary.claims));
  json.integer("reports", count(summary.reports));
  json.integer("outlets", count(summary.outlets));
  json.timestamp("first_seen", summary.first_seen);
  json.timestamp("last_seen", summary.last_seen);
  json.end_object();
}

void write_review(JsonWriter& json, const Review& review) {
  json.begin_object();
  json.string("id", review.id);
  json.timestamp("at", review.at);
  json.text("by", review.by);
  json.string("subject_kind", review.subject_kind);
  json.string("subject", review.subject);
  json.string("action", review.action);
  json.text("code", review.code);
  json.text("reason", review.reason);
  json.text("before", review.before);
  json.text("after", review.after);
  json.text("undoes", review.undoes);
  json.end_object();
}

void write_rule(JsonWriter& json, const RuleInfo& rule) {
  json.begin_object();
  json.string("id", rule.id);
  json.text("title", rule.title);
  json.text("pack", rule.pack);
  json.text("status", rule.status);
  json.text("scope", rule.scope);
  json.string("severity", to_string(rule.severity));
  json.boolean("enabled", rule.enabled);
  json.text("where", rule.where);
  json.text("message", rule.message);
  json.texts("falsepositives", rule.falsepositives);
  json.integer("tests", rule.tests);
  json.text("since", rule.since);
  json.end_object();
}

void write_source(JsonWriter& json, const SourceLine& line) {
  const SourceSettings& source = *line.settings;
  const SourceState state = line.state == nullptr ? SourceState{} : *line.state;
  json.begin_object();
  json.string("id", source.id);
  json.string("kind", to_string(source.kind));
  json.string("location", source.location);
  json.text("moved_to", state.location == source.location ? std::string() : state.location);
  json.text("outlet", source.outlet);
  json.text("schedule", source.schedule_text);
  if (source.every_ms == 0) {
    json.null("every_seconds");
  } else {
    json.integer("every_seconds", source.every_ms / 1000);
  }
  json.boolean("adaptive", source.adaptive.has_value());
  json.text("timezone", source.timezone);
  json.boolean("enabled", source.enabled);
  json.string("robots", source.robots == RobotsPolicy::obey ? "obey" : "ignore");
  json.string("health", health_of(line));
  json.timestamp("last_attempt", state.last_attempt);
  json.timestamp("last_success", state.last_success);
  json.boolean("stale", line.stale);
  json.timestamp("next_due", line.next_due);
  json.timestamp("failing_since", state.failing_since);
  json.integer("failures", state.failures);
  json.text("last_error", state.last_error);
  json.timestamp("blocked_until", state.blocked_until);
  json.timestamp("not_before", state.not_before);
  json.boolean("gone", state.gone);
  if (line.moves) {
    json.begin_array("moves");
    for (const SourceMove& move : *line.moves) {
      json.begin_object();
      json.timestamp("at", move.at);
      json.string("from", move.from);
      json.string("to", move.to);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

const char* health_of(const SourceLine& line) {
  if (!line.settings->enabled) return "disabled";
  if (line.state == nullptr || !line.state->last_attempt) return "never fetched";
  if (line.state->gone) return "gone";
  return line.state->failures > 0 ? "failing" : "ok";
}

}  // namespace claimtrail
