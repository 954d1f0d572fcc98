#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using ConfigTest = ProgramTest;

void expect_in(const std::string& text, const std::string& part) {
  EXPECT_NE(text.find(part), std::string::npos) << "missing: " << part << "\nin: " << text;
}

TEST_F(ConfigTest, EveryMistakeOfEverySectionIsToldAtOnceWithItsPlace) {
  program.write("claimtrail.yaml",
                "desk: {name: Test, timezon: UTC}\n"
                "fetch:\n"
                "  timeout: soon\n"
                "sorces: []\n"
                "sources:\n"
                "  - {id: a, feed: \"https://a.example/rss\", schedule: \"61 * * * *\"}\n"
                "  - {id: a, feed: \"https://b.example/rss\"}\n"
                "outlets:\n"
                "  - {name: A, reliability: Z}\n"
                "claimants:\n"
                "  - {name: X, kind: named_persn}\n"
                "questions:\n"
                "  - {id: q, about: [dam], behaves: sometimes, window: 90m}\n"
                "  - {id: q, about: [dam]}\n"
                "rules: {pack: []}\n");
  const auto run = program.run({"config", "check"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  expect_in(run.err, "claimtrail.yaml:1:20: error: ");
  expect_in(run.err, "did you mean 'timezone'?");
  expect_in(run.err, "claimtrail.yaml:3:12: error: ");
  expect_in(run.err, "claimtrail.yaml:4:1: error: ");
  expect_in(run.err, "did you mean 'sources'?");
  expect_in(run.err, "claimtrail.yaml:6:");
  expect_in(run.err, "claimtrail.yaml:7:");
  expect_in(run.err, "claimtrail.yaml:9:");
  expect_in(run.err, "did you mean 'named_person'?");
  expect_in(run.err, "claimtrail.yaml:13:");
  expect_in(run.err, "whole days");
  expect_in(run.err, "claimtrail.yaml:14:10: error: 'q' was given before");
  expect_in(run.err, "did you mean 'packs'?");
  expect_in(run.err, "sorces: []\n");
  expect_in(run.err, "^");
}

TEST_F(ConfigTest, BrokenYamlStopsAnyVerbThatNeedsIt) {
  program.write("claimtrail.yaml", "desk: {name: [unclosed\n");
  for (const char* verb : {"claims", "refresh", "check"}) {
    const auto run = program.run({verb});
    EXPECT_EQ(run.status, 2) << verb;
    expect_in(run.err, "claimtrail.yaml:");
  }
}

TEST_F(ConfigTest, DuplicateKeysAreErrors) {
  program.write("claimtrail.yaml", "desk: {name: A}\ndesk: {name: B}\n");
  const auto run = program.run({"config", "check"});
  EXPECT_EQ(run.status, 2);
  expect_in(run.err, "claimtrail.yaml:2:1");
}

TEST_F(ConfigTest, IsFoundByFlagThenVariableThenUpwardsThenXdg) {
  program.write("xdg/config/claimtrail/claimtrail.yaml", "desk: {name: user}\n");
  const auto name = [&](const std::vector<std::string>& extra) {
    std::vector<std::string> arguments = {"status", "--json"};
    arguments.insert(arguments.end(), extra.begin(), extra.end());
    const auto run = program.run(arguments);
    EXPECT_EQ(run.status, 0) << run.err;
    return text_of(json_lines(run).at(0), "desk");
  };
  EXPECT_EQ(name({}), "user");
  program.write("claimtrail.yaml", "desk: {name: project}\n");
  EXPECT_EQ(name({}), "project");
  program.set("CLAIMTRAIL_CONFIG", program.write("env.yaml", "desk: {name: env}\n").string());
  EXPECT_EQ(name({}), "env");
  program.write("flag.yaml", "desk: {name: flag}\n");
  EXPECT_EQ(name({"--config", "flag.yaml"}), "flag");
}

TEST_F(ConfigTest, IsFoundInADirectoryAbove) {
  program.write("claimtrail.yaml", "desk: {name: above, database: data/desk.db}\n");
  std::filesystem::create_directories(program.directory() / "deep/er");
  const auto run = program.shell("cd deep/er && $CLAIMTRAIL status --json");
  ASSERT_EQ(run.status, 0) << run.err;
  const auto status = json_lines(run);
  EXPECT_EQ(text_of(status.at(0), "desk"), "above");
  EXPECT_EQ(text_of(status.at(0), "database"), (program.directory() / "data/desk.db").string());
}

TEST_F(ConfigTest, ANamedConfigThatIsMissingIsAnError) {
  const auto run = program.run({"claims", "--config", "nowhere.yaml"});
  EXPECT_EQ(run.status, 2);
  expect_in(run.err, "nowhere.yaml");
}

TEST_F(ConfigTest, ShowSaysWhereASettingCameFrom) {
  program.write("claimtrail.yaml", "desk:\n  name: Dam desk\n  database: dam.db\n");
  const auto run = program.run({"config", "show", "--origin", "--json"});
  ASSERT_EQ(run.status, 0) << run.err;
  std::string name_from;
  std::string zone_from;
  std::string timeout;
  for (const auto& setting : json_lines(run)) {
    if (text_of(setting, "key") == "desk.name") name_from = text_of(setting, "from");
    if (text_of(setting, "key") == "desk.timezone") zone_from = text_of(setting, "from");
    if (text_of(setting, "key") == "fetch.timeout") timeout = text_of(setting, "value");
  }
  EXPECT_TRUE(name_from.ends_with("/claimtrail.yaml:2")) << name_from;
  EXPECT_EQ(zone_from, "default");
  EXPECT_EQ(timeout, "20s");
}

TEST_F(ConfigTest, SourcesDirectoryIsMergedAndClashesAreTold) {
  program.write("claimtrail.yaml", "sources:\n  - {id: a, feed: \"https://a.example/rss\"}\n");
  program.write("sources.d/b.yaml", "sources:\n  - {id: b, feed: \"https://b.example/rss\"}\n");
  auto run = program.run({"sources", "list", "--json"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(json_lines(run).size(), 2u);
  program.write("sources.d/c.yaml", "sources:\n  - {id: a, feed: \"https://c.example/rss\"}\n");
  run = program.run({"sources", "list", "--json"});
  EXPECT_EQ(run.status, 2);
  expect_in(run.err, "sources.d/c.yaml:2:10: error: the source 'a' was given before");
}

TEST_F(ConfigTest, ABrokenRulePackIsAMistakeOfTheConfig) {
  program.write("claimtrail.yaml", "rules: {packs: [builtin, ./own.yaml]}\n");
  program.write("own.yaml", "schema: claimtrail-rules/1\nrules:\n  - id: x\n    scop: pair\n");
  const auto run = program.run({"config", "check"});
  EXPECT_EQ(run.status, 2);
  expect_in(run.err, "own.yaml:4:");
}

}  // namespace
}  // namespace claimtrail
