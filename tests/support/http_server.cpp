#include "tests/support/http_server.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <sstream>
#include <thread>

#include <Poco/DeflatingStream.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

namespace claimtrail {
namespace {

using std::chrono::milliseconds;

std::string lower(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

}  // namespace

class HttpServer::Implementation {
 public:
  explicit Implementation(const std::string& address)
      : address_(address),
        pool_(4, 128),
        socket_(Poco::Net::SocketAddress(address, 0)),
        server_(new Factory(*this), pool_, socket_, parameters()) {
    server_.start();
  }

  ~Implementation() {
    stopping_ = true;
    server_.stopAll(true);
    pool_.joinAll();
  }

  void on(const std::string& path, Handler handler) {
    const std::scoped_lock lock(mutex_);
    handlers_[path] = std::move(handler);
  }
  [[nodiscard]] int port() const { return socket_.address().port(); }
  [[nodiscard]] std::string url(const std::string& path) const {
    return "http://" + address_ + ":" + std::to_string(port()) + path;
  }
  [[nodiscard]] std::vector<ServedRequest> requests() const {
    const std::scoped_lock lock(mutex_);
    return requests_;
  }
  [[nodiscard]] int most_at_once() const {
    const std::scoped_lock lock(mutex_);
    return most_;
  }

 private:
  class OneRequest : public Poco::Net::HTTPRequestHandler {
   public:
    explicit OneRequest(Implementation& server) : server_(server) {}
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override {
      try {
        server_.handle(request, response);
      } catch (const Poco::Exception&) {  // the client hung up
      }
    }

   private:
    Implementation& server_;
  };

  class Factory : public Poco::Net::HTTPRequestHandlerFactory {
   public:
    explicit Factory(Implementation& server) : server_(server) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(
        const Poco::Net::HTTPServerRequest&) override {
      return new OneRequest(server_);
    }

   private:
    Implementation& server_;
  };

  static Poco::Net::HTTPServerParams::Ptr parameters() {
    Poco::Net::HTTPServerParams::Ptr parameters = new Poco::Net::HTTPServerParams;
    parameters->setMaxThreads(128);
    parameters->setMaxQueued(512);
    parameters->setKeepAlive(false);
    parameters->setTimeout(Poco::Timespan(5, 0));
    return parameters;
  }

  void pause(milliseconds time) const {
    const auto end = std::chrono::steady_clock::now() + time;
    while (!stopping_ && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::min(time, milliseconds{20}));
    }
  }

  void handle(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response) {
    ServedRequest served{request.getMethod(), request.getURI(), {}};
    for (const auto& [name, value] : request) served.headers[lower(name)] = value;
    Handler handler;
    {
      const std::scoped_lock lock(mutex_);
      most_ = std::max(most_, ++under_way_);
      const auto found = handlers_.find(served.path.substr(0, served.path.find('?')));
      if (found != handlers_.end()) handler = found->second;
      if (handler || served.path != "/robots.txt") requests_.push_back(served);
    }
    ServedReply missing;
    missing.status = 404;
    const ServedReply reply = handler ? handler(served) : missing;
    pause(reply.delay);
    {
      const std::scoped_lock lock(mutex_);
      --under_way_;
    }
    send(reply, request, response);
  }

  void send(const ServedReply& reply, Poco::Net::HTTPServerRequest& request,
            Poco::Net::HTTPServerResponse& response) {
    using Manner = ServedReply::Manner;
    if (reply.manner == Manner::silent) {
      auto& socket = dynamic_cast<Poco::Net::HTTPServerRequestImpl&>(request).socket();
      while (!stopping_ &&
             !socket.poll(Poco::Timespan(0, 50'000), Poco::Net::Socket::SELECT_READ)) {
      }
      return;
    }
    response.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(reply.status));
    for (const auto& [name, value] : reply.headers) response.add(name, value);
    const bool in_chunks = reply.manner == Manner::chunked || reply.manner == Manner::endless;
    if (in_chunks) {
      response.setChunkedTransferEncoding(true);
    } else if (reply.status != 304) {
      response.setContentLength64(static_cast<Poco::Int64>(reply.body.size()));
    }
    std::ostream& out = response.send();
    switch (reply.manner) {
      case Manner::cut:
        out << reply.body.substr(0, reply.body.size() / 2) << std::flush;
        break;
      case Manner::endless:
        while (!stopping_ && out) out << reply.body << std::flush;
        break;
      case Manner::trickle:
        for (std::size_t i = 0; i < reply.body.size() && !stopping_ && out; ++i) {
          out << reply.body[i] << std::flush;
          pause(milliseconds{50});
        }
        break;
      default:
        out << reply.body << std::flush;
    }
  }

  std::string address_;
  mutable std::mutex mutex_;
  std::map<std::string, Handler> handlers_;
  std::vector<ServedRequest> requests_;
  int under_way_ = 0;
  int most_ = 0;
  std::atomic<bool> stopping_ = false;
  Poco::ThreadPool pool_;
  Poco::Net::ServerSocket socket_;
  Poco::Net::HTTPServer server_;
};

HttpServer::HttpServer(const std::string& address)
    : implementation_(std::make_unique<Implementation>(address)) {}

HttpServer::~HttpServer() = default;

void HttpServer::on(const std::string& path, Handler handler) {
  implementation_->on(path, std::move(handler));
}

void HttpServer::on(const std::string& path, ServedReply reply) {
  on(path, [reply = std::move(reply)](const ServedRequest&) { return reply; });
}

void HttpServer::on_validated(const std::string& path, const std::string& body,
                              const std::string& etag, const std::string& last_modified) {
  on(path, [=](const ServedRequest& request) {
    ServedReply reply;
    if (!etag.empty()) reply.headers.emplace_back("ETag", etag);
    if (!last_modified.empty()) reply.headers.emplace_back("Last-Modified", last_modified);
    const bool same =
        (!etag.empty() && request.header("if-none-match") == etag) ||
        (!last_modified.empty() && request.header("if-modified-since") == last_modified);
    if (same) {
      reply.status = 304;
    } else {
      reply.body = body;
    }
    return reply;
  });
}

int HttpServer::port() const { return implementation_->port(); }
std::string HttpServer::url(const std::string& path) const { return implementation_->url(path); }
std::vector<ServedRequest> HttpServer::requests() const { return implementation_->requests(); }
int HttpServer::most_at_once() const { return implementation_->most_at_once(); }

int unused_port() {
  const Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0));
  return socket.address().port();
}

std::string gzip(const std::string& bytes) {
  std::ostringstream packed;
  Poco::DeflatingOutputStream stream(packed, Poco::DeflatingStreamBuf::STREAM_GZIP);
  stream << bytes;
  stream.close();
  return packed.str();
}

}  // namespace claimtrail
