// `report` and `verify FILE` as people run them: the real binary on the small world's database.
#include <filesystem>

#include <gmock/gmock.h>

#include "core/model/digest.h"

#include "cli/provenance/json_value.h"
#include "tests/cli/provenance/small_world.h"
#include "tests/support/program.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class ReportProgram : public ::testing::Test {
 protected:
  ReportProgram() { program_.set("CLAIMTRAIL_NOW", "2025-04-28T09:00:00Z"); }

  ProgramRun run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--db", world_.database()});
    return program_.run(arguments);
  }

  SmallWorld world_;
  Program program_{CLAIMTRAIL_PROGRAM};
};

TEST_F(ReportProgram, WritesEveryForm) {
  const ProgramRun page = run({"report"});
  EXPECT_EQ(page.status, 0) << page.err;
  EXPECT_THAT(page.out, StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(run({"report", "--format", "md"}).out, StartsWith("# "));
  EXPECT_THAT(run({"report", "--format", "csv"}).out, StartsWith("question,ask,claimant,"));
  const auto data = parse_json(run({"report", "--format", "json"}).out);
  ASSERT_TRUE(data.has_value());
  EXPECT_EQ((*data)["schema"].text(), "claimtrail-provenance/1");
  EXPECT_THAT((*data)["rules_sha256"].text(), ::testing::SizeIs(64));
}

TEST_F(ReportProgram, WritesAFileWholeAndInSilence) {
  const ProgramRun made = run({"report", "-o", "out.md"});
  EXPECT_EQ(made.status, 0);
  EXPECT_THAT(made.out + made.err, IsEmpty());
  EXPECT_THAT(program_.read("out.md"), StartsWith("# "));
  for (const auto& entry : std::filesystem::directory_iterator(program_.directory())) {
    EXPECT_THAT(entry.path().string(), ::testing::Not(HasSubstr(".part")));
  }
  EXPECT_EQ(run({"report", "-o", "missing/out.html"}).status, 4);
  EXPECT_EQ(run({"report", "-o", "."}).status, 2);
}

TEST_F(ReportProgram, SameInputSameBytes) {
  const std::string first = run({"report"}).out;
  EXPECT_EQ(sha256(first), sha256(run({"report"}).out));
}

TEST_F(ReportProgram, WrongNamesAreAnswered) {
  const ProgramRun question = run({"report", "--question", "dam-evacuatd"});
  EXPECT_EQ(question.status, 2);
  EXPECT_THAT(question.err, HasSubstr("dam-evacuated"));
  EXPECT_THAT(question.out, IsEmpty());
  EXPECT_EQ(run({"report", "--report", "nowhere"}).status, 2);
  EXPECT_EQ(run({"report", "--format", "pdf"}).status, 2);
  EXPECT_EQ(run({"report", "--since", "yesterday-ish"}).status, 2);
}

TEST_F(ReportProgram, FiltersNarrow) {
  const std::string one = run({"report", "--question", "q-cracked", "--format", "csv"}).out;
  EXPECT_THAT(one, HasSubstr("coast-denied"));
  EXPECT_THAT(one, ::testing::Not(HasSubstr("hill-evacuated")));
}

TEST_F(ReportProgram, VerifyChecksWhatWasWritten) {
  for (const char* name : {"report.html", "report.json"}) {
    ASSERT_EQ(run({"report", "-o", name}).status, 0);
    EXPECT_EQ(run({"verify", name}).status, 0) << name;
    std::string forged = program_.read(name);
    forged[forged.find("2,500 people were")] = '3';
    program_.write(name, forged);
    const ProgramRun verified = run({"verify", name});
    EXPECT_EQ(verified.status, 1) << name;
    EXPECT_THAT(verified.err, HasSubstr("hashes to"));
  }
  program_.write("no.html", "<p>");
  EXPECT_EQ(run({"verify", "no.html"}).status, 2);
}

}  // namespace
}  // namespace claimtrail
