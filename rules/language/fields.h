#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/language/value.h"
#include "rules/world/world.h"

namespace claimtrail {

/// What a rule runs over.
enum class RuleScope { claim, pair, question, report, revision };

[[nodiscard]] const char* to_string(RuleScope scope);

/// Space for texts that an evaluation makes; views of them live until it is cleared.
using Scratch = std::deque<std::string>;

/// What a condition is asked about: one reading (`a`), a pair (`a`, `b`), a group of readings, or a
/// change. `report` is set for report and revision rules.
struct Subject {
  const World* world = nullptr;
  const Facts* a = nullptr;
  const Facts* b = nullptr;
  const RevisionChange* change = nullptr;
  const ReportEvidence* report = nullptr;
  std::span<const Facts* const> group;
  bool fills_open_side =
      false;  ///< the flag that the group raises; see rules/evaluator/open_sides.h
};

/// What a field belongs to: a reading ("a.figure" in pair rules, "figure" in claim rules,
/// "group.figure" as a column), a pair, the report, the question, a change between revisions, or
/// the flag that a group raises, which only `severity_when` may ask about.
enum class FieldOf { reading, pair, report, question, change, flag };

/// One thing a rule may name. `get` never fails: what is not known is an unknown value. For a field
/// of a reading `facts` is the reading meant; other fields look at the subject.
struct FieldRow {
  std::string_view name;  ///< without "a.", "b." or "claim."; "pair.similarity" and so on in full
  ValueType type;
  FieldOf of;
  std::string_view meaning;
  std::string_view origin;  ///< where it comes from
  Value (*get)(const Subject& subject, const Facts& facts);
  /// What makes two values the same position or group where that is not the shown value itself;
  /// null: it is.
  Value (*key)(const Subject& subject, const Facts& facts) = nullptr;
  /// The words a text field can hold, separated by blanks; empty: free text.
  std::string_view words = {};
  /// For a text that has to be made first: asked in expressions and messages in place of `get`,
  /// which then knows nothing, so that it can be no position and no group.
  Value (*make)(const Subject& subject, Scratch& scratch) = nullptr;
};

/// Every field, in the order of the documentation.
[[nodiscard]] std::span<const FieldRow> field_table();

/// A field as named in a rule of one scope.
struct FieldName {
  const FieldRow* row = nullptr;  ///< null: no such field here
  std::uint8_t slot = 0;          ///< 0: reading a, 1: reading b
  bool column = false;            ///< "group.FIELD"
};
[[nodiscard]] FieldName find_field(std::string_view name, RuleScope scope);

/// Every name that `find_field` knows in the scope, for suggestions.
[[nodiscard]] std::vector<std::string> field_names(RuleScope scope);

/// A field of readings by its bare name ("question", "claimant"), as `group_by`, `distinct` and
/// `position` name it; null when there is none.
[[nodiscard]] const FieldRow* find_reading_field(std::string_view name);

/// What tells values of the field apart, as text; empty when unknown.
[[nodiscard]] std::string key_of(const FieldRow& row, const Subject& subject, const Facts& facts);

}  // namespace claimtrail
