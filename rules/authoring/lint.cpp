#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "rules/authoring/coverage.h"
#include "rules/compiler/compiler.h"

namespace claimtrail {
namespace {

class PackLinter {
 public:
  PackLinter(const PackDraft& pack, const std::vector<Rule>& rules) : pack_(pack), rules_(rules) {}

  std::vector<Diagnostic> run(const std::set<std::string>& used) {
    unused(pack_.macros, used, "unused-macro", "macro");
    unused(pack_.lists, used, "unused-list", "list");
    for (const RuleDraft& draft : pack_.rules) lint(draft);
    return std::move(lints_);
  }

 private:
  void warn(const YamlNode& node, std::string code, std::string message, std::string hint = {}) {
    lints_.push_back(
        as_warning(pack_.document->at(node, std::move(code), std::move(message), std::move(hint))));
  }

  void unused(const std::vector<DefinitionDraft>& definitions, const std::set<std::string>& used,
              const char* code, const char* kind) {
    for (const DefinitionDraft& one : definitions) {
      if (used.contains(one.name)) continue;
      lints_.push_back(as_warning(pack_.document->at(
          one.line, one.column, code, fmt::format("no rule uses the {} '{}'", kind, one.name))));
    }
  }

  const Rule* rule_of(const std::string& id) const {
    const auto found =
        std::find_if(rules_.begin(), rules_.end(), [&](const Rule& rule) { return rule.id == id; });
    return found == rules_.end() ? nullptr : &*found;
  }

  void lint(const RuleDraft& draft) {
    const YamlNode& place = draft.id.node == nullptr ? *draft.node : *draft.id.node;
    const std::string& id = draft.id.text;
    lint_tests(draft, place);
    lint_status(draft, place);
    const Rule* rule = rule_of(id);
    if (rule == nullptr) return;
    if (rule->where.root >= 0 && rule->where.at(rule->where.root).touches == kNothing &&
        draft.where.node != nullptr) {
      warn(*draft.where.node, "constant-condition",
           fmt::format("the condition of '{}' names no field: it is always the same", id));
    }
    lint_contradiction(*rule, draft);
    const bool names_value =
        std::any_of(rule->message.begin(), rule->message.end(),
                    [](const MessagePart& part) { return part.value.root >= 0; });
    if (draft.message.node != nullptr && !names_value) {
      warn(*draft.message.node, "message-without-values",
           fmt::format("the message of '{}' names no value, so all its flags read alike", id));
    }
    for (const SeverityDraft& one : draft.severity_when) {
      if (one.severity != draft.severity || one.condition.node == nullptr) continue;
      if (&one != &draft.severity_when.back()) continue;
      warn(*one.condition.node, "severity-without-effect",
           fmt::format("this case gives '{}' the severity that it has anyway", id));
    }
  }

  /// Which words the top conditions leave for each field; none left: it is always false.
  void lint_contradiction(const Rule& rule, const RuleDraft& draft) {
    std::map<std::string, std::set<std::string>> left;
    for (const int part : rule.where.conjuncts) {
      const ExpressionNode& node = rule.where.at(part);
      if (node.operation != Operation::equal && node.operation != Operation::in_list) continue;
      const ExpressionNode& field = rule.where.at(node.first);
      const ExpressionNode& words = rule.where.at(node.second);
      if (field.operation != Operation::field || words.operation != Operation::constant) continue;
      std::set<std::string> allowed;
      if (words.type == ValueType::text) allowed.emplace(words.constant.text);
      if (words.type == ValueType::list) {
        allowed.insert(words.constant.list->begin(), words.constant.list->end());
      }
      if (words.type != ValueType::text && words.type != ValueType::list) continue;
      const auto [found, fresh] = left.emplace(field.written, allowed);
      if (!fresh) {
        std::erase_if(found->second,
                      [&](const std::string& word) { return !allowed.contains(word); });
      }
      if (!found->second.empty() || draft.where.node == nullptr) continue;
      warn(*draft.where.node, "contradictory-condition",
           fmt::format("the condition of '{}' is always false: nothing is left for '{}'", rule.id,
                       field.written));
      return;
    }
  }

  void lint_tests(const RuleDraft& draft, const YamlNode& place) {
    const std::string& id = draft.id.text;
    if (draft.tests.empty()) {
      warn(place, "rule-without-test", fmt::format("'{}' has no test", id));
      return;
    }
    const auto expects_flag = [](const RuleTest& test) { return !test.expect.empty(); };
    const auto expecting = std::count_if(draft.tests.begin(), draft.tests.end(), expects_flag);
    if (expecting == 0) {
      warn(place, "rule-without-positive-test", fmt::format("no test of '{}' expects a flag", id));
    }
    if (expecting == static_cast<std::ptrdiff_t>(draft.tests.size())) {
      warn(place, "rule-without-negative-test",
           fmt::format("every test of '{}' expects a flag: none shows when it keeps quiet", id));
    }
    std::set<std::string> names;
    for (const RuleTest& test : draft.tests) {
      if (!names.insert(test.name).second) {
        warn(place, "duplicate-test",
             fmt::format("two tests of '{}' are named '{}'", id, test.name));
      }
    }
  }

  void lint_status(const RuleDraft& draft, const YamlNode& place) {
    const std::string& id = draft.id.text;
    if (draft.status == "deprecated") {
      if (draft.replaced_by.text.empty()) {
        warn(place, "deprecated-without-replacement",
             fmt::format("'{}' is deprecated, but nothing says what replaced it", id),
             "add 'replaced_by'");
      }
    }
    if (!draft.replaced_by.text.empty() && rule_of(draft.replaced_by.text) == nullptr) {
      warn(*draft.replaced_by.node, "unknown-replacement",
           fmt::format("'{}' is replaced by an unknown rule '{}'", id, draft.replaced_by.text));
    }
    if (draft.status == "stable" && draft.falsepositives.empty()) {
      warn(place, "stable-without-falsepositives",
           fmt::format("'{}' is stable, but says nothing of its false positives", id));
    }
  }

  const PackDraft& pack_;
  const std::vector<Rule>& rules_;
  std::vector<Diagnostic> lints_;
};

Diagnostic at_setting(const SettingPlace& place, std::string code, std::string message) {
  Diagnostic diagnostic = failure(std::move(code), std::move(message), place.file).value();
  diagnostic.line = place.line;
  diagnostic.column = place.column;
  diagnostic.snippet = place.snippet;
  return as_warning(std::move(diagnostic));
}

void lint_suppressions(const RuleSettings& settings, const RuleSet& rules, Timestamp now,
                       std::vector<Diagnostic>& lints) {
  const Day today = std::chrono::floor<std::chrono::days>(now);
  for (const RuleSettings::Suppression& one : settings.suppressions) {
    if (rules.find(one.rule) == nullptr) {
      lints.push_back(at_setting(one.place, "suppression-unknown-rule",
                                 fmt::format("no pack has the suppressed rule '{}'", one.rule)));
    }
    if (one.reason.empty()) {
      lints.push_back(at_setting(one.place, "suppression-without-reason",
                                 fmt::format("nothing says why '{}' is suppressed", one.rule)));
    }
    if (one.until && today >= *one.until) {
      lints.push_back(at_setting(
          one.place, "suppression-expired",
          fmt::format("the suppression of '{}' ended on {}", one.rule, format_day(*one.until))));
    }
  }
}

/// Exceptions that no test of their rule ever needs: an exception that is silently not applied
/// looks just like one that works.
void lint_exceptions(const RuleSet& rules, std::vector<Diagnostic>& lints) {
  for (const RuleCoverage& one : cover_rules(rules, "")) {
    if (one.tests == 0) continue;
    for (const RuleException& exception : rules.find(one.rule)->exceptions) {
      const bool matched = std::any_of(one.parts.begin(), one.parts.end(), [&](const auto& part) {
        return part.kind == CoveredPart::Kind::exception && part.words == exception.name &&
               part.held;
      });
      if (matched) continue;
      Diagnostic found = exception.place;
      found.code = "exception-never-matched";
      found.message =
          fmt::format("no test of '{}' meets its exception '{}'", one.rule, exception.name);
      found.hint = "add a test that would raise a flag without it";
      lints.push_back(as_warning(std::move(found)));
    }
  }
}

}  // namespace

Diagnostic as_warning(Diagnostic diagnostic) {
  diagnostic.severity = DiagnosticSeverity::warning;
  return diagnostic;
}

std::vector<Diagnostic> lint_pack(const PackDraft& pack, const std::vector<Rule>& rules,
                                  const std::set<std::string>& used) {
  return PackLinter(pack, rules).run(used);
}

std::vector<Diagnostic> check_packs(const std::vector<PackSource>& packs,
                                    const RuleSettings& settings, Timestamp now) {
  Compilation result = compile(packs, settings);
  std::vector<Diagnostic> found = std::move(result.errors);
  const bool usable = found.empty();
  found.insert(found.end(), std::make_move_iterator(result.lints.begin()),
               std::make_move_iterator(result.lints.end()));
  if (usable) lint_exceptions(*result.rules, found);
  lint_suppressions(settings, *result.rules, now, found);
  return found;
}

std::vector<Diagnostic> unmatched_suppressions(const RuleSettings& settings,
                                               const std::vector<Flag>& flags) {
  std::vector<Diagnostic> found;
  for (const RuleSettings::Suppression& one : settings.suppressions) {
    const bool matches = std::any_of(flags.begin(), flags.end(), [&](const Flag& flag) {
      return flag.rule == one.rule && (one.question.empty() || flag.question == one.question);
    });
    if (matches) continue;
    const std::string where =
        one.question.empty() ? "" : fmt::format(" on the question '{}'", one.question);
    found.push_back(at_setting(one.place, "suppression-matches-nothing",
                               fmt::format("'{}'{} has no flag to hold back", one.rule, where)));
  }
  return found;
}

}  // namespace claimtrail
