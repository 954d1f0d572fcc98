#include <atomic>
#include <thread>

#include "tests/sources/http/client_fixture.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

ServedReply text_reply(std::string body) {
  ServedReply reply;
  reply.body = std::move(body);
  return reply;
}

ServedReply redirect_reply(int status, const std::string& location) {
  ServedReply reply;
  reply.status = status;
  reply.headers = {{"Location", location}};
  return reply;
}

TEST(CurlClient, BringsTheBodyAndWhatWasSaidOfIt) {
  HttpServer server;
  ServedReply reply = text_reply("<p>Hello</p>");
  reply.headers = {{"Content-Type", "text/html; charset=windows-1252"},
                   {"ETag", "W/\"a b\""},
                   {"LAST-MODIFIED", "Sat, 26 Apr 2025 08:30:00 GMT"},
                   {"X-Other", "1"}};
  server.on("/page", reply);
  const auto response = fetch_url(server.url("/page?a=1"));
  ASSERT_EQ(outcome(response), "ok 200");
  EXPECT_EQ(response->body, "<p>Hello</p>");
  EXPECT_EQ(response->content_type, "text/html; charset=windows-1252");
  EXPECT_EQ(response->etag, "W/\"a b\"");
  EXPECT_EQ(response->last_modified, "Sat, 26 Apr 2025 08:30:00 GMT");
  EXPECT_EQ(response->url, server.url("/page?a=1"));
  EXPECT_THAT(response->headers, testing::StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(response->headers, HasSubstr("\r\nX-Other: 1"));
  EXPECT_THAT(response->headers, Not(testing::EndsWith("\r\n")));
  EXPECT_TRUE(response->redirects.empty());
  const ServedRequest request = server.requests().at(0);
  EXPECT_EQ(request.path, "/page?a=1");
  EXPECT_EQ(request.header("user-agent"), "claimtrail-test/1 (+mailto:desk@desk.example)");
  EXPECT_THAT(request.header("accept-encoding"), HasSubstr("gzip"));
  EXPECT_THAT(request.header("accept-encoding"), HasSubstr("br"));
  EXPECT_THAT(request.header("accept-encoding"), HasSubstr("zstd"));
  EXPECT_EQ(request.headers.count("if-none-match"), 0U);
  EXPECT_EQ(request.headers.count("authorization"), 0U);
}

TEST(CurlClient, EchoesBothValidatorsByteForByte) {
  HttpServer server;
  const std::string etag = "W/\"0815-gzip;odd, \\value\"";
  const std::string time = "Thu, 1 Jan 2041 00:00:00 +0000";
  server.on_validated("/feed", "body", etag, time);
  const auto first = fetch_url(server.url("/feed"));
  ASSERT_EQ(outcome(first), "ok 200");
  HttpRequest again;
  again.url = server.url("/feed");
  again.etag = first->etag;
  again.last_modified = first->last_modified;
  const auto second = fetch_one(loopback_options(), again);
  ASSERT_EQ(outcome(second), "ok 304");
  EXPECT_EQ(second->body, "");
  EXPECT_EQ(server.requests().at(1).header("if-none-match"), etag);
  EXPECT_EQ(server.requests().at(1).header("if-modified-since"), time);
}

TEST(CurlClient, NeverSendsAValidatorThatIsAHeaderOfItsOwn) {
  HttpServer server;
  server.on("/feed", text_reply("body"));
  HttpRequest request;
  request.url = server.url("/feed");
  request.etag = "\"a\"\r\nX-Injected: 1";
  ASSERT_EQ(outcome(fetch_one(loopback_options(), request)), "ok 200");
  EXPECT_EQ(server.requests().at(0).headers.count("x-injected"), 0U);
  EXPECT_EQ(server.requests().at(0).headers.count("if-none-match"), 0U);
}

// newsboat#2251: the headers of one hop are not those of the next.
TEST(CurlClient, FollowsRedirectsAndForgetsTheirHeaders) {
  HttpServer server;
  ServedReply first = redirect_reply(301, "/second?x=1");
  first.headers.emplace_back("ETag", "\"first\"");
  first.headers.emplace_back("Content-Type", "text/html; charset=koi8-r");
  first.headers.emplace_back("Retry-After", "100");
  first.body = "moved";
  server.on("/first", first);
  server.on("/second", redirect_reply(302, server.url("/third#part")));
  server.on("/third", text_reply("here"));
  const auto response = fetch_url(server.url("/first"));
  ASSERT_EQ(outcome(response), "ok 200");
  EXPECT_EQ(response->body, "here");
  EXPECT_EQ(response->url, server.url("/third"));
  EXPECT_EQ(response->etag, "");
  EXPECT_EQ(response->content_type, "");
  EXPECT_EQ(response->retry_after, "");
  EXPECT_THAT(response->headers, Not(HasSubstr("koi8")));
  ASSERT_EQ(response->redirects.size(), 2U);
  EXPECT_EQ(response->redirects[0].status, 301);
  EXPECT_EQ(response->redirects[0].location, server.url("/second?x=1"));
  EXPECT_EQ(response->redirects[1].status, 302);
  EXPECT_EQ(response->redirects[1].location, server.url("/third"));
}

TEST(CurlClient, EndsARedirectLoop) {
  HttpServer server;
  server.on("/loop", redirect_reply(302, "/loop"));
  HttpRequest request;
  request.url = server.url("/loop");
  request.limits.max_redirects = 3;
  const auto response = fetch_one(loopback_options(), request);
  EXPECT_EQ(outcome(response), "bad-redirect");
  EXPECT_EQ(response.error().message, "more than 3 redirects");
  EXPECT_EQ(server.requests().size(), 4U);
}

TEST(CurlClient, FollowsNoRedirectOutOfTheWeb) {
  HttpServer server;
  for (const char* location : {"file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/a",
                               "javascript:alert(1)", "http://"}) {
    server.on("/out", redirect_reply(302, location));
    const auto response = fetch_url(server.url("/out"));
    EXPECT_EQ(outcome(response), "bad-redirect") << location;
  }
}

TEST(CurlClient, ARedirectThatNamesNoPlaceIsAnAnswer) {
  HttpServer server;
  ServedReply reply = text_reply("choose");
  reply.status = 302;
  server.on("/nowhere", reply);
  EXPECT_EQ(outcome(fetch_url(server.url("/nowhere"))), "ok 302");
}

TEST(CurlClient, UnpacksGzip) {
  HttpServer server;
  ServedReply reply = text_reply(gzip(std::string(5'000, 'x')));
  reply.headers = {{"Content-Encoding", "gzip"}};
  server.on("/packed", reply);
  const auto response = fetch_url(server.url("/packed"));
  ASSERT_EQ(outcome(response), "ok 200");
  EXPECT_EQ(response->body, std::string(5'000, 'x'));
}

TEST(CurlClient, TakesChunks) {
  HttpServer server;
  ServedReply reply = text_reply(std::string(100'000, 'y'));
  reply.manner = ServedReply::Manner::chunked;
  server.on("/chunks", reply);
  const auto response = fetch_url(server.url("/chunks"));
  ASSERT_EQ(outcome(response), "ok 200");
  EXPECT_EQ(response->body.size(), 100'000U);
}

TEST(CurlClient, EveryStatusIsAnAnswer) {
  HttpServer server;
  for (const int status : {403, 404, 410, 429, 451, 500, 503}) {
    ServedReply reply = text_reply("why");
    reply.status = status;
    reply.headers = {{"Retry-After", "120"}};
    server.on("/status", reply);
    const auto response = fetch_url(server.url("/status"));
    ASSERT_EQ(outcome(response), "ok " + std::to_string(status));
    EXPECT_EQ(response->body, "why");
    EXPECT_EQ(response->retry_after, "120");
  }
}

TEST(CurlClient, SendsCredentialsToTheirHostOnlyAndShowsThemNowhere) {
  HttpServer first;
  HttpServer second;
  first.on("/a", redirect_reply(302, "/b"));
  first.on("/b",
           redirect_reply(302, "http://eve:pw@127.0.0.1:" + std::to_string(second.port()) + "/c"));
  second.on("/c", text_reply("end"));
  const auto response =
      fetch_url("http://kim:s%33cret@127.0.0.1:" + std::to_string(first.port()) + "/a");
  ASSERT_EQ(outcome(response), "ok 200");
  EXPECT_EQ(first.requests().at(0).header("authorization"), "Basic a2ltOnMzY3JldA==");
  EXPECT_EQ(first.requests().at(1).header("authorization"), "Basic a2ltOnMzY3JldA==");
  EXPECT_EQ(second.requests().at(0).header("authorization"), "");
  EXPECT_EQ(response->url, second.url("/c"));
  EXPECT_EQ(response->redirects.at(1).location, second.url("/c"));

  const auto refused =
      fetch_url("http://kim:s3cret@127.0.0.1:" + std::to_string(unused_port()) + "/a");
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(render(refused.error()), Not(HasSubstr("s3cret")));
  const auto unreadable = fetch_url("gopher://kim:s3cret@127.0.0.1/a");
  EXPECT_EQ(outcome(unreadable), "bad-url");
  EXPECT_THAT(render(unreadable.error()), Not(HasSubstr("s3cret")));
}

TEST(CurlClient, HoldsTheHostLimitAndTheDelay) {
  HttpServer server;
  ServedReply reply = text_reply("x");
  reply.delay = std::chrono::milliseconds{150};
  server.on("/slow", reply);
  HttpOptions options = loopback_options();
  options.jobs_per_host = 3;
  const auto client = make_curl_client(options);
  int done = 0;
  for (int i = 0; i < 12; ++i) {
    client->fetch({server.url("/slow?" + std::to_string(i)), "", "", "", {}},
                  [&](const Result<HttpResponse>& response) { done += response ? 1 : 0; });
  }
  client->run({});
  EXPECT_EQ(done, 12);
  EXPECT_GE(server.most_at_once(), 2);
  EXPECT_LE(server.most_at_once(), 3);

  options.per_host_delay_ms = 150;
  const auto polite = make_curl_client(options);
  std::vector<std::chrono::steady_clock::time_point> answered;
  for (int i = 0; i < 3; ++i) {
    polite->fetch({server.url("/missing"), "", "", "", {}}, [&](const Result<HttpResponse>&) {
      answered.push_back(std::chrono::steady_clock::now());
    });
  }
  const auto start = std::chrono::steady_clock::now();
  polite->run({});
  EXPECT_GE(answered.at(2) - start, std::chrono::milliseconds{300});
}

TEST(CurlClient, AsksNoMoreOfAHostThatWantsAPause) {
  HttpServer busy;
  HttpServer other;
  ServedReply reply;
  reply.status = 429;
  busy.on("/a", reply);
  other.on("/b", text_reply("fine"));
  HttpOptions options = loopback_options();
  options.jobs_per_host = 1;
  const auto client = make_curl_client(options);
  std::vector<std::string> outcomes;
  const auto note = [&](const Result<HttpResponse>& response) {
    outcomes.push_back(outcome(response));
  };
  client->fetch({busy.url("/a"), "", "", "", {}}, [&](const Result<HttpResponse>& response) {
    note(response);
    client->fetch({busy.url("/d"), "", "", "", {}}, note);
  });
  client->fetch({busy.url("/c"), "", "", "", {}}, note);
  client->run({});
  EXPECT_THAT(outcomes, ElementsAre("ok 429", "host-busy", "host-busy"));
  EXPECT_EQ(busy.requests().size(), 1U);
  outcomes.clear();
  client->fetch({other.url("/b"), "", "", "", {}}, note);
  client->fetch({busy.url("/c"), "", "", "", {}}, note);
  client->run({});
  EXPECT_THAT(outcomes, testing::UnorderedElementsAre("ok 200", "ok 404"))
      << "a new run asks again";
}

TEST(CurlClient, ADoneMayQueueMoreAndMayThrow) {
  HttpServer server;
  server.on("/a", text_reply("a"));
  server.on("/b", text_reply("b"));
  const auto client = make_curl_client(loopback_options());
  std::string read;
  client->fetch({server.url("/a"), "", "", "", {}}, [&](const Result<HttpResponse>& first) {
    read += first->body;
    client->fetch({server.url("/b"), "", "", "", {}},
                  [&](const Result<HttpResponse>& second) { read += second->body; });
  });
  client->run({});
  EXPECT_EQ(read, "ab");
  client->fetch({server.url("/a"), "", "", "", {}},
                [](const Result<HttpResponse>&) { throw std::runtime_error("disk full"); });
  EXPECT_THROW(client->run({}), std::runtime_error);
}

TEST(CurlClient, StopsSoon) {
  HttpServer server;
  ServedReply silent;
  silent.manner = ServedReply::Manner::silent;
  server.on("/silent", silent);
  HttpOptions options = loopback_options();
  options.jobs_per_host = 2;
  const auto client = make_curl_client(options);
  std::vector<std::string> outcomes;
  for (int i = 0; i < 5; ++i) {
    client->fetch(
        {server.url("/silent"), "", "", "", {}},
        [&](const Result<HttpResponse>& response) { outcomes.push_back(outcome(response)); });
  }
  std::stop_source stop;
  std::jthread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    stop.request_stop();
  });
  const auto start = std::chrono::steady_clock::now();
  client->run(stop.get_token());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{2});
  EXPECT_THAT(outcomes, testing::Each("stopped"));
  EXPECT_EQ(outcomes.size(), 5U);
}

}  // namespace
}  // namespace claimtrail
