#include <stdexcept>

#include "tests/sources/http/client_fixture.h"

namespace claimtrail {
namespace {

using testing::HasSubstr;
using Manner = ServedReply::Manner;

HttpRequest request_for(const std::string& url) {
  HttpRequest request;
  request.url = url;
  request.limits.max_bytes = 200'000;
  request.limits.connect_timeout_ms = 500;
  request.limits.total_timeout_ms = 700;
  return request;
}

Result<HttpResponse> fetch(const HttpServer& server, const std::string& path) {
  return fetch_one(loopback_options(), request_for(server.url(path)));
}

TEST(HostileServer, SizeIsCountedOnWhatItUnpacksTo) {
  HttpServer server;
  ServedReply bomb;
  bomb.body = gzip(std::string(50'000'000, '\0'));
  ASSERT_LT(bomb.body.size(), 200'000U);
  bomb.headers = {{"Content-Encoding", "gzip"}};
  server.on("/bomb", bomb);
  const auto response = fetch(server, "/bomb");
  EXPECT_EQ(outcome(response), "too-large");
  EXPECT_THAT(response.error().message, HasSubstr("larger than 200000 bytes"));
}

TEST(HostileServer, ABombIsNoticedByItsRatioBelowTheLimit) {
  HttpServer server;
  ServedReply bomb;
  bomb.body = gzip(std::string(30'000'000, '\0'));
  bomb.headers = {{"Content-Encoding", "gzip"}};
  server.on("/bomb", bomb);
  HttpRequest request = request_for(server.url("/bomb"));
  request.limits.max_bytes = 100'000'000;
  request.limits.total_timeout_ms = 10'000;
  const auto response = fetch_one(loopback_options(), request);
  EXPECT_EQ(outcome(response), "too-large");
  EXPECT_THAT(response.error().message, HasSubstr("200 times"));
}

TEST(HostileServer, PackedTextOfAnOrdinaryRatioPasses) {
  std::string text;
  for (int i = 0; i < 60'000; ++i)
    text += "<p>Paragraph " + std::to_string(i * 7919) + " of the page.</p>\n";
  HttpServer server;
  ServedReply reply;
  reply.body = gzip(text);
  reply.headers = {{"Content-Encoding", "gzip"}};
  server.on("/text", reply);
  HttpRequest request = request_for(server.url("/text"));
  request.limits.max_bytes = 100'000'000;
  request.limits.total_timeout_ms = 10'000;
  const auto response = fetch_one(loopback_options(), request);
  ASSERT_EQ(outcome(response), "ok 200");
  EXPECT_EQ(response->body, text);
}

TEST(HostileServer, AnEndlessBodyEnds) {
  HttpServer server;
  ServedReply reply;
  reply.body = std::string(10'000, 'z');
  reply.manner = Manner::endless;
  server.on("/endless", reply);
  EXPECT_EQ(outcome(fetch(server, "/endless")), "too-large");
}

TEST(HostileServer, AnAnnouncedLengthBeyondTheLimitIsNotRead) {
  HttpServer server;
  ServedReply reply;
  reply.body = std::string(200'001, 'z');
  server.on("/long", reply);
  EXPECT_EQ(outcome(fetch(server, "/long")), "too-large");
  reply.body = std::string(200'000, 'z');
  server.on("/fits", reply);
  EXPECT_EQ(outcome(fetch(server, "/fits")), "ok 200");
}

TEST(HostileServer, ABodyCutOffIsNoBody) {
  HttpServer server;
  ServedReply reply;
  reply.body = std::string(20'000, 'z');
  reply.manner = Manner::cut;
  server.on("/cut", reply);
  EXPECT_EQ(outcome(fetch(server, "/cut")), "cut-off");
}

TEST(HostileServer, PackedRubbishIsNoBody) {
  HttpServer server;
  ServedReply reply;
  reply.body = "this is not gzip at all";
  reply.headers = {{"Content-Encoding", "gzip"}};
  server.on("/rubbish", reply);
  EXPECT_EQ(outcome(fetch(server, "/rubbish")), "bad-encoding");
}

TEST(HostileServer, SilenceEnds) {
  HttpServer server;
  ServedReply reply;
  reply.manner = Manner::silent;
  server.on("/silent", reply);
  const auto response = fetch(server, "/silent");
  EXPECT_EQ(outcome(response), "too-slow");
  EXPECT_EQ(response.error().message, "not finished within 0.7 s");
}

TEST(HostileServer, ATrickleEnds) {
  HttpServer server;
  ServedReply reply;
  reply.body = std::string(1'000, 'z');
  reply.manner = Manner::trickle;
  server.on("/trickle", reply);
  HttpRequest request = request_for(server.url("/trickle"));
  request.limits.total_timeout_ms = 20'000;
  request.limits.low_speed_bytes = 1'000;
  request.limits.low_speed_seconds = 1;
  const auto start = std::chrono::steady_clock::now();
  const auto response = fetch_one(loopback_options(), request);
  EXPECT_EQ(outcome(response), "too-slow");
  EXPECT_THAT(response.error().message, HasSubstr("fewer than 1000 bytes a second"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{8});
}

TEST(HostileServer, TimeIsCountedOverAllRedirects) {
  HttpServer server;
  server.on("/slow", [](const ServedRequest&) {
    ServedReply reply;
    reply.status = 302;
    reply.headers = {{"Location", "/slow"}};
    reply.delay = std::chrono::milliseconds{250};
    return reply;
  });
  EXPECT_EQ(outcome(fetch(server, "/slow")), "too-slow");
  EXPECT_LE(server.requests().size(), 4U);
}

TEST(HostileServer, LongHeadersEnd) {
  HttpServer server;
  ServedReply reply;
  for (int i = 0; i < 60; ++i) {
    reply.headers.emplace_back("X-" + std::to_string(i), std::string(8'000, 'h'));
  }
  server.on("/headers", reply);
  EXPECT_EQ(outcome(fetch(server, "/headers")), "protocol");
}

TEST(Unreachable, SaysWhatIsWrong) {
  const auto refused = fetch_url("http://127.0.0.1:" + std::to_string(unused_port()) + "/");
  EXPECT_EQ(outcome(refused), "connect");
  EXPECT_THAT(refused.error().message, HasSubstr("refused the connection"));
  const auto unknown = fetch_url("http://no-such-host.invalid/");
  EXPECT_EQ(outcome(unknown), "dns");
  EXPECT_EQ(unknown.error().message, "the name no-such-host.invalid cannot be resolved");
  EXPECT_EQ(unknown.error().file, "http://no-such-host.invalid/");
}

// audiobookshelf#2266, miniflux PR#3947: feeds of the own network, once somebody allows it.
TEST(AddressCheck, RefusesPrivateAddressesUnlessAllowed) {
  HttpServer server;
  server.on("/a", ServedReply{});
  HttpOptions options = loopback_options();
  options.allow_private_networks = false;
  const std::string port = ":" + std::to_string(server.port()) + "/a";
  for (const std::string& host :
       {std::string("127.0.0.1"), std::string("localhost"), std::string("0x7f.1"),
        std::string("2130706433"), std::string("[::ffff:127.0.0.1]"), std::string("[::1]"),
        std::string("0.0.0.0"), std::string("10.255.255.1"), std::string("169.254.169.254"),
        std::string("[64:ff9b::7f00:1]"), std::string("[fe80::1]"), std::string("224.0.0.1")}) {
    const auto response = fetch_one(options, request_for("http://" + host + port));
    EXPECT_EQ(outcome(response), "refused-address") << host;
  }
  EXPECT_TRUE(server.requests().empty());
  options.allowed_networks = {"127.0.0.1"};
  EXPECT_EQ(outcome(fetch_one(options, request_for(server.url("/a")))), "ok 200");
}

// stringer-rss PR#1548 (GHSA-496x-437q-h35q), fastladder#575
TEST(AddressCheck, IsMadeAtEveryHop) {
  HttpServer open("127.0.0.1");
  HttpServer secret("127.0.0.2");
  secret.on("/metadata", ServedReply{});
  ServedReply away;
  away.status = 302;
  away.headers = {{"Location", secret.url("/metadata")}};
  open.on("/a", away);
  HttpOptions options = loopback_options();
  options.allow_private_networks = false;
  options.allowed_networks = {"127.0.0.1/32"};
  const auto response = fetch_one(options, request_for(open.url("/a")));
  EXPECT_EQ(outcome(response), "refused-address");
  EXPECT_THAT(response.error().message, HasSubstr("127.0.0.2 (loopback)"));
  EXPECT_THAT(response.error().hint, HasSubstr("allow_private_networks"));
  EXPECT_TRUE(secret.requests().empty());
  options.allowed_networks = {"127.0.0.0/8"};
  EXPECT_EQ(outcome(fetch_one(options, request_for(open.url("/a")))), "ok 200");
  options.allowed_networks = {"127.0.0.0/8", "nonsense"};
  EXPECT_THROW(make_curl_client(options), std::invalid_argument);
}

TEST(Proxies, OfTheEnvironmentAreNotUsed) {
  HttpServer server;
  server.on("/a", ServedReply{});
  setenv("http_proxy", "http://127.0.0.1:9", 1);
  const auto response = fetch(server, "/a");
  unsetenv("http_proxy");
  EXPECT_EQ(outcome(response), "ok 200");
}

}  // namespace
}  // namespace claimtrail
