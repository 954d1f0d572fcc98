#include <csignal>

#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using CommandLineTest = ProgramTest;

TEST_F(CommandLineTest, WithoutAVerbPrintsUsageAndFails) {
  const auto run = program.run({});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("Usage: claimtrail"), std::string::npos);
}

TEST_F(CommandLineTest, SuggestsTheVerbThatWasMeant) {
  const auto run = program.run({"refrsh", "--due"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("did you mean 'refresh'?"), std::string::npos) << run.err;
  const auto nested = program.run({"sources", "lst"});
  EXPECT_EQ(nested.status, 2);
  EXPECT_NE(nested.err.find("did you mean 'list'?"), std::string::npos) << nested.err;
}

TEST_F(CommandLineTest, SuggestsTheFlagAndTheWordThatWereMeant) {
  const auto flag = program.run({"extract", "--pubished", "2025-01-01"});
  EXPECT_EQ(flag.status, 2);
  EXPECT_NE(flag.err.find("did you mean '--published'?"), std::string::npos) << flag.err;
  const auto word = program.run({"extract", "--what", "figure"});
  EXPECT_EQ(word.status, 2);
  EXPECT_NE(word.err.find("did you mean 'figures'?"), std::string::npos) << word.err;
}

TEST_F(CommandLineTest, GlobalFlagsMayStandAnywhere) {
  const auto before = program.run({"--json", "--db", "a.db", "sources", "list"});
  const auto after = program.run({"sources", "list", "--db", "a.db", "--json"});
  const auto between = program.run({"--json", "sources", "--db", "a.db", "list"});
  EXPECT_EQ(before.status, 0) << before.err;
  EXPECT_EQ(after.status, 0) << after.err;
  EXPECT_EQ(between.status, 0) << between.err;
  EXPECT_TRUE(std::filesystem::exists(program.directory() / "a.db"));
}

TEST_F(CommandLineTest, EveryListWorksOnDefaultsAndCreatesTheDatabase) {
  for (const char* verb : {"claims", "questions", "reports", "claimants", "flags"}) {
    const auto run = program.run({verb});
    EXPECT_EQ(run.status, 0) << verb << run.err;
    EXPECT_EQ(run.out, "") << verb;
    EXPECT_EQ(run.err, "") << verb;
  }
  EXPECT_TRUE(std::filesystem::exists(program.directory() / "xdg/data/claimtrail/claimtrail.db"));
}

TEST_F(CommandLineTest, AReaderThatWentAwayIsNoFailure) {
  const auto run = program.shell(
      "yes '{\"text\":\"Police said 12 people were hurt.\"}' 2>/dev/null | head -n 20000 "
      "2>/dev/null | "
      "$CLAIMTRAIL extract --input ndjson | head -n 1; echo ${PIPESTATUS[2]}");
  ASSERT_EQ(run.lines().size(), 2u) << run.out << run.err;
  EXPECT_EQ(run.lines()[1], "0");
  EXPECT_EQ(run.err, "");
}

TEST_F(CommandLineTest, AFullDiskBehindTheOutputIsAFailure) {
  const auto run = program.shell("$CLAIMTRAIL help > /dev/full");
  EXPECT_EQ(run.status, 4);
  EXPECT_NE(run.err.find("No space left"), std::string::npos) << run.err;
}

TEST_F(CommandLineTest, AnInterruptEndsWith130) {
  const auto run = program.run_until_signal({"extract", "--input", "ndjson", "-"}, SIGINT);
  EXPECT_EQ(run.status, 130);
}

TEST_F(CommandLineTest, VersionNamesProgramExtractorAndLibraries) {
  const auto run = program.run({"--version"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out.rfind("claimtrail ", 0), 0u) << run.out;
  for (const char* word : {"extractor: ", "SQLite 3.", "libcurl ", "ICU "}) {
    EXPECT_NE(run.out.find(word), std::string::npos) << word;
  }
}

TEST_F(CommandLineTest, NoColoursWithoutATerminal) {
  program.write("dam.txt", dam_report());
  ASSERT_EQ(program.run({"add", "dam.txt"}).status, 0);
  const auto run = program.run({"claims"});
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos);
}

TEST_F(CommandLineTest, ADatabaseThatIsNoneIsToldAndNotTouched) {
  program.write("notes.db", "these are my notes, not a database\n");
  const auto run = program.run({"--db", "notes.db", "claims"});
  EXPECT_EQ(run.status, 4);
  EXPECT_NE(run.err.find("notes.db"), std::string::npos) << run.err;
  EXPECT_EQ(program.read("notes.db"), "these are my notes, not a database\n");
}

}  // namespace
}  // namespace claimtrail
