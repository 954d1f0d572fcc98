#include "sources/page/signals.h"

namespace claimtrail {
namespace {

TEST(StructuredData, ReadsReferencesWithinThePage) {
  const auto found = read_structured_data(
      {R"({"@graph":[{"@type":"NewsArticle","headline":"A &amp; B","author":{"@id":"#p"},)"
       R"("publisher":{"@id":"#o"}},{"@id":"#p","@type":"Person","name":"Jane Doe"},)"
       R"({"@id":"#o","@type":"Organization","name":"Harbour News"}]})"});
  EXPECT_TRUE(found.found);
  EXPECT_EQ(found.headline, "A & B");
  EXPECT_EQ(found.authors, std::vector<std::string>{"Jane Doe"});
  EXPECT_EQ(found.publisher, "Harbour News");
}

TEST(StructuredData, OtherArticlesOnThePageAreNotThisOne) {
  const auto found = read_structured_data(
      {R"({"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other"}]})"});
  EXPECT_FALSE(found.found);
}

TEST(StructuredData, ToleratesWhatTemplatesDo) {
  EXPECT_EQ(
      read_structured_data({"//<![CDATA[\n[{\"@type\":\"Article\",\"headline\":\"A\nB\",}]\n//]]>"})
          .headline,
      "A B");
  EXPECT_FALSE(read_structured_data({"{\"@type\":\"Article\",\"headline\":"}).found);
  EXPECT_FALSE(read_structured_data({"", "}{", "[]", "null"}).found);
}

TEST(StructuredData, DeepNestingIsSurvived) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_FALSE(read_structured_data({deep}).found);
  std::string objects;
  for (int i = 0; i < 50'000; ++i) objects += "{\"author\":";
  EXPECT_FALSE(read_structured_data({objects + "1" + std::string(50'000, '}')}).found);
  std::string loop = R"({"@id":"#a","@type":"Article","author":{"@id":"#a"}})";
  EXPECT_TRUE(read_structured_data({loop}).authors.empty());
}

}  // namespace
}  // namespace claimtrail
