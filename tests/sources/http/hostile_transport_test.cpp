#include <fstream>
#include <thread>

#include <zstd.h>

#include "tests/sources/http/client_fixture.h"
#include "tests/support/raw_server.h"

namespace claimtrail {
namespace {

using testing::HasSubstr;

HttpRequest request_for(const std::string& url) {
  HttpRequest request;
  request.url = url;
  request.limits.max_bytes = 1'000'000;
  request.limits.connect_timeout_ms = 500;
  request.limits.total_timeout_ms = 1'500;
  return request;
}

Result<HttpResponse> fetch(const RawServer& server) {
  return fetch_one(loopback_options(), request_for(server.url("/")));
}

/// Memory of this process at its highest, in kB.
long highest_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
  }
  return 0;
}

void wait(int milliseconds) {
  std::this_thread::sleep_for(std::chrono::milliseconds{milliseconds});
}

TEST(HostileTransport, SlowHeadersEnd) {
  const RawServer server([](const RawConnection& connection) {
    const std::string headers = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-A: b\r\n\r\n";
    for (const char letter : headers) {
      if (!connection.send({&letter, 1})) return;
      wait(100);
    }
  });
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(outcome(fetch(server)), "too-slow");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{4});
}

TEST(HostileTransport, AHundredMegabytesOfHeadersEndInLittleMemory) {
  const long before = highest_memory();
  const RawServer lines([](const RawConnection& connection) {
    if (!connection.send("HTTP/1.1 200 OK\r\n")) return;
    const std::string line = "X-Filler: " + std::string(990, 'h') + "\r\n";
    for (int i = 0; i < 100'000; ++i) {
      if (!connection.send(line)) return;
    }
  });
  EXPECT_EQ(outcome(fetch(lines)), "protocol");
  const RawServer one_line([](const RawConnection& connection) {
    if (!connection.send("HTTP/1.1 200 OK\r\nX-Filler: ")) return;
    const std::string piece(100'000, 'h');
    for (int i = 0; i < 1'000; ++i) {
      if (!connection.send(piece)) return;
    }
  });
  const auto response = fetch(one_line);
  ASSERT_FALSE(response);
  EXPECT_THAT(render(response.error()), HasSubstr("error: "));
  EXPECT_LT(highest_memory() - before, 20'000);
}

TEST(HostileTransport, EndlessInterimAnswersEnd) {
  const RawServer server([](const RawConnection& connection) {
    while (connection.send("HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n")) {
    }
  });
  EXPECT_EQ(outcome(fetch(server)), "protocol");
}

TEST(HostileTransport, AResetInTheMiddleIsNoBody) {
  const RawServer server([](const RawConnection& connection) {
    (void)connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhalf of it");
    wait(50);
    connection.reset();
  });
  EXPECT_EQ(outcome(fetch(server)), "cut-off");
}

TEST(HostileTransport, AWrongLengthIsNoBody) {
  const RawServer more_announced([](const RawConnection& connection) {
    (void)connection.send(
        "HTTP/1.1 200 OK\r\nContent-Length: 50\r\nConnection: close\r\n\r\nshort");
  });
  EXPECT_EQ(outcome(fetch(more_announced)), "cut-off");
  const RawServer less_announced([](const RawConnection& connection) {
    (void)connection.send(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nlonger than it");
  });
  const auto response = fetch(less_announced);
  ASSERT_EQ(outcome(response), "ok 200");
  EXPECT_EQ(response->body, "longe") << "what lies behind the announced end is not part of it";
  for (const char* length : {"-5", "5, 6", "abc", "99999999999999999999999"}) {
    const RawServer nonsense([length](const RawConnection& connection) {
      (void)connection.send(std::string("HTTP/1.1 200 OK\r\nContent-Length: ") + length +
                            "\r\nConnection: close\r\n\r\nbody");
    });
    const auto read = fetch(nonsense);
    EXPECT_FALSE(read && read->body.size() > 4) << length;
  }
}

TEST(HostileTransport, ChunksThatLieAreNoBody) {
  for (const char* chunks : {"zz\r\nbody\r\n", "FFFFFFFFFFFFFFFFF\r\nbody\r\n", "4\r\nbody"}) {
    const RawServer server([chunks](const RawConnection& connection) {
      (void)connection.send(std::string("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                                        "Connection: close\r\n\r\n") +
                            chunks);
    });
    EXPECT_FALSE(fetch(server)) << chunks;
  }
}

TEST(HostileTransport, WhatIsNoHttpIsNoAnswer) {
  for (const char* words : {"SSH-2.0-OpenSSH_9.2\r\n", "\0\0\0\0", "200 OK\r\n\r\n"}) {
    const RawServer server(
        [words](const RawConnection& connection) { (void)connection.send(words); });
    EXPECT_FALSE(fetch(server)) << words;
  }
}

TEST(HostileTransport, BrotliAndZstandardAreUnpacked) {
  const std::string text = "Engineers say that the dam holds.";
  // RFC 7932: one uncompressed meta-block, then an empty last one.
  const auto head = static_cast<unsigned>(((text.size() - 1) << 4U) | (1U << 20U));
  std::string brotli;
  for (unsigned shift = 0; shift < 24; shift += 8) {
    brotli += static_cast<char>((head >> shift) & 0xFFU);
  }
  brotli += text + "\x03";
  std::string zstd(ZSTD_compressBound(text.size()), '\0');
  zstd.resize(ZSTD_compress(zstd.data(), zstd.size(), text.data(), text.size(), 3));
  for (const auto& [coding, body] : {std::pair{"br", brotli}, std::pair{"zstd", zstd}}) {
    const std::string packed = body;
    const RawServer server([coding = std::string(coding), packed](const RawConnection& connection) {
      (void)connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: " + coding +
                            "\r\nContent-Length: " + std::to_string(packed.size()) + "\r\n\r\n" +
                            packed);
    });
    const auto response = fetch(server);
    ASSERT_EQ(outcome(response), "ok 200") << coding;
    EXPECT_EQ(response->body, text) << coding;
  }
}

// newsboat PR#3428, miniflux/v2#2374: the limit is on what it unpacks to, whatever packed it.
TEST(HostileTransport, AZstandardBombIsNotUnpacked) {
  const std::string zeros(60'000'000, '\0');
  std::string zstd(ZSTD_compressBound(zeros.size()), '\0');
  zstd.resize(ZSTD_compress(zstd.data(), zstd.size(), zeros.data(), zeros.size(), 3));
  const RawServer server([&](const RawConnection& connection) {
    (void)connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: " +
                          std::to_string(zstd.size()) + "\r\n\r\n" + zstd);
  });
  EXPECT_EQ(outcome(fetch(server)), "too-large");
  HttpRequest request = request_for(server.url("/"));
  request.limits.max_bytes = 100'000'000;
  request.limits.max_ratio = 50;
  const auto by_ratio = fetch_one(loopback_options(), request);
  EXPECT_EQ(outcome(by_ratio), "too-large");
  EXPECT_THAT(by_ratio.error().message, HasSubstr("50 times"));
}

TEST(HostileTransport, OthersAreUnaffected) {
  const RawServer silent([](const RawConnection&) { wait(1'400); });
  const RawServer good([](const RawConnection& connection) {
    (void)connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\ngood");
  });
  const auto client = make_curl_client(loopback_options());
  std::vector<std::string> outcomes;
  const auto note = [&](const Result<HttpResponse>& result) {
    outcomes.push_back(outcome(result));
  };
  for (int i = 0; i < 8; ++i) client->fetch(request_for(silent.url("/")), note);
  client->fetch(request_for(good.url("/")), note);
  client->run({});
  ASSERT_EQ(outcomes.size(), 9U);
  EXPECT_EQ(outcomes[0], "ok 200") << "it did not wait for the silent ones";
}

TEST(Permit, IsAskedBeforeEveryHop) {
  HttpServer first;
  HttpServer second;
  ServedReply away;
  away.status = 302;
  away.headers = {{"Location", second.url("/b")}};
  first.on("/a", away);
  second.on("/b", ServedReply{200, {}, "end", ServedReply::Manner::whole, {}});
  HttpRequest request = request_for(first.url("/a"));
  std::vector<std::string> asked;
  request.permit = [&](const std::string& url) {
    asked.push_back(url);
    return url == second.url("/b") ? Permit::hand_back : Permit::go;
  };
  auto response = fetch_one(loopback_options(), request);
  ASSERT_EQ(outcome(response), "ok 302");
  EXPECT_EQ(response->handed_back_to, second.url("/b"));
  EXPECT_TRUE(second.requests().empty());
  EXPECT_THAT(asked, testing::ElementsAre(first.url("/a"), second.url("/b")));

  request.permit = {};
  request.url = response->handed_back_to;
  request.redirects = response->redirects;
  response = fetch_one(loopback_options(), request);
  ASSERT_EQ(outcome(response), "ok 200");
  EXPECT_EQ(response->redirects.size(), 1U) << "the way it came is kept";
  EXPECT_EQ(response->handed_back_to, "");
}

TEST(Permit, APauseCostsNoTurn) {
  HttpServer server;
  server.on("/", ServedReply{});
  HttpOptions options = loopback_options();
  options.per_host_delay_ms = 10'000;
  const auto client = make_curl_client(options);
  int busy = 0;
  for (int i = 0; i < 20; ++i) {
    HttpRequest request = request_for(server.url("/" + std::to_string(i)));
    request.permit = [](const std::string&) { return Permit::pause; };
    client->fetch(request, [&](const Result<HttpResponse>& result) {
      busy += outcome(result) == "host-busy" ? 1 : 0;
    });
  }
  const auto start = std::chrono::steady_clock::now();
  client->run({});
  EXPECT_EQ(busy, 20);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{2});
  EXPECT_TRUE(server.requests().empty());
}

// FreshRSS#6973, rssguard#1375: requests to one host are spaced, not only one at a time.
TEST(Politeness, AHostsOwnDelaySpacesItsRequests) {
  HttpServer slow;
  HttpServer other;
  slow.on("/", ServedReply{});
  other.on("/", ServedReply{});
  const auto client = make_curl_client(loopback_options());
  client->slow_down(slow.url("").substr(7), std::chrono::milliseconds{200});
  std::vector<std::chrono::steady_clock::time_point> slow_at;
  std::vector<std::chrono::steady_clock::time_point> other_at;
  const auto now = [] { return std::chrono::steady_clock::now(); };
  for (int i = 0; i < 4; ++i) {
    client->fetch(request_for(slow.url("/")),
                  [&](const Result<HttpResponse>&) { slow_at.push_back(now()); });
    client->fetch(request_for(other.url("/")),
                  [&](const Result<HttpResponse>&) { other_at.push_back(now()); });
  }
  const auto start = now();
  client->run({});
  EXPECT_GE(slow_at.at(3) - start, std::chrono::milliseconds{600});
  EXPECT_LT(other_at.at(3), slow_at.at(2)) << "the other host does not wait";
}

}  // namespace
}  // namespace claimtrail
