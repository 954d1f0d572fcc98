#include <set>

#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using AddTest = ProgramTest;

TEST_F(AddTest, StoresAReportAndIsSilentWithoutATerminal) {
  program.write("dam.txt", dam_report());
  const auto run =
      program.run({"add", "--outlet", "Herald", "--published", "2025-03-12", "dam.txt"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "");
  const auto reports = json_lines(program.run({"reports", "--json"}));
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(text_of(reports[0], "id"), "dam");
  EXPECT_EQ(text_of(reports[0], "outlet"), "Herald");
  EXPECT_EQ(text_of(reports[0], "published"), "2025-03-12");
  EXPECT_EQ(reports[0]["revisions"].GetInt(), 1);
  EXPECT_GE(reports[0]["claims"].GetInt(), 4);
}

TEST_F(AddTest, AddingTheSameTwiceChangesNothing) {
  program.write("dam.txt", dam_report());
  ASSERT_EQ(program.run({"add", "dam.txt"}).status, 0);
  const auto before = program.run({"claims", "--json"}).lines().size();
  const auto again = program.run({"add", "--json", "dam.txt"});
  ASSERT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(json_lines(again).at(0)["unchanged"].GetInt(), 1);
  EXPECT_EQ(program.run({"claims", "--json"}).lines().size(), before);
}

TEST_F(AddTest, GivesTheClaimsThatExtractGives) {
  program.write("dam.txt", dam_report());
  const auto extracted = json_lines(program.run({"extract", "dam.txt"}));
  ASSERT_EQ(program.run({"add", "dam.txt"}).status, 0);
  const auto stored = json_lines(program.run({"claims", "--json"}));
  ASSERT_EQ(stored.size(), extracted.size());
  std::set<std::string> ids;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    ids.insert(text_of(stored[i], "id"));
    EXPECT_FALSE(text_of(stored[i], "id").empty());
    for (const char* key :
         {"exact", "prefix", "suffix", "block", "manner", "polarity", "claim_type", "extractor"}) {
      EXPECT_EQ(text_of(stored[i], key), text_of(extracted[i], key)) << key;
    }
    for (const char* key : {"start", "end", "content", "attribution", "as_of", "checkable"}) {
      EXPECT_TRUE(stored[i][key] == extracted[i][key]) << key << ' ' << text_of(stored[i], "exact");
    }
    EXPECT_EQ(stored[i]["figures"].Size(), extracted[i]["figures"].Size());
  }
  EXPECT_EQ(ids.size(), stored.size());
}

TEST_F(AddTest, ReadsNdjsonFromStandardInputAndKeepsGivenIds) {
  const auto run = program.run(
      {"add", "--input", "ndjson", "-"},
      "{\"id\":\"r1\",\"url\":\"https://a.example/1\",\"title\":\"Dam holds\",\"outlet\":\"A\","
      "\"published\":\"2025-03-12\",\"text\":\"Police said 12 people were hurt.\"}\n"
      "{\"text\":\"\"}\n"
      "{\"title\":\"no text\"}\n");
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err.find("standard input:3: error: the document has no \"text\""),
            std::string::npos)
      << run.err;
  const auto reports = json_lines(program.run({"reports", "--json"}));
  bool found = false;
  for (const auto& report : reports) {
    if (text_of(report, "id") != "r1") continue;
    found = true;
    EXPECT_EQ(text_of(report, "url"), "https://a.example/1");
    EXPECT_EQ(text_of(report, "title"), "Dam holds");
  }
  EXPECT_TRUE(found);
}

TEST_F(AddTest, AMissingFileFailsAndTheOthersAreStored) {
  program.write("dam.txt", dam_report());
  const auto run = program.run({"add", "missing.txt", "dam.txt"});
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err.find("missing.txt: error: No such file"), std::string::npos) << run.err;
  EXPECT_EQ(program.run({"reports", "--json"}).lines().size(), 1u);
}

TEST_F(AddTest, AFeedIsRefusedWithAdvice) {
  program.write("feed.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>");
  const auto run = program.run({"add", "feed.xml"});
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err.find("sources add"), std::string::npos) << run.err;
}

TEST_F(AddTest, WithoutAnInputIsWrongUsage) {
  const auto run = program.run({"add"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("FILE"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace claimtrail
