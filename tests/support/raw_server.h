#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace claimtrail {

/// One connection of a raw server, after its request was read.
class RawConnection {
 public:
  explicit RawConnection(int socket) : socket_(socket) {}
  /// False when the client hung up, or the server is about to stop.
  [[nodiscard]] bool send(std::string_view bytes) const;
  /// Ends the connection with a reset instead of a goodbye.
  void reset() const;

 private:
  int socket_;
};

/// A server on loopback that speaks no HTTP of its own: what a test writes is what the client gets.
/// Each connection has its thread; all end with the server, within a second.
class RawServer {
 public:
  explicit RawServer(std::function<void(const RawConnection&)> answer);
  ~RawServer();
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  [[nodiscard]] std::string url(const std::string& path) const;
  [[nodiscard]] int port() const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace claimtrail
