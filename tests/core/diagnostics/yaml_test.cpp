#include "core/diagnostics/yaml.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<Diagnostic> problems_of(const std::string& text) {
  const auto document = read_yaml("test.yaml", text);
  return document ? std::vector<Diagnostic>{} : document.error();
}

std::vector<std::string> codes(const std::vector<Diagnostic>& problems) {
  std::vector<std::string> list;
  for (const Diagnostic& problem : problems) list.push_back(problem.code);
  return list;
}

TEST(Yaml, KeepsPlacesAndQuoting) {
  const auto document = read_yaml("test.yaml", "desk:\n  name: 'no'\nlist: [1, two]\n");
  ASSERT_TRUE(document);
  const YamlNode* name = document->root.find("desk")->find("name");
  EXPECT_EQ(name->scalar, "no");
  EXPECT_TRUE(name->quoted);
  EXPECT_EQ(name->line, 2);
  EXPECT_EQ(name->column, 9);
  EXPECT_EQ(document->root.find("list")->items.size(), 2U);
}

TEST(Yaml, AnEmptyFileIsANullRoot) {
  const auto document = read_yaml("test.yaml", "# nothing\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->root.kind, YamlNode::Kind::null);
}

TEST(Yaml, ReportsEveryDuplicateKey) {
  const auto problems = problems_of("a: 1\nb: {x: 1, x: 2}\na: 3\n");
  ASSERT_THAT(codes(problems), ElementsAre("duplicate-key", "duplicate-key"));
  EXPECT_EQ(problems[0].line, 2);
  EXPECT_EQ(problems[1].line, 3);
  EXPECT_THAT(problems[1].hint, HasSubstr("line 1"));
}

TEST(Yaml, ReportsASyntaxErrorWithItsPlace) {
  const auto problems = problems_of("a: [1, 2\nb: 3\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "yaml-syntax");
  EXPECT_GE(problems[0].line, 1);
}

TEST(Yaml, AQuestionMarkInAFlowMapIsExplained) {
  const auto problems = problems_of("q: {ask: How many?, id: a}\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems[0].hint, HasSubstr("quotation marks"));
}

TEST(Yaml, RefusesAliasesAndDepth) {
  EXPECT_THAT(codes(problems_of("a: &x 1\nb: *x\n")), ElementsAre("yaml-alias"));
  EXPECT_THAT(codes(problems_of(std::string(100, '[') + std::string(100, ']'))),
              ElementsAre("yaml-depth"));
  EXPECT_FALSE(problems_of(std::string(100'000, '[')).empty());
}

TEST(Yaml, RefusesAHugeFile) {
  EXPECT_THAT(codes(problems_of(std::string(std::size_t{5} << 20U, ' '))),
              ElementsAre("yaml-size"));
}

TEST(Yaml, AMissingFileSaysSo) {
  const auto document = read_yaml_file("/nonexistent/claimtrail.yaml");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().front().code, "file-unreadable");
}

class MapReader : public ::testing::Test {
 protected:
  YamlMapReader reader(const std::string& text) {
    document_ = read_yaml("test.yaml", text).value();
    return {document_, document_.root, problems_};
  }
  YamlDocument document_;
  std::vector<Diagnostic> problems_;
};

TEST_F(MapReader, ReadsEveryType) {
  YamlMapReader map = reader("t: text\nb: true\ni: 7\nn: 0.5\nl: [a, b]\none: a\nd: 15m\ns: 8MB\n");
  EXPECT_EQ(map.string("t"), "text");
  EXPECT_TRUE(map.boolean("b", false));
  EXPECT_EQ(map.integer("i", 0, 0, 10), 7);
  EXPECT_DOUBLE_EQ(map.number("n", 0), 0.5);
  EXPECT_THAT(map.strings("l"), ElementsAre("a", "b"));
  EXPECT_THAT(map.strings("one"), ElementsAre("a"));
  EXPECT_EQ(map.duration_ms("d", 0), 900'000);
  EXPECT_EQ(map.bytes("s", 0), 8'000'000);
  map.finish();
  EXPECT_TRUE(problems_.empty());
}

TEST_F(MapReader, CollectsEveryMistake) {
  YamlMapReader map = reader("b: yes\ni: 99\nl: {}\nd: soon\nk: feeed\nodd: 1\n");
  (void)map.boolean("b", false);
  (void)map.integer("i", 0, 0, 10);
  (void)map.strings("l");
  (void)map.duration_ms("d", 0);
  EXPECT_EQ(map.one_of("k", {"feed", "page"}, "feed"), "feed");
  (void)map.required_string("name");
  map.finish();
  EXPECT_THAT(codes(problems_),
              ElementsAre("wrong-type", "out-of-range", "wrong-type", "wrong-type", "unknown-value",
                          "missing-key", "unknown-key"));
}

TEST_F(MapReader, SuggestsTheNearestKey) {
  YamlMapReader map = reader("scedule: 1\n");
  (void)map.string("schedule");
  map.finish();
  ASSERT_EQ(problems_.size(), 1U);
  EXPECT_EQ(problems_[0].hint, "did you mean 'schedule'?");
}

TEST(Measures, RefuseOtherShapes) {
  EXPECT_EQ(parse_duration_ms("500ms"), 500);
  EXPECT_EQ(parse_duration_ms("1w"), 604'800'000);
  EXPECT_FALSE(parse_duration_ms("5"));
  EXPECT_FALSE(parse_duration_ms("-1s"));
  EXPECT_FALSE(parse_duration_ms("999999999999999999d"));
  EXPECT_EQ(parse_bytes("1GiB"), 1'073'741'824);
  EXPECT_FALSE(parse_bytes("8 MB"));
}

}  // namespace
}  // namespace claimtrail
