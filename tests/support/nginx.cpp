#include "tests/support/nginx.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/http_server.h"

extern char** environ;

namespace claimtrail {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool answers(int port) {
  const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  const bool connected = connect(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  close(probe);
  return connected;
}

int spawn(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  const int wrong =
      posix_spawnp(&process, arguments[0], &quiet, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&quiet);
  if (wrong != 0) throw std::runtime_error("cannot start " + command[0]);
  return process;
}

void make_certificate(const std::filesystem::path& directory) {
  const int process =
      spawn({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
             "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
             "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", directory / "key.pem", "-out",
             directory / "cert.pem"});
  int status = 0;
  waitpid(process, &status, 0);
  if (status != 0) throw std::runtime_error("openssl made no certificate");
}

}  // namespace

Nginx::Nginx(Scheme scheme, const std::string& server) : scheme_(scheme) {
  std::string name = (std::filesystem::temp_directory_path() / "claimtrail-nginx-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no directory for nginx");
  directory_ = name;
  std::filesystem::permissions(directory_, std::filesystem::perms(0755));
  std::filesystem::create_directories(directory_ / "root");
  if (scheme == Scheme::https) make_certificate(directory_);
  // Another program may take the port between choosing and binding it.
  for (int attempt = 0; attempt < 5; ++attempt) {
    if (start(server)) return;
  }
  const std::string why = text_of(directory_ / "error.log");
  std::filesystem::remove_all(directory_);
  throw std::runtime_error("nginx does not come up: " + why);
}

bool Nginx::start(const std::string& server) {
  port_ = unused_port();
  const std::string at = directory_.string();
  const bool secure = scheme_ == Scheme::https;
  std::ofstream conf(directory_ / "nginx.conf");
  conf << "worker_processes 1; daemon off; pid " << at << "/pid; error_log " << at
       << "/error.log;\n"
       << (geteuid() == 0 ? "user root;\n" : "")
       << "events { worker_connections 1024; }\nhttp {\n"
          "  log_format asked '$server_protocol $status $request_uri'; access_log "
       << at << "/access.log asked;\n"
       << "  types { application/rss+xml xml; text/html html; text/plain txt; }\n";
  for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
    conf << "  " << kind << "_temp_path " << at << "/" << kind << ";\n";
  }
  conf << "  gzip on; gzip_types *; gzip_min_length 100; keepalive_requests 1000000;\n"
       << "  server { listen 127.0.0.1:" << port_ << (secure ? " ssl http2" : "") << "; root " << at
       << "/root;\n";
  if (secure) {
    conf << "    ssl_certificate " << at << "/cert.pem; ssl_certificate_key " << at
         << "/key.pem;\n";
  }
  conf << server << "\n  }\n}\n";
  conf.close();
  process_ = spawn({"nginx", "-e", at + "/error.log", "-c", at + "/nginx.conf"});
  for (int i = 0; i < 250; ++i) {
    if (waitpid(process_, nullptr, WNOHANG) == process_) {
      process_ = 0;
      return false;
    }
    if (answers(port_)) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
  stop();
  return false;
}

void Nginx::stop() {
  if (process_ == 0) return;
  kill(process_, SIGTERM);
  waitpid(process_, nullptr, 0);
  process_ = 0;
}

Nginx::~Nginx() {
  stop();
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

void Nginx::write(const std::string& name, const std::string& bytes) const {
  const std::filesystem::path path = directory_ / "root" / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string Nginx::url(const std::string& path) const {
  return (scheme_ == Scheme::https ? "https://127.0.0.1:" : "http://127.0.0.1:") +
         std::to_string(port_) + path;
}

std::string Nginx::log() const { return text_of(directory_ / "access.log"); }

}  // namespace claimtrail
