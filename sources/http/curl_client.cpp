#include "sources/http/curl_client.h"

#include <mutex>
#include <set>
#include <stdexcept>

#include <curl/curl.h>
#include <fmt/format.h>

#include "sources/http/host_queue.h"
#include "sources/http/normalise_url.h"
#include "sources/http/transfer.h"

namespace claimtrail {
namespace {

// How soon a stop request is noticed while nothing happens on the network.
constexpr int kLongestWaitMs = 250;

void set_up_libcurl() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
      throw std::runtime_error("libcurl cannot be set up");
    }
  });
}

AddressPolicy policy_from(const HttpOptions& options) {
  AddressPolicy policy;
  policy.allow_private = options.allow_private_networks;
  for (const std::string& text : options.allowed_networks) {
    const auto network = Network::parse(text);
    if (!network) throw std::invalid_argument(fmt::format("'{}' is no network", text));
    policy.allowed.push_back(*network);
  }
  return policy;
}

/// One request on its way through its hops.
struct Job {
  HttpRequest request;
  HttpClient::Done done;
  WebAddress first;
  WebAddress next;
  std::vector<HttpRedirect> redirects;
  double seconds = 0;
  std::unique_ptr<Transfer> transfer;  ///< while under way

  [[nodiscard]] bool on_first_host() const {
    return next.scheme == first.scheme && next.authority() == first.authority();
  }
};

class CurlClient final : public HttpClient {
 public:
  explicit CurlClient(const HttpOptions& options)
      : options_(options),
        policy_(policy_from(options)),
        queue_(options.jobs, options.jobs_per_host,
               std::chrono::milliseconds{options.per_host_delay_ms}),
        multi_(curl_multi_init()) {
    if (multi_ == nullptr) throw std::runtime_error("libcurl cannot be set up");
  }
  ~CurlClient() override {
    for (auto& [number, job] : jobs_) {
      if (job.transfer != nullptr) curl_multi_remove_handle(multi_, job.transfer->handle());
    }
    jobs_.clear();
    spare_.clear();
    curl_multi_cleanup(multi_);
  }
  CurlClient(const CurlClient&) = delete;
  CurlClient& operator=(const CurlClient&) = delete;

  void fetch(HttpRequest request, Done done) override;
  void run(std::stop_token stop) override;
  void slow_down(const std::string& host, std::chrono::milliseconds delay) override {
    queue_.set_delay(host, delay);
  }

 private:
  using Number = HostQueue::Job;

  void queue(Number number, HostQueue::Turn turn);
  void start_waiting();
  void start(Number number);
  [[nodiscard]] static Diagnostic busy(const Job& job);
  bool collect();
  void finish_hop(Number number, Result<HopAnswer> answer);
  [[nodiscard]] Result<void> follow(Job& job, const HopAnswer& answer) const;
  void answer(Number number, Result<HttpResponse> result);
  bool refuse_waiting();
  void stop_all();
  [[nodiscard]] int wait_ms() const;

  HttpOptions options_;
  AddressPolicy policy_;
  HostQueue queue_;
  CURLM* multi_;
  Number last_ = 0;
  std::unordered_map<Number, Job> jobs_;
  std::unordered_map<CURL*, Number> under_way_;
  std::vector<std::unique_ptr<Transfer>> spare_;
  std::vector<std::pair<Number, Diagnostic>> refused_;  ///< not to be asked, still to be answered
  std::set<std::string> busy_hosts_;
};

void CurlClient::fetch(HttpRequest request, Done done) {
  const Number number = ++last_;
  Job& job = jobs_[number];
  job.request = std::move(request);
  job.done = std::move(done);
  job.redirects = std::move(job.request.redirects);
  job.seconds = job.request.seconds;
  const auto address = WebAddress::parse(job.request.url);
  if (!address) {
    refused_.emplace_back(number, failure("bad-url", "this is no http or https address",
                                          without_credentials(job.request.url))
                                      .value());
    return;
  }
  job.first = job.next = *address;
  queue(number, HostQueue::Turn::last);
}

void CurlClient::queue(Number number, HostQueue::Turn turn) {
  const Job& job = jobs_.at(number);
  const std::string host = job.next.authority();
  if (!job.request.permit && busy_hosts_.count(host) != 0) {
    refused_.emplace_back(number, busy(job));
    return;
  }
  queue_.push(host, number, turn);
}

Diagnostic CurlClient::busy(const Job& job) {
  return failure("host-busy", fmt::format("{} asked for a pause", job.next.authority()),
                 job.next.text())
      .value();
}

void CurlClient::start_waiting() {
  const auto now = std::chrono::steady_clock::now();
  while (const auto number = queue_.take(now)) {
    const Job& job = jobs_.at(*number);
    // Whatever became of its host while it waited, a request that is not made costs no turn.
    if (job.request.permit && job.request.permit(job.next.text()) != Permit::go) {
      queue_.not_started(job.next.authority(), now);
      refused_.emplace_back(*number, busy(job));
    } else {
      start(*number);
    }
  }
}

void CurlClient::start(Number number) {
  Job& job = jobs_.at(number);
  if (spare_.empty()) {
    job.transfer = std::make_unique<Transfer>(policy_, options_);
  } else {
    job.transfer = std::move(spare_.back());
    spare_.pop_back();
  }
  Hop hop;
  hop.address = job.next;
  hop.send_credentials =
      job.on_first_host() && !(job.first.user.empty() && job.first.password.empty());
  hop.address.user = job.first.user;
  hop.address.password = job.first.password;
  hop.time_left_ms = std::max(
      1LL, job.request.limits.total_timeout_ms - static_cast<long long>(job.seconds * 1000));
  job.transfer->prepare(job.request, hop);
  under_way_[job.transfer->handle()] = number;
  curl_multi_add_handle(multi_, job.transfer->handle());
}

bool CurlClient::collect() {
  bool any = false;
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    any = true;
    CURL* easy = message->easy_handle;
    const CURLcode code = message->data.result;  // the message dies with the handle's removal
    curl_multi_remove_handle(multi_, easy);
    const Number number = under_way_.at(easy);
    under_way_.erase(easy);
    Job& job = jobs_.at(number);
    auto hop = job.transfer->finish(code);
    spare_.push_back(std::move(job.transfer));
    queue_.finished(job.next.authority());
    finish_hop(number, std::move(hop));
  }
  return any;
}

void CurlClient::finish_hop(Number number, Result<HopAnswer> hop) {
  if (!hop) return answer(number, tl::unexpected(hop.error()));
  Job& job = jobs_.at(number);
  job.seconds += hop->response.seconds;
  if (hop->location.empty()) {
    HttpResponse response = std::move(hop->response);
    response.redirects = std::move(job.redirects);
    response.seconds = job.seconds;
    return answer(number, std::move(response));
  }
  if (const auto followed = follow(job, *hop); !followed) {
    return answer(number, tl::unexpected(followed.error()));
  }
  if (job.request.permit && job.request.permit(job.next.text()) == Permit::hand_back) {
    HttpResponse response = std::move(hop->response);
    response.handed_back_to = job.next.text();
    response.redirects = std::move(job.redirects);
    response.seconds = job.seconds;
    return answer(number, std::move(response));
  }
  queue(number, HostQueue::Turn::first);
}

Result<void> CurlClient::follow(Job& job, const HopAnswer& hop) const {
  const std::string& from = hop.response.url;
  if (static_cast<int>(job.redirects.size()) >= job.request.limits.max_redirects) {
    return failure("bad-redirect",
                   fmt::format("more than {} redirects", job.request.limits.max_redirects), from);
  }
  auto next = WebAddress::resolve(from, hop.location);
  if (!next) {
    return failure("bad-redirect",
                   fmt::format("redirects to '{}', which is neither http nor https",
                               without_credentials(hop.location)),
                   from);
  }
  next->user.clear();
  next->password.clear();
  job.redirects.push_back({hop.response.status, next->text()});
  job.next = std::move(*next);
  return {};
}

void CurlClient::answer(Number number, Result<HttpResponse> result) {
  auto node = jobs_.extract(number);
  Job& job = node.mapped();
  if (result && !job.request.permit &&
      (result->status == 429 || (result->status == 503 && !result->retry_after.empty()))) {
    const std::string host = job.next.authority();
    busy_hosts_.insert(host);
    for (const Number waiting : queue_.drop(host)) queue(waiting, HostQueue::Turn::last);
  }
  job.done(std::move(result));
}

bool CurlClient::refuse_waiting() {
  const bool any = !refused_.empty();
  for (auto& [number, why] : std::exchange(refused_, {})) answer(number, tl::unexpected(why));
  return any;
}

void CurlClient::stop_all() {
  refused_.clear();
  queue_.clear();
  for (const auto& [easy, number] : std::exchange(under_way_, {})) {
    Job& job = jobs_.at(number);
    curl_multi_remove_handle(multi_, easy);
    spare_.push_back(std::move(job.transfer));
    queue_.finished(job.next.authority());
  }
  std::vector<Number> numbers;
  for (const auto& [number, job] : jobs_) numbers.push_back(number);
  std::sort(numbers.begin(), numbers.end());
  for (const Number number : numbers) {
    answer(number, failure("stopped", "stopped before it was finished",
                           without_credentials(jobs_.at(number).request.url)));
  }
}

int CurlClient::wait_ms() const {
  const auto next = queue_.next_start();
  if (!next) return kLongestWaitMs;
  const auto wait =
      std::chrono::ceil<std::chrono::milliseconds>(*next - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<long long>(wait.count(), 0, kLongestWaitMs));
}

void CurlClient::run(std::stop_token stop) {
  while (!jobs_.empty()) {
    if (stop.stop_requested()) {
      stop_all();
      continue;
    }
    if (refuse_waiting()) continue;
    start_waiting();
    if (!refused_.empty()) continue;
    int active = 0;
    curl_multi_perform(multi_, &active);
    if (!collect()) curl_multi_poll(multi_, nullptr, 0, wait_ms(), nullptr);
  }
  busy_hosts_.clear();
}

}  // namespace

std::unique_ptr<HttpClient> make_curl_client(const HttpOptions& options) {
  set_up_libcurl();
  return std::make_unique<CurlClient>(options);
}

}  // namespace claimtrail
