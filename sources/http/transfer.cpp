#include "sources/http/transfer.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <curl/curl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <unistd.h>

namespace claimtrail {
namespace {

constexpr std::size_t kMostHeaderBytes = 256 * 1024;
constexpr long long kRatioFreeBytes = 1'000'000;

enum class Abort { none, too_large, ratio, headers, memory };

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// A validator from a damaged database must not become a header of its own.
bool fits_header(const std::string& value) {
  return std::none_of(value.begin(), value.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < 0x20 && letter != '\t';
  });
}

std::string seconds_text(long long milliseconds) {
  return fmt::format("{:g} s", static_cast<double>(milliseconds) / 1000.0);
}

std::string bytes_text(long long bytes) {
  return bytes >= 1'000'000 ? fmt::format("{:g} MB", static_cast<double>(bytes) / 1e6)
                            : fmt::format("{} bytes", bytes);
}

std::optional<NetworkAddress> address_of(const curl_sockaddr& to) {
  if (to.family == AF_INET) {
    sockaddr_in address{};
    std::memcpy(&address, &to.addr, sizeof address);
    return NetworkAddress::from_bytes(
        {reinterpret_cast<const char*>(&address.sin_addr), sizeof address.sin_addr});
  }
  if (to.family == AF_INET6) {
    // libcurl's struct ends in a plain sockaddr; the longer address lies behind it.
    sockaddr_in6 address{};
    std::memcpy(&address, reinterpret_cast<const char*>(&to) + offsetof(curl_sockaddr, addr),
                sizeof address);
    return NetworkAddress::from_bytes(
        {reinterpret_cast<const char*>(&address.sin6_addr), sizeof address.sin6_addr});
  }
  return std::nullopt;
}

}  // namespace

std::string AddressPolicy::refusal(const NetworkAddress& address) const {
  if (allow_private) return {};
  for (const Network& network : allowed) {
    if (network.contains(address)) return {};
  }
  return special_purpose(address);
}

class Transfer::State {
 public:
  State(const AddressPolicy& policy_, const HttpOptions& options_)
      : policy(policy_), options(options_), easy(curl_easy_init()) {
    if (easy == nullptr) throw std::runtime_error("libcurl gave no handle");
  }
  ~State() { curl_easy_cleanup(easy); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  const AddressPolicy& policy;
  const HttpOptions& options;
  CURL* easy;
  std::unique_ptr<curl_slist, FreeList> headers_sent;
  std::array<char, CURL_ERROR_SIZE> error{};
  HttpLimits limits;
  WebAddress address;
  long long time_left_ms = 0;

  HopAnswer answer;
  std::size_t header_bytes = 0;
  bool headers_ended = false;
  bool socket_opened = false;
  std::string refused_address;  ///< with why, when a connection was refused by the policy
  Abort abort = Abort::none;

  void forget_answer() {
    answer = {};
    headers_ended = false;
  }

  void read_header(std::string_view line) {
    if (line.starts_with("HTTP/")) {
      forget_answer();
      answer.response.headers = trim(line);
      return;
    }
    if (trim(line).empty()) {
      headers_ended = true;
      return;
    }
    if (headers_ended) return;  // a trailer
    answer.response.headers += "\r\n";
    answer.response.headers += line.substr(0, line.find_last_not_of("\r\n") + 1);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string name = lower(trim(line.substr(0, colon)));
    const std::string_view value = trim(line.substr(colon + 1));
    HttpResponse& response = answer.response;
    std::string* field = name == "content-type"    ? &response.content_type
                         : name == "etag"          ? &response.etag
                         : name == "last-modified" ? &response.last_modified
                         : name == "retry-after"   ? &response.retry_after
                         : name == "location"      ? &answer.location
                                                   : nullptr;
    if (field != nullptr && field->empty()) *field = value;
  }

  std::size_t take_body(std::string_view bytes) {
    std::string& body = answer.response.body;
    const auto decoded = static_cast<long long>(body.size() + bytes.size());
    if (decoded > limits.max_bytes) {
      abort = Abort::too_large;
      return 0;
    }
    if (decoded > kRatioFreeBytes) {
      curl_off_t received = 0;
      curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
      if (received > 0 && decoded / limits.max_ratio > received) {
        abort = Abort::ratio;
        return 0;
      }
    }
    body += bytes;
    return bytes.size();
  }

  curl_socket_t open_socket(const curl_sockaddr& to) {
    const auto peer = address_of(to);
    const std::string why = peer ? policy.refusal(*peer) : "unknown";
    if (!why.empty()) {
      refused_address = fmt::format("{} ({})", peer ? peer->text() : "the address", why);
      return CURL_SOCKET_BAD;
    }
    socket_opened = true;
    return socket(to.family, to.socktype | SOCK_CLOEXEC, to.protocol);
  }

  static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* self) {
    auto& state = *static_cast<State*>(self);
    state.header_bytes += size * count;
    if (state.header_bytes > kMostHeaderBytes) {
      state.abort = Abort::headers;
      return 0;
    }
    try {
      state.read_header({data, size * count});
    } catch (const std::exception&) {
      state.abort = Abort::memory;
      return 0;
    }
    return size * count;
  }

  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self) {
    auto& state = *static_cast<State*>(self);
    try {
      return state.take_body({data, size * count});
    } catch (const std::exception&) {
      state.abort = Abort::memory;
      return 0;
    }
  }

  static curl_socket_t on_open_socket(void* self, curlsocktype, curl_sockaddr* to) {
    try {
      return static_cast<State*>(self)->open_socket(*to);
    } catch (const std::exception&) {
      return CURL_SOCKET_BAD;
    }
  }

  [[nodiscard]] Result<HopAnswer> explain(CURLcode code) const;
  [[nodiscard]] Result<HopAnswer> explain_timeout(const std::string& place) const;
  [[nodiscard]] Result<HopAnswer> explain_connect(const std::string& place) const;
};

Result<HopAnswer> Transfer::State::explain_timeout(const std::string& place) const {
  curl_off_t connected = 0;
  curl_off_t total = 0;
  curl_easy_getinfo(easy, CURLINFO_CONNECT_TIME_T, &connected);
  curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &total);
  if (connected == 0) {
    return failure("timeout",
                   fmt::format("no connection within {}",
                               seconds_text(std::min(time_left_ms, limits.connect_timeout_ms))),
                   place);
  }
  constexpr long long kTimerSlackMs = 50;
  if (total / 1000 + kTimerSlackMs >= time_left_ms) {
    return failure("too-slow",
                   fmt::format("not finished within {}", seconds_text(limits.total_timeout_ms)),
                   place);
  }
  return failure("too-slow",
                 fmt::format("fewer than {} bytes a second for {} s", limits.low_speed_bytes,
                             limits.low_speed_seconds),
                 place);
}

Result<HopAnswer> Transfer::State::explain_connect(const std::string& place) const {
  if (!refused_address.empty() && !socket_opened) {
    return failure("refused-address",
                   fmt::format("its address {} is not on the public internet", refused_address),
                   place, "fetch.allow_private_networks allows it");
  }
  long number = 0;
  curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &number);
  if (number == ECONNREFUSED) {
    return failure("connect", fmt::format("{} refused the connection", address.authority()), place);
  }
  return failure("connect", fmt::format("{} cannot be reached", address.authority()), place);
}

Result<HopAnswer> Transfer::State::explain(CURLcode code) const {
  const std::string place = address.text();
  switch (abort) {
    case Abort::too_large:
      return failure("too-large", fmt::format("larger than {}", bytes_text(limits.max_bytes)),
                     place, "max_bytes of the source allows more");
    case Abort::ratio:
      return failure("too-large",
                     fmt::format("unpacks to more than {} times what was sent", limits.max_ratio),
                     place);
    case Abort::headers:
      return failure("protocol", "its headers are too long", place);
    case Abort::memory:
      throw std::bad_alloc();
    case Abort::none:
      break;
  }
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return failure("dns", fmt::format("the name {} cannot be resolved", address.host), place);
    case CURLE_COULDNT_CONNECT:
      return explain_connect(place);
    case CURLE_OPERATION_TIMEDOUT:
      return explain_timeout(place);
    case CURLE_FILESIZE_EXCEEDED:
      return failure("too-large", fmt::format("larger than {}", bytes_text(limits.max_bytes)),
                     place, "max_bytes of the source allows more");
    case CURLE_PEER_FAILED_VERIFICATION:
      return failure("tls", fmt::format("its certificate is not trusted: {}", error.data()), place);
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
      return failure("tls", "no secure connection could be agreed", place);
    case CURLE_SSL_CACERT_BADFILE:
      return failure("tls", "the certificates of trusted authorities cannot be read", place,
                     "is the package ca-certificates installed?");
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2_STREAM:
      return failure("cut-off", "the answer broke off before its end", place);
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
      return failure("cut-off", "the connection was closed without an answer", place);
    case CURLE_BAD_CONTENT_ENCODING:
      return failure("bad-encoding", "the answer is packed in a way that cannot be unpacked",
                     place);
    case CURLE_URL_MALFORMAT:
      return failure("bad-url", "this is no address that can be fetched", place);
    case CURLE_OUT_OF_MEMORY:
      // What it says of a header line beyond its own limit, too.
      return failure("protocol", "its headers are too long", place);
    default:
      return failure(
          "protocol",
          fmt::format("the answer is no HTTP that can be read ({})", curl_easy_strerror(code)),
          place);
  }
}

Transfer::Transfer(const AddressPolicy& policy, const HttpOptions& options)
    : state_(std::make_unique<State>(policy, options)) {}

Transfer::~Transfer() = default;

void* Transfer::handle() const { return state_->easy; }

void Transfer::prepare(const HttpRequest& request, const Hop& hop) {
  State& state = *state_;
  state.forget_answer();
  state.limits = request.limits;
  state.address = hop.address;
  state.time_left_ms = hop.time_left_ms;
  state.header_bytes = 0;
  state.socket_opened = false;
  state.refused_address.clear();
  state.abort = Abort::none;
  state.error.fill('\0');

  CURL* easy = state.easy;
  curl_easy_reset(easy);
  curl_easy_setopt(easy, CURLOPT_URL, hop.address.text().c_str());
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, state.error.data());
  curl_easy_setopt(easy, CURLOPT_USERAGENT, state.options.user_agent.c_str());
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  // Without it a resolver thread that hangs would be waited for.
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  if (!state.options.ca_file.empty()) {
    curl_easy_setopt(easy, CURLOPT_CAINFO, state.options.ca_file.c_str());
    curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
  }
  curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(
      easy, CURLOPT_CONNECTTIMEOUT_MS,
      static_cast<long>(std::min(request.limits.connect_timeout_ms, hop.time_left_ms)));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(hop.time_left_ms));
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT,
                   static_cast<long>(request.limits.low_speed_bytes));
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME,
                   static_cast<long>(request.limits.low_speed_seconds));
  curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE,
                   static_cast<curl_off_t>(request.limits.max_bytes));
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &State::on_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &state);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &State::on_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &state);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &State::on_open_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &state);
  if (hop.send_credentials) {
    curl_easy_setopt(easy, CURLOPT_USERNAME, hop.address.user.c_str());
    curl_easy_setopt(easy, CURLOPT_PASSWORD, hop.address.password.c_str());
  }

  std::vector<std::string> lines;
  if (!request.accept.empty()) lines.push_back("Accept: " + request.accept);
  if (!request.etag.empty()) lines.push_back("If-None-Match: " + request.etag);
  if (!request.last_modified.empty())
    lines.push_back("If-Modified-Since: " + request.last_modified);
  curl_slist* list = nullptr;
  for (const std::string& line : lines) {
    if (fits_header(line)) list = curl_slist_append(list, line.c_str());
  }
  state.headers_sent.reset(list);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list);
}

Result<HopAnswer> Transfer::finish(int code) {
  State& state = *state_;
  if (code != CURLE_OK) return state.explain(static_cast<CURLcode>(code));
  long status = 0;
  curl_off_t micros = 0;
  curl_easy_getinfo(state.easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(state.easy, CURLINFO_TOTAL_TIME_T, &micros);
  HopAnswer answer = std::move(state.answer);
  state.forget_answer();
  answer.response.status = static_cast<int>(status);
  answer.response.url = state.address.text();
  answer.response.seconds = static_cast<double>(micros) / 1e6;
  if (!is_redirect(answer.response.status)) answer.location.clear();
  return answer;
}

}  // namespace claimtrail
