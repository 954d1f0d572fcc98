#include <cstdlib>

#include "tests/cli/program_test.h"
#include "tests/support/http_server.h"

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

// What another program archived, gzip taken over the wire included: pages become reports at the
// time they were archived, a copy of the same crawl brings nothing new.
TEST_F(ExportTest, ACrawlByWgetIsImportedOnceAndRefreshed) {
  HttpServer server;
  ServedReply page;
  page.headers = {{"Content-Type", "text/html"}};
  page.body =
      "<html><head><title>Dam above Wlen holds</title></head><body><article>"
      "<h1>Dam above Wlen holds</h1><p>At least 120 people were evacuated on Monday, Governor Ana "
      "Petrova said in a statement to the press after the night.</p><p>The river rose again after "
      "many days of heavy rain in the mountains, and the council ordered new checks of the wall "
      "that has stood there for ninety years.</p></article></body></html>";
  server.on("/dam.html", page);
  page.headers = {{"Content-Type", "image/png"}};
  server.on("/dam.png", page);
  const std::string crawl = (program.directory() / "crawl").string();
  ASSERT_EQ(std::system(("cd '" + program.directory().string() +
                         "' && wget -q --no-proxy --compression=gzip "
                         "--delete-after --warc-file='" +
                         crawl + "' '" + server.url("/dam.html") + "' '" + server.url("/dam.png") +
                         "' '" + server.url("/lost.html") + "' 2>/dev/null; test -s crawl.warc.gz")
                            .c_str()),
            0);
  const auto imported = program.run({"--json", "import", "crawl.warc.gz"});
  ASSERT_EQ(imported.status, 0) << imported.err;
  EXPECT_EQ(json_lines(imported).at(0)["added"].GetInt(), 1);
  EXPECT_EQ(json_lines(imported).at(0)["skipped"].GetInt(), 4)
      << "a picture, a 404, and the arguments and the log that wget adds";
  EXPECT_NE(program.run({"claims"}).out.find("120"), std::string::npos);

  program.write("claimtrail.yaml", "sources:\n  - {id: crawl, warc: crawl.warc.gz}\n");
  ASSERT_EQ(program.run({"refresh"}).status, 0);
  EXPECT_EQ(json_lines(program.run({"reports", "--json"})).size(), 1U);
  const auto again = program.run({"--json", "import", "crawl.warc.gz"});
  EXPECT_EQ(json_lines(again).at(0)["known"].GetInt(), 1);
}

TEST_F(ExportTest, WhatIsNoWarcFileIsSaid) {
  program.write("page.html", "<p>no archive</p>");
  const auto run = program.run({"import", "page.html"});
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err.find("page.html"), std::string::npos);
}

}  // namespace
}  // namespace claimtrail
