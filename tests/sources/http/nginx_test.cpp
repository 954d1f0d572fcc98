#include "tests/support/nginx.h"

#include "tests/sources/http/client_fixture.h"

namespace claimtrail {
namespace {

using testing::HasSubstr;

std::string long_text() {
  std::string text;
  for (int i = 0; i < 3'000; ++i)
    text += "Paragraph " + std::to_string(i * 7919) + " of the page.\n";
  return text;
}

Result<HttpResponse> get(const HttpOptions& options, const std::string& url,
                         const std::string& etag = {}, const std::string& last_modified = {}) {
  HttpRequest request;
  request.url = url;
  request.etag = etag;
  request.last_modified = last_modified;
  return fetch_one(options, request);
}

// FreshRSS#6056: both validators go back byte for byte.
TEST(RealNginx, AnswersItsOwnValidatorsWithNotModified) {
  const Nginx nginx;
  nginx.write("feed.xml", long_text());
  const auto first = get(loopback_options(), nginx.url("/feed.xml"));
  ASSERT_EQ(outcome(first), "ok 200");
  EXPECT_EQ(first->body, long_text());
  EXPECT_THAT(first->headers, HasSubstr("Content-Encoding: gzip"));
  EXPECT_THAT(first->etag, HasSubstr("W/\"")) << "gzip makes it a weak one";
  ASSERT_NE(first->last_modified, "");
  EXPECT_EQ(outcome(get(loopback_options(), nginx.url("/feed.xml"), first->etag)), "ok 304");
  EXPECT_EQ(outcome(get(loopback_options(), nginx.url("/feed.xml"), "", first->last_modified)),
            "ok 304");
  EXPECT_EQ(
      outcome(get(loopback_options(), nginx.url("/feed.xml"), "\"other\"", first->last_modified)),
      "ok 200");
}

TEST(RealNginx, LimitsAndRedirectsAreWhatItSays) {
  const Nginx nginx(Nginx::Scheme::http,
                    "location /old { return 301 /feed.xml; }\n"
                    "location /busy { add_header Retry-After 120 always; return 503; }\n"
                    "location /loop { return 302 /loop; }\n");
  nginx.write("feed.xml", "<rss/>");
  const auto moved = get(loopback_options(), nginx.url("/old"));
  ASSERT_EQ(outcome(moved), "ok 200");
  ASSERT_EQ(moved->redirects.size(), 1U);
  EXPECT_EQ(moved->redirects[0].status, 301);
  const auto busy = get(loopback_options(), nginx.url("/busy"));
  ASSERT_EQ(outcome(busy), "ok 503");
  EXPECT_EQ(busy->retry_after, "120");
  EXPECT_EQ(outcome(get(loopback_options(), nginx.url("/loop"))), "bad-redirect");
}

TEST(RealNginx, SpeaksHttp2WhereItsCertificateIsTrusted) {
  const Nginx nginx(Nginx::Scheme::https);
  nginx.write("feed.xml", long_text());
  const auto untrusted = get(loopback_options(), nginx.url("/feed.xml"));
  EXPECT_EQ(outcome(untrusted), "tls");
  HttpOptions options = loopback_options();
  options.ca_file = nginx.certificate();
  const auto client = make_curl_client(options);
  int good = 0;
  for (int i = 0; i < 20; ++i) {
    HttpRequest request;
    request.url = nginx.url("/feed.xml?" + std::to_string(i));
    client->fetch(request, [&](const Result<HttpResponse>& result) {
      good += result && result->status == 200 && result->body == long_text() ? 1 : 0;
    });
  }
  client->run({});
  EXPECT_EQ(good, 20);
  EXPECT_THAT(nginx.log(), HasSubstr("HTTP/2.0 200 /feed.xml?0"));
  EXPECT_EQ(nginx.log().find("HTTP/1.1"), std::string::npos);
}

}  // namespace
}  // namespace claimtrail
