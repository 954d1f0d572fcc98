#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace claimtrail {

/// What the server was asked.
struct ServedRequest {
  std::string method;
  std::string path;                            ///< with its query
  std::map<std::string, std::string> headers;  ///< names in lower case

  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
  }
};

/// What it is to answer, misbehaviour included.
struct ServedReply {
  enum class Manner {
    whole,    ///< the body with its length
    chunked,  ///< the body in chunks
    cut,      ///< the body's length is announced, half of it is sent
    endless,  ///< the body over and over in chunks, until the client hangs up
    trickle,  ///< a byte of the body every 50 ms
    silent,   ///< nothing at all, until the client hangs up
  };
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  Manner manner = Manner::whole;
  std::chrono::milliseconds delay{0};  ///< before anything is sent
};

/// A web server on loopback at a port of its own, for tests. Handlers run on several threads. Stops
/// when destroyed, within a second even where a client never hangs up.
class HttpServer {
 public:
  using Handler = std::function<ServedReply(const ServedRequest&)>;

  explicit HttpServer(const std::string& address = "127.0.0.1");
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Answers for a path (without its query); anything else is 404.
  void on(const std::string& path, Handler handler);
  void on(const std::string& path, ServedReply reply);
  /// A body with an ETag or a Last-Modified, 304 to a request that sends it back. Empty ones are
  /// not sent.
  void on_validated(const std::string& path, const std::string& body, const std::string& etag,
                    const std::string& last_modified);

  [[nodiscard]] int port() const;
  [[nodiscard]] std::string url(const std::string& path) const;
  /// All so far, but those for a /robots.txt that nobody set.
  [[nodiscard]] std::vector<ServedRequest> requests() const;
  /// The largest number of requests that were under way at once.
  [[nodiscard]] int most_at_once() const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

/// A port on loopback that nothing listens on.
[[nodiscard]] int unused_port();

/// The bytes packed by gzip.
[[nodiscard]] std::string gzip(const std::string& bytes);

}  // namespace claimtrail
