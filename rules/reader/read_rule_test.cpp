#include <set>

#include <fmt/format.h>

#include "rules/reader/rule_test.h"

namespace claimtrail {
namespace {

/// "2025-04-26", "2025-04", "2024", or "2025-04-01/2025-04-10" with the last day left out.
std::optional<DayRange> parse_days(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash != std::string::npos) {
    const auto from = parse_day(text.substr(0, slash));
    const auto to = parse_day(text.substr(slash + 1));
    if (!from || !to || *to <= *from) return std::nullopt;
    return DayRange{*from, *to};
  }
  if (const auto day = parse_day(text)) return DayRange{*day, *day + std::chrono::days{1}};
  using std::chrono::year_month_day;
  if (const auto month = parse_day(text + "-01")) {
    return DayRange{*month, Day{year_month_day{*month} + std::chrono::months{1}}};
  }
  if (const auto year = parse_day(text + "-01-01")) {
    return DayRange{*year, Day{year_month_day{*year} + std::chrono::years{1}}};
  }
  return std::nullopt;
}

class TestReader {
 public:
  TestReader(const YamlDocument& document, std::vector<Diagnostic>& problems)
      : document_(document), problems_(problems) {}

  RuleTest test(const YamlNode& node) {
    RuleTest test;
    test.line = node.line;
    YamlMapReader map(document_, node, problems_);
    test.name = map.required_string("name");
    for (const YamlNode& item : map.items("reports")) test.reports.push_back(report(item));
    for (const YamlNode& item : map.items("questions")) test.questions.push_back(question(item));
    for (const YamlNode& item : map.items("claims")) test.claims.push_back(claim(item));
    for (const YamlNode& item : map.items("changes")) test.changes.push_back(change(item));
    for (const YamlNode& item : map.items("flags")) test.flags.push_back(flag(item));
    if (!map.has("expect")) {
      map.problem(node, "missing-key", "'expect' is missing", "write 'expect: []' for no flag");
    }
    for (const YamlNode& item : map.items("expect")) test.expect.push_back(expectation(item));
    map.finish();
    return test;
  }

 private:
  template <class Enum>
  Enum word(YamlMapReader& map, std::string_view key, Enum fallback,
            std::optional<Enum> (*parse)(std::string_view)) {
    const YamlNode* node = map.node(key);
    if (node == nullptr || node->kind == YamlNode::Kind::null) return fallback;
    if (const auto value = node->is_scalar() ? parse(node->scalar) : std::nullopt) return *value;
    map.problem(*node, "unknown-value", fmt::format("'{}' cannot be '{}'", key, node->scalar));
    return fallback;
  }

  template <class T>
  std::optional<T> parsed(YamlMapReader& map, std::string_view key, const char* form,
                          std::optional<T> (*parse)(const std::string&)) {
    const std::string text = map.string(key);
    if (text.empty()) return std::nullopt;
    std::optional<T> value = parse(text);
    if (!value) {
      map.problem(*map.node(key), "wrong-type", fmt::format("'{}' cannot be '{}'", key, text),
                  fmt::format("write it like {}", form));
    }
    return value;
  }

  std::optional<Day> day(YamlMapReader& map, std::string_view key) {
    return parsed<Day>(
        map, key, "2025-04-26", +[](const std::string& text) { return parse_day(text); });
  }

  std::optional<Timestamp> time(YamlMapReader& map, std::string_view key) {
    return parsed<Timestamp>(
        map, key, "2025-04-26T08:00:00Z",
        +[](const std::string& text) { return parse_timestamp(text); });
  }

  TestClaim claim(const YamlNode& node) {
    TestClaim claim;
    YamlMapReader map(document_, node, problems_);
    claim.id = map.required_string("id");
    claim.figure = map.string("figure");
    claim.statement = map.string("statement");
    claim.quote = map.string("quote");
    claim.exact = map.string("exact");
    claim.claimant = map.string("claimant");
    claim.kind = word(map, "kind", claim.kind, parse_claimant_kind);
    claim.outlet = map.string("outlet");
    claim.report = map.string("report");
    claim.published = day(map, "published");
    claim.first_seen = time(map, "first_seen");
    claim.as_of = parsed<DayRange>(
        map, "as_of", "2025-04-26, 2025-04, 2024 or 2025-04-01/2025-04-10", &parse_days);
    claim.as_of_words = map.string("as_of_words");
    claim.question = map.string("question");
    claim.hedge = word(map, "hedge", claim.hedge, parse_hedge);
    claim.polarity = word(map, "polarity", claim.polarity, parse_polarity);
    if (map.has("manner")) claim.manner = word(map, "manner", Manner::indirect, parse_manner);
    claim.block = word(map, "block", claim.block, parse_block_kind);
    claim.claim_type =
        word(map, "claim_type", claim.figure.empty() ? ClaimType::event : ClaimType::quantity,
             parse_claim_type);
    claim.checkable = map.boolean("checkable", true);
    claim.relative = map.boolean("relative", false);
    claim.includes = map.strings("includes");
    claim.excludes = map.strings("excludes");
    map.finish();
    return claim;
  }

  TestReport report(const YamlNode& node) {
    TestReport report;
    YamlMapReader map(document_, node, problems_);
    report.id = map.required_string("id");
    report.outlet = map.string("outlet");
    report.published = day(map, "published");
    report.cites = map.strings("cites");
    report.note = map.boolean("note", false);
    report.family = map.string("family");
    report.revised = time(map, "revised");
    report.withdrawn = time(map, "withdrawn");
    report.origins = map.strings("origins");
    report.text = map.string("text");
    map.finish();
    return report;
  }

  TestQuestion question(const YamlNode& node) {
    TestQuestion question;
    YamlMapReader map(document_, node, problems_);
    question.id = map.required_string("id");
    question.behaves =
        map.one_of("behaves", {"running_total", "point", "daily", "fixed"}, question.behaves);
    question.window_days = static_cast<int>(map.integer("window", question.window_days, 0, 36500));
    map.finish();
    return question;
  }

  TestChange change(const YamlNode& node) {
    TestChange change;
    YamlMapReader map(document_, node, problems_);
    change.claim = map.required_string("claim");
    change.report = map.string("report");
    change.kind = map.one_of("kind",
                             {"figure", "claimant", "hedge", "quote", "polarity", "as_of",
                              "wording", "moved", "removed", "added"},
                             "wording");
    change.was = map.string("was");
    change.is = map.string("is");
    change.noted = map.boolean("noted", false);
    map.finish();
    return change;
  }

  TestFlag flag(const YamlNode& node) {
    TestFlag flag;
    YamlMapReader map(document_, node, problems_);
    for (const YamlNode& side : map.items("sides")) flag.sides.push_back(side_of(map, side));
    map.finish();
    return flag;
  }

  TestExpectation expectation(const YamlNode& node) {
    TestExpectation expected;
    YamlMapReader map(document_, node, problems_);
    const std::string severity = map.one_of("severity", {"info", "warning", "error"}, "");
    expected.severity = parse_flag_severity(severity);
    if (const YamlNode* sides = map.node("sides"); sides != nullptr && sides->is_scalar()) {
      expected.side_count = static_cast<std::size_t>(map.integer("sides", 0, 0, 1'000'000));
    } else if (map.has("sides")) {
      expected.sides.emplace();
      for (const YamlNode& side : map.items("sides")) expected.sides->push_back(side_of(map, side));
    }
    if (map.has("context")) expected.context = map.strings("context");
    if (map.has("question")) expected.question = map.string("question");
    if (map.has("message")) expected.message = map.string("message");
    map.finish();
    return expected;
  }

  static std::vector<std::string> side_of(YamlMapReader& map, const YamlNode& side) {
    if (side.is_scalar()) return {side.scalar};
    std::vector<std::string> claims;
    for (const YamlNode& item : side.items) {
      if (item.is_scalar()) {
        claims.push_back(item.scalar);
      } else {
        map.problem(item, "wrong-type", "a side is a list of claim ids");
      }
    }
    return claims;
  }

  const YamlDocument& document_;
  std::vector<Diagnostic>& problems_;
};

}  // namespace

RuleTest read_rule_test(const YamlDocument& document, const YamlNode& node,
                        std::vector<Diagnostic>& problems) {
  RuleTest test = TestReader(document, problems).test(node);
  std::set<std::string> ids;
  for (const TestClaim& claim : test.claims) {
    if (!claim.id.empty() && !ids.insert(claim.id).second) {
      problems.push_back(document.at(
          node, "duplicate-id", fmt::format("two claims of this test have the id '{}'", claim.id)));
    }
  }
  return test;
}

}  // namespace claimtrail
