#include <algorithm>

#include <fmt/format.h>

#include "cli/provenance/html_view.h"
#include "cli/provenance/trace.h"
#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

/// One pair is told with every condition, some more by name; the data holds them all.
constexpr std::size_t most_pairs = 6;

/// Who a claim of the flag is, in few words: for the pairs of `why`.
std::string short_name(const ProvenanceReport& report, const Flag& flag, const std::string& id) {
  const FrozenEvidence* evidence = frozen_words(flag, id, {}, {});
  if (evidence == nullptr) return report.claim(id) != nullptr ? report.claim(id)->attribution : id;
  if (evidence->claimant == evidence->outlet) return evidence->outlet;
  return evidence->claimant + " in " + evidence->outlet;
}

/// A claim of a side: the words frozen when the flag was raised, else the present ones.
JsonValue member_view(const ProvenanceReport& report, const TracedFlag& flag, const std::string& id,
                      const std::string& position) {
  const TracedClaim* traced = report.claim(id);
  const FrozenEvidence* evidence = frozen_words(flag.flag, id, position, flag.changes);
  const TracedReport* of = report.report(evidence != nullptr ? evidence->report
                                         : traced != nullptr ? traced->stored.report
                                                             : std::string());
  const std::string now = traced != nullptr ? traced->stored.exact : std::string();
  const std::string then = evidence != nullptr ? evidence->exact : now;
  JsonValue view = JsonValue::object();
  view.set("anchor", traced != nullptr ? JsonValue::string(anchor_of("claim", id)) : JsonValue());
  view.set("exact", JsonValue::string(then));
  view.set("reads_now", now != then && !now.empty() ? JsonValue::string(now) : JsonValue());
  view.set("who", JsonValue::string(traced != nullptr     ? traced->attribution
                                    : evidence != nullptr ? evidence->claimant
                                                          : id));
  view.set("outlet", JsonValue::text(evidence != nullptr ? evidence->outlet
                                     : of != nullptr     ? of->report.outlet
                                                         : std::string()));
  view.set("published", of != nullptr && of->report.published
                            ? JsonValue::string(published_words(*of->report.published))
                            : JsonValue());
  view.set("raw_sha256", evidence != nullptr ? JsonValue::string(short_digest(evidence->raw_sha256))
                                             : JsonValue());
  return view;
}

JsonValue members_view(const ProvenanceReport& report, const TracedFlag& flag,
                       const std::vector<std::string>& claims, const std::string& position) {
  JsonValue members = JsonValue::array();
  for (const std::string& id : claims) members.push(member_view(report, flag, id, position));
  return members;
}

JsonValue sides_view(const ProvenanceReport& report, const TracedFlag& flag) {
  JsonValue sides = JsonValue::array();
  for (const Side& side : flag.flag.sides) {
    JsonValue view = JsonValue::object();
    view.set("position", JsonValue::string(side.position));
    view.set("members", members_view(report, flag, side.claims, side.position));
    sides.push(std::move(view));
  }
  return sides;
}

JsonValue why_view(const ProvenanceReport& report, const Flag& flag) {
  JsonValue pairs = JsonValue::array();
  for (std::size_t i = 0; i < std::min(flag.why.size(), most_pairs); ++i) {
    const WhyPair& pair = flag.why[i];
    JsonValue atoms = JsonValue::array();
    for (const AtomValue& atom : i == 0 ? pair.atoms : std::vector<AtomValue>()) {
      JsonValue item = JsonValue::object();
      item.set("atom", JsonValue::string(atom.atom));
      item.set("values", JsonValue::string(atom.values));
      item.set("holds", JsonValue::string(atom.holds ? "yes" : "no"));
      atoms.push(std::move(item));
    }
    JsonValue view = JsonValue::object();
    view.set("a", JsonValue::string(short_name(report, flag, pair.a)));
    view.set("b",
             pair.b.empty() ? JsonValue() : JsonValue::string(short_name(report, flag, pair.b)));
    view.set("change", JsonValue::text(pair.change));
    view.set("has_atoms", JsonValue::boolean(!atoms.items().empty()));
    view.set("atoms", std::move(atoms));
    std::string tried;
    for (const std::string& name : i == 0 ? pair.exceptions_tried : std::vector<std::string>()) {
      tried += (tried.empty() ? "" : ", ") + name;
    }
    view.set("tried", JsonValue::text(tried));
    pairs.push(std::move(view));
  }
  return pairs;
}

std::string status_words(const Flag& flag) {
  std::string words = to_string(flag.status);
  if (!flag.status_code.empty()) words += ": " + code_words(flag.status_code);
  if (!flag.suppressed_until.empty()) words += ", until " + flag.suppressed_until;
  return words;
}

const char* severity_mark(FlagSeverity severity) {
  if (severity == FlagSeverity::error) return "■";
  return severity == FlagSeverity::warning ? "▲" : "●";
}

}  // namespace

JsonValue flag_view(const ProvenanceReport& report, const TracedFlag& traced) {
  const Flag& flag = traced.flag;
  JsonValue view = JsonValue::object();
  view.set("anchor", JsonValue::string(anchor_of("flag", flag.id)));
  view.set("id", JsonValue::string(flag.id));
  view.set("severity", JsonValue::string(to_string(flag.severity)));
  view.set("severity_mark", JsonValue::string(severity_mark(flag.severity)));
  view.set("rule", JsonValue::string(flag.rule));
  view.set("rule_version", JsonValue::text(flag.rule_version));
  view.set("pack", JsonValue::text(flag.pack));
  view.set("status", JsonValue::string(status_words(flag)));
  view.set("message", JsonValue::string(flag.message));
  view.set("first_seen", time_view(flag.first_seen));
  view.set("last_seen", time_view(flag.last_seen));
  view.set("sides", sides_view(report, traced));
  view.set("has_context", JsonValue::boolean(!flag.context.empty()));
  view.set("context", members_view(report, traced, flag.context, {}));
  view.set("has_changes", JsonValue::boolean(!traced.changes.empty()));
  view.set("changes", changes_view(report, traced.changes));
  view.set("has_why", JsonValue::boolean(!flag.why.empty()));
  view.set("why", why_view(report, flag));
  view.set("why_more",
           flag.why.size() > most_pairs
               ? JsonValue::string(plural(flag.why.size() - most_pairs, "more pair", "more pairs"))
               : JsonValue());
  view.set("has_reviews", JsonValue::boolean(!traced.reviews.empty()));
  view.set("reviews", reviews_view(traced.reviews));
  return view;
}

JsonValue reviews_view(const std::vector<TracedReview>& reviews) {
  JsonValue view = JsonValue::array();
  for (const TracedReview& traced : reviews) {
    const Review& review = traced.review;
    JsonValue item = JsonValue::object();
    item.set("at", time_view(review.at));
    item.set("by", JsonValue::string(review.by.empty() ? "somebody" : review.by));
    item.set("action", JsonValue::string(review.action));
    item.set("before", JsonValue::text(review.before));
    item.set("after", JsonValue::text(review.after));
    item.set("code", JsonValue::text(code_words(review.code)));
    item.set("reason", JsonValue::text(review.reason));
    item.set("undone", JsonValue::boolean(traced.undone));
    view.push(std::move(item));
  }
  return view;
}

JsonValue changes_view(const ProvenanceReport& report, const std::vector<TracedChange>& changes) {
  JsonValue view = JsonValue::array();
  for (const TracedChange& change : changes) {
    const TracedReport* of = report.report(change.report);
    JsonValue item = JsonValue::object();
    item.set("kind", JsonValue::string(change.kind));
    item.set("was", JsonValue::text(change.was));
    item.set("is", JsonValue::text(change.is));
    item.set("at", time_view(change.at));
    item.set("noted", JsonValue::boolean(change.noted));
    item.set("from_anchor", JsonValue::string(anchor_of("revision", change.from_revision)));
    item.set("to_anchor", JsonValue::string(anchor_of("revision", change.to_revision)));
    item.set("from_revision", JsonValue::string(change.from_revision));
    item.set("to_revision", JsonValue::string(change.to_revision));
    item.set("outlet", JsonValue::text(of != nullptr ? of->report.outlet : std::string()));
    view.push(std::move(item));
  }
  return view;
}

}  // namespace claimtrail
