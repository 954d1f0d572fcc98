#include "rules/incremental.h"

#include <algorithm>
#include <unordered_set>

#include "rules/grounds.h"
#include "rules/raise.h"

namespace claimtrail {
namespace {

/// FNV-1a over everything that is put in, each with its length, so that parts cannot run together.
class Mixer {
 public:
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) byte(static_cast<unsigned char>(number >> (8 * i)));
  }
  void add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    for (const char c : text) byte(static_cast<unsigned char>(c));
  }
  void add(const std::vector<std::string>& list) {
    add(static_cast<std::uint64_t>(list.size()));
    for (const std::string& item : list) add(std::string_view(item));
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void byte(unsigned char one) {
    value_ ^= one;
    value_ *= 1099511628211ULL;
  }
  std::uint64_t value_ = 14695981039346656037ULL;
};

std::uint64_t number_of(const auto& time) {
  return static_cast<std::uint64_t>(time.time_since_epoch().count());
}

std::uint64_t fingerprint_of(const ReportEvidence& report) {
  Mixer mixer;
  for (const std::string* text :
       {&report.id, &report.url, &report.title, &report.outlet, &report.publisher_family}) {
    mixer.add(std::string_view(*text));
  }
  mixer.add(report.published ? number_of(*report.published) + 1 : 0);
  mixer.add(number_of(report.first_seen));
  std::vector<std::string> cites = report.cites;
  sort_unique(cites);
  mixer.add(cites);
  mixer.add(report.has_note ? 1U : 0U);
  mixer.add(report.revised ? number_of(*report.revised) + 1 : 0);
  mixer.add(report.withdrawn ? number_of(*report.withdrawn) + 1 : 0);
  std::vector<std::string> origins = report.origins;
  sort_unique(origins);
  mixer.add(origins);
  return mixer.value();
}

std::uint64_t fingerprint_of(const Question* question) {
  Mixer mixer;
  if (question == nullptr) return 0;
  for (const std::string* text : {&question->id, &question->ask, &question->behaves}) {
    mixer.add(std::string_view(*text));
  }
  mixer.add(static_cast<std::uint64_t>(question->window_days));
  mixer.add(question->declared ? 1U : 0U);
  return mixer.value();
}

/// Every field of a reading that a rule may name, as it is shown and as it is told apart: what no
/// field gives no rule can see.
void add_fields(Mixer& mixer, const World& world, const Facts& facts) {
  Subject subject;
  subject.world = &world;
  subject.a = &facts;
  for (const FieldRow& row : field_table()) {
    if (row.of != FieldOf::reading) continue;
    const Value value = row.get(subject, facts);
    mixer.add(value.known ? 1U : 0U);
    if (!value.known) continue;
    mixer.add(std::string_view(display(row.type, value)));
    if (row.key != nullptr) mixer.add(std::string_view(key_of(row, subject, facts)));
  }
  // What the pair, report and question fields go back to.
  mixer.add(facts.value);
  mixer.add(facts.utterance);
  mixer.add(facts.attributed_in_report ? 1U : 0U);
  mixer.add(number_of(facts.reading->stored->first_seen));
  mixer.add(facts.reading->claim().span.start);
}

std::uint64_t fingerprint_of(const World& world, const RevisionChange& change) {
  Mixer mixer;
  mixer.add(std::string_view(world.report_of(change).id));
  for (const std::string* text :
       {&change.from_revision, &change.to_revision, &change.kind, &change.was, &change.is}) {
    mixer.add(std::string_view(*text));
  }
  mixer.add(number_of(change.at));
  mixer.add(change.noted ? 1U : 0U);
  return mixer.value();
}

using ClaimPrints = std::unordered_map<std::string, std::uint64_t>;

ClaimPrints fingerprints_of(const World& world) {
  std::unordered_map<const ReportEvidence*, std::uint64_t> reports;
  for (const ReportEvidence& report : world.evidence->reports) {
    reports[&report] = fingerprint_of(report);
  }
  std::unordered_map<std::string, Mixer> mixers;
  for (const Facts& facts : world.facts) {
    Mixer& mixer = mixers[facts.reading->claim().id];
    mixer.add(reports.at(facts.report));
    mixer.add(fingerprint_of(facts.question));
    add_fields(mixer, world, facts);
  }
  for (const RevisionChange* change : world.changes) {
    Mixer& mixer = mixers[claim_of(*change)];
    mixer.add(reports.at(&world.report_of(*change)));
    mixer.add(fingerprint_of(world, *change));
  }
  ClaimPrints seen;
  seen.reserve(mixers.size());
  for (const auto& [claim, mixer] : mixers) seen.emplace(claim, mixer.value());
  return seen;
}

using Claims = std::unordered_set<std::string_view>;

Claims changed_claims(const ClaimPrints& before, const ClaimPrints& now) {
  Claims changed;
  for (const auto& [claim, fingerprint] : now) {
    const auto found = before.find(claim);
    if (found == before.end() || found->second != fingerprint) changed.insert(claim);
  }
  for (const auto& [claim, fingerprint] : before) {
    if (!now.contains(claim)) changed.insert(claim);
  }
  return changed;
}

bool holds_any(const Flag& flag, const Claims& claims) {
  const auto known = [&](const std::string& claim) { return claims.contains(claim); };
  return std::any_of(flag.context.begin(), flag.context.end(), known) ||
         std::any_of(flag.sides.begin(), flag.sides.end(), [&](const Side& side) {
           return std::any_of(side.claims.begin(), side.claims.end(), known);
         });
}

/// The groups that one rule makes of the readings.
class Groups {
 public:
  Groups(const Rule& rule, const World& world) : world_(world), keys_(world.facts.size()) {
    for (const FieldRow* row : rule.group_by) made_by_ += std::string(row->name) + ' ';
    for (std::uint32_t i = 0; i < world.facts.size(); ++i) {
      keys_[i] = key_of(rule, world.facts[i]);
      if (!keys_[i].empty()) members_[keys_[i]].push_back(i);
    }
  }

  /// Notes who stands in each group; the claims of a group where that changed are added.
  void compare(const Fingerprints& before, Fingerprints& now, Claims& changed) const {
    for (const auto& [key, members] : members_) {
      Mixer mixer;
      mixer.add(std::string_view(made_by_));
      mixer.add(key);
      std::uint64_t sum = members.size();
      for (const std::uint32_t i : members) sum += now.claims.at(claim(i));
      now.groups[mixer.value()] = sum;
      const auto found = before.groups.find(mixer.value());
      if (found != before.groups.end() && found->second == sum) continue;
      for (const std::uint32_t i : members) changed.insert(claim(i));
    }
  }

  /// The claims and all that are connected with them by groups: a flag of any of these groups may
  /// say something else now.
  [[nodiscard]] Claims connected(Claims asked) const {
    std::vector<std::string_view> left(asked.begin(), asked.end());
    std::unordered_set<std::string_view> done;
    while (!left.empty()) {
      const auto readings = world_.facts_of_claim.find(std::string(left.back()));
      left.pop_back();
      if (readings == world_.facts_of_claim.end()) continue;
      for (const std::uint32_t i : readings->second) {
        if (keys_[i].empty() || !done.insert(keys_[i]).second) continue;
        for (const std::uint32_t member : members_.at(keys_[i])) {
          if (asked.insert(claim(member)).second) left.emplace_back(claim(member));
        }
      }
    }
    return asked;
  }

 private:
  /// A claim rule without groups joins what shares a question, or else a report.
  static std::string key_of(const Rule& rule, const Facts& facts) {
    if (!rule.group_by.empty()) return group_key(rule, facts);
    return facts.reading->question.empty() ? "report " + facts.report->id
                                           : "question " + facts.reading->question;
  }
  [[nodiscard]] const std::string& claim(std::uint32_t facts) const {
    return world_.facts[facts].reading->claim().id;
  }

  const World& world_;
  std::string made_by_;
  std::vector<std::string> keys_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> members_;
};

/// Edits of one claim are a group of their own.
Claims claims_to_ask(const Rule& rule, const World& world, const Fingerprints& before,
                     Fingerprints& now, Claims changed) {
  if (rule.scope == RuleScope::revision) return changed;
  const Groups groups(rule, world);
  groups.compare(before, now, changed);
  return groups.connected(std::move(changed));
}

}  // namespace

CheckOutcome check_changes(const RuleSet& rules, const Evidence& evidence,
                           const Fingerprints& before, const std::vector<Flag>& stored,
                           const std::vector<RuleSettings::Suppression>& suppressions,
                           Timestamp now) {
  const World world(evidence);
  CheckOutcome outcome;
  outcome.seen.claims = fingerprints_of(world);
  Claims changed = changed_claims(before.claims, outcome.seen.claims);
  // Whether a flag that a reviewer holds back still has evidence is only asked when its day comes.
  for (const Flag& flag : stored) {
    if (flag.status != FlagStatus::suppressed) continue;
    for (const Side& side : flag.sides) changed.insert(side.claims.begin(), side.claims.end());
  }
  std::vector<RaisedFlag> raised;
  std::vector<bool> asked(stored.size());
  Claims all_asked;
  Judge judge(rules, world);
  for (const Rule& rule : rules.rules()) {
    if (!rule.enabled) continue;
    const Claims claims = claims_to_ask(rule, world, before, outcome.seen, changed);
    evaluate_rule(rule, judge, {&claims}, raised);
    for (std::size_t i = 0; i < stored.size(); ++i) {
      if (stored[i].rule == rule.id) asked[i] = holds_any(stored[i], claims);
    }
    all_asked.insert(claims.begin(), claims.end());
  }
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const Rule* rule = rules.find(stored[i].rule);
    if (rule == nullptr || !rule->enabled) asked[i] = true;
  }
  sort_flags(raised);
  outcome.asked = all_asked.size();
  outcome.changed = settle_some(stored, asked, raised, suppressions, now);
  return outcome;
}

}  // namespace claimtrail
