// `review` as scripts run it: the real binary on the small world's database, no terminal anywhere.
#include <sstream>

#include <gmock/gmock.h>

#include "cli/provenance/json_value.h"
#include "tests/cli/provenance/small_world.h"
#include "tests/support/program.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ReviewProgram : public ::testing::Test {
 protected:
  ProgramRun run(std::vector<std::string> arguments, const std::string& input = {}) {
    arguments.insert(arguments.begin(), {"--db", world_.database(), "review"});
    return program_.run(arguments, input);
  }
  ProgramRun decide(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--flag", SmallWorld::edit_flag});
    return run(arguments);
  }
  FlagStatus status(const char* flag) { return world_.store().flag(flag)->status; }

  SmallWorld world_;
  Program program_{CLAIMTRAIL_PROGRAM};
};

TEST_F(ReviewProgram, DecidesInSilence) {
  const ProgramRun dismissed = decide({"--dismiss", "--reason", "a slip", "--by", "kim"});
  EXPECT_EQ(dismissed.status, 0) << dismissed.err;
  EXPECT_THAT(dismissed.out + dismissed.err, IsEmpty());
  EXPECT_EQ(status(SmallWorld::edit_flag), FlagStatus::dismissed);
  const auto reviews = world_.store().reviews_of("flag", SmallWorld::edit_flag);
  ASSERT_THAT(reviews, SizeIs(1));
  EXPECT_EQ(reviews[0].by, "kim");
  EXPECT_EQ(reviews[0].reason, "a slip");
}

TEST_F(ReviewProgram, TellsWhatItDidAsJson) {
  const ProgramRun done =
      decide({"--explain", "translation", "--reason", "two spellings", "--json"});
  const auto review = parse_json(done.out);
  ASSERT_TRUE(review.has_value()) << done.out << done.err;
  EXPECT_EQ((*review)["before"].text(), "open");
  EXPECT_EQ((*review)["after"].text(), "explained translation");
  EXPECT_THAT((*review)["by"].text(), HasSubstr("@"));
}

TEST_F(ReviewProgram, NamesTheReviewerOfTheSurroundings) {
  program_.set("CLAIMTRAIL_REVIEWER", "night desk");
  ASSERT_EQ(decide({"--confirm"}).status, 0);
  EXPECT_EQ(world_.store().reviews_of("flag", SmallWorld::edit_flag)[0].by, "night desk");
}

TEST_F(ReviewProgram, SecondDecisionOfAKindIsAnsweredNo) {
  ASSERT_EQ(decide({"--confirm"}).status, 0);
  const ProgramRun again = decide({"--confirm"});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, HasSubstr("is confirmed already"));
}

TEST_F(ReviewProgram, UndoTakesTheLastOneBack) {
  EXPECT_EQ(decide({"--undo"}).status, 2);
  ASSERT_EQ(decide({"--suppress", "--until", "2026-03-01", "--reason", "later"}).status, 0);
  EXPECT_EQ(world_.store().flag(SmallWorld::edit_flag)->suppressed_until, "2026-03-01");
  ASSERT_EQ(decide({"--undo", "--reason", "now after all"}).status, 0);
  EXPECT_EQ(status(SmallWorld::edit_flag), FlagStatus::open);
  EXPECT_THAT(world_.store().reviews_of("flag", SmallWorld::edit_flag), SizeIs(2));
}

TEST_F(ReviewProgram, MergesClaimantsAndTakesItBack) {
  const std::string text = "Voss said it held. Mara Voss said it broke.";
  Claim few = SmallWorld::claim(text, {"few", "it held", "Voss", "said", Manner::indirect});
  Claim many = SmallWorld::claim(text, {"many", "it broke", "Mara Voss", "said", Manner::indirect});
  few.attribution[0].claimants[0].id = "voss";
  many.attribution[0].claimants[0].id = "mara";
  world_.add_report("voss", "Coast Journal", "Voss", "2025-04-27", text, {few, many});
  ASSERT_EQ(run({"--claimant", "voss", "--merge", "mara", "--by", "kim"}).status, 0);
  EXPECT_EQ(run({"--claimant", "voss", "--merge", "mara"}).status, 1);
  const auto names = [&] {
    return program_.run({"--db", world_.database(), "--json", "claimants"}).out;
  };
  EXPECT_THAT(names(), testing::Not(HasSubstr("\"voss\"")));
  EXPECT_THAT(names(), HasSubstr("\"aliases\":[\"Voss\"]"));
  const auto shown = program_.run({"--db", world_.database(), "show", "claimant", "voss"}).out;
  EXPECT_THAT(shown, HasSubstr("Mara Voss"));
  EXPECT_THAT(shown, HasSubstr("it held"));
  EXPECT_THAT(shown, HasSubstr("it broke"));
  const auto said = [&](const char* claimant) {
    return program_.run({"--db", world_.database(), "--json", "claims", "--claimant", claimant})
        .out;
  };
  for (const char* claimant : {"voss", "mara", "MARA V"}) {
    EXPECT_THAT(said(claimant), HasSubstr("\"id\":\"few\"")) << claimant;
    EXPECT_THAT(said(claimant), HasSubstr("\"id\":\"many\"")) << claimant;
  }
  ASSERT_EQ(run({"--claimant", "voss", "--undo"}).status, 0);
  EXPECT_THAT(said("mara"), testing::Not(HasSubstr("\"id\":\"few\"")));
  EXPECT_THAT(names(), HasSubstr("\"voss\""));
  EXPECT_EQ(run({"--claimant", "voss", "--apart", "mara"}).status, 2) << "needs a reason";
}

/// Questions that the program itself found in three reports, and what is decided about them.
class ReviewQuestionsProgram : public ReviewProgram {
 protected:
  ReviewQuestionsProgram() {
    const std::vector<std::pair<std::string, std::string>> told{
        {"north",
         "Sand for the dyke\nThe river crews lost 12 lorries in the northern basin on Friday, "
         "the harbour master said.\n"},
        {"south",
         "More sand for the dyke\nThe river crews lost 14 lorries in the northern basin on "
         "Friday, the harbour master said.\n"},
        {"west",
         "Still more sand for the dyke\nThe river crews lost 15 lorries in the northern "
         "basin on Friday, the harbour master said.\n"}};
    for (const auto& [name, text] : told) {
      const ProgramRun added =
          program_.run({"--db", database(), "add", "-", "--input", "text", "--outlet", name,
                        "--url", "https://" + name + ".example/sand", "--published", "2025-04-26"},
                       text);
      EXPECT_EQ(added.status, 0) << added.err;
    }
  }
  std::string database() { return (world_.directory() / "questions.db").string(); }
  ProgramRun ask(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--db", database(), "--json"});
    return program_.run(arguments);
  }
  /// The question about lorries; empty: there is none.
  std::string lorries() {
    std::istringstream lines(ask({"questions"}).out);
    for (std::string line; std::getline(lines, line);) {
      const auto question = parse_json(line);
      if (question && (*question)["dimension"].text() == "count") return (*question)["id"].text();
    }
    return {};
  }
  /// "CLAIM#FIGURE" of what answers a question, in the order shown.
  std::vector<std::string> readings(const std::string& question) {
    std::vector<std::string> found;
    const auto shown = parse_json(ask({"show", "question", question}).out);
    if (!shown) return found;
    for (const JsonValue& position : (*shown)["positions"].items()) {
      for (const JsonValue& entry : position["entries"].items()) {
        found.push_back(entry["claim"].text() + "#" + entry["figure"].text());
      }
    }
    return found;
  }
};

TEST_F(ReviewQuestionsProgram, AQuestionIsSplitAndTheSplitIsTakenBack) {
  const std::string question = lorries();
  ASSERT_FALSE(question.empty()) << ask({"questions"}).out;
  const std::vector<std::string> all = readings(question);
  ASSERT_THAT(all, SizeIs(3));
  const ProgramRun split = ask({"review", "--question", question, "--split", all[0], "--reason",
                                "another basin", "--by", "kim"});
  ASSERT_EQ(split.status, 0) << split.err;
  const std::string made = (*parse_json(split.out))["subject"].text();
  EXPECT_THAT(readings(made), testing::ElementsAre(all[0]));
  EXPECT_THAT(readings(question), SizeIs(2));
  ASSERT_EQ(ask({"review", "--question", made, "--undo"}).status, 0);
  EXPECT_THAT(readings(question), SizeIs(3));
}

TEST_F(ReviewQuestionsProgram, AReadingIsMovedAndAQuestionWordedAnew) {
  const std::string question = lorries();
  const std::vector<std::string> all = readings(question);
  ASSERT_THAT(all, SizeIs(3));
  ASSERT_EQ(
      ask({"review", "--reading", all[2], "--move", "none", "--reason", "no such lorries"}).status,
      0);
  EXPECT_THAT(readings(question), SizeIs(2));
  ASSERT_EQ(ask({"review", "--question", question, "--rename", "How many lorries sank?"}).status,
            0);
  EXPECT_THAT(ask({"show", "question", question}).out, HasSubstr("How many lorries sank?"));
}

TEST_F(ReviewProgram, WrongUsageDecidesNothing) {
  const std::vector<std::vector<std::string>> wrong{
      {"--flag", "flag-edit"},
      {"--flag", "flag-edit", "--dismiss"},
      {"--flag", "flag-edit", "--dismiss", "--confirm", "--reason", "both"},
      {"--flag", "flag-edit", "--accept"},
      {"--flag", "flag-edit", "--claimant", "voss", "--merge", "mara"},
      {"--claimant", "voss"},
      {"--claimant", "voss", "--merge", "mara", "--apart", "mara", "--reason", "x"},
      {"--claimant", "voss", "--confirm"},
      {"--merge", "mara"},
      {"--question", "dam-evacuated"},
      {"--question", "dam-evacuated", "--accept"},
      {"--question", "dam-evacuated", "--split", "hill-evacuated#0"},
      {"--question", "dam-evacuated", "--merge", "nothing"},
      {"--reading", "hill-evacuated#0", "--split", "hill-evacuated#0", "--reason", "x"},
      {"--reading", "hill-evacuated#9", "--move", "none", "--reason", "x"},
      {"--question", "dam-evacuated", "--reading", "hill-evacuated#0", "--apart", "x"},
      {"--questions", "--claims"},
      {"--claims", "--claimants"},
      {"--flag", "flag-edit", "--explain", "because", "--reason", "x"},
      {"--flag", "flag-edit", "--suppress", "--until", "soon", "--reason", "x"},
      {"--flag", "flag-edit", "--confirm", "--until", "2026-03-01"},
      {"--flag", "nothing", "--confirm"},
      {"--claim", "river-hold", "--dismiss", "--reason", "x"},
      {"--flag", "flag-edit", "--claim", "river-hold", "--accept"},
      {"--dismiss", "--reason", "what?"}};
  for (const auto& arguments : wrong) {
    const ProgramRun refused = run(arguments);
    EXPECT_EQ(refused.status, 2) << ::testing::PrintToString(arguments);
    EXPECT_THAT(refused.err, ::testing::Not(IsEmpty()));
  }
  EXPECT_THAT(world_.store().reviews_of("flag", SmallWorld::edit_flag), IsEmpty());
}

TEST_F(ReviewProgram, WalksWithoutATerminal) {
  const ProgramRun walked = run({"--by", "kim"}, "x\na slip\na\n\nq\n");
  EXPECT_EQ(walked.status, 0) << walked.err;
  EXPECT_THAT(walked.out, HasSubstr("Flag 1 of 2"));
  EXPECT_THAT(walked.out, HasSubstr("»2,500 people were evacuated by noon«"));
  EXPECT_THAT(walked.out, ::testing::Not(HasSubstr("\x1b")));
  EXPECT_EQ(status(SmallWorld::edit_flag), FlagStatus::dismissed);
  EXPECT_EQ(status(SmallWorld::figure_flag), FlagStatus::confirmed);
}

TEST_F(ReviewProgram, AnEndOfInputIsAnEnd) {
  EXPECT_EQ(run({}, "").status, 0);
  EXPECT_EQ(status(SmallWorld::edit_flag), FlagStatus::open);
}

// What a reviewer rejects no longer counts, at once: the flag that rested on it is settled anew.
TEST_F(ReviewProgram, RejectedClaimsSettleTheirFlags) {
  ASSERT_EQ(run({"--claim", "coast-evacuated", "--reject", "--reason", "a caption"}).status, 0);
  EXPECT_EQ(world_.store().claim("coast-evacuated")->review_state, "rejected");
  EXPECT_EQ(status(SmallWorld::figure_flag), FlagStatus::resolved);
}

}  // namespace
}  // namespace claimtrail
