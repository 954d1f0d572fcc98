#include <sstream>

#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

/// What the program does when a person looks on: script(1) gives it a terminal.
class TerminalTest : public ProgramTest {
 protected:
  void SetUp() override {
    program.set("TERM", "xterm");
    program.set("COLUMNS", "100");
    program.write("dam.txt", dam_report());
    ASSERT_EQ(program.run({"add", "--outlet", "Herald", "dam.txt"}).status, 0);
  }

  [[nodiscard]] ProgramRun on_terminal(const std::string& arguments) const {
    return program.shell("script -qec \"$CLAIMTRAIL " + arguments + "\" /dev/null < /dev/null");
  }
};

TEST_F(TerminalTest, ListsHaveColourAndFitTheWidth) {
  const auto run = on_terminal("claims");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("\x1b[1mCLAIM"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("…"), std::string::npos) << run.out;
  for (const std::string& line : run.lines()) {
    // Escapes and the bytes of an ellipsis take no columns of their own.
    EXPECT_LE(line.size(), 100u + 2 + 1 + 8) << line;
  }
}

TEST_F(TerminalTest, ColourCanBeRefusedInEveryWay) {
  EXPECT_EQ(on_terminal("claims --no-color").out.find('\x1b'), std::string::npos);
  program.set("NO_COLOR", "1");
  EXPECT_EQ(on_terminal("claims").out.find('\x1b'), std::string::npos);
  program.set("NO_COLOR", "");
  EXPECT_NE(on_terminal("claims").out.find('\x1b'), std::string::npos);
  program.set("TERM", "dumb");
  EXPECT_EQ(on_terminal("claims").out.find('\x1b'), std::string::npos);
}

TEST_F(TerminalTest, APersonIsToldWhatWasDoneUnlessTheyWantQuiet) {
  EXPECT_NE(on_terminal("add dam.txt").out.find("unchanged"), std::string::npos);
  EXPECT_EQ(on_terminal("-q add dam.txt").out, "");
}

TEST_F(TerminalTest, ExtractWaitsForNoOneAtAKeyboard) {
  const auto run = program.shell("script -qec \"$CLAIMTRAIL extract\" /dev/null");
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.out.find("name files, or -"), std::string::npos) << run.out;
}

}  // namespace
}  // namespace claimtrail
