#include <cstdlib>

#include "sources/archive/warc_captures.h"
#include "tests/sources/archive/warc_files.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Interchange : public WarcTest {
 protected:
  int shell(const std::string& command) const {
    return std::system(("cd '" + directory_.string() + "' && " + command).c_str());
  }
  std::string content(const std::string& name) const {
    std::ifstream stream(directory_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
};

class WithWarcio : public Interchange {
 protected:
  void SetUp() override {
    const std::string home = CLAIMTRAIL_WARCIO_DIR;
    const std::string source = CLAIMTRAIL_SOURCE_DIR "/tests/sources/archive";
    const std::string command =
        "mkdir -p '" + home + "' && cp '" + source + "/package.json' '" + source +
        "/warcio_check.mjs' '" + home + "' && cd '" + home +
        "' && (test -d node_modules/warcio || flock . npm install --no-audit --no-fund --silent) "
        ">/dev/null 2>&1";
    if (shell(command) != 0) GTEST_SKIP() << "npm's warcio cannot be had here";
    script_ = "node '" + home + "/warcio_check.mjs' ";
  }
  std::string script_;
};

TEST_F(Interchange, WhatWgetArchivesIsRead) {
  HttpServer server;
  ServedReply page;
  page.headers = {{"Content-Type", "text/html"}};
  page.body = "<html><body><p>The dam holds.</p></body></html>";
  server.on("/plain.html", page);
  page.manner = ServedReply::Manner::chunked;
  server.on("/chunked.html", page);
  ASSERT_EQ(shell("wget -q --no-proxy --warc-file=crawl '" + server.url("/plain.html") + "' '" +
                  server.url("/chunked.html") + "'"),
            0);
  const std::string path = (directory_ / "crawl.warc.gz").string();
  const auto listing = list_captures(path);
  ASSERT_TRUE(listing);
  EXPECT_THAT(listing->problems, IsEmpty());
  ASSERT_THAT(listing->captures, SizeIs(2));
  auto pages = WarcPages::open(path).value();
  for (const WarcCapture& capture : listing->captures) {
    EXPECT_EQ(pages.read(capture)->body, page.body) << capture.url;
  }
  EXPECT_EQ(listing->captures[0].url, server.url("/plain.html"));
  EXPECT_THAT(pages.problems(), IsEmpty());
}

TEST_F(WithWarcio, WarcioReadsWhatWeWrite) {
  WarcDraft revisit = draft("");
  revisit.type = WarcType::revisit;
  revisit.head = "HTTP/1.1 304 Not Modified\r\n\r\n";
  revisit.more = {{"WARC-Profile", std::string(not_modified_profile)}};
  (void)write("ours.warc.gz", written(draft("<p>one</p>")) + written(revisit));
  ASSERT_EQ(shell(script_ + "check ours.warc.gz > out.json"), 0);
  EXPECT_THAT(content("out.json"),
              HasSubstr(R"({"type":"response","uri":"http://a.example/","payload":"sha256:)"));
  EXPECT_THAT(content("out.json"), HasSubstr(R"("status":200,"size":10})"));
  EXPECT_THAT(content("out.json"), HasSubstr(R"("type":"revisit")"));
}

TEST_F(WithWarcio, WeReadWhatWarcioWrites) {
  ASSERT_EQ(shell(script_ + "write theirs.warc.gz"), 0);
  const ReadBack back = read_file((directory_ / "theirs.warc.gz").string());
  EXPECT_THAT(back.problems, IsEmpty());
  ASSERT_THAT(back.records, SizeIs(2));
  EXPECT_EQ(back.records[0].digests, WarcRecord::Digests::hold);
  EXPECT_EQ(read_response(back.records[0].block)->body, "<p>from warcio</p>");
  EXPECT_EQ(back.records[1].type, WarcType::revisit);
}

}  // namespace
}  // namespace claimtrail
