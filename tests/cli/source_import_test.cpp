#include "cli/commands/opml_sources.h"
#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

const char* list() {
  return "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"
         "<opml version=\"1.1\"><head><title>Mine</title></head><body>\n"
         "<outline text=\"News\"><outline text=\"Europe\">\n"
         "<outline type=\"rss\" text=\"Herald: World\" xmlUrl=\"https://herald.example/world.rss\" "
         "htmlUrl=\"https://herald.example/\"/>\n"
         "<outline type=\"rss\" text=\"Herald: World\" xmlurl=\" "
         "https://tribune.example/rss?a=1&b=2 "
         "\"/>\n"
         "</outline></outline>\n"
         "<outline text=\"Caf\xE9\" xmlUrl=\"https://cafe.example/atom\"/>\n"
         "<outline text=\"\xD0\xBF\" xmlUrl=\"https://pravda.example/rss\"/>\n"
         "<outline text=\"Again\" xmlUrl=\"HTTPS://HERALD.example/world.rss\"/>\n"
         "<outline text=\"Mail\" xmlUrl=\"feed://odd.example/\"/>\n"
         "<outline text=\"A page\" type=\"link\" url=\"https://page.example/\"/>\n"
         "</body></opml>\n";
}

class SourceImportTest : public ProgramTest {
 protected:
  void SetUp() override { program.write("claimtrail.yaml", "desk: {name: A & \"B\"}\n"); }

  [[nodiscard]] std::vector<std::string> followed() const {
    std::vector<std::string> found;
    for (const auto& source : json_lines(program.run({"sources", "list", "--json"}))) {
      found.push_back(text_of(source, "id") + " " + text_of(source, "location"));
    }
    return found;
  }
};

TEST_F(SourceImportTest, FeedsOfAListAreFollowedAndDoublesTold) {
  program.write("my feeds.opml", list());
  const auto run = program.run({"sources", "import", "my feeds.opml", "--every", "30m"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(followed(),
            (std::vector<std::string>{"herald-world https://herald.example/world.rss",
                                      "herald-world-2 https://tribune.example/rss?a=1&b=2",
                                      "caf https://cafe.example/atom",
                                      "pravda-example-rss https://pravda.example/rss"}));
  EXPECT_NE(run.out.find("4 sources added in "), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("sources.d/my-feeds.yaml, 2 skipped"), std::string::npos) << run.out;
  EXPECT_NE(run.err.find("followed already, by the source 'herald-world'"), std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("skipped feed://odd.example/: it is no http or https address"),
            std::string::npos)
      << run.err;
  const auto sources = json_lines(program.run({"sources", "list", "--json"}));
  EXPECT_EQ(sources.at(0)["every_seconds"].GetInt(), 1'800);

  const auto again = program.run({"sources", "import", "my feeds.opml", "--json"});
  EXPECT_EQ(again.status, 0);
  const auto lines = json_lines(again);
  ASSERT_EQ(lines.size(), 6u);
  for (const auto& line : lines) {
    EXPECT_FALSE(line["added"].GetBool());
    EXPECT_FALSE(text_of(line, "reason").empty());
  }
  EXPECT_EQ(followed().size(), 4u);
  EXPECT_EQ(program.run({"sources", "disable", "caf"}).status, 0);
}

TEST_F(SourceImportTest, WhatIsNoListIsToldAndNothingIsWritten) {
  program.write("page.html", "<html><body>Hello</body></html>");
  program.write("empty.opml", "<opml version=\"2.0\"><body/></opml>");
  const auto page = program.run({"sources", "import", "page.html"});
  EXPECT_EQ(page.status, 2);
  EXPECT_NE(page.err.find("page.html: error: this is no OPML"), std::string::npos) << page.err;
  EXPECT_EQ(program.run({"sources", "import", "nowhere.opml"}).status, 2);
  const auto empty = program.run({"sources", "import", "empty.opml"});
  EXPECT_EQ(empty.status, 0);
  EXPECT_EQ(empty.out, "nothing to add, 0 skipped\n");
  EXPECT_FALSE(std::filesystem::exists(program.directory() / "sources.d"));
}

TEST_F(SourceImportTest, AListMadeOfSourcesGivesTheSameSourcesBack) {
  std::vector<SourceSettings> sources(5);
  sources[0].id = "Herald.world_1";
  sources[0].outlet = "The \"Herald\" & <co>";
  sources[0].location = "https://herald.example/world.rss?a=1&b=2";
  sources[0].schedule_text = "*/15 * * * *";
  sources[0].timezone = "Europe/Warsaw";
  sources[1].id = "plain";
  sources[1].location = "https://plain.example/rss";
  sources[1].every_ms = 1'800'000;
  sources[1].robots = RobotsPolicy::ignore;
  sources[1].enabled = false;
  sources[2].id = "front";
  sources[2].kind = SourceKind::page;
  sources[2].location = "https://front.example/";
  sources[3].id = "own";
  sources[3].kind = SourceKind::directory;
  sources[3].location = "/srv/clippings";
  sources[4].id = "control";
  sources[4].location = "https://control.example/rss";
  sources[4].outlet =
      "a\x01"
      "b";
  const std::string opml = sources_as_opml("A & \"B\"", sources);
  program.write("out.opml", opml);
  ASSERT_EQ(program.run({"sources", "import", "out.opml"}).status, 0);
  const auto lines = json_lines(program.run({"sources", "list", "--json"}));
  ASSERT_EQ(lines.size(), 4u) << "directories stay where they are";
  EXPECT_EQ(text_of(lines[0], "id"), "Herald.world_1");
  EXPECT_EQ(text_of(lines[0], "outlet"), sources[0].outlet);
  EXPECT_EQ(text_of(lines[0], "location"), sources[0].location);
  EXPECT_EQ(text_of(lines[0], "schedule"), "*/15 * * * *");
  EXPECT_EQ(text_of(lines[0], "timezone"), "Europe/Warsaw");
  EXPECT_EQ(lines[1]["every_seconds"].GetInt(), 1'800);
  EXPECT_EQ(text_of(lines[1], "robots"), "ignore");
  EXPECT_FALSE(lines[1]["enabled"].GetBool());
  EXPECT_EQ(text_of(lines[2], "kind"), "page");
  EXPECT_EQ(text_of(lines[3], "outlet"), "a b");
}

TEST(SourcesFromOpml, AForeignKindIsNoWayIntoTheConfig) {
  const auto sources = sources_from_opml(
      "<opml><body><outline xmlUrl='https://a.example/' claimtrail:kind='x: 1, feed'/>"
      "</body></opml>");
  ASSERT_TRUE(sources.has_value());
  EXPECT_TRUE(sources->empty());
}

TEST(SourcesFromOpml, DepthIsNoDanger) {
  const auto sources = sources_from_opml(list());
  ASSERT_TRUE(sources.has_value());
  ASSERT_EQ(sources->size(), 6u);
  EXPECT_EQ(sources->at(2).title, "Café");
  std::string deep = "<opml><body>";
  for (int i = 0; i < 200'000; ++i) deep += "<outline text='a'>";
  deep += "<outline xmlUrl='https://a.example/'>";
  const auto read = sources_from_opml(deep);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->size(), 1u);
}

}  // namespace
}  // namespace claimtrail
