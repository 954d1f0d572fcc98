#include "examples/kursk/newsstand/newsstand.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

#include <Poco/InflatingStream.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "examples/kursk/newsstand/negotiation.h"

namespace claimtrail::newsstand {
namespace {

namespace fs = std::filesystem;

struct Reply {
  int status = 0;
  std::map<std::string, std::string> headers;
  std::string body;
};

using Headers = std::map<std::string, std::string>;

Reply ask(const Newsstand& newsstand, const std::string& path, const Headers& headers = {},
          const std::string& method = "GET") {
  Poco::Net::HTTPClientSession session("127.0.0.1", newsstand.port());
  Poco::Net::HTTPRequest request(method, path, "HTTP/1.1");
  for (const auto& [name, value] : headers) request.set(name, value);
  session.sendRequest(request);
  Poco::Net::HTTPResponse response;
  std::istream& stream = session.receiveResponse(response);
  Reply reply;
  reply.status = response.getStatus();
  for (const auto& [name, value] : response) reply.headers[name] = value;
  reply.body.assign(std::istreambuf_iterator<char>(stream), {});
  return reply;
}

std::string contents(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// What stands in the text after `before`, up to `after`.
std::string text_between(const std::string& text, const std::string& before,
                         const std::string& after) {
  const std::size_t found = text.find(before);
  if (found == std::string::npos) return {};
  const std::size_t start = found + before.size();
  return text.substr(start, text.find(after, start) - start);
}

const fs::path source = CLAIMTRAIL_SOURCE_DIR;
const fs::path kursk = source / "examples/kursk/newsroom";

constexpr const char* edited_page = "/seorak-daily/2025/04/spy-agency-briefs-lawmakers.html";
constexpr const char* edited_feed = "/seorak-daily/nk.atom";
constexpr const char* corrected_page = "/vistula-observer/artykul/villages-told-to-leave.html";

class ANewsstand : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) /
              ("newsstand-" + std::to_string(getpid()) + "-" + test->name());
    fs::remove_all(folder_);
    write("first/a/page.html", "<p>{{BASE}}/a</p>");
    write("first/a/news.rss", "<rss/>");
    write("first/index.html", "home");
    write("first/photo.jpg", "{{BASE}}");
    write("first/.secret", "hidden");
    write("outside.txt", "outside");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const fs::path& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] NewsstandOptions options() const {
    NewsstandOptions options;
    options.newsroom = folder_;
    return options;
  }

  fs::path folder_;
};

TEST_F(ANewsstand, ServesPagesUnderItsOwnAddress) {
  const Newsstand newsstand(options());
  const Reply page = ask(newsstand, "/a/page.html");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.body, "<p>" + newsstand.base_url() + "/a</p>");
  EXPECT_EQ(page.headers.at("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(ask(newsstand, "/a/page?utm_source=rss").body, page.body);
  EXPECT_EQ(ask(newsstand, "/").body, "home");
  EXPECT_EQ(ask(newsstand, "/a/news.rss").headers.at("Content-Type"),
            "application/rss+xml; charset=utf-8");
  EXPECT_EQ(ask(newsstand, "/photo.jpg").body, "{{BASE}}") << "only texts have placeholders";
}

TEST_F(ANewsstand, ServesNothingElse) {
  const Newsstand newsstand(options());
  for (const char* path : {"/b", "/.secret", "/../outside.txt", "/%2e%2e/outside.txt",
                           "/a/../../outside.txt", "/a/%00page.html", "/%zz", "/a"}) {
    EXPECT_EQ(ask(newsstand, path).status, 404) << path;
  }
  const Reply post = ask(newsstand, "/a/page.html", {}, "POST");
  EXPECT_EQ(post.status, 405);
  EXPECT_EQ(post.headers.at("Allow"), "GET, HEAD");
}

TEST_F(ANewsstand, AnswersHeadWithoutABody) {
  const Newsstand newsstand(options());
  const Reply head = ask(newsstand, "/a/page", {}, "HEAD");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, "");
  EXPECT_EQ(head.headers.at("ETag"), ask(newsstand, "/a/page").headers.at("ETag"));
}

TEST_F(ANewsstand, AnswersNotModifiedWhileAValidatorHolds) {
  const Newsstand newsstand(options());
  const Headers fresh = ask(newsstand, "/a/page").headers;
  const std::string tag = fresh.at("ETag");
  const std::string date = fresh.at("Last-Modified");

  const Reply unchanged = ask(newsstand, "/a/page", {{"If-None-Match", tag}});
  EXPECT_EQ(unchanged.status, 304);
  EXPECT_EQ(unchanged.body, "");
  EXPECT_EQ(unchanged.headers.at("ETag"), tag);
  EXPECT_EQ(ask(newsstand, "/a/page", {{"If-None-Match", "\"x\", W/" + tag}}).status, 304);
  EXPECT_EQ(ask(newsstand, "/a/page", {{"If-None-Match", "*"}}).status, 304);
  EXPECT_EQ(ask(newsstand, "/a/page", {{"If-Modified-Since", date}}).status, 304);

  EXPECT_EQ(ask(newsstand, "/a/page", {{"If-None-Match", "\"x\""}}).status, 200);
  EXPECT_EQ(
      ask(newsstand, "/a/page", {{"If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"}}).status,
      200);
  EXPECT_EQ(ask(newsstand, "/a/page", {{"If-Modified-Since", "yesterday"}}).status, 200);
  EXPECT_EQ(
      ask(newsstand, "/a/page", {{"If-None-Match", "\"x\""}, {"If-Modified-Since", date}}).status,
      200)
      << "the entity tag goes before the date";
}

TEST_F(ANewsstand, CompressesOnlyWhereThatIsPermitted) {
  const Newsstand newsstand(options());
  const Reply plain = ask(newsstand, "/a/page");
  EXPECT_EQ(plain.headers.count("Content-Encoding"), 0U);
  EXPECT_EQ(plain.headers.at("Vary"), "Accept-Encoding");

  const Reply zipped = ask(newsstand, "/a/page", {{"Accept-Encoding", "br, gzip"}});
  EXPECT_EQ(zipped.headers.at("Content-Encoding"), "gzip");
  EXPECT_NE(zipped.headers.at("ETag"), plain.headers.at("ETag"));
  std::istringstream stream(zipped.body);
  Poco::InflatingInputStream inflater(stream, Poco::InflatingStreamBuf::STREAM_GZIP);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(inflater), {}), plain.body);

  const Headers again{{"Accept-Encoding", "gzip"}, {"If-None-Match", zipped.headers.at("ETag")}};
  EXPECT_EQ(ask(newsstand, "/a/page", again).status, 304);
  EXPECT_EQ(
      ask(newsstand, "/photo.jpg", {{"Accept-Encoding", "gzip"}}).headers.count("Content-Encoding"),
      0U);
}

TEST_F(ANewsstand, SwapsTheEditionAtRunTime) {
  write("second/a/page.html", "changed");
  fs::last_write_time(folder_ / "second/a/page.html",
                      fs::last_write_time(folder_ / "first/a/page.html") - std::chrono::hours(1));
  Newsstand newsstand(options());
  const Headers page = ask(newsstand, "/a/page").headers;
  const Headers feed = ask(newsstand, "/a/news.rss").headers;

  newsstand.show(Edition::second);
  EXPECT_EQ(ask(newsstand, "/a/page", {{"If-None-Match", page.at("ETag")}}).body, "changed");
  EXPECT_EQ(ask(newsstand, "/a/page", {{"If-Modified-Since", page.at("Last-Modified")}}).body,
            "changed")
      << "younger than the page it replaces, though its file is older";
  EXPECT_EQ(ask(newsstand, "/a/news.rss", {{"If-None-Match", feed.at("ETag")}}).status, 304);

  newsstand.show(Edition::first);
  EXPECT_EQ(ask(newsstand, "/a/page").headers.at("ETag"), page.at("ETag"));
}

TEST_F(ANewsstand, TakesTheEditionFromAFile) {
  write("second/a/page.html", "changed");
  NewsstandOptions with_file = options();
  with_file.edition_file = folder_ / "edition";
  const Newsstand newsstand(with_file);
  const std::string before = ask(newsstand, "/a/page").body;
  EXPECT_NE(before, "changed") << "no file: the first edition";
  write("edition", "second\n");
  EXPECT_EQ(ask(newsstand, "/a/page").body, "changed");
  write("edition", "third\n");
  EXPECT_EQ(ask(newsstand, "/a/page").body, "changed") << "an unknown word changes nothing";
  write("edition", "first\n");
  EXPECT_EQ(ask(newsstand, "/a/page").body, before);
}

TEST_F(ANewsstand, RecordsEveryRequest) {
  NewsstandOptions with_log = options();
  with_log.access_log = folder_ / "access.log";
  const Newsstand newsstand(with_log);
  const std::string tag = ask(newsstand, "/a/page?x=1").headers.at("ETag");
  ask(newsstand, "/a/page", {{"If-None-Match", tag}});
  ask(newsstand, "/b");
  EXPECT_EQ(newsstand.count(304), 1U);
  EXPECT_EQ(newsstand.accesses().size(), 3U);
  EXPECT_EQ(contents(folder_ / "access.log"), "GET /a/page?x=1 200\nGET /a/page 304\nGET /b 404\n");
}

TEST_F(ANewsstand, RefusesAFolderWithoutAFirstEdition) {
  NewsstandOptions wrong = options();
  wrong.newsroom = folder_ / "first";
  EXPECT_THROW(Newsstand{wrong}, std::runtime_error);
}

TEST(Negotiation, ReadsAcceptEncoding) {
  for (const char* header : {"gzip", "deflate, GZIP;q=0.5", "*", "br;q=1, *;q=0.1"}) {
    EXPECT_TRUE(accepts_gzip(header)) << header;
  }
  for (const char* header : {"", "identity", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "xgzip"}) {
    EXPECT_FALSE(accepts_gzip(header)) << header;
  }
}

TEST(Negotiation, ReadsBackTheDatesItWrites) {
  const auto time = std::chrono::sys_seconds(std::chrono::seconds(1745674800));
  EXPECT_EQ(http_date(time), "Sat, 26 Apr 2025 13:40:00 GMT");
  EXPECT_EQ(read_http_date(http_date(time)), time);
  for (const char* text : {"", "Sat, 26 Apr 2025 13:40:00", "Sun, 26 Apr 2025 13:40:00 GMT",
                           "Sat, 26 Apr 2025 13:40:00 GMT+1", "Wed, 31 Feb 2025 13:40:00 GMT"}) {
    EXPECT_EQ(read_http_date(text), std::nullopt) << text;
  }
}

// The stories of the example, as STORIES.md describes them.

TEST(KurskNewsroom, EveryReportIsInAFeedAndAtItsCanonicalAddress) {
  NewsstandOptions options;
  options.newsroom = kursk;
  const Newsstand newsstand(options);
  std::string feeds;
  std::vector<std::string> reports;
  for (const auto& entry : fs::recursive_directory_iterator(kursk / "first")) {
    const std::string path = "/" + fs::relative(entry.path(), kursk / "first").string();
    const std::string suffix = entry.path().extension().string();
    if (suffix == ".html") reports.push_back(path);
    if (suffix == ".rss" || suffix == ".atom") feeds += ask(newsstand, path).body;
  }
  EXPECT_EQ(reports.size(), 12U);
  for (const std::string& path : reports) {
    const Reply page = ask(newsstand, path);
    EXPECT_EQ(page.body.find("{{"), std::string::npos) << path;
    EXPECT_NE(feeds.find(fs::path(path).stem().string()), std::string::npos) << path;
    const std::string address = text_between(page.body, "rel=\"canonical\" href=\"", "\"");
    ASSERT_TRUE(address.starts_with(newsstand.base_url())) << path;
    EXPECT_EQ(ask(newsstand, address.substr(newsstand.base_url().size())).body, page.body);
  }
}

TEST(KurskNewsroom, TheSecondEditionChangesTwoReports) {
  NewsstandOptions options;
  options.newsroom = kursk;
  Newsstand newsstand(options);
  const std::string page = ask(newsstand, edited_page).body;
  const std::string feed = ask(newsstand, edited_feed).body;
  EXPECT_NE(page.find("About 600 North Korean soldiers"), std::string::npos);

  newsstand.show(Edition::second);
  const std::string edited = ask(newsstand, edited_page).body;
  EXPECT_NE(edited.find("About 1,000 North Korean soldiers"), std::string::npos);
  EXPECT_EQ(edited.find("orrection"), std::string::npos) << "silently";
  EXPECT_EQ(ask(newsstand, edited_feed).body, feed);
  EXPECT_NE(ask(newsstand, corrected_page).body.find("Correction, 3 May 2025"), std::string::npos);
}

TEST(KurskNewsroom, TheTwinIsTheSameAsAPageAndAsText) {
  NewsstandOptions options;
  options.newsroom = kursk;
  const Newsstand newsstand(options);
  const std::string page = ask(newsstand, "/marmara-dispatch/2025/04/26/kursk-wholly-cleared").body;
  std::istringstream twin(contents(source / "tests/corpus/kursk-twin.txt"));
  for (std::string line; std::getline(twin, line);) {
    if (line != "-") {
      EXPECT_NE(page.find(">" + line + "<"), std::string::npos) << line;
    }
  }
}

}  // namespace
}  // namespace claimtrail::newsstand
