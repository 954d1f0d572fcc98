#include <stdexcept>

#include <gmock/gmock.h>

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_P(StoreContract, QuestionKeepsEveryField) {
  Question question;
  question.id = "nk-troops";
  question.ask = "How many “troops”?";
  question.declared = true;
  question.about = {"North Korean", "troops"};
  question.entities = {"Russia"};
  question.predicate = "deploy";
  question.dimension = "count";
  question.behaves = "running_total";
  question.window_days = 30;
  question.renamed_from = {"old-id"};
  store().put_questions({question});
  reopen();
  const auto stored = store().questions();
  ASSERT_EQ(stored.size(), 1U);
  EXPECT_EQ(stored[0].id, question.id);
  EXPECT_EQ(stored[0].ask, question.ask);
  EXPECT_TRUE(stored[0].declared);
  EXPECT_EQ(stored[0].about, question.about);
  EXPECT_EQ(stored[0].entities, question.entities);
  EXPECT_EQ(stored[0].predicate, question.predicate);
  EXPECT_EQ(stored[0].dimension, question.dimension);
  EXPECT_EQ(stored[0].behaves, question.behaves);
  EXPECT_EQ(stored[0].window_days, 30);
  EXPECT_EQ(stored[0].renamed_from, question.renamed_from);
}

TEST_P(StoreContract, QuestionsComeByIdAndArePutOneByOne) {
  store().put_questions({Question{.id = "b", .ask = "first"}, Question{.id = "c"}});
  store().put_questions({Question{.id = "b", .ask = "second"}, Question{.id = "a"}});
  std::vector<std::string> found;
  for (const Question& question : store().questions()) found.push_back(question.id);
  EXPECT_THAT(found, ElementsAre("a", "b", "c"));
  EXPECT_EQ(store().questions()[1].ask, "second");
}

TEST_P(StoreContract, LinksReplaceAllEarlierOnes) {
  const std::vector<ReadingLink> first = {{"a", -1, "q1"}, {"a", 0, "q2"}, {"b", 1, "q1"}};
  store().put_links({first[2], first[0], first[1]});
  EXPECT_EQ(store().links(), first);
  const std::vector<ReadingLink> second = {
      {"a", 0, "q3"}, {"aa", 0, "q2"}, {"b", 1, "q1"}, {"c", 0, "q1"}};
  store().put_links(second);
  reopen();
  EXPECT_EQ(store().links(), second);
  store().put_links(second);
  EXPECT_EQ(store().links(), second);
  EXPECT_THROW(store().put_links({{"a", 0, "q1"}, {"a", 0, "q2"}}), std::invalid_argument);
  EXPECT_EQ(store().links(), second);
  store().put_links({});
  EXPECT_THAT(store().links(), IsEmpty());
}

TEST_P(StoredClaimsContract, LinksAreReadWithTheirClaims) {
  put("v1", "x 1", {make_full_claim("a", kText), make_claim("b", kText, "Stadt")}, 10);
  store().put_links({{"a", -1, "statement"}, {"a", 1, "second"}, {"a", 7, "no such figure"}});
  EXPECT_EQ(store().claim("a")->statement_question, "statement");
  EXPECT_THAT(store().claim("a")->figure_questions, ElementsAre("", "second"));
  EXPECT_EQ(store().claim("b")->statement_question, "");
  EXPECT_THAT(store().claim("b")->figure_questions, IsEmpty());
  store().put_links({});
  EXPECT_EQ(store().claim("a")->statement_question, "");
}

}  // namespace
}  // namespace claimtrail
