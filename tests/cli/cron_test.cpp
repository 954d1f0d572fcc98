#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

/// With a crontab program of its own, so that no test touches the user's.
class CronTest : public ProgramTest {
 protected:
  void SetUp() override {
    const auto tool = program.write("bin/crontab",
                                    "#!/bin/sh\n"
                                    "table=\"$HOME/table\"\n"
                                    "case \"$1\" in\n"
                                    "  -l) [ -f \"$table\" ] && cat \"$table\" && exit 0\n"
                                    "      echo 'no crontab for tester' >&2; exit 1 ;;\n"
                                    "  -) cat > \"$table\" ;;\n"
                                    "  *) exit 2 ;;\n"
                                    "esac\n");
    std::filesystem::permissions(tool, std::filesystem::perms::owner_all);
    program.set("PATH", (program.directory() / "bin").string() + ":/usr/bin:/bin");
    program.write("claimtrail.yaml",
                  "desk: {name: Dam desk}\n"
                  "sources: [{id: a, feed: \"https://a.example/rss\", every: 30m}]\n");
  }
};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST_F(CronTest, InstallIsIdempotentAndRemoveTakesOnlyItsOwn) {
  const std::string before = "# mine\n0 3 * * * backup\n";
  program.write("table", before);
  ASSERT_EQ(program.run({"cron", "install"}).status, 0);
  const std::string once = program.read("table");
  ASSERT_EQ(program.run({"cron", "install"}).status, 0);
  EXPECT_EQ(program.read("table"), once);
  EXPECT_EQ(once.rfind(before, 0), 0u) << once;
  EXPECT_EQ(count(once, "refresh --due"), 1u);
  EXPECT_NE(once.find("# claimtrail: Dam desk (managed by claimtrail cron install)"),
            std::string::npos);
  EXPECT_NE(once.find("*/5 * * * * '/"), std::string::npos) << once;
  EXPECT_NE(once.find("--config '" + (program.directory() / "claimtrail.yaml").string() + "'"),
            std::string::npos);
  const auto status = json_lines(program.run({"cron", "status", "--json"}));
  EXPECT_TRUE(status.at(0)["installed"].GetBool());
  EXPECT_EQ(text_of(status.at(1), "id"), "a");
  EXPECT_EQ(text_of(status.at(1), "health"), "never fetched");
  EXPECT_FALSE(text_of(status.at(1), "next_due").empty());
  ASSERT_EQ(program.run({"cron", "remove"}).status, 0);
  EXPECT_EQ(program.read("table"), before);
  EXPECT_EQ(program.run({"cron", "status"}).out.rfind("not installed\n", 0), 0u);
}

TEST_F(CronTest, AnotherIntervalReplacesTheLine) {
  ASSERT_EQ(program.run({"cron", "install"}).status, 0);
  ASSERT_EQ(program.run({"cron", "install", "--every", "1m"}).status, 0);
  const std::string table = program.read("table");
  EXPECT_EQ(count(table, "refresh --due"), 1u) << table;
  EXPECT_NE(table.find("\n* * * * * '/"), std::string::npos) << table;
  EXPECT_EQ(program.run({"cron", "install", "--every", "2h"}).status, 2);
}

TEST_F(CronTest, TwoDesksKeepApart) {
  program.write("other/claimtrail.yaml", "desk: {name: Dam desk}\n");
  ASSERT_EQ(program.run({"cron", "install"}).status, 0);
  ASSERT_EQ(program.run({"cron", "install", "--config", "other/claimtrail.yaml"}).status, 0);
  EXPECT_EQ(count(program.read("table"), "refresh --due"), 2u);
  ASSERT_EQ(program.run({"cron", "remove", "--config", "other/claimtrail.yaml"}).status, 0);
  const std::string table = program.read("table");
  EXPECT_EQ(count(table, "refresh --due"), 1u);
  EXPECT_EQ(table.find("other/"), std::string::npos) << table;
}

TEST_F(CronTest, TheLineRunsAsPrintedWhateverThePath) {
  program.write("a 'b% desk/claimtrail.yaml", "desk: {name: Odd}\n");
  const auto print = program.run({"cron", "print", "--config", "a 'b% desk/claimtrail.yaml"});
  ASSERT_EQ(print.status, 0) << print.err;
  std::string line = print.lines().at(1);
  line = line.substr(std::string("*/5 * * * * ").size());
  // What cron itself does with a percent sign.
  for (std::size_t at = line.find("\\%"); at != std::string::npos; at = line.find("\\%")) {
    line.erase(at, 1);
  }
  const auto run = program.shell(line);
  EXPECT_EQ(run.status, 0) << line << run.err;
  EXPECT_TRUE(std::filesystem::exists(program.directory() / "a 'b% desk/claimtrail.db"));
}

TEST_F(CronTest, AMissingCrontabProgramIsToldWithAdvice) {
  program.set("PATH", "/nowhere");
  const auto run = program.run({"cron", "install"});
  EXPECT_EQ(run.status, 4);
  EXPECT_NE(run.err.find("not installed"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace claimtrail
