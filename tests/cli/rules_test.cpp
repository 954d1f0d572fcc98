#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using RulesTest = ProgramTest;

TEST_F(RulesTest, ListsAndShowsTheBuiltInRules) {
  const auto rules = json_lines(program.run({"rules", "list", "--json"}));
  ASSERT_GE(rules.size(), 7u);
  bool found = false;
  for (const auto& rule : rules) found = found || text_of(rule, "id") == "figure-conflict";
  EXPECT_TRUE(found);
  const auto show = program.run({"rules", "show", "figure-conflict"});
  EXPECT_EQ(show.status, 0);
  EXPECT_NE(show.out.find("where"), std::string::npos);
  const auto wrong = program.run({"rules", "show", "figure-conflct"});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_NE(wrong.err.find("did you mean 'figure-conflict'?"), std::string::npos) << wrong.err;
}

TEST_F(RulesTest, TheBuiltInTestsPass) {
  const auto run = program.run({"rules", "test", "--json", "builtin"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_GE(json_lines(run).size(), 14u);
  const auto some = json_lines(program.run({"rules", "test", "--json", "--run", "silent-edit"}));
  EXPECT_FALSE(some.empty());
  EXPECT_EQ(program.run({"rules", "test", "--run", "("}).status, 2);
}

TEST_F(RulesTest, AFailingTestEndsWithOne) {
  program.write(
      "own.yaml",
      "schema: claimtrail-rules/1\n"
      "rules:\n"
      "  - id: own\n"
      "    title: Own\n"
      "    status: test\n"
      "    scope: pair\n"
      "    match: {group_by: [question], distinct: claimant}\n"
      "    where: \"disjoint(a.figure, b.figure)\"\n"
      "    severity: info\n"
      "    message: \"{a.figure}\"\n"
      "    tests:\n"
      "      - name: expects what never comes\n"
      "        claims: [{id: a, figure: 5, claimant: A}, {id: b, figure: 5, claimant: B}]\n"
      "        expect: [{sides: [[a], [b]]}]\n");
  const auto run = program.run({"rules", "test", "own.yaml"});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("own.yaml:"), std::string::npos) << run.err;
}

TEST_F(RulesTest, CheckTellsEveryMistakeOfAPack) {
  program.write(
      "own.yaml",
      "schema: claimtrail-rules/1\nrules:\n  - id: x\n    scop: pair\n    severty: info\n");
  const auto run = program.run({"rules", "check", "own.yaml"});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("own.yaml:4:"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("own.yaml:5:"), std::string::npos) << run.err;
  EXPECT_EQ(program.run({"rules", "check"}).status, 0);
}

constexpr const char* kDoubtful =
    "schema: claimtrail-rules/1\n"
    "macros: {unused: attributed}\n"
    "rules:\n"
    "  - {id: own, title: Own, scope: claim, where: attributed, message: \"{exact}\"}\n";

TEST_F(RulesTest, CheckTellsWhatIsDoubtfulWithItsCode) {
  program.write("own.yaml", kDoubtful);
  const auto run = program.run({"rules", "check", "own.yaml"});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("own.yaml:2:"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("[unused-macro]"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("[rule-without-test]"), std::string::npos) << run.err;
  const auto findings = json_lines(program.run({"rules", "check", "--json", "own.yaml"}));
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(text_of(findings[0], "code"), "unused-macro");
}

TEST_F(RulesTest, CheckExplainsItsCodes) {
  const auto one = program.run({"rules", "check", "--explain", "unused-macro"});
  EXPECT_EQ(one.status, 0);
  EXPECT_NE(one.out.find("unused-macro (warning): no rule uses a macro"), std::string::npos)
      << one.out;
  EXPECT_GE(json_lines(program.run({"rules", "check", "--json", "--explain", "all"})).size(), 30U);
  EXPECT_EQ(program.run({"rules", "check", "--explain", "unused-macr"}).status, 2);
}

TEST_F(RulesTest, CheckTellsASuppressionThatHoldsNothingBack) {
  program.write("claimtrail.yaml",
                "suppressions: [{rule: figure-conflict, question: q, reason: known}]\n");
  EXPECT_EQ(program.run({"rules", "check"}).status, 0) << "there is no database yet";
  program.write("dam.txt", dam_report());
  ASSERT_EQ(program.run({"add", "dam.txt"}).status, 0);
  const auto run = program.run({"rules", "check"});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("claimtrail.yaml:1:"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("[suppression-matches-nothing]"), std::string::npos) << run.err;
}

TEST_F(RulesTest, TestTellsCoverageAndRefusesARuleWithoutTest) {
  const auto run = program.run({"rules", "test", "--coverage", "builtin"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("figure-conflict"), std::string::npos);
  program.write("own.yaml", kDoubtful);
  EXPECT_EQ(program.run({"rules", "test", "own.yaml"}).status, 0);
  const auto own = program.run({"rules", "test", "--coverage", "--json", "own.yaml"});
  EXPECT_EQ(own.status, 1);
  EXPECT_NE(own.out.find("\"tests\":0"), std::string::npos) << own.out;
}

TEST_F(RulesTest, TestWritesJUnit) {
  program.write("own.yaml",
                "schema: claimtrail-rules/1\n"
                "rules:\n"
                "  - id: own\n"
                "    title: Own\n"
                "    scope: claim\n"
                "    where: attributed\n"
                "    message: \"{exact}\"\n"
                "    tests:\n"
                "      - {name: \"one & <two>\", expect: [{}]}\n"
                "      - {name: fine, expect: []}\n");
  EXPECT_EQ(program.run({"rules", "test", "--junit", "out.xml", "own.yaml"}).status, 1);
  const std::string xml = program.read("out.xml");
  EXPECT_NE(xml.find("<testsuite name=\"own\" tests=\"2\" failures=\"1\">"), std::string::npos)
      << xml;
  EXPECT_NE(xml.find("name=\"one &amp; &lt;two&gt;\""), std::string::npos) << xml;
  EXPECT_NE(xml.find("<failure message="), std::string::npos) << xml;
  EXPECT_EQ(program.run({"rules", "test", "--junit", "no/such/out.xml"}).status, 4);
}

TEST_F(RulesTest, TestRefusesAPatternThatMeetsNothing) {
  EXPECT_EQ(program.run({"rules", "test", "--run", "no-such-test"}).status, 1);
}

TEST_F(RulesTest, SchemaNamesTheKeysOfPacks) {
  const auto schema = json_lines(program.run({"rules", "schema"}));
  ASSERT_EQ(schema.size(), 1U);
  EXPECT_TRUE(schema[0]["$defs"].HasMember("rule"));
  EXPECT_TRUE(schema[0]["$defs"]["rule"]["properties"].HasMember("yields_to"));
  EXPECT_EQ(schema[0]["properties"]["schema"]["enum"][0], "claimtrail-rules/1");
}

TEST_F(RulesTest, BacktestCountsWhatRulesWouldHaveFlagged) {
  program.write("dam.txt", dam_report());
  ASSERT_EQ(program.run({"add", "dam.txt"}).status, 0);
  const auto rows = json_lines(program.run({"rules", "backtest", "--json"}));
  EXPECT_GE(rows.size(), 20U);
  const auto later =
      json_lines(program.run({"rules", "backtest", "--json", "--since", "2100-01-01"}));
  for (const auto& row : later) EXPECT_EQ(row["raised"].GetInt(), 0);
  EXPECT_EQ(program.run({"rules", "backtest", "--since", "soon"}).status, 2);
  EXPECT_EQ(program.run({"rules", "backtest", "--rule", "nobody"}).status, 2);
}

TEST_F(RulesTest, ExplainNamesUnknownClaims) {
  const auto run = program.run({"rules", "explain", "figure-conflict", "no-claim", "other"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("no-claim"), std::string::npos) << run.err;
}

TEST_F(RulesTest, ExplainPrintsWhyTwoClaimsDoNotConflict) {
  program.write("dam.txt", dam_report());
  ASSERT_EQ(program.run({"add", "dam.txt"}).status, 0);
  const auto claims = json_lines(program.run({"claims", "--json"}));
  const auto run = program.run({"rules", "explain", "--why-not", "figure-conflict",
                                text_of(claims.at(0), "id"), text_of(claims.at(1), "id")});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_FALSE(run.out.empty());
}

}  // namespace
}  // namespace claimtrail
