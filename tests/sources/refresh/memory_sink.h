#pragma once

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "sources/refresh.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_http_client.h"

namespace claimtrail {

/// Keeps what it is told in memory, committing source by source as a desk does.
class MemorySink final : public RefreshSink, public RefreshMemory {
 public:
  std::map<std::string, Pause> paused;                                ///< by scope
  std::map<std::string, RobotsFile> robots_files;                     ///< by origin
  std::map<std::string, std::map<std::string, std::string>> entries;  ///< addresses by source, key
  std::vector<SourceMove> moves;
  std::map<std::string, std::vector<std::string>> cites;  ///< by body: what its text links to

  RefreshMemory& memory() override { return *this; }
  std::vector<Pause> pauses() override {
    std::vector<Pause> list;
    for (const auto& [scope, pause] : paused) list.push_back(pause);
    return list;
  }
  void put_pause(const Pause& pause) override { paused[pause.scope] = pause; }
  std::optional<RobotsFile> robots(const std::string& origin) override {
    const auto found = robots_files.find(origin);
    return found == robots_files.end() ? std::nullopt : std::optional(found->second);
  }
  void put_robots(const RobotsFile& file) override { robots_files[file.origin] = file; }
  std::string entry_address(const std::string& source,
                            const std::vector<std::string>& keys) override {
    for (const std::string& key : keys) {
      const auto found = entries[source].find(key);
      if (found != entries[source].end()) return found->second;
    }
    return {};
  }
  void add_entry_keys(const std::string& source, const std::string& url,
                      const std::vector<std::string>& keys) override {
    for (const std::string& key : keys) entries[source].emplace(key, url);
  }
  void moved(const SourceMove& move) override { moves.push_back(move); }

  std::map<std::string, SourceState> states;
  std::map<std::string, PageState> pages;
  std::set<std::string> known_urls;
  std::vector<Capture> captures;
  std::vector<Visit> visits;
  std::vector<SourceOutcome> outcomes;
  /// Bodies that are refused, with the code of the failure.
  std::map<std::string, std::string> refused;

  SourceState source_state(const std::string& source) override {
    const auto found = states.find(source);
    return found == states.end() ? SourceState{} : found->second;
  }
  PageState page_state(const std::string& url) override {
    const auto found = pages.find(url);
    return found == pages.end() ? PageState{} : found->second;
  }
  bool known(const std::string& url) override { return known_urls.contains(url); }
  Result<Captured> captured(Capture capture) override {
    const auto found = refused.find(capture.body);
    if (found != refused.end()) return failure(found->second, "no report: " + found->second);
    known_urls.insert(capture.url);
    Captured captured{"report of " + capture.url, cites[capture.body]};
    captures.push_back(std::move(capture));
    return captured;
  }
  void visited(const Visit& visit) override { visits.push_back(visit); }
  void remember(const PageState& state) override {
    if (state.url.empty()) throw std::logic_error("a page without an address");
    pages[state.url] = state;
  }
  void finished(const SourceOutcome& outcome, const SourceState& state) override {
    outcomes.push_back(outcome);
    states[outcome.source] = state;
  }

  [[nodiscard]] SourceOutcome outcome(const std::string& source) const {
    std::optional<SourceOutcome> last;
    for (const SourceOutcome& each : outcomes) {
      if (each.source == source) last = each;
    }
    return last.value();
  }
  /// "url outcome" of each visit.
  [[nodiscard]] std::vector<std::string> visited_as() const {
    std::vector<std::string> list;
    for (const Visit& visit : visits) list.push_back(visit.url + " " + visit.outcome);
    return list;
  }
  [[nodiscard]] std::vector<std::string> captured_urls() const {
    std::vector<std::string> list;
    for (const Capture& capture : captures) list.push_back(capture.url);
    return list;
  }
};

inline SourceSettings feed_source(const std::string& id, const std::string& url) {
  SourceSettings source;
  source.id = id;
  source.kind = SourceKind::feed;
  source.location = url;
  return source;
}

/// An RSS feed that lists the addresses.
inline std::string rss(const std::vector<std::string>& links) {
  std::string text = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>";
  for (const std::string& link : links) {
    text += "<item><title>About " + link + "</title><link>" + link +
            "</link><pubDate>Sat, 26 Apr 2025 08:30:00 GMT</pubDate></item>";
  }
  return text + "</channel></rss>";
}

/// A desk with nothing but its outside world.
struct RefreshWorld {
  FakeHttpClient client;
  FakeClock clock{"2025-04-28T10:00:00Z"};
  MemorySink sink;
  RefreshPlan plan;

  void run(std::stop_token stop = {}) { refresh(plan, client, clock, sink, std::move(stop)); }
  void feed(const std::string& url, const std::vector<std::string>& links,
            const std::string& etag = {}) {
    client.clear(url);
    client.page(url, rss(links), etag);
  }
};

}  // namespace claimtrail
