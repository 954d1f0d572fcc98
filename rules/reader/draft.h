#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/diagnostics/yaml.h"
#include "core/model/flag.h"

#include "rules/language/fields.h"
#include "rules/reader/rule_test.h"

namespace claimtrail {

/// A scalar with its place. `node` is null where the key was left out.
struct Located {
  std::string text;
  const YamlNode* node = nullptr;
};

struct ExceptionDraft {
  std::string name;
  const YamlNode* node = nullptr;
  std::vector<Located> fields;
  std::string op;
  std::vector<std::vector<std::string>> values;
};

struct SeverityDraft {
  Located condition;
  FlagSeverity severity = FlagSeverity::warning;
};

/// A rule as it stands in the file: keys read and typed, names and expressions not yet looked at.
struct RuleDraft {
  const YamlNode* node = nullptr;
  Located id;
  std::string title;
  std::string status;
  Located replaced_by;
  std::string since;
  std::vector<std::string> tags;
  RuleScope scope = RuleScope::claim;
  std::vector<Located> group_by;
  bool has_window = false;
  Located window_field;
  std::optional<int> window_days;  ///< none: the question's own window
  Located distinct;
  Located position;
  Located where;
  FlagSeverity severity = FlagSeverity::warning;
  std::vector<SeverityDraft> severity_when;
  std::vector<ExceptionDraft> exceptions;
  Located message;
  std::vector<std::string> falsepositives;
  std::vector<Located> yields_to;
  std::vector<RuleTest> tests;
};

/// A macro or a list of a pack.
struct DefinitionDraft {
  std::string name;
  int line = 0;
  int column = 0;
  Located body;                    ///< of a macro
  std::vector<std::string> items;  ///< of a list
};

/// A pack as it stands in its file. Owns the document that its places point into.
struct PackDraft {
  std::string name;
  std::shared_ptr<const YamlDocument> document;
  std::string since;
  std::vector<DefinitionDraft> macros;
  std::vector<DefinitionDraft> lists;
  std::vector<RuleDraft> rules;
};

/// Line and column of one byte of a scalar's text, found by walking the scalar along the source:
/// right for plain, quoted and block scalars of one or more lines.
struct SourcePlace {
  int line = 0;
  int column = 0;
};
[[nodiscard]] SourcePlace place_in_scalar(const YamlDocument& document, const YamlNode& scalar,
                                          std::size_t offset);

}  // namespace claimtrail
