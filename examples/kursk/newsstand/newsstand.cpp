#include "examples/kursk/newsstand/newsstand.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <Poco/DeflatingStream.h>
#include <Poco/DigestEngine.h>
#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/SHA2Engine.h>
#include <Poco/ThreadPool.h>
#include <Poco/Timespan.h>

#include "examples/kursk/newsstand/negotiation.h"

namespace claimtrail::newsstand {
namespace {

using Poco::Net::HTTPRequest;
using Poco::Net::HTTPResponse;

constexpr int most_threads = 16;
constexpr int most_waiting = 1024;
constexpr int seconds_to_wait = 10;

std::string sha256(const std::string& bytes) {
  Poco::SHA2Engine engine;
  engine.update(bytes);
  return Poco::DigestEngine::digestToHex(engine.digest());
}

std::string gzipped(const std::string& bytes) {
  std::ostringstream out;
  Poco::DeflatingOutputStream deflater(out, Poco::DeflatingStreamBuf::STREAM_GZIP);
  deflater.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  deflater.close();
  return out.str();
}

Poco::Net::ServerSocket listen_on(std::uint16_t port) {
  try {
    return Poco::Net::ServerSocket(Poco::Net::SocketAddress("127.0.0.1", port), most_waiting);
  } catch (const Poco::Exception& error) {
    throw std::runtime_error("cannot listen on 127.0.0.1:" + std::to_string(port) + ": " +
                             error.displayText());
  }
}

// A handler lives for one request.
class Answer : public Poco::Net::HTTPRequestHandler {
 public:
  explicit Answer(Newsstand::Server& server) : server_(server) {}
  void handleRequest(Poco::Net::HTTPServerRequest& request,
                     Poco::Net::HTTPServerResponse& response) override;

 private:
  void refuse(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response,
              HTTPResponse::HTTPStatus status);

  Newsstand::Server& server_;
};

class AnswerFactory : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  explicit AnswerFactory(Newsstand::Server& server) : server_(server) {}
  Poco::Net::HTTPRequestHandler* createRequestHandler(
      const Poco::Net::HTTPServerRequest& /*request*/) override {
    return new Answer(server_);
  }

 private:
  Newsstand::Server& server_;
};

// Keep-alive would hold a thread per idle client; the newsstand has few.
Poco::Net::HTTPServerParams::Ptr server_parameters() {
  Poco::Net::HTTPServerParams::Ptr parameters(new Poco::Net::HTTPServerParams);
  parameters->setKeepAlive(false);
  parameters->setMaxThreads(most_threads);
  parameters->setMaxQueued(most_waiting);
  parameters->setTimeout(Poco::Timespan(seconds_to_wait, 0));
  parameters->setSoftwareVersion("claimtrail-newsstand");
  return parameters;
}

}  // namespace

/// What the handlers share: the papers, the edition on show, the record of accesses.
class Newsstand::Server {
 public:
  explicit Server(NewsstandOptions options)
      : options_(std::move(options)),
        edition_(options_.edition),
        socket_(listen_on(options_.port)),
        shelf_(options_.newsroom, base_url()),
        threads_(2, most_threads),
        http_server_(new AnswerFactory(*this), threads_, socket_, server_parameters()) {
    if (!std::filesystem::is_directory(options_.newsroom / "first")) {
      throw std::runtime_error("no first edition in " + options_.newsroom.string());
    }
    if (options_.access_log) {
      access_log_.open(*options_.access_log, std::ios::trunc);
      if (!access_log_) throw std::runtime_error("cannot write " + options_.access_log->string());
    }
    http_server_.start();
  }

  ~Server() {
    http_server_.stopAll(true);
    threads_.joinAll();
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const { return socket_.address().port(); }
  [[nodiscard]] std::string base_url() const {
    return "http://127.0.0.1:" + std::to_string(port());
  }

  void show(Edition edition) { edition_ = edition; }

  [[nodiscard]] std::optional<Paper> find(const std::string& path) {
    if (options_.edition_file) {
      std::ifstream file(*options_.edition_file);
      std::string word;
      file >> word;
      if (const auto named = edition_named(word)) edition_ = *named;
    }
    return shelf_.find(path, edition_);
  }

  void record(const std::string& method, const std::string& path, int status) {
    const std::lock_guard lock(mutex_);
    accesses_.push_back({method, path, status});
    if (access_log_.is_open()) {
      access_log_ << method << ' ' << path << ' ' << status << std::endl;
    }
  }

  [[nodiscard]] std::vector<Access> accesses() const {
    const std::lock_guard lock(mutex_);
    return accesses_;
  }

 private:
  NewsstandOptions options_;
  std::atomic<Edition> edition_;
  mutable std::mutex mutex_;
  std::vector<Access> accesses_;
  std::ofstream access_log_;
  Poco::Net::ServerSocket socket_;
  Shelf shelf_;
  Poco::ThreadPool threads_;
  Poco::Net::HTTPServer http_server_;
};

namespace {

void Answer::handleRequest(Poco::Net::HTTPServerRequest& request,
                           Poco::Net::HTTPServerResponse& response) {
  const bool readable =
      request.getMethod() == HTTPRequest::HTTP_GET || request.getMethod() == HTTPRequest::HTTP_HEAD;
  if (!readable) {
    response.set("Allow", "GET, HEAD");
    return refuse(request, response, HTTPResponse::HTTP_METHOD_NOT_ALLOWED);
  }
  const std::string& target = request.getURI();
  const std::optional<Paper> paper = server_.find(target.substr(0, target.find('?')));
  if (!paper) return refuse(request, response, HTTPResponse::HTTP_NOT_FOUND);

  const bool zipped = paper->textual && accepts_gzip(request.get("Accept-Encoding", ""));
  const std::string entity_tag = '"' + sha256(paper->body) + (zipped ? "-gzip" : "") + '"';
  response.set("ETag", entity_tag);
  response.set("Last-Modified", http_date(paper->modified));
  response.set("Cache-Control", "no-cache");
  if (paper->textual) response.set("Vary", "Accept-Encoding");

  bool unchanged = false;
  if (request.has("If-None-Match")) {
    unchanged = names_entity_tag(request.get("If-None-Match"), entity_tag);
  } else if (const auto since = read_http_date(request.get("If-Modified-Since", ""))) {
    unchanged = paper->modified <= *since;
  }
  if (unchanged) {
    response.setStatusAndReason(HTTPResponse::HTTP_NOT_MODIFIED);
    server_.record(request.getMethod(), target, response.getStatus());
    response.send();
    return;
  }

  response.setContentType(paper->content_type);
  if (zipped) response.set("Content-Encoding", "gzip");
  const std::string body = zipped ? gzipped(paper->body) : paper->body;
  server_.record(request.getMethod(), target, response.getStatus());
  response.sendBuffer(body.data(), body.size());
}

void Answer::refuse(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response,
                    HTTPResponse::HTTPStatus status) {
  response.setStatusAndReason(status);
  response.setContentType("text/plain; charset=utf-8");
  const std::string body = response.getReason() + '\n';
  server_.record(request.getMethod(), request.getURI(), response.getStatus());
  response.sendBuffer(body.data(), body.size());
}

}  // namespace

Newsstand::Newsstand(NewsstandOptions options)
    : server_(std::make_unique<Server>(std::move(options))) {}
Newsstand::~Newsstand() = default;

std::uint16_t Newsstand::port() const { return server_->port(); }
std::string Newsstand::base_url() const { return server_->base_url(); }
void Newsstand::show(Edition edition) { server_->show(edition); }
std::vector<Access> Newsstand::accesses() const { return server_->accesses(); }

std::size_t Newsstand::count(int status) const {
  const auto all = server_->accesses();
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [&](const Access& access) { return access.status == status; }));
}

}  // namespace claimtrail::newsstand
