#include "cli/provenance/json_value.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ParseJson, KeepsDigitsAndOrder) {
  const JsonValue value = parse_json(R"({"b":1.50,"a":[true,null,"x\u00e9"]})").value();
  EXPECT_EQ(value["b"].text(), "1.50");
  EXPECT_EQ(value.members().front().first, "b");
  EXPECT_EQ(value["a"].items()[2].text(), "xé");
  EXPECT_TRUE(value["missing"].is(JsonValue::Kind::null));
}

TEST(ParseJson, TakesNothingElse) {
  for (const char* text : {"", "{", "{} {}", "nul", "{\"a\":1,\"a\":2}", "[1,]", "\"\xff\"",
                           "{\"a\":\"\x01\"}", "[01]", "[NaN]"}) {
    EXPECT_FALSE(parse_json(text).has_value()) << text;
  }
}

TEST(ParseJson, RefusesToNestWithoutEnd) {
  EXPECT_TRUE(parse_json(std::string(60, '[') + std::string(60, ']')).has_value());
  EXPECT_FALSE(parse_json(std::string(100'000, '[')).has_value());
}

TEST(CanonicalJson, SortsMembersAndLeavesOneOut) {
  const JsonValue value = parse_json(R"({ "b" : [ 1 , {"y":0,"x":"\u003c"} ], "a":"/" })").value();
  EXPECT_EQ(canonical_json(value), R"({"a":"/","b":[1,{"x":"<","y":0}]})");
  EXPECT_EQ(canonical_json(value, "a"), R"({"b":[1,{"x":"<","y":0}]})");
}

TEST(CanonicalJson, EscapesAsTheStandardSays) {
  EXPECT_EQ(canonical_json(JsonValue::string("\"\\\b\f\n\r\t\x01é\u2028")),
            "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001é\u2028\"");
}

TEST(GuardedJson, MayStandInAScriptElement) {
  const JsonValue value = JsonValue::string("</script><!--\u2028\u2029\u202E&");
  for (const JsonLayout layout : {JsonLayout::compact, JsonLayout::indented}) {
    const std::string text = guarded_json(value, layout);
    EXPECT_EQ(text, R"("\u003c/script\u003e\u003c!--\u2028\u2029\u202e\u0026")");
    EXPECT_EQ(parse_json(text)->text(), value.text());
  }
}

TEST(GuardedJson, LayoutDoesNotChangeTheCanonicalForm) {
  const JsonValue value = parse_json(R"({"a":[],"b":{},"c":[{"d":1}]})").value();
  const std::string indented = guarded_json(value, JsonLayout::indented);
  EXPECT_THAT(indented, HasSubstr("\n"));
  EXPECT_EQ(canonical_json(parse_json(indented).value()), canonical_json(value));
}

TEST(JsonString, IsAlwaysWellFormed) { EXPECT_EQ(JsonValue::string("a\xff").text(), "a\uFFFD"); }

}  // namespace
}  // namespace claimtrail
