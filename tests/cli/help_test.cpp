#include <fstream>
#include <sstream>

#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using HelpTest = ProgramTest;

std::string file_text(const std::string& path) {
  std::ifstream stream(path);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// The names in the column of verbs that help prints.
std::vector<std::string> verbs_of(const std::string& help) {
  std::vector<std::string> verbs;
  std::istringstream stream(help);
  bool inside = false;
  for (std::string line; std::getline(stream, line);) {
    if (line == "Verbs:" || line == "Commands:") {
      inside = true;
    } else if (line.empty()) {
      inside = false;
    } else if (inside && line.size() > 2 && line[2] != ' ') {
      verbs.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
  }
  return verbs;
}

TEST_F(HelpTest, EveryVerbHasHelpWithUsageAndExamples) {
  const auto verbs = verbs_of(program.run({"help"}).out);
  ASSERT_GE(verbs.size(), 20u);
  for (const std::string& verb : verbs) {
    const auto run = program.run({verb, "--help"});
    EXPECT_EQ(run.status, 0) << verb;
    EXPECT_NE(run.out.find("Usage: claimtrail " + verb), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("Examples:"), std::string::npos) << verb;
    EXPECT_EQ(run.out, program.run({"help", verb}).out) << verb;
    for (const std::string& nested : verbs_of(run.out)) {
      const auto deeper = program.run({verb, nested, "-h"});
      EXPECT_EQ(deeper.status, 0) << verb << ' ' << nested;
      EXPECT_NE(deeper.out.find("Usage: claimtrail " + verb + " " + nested), std::string::npos);
    }
  }
}

TEST_F(HelpTest, EveryVerbStandsInTheReadme) {
  const std::string readme = file_text(CLAIMTRAIL_SOURCE_DIR "/README.md");
  for (const std::string& verb : verbs_of(program.run({"help"}).out)) {
    EXPECT_NE(readme.find("`" + verb + "`"), std::string::npos) << verb;
  }
}

TEST_F(HelpTest, TheManPageNamesEveryVerbAndExitCode) {
  const auto run = program.run({"help", "--man"});
  ASSERT_EQ(run.status, 0);
  EXPECT_EQ(run.out.rfind(".TH CLAIMTRAIL 1", 0), 0u);
  for (const std::string& verb : verbs_of(program.run({"help"}).out)) {
    EXPECT_NE(run.out.find(".SS claimtrail " + verb), std::string::npos) << verb;
  }
  for (const char* code : {"0", "1", "2", "3", "4", "75", "130"}) {
    EXPECT_NE(run.out.find(std::string(".TP\n\\fB") + code + "\\fR"), std::string::npos) << code;
  }
}

TEST_F(HelpTest, BashCompletesVerbsFlagsAndValues) {
  const auto run = program.shell(
      "source <($CLAIMTRAIL help --completion bash)\n"
      "try() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _claimtrail; "
      "echo \"${COMPREPLY[*]}\"; }\n"
      "try claimtrail extr\n"
      "try claimtrail cron inst\n"
      "try claimtrail extract --what art\n"
      "try claimtrail extract --publ\n"
      "try claimtrail --json flags --status op\n");
  EXPECT_EQ(run.err, "");
  const std::vector<std::string> wanted = {"extract", "install", "article", "--published", "open"};
  EXPECT_EQ(run.lines(), wanted) << run.out;
}

TEST_F(HelpTest, CompletionsOfAllShellsNameEveryVerb) {
  const auto verbs = verbs_of(program.run({"help"}).out);
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const auto run = program.run({"help", "--completion", shell});
    EXPECT_EQ(run.status, 0);
    for (const std::string& verb : verbs) {
      EXPECT_NE(run.out.find(verb), std::string::npos) << shell << ' ' << verb;
    }
  }
}

TEST_F(HelpTest, HelpForAnUnknownVerbSuggests) {
  const auto run = program.run({"help", "clams"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("did you mean 'claims'?"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace claimtrail
