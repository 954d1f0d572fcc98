#include "rules/compiler/compiler.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostics/diagnostic.h"

#include "rules/in_parallel.h"
#include "rules/reader/reader.h"

namespace claimtrail {
namespace {

struct CompiledPack {
  PackDraft draft;
  std::size_t first_rule = 0;  ///< index of its first rule in the set
  std::set<std::string> used;
};

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = nearest(word, known);
  return near.empty() ? "" : fmt::format("did you mean '{}'?", near);
}

/// Parses the macros and takes the lists; a name that already means something else is a mistake.
Definitions define(const PackDraft& pack, std::vector<Diagnostic>& problems) {
  Definitions definitions;
  const auto taken = [&](const DefinitionDraft& one) {
    const bool field = find_field(one.name, RuleScope::claim).row != nullptr || one.name == "group";
    const bool twice = definitions.macros.contains(one.name);
    if (field || twice || one.name.find('.') != std::string::npos) {
      problems.push_back(
          pack.document->at(one.line, one.column, "name-taken",
                            fmt::format("'{}' cannot name a macro or list", one.name),
                            field   ? "a field has this name"
                            : twice ? "a macro has this name"
                                    : "names have no points"));
      return true;
    }
    return false;
  };
  for (const DefinitionDraft& macro : pack.macros) {
    if (macro.body.node == nullptr || taken(macro)) continue;
    std::vector<ExpressionProblem> wrong;
    SyntaxTree tree = parse_expression(macro.body.text, wrong);
    for (const ExpressionProblem& one : wrong) {
      const SourcePlace at = place_in_scalar(*pack.document, *macro.body.node, one.offset);
      problems.push_back(pack.document->at(at.line, at.column, one.code, one.message, one.hint));
    }
    definitions.macros.emplace(macro.name, std::move(tree));
  }
  for (const DefinitionDraft& list : pack.lists) {
    if (!taken(list)) definitions.lists.emplace(list.name, list.items);
  }
  return definitions;
}

class SetCompiler {
 public:
  explicit SetCompiler(const RuleSettings& settings) : settings_(settings) {}

  Compilation compile(const std::vector<PackSource>& sources) {
    std::vector<ReadPack> read(sources.size());
    each_in_parallel(sources.size(), sources.size(), [&](std::size_t i) {
      read[i].draft = read_pack(sources[i], read[i].problems);
    });
    for (std::size_t i = 0; i < sources.size(); ++i) add_pack(sources[i], std::move(read[i]));
    for (const CompiledPack& pack : packs_) resolve(pack);
    refuse_cycles();
    for (const RuleSettings::Override& one : settings_.overrides) apply(one);

    Compilation result;
    for (const CompiledPack& pack : packs_) {
      for (Diagnostic& lint : lint_pack(pack.draft, rules_, pack.used)) {
        result.lints.push_back(std::move(lint));
      }
    }
    result.errors = in_order(std::move(errors_));
    result.lints = in_order(std::move(result.lints));
    result.rules = std::make_shared<const RuleSet>(std::move(rules_));
    return result;
  }

 private:
  /// A pack as it was read, which takes longer than all that follows.
  struct ReadPack {
    std::optional<PackDraft> draft;
    std::vector<Diagnostic> problems;
  };

  void add_pack(const PackSource& source, ReadPack read) {
    files_.push_back(source.file.empty() ? source.name : source.file);
    std::move(read.problems.begin(), read.problems.end(), std::back_inserter(errors_));
    if (!read.draft) return;
    CompiledPack pack;
    pack.draft = std::move(*read.draft);
    pack.first_rule = rules_.size();
    const Definitions definitions = define(pack.draft, errors_);
    for (const RuleDraft& one : pack.draft.rules) {
      refuse_duplicate(pack.draft, one);
      rules_.push_back(compile_rule(pack.draft, one, definitions, errors_, pack.used));
    }
    packs_.push_back(std::move(pack));
  }

  void refuse_duplicate(const PackDraft& pack, const RuleDraft& draft) {
    if (draft.id.node == nullptr || draft.id.text.empty()) return;
    const std::string here = fmt::format("{}:{}", pack.document->file, draft.id.node->line);
    const auto [first, fresh] = places_.emplace(draft.id.text, here);
    if (fresh) return;
    errors_.push_back(pack.document->at(*draft.id.node, "duplicate-id",
                                        fmt::format("two rules have the id '{}'", draft.id.text),
                                        fmt::format("the first stands at {}", first->second)));
  }

  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const Rule& rule : rules_) all.push_back(rule.id);
    return all;
  }

  [[nodiscard]] std::optional<std::size_t> index_of(const std::string& id) const {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      if (rules_[i].id == id) return i;
    }
    return std::nullopt;
  }

  void resolve(const CompiledPack& pack) {
    for (std::size_t i = 0; i < pack.draft.rules.size(); ++i) {
      Rule& rule = rules_[pack.first_rule + i];
      for (const Located& name : pack.draft.rules[i].yields_to) {
        const std::optional<std::size_t> other = index_of(name.text);
        std::string why;
        std::string hint;
        if (!other) {
          why = fmt::format("'{}' yields to an unknown rule '{}'", rule.id, name.text);
          hint = did_you_mean(name.text, ids());
        } else if (rules_[*other].scope != rule.scope ||
                   (rule.scope != RuleScope::pair && rule.scope != RuleScope::claim)) {
          why = fmt::format("'{}' cannot yield to '{}'", rule.id, name.text);
          hint = "both must be pair rules, or both claim rules";
        } else {
          rule.yields_to.push_back(*other);
          continue;
        }
        errors_.push_back(pack.draft.document->at(*name.node, "unknown-rule", why, hint));
      }
    }
  }

  void refuse_cycles() {
    std::vector<int> state(rules_.size(), 0);
    std::vector<std::size_t> path;
    for (std::size_t i = 0; i < rules_.size(); ++i) visit(i, state, path);
  }

  void visit(std::size_t at, std::vector<int>& state, std::vector<std::size_t>& path) {
    if (state[at] == 2) return;
    path.push_back(at);
    if (state[at] == 1) {
      std::vector<std::string> loop;
      for (const std::size_t step : path) loop.push_back(rules_[step].id);
      errors_.push_back(
          failure("yield-cycle",
                  fmt::format("rules yield to each other: {}", fmt::join(loop, " -> ")),
                  rules_[at].file)
              .value());
      // Cut here, so that nothing that follows can go round.
      rules_[path[path.size() - 2]].yields_to.clear();
    } else {
      state[at] = 1;
      const std::vector<std::size_t> others = rules_[at].yields_to;
      for (const std::size_t other : others) visit(other, state, path);
    }
    state[at] = 2;
    path.pop_back();
  }

  void apply(const RuleSettings::Override& one) {
    const std::optional<std::size_t> found = index_of(one.rule);
    if (!found) {
      Diagnostic unknown = failure("unknown-rule", fmt::format("no pack has a rule '{}'", one.rule),
                                   one.place.file, did_you_mean(one.rule, ids()))
                               .value();
      unknown.line = one.place.line;
      unknown.column = one.place.column;
      unknown.snippet = one.place.snippet;
      errors_.push_back(std::move(unknown));
      return;
    }
    Rule& rule = rules_[*found];
    rule.enabled = rule.enabled && one.enabled;
    if (one.severity) {
      rule.severity = *one.severity;
      rule.severity_when.clear();
    }
  }

  /// By file as given, then place; a mistake in a macro that several rules meet is said once.
  std::vector<Diagnostic> in_order(std::vector<Diagnostic> list) const {
    const auto rank = [&](const Diagnostic& one) {
      const auto file = std::find(files_.begin(), files_.end(), one.file);
      return std::make_tuple(file - files_.begin(), one.line, one.column);
    };
    std::stable_sort(list.begin(), list.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return rank(a) < rank(b); });
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  }

  const RuleSettings& settings_;
  std::vector<CompiledPack> packs_;
  std::vector<Rule> rules_;
  std::vector<Diagnostic> errors_;
  std::vector<std::string> files_;
  std::map<std::string, std::string> places_;
};

}  // namespace

Compilation compile(const std::vector<PackSource>& packs, const RuleSettings& settings) {
  return SetCompiler(settings).compile(packs);
}

Checked<std::shared_ptr<const RuleSet>> compile_packs(const std::vector<PackSource>& packs,
                                                      const RuleSettings& settings) {
  Compilation result = compile(packs, settings);
  if (!result.errors.empty()) return tl::unexpected(std::move(result.errors));
  return std::move(result.rules);
}

}  // namespace claimtrail
