#include "cli/provenance/data_flags.h"

#include "cli/provenance/data_claims.h"

namespace claimtrail {
namespace {

JsonValue sides_data(const std::vector<Side>& sides) {
  JsonValue data = JsonValue::array();
  for (const Side& side : sides) {
    JsonValue item = JsonValue::object();
    item.set("position", JsonValue::string(side.position));
    item.set("claims", JsonValue::strings(side.claims));
    data.push(std::move(item));
  }
  return data;
}

JsonValue atom_data(const AtomValue& atom) {
  JsonValue data = JsonValue::object();
  data.set("atom", JsonValue::string(atom.atom));
  data.set("values", JsonValue::string(atom.values));
  data.set("holds", JsonValue::boolean(atom.holds));
  return data;
}

JsonValue why_data(const std::vector<WhyPair>& why) {
  JsonValue pairs = JsonValue::array();
  for (const WhyPair& pair : why) {
    JsonValue atoms = JsonValue::array();
    for (const AtomValue& atom : pair.atoms) atoms.push(atom_data(atom));
    JsonValue item = JsonValue::object();
    item.set("a", JsonValue::string(pair.a));
    item.set("b", JsonValue::text(pair.b));
    item.set("change", JsonValue::text(pair.change));
    item.set("atoms", std::move(atoms));
    item.set("exceptions_tried", JsonValue::strings(pair.exceptions_tried));
    pairs.push(std::move(item));
  }
  JsonValue data = JsonValue::object();
  data.set("pairs", std::move(pairs));
  return data;
}

JsonValue evidence_data(const FrozenEvidence& evidence) {
  JsonValue content = JsonValue::array();
  for (const Span& span : evidence.content) {
    JsonValue item = JsonValue::object();
    item.set("start", JsonValue::number(span.start));
    item.set("end", JsonValue::number(span.end));
    content.push(std::move(item));
  }
  JsonValue data = JsonValue::object();
  data.set("claim", JsonValue::string(evidence.claim));
  data.set("report", JsonValue::string(evidence.report));
  data.set("revision", JsonValue::string(evidence.revision));
  data.set("outlet", JsonValue::text(evidence.outlet));
  data.set("url", JsonValue::text(evidence.url));
  data.set("claimant", JsonValue::text(evidence.claimant));
  data.set("value", JsonValue::text(evidence.value));
  data.set("exact", JsonValue::string(evidence.exact));
  data.set("content", std::move(content));
  data.set("raw_sha256", JsonValue::text(evidence.raw_sha256));
  data.set("text_sha256", JsonValue::text(evidence.text_sha256));
  data.set("fetched_at", JsonValue::text(evidence.fetched_at));
  return data;
}

}  // namespace

JsonValue flag_data(const TracedFlag& traced) {
  const Flag& flag = traced.flag;
  JsonValue evidence = JsonValue::array();
  for (const FrozenEvidence& frozen : flag.evidence) evidence.push(evidence_data(frozen));
  JsonValue changes = JsonValue::array();
  for (const TracedChange& change : traced.changes) changes.push(change_data(change));
  JsonValue data = JsonValue::object();
  data.set("id", JsonValue::string(flag.id));
  data.set("rule", JsonValue::string(flag.rule));
  data.set("rule_version", JsonValue::text(flag.rule_version));
  data.set("pack", JsonValue::text(flag.pack));
  data.set("severity", JsonValue::string(to_string(flag.severity)));
  data.set("status", JsonValue::string(to_string(flag.status)));
  data.set("status_code", JsonValue::text(flag.status_code));
  data.set("suppressed_until", JsonValue::text(flag.suppressed_until));
  data.set("question", JsonValue::text(flag.question));
  data.set("sides", sides_data(flag.sides));
  data.set("context", JsonValue::strings(flag.context));
  data.set("claims", JsonValue::strings(flag.all_claims()));
  data.set("reports", JsonValue::strings(flag.reports));
  data.set("message", JsonValue::string(flag.message));
  data.set("why", why_data(flag.why));
  data.set("evidence", std::move(evidence));
  data.set("changes", std::move(changes));
  data.set("first_seen", time_data(flag.first_seen));
  data.set("last_seen", time_data(flag.last_seen));
  data.set("reviews", reviews_data(traced.reviews));
  return data;
}

JsonValue review_data(const Review& review) {
  JsonValue data = JsonValue::object();
  data.set("id", JsonValue::string(review.id));
  data.set("at", time_data(review.at));
  data.set("by", JsonValue::text(review.by));
  data.set("subject_kind", JsonValue::string(review.subject_kind));
  data.set("subject", JsonValue::string(review.subject));
  data.set("action", JsonValue::string(review.action));
  data.set("code", JsonValue::text(review.code));
  data.set("reason", JsonValue::text(review.reason));
  data.set("before", JsonValue::text(review.before));
  data.set("after", JsonValue::text(review.after));
  data.set("undoes", JsonValue::text(review.undoes));
  return data;
}

JsonValue reviews_data(const std::vector<TracedReview>& reviews) {
  JsonValue data = JsonValue::array();
  for (const TracedReview& traced : reviews) {
    JsonValue item = review_data(traced.review);
    item.set("undone", JsonValue::boolean(traced.undone));
    data.push(std::move(item));
  }
  return data;
}

JsonValue change_data(const TracedChange& change) {
  JsonValue data = JsonValue::object();
  data.set("report", JsonValue::string(change.report));
  data.set("from_revision", JsonValue::string(change.from_revision));
  data.set("to_revision", JsonValue::string(change.to_revision));
  data.set("at", time_data(change.at));
  data.set("kind", JsonValue::string(change.kind));
  data.set("was", JsonValue::text(change.was));
  data.set("is", JsonValue::text(change.is));
  data.set("noted", JsonValue::boolean(change.noted));
  data.set("claim_before", JsonValue::text(change.claim_before));
  data.set("claim_after", JsonValue::text(change.claim_after));
  return data;
}

}  // namespace claimtrail
