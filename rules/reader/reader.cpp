#include "rules/reader/reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/diagnostics/diagnostic.h"

namespace claimtrail {
namespace {

const std::vector<std::string> kStatuses{"experimental", "test", "stable", "deprecated"};
const std::vector<std::string> kScopes{"claim", "pair", "question", "report", "revision"};
const std::vector<std::string> kSeverities{"info", "warning", "error"};
const std::vector<std::string> kOperators{"eq", "ne", "lt",       "le",       "gt",
                                          "ge", "in", "contains", "overlaps", "prefix"};

RuleScope scope_of(const std::string& word) {
  for (const RuleScope scope : {RuleScope::claim, RuleScope::pair, RuleScope::question,
                                RuleScope::report, RuleScope::revision}) {
    if (word == to_string(scope)) return scope;
  }
  return RuleScope::claim;
}

class PackReader {
 public:
  PackReader(PackDraft& pack, std::vector<Diagnostic>& problems)
      : pack_(pack), document_(*pack.document), problems_(problems) {}

  void read() {
    YamlMapReader map(document_, document_.root, problems_);
    const std::string schema = map.required_string("schema");
    if (!schema.empty() && schema != kRulesSchema) {
      map.problem(*map.node("schema"), "unknown-schema", fmt::format("unknown schema '{}'", schema),
                  fmt::format("this program reads '{}'", kRulesSchema));
    }
    pack_.since = map.string("since");
    definitions(map, "macros", pack_.macros);
    definitions(map, "lists", pack_.lists);
    for (const YamlNode& node : map.items("rules")) {
      if (node.is_map()) {
        pack_.rules.push_back(rule(node));
      } else {
        map.problem(node, "wrong-type", "a rule is a map of keys");
      }
    }
    map.finish();
  }

 private:
  static Located located(YamlMapReader& map, std::string_view key) {
    Located value;
    value.text = map.string(key);
    const YamlNode* node = map.node(key);
    if (node != nullptr && node->is_scalar()) value.node = node;
    return value;
  }

  Located required(YamlMapReader& map, std::string_view key) {
    static_cast<void>(map.required_string(key));
    const YamlNode* node = map.node(key);
    if (node == nullptr || !node->is_scalar()) return {};
    return {node->scalar, node};
  }

  /// A scalar or a list of scalars, each with its place.
  static std::vector<Located> located_list(YamlMapReader& map, std::string_view key) {
    std::vector<Located> list;
    const YamlNode* node = map.node(key);
    if (node == nullptr || node->kind == YamlNode::Kind::null) return list;
    if (node->is_scalar()) return {{node->scalar, node}};
    for (const YamlNode& item : map.items(key)) {
      if (item.is_scalar()) {
        list.push_back({item.scalar, &item});
      } else {
        map.problem(item, "wrong-type", fmt::format("every item of '{}' must be text", key));
      }
    }
    return list;
  }

  void definitions(YamlMapReader& map, std::string_view key, std::vector<DefinitionDraft>& out) {
    const YamlNode* node = map.node(key);
    if (node == nullptr || node->kind == YamlNode::Kind::null) return;
    YamlMapReader inner(document_, *node, problems_);
    for (const YamlEntry& entry : node->entries) {
      DefinitionDraft definition;
      definition.name = entry.key;
      definition.line = entry.line;
      definition.column = entry.column;
      if (key == "macros") {
        definition.body = required(inner, entry.key);
      } else {
        definition.items = inner.strings(entry.key);
      }
      out.push_back(std::move(definition));
    }
  }

  RuleDraft rule(const YamlNode& node) {
    RuleDraft rule;
    rule.node = &node;
    YamlMapReader map(document_, node, problems_);
    rule.id = required(map, "id");
    check_id(rule.id);
    rule.title = map.required_string("title");
    rule.status = map.one_of("status", kStatuses, "experimental");
    rule.replaced_by = located(map, "replaced_by");
    rule.since = map.string("since", pack_.since);
    rule.tags = map.strings("tags");
    if (!map.has("scope")) map.problem(node, "missing-key", "'scope' is missing");
    rule.scope = scope_of(map.one_of("scope", kScopes, "claim"));
    if (map.has("match")) match(*map.node("match"), rule);
    rule.position = located(map, "position");
    rule.where = required(map, "where");
    rule.severity = severity(map, "severity", FlagSeverity::warning);
    for (const YamlNode& item : map.items("severity_when"))
      rule.severity_when.push_back(when(item));
    for (const YamlNode& item : map.items("exceptions")) rule.exceptions.push_back(exception(item));
    rule.message = required(map, "message");
    rule.falsepositives = map.strings("falsepositives");
    rule.yields_to = located_list(map, "yields_to");
    for (const YamlNode& item : map.items("tests")) {
      rule.tests.push_back(read_rule_test(document_, item, problems_));
    }
    map.finish();
    return rule;
  }

  void check_id(const Located& id) {
    const bool fine = std::all_of(id.text.begin(), id.text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!fine) {
      problems_.push_back(document_.at(*id.node, "bad-id",
                                       fmt::format("'{}' cannot be a rule's id", id.text),
                                       "use small letters, digits and hyphens"));
    }
  }

  FlagSeverity severity(YamlMapReader& map, std::string_view key, FlagSeverity fallback) {
    return parse_flag_severity(map.one_of(key, kSeverities, to_string(fallback)))
        .value_or(fallback);
  }

  void match(const YamlNode& node, RuleDraft& rule) {
    YamlMapReader map(document_, node, problems_);
    rule.group_by = located_list(map, "group_by");
    rule.distinct = located(map, "distinct");
    if (map.has("window")) {
      YamlMapReader window(document_, *map.node("window"), problems_);
      rule.has_window = true;
      rule.window_field = required(window, "field");
      if (window.has("days")) {
        rule.window_days = static_cast<int>(window.integer("days", 14, 0, 36500));
      }
      window.finish();
    }
    map.finish();
  }

  SeverityDraft when(const YamlNode& node) {
    SeverityDraft draft;
    YamlMapReader map(document_, node, problems_);
    draft.condition = required(map, "if");
    if (!map.has("then")) map.problem(node, "missing-key", "'then' is missing");
    draft.severity = severity(map, "then", FlagSeverity::warning);
    map.finish();
    return draft;
  }

  ExceptionDraft exception(const YamlNode& node) {
    ExceptionDraft draft;
    draft.node = &node;
    YamlMapReader map(document_, node, problems_);
    draft.name = map.required_string("name");
    draft.fields = located_list(map, "fields");
    draft.op = map.one_of("op", kOperators, "eq");
    for (const YamlNode& item : map.items("values")) {
      if (item.is_scalar()) {
        draft.values.push_back({item.scalar});
        continue;
      }
      std::vector<std::string> row;
      for (const YamlNode& value : item.items) row.push_back(value.scalar);
      draft.values.push_back(std::move(row));
    }
    for (const std::vector<std::string>& row : draft.values) {
      if (row.size() != draft.fields.size()) {
        map.problem(node, "exception-values",
                    fmt::format("'{}' gives {} values for {} fields", draft.name, row.size(),
                                draft.fields.size()));
      }
    }
    if (draft.values.empty() && draft.fields.size() != 2) {
      map.problem(node, "exception-values", fmt::format("'{}' has nothing to compare", draft.name),
                  "name two fields, or give 'values' for the fields");
    }
    map.finish();
    return draft;
  }

  PackDraft& pack_;
  const YamlDocument& document_;
  std::vector<Diagnostic>& problems_;
};

}  // namespace

std::optional<PackDraft> read_pack(const PackSource& source, std::vector<Diagnostic>& problems) {
  Checked<YamlDocument> read =
      read_yaml(source.file.empty() ? source.name : source.file, source.text);
  if (!read) {
    problems.insert(problems.end(), read.error().begin(), read.error().end());
    return std::nullopt;
  }
  PackDraft pack;
  pack.name = source.name;
  pack.document = std::make_shared<const YamlDocument>(std::move(*read));
  PackReader(pack, problems).read();
  return pack;
}

}  // namespace claimtrail
