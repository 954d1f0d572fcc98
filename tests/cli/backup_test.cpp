#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using BackupTest = ProgramTest;

TEST_F(BackupTest, TheCopyHoldsTheSameClaims) {
  program.write("dam.txt", dam_report());
  ASSERT_EQ(program.run({"--db", "desk.db", "add", "dam.txt"}).status, 0);
  const auto run = program.run({"--db", "desk.db", "backup", "copy.db"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(program.run({"--db", "copy.db", "claims", "--json"}).out,
            program.run({"--db", "desk.db", "claims", "--json"}).out);
  EXPECT_EQ(program.run({"--db", "copy.db", "verify"}).status, 0);
}

TEST_F(BackupTest, ReplacesNothingUnlessTold) {
  program.write("copy.db", "precious");
  const auto run = program.run({"--db", "desk.db", "backup", "copy.db"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(program.read("copy.db"), "precious");
  EXPECT_EQ(program.run({"--db", "desk.db", "backup", "--force", "copy.db"}).status, 0);
  const auto self = program.run({"--db", "desk.db", "backup", "--force", "desk.db"});
  EXPECT_EQ(self.status, 2);
}

}  // namespace
}  // namespace claimtrail
