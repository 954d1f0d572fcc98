#include <fmt/format.h>
#include <gtest/gtest.h>

#include "rules/reader/draft.h"

namespace claimtrail {
namespace {

/// "LINE:COLUMN" of the first `word` within the scalar at `where:`.
std::string place(const std::string& yaml, const std::string& word) {
  const auto document = read_yaml("rule.yaml", yaml);
  if (!document) return render(document.error());
  const YamlNode* scalar = document->root.find("where");
  const SourcePlace at = place_in_scalar(*document, *scalar, scalar->scalar.find(word));
  return fmt::format("{}:{}", at.line, at.column);
}

TEST(PlaceInScalar, CountsInPlainAndQuotedText) {
  EXPECT_EQ(place("where: alpha beta gamma\n", "gamma"), "1:19");
  EXPECT_EQ(place("where: \"alpha beta gamma\"\n", "gamma"), "1:20");
  EXPECT_EQ(place("where: 'alpha beta gamma'\n", "alpha"), "1:9");
}

TEST(PlaceInScalar, StepsOverEscapes) {
  EXPECT_EQ(place("where: \"a \\\"b\\\" gamma\"\n", "gamma"), "1:17");
  EXPECT_EQ(place("where: 'it''s gamma'\n", "gamma"), "1:15");
}

TEST(PlaceInScalar, FollowsFoldedAndLiteralBlocks) {
  EXPECT_EQ(place("where: >-\n  alpha\n    beta\n  gamma\n", "gamma"), "4:3");
  EXPECT_EQ(place("where: |\n  alpha beta\n  gamma\n", "beta"), "2:9");
}

TEST(PlaceInScalar, FollowsPlainTextOverLines) {
  EXPECT_EQ(place("where: alpha\n  beta\n", "beta"), "2:3");
}

TEST(PlaceInScalar, PointsPastTheEndForAnEndTooEarly) {
  const auto document = read_yaml("rule.yaml", "where: \"a and\"\n");
  ASSERT_TRUE(document.has_value());
  const YamlNode* scalar = document->root.find("where");
  const SourcePlace at = place_in_scalar(*document, *scalar, scalar->scalar.size());
  EXPECT_EQ(at.column, 14);
}

}  // namespace
}  // namespace claimtrail
