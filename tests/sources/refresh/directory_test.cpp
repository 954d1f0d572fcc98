#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "sources/directory_source.h"
#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A directory of its own, removed at the end; its files were written an hour ago.
class DirectoryTest : public testing::Test {
 protected:
  DirectoryTest() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    path_ = fs::path(testing::TempDir()) / (std::string("clippings-") + test->name());
    fs::remove_all(path_);
    fs::create_directories(path_);
    SourceSettings own = feed_source("own", path_.string());
    own.kind = SourceKind::directory;
    world_.plan.sources = {own};
    world_.clock.set(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  }
  ~DirectoryTest() override {
    std::error_code error;
    fs::permissions(path_, fs::perms::owner_all, error);
    fs::remove_all(path_, error);
  }
  void write(const std::string& name, const std::string& text,
             std::chrono::minutes ago = std::chrono::hours{1}) {
    std::ofstream(path_ / name, std::ios::binary) << text;
    fs::last_write_time(path_ / name, fs::file_time_type::clock::now() - ago);
  }

  fs::path path_;
  RefreshWorld world_;
};

TEST_F(DirectoryTest, BringsReportsByNameWithTheirKind) {
  write("b.TXT", "text");
  write("a.html", "<p>a</p>");
  write("c d.htm", "<p>c</p>");
  write("list.ndjson", "{\"text\":\"x\"}\n");
  write("notes.md", "no");
  write(".hidden.txt", "no");
  fs::create_directory(path_ / "sub.html");
  world_.run();
  std::vector<std::string> brought;
  for (const Capture& capture : world_.sink.captures) {
    brought.push_back(capture.answered_by + " " + capture.input);
  }
  EXPECT_THAT(brought,
              ElementsAre("a.html html", "b.TXT text", "c d.htm html", "list.ndjson ndjson"));
  const Capture& capture = world_.sink.captures[2];
  EXPECT_EQ(capture.url, "file://" + (path_ / "c%20d.htm").string());
  EXPECT_EQ(capture.body, "<p>c</p>");
  EXPECT_EQ(capture.http_status, 0);
  EXPECT_EQ(world_.sink.outcome("own").entries, 4);
  EXPECT_EQ(world_.sink.outcome("own").fetched, 4);
  EXPECT_EQ(world_.sink.states["own"].failures, 0);
  EXPECT_THAT(world_.client.requests, IsEmpty());
}

TEST_F(DirectoryTest, OnlyChangedFilesComeAgain) {
  write("a.txt", "one");
  write("b.txt", "two");
  world_.run();
  world_.run();
  EXPECT_EQ(world_.sink.captures.size(), 2U);
  EXPECT_EQ(world_.sink.outcome("own").not_modified, 2);
  write("a.txt", "One", std::chrono::minutes{30});
  write("c.txt", "new");
  world_.run();
  EXPECT_EQ(world_.sink.captures.size(), 4U);
  EXPECT_EQ(world_.sink.captures[2].body, "One");
}

TEST_F(DirectoryTest, AFileJustWrittenIsReadAgain) {
  write("a.txt", "one", std::chrono::minutes{0});
  world_.run();
  world_.run();
  EXPECT_EQ(world_.sink.captures.size(), 2U);
}

TEST_F(DirectoryTest, OneBadFileDoesNotStopTheOthers) {
  write("a.txt", std::string(500, 'a'));
  write("b.txt", "fine");
  write("c.txt", "refused");
  fs::create_symlink(path_ / "nowhere", path_ / "d.txt");
  world_.plan.sources[0].max_bytes = 100;
  world_.sink.refused = {{"refused", "no-article"}};
  world_.run();
  EXPECT_FALSE(world_.sink.outcome("own").failed);
  EXPECT_EQ(world_.sink.outcome("own").failed_pages, 2);
  EXPECT_THAT(world_.sink.outcome("own").reason, HasSubstr("a.txt: larger than 100 bytes"));
  EXPECT_EQ(world_.sink.captures.size(), 1U);
  world_.run();
  EXPECT_EQ(world_.sink.outcome("own").failed_pages, 2) << "what failed is tried again";
}

TEST_F(DirectoryTest, AMissingDirectoryFails) {
  world_.plan.sources[0].location = (path_ / "gone").string();
  world_.run();
  EXPECT_EQ(world_.sink.outcome("own").reason, "the directory is not there");
  EXPECT_EQ(world_.sink.states["own"].failures, 1);
  write("file.txt", "x");
  world_.plan.sources[0].location = (path_ / "file.txt").string();
  world_.run();
  EXPECT_EQ(world_.sink.outcome("own").reason, "this is no directory");
}

TEST_F(DirectoryTest, AnEmptyDirectoryIsFine) {
  world_.run();
  EXPECT_FALSE(world_.sink.outcome("own").failed);
  EXPECT_EQ(world_.sink.outcome("own").entries, 0);
}

TEST(ReadBytes, ReadsUpToTheLimit) {
  const std::string path = testing::TempDir() + "read-bytes.txt";
  std::ofstream(path, std::ios::binary) << std::string("a\0b", 3);
  EXPECT_EQ(read_bytes(path, 3).value(), std::string("a\0b", 3));
  EXPECT_EQ(read_bytes(path, 2).error().code, "too-large");
  EXPECT_EQ(read_bytes(path + ".none", 2).error().code, "no-file");
  fs::remove(path);
}

}  // namespace
}  // namespace claimtrail
