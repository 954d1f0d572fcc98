#include <sstream>

#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using InitTest = ProgramTest;

TEST_F(InitTest, MakesADeskThatWorksAsItStands) {
  const auto run = program.run({"init", "desk"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(std::filesystem::exists(program.directory() / "desk/claimtrail.db"));
  const auto check = program.run({"--config", "desk/claimtrail.yaml", "config", "check"});
  EXPECT_EQ(check.status, 0) << check.err;
  EXPECT_EQ(program.run({"--config", "desk/claimtrail.yaml", "refresh"}).status, 0);
}

// In the file a sentence begins with a capital or a quotation mark; what else is commented out is
// meant to be uncommented.
TEST_F(InitTest, WhatItCommentsOutIsValidToo) {
  ASSERT_EQ(program.run({"init"}).status, 0);
  std::istringstream stream(program.read("claimtrail.yaml"));
  std::string config;
  int uncommented = 0;
  for (std::string line; std::getline(stream, line);) {
    const auto hash = line.find('#');
    const auto word = hash == std::string::npos ? hash : line.find_first_not_of(" ", hash + 1);
    const bool only_blanks_before = line.find_first_not_of(' ') == hash;
    if (word != std::string::npos && only_blanks_before &&
        (line[word] == '-' || (line[word] >= 'a' && line[word] <= 'z'))) {
      line = line.substr(0, hash) + line.substr(hash + 2);
      ++uncommented;
    }
    config += (line == "sources: []" ? "sources:" : line) + "\n";
  }
  EXPECT_GE(uncommented, 20);
  program.write("claimtrail.yaml", config);
  const auto run = program.run({"config", "check"});
  EXPECT_EQ(run.status, 0) << run.err << config;
  EXPECT_EQ(json_lines(program.run({"sources", "list", "--json"})).size(), 2u);
}

TEST_F(InitTest, IsSafeToRepeatAndNeverRewritesAConfig) {
  program.write("claimtrail.yaml", "desk: {name: Mine}\n");
  ASSERT_EQ(program.run({"init"}).status, 0);
  ASSERT_EQ(program.run({"init"}).status, 0);
  EXPECT_EQ(program.read("claimtrail.yaml"), "desk: {name: Mine}\n");
  EXPECT_TRUE(std::filesystem::exists(program.directory() / "claimtrail.db"));
}

}  // namespace
}  // namespace claimtrail
