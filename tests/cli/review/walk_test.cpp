#include "cli/review/walk.h"

#include <gmock/gmock.h>

#include "tests/cli/provenance/small_world.h"
#include "tests/cli/review/scripted_console.h"
#include "tests/support/fake_clock.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class WalkTest : public ::testing::Test {
 protected:
  WalkSummary run(ScriptedConsole& console, ReviewSubject subject = ReviewSubject::flags) {
    const Terminal terminal(ColourChoice::never);
    const FakeClock clock("2025-04-28T10:00:00Z");
    return walk(world_.store(), console, terminal, clock, {subject, "kim"});
  }
  FlagStatus status(const char* flag) { return world_.store().flag(flag)->status; }

  SmallWorld world_;
};

TEST_F(WalkTest, ShowsEvidenceFirst) {
  ScriptedConsole console({"s", "q"});
  (void)run(console);
  EXPECT_THAT(console.shown, HasSubstr("Flag 1 of 2  error  silent-edit  open"));
  const std::string second = console.shown.substr(console.shown.find("Flag 2 of 2"));
  EXPECT_THAT(second, HasSubstr("How many people were evacuated below the upper dam?"));
  EXPECT_THAT(second, HasSubstr("»2,500 people were evacuated by noon«"));
  EXPECT_THAT(second, HasSubstr("Rescue Service (said)"));
  EXPECT_THAT(second, HasSubstr("Coast Journal, 26 April 2025, SHA-256 "));
  EXPECT_LT(second.find("2,500 people were"), second.find("Ana Roth in River Post: over"));
  EXPECT_THAT(second, HasSubstr("different cut-off times, taken back later"));
}

TEST_F(WalkTest, DecidesByKeys) {
  ScriptedConsole console({"x", "one outlet's slip", "a", "", "q"});
  const WalkSummary summary = run(console);
  EXPECT_EQ(status(SmallWorld::edit_flag), FlagStatus::dismissed);
  EXPECT_EQ(status(SmallWorld::figure_flag), FlagStatus::confirmed);
  EXPECT_EQ(summary.decided, 2);
  EXPECT_EQ(summary.left, 0);
  const auto reviews = world_.store().reviews_of("flag", SmallWorld::edit_flag);
  ASSERT_THAT(reviews, SizeIs(1));
  EXPECT_EQ(reviews[0].by, "kim");
  EXPECT_EQ(reviews[0].reason, "one outlet's slip");
}

TEST_F(WalkTest, ExplainsByNumberAndSuppressesByDay) {
  ScriptedConsole console({"e", "4", "newer edition", "z", "2026-03-01", "wait", "q"});
  (void)run(console);
  EXPECT_EQ(world_.store().flag(SmallWorld::edit_flag)->status_code, "superseded");
  EXPECT_EQ(world_.store().flag(SmallWorld::figure_flag)->suppressed_until, "2026-03-01");
}

TEST_F(WalkTest, DecidesNothingWithoutAReason) {
  ScriptedConsole console({"x", "", "e", "9", "z", "someday", "q"});
  EXPECT_EQ(run(console).decided, 0);
  EXPECT_EQ(status(SmallWorld::edit_flag), FlagStatus::open);
}

TEST_F(WalkTest, TakesTheLastDecisionBack) {
  ScriptedConsole console({"x", "slip", "u", "u", "q"});
  EXPECT_EQ(run(console).decided, 0);
  EXPECT_EQ(status(SmallWorld::edit_flag), FlagStatus::open);
  EXPECT_THAT(world_.store().reviews_of("flag", SmallWorld::edit_flag), SizeIs(2));
  EXPECT_THAT(console.shown, HasSubstr("Taken back: it is open again."));
  EXPECT_THAT(console.shown, HasSubstr("You have decided nothing yet"));
}

TEST_F(WalkTest, SaysWhyAndWhere) {
  ScriptedConsole console({"j", "w", "o", "?", "k", "k", "!", "q"});
  (void)run(console);
  EXPECT_THAT(console.shown, HasSubstr("holds: disjoint(a.figure, b.figure)"));
  EXPECT_THAT(console.shown, HasSubstr("https://coast.example/2025/dam?id=7#:~:text=2%2C500"));
  EXPECT_THAT(console.shown, HasSubstr("explain it by a reason code"));
  EXPECT_THAT(console.shown, HasSubstr("This is the first."));
  EXPECT_THAT(console.shown, HasSubstr("That key means nothing here"));
}

TEST_F(WalkTest, NoticesWhatAnotherReviewerDid) {
  ScriptedConsole console({"x", "slip", "q"});
  console.before_reading = [&](const std::string& line) {
    if (line != "slip") return;
    Flag flag = world_.store().flag(SmallWorld::edit_flag).value();
    flag.status = FlagStatus::confirmed;
    world_.store().put_flag(flag);
  };
  EXPECT_EQ(run(console).decided, 0);
  EXPECT_THAT(console.shown, HasSubstr("Not done: the flag changed while you looked at it"));
  EXPECT_EQ(status(SmallWorld::edit_flag), FlagStatus::confirmed);
}

TEST_F(WalkTest, ReviewsClaims) {
  ScriptedConsole console({"a", "", "x", "a plan, no claim", "e", "the dam broke", "misread", "q"});
  EXPECT_EQ(run(console, ReviewSubject::claims).decided, 3);
  std::vector<std::string> states;
  for (const StoredClaim& claim : world_.store().claims({})) states.push_back(claim.review_state);
  EXPECT_THAT(states, ::testing::IsSupersetOf({"accepted", "rejected", "corrected"}));
}

TEST_F(WalkTest, EndsWithTheInput) {
  ScriptedConsole console({});
  EXPECT_EQ(run(console).left, 2);
}

TEST_F(WalkTest, NothingOpenIsSaid) {
  ScriptedConsole decide_all({"a", "", "a", "", "q"});
  (void)run(decide_all);
  ScriptedConsole console({"q"});
  (void)run(console);
  EXPECT_EQ(console.shown, "No flag is open.\n");
}

TEST_F(WalkTest, HostileWordsCannotSteerTheTerminal) {
  Flag flag = world_.store().flag(SmallWorld::edit_flag).value();
  flag.message = "x\x1b]2;owned\x07\x1b[2J";
  flag.sides[0].position = "\x1b[31m\u202Eevil";
  flag.evidence[0].exact = "quote\x1b[5m";
  flag.evidence[0].text_sha256 = "none";
  flag.why = {{"\x1b[1m", "\x1b[2m", {{"\x1b[3m", "\x1b[4m", true}}, {"\x1b[6m"}, ""}};
  world_.store().put_flag(flag);
  ScriptedConsole console({"w", "o", "q"});
  (void)run(console);
  EXPECT_THAT(console.shown, Not(HasSubstr("\x1b")));
  EXPECT_THAT(console.shown, Not(HasSubstr("\x07")));
  EXPECT_THAT(console.shown, Not(HasSubstr("\u202E")));
}

}  // namespace
}  // namespace claimtrail
