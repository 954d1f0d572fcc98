#pragma once

#include <filesystem>
#include <string>

namespace claimtrail {

/// A real nginx of one worker in a directory of its own, on loopback at a port of its own; stopped
/// and removed at the end.
class Nginx {
 public:
  enum class Scheme { http, https };  ///< https: a certificate of its own, and HTTP/2

  /// `server` are more lines for its server block. Throws std::runtime_error with its error log
  /// when it does not come up.
  explicit Nginx(Scheme scheme = Scheme::http, const std::string& server = {});
  ~Nginx();
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  /// Writes a file below its root.
  void write(const std::string& name, const std::string& bytes) const;
  [[nodiscard]] std::string url(const std::string& path) const;
  /// What it was asked: "protocol status path" a line.
  [[nodiscard]] std::string log() const;
  /// The certificate to trust, for https.
  [[nodiscard]] std::string certificate() const { return directory_ / "cert.pem"; }

 private:
  [[nodiscard]] bool start(const std::string& server);
  void stop();

  Scheme scheme_;
  std::filesystem::path directory_;
  int port_ = 0;
  int process_ = 0;
};

}  // namespace claimtrail
