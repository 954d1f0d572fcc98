#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/yaml.h"
#include "core/model/flag.h"
#include "core/model/review.h"
#include "core/trail/evidence.h"

namespace claimtrail {

/// A set of rules, read, checked and compiled; immutable, safe on many threads.
class RuleSet;

/// A pack to load: a built-in name ("builtin") or a file.
struct PackSource {
  std::string name;  ///< "builtin" or the path as written
  std::string file;  ///< for diagnostics
  std::string text;
};

/// Where a setting stands, for diagnostics that only loading the rules can give.
struct SettingPlace {
  std::string file;
  int line = 0;
  int column = 0;
  std::string snippet;
};

/// The config's `rules` and `suppressions`.
struct RuleSettings {
  std::vector<std::string> packs = {"builtin"};  ///< "builtin" or absolute paths
  /// What the desk changes about a rule of a pack. A severity given here holds whatever the rule's
  /// own `severity_when` says.
  struct Override {
    std::string rule;
    std::optional<FlagSeverity> severity;
    bool enabled = true;
    SettingPlace place;
  };
  std::vector<Override> overrides;
  struct Suppression {
    std::string rule;
    std::string question;  ///< empty: whatever the question
    std::string reason;
    std::string by;
    std::optional<Day> until;  ///< the first day it no longer holds; none: for good
    SettingPlace place;
  };
  std::vector<Suppression> suppressions;
};

/// Reads the config's sections `rules: {packs, override}` and `suppressions`; null where a section
/// is left out. Files are relative to `directory`.
[[nodiscard]] RuleSettings read_rule_settings(const YamlDocument& document, const YamlNode* rules,
                                              const YamlNode* suppressions,
                                              const std::string& directory,
                                              std::vector<Diagnostic>& problems);

/// Reads and compiles packs; every mistake of every pack is reported.
[[nodiscard]] Checked<std::shared_ptr<const RuleSet>> load_rules(const RuleSettings& settings);
[[nodiscard]] Checked<std::shared_ptr<const RuleSet>> compile_packs(
    const std::vector<PackSource>& packs, const RuleSettings& settings);

/// What is wrong with packs and settings, and what is doubtful besides: the errors that loading
/// gives, then lints as warnings. `now` decides which suppressions have expired.
[[nodiscard]] std::vector<Diagnostic> check_rules(const RuleSettings& settings, Timestamp now);
[[nodiscard]] std::vector<Diagnostic> check_packs(const std::vector<PackSource>& packs,
                                                  const RuleSettings& settings, Timestamp now);

/// Suppressions of the config that hold back none of the flags, as warnings.
[[nodiscard]] std::vector<Diagnostic> unmatched_suppressions(const RuleSettings& settings,
                                                             const std::vector<Flag>& flags);

/// One code that reading, compiling or checking rules can give, with a paragraph for who meets it.
struct RuleCode {
  std::string_view code;
  DiagnosticSeverity severity;
  std::string_view summary;
  std::string_view paragraph;
};
[[nodiscard]] std::span<const RuleCode> rule_codes();

/// What `rules list` and `rules show` print.
struct RuleInfo {
  std::string id;
  std::string title;
  std::string pack;
  std::string status;
  std::string scope;
  FlagSeverity severity = FlagSeverity::warning;
  bool enabled = true;
  std::string where;
  std::string message;
  std::vector<std::string> falsepositives;
  int tests = 0;
  std::string since;
  std::string version;      ///< what flags name as `rule_version`
  std::string position;     ///< the field that tells the sides apart; empty for revision rules
  std::string replaced_by;  ///< of a deprecated rule, which is never evaluated
  std::vector<std::string> tags;
  std::vector<std::string> group_by;
  std::vector<std::string> yields_to;
};
[[nodiscard]] std::vector<RuleInfo> list_rules(const RuleSet& rules);

/// What the rules say of the evidence now. Pure: depends on the evidence as a set; flags by rule,
/// scope key, first claim.
[[nodiscard]] std::vector<RaisedFlag> evaluate(const RuleSet& rules, const Evidence& evidence);

/// Whether what the rules find in a circle follows from its claims, so that circles can be judged
/// one by one. A rule that groups by something else (all that one outlet says), or by who said what
/// first among statements, cannot; the built-in ones can.
[[nodiscard]] bool can_judge_circles(const RuleSet& rules);

/// What the rules say of some circles, which must be whole in the evidence; in no order. All
/// circles together give what `evaluate` gives of everything. Pure.
[[nodiscard]] std::vector<RaisedFlag> evaluate_circles(const RuleSet& rules,
                                                       const Evidence& evidence,
                                                       const std::vector<Circle>& circles,
                                                       SaidAlone said_alone);

/// Why a rule did not (or did) join two readings, in lines for a person: the gates it passed, then
/// each atom with its values, ending at the first that failed.
[[nodiscard]] std::vector<std::string> explain(const RuleSet& rules, const Evidence& evidence,
                                               const std::string& rule, const std::string& claim_a,
                                               const std::string& claim_b);

/// One test of a rule, run. `run_rule_tests` runs those whose "rule/name" matches the regular
/// expression (empty: all); a pattern that is no regular expression gives one failed result that
/// says so.
struct RuleTestResult {
  std::string rule;
  std::string name;
  bool passed = false;
  std::string detail;  ///< what was expected and what came, when failed
  std::string file;
  int line = 0;
};
[[nodiscard]] std::vector<RuleTestResult> run_rule_tests(const RuleSet& rules,
                                                         const std::string& name_pattern);

/// Settles what the rules say now with the flags that are stored: ids found again by rule, scope
/// key and overlap of joined sides; new ones made; a dismissed, confirmed or explained flag stays
/// so until a new position joins, then it is open again; an open flag whose evidence is gone is
/// resolved, a resolved one that comes back is open. Suppressions hold open flags back until their
/// day: `status_code` is then "settings". A reviewer's suppression holds until its day, without one
/// until a position joins.
///
/// Returns every flag that is new or changed, by rule, scope key and id; `last_seen` moves with
/// what the flag says. `evidence` is the stored flag's, empty for a new one: whoever stores flags
/// freezes it. Pure.
///
/// What is left aside on both sides must have nothing to do with the rest: neither flags with any
/// of their claims, nor what the rules say of any circle they were raised on. `is_taken` then tells
/// whether an id is a flag's that was left aside.
[[nodiscard]] std::vector<Flag> settle_flags(
    const std::vector<Flag>& stored, const std::vector<RaisedFlag>& raised,
    const std::vector<RuleSettings::Suppression>& suppressions, Timestamp now,
    const std::function<bool(const std::string&)>& is_taken = nullptr);

}  // namespace claimtrail
