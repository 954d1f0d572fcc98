#include "sources/answer.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

AnswerMeaning meaning(int status, const std::string& headers = {}) {
  HttpResponse response;
  response.status = status;
  response.headers = headers;
  return meaning_of(response);
}

TEST(AnswerMeaning, SaysWhatAStatusMeans) {
  EXPECT_EQ(meaning(404).outcome, "not_found");
  EXPECT_EQ(meaning(410).outcome, "gone");
  EXPECT_EQ(meaning(451).outcome, "legal");
  EXPECT_EQ(meaning(403).outcome, "error");
  EXPECT_EQ(meaning(403).reason, "access denied (403)");
  EXPECT_EQ(meaning(418).reason, "an answer that brings no page (418)");
  EXPECT_EQ(meaning(204).outcome, "error");
  for (const int status : {408, 425, 429, 500, 502, 503, 504, 599}) {
    EXPECT_TRUE(meaning(status).may_come_right) << status;
  }
  for (const int status : {204, 400, 401, 403, 404, 410, 451}) {
    EXPECT_FALSE(meaning(status).may_come_right) << status;
  }
}

TEST(AnswerMeaning, TellsABotWallFromAnError) {
  const std::string wall =
      "HTTP/1.1 403 Forbidden\r\nCF-Mitigated: challenge\r\nServer: cloudflare";
  EXPECT_EQ(meaning(403, wall).outcome, "bot_wall");
  EXPECT_EQ(meaning(403, wall).reason, "a bot wall answered (403)");
  EXPECT_EQ(meaning(404, wall).outcome, "not_found");
  EXPECT_EQ(meaning(503, "HTTP/1.1 503 X\r\nSet-Cookie: __cf_bm=1").outcome, "bot_wall");
  EXPECT_EQ(meaning(403, "HTTP/1.1 403 X\r\nServer: cloudflare\r\ncf-ray: 1").outcome, "error")
      << "half of the web stands behind it";
}

TEST(PermanentTarget, FollowsTheUnbrokenBeginning) {
  const auto target = [](const std::string& url, std::vector<HttpRedirect> redirects) {
    HttpResponse response;
    response.redirects = std::move(redirects);
    return permanent_target(url, response);
  };
  EXPECT_EQ(target("http://a/", {}), "");
  EXPECT_EQ(target("http://a/", {{301, "https://a/"}}), "https://a/");
  EXPECT_EQ(target("http://a/", {{301, "https://a/"}, {308, "https://b/"}}), "https://b/");
  EXPECT_EQ(target("http://a/", {{301, "https://a/"}, {302, "https://b/"}}), "https://a/");
  EXPECT_EQ(target("http://a/", {{302, "https://a/"}, {301, "https://b/"}}), "");
  EXPECT_EQ(target("https://a/", {{301, "http://a/"}}), "");
  EXPECT_EQ(target("https://a/", {{301, "http://a/"}, {301, "https://b/"}}), "https://b/");
}

}  // namespace
}  // namespace claimtrail
