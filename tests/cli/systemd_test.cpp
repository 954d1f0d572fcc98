#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

/// The units as printed, judged by systemd's own tools.
class SystemdTest : public ProgramTest {
 protected:
  void SetUp() override {
    if (program.shell("command -v systemd-analyze").status != 0) {
      GTEST_SKIP() << "systemd is not installed: ./tests/run installs it";
    }
    program.write("a \"b% $desk/claimtrail.yaml", "desk: {name: 100% desk}\n");
    for (const char* unit : {"service", "timer"}) {
      const auto print =
          program.run({"--config", "a \"b% $desk/claimtrail.yaml", "cron", "print", "--as", unit});
      ASSERT_EQ(print.status, 0) << print.err;
      program.write(std::string("claimtrail.") + unit, print.out);
    }
  }
};

TEST_F(SystemdTest, TheUnitsAreWellFormedWhateverThePath) {
  const auto run =
      program.shell("systemd-analyze verify ./claimtrail.service ./claimtrail.timer 2>&1");
  EXPECT_EQ(run.status, 0) << run.out;
  EXPECT_EQ(run.out, "");
}

TEST_F(SystemdTest, TheServiceIsHardened) {
  // 10 is no protection at all; up to 4 counts as "OK".
  const auto run = program.shell(
      "systemd-analyze security --offline=true --threshold=25 --no-pager ./claimtrail.service");
  EXPECT_EQ(run.status, 0) << run.out;
}

TEST_F(SystemdTest, BothUnitsStandInOneText) {
  const auto run = program.run({"cron", "print", "--as", "systemd"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("[Service]"), std::string::npos);
  EXPECT_NE(run.out.find("[Timer]"), std::string::npos);
  EXPECT_EQ(program.run({"cron", "print", "--as", "launchd"}).status, 2);
}

}  // namespace
}  // namespace claimtrail
