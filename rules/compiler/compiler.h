#pragma once

#include <memory>
#include <vector>

#include "rules/compiler/compiled_rule.h"
#include "rules/reader/draft.h"

namespace claimtrail {

/// Packs read and compiled, with everything there is to say about them.
struct Compilation {
  std::shared_ptr<const RuleSet> rules;  ///< usable only without errors
  std::vector<Diagnostic> errors;        ///< by file, line, column
  std::vector<Diagnostic> lints;         ///< warnings, in the same order
};

[[nodiscard]] Compilation compile(const std::vector<PackSource>& packs,
                                  const RuleSettings& settings);

/// Compiles one rule of a pack. Mistakes are added to `problems` with their place; names of macros
/// and lists that it uses to `used`. `yields_to` is left to whoever knows the other rules.
[[nodiscard]] Rule compile_rule(const PackDraft& pack, const RuleDraft& draft,
                                const Definitions& definitions, std::vector<Diagnostic>& problems,
                                std::set<std::string>& used);

/// Lints of one pack that need only its own text.
[[nodiscard]] std::vector<Diagnostic> lint_pack(const PackDraft& pack,
                                                const std::vector<Rule>& rules,
                                                const std::set<std::string>& used);

/// A diagnostic of one code of the table, as a warning.
[[nodiscard]] Diagnostic as_warning(Diagnostic diagnostic);

}  // namespace claimtrail
