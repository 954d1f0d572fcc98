#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

class MatchTest : public ProgramTest {
 protected:
  void SetUp() override {
    program.write("herald.txt", dam_report());
    ASSERT_EQ(program.run({"add", "--outlet", "Herald", "--published", "2025-03-12", "herald.txt"})
                  .status,
              0);
    program.write("earlier.ndjson",
                  "{\"id\":\"c1\",\"text\":\"The dam above Varna cracked in two places\"}\n"
                  "{\"id\":\"c2\",\"title\":\"Ferry\",\"text\":\"A ferry sank on the Odra\"}\n");
    program.write(
        "posts.ndjson",
        "{\"id\":\"p1\",\"text\":\"They say the Varna dam has cracked https://x.example/1\"}\n"
        "{\"id\":\"p2\",\"text\":\"zeppelins everywhere\"}\n");
  }
};

TEST_F(MatchTest, AgainstAFileEveryTextGetsALine) {
  const auto run =
      program.run({"--json", "match", "--against", "earlier.ndjson", "--top", "3", "posts.ndjson"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("{\"id\":\"p1\",\"matches\":[{\"id\":\"c1\",\"score\":"),
            std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("{\"id\":\"p2\",\"matches\":[]}"), std::string::npos) << run.out;
}

TEST_F(MatchTest, ClaimsOfTheDatabaseAreFoundAndTheIndexFollowsThem) {
  program.write("query.ndjson",
                "{\"id\":\"q\",\"text\":\"zeppelins landed on the northern meadow\"}\n");
  auto run = program.run({"--json", "match", "query.ndjson"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out.find("score"), std::string::npos) << run.out;
  program.write("tribune.txt",
                "Zeppelins\n\nPolice said that four zeppelins landed on the northern meadow.\n");
  ASSERT_EQ(program.run({"add", "--outlet", "Tribune", "tribune.txt"}).status, 0);
  run = program.run({"--json", "match", "query.ndjson"});
  EXPECT_NE(run.out.find("score"), std::string::npos) << run.out;
  const auto people = program.run({"match", "query.ndjson"});
  EXPECT_NE(people.out.find("four zeppelins landed"), std::string::npos) << people.out;
}

TEST_F(MatchTest, AMissingFileIsAMistakeOfItsOwn) {
  const auto run = program.run({"match", "nowhere.ndjson"});
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err.find("nowhere.ndjson"), std::string::npos) << run.err;
}

TEST_F(MatchTest, AQuestionShowsWhatItRestsOn) {
  program.write("tribune.txt", dam_report());
  ASSERT_EQ(program.run({"add", "--outlet", "Tribune", "--published", "2025-03-12", "tribune.txt"})
                .status,
            0);
  const auto questions = json_lines(program.run({"questions", "--json"}));
  ASSERT_FALSE(questions.empty());
  const std::string id = questions.front()["id"].GetString();
  const auto json = program.run({"--json", "show", "question", id});
  ASSERT_EQ(json.status, 0) << json.err;
  EXPECT_NE(json.out.find("\"independence\":{\"reports\":2"), std::string::npos) << json.out;
  const auto sheet = program.run({"show", "question", id});
  EXPECT_NE(sheet.out.find("behind 2 reports"), std::string::npos) << sheet.out;
  EXPECT_NE(sheet.out.find("first told by"), std::string::npos) << sheet.out;
}

}  // namespace
}  // namespace claimtrail
