#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostics/diagnostic.h"
#include "core/model/digest.h"

#include "rules/compiler/compiler.h"

namespace claimtrail {
namespace {

/// The rule's text without layout, tests and advice: what decides which flags it raises.
void append_text(const YamlNode& node, std::string& text) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      text += "~";
      break;
    case YamlNode::Kind::scalar:
      text += fmt::format("{}:{}", node.scalar.size(), node.scalar);
      break;
    case YamlNode::Kind::sequence:
      text += "[";
      for (const YamlNode& item : node.items) append_text(item, text);
      text += "]";
      break;
    case YamlNode::Kind::map:
      text += "{";
      for (const YamlEntry& entry : node.entries) {
        if (entry.key == "tests" || entry.key == "falsepositives") continue;
        text += entry.key + "=";
        append_text(entry.value, text);
      }
      text += "}";
      break;
  }
}

std::string quoted(const std::string& text) {
  return text.find('\'') == std::string::npos ? "'" + text + "'" : "\"" + text + "\"";
}

class RuleCompiler {
 public:
  RuleCompiler(const PackDraft& pack, const RuleDraft& draft, const Definitions& definitions,
               std::vector<Diagnostic>& problems, std::set<std::string>& used)
      : pack_(pack), draft_(draft), definitions_(definitions), problems_(problems), used_(used) {}

  Rule compile() {
    Rule rule;
    rule.id = draft_.id.text;
    rule.title = draft_.title;
    rule.pack = pack_.name;
    rule.file = pack_.document->file;
    rule.status = draft_.status;
    rule.enabled = draft_.status != "deprecated";
    rule.replaced_by = draft_.replaced_by.text;
    rule.since = draft_.since;
    rule.tags = draft_.tags;
    rule.falsepositives = draft_.falsepositives;
    rule.where_text = draft_.where.text;
    rule.message_text = draft_.message.text;
    rule.scope = draft_.scope;
    rule.severity = draft_.severity;
    rule.tests = draft_.tests;
    match(rule);
    rule.where = expression(draft_.where, ValueType::boolean);
    refuse_flag(rule.where, draft_.where.node);
    position(rule);
    for (const SeverityDraft& one : draft_.severity_when) {
      rule.severity_when.push_back({expression(one.condition, ValueType::boolean), one.severity});
    }
    for (const ExceptionDraft& one : draft_.exceptions) exception(rule, one);
    message(rule);
    rule.version = version();
    return rule;
  }

 private:
  void problem(const YamlNode& node, std::string code, std::string text, std::string hint = {}) {
    problems_.push_back(
        pack_.document->at(node, std::move(code), std::move(text), std::move(hint)));
  }

  /// Puts a mistake of an expression at its own column of the file.
  void place(const CheckProblem& found, const YamlNode& own, std::size_t shift) {
    const YamlNode* node = &own;
    std::size_t offset = found.problem.offset + shift;
    for (const DefinitionDraft& macro : pack_.macros) {
      if (found.macro != macro.name || macro.body.node == nullptr) continue;
      node = macro.body.node;
      offset = found.problem.offset;
    }
    const SourcePlace at = place_in_scalar(*pack_.document, *node, offset);
    problems_.push_back(pack_.document->at(at.line, at.column, found.problem.code,
                                           found.problem.message, found.problem.hint));
  }

  Expression expression(const Located& source, ValueType expected) {
    if (source.node == nullptr) return {};
    return expression_at(source.text, *source.node, 0, expected, nullptr);
  }

  /// Compiles `text`, which stands `shift` bytes into the scalar. `unknown_code` renames unknown
  /// fields.
  Expression expression_at(std::string_view text, const YamlNode& node, std::size_t shift,
                           ValueType expected, const char* unknown_code) {
    std::vector<ExpressionProblem> wrong;
    const SyntaxTree tree = parse_expression(text, wrong);
    std::vector<CheckProblem> found;
    for (ExpressionProblem& one : wrong) found.push_back({"", std::move(one)});
    Expression compiled =
        compile_expression(tree, draft_.scope, definitions_, expected, found, used_);
    for (CheckProblem& one : found) {
      if (unknown_code != nullptr && one.problem.code == "unknown-field")
        one.problem.code = unknown_code;
      place(one, node, shift);
    }
    return compiled;
  }

  /// Which flags there are must be known before what they are beside.
  void refuse_flag(const Expression& asked, const YamlNode* node) {
    if (node == nullptr || !asks_of_flag(asked)) return;
    problem(*node, "flag-not-settled", "only 'severity_when' may ask about the flag itself",
            "whether there is a flag, and its words, cannot depend on other flags");
  }

  /// A field of readings named without "a." or "b.".
  const FieldRow* reading_field(const Located& name) {
    if (name.node == nullptr) return nullptr;
    const FieldRow* row = find_reading_field(name.text);
    if (row == nullptr) {
      std::vector<std::string> known;
      for (const FieldRow& one : field_table()) {
        if (one.of == FieldOf::reading) known.emplace_back(one.name);
      }
      const std::string near = nearest(name.text, known);
      problem(*name.node, "unknown-field", fmt::format("unknown field '{}'", name.text),
              near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
    return row;
  }

  void match(Rule& rule) {
    for (const Located& name : draft_.group_by) {
      if (const FieldRow* row = reading_field(name)) rule.group_by.push_back(row);
    }
    if (draft_.group_by.empty()) {
      if (rule.scope == RuleScope::question)
        rule.group_by.push_back(find_reading_field("question"));
      if (rule.scope == RuleScope::report) rule.group_by.push_back(find_reading_field("report"));
      if (rule.scope == RuleScope::pair) {
        problem(*draft_.node, "missing-key", "a pair rule needs 'match: {group_by: …}'",
                "say what two readings must share before they are compared");
      }
    }
    rule.distinct = reading_field(draft_.distinct);
    const bool pairs_only = draft_.distinct.node != nullptr || draft_.has_window;
    if (pairs_only && rule.scope != RuleScope::pair) {
      problem(
          *draft_.node, "match-without-pairs",
          fmt::format("'distinct' and 'window' say nothing in a {} rule", to_string(rule.scope)));
    }
    if (rule.scope == RuleScope::revision && !draft_.group_by.empty()) {
      problem(*draft_.node, "match-without-pairs", "'group_by' says nothing in a revision rule");
    }
    if (!draft_.has_window || draft_.window_field.node == nullptr) return;
    const FieldRow* row = reading_field(draft_.window_field);
    if (row == nullptr) return;
    if (row->type != ValueType::days) {
      problem(*draft_.window_field.node, "type-mismatch",
              fmt::format("a window needs days, but '{}' is a {}", row->name, to_string(row->type)),
              "use as_of, published or first_seen");
      return;
    }
    rule.window = MatchWindow{row, draft_.window_days};
  }

  /// What the rule asks about says what its sides are: the first of these that `where` names.
  void position(Rule& rule) {
    if (rule.scope == RuleScope::revision) {
      if (draft_.position.node != nullptr) {
        problem(*draft_.position.node, "match-without-pairs",
                "'position' says nothing in a revision rule");
      }
      return;
    }
    if (draft_.position.node != nullptr) {
      rule.position = reading_field(draft_.position);
      return;
    }
    const auto names = [&](std::string_view field) {
      return std::any_of(rule.where.nodes.begin(), rule.where.nodes.end(),
                         [&](const ExpressionNode& node) {
                           return node.field != nullptr && node.field->name == field;
                         });
    };
    static constexpr std::string_view kDefaults[][2] = {
        {"figure", "figure"}, {"quote", "quote"},       {"pair.quote_change", "quote"},
        {"stance", "stance"}, {"polarity", "polarity"}, {"hedge", "hedge"},
    };
    for (const auto& [field, position] : kDefaults) {
      if (!names(field)) continue;
      rule.position = find_reading_field(position);
      return;
    }
    rule.position = find_reading_field("claimant");
  }

  /// The form in which an exception compares a field with something.
  static std::string comparison(const std::string& op, const std::string& left,
                                const std::string& right) {
    if (op == "contains" || op == "overlaps" || op == "prefix") {
      return fmt::format("{}({}, {})", op, left, right);
    }
    if (op == "in") return fmt::format("contains({}, {})", right, left);
    static const std::map<std::string, std::string> kSigns{
        {"eq", "=="}, {"ne", "!="}, {"lt", "<"}, {"le", "<="}, {"gt", ">"}, {"ge", ">="}};
    return fmt::format("{} {} {}", left, kSigns.at(op), right);
  }

  static std::string literal(const Located& field, RuleScope scope, const std::string& value) {
    const FieldName name = find_field(field.text, scope);
    const bool bare = name.row != nullptr &&
                      (name.row->type == ValueType::number || name.row->type == ValueType::boolean);
    return bare ? value : quoted(value);
  }

  void exception(Rule& rule, const ExceptionDraft& draft) {
    bool known = true;
    for (const Located& field : draft.fields) {
      if (find_field(field.text, rule.scope).row != nullptr) continue;
      known = false;
      const std::string near = nearest(field.text, field_names(rule.scope));
      problem(*field.node, "unknown-field",
              fmt::format("unknown field '{}' in a {} rule", field.text, to_string(rule.scope)),
              near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
    if (!known || (draft.values.empty() && draft.fields.size() != 2)) return;
    std::vector<std::string> rows;
    if (draft.values.empty()) {
      rows.push_back(comparison(draft.op, draft.fields[0].text, draft.fields[1].text));
    }
    for (const std::vector<std::string>& values : draft.values) {
      if (values.size() != draft.fields.size()) return;
      std::vector<std::string> parts;
      for (std::size_t i = 0; i < values.size(); ++i) {
        parts.push_back(comparison(draft.op, draft.fields[i].text,
                                   literal(draft.fields[i], rule.scope, values[i])));
      }
      rows.push_back("(" + fmt::format("{}", fmt::join(parts, " and ")) + ")");
    }
    std::vector<ExpressionProblem> wrong;
    std::vector<CheckProblem> found;
    const SyntaxTree tree = parse_expression(fmt::format("{}", fmt::join(rows, " or ")), wrong);
    for (ExpressionProblem& one : wrong) found.push_back({"", std::move(one)});
    Expression applies =
        compile_expression(tree, rule.scope, definitions_, ValueType::boolean, found, used_);
    if (!found.empty()) {
      problem(*draft.node, "exception-type",
              fmt::format("the exception '{}' cannot compare its fields: {}", draft.name,
                          found.front().problem.message),
              found.front().problem.hint);
      return;
    }
    refuse_flag(applies, draft.node);
    rule.exceptions.push_back(
        {draft.name, std::move(applies), pack_.document->at(*draft.node, "", "")});
  }

  void message(Rule& rule) {
    if (draft_.message.node == nullptr) return;
    const std::string& text = draft_.message.text;
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t open = text.find('{', at);
      MessagePart part;
      part.text = text.substr(at, open == std::string::npos ? open : open - at);
      if (open == std::string::npos) {
        rule.message.push_back(std::move(part));
        break;
      }
      const std::size_t close = text.find('}', open);
      if (close == std::string::npos) {
        place({"", {open, "message-syntax", "the placeholder has no closing brace", ""}},
              *draft_.message.node, 0);
        break;
      }
      part.value =
          expression_at(std::string_view(text).substr(open + 1, close - open - 1),
                        *draft_.message.node, open + 1, ValueType::any, "unknown-placeholder");
      refuse_flag(part.value, draft_.message.node);
      rule.message.push_back(std::move(part));
      at = close + 1;
    }
  }

  std::string version() const {
    std::string text;
    append_text(*draft_.node, text);
    for (const DefinitionDraft& macro : pack_.macros) {
      if (used_.contains(macro.name)) text += macro.name + "=" + macro.body.text;
    }
    for (const DefinitionDraft& list : pack_.lists) {
      if (used_.contains(list.name))
        text += fmt::format("{}={}", list.name, fmt::join(list.items, "\x1f"));
    }
    const std::string hash = content_id({text}).substr(0, 8);
    return draft_.since.empty() ? hash : draft_.since + "+" + hash;
  }

  const PackDraft& pack_;
  const RuleDraft& draft_;
  const Definitions& definitions_;
  std::vector<Diagnostic>& problems_;
  std::set<std::string>& used_;
};

}  // namespace

Rule compile_rule(const PackDraft& pack, const RuleDraft& draft, const Definitions& definitions,
                  std::vector<Diagnostic>& problems, std::set<std::string>& used) {
  std::set<std::string> used_here;
  Rule rule = RuleCompiler(pack, draft, definitions, problems, used_here).compile();
  used.insert(used_here.begin(), used_here.end());
  return rule;
}

}  // namespace claimtrail
