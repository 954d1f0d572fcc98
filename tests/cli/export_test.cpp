#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using ExportTest = ProgramTest;

// ArchiveBox#179: a second import makes no second copy
TEST_F(ExportTest, AnExportImportsIntoTheSameDeskAndOnlyOnce) {
  program.write("dam.txt", dam_report());
  ASSERT_EQ(program.run({"--db", "a.db", "add", "dam.txt"}).status, 0);
  ASSERT_EQ(program.run({"--db", "a.db", "export", "--as", "warc", "-o", "a.warc.gz"}).status, 0);
  const auto first = program.run({"--db", "b.db", "--json", "import", "a.warc.gz"});
  ASSERT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(json_lines(first).at(0)["added"].GetInt(), 1);
  EXPECT_EQ(program.run({"--db", "b.db", "claims", "--json"}).out,
            program.run({"--db", "a.db", "claims", "--json"}).out);
  const auto again = program.run({"--db", "b.db", "--json", "import", "a.warc.gz"});
  EXPECT_EQ(json_lines(again).at(0)["known"].GetInt(), 1);
  EXPECT_EQ(program.run({"--db", "b.db", "export", "--as", "warc"}).out, program.read("a.warc.gz"));
  EXPECT_EQ(program.run({"--db", "b.db", "verify"}).status, 0);
}

TEST_F(ExportTest, AnExportIsASourceAndIsAddedAndTested) {
  program.write("dam.txt", dam_report());
  ASSERT_EQ(program.run({"--db", "a.db", "add", "dam.txt"}).status, 0);
  ASSERT_EQ(program.run({"--db", "a.db", "export", "--as", "warc", "-o", "a.warc.gz"}).status, 0);
  const std::string claims = program.run({"--db", "a.db", "claims", "--json"}).out;

  const auto tested = program.run({"sources", "test", "a.warc.gz"});
  EXPECT_EQ(tested.status, 0) << tested.err;
  EXPECT_NE(tested.out.find("1 capture"), std::string::npos) << tested.out;

  const auto added = program.run({"--db", "b.db", "add", "a.warc.gz"});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_EQ(program.run({"--db", "b.db", "claims", "--json"}).out, claims);

  program.write("claimtrail.yaml", "sources:\n  - {id: old, warc: a.warc.gz}\n");
  const auto refreshed = program.run({"--db", "c.db", "refresh", "--json"});
  EXPECT_EQ(refreshed.status, 0) << refreshed.err;
  EXPECT_EQ(program.run({"--db", "c.db", "claims", "--json"}).out, claims);
  EXPECT_EQ(program.run({"--db", "c.db", "verify"}).status, 0);
}

TEST_F(ExportTest, WhatIsNoWarcFileIsSaid) {
  program.write("page.html", "<p>no archive</p>");
  const auto run = program.run({"import", "page.html"});
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err.find("page.html"), std::string::npos);
}

}  // namespace
}  // namespace claimtrail
