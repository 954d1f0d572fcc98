#include "sources/robots_gate.h"

#include <fmt/format.h>

#include "sources/answer.h"
#include "sources/http/cache_control.h"
#include "sources/http/web_address.h"

namespace claimtrail {
namespace {

constexpr std::chrono::seconds kKept = std::chrono::days{1};
constexpr std::chrono::seconds kKeptAtLeast = std::chrono::hours{1};
constexpr std::chrono::seconds kPatience = std::chrono::days{30};
constexpr int kMostRedirects = 5;

bool means_none(const Diagnostic& why) {
  return why.code == "bad-redirect" || why.code == "refused-address" || why.code == "bad-url";
}

bool is_ours(const Diagnostic& why) {
  return is_unreachable(why) || why.code == "stopped" || why.code == "host-busy";
}

}  // namespace

std::string origin_of(const std::string& url) {
  const auto address = WebAddress::parse(url);
  return address ? address->scheme + "://" + address->authority() : std::string{};
}

RobotsGate::RobotsGate(HttpClient& client, const Clock& clock, RefreshMemory& memory,
                       HttpLimits limits, std::chrono::milliseconds longest_delay)
    : client_(client),
      clock_(clock),
      memory_(memory),
      limits_(limits),
      longest_delay_(longest_delay) {
  limits_.max_redirects = kMostRedirects;
}

void RobotsGate::ask(const std::string& url, Then then) {
  if (const auto answer = known(url)) return then(*answer);
  const std::string name = origin_of(url);
  Origin& origin = origins_[name];
  origin.waiting.emplace_back(url, std::move(then));
  if (origin.waiting.size() == 1) fetch(name, memory_.robots(name));
}

std::optional<RobotsGate::Answer> RobotsGate::known(const std::string& url) {
  const std::string name = origin_of(url);
  if (name.empty()) return RobotsDecision{};  // the client says what is wrong with it
  auto found = origins_.find(name);
  if (found == origins_.end()) {
    const auto file = memory_.robots(name);
    if (!file || file->expires <= clock_.now() || file->fetched_at > clock_.now()) {
      return std::nullopt;
    }
    settle(name, *file);
    found = origins_.find(name);
  }
  if (!found->second.settled) return std::nullopt;
  return decide(found->second, url);
}

RobotsGate::Answer RobotsGate::decide(const Origin& origin, const std::string& url) {
  if (origin.closed) return tl::unexpected(*origin.closed);
  return origin.rules.decide(kRobotsAgent, url);
}

void RobotsGate::fetch(const std::string& name, std::optional<RobotsFile> before) {
  HttpRequest request;
  request.url = name + "/robots.txt";
  request.accept = "text/plain, */*;q=0.1";
  request.limits = limits_;
  request.permit = permit;
  RobotsFile last = before.value_or(RobotsFile{});
  last.origin = name;
  client_.fetch(std::move(request),
                [this, name, last = std::move(last)](const Result<HttpResponse>& result) {
                  if (on_answer) on_answer(name + "/robots.txt", result);
                  take(name, last, result);
                });
}

void RobotsGate::take(const std::string& name, RobotsFile before,
                      const Result<HttpResponse>& result) {
  const Timestamp now = clock_.now();
  if (!result && is_ours(result.error())) return close(name, result.error());
  const int status = result ? result->status : means_none(result.error()) ? 404 : 0;
  RobotsFile file{name, status, {}, now, now + kKept, {}};
  if (status >= 200 && status < 300) {
    file.status = 200;
    file.body = result->body.substr(0, RobotsRules::kMostBytes);
    const auto fresh = fresh_for(result->headers).value_or(kKept);
    file.expires = now + std::clamp(fresh, kKeptAtLeast, kKept);
  } else if (status < 300 || status == 429 || status >= 500) {
    file.unreachable_since = before.unreachable_since.value_or(now);
    file.expires = now;
    // The rules last read stay in force, and their status says that there were some.
    file.status = before.status;
    file.body = std::move(before.body);
    memory_.put_robots(file);
    const bool has_rules = file.status == 200;
    const bool given_up = *file.unreachable_since + kPatience <= now;
    if (given_up) file.body.clear();
    if (has_rules || given_up) return settle(name, file);
    return close(name,
                 failure("robots-closed",
                         fmt::format("robots.txt cannot be read, so nothing may be fetched: {}",
                                     result ? meaning_of(*result).reason : result.error().message),
                         name + "/robots.txt", "'robots: ignore' of the source fetches regardless")
                     .value());
  }
  memory_.put_robots(file);
  settle(name, file);
}

void RobotsGate::settle(const std::string& name, const RobotsFile& file) {
  Origin& origin = origins_[name];
  origin.rules = RobotsRules::parse(file.body);
  if (const auto delay = origin.rules.crawl_delay(kRobotsAgent)) {
    client_.slow_down(name.substr(name.find("://") + 3), std::min(*delay, longest_delay_));
  }
  release(origin);
}

void RobotsGate::close(const std::string& name, Diagnostic why) {
  Origin& origin = origins_[name];
  origin.closed = std::move(why);
  release(origin);
}

void RobotsGate::release(Origin& origin) {
  origin.settled = true;
  for (const auto& [url, then] : std::exchange(origin.waiting, {})) then(decide(origin, url));
}

}  // namespace claimtrail
