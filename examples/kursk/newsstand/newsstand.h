#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "examples/kursk/newsstand/shelf.h"

namespace claimtrail::newsstand {

struct NewsstandOptions {
  std::filesystem::path newsroom;  ///< see Shelf
  Edition edition = Edition::first;
  /// A file that holds the word "first" or "second". Read at every request, so that replacing it
  /// swaps the edition at once. While it is absent or holds another word, the edition stays.
  std::optional<std::filesystem::path> edition_file;
  /// Emptied at the start; then one line a request: "GET /podil-chronicle/en/latest.atom 304".
  std::optional<std::filesystem::path> access_log;
  std::uint16_t port = 0;  ///< 0: any free one
};

/// One answered request. `path` is as the client sent it, query included.
struct Access {
  std::string method;
  std::string path;
  int status = 0;
};

/// A web server on the loopback address that plays several news outlets from a folder. It answers
/// GET and HEAD with a strong ETag and Last-Modified, 304 to conditional requests whose validators
/// still hold (If-None-Match goes before If-Modified-Since), and gzip where the client permits it.
///
/// Serves from construction to destruction on threads of its own. All members may be called from
/// any thread.
class Newsstand {
 public:
  /// Throws std::runtime_error when the newsroom has no first edition, or the port or the access
  /// log cannot be opened.
  explicit Newsstand(NewsstandOptions options);
  /// Drops connections under way.
  ~Newsstand();
  Newsstand(const Newsstand&) = delete;
  Newsstand& operator=(const Newsstand&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  /// "http://127.0.0.1:41234", what stands for `{{BASE}}` in the papers.
  [[nodiscard]] std::string base_url() const;

  /// Swaps the edition from the next request on. Without effect when there is an edition file that
  /// says otherwise.
  void show(Edition edition);

  /// Every request so far, oldest first. A request is recorded before its answer leaves, so a
  /// client that has its answer finds itself here.
  [[nodiscard]] std::vector<Access> accesses() const;
  /// How many requests were answered with this status.
  [[nodiscard]] std::size_t count(int status) const;

  class Server;

 private:
  std::unique_ptr<Server> server_;
};

}  // namespace claimtrail::newsstand
