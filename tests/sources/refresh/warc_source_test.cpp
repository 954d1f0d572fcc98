#include <gmock/gmock.h>

#include "tests/sources/archive/warc_files.h"
#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class WarcSource : public WarcTest {
 protected:
  WarcSource() {
    SourceSettings crawl = feed_source("crawl", directory_.string());
    crawl.kind = SourceKind::warc;
    world_.plan.sources = {crawl};
    // The files of a test are older than any tick of the clock that could hide a second write.
    world_.clock.set(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) +
                     std::chrono::hours{1});
  }

  static std::string page(const std::string& body, const std::string& uri, const std::string& at) {
    WarcDraft record = draft(body, uri);
    record.date = parse_timestamp(at).value();
    return written(record);
  }
  static std::string revisit(const std::string& uri, const std::string& at, bool not_modified) {
    WarcDraft record = draft("", uri);
    record.type = WarcType::revisit;
    record.date = parse_timestamp(at).value();
    record.head = not_modified ? "HTTP/1.1 304 Not Modified\r\n\r\n" : "HTTP/1.1 200 OK\r\n\r\n";
    record.more = {
        {"WARC-Profile", not_modified
                             ? std::string(not_modified_profile)
                             : "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"}};
    return written(record);
  }
  [[nodiscard]] std::vector<std::string> captured() const {
    std::vector<std::string> list;
    for (const Capture& capture : world_.sink.captures) {
      list.push_back(format_timestamp(capture.fetched_at) + " " + capture.url + " " + capture.body);
    }
    return list;
  }

  RefreshWorld world_;
};

TEST_F(WarcSource, BringsPagesAsOfTheTimeTheyWereCaptured) {
  write("b.warc.gz", page("<p>b</p>", "http://a.example/b?utm_source=x", "2025-04-26T09:00:00Z"));
  write("a.WARC.GZ", page("<p>late</p>", "http://a.example/a", "2025-04-26T12:00:00Z") +
                         page("<p>early</p>", "http://a.example/a", "2025-04-26T08:00:00Z"));
  write("notes.txt", "no archive");
  world_.run();
  EXPECT_THAT(captured(), ElementsAre("2025-04-26T08:00:00Z http://a.example/a <p>early</p>",
                                      "2025-04-26T12:00:00Z http://a.example/a <p>late</p>",
                                      "2025-04-26T09:00:00Z http://a.example/b <p>b</p>"));
  EXPECT_EQ(world_.sink.captures[0].http_status, 200);
  EXPECT_EQ(world_.sink.captures[0].answered_by, "http://a.example/a");
  EXPECT_EQ(world_.sink.outcome("crawl").entries, 3);
  EXPECT_EQ(world_.sink.outcome("crawl").fetched, 3);
  EXPECT_THAT(world_.client.requests, IsEmpty()) << "an archive needs no network";
}

TEST_F(WarcSource, IsOneFileToo) {
  const std::string path =
      write("one.bin", page("<p>b</p>", "http://a.example/b", "2025-04-26T09:00:00Z"));
  write("two.warc", page("<p>c</p>", "http://a.example/c", "2025-04-26T09:00:00Z"));
  world_.plan.sources[0].location = path;
  world_.run();
  EXPECT_THAT(world_.sink.captured_urls(), ElementsAre("http://a.example/b"));
}

TEST_F(WarcSource, RevisitsAreVisitsAtTheirTime) {
  write("a.warc.gz", page("<p>a</p>", "http://a.example/a", "2025-04-26T08:00:00Z") +
                         revisit("http://a.example/a", "2025-04-27T08:00:00Z", true) +
                         revisit("http://a.example/a", "2025-04-28T08:00:00Z", false));
  world_.run();
  EXPECT_THAT(world_.sink.visited_as(),
              ElementsAre("http://a.example/a not_modified", "http://a.example/a unchanged"));
  EXPECT_EQ(format_timestamp(world_.sink.visits[0].at), "2025-04-27T08:00:00Z");
}

TEST_F(WarcSource, IsReadAgainOnlyWhenItGrew) {
  const std::string first = page("<p>a</p>", "http://a.example/a", "2025-04-26T08:00:00Z");
  write("a.warc.gz", first);
  world_.run();
  world_.run();
  EXPECT_EQ(world_.sink.captures.size(), 1U);
  EXPECT_EQ(world_.sink.outcome("crawl").not_modified, 1);
  write("a.warc.gz", first + page("<p>b</p>", "http://a.example/b", "2025-04-26T09:00:00Z"));
  world_.run();
  EXPECT_EQ(world_.sink.captures.size(), 3U) << "whoever stores them knows the first already";
}

TEST_F(WarcSource, WallsAndPagesBeyondTheLimitFailAlone) {
  world_.plan.sources[0].max_bytes = 100;
  world_.sink.refused["<p>Are you human?</p>"] = "wall";
  write("a.warc.gz",
        page("<p>Are you human?</p>", "http://a.example/a", "2025-04-26T08:00:00Z") +
            page(std::string(5'000'000, 'x'), "http://a.example/b", "2025-04-26T09:00:00Z") +
            page("<p>c</p>", "http://a.example/c", "2025-04-26T10:00:00Z"));
  world_.run();
  EXPECT_THAT(world_.sink.captured_urls(), ElementsAre("http://a.example/c"));
  EXPECT_THAT(world_.sink.visited_as(),
              ElementsAre("http://a.example/a bot_wall", "http://a.example/b error"));
  EXPECT_EQ(world_.sink.outcome("crawl").failed_pages, 2);
  EXPECT_THAT(world_.sink.outcome("crawl").reason, HasSubstr("http://a.example/a"));
}

TEST_F(WarcSource, WhatIsNoArchiveFailsWithoutHidingTheOthers) {
  write("a.warc", "no archive at all");
  write("b.warc.gz", page("<p>b</p>", "http://a.example/b", "2025-04-26T09:00:00Z"));
  world_.run();
  EXPECT_THAT(world_.sink.captured_urls(), ElementsAre("http://a.example/b"));
  EXPECT_EQ(world_.sink.outcome("crawl").failed_pages, 1);
  world_.plan.sources[0].location = (directory_ / "missing.warc").string();
  world_.run();
  EXPECT_TRUE(world_.sink.outcome("crawl").failed);
  EXPECT_EQ(world_.sink.outcome("crawl").reason, "the file is not there");
}

}  // namespace
}  // namespace claimtrail
