#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

/// Two outlets that tell one story differently.
class ListsTest : public ProgramTest {
 protected:
  void SetUp() override {
    program.write(
        "claimtrail.yaml",
        "desk: {name: Dam desk}\n"
        "claimants:\n"
        "  - {name: Ana Petrova, kind: named_person, aliases: [Governor Ana Petrova]}\n"
        "questions:\n"
        "  - {id: evacuated, ask: \"How many people were evacuated?\", about: [evacuated],\n"
        "     predicate: evacuate, dimension: count, behaves: point}\n"
        "  - {id: never-answered, about: [zeppelin]}\n");
    program.write("herald.txt", dam_report());
    program.write("tribune.txt",
                  "Dam in Varna\n\nPolice said that 40 people were evacuated on Monday.\n");
    ASSERT_EQ(program.run({"add", "--outlet", "Herald", "--published", "2025-03-12", "herald.txt"})
                  .status,
              0);
    ASSERT_EQ(
        program.run({"add", "--outlet", "Tribune", "--published", "2025-03-12", "tribune.txt"})
            .status,
        0);
    const auto check = program.run({"check"});
    ASSERT_EQ(check.status, 0) << check.err;
  }
};

TEST_F(ListsTest, ClaimsAreNarrowedByEveryFilter) {
  const auto count = [&](std::vector<std::string> filter) {
    filter.insert(filter.begin(), {"claims", "--json"});
    const auto run = program.run(filter);
    EXPECT_EQ(run.status, 0) << run.err;
    return json_lines(run).size();
  };
  const std::size_t all = count({});
  EXPECT_GE(all, 5u);
  EXPECT_EQ(count({"--outlet", "Tribune"}) + count({"--outlet", "Herald"}), all);
  EXPECT_EQ(count({"--report", "herald"}), count({"--outlet", "Herald"}));
  const std::size_t petrova = count({"--claimant", "petrova"});
  EXPECT_GE(petrova, 1u);
  EXPECT_LT(petrova, all);
  EXPECT_EQ(count({"--search", "flooded homes"}), 1u);
  EXPECT_EQ(count({"--since", "2999-01-01"}), 0u);
  EXPECT_EQ(count({"--question", "never-answered"}), 0u);
}

TEST_F(ListsTest, ClaimsForPeopleNameWhoAndWords) {
  const auto run = program.run({"claims", "--outlet", "Tribune"});
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.out.find("CLAIM"), std::string::npos);
  EXPECT_NE(run.out.find("40 people were evacuated"), std::string::npos) << run.out;
}

TEST_F(ListsTest, QuestionsHoldTheDeclaredOnesEvenUnanswered) {
  bool found = false;
  for (const auto& question : json_lines(program.run({"questions", "--json"}))) {
    if (text_of(question, "id") != "never-answered") continue;
    found = true;
    EXPECT_TRUE(question["declared"].GetBool());
    EXPECT_EQ(question["readings"].GetInt(), 0);
  }
  EXPECT_TRUE(found);
}

TEST_F(ListsTest, FlagsHaveTheShapeOfTheContract) {
  const auto flags = json_lines(program.run({"flags", "--json"}));
  ASSERT_FALSE(flags.empty());
  for (const auto& flag : flags) {
    for (const char* key : {"id", "rule", "severity", "status", "message", "first_seen"}) {
      EXPECT_FALSE(text_of(flag, key).empty()) << key;
    }
    for (const char* key : {"sides", "context", "claims", "reports"}) {
      EXPECT_TRUE(flag[key].IsArray()) << key;
    }
    EXPECT_TRUE(flag["why"]["pairs"].IsArray());
  }
  const std::string rule = text_of(flags[0], "rule");
  const auto of_rule = json_lines(program.run({"flags", "--json", "--rule", rule}));
  EXPECT_FALSE(of_rule.empty());
  for (const auto& flag : of_rule) EXPECT_EQ(text_of(flag, "rule"), rule);
  EXPECT_TRUE(program.run({"flags", "--json", "--status", "dismissed"}).lines().empty());
  EXPECT_EQ(program.run({"flags", "--status", "opn"}).status, 2);
}

TEST_F(ListsTest, CheckFailsOnTheSeverityAskedFor) {
  EXPECT_EQ(program.run({"check", "--fail-on", "info"}).status, 1);
  EXPECT_EQ(program.run({"check", "--all"}).status, 0);
}

TEST_F(ListsTest, ClaimantsAreCountedWithTheirReports) {
  bool found = false;
  for (const auto& claimant : json_lines(program.run({"claimants", "--json"}))) {
    if (text_of(claimant, "name") != "Ana Petrova") continue;
    found = true;
    EXPECT_EQ(text_of(claimant, "kind"), "named_person");
    EXPECT_GE(claimant["claims"].GetInt(), 1);
    EXPECT_EQ(claimant["outlets"].GetInt(), 1);
  }
  EXPECT_TRUE(found) << program.run({"claimants"}).out;
}

TEST_F(ListsTest, ShowKnowsEveryKind) {
  const auto claim = text_of(json_lines(program.run({"claims", "--json"})).at(0), "id");
  const auto flag = text_of(json_lines(program.run({"flags", "--json"})).at(0), "id");
  const auto claimant = text_of(json_lines(program.run({"claimants", "--json"})).at(0), "id");
  const auto report = program.run({"show", "report", "herald", "--json"});
  ASSERT_EQ(report.status, 0) << report.err;
  const auto revision = text_of(json_lines(report).at(0)["revisions"][0], "id");
  const std::vector<std::pair<std::string, std::string>> things = {
      {"claim", claim},          {"report", "herald"},   {"revision", revision},
      {"question", "evacuated"}, {"claimant", claimant}, {"flag", flag}};
  for (const auto& [kind, id] : things) {
    const auto text = program.run({"show", kind, id});
    EXPECT_EQ(text.status, 0) << kind << text.err;
    EXPECT_FALSE(text.out.empty()) << kind;
    const auto json = program.run({"show", kind, id, "--json"});
    EXPECT_EQ(json.status, 0) << kind;
    EXPECT_EQ(json_lines(json).size(), 1u) << kind;
    const auto missing = program.run({"show", kind, "no-such-thing"});
    EXPECT_EQ(missing.status, 2) << kind;
    EXPECT_NE(missing.err.find("there is no " + kind), std::string::npos) << missing.err;
  }
}

TEST_F(ListsTest, ShowWhyGivesTheWordsAClaimWasReadFrom) {
  std::string id;
  for (const auto& claim : json_lines(program.run({"claims", "--json", "--outlet", "Tribune"}))) {
    if (!claim["attribution"].Empty()) id = text_of(claim, "id");
  }
  const auto run = program.run({"show", "claim", id, "--why"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("cue “said”"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("verb say asserted quote clause"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("source before the cue"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("weights "), std::string::npos) << run.out;
}

TEST_F(ListsTest, StatusCountsWhatIsThere) {
  const auto run = program.run({"status", "--json"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto status = json_lines(run);
  EXPECT_EQ(text_of(status.at(0), "desk"), "Dam desk");
  EXPECT_EQ(status[0]["reports"].GetInt(), 2);
  EXPECT_NE(program.run({"status"}).out.find("Dam desk"), std::string::npos);
}

TEST_F(ListsTest, DoctorFindsADeskInOrder) {
  const auto run = program.run({"doctor"});
  EXPECT_EQ(run.status, 0) << run.out;
  EXPECT_NE(run.out.find("database"), std::string::npos);
}

TEST_F(ListsTest, VerifyHoldsAndReanalyseKeepsTheClaims) {
  const auto verify = program.run({"verify", "--json"});
  EXPECT_EQ(verify.status, 0) << verify.err;
  EXPECT_GE(json_lines(verify).at(0)["spans"].GetInt(), 5);
  const auto before = program.run({"claims", "--json"}).out;
  EXPECT_EQ(program.run({"reanalyse"}).status, 0);
  EXPECT_EQ(program.run({"claims", "--json"}).out, before);
  EXPECT_EQ(program.run({"reanalyse", "--report", "nothing"}).status, 2);
}

TEST_F(ListsTest, HostileWordsReachNoTerminalUnfiltered) {
  program.write("evil.txt", "Evil\n\nPolice said that \x1b[2J 99 people were evacuated.\n");
  ASSERT_EQ(program.run({"add", "--outlet", "\x1b[31mEvil", "evil.txt"}).status, 0);
  for (const char* verb : {"claims", "reports", "flags"}) {
    EXPECT_EQ(program.run({verb}).out.find('\x1b'), std::string::npos) << verb;
  }
}

}  // namespace
}  // namespace claimtrail
