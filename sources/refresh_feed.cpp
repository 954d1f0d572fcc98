#include "sources/feeds/entry_keys.h"
#include "sources/feeds/feed_rhythm.h"
#include "sources/refresh_run.h"
#include "sources/rhythm.h"
#include "sources/source_health.h"

namespace claimtrail {
namespace {

constexpr const char* kAcceptFeed =
    "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";

/// Where an entry's report is; its id where it has no link and the id is an address.
std::string page_of(const FeedEntry& entry, const std::string& base) {
  const std::string link = entry.link.empty() ? "" : resolve_url(base, entry.link);
  return normalise_url(link.empty() ? entry.id : link);
}

}  // namespace

HttpRequest RefreshRun::request_for(const SourceRun& source, const std::string& url) const {
  HttpRequest request;
  request.url = url;
  request.limits = plan_.limits;
  if (source.settings != nullptr && source.settings->max_bytes) {
    request.limits.max_bytes = *source.settings->max_bytes;
  }
  return request;
}

FetchRules RefreshRun::rules_for(const SourceRun& source) const {
  FetchRules rules;
  rules.backoff_scope = plan_.manners.backoff_scope;
  if (source.settings == nullptr) return rules;
  rules.robots = source.settings->robots;
  rules.backoff_scope = source.settings->backoff_scope.value_or(rules.backoff_scope);
  return rules;
}

void RefreshRun::fetch_feed(SourceRun& source) {
  HttpRequest request = request_for(source, source.asked);
  request.accept = kAcceptFeed;
  const bool same_address = source.before.location == source.after.location;
  if (same_address &&
      !turn_passed(source.id, source.before.last_success, clock_.now(), full_every())) {
    request.etag = source.before.etag;
    request.last_modified = source.before.last_modified;
  }
  ++source.waiting_for;
  fetcher_.fetch(std::move(request), rules_for(source),
                 [this, &source](const Result<HttpResponse>& result) {
                   note_network(source.asked, result);
                   take_feed(source, result);
                   leave_host(source);
                   done_with_one(source);
                 });
}

void RefreshRun::take_feed(SourceRun& source, const Result<HttpResponse>& result) {
  if (!result || (result->status != 200 && result->status != 304)) {
    return source_failed(source, result);
  }
  source.after.not_before = asked_to_wait(result->headers, clock_.now());
  if (result->status == 304) {
    if (!result->etag.empty()) source.after.etag = result->etag;
    if (!result->last_modified.empty()) source.after.last_modified = result->last_modified;
    return source_read(source, *result);
  }
  if (source.settings->kind == SourceKind::sitemap) return take_sitemap(source, *result);
  const auto feed =
      read_feed(result->body, result->content_type, result->url, source.settings->timezone);
  if (!feed || feed->entries.empty()) {
    source.end = SourceEnd::failed;
    source.outcome.reason = feed ? "the feed lists no entries" : feed.error().message;
    return;
  }
  source.after.etag = result->etag;
  source.after.last_modified = result->last_modified;
  source.after.rhythm = write_rhythm(read_feed_rhythm(result->body));
  source_read(source, *result);
  take_entries(source, *feed, result->url);
}

void RefreshRun::take_entries(SourceRun& source, const Feed& feed, const std::string& base) {
  source.outcome.entries = static_cast<int>(feed.entries.size());
  std::vector<std::string> addresses;
  for (const FeedEntry& entry : feed.entries) addresses.push_back(page_of(entry, base));
  auto keys = entry_keys(feed.entries, addresses);
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const FeedEntry& entry = feed.entries[i];
    if (entry.published_time && entry.published_time->time) {
      source.published.push_back(*entry.published_time->time);
    }
    take_entry(source, entry, addresses[i], std::move(keys[i]));
  }
}

void RefreshRun::take_entry(SourceRun& source, const FeedEntry& entry, const std::string& address,
                            std::vector<std::string> keys) {
  PageRun page;
  page.url = address;
  page.entry = entry;
  page.is_new = true;
  if (address.empty()) {
    page.url = entry.link.empty() ? entry.title : entry.link;
    return page_failed(source, page, {"error", "the feed gives no address for it", false}, 0);
  }
  if (asked_.contains(address)) return;
  const std::string first = keys.empty() ? "" : sink_.memory().entry_address(source.id, keys);
  if (sink_.known(address)) {
    // Known since before its keys were kept.
    if (first.empty() && !keys.empty()) sink_.memory().add_entry_keys(source.id, address, keys);
    return;
  }
  if (!first.empty() && first != address) {
    // The same report at a new address: one more visit of it, made there.
    page.url = first;
    page.asked = address;
    page.is_new = false;
  }
  asked_.insert(address);
  ++source.fresh;
  page.known.url = page.url;
  page.keys = std::move(keys);
  fetch_page(source, std::move(page));
}

void RefreshRun::source_read(SourceRun& source, const HttpResponse& response) {
  source.end = SourceEnd::read;
  const std::string target = permanent_target(source.asked, response);
  if (target.empty() && source.address.redirect.empty()) return;
  // Where a password was given with the address it would not follow to another.
  if (without_credentials(source.settings->location) != source.settings->location) return;
  const bool had_moved = has_moved(source.address);
  if (had_moved && target.empty()) return;
  note_redirect(source.address, target);
  if (has_moved(source.address) && !had_moved) {
    sink_.moved({source.id, clock_.now(), source.asked, source.address.redirect});
  }
}

void RefreshRun::source_failed(SourceRun& source, const Result<HttpResponse>& result) {
  source.end = SourceEnd::failed;
  if (!result) {
    const Diagnostic& why = result.error();
    source.outcome.reason = why.message;
    if (why.code == "stopped") source.end = SourceEnd::stopped;
    if (why.code == "host-busy") source.end = SourceEnd::not_asked;
    if (is_unreachable(why)) source.end = SourceEnd::unreachable;
    return;
  }
  source.outcome.reason = meaning_of(*result).reason;
  source.gone = result->status == 410;
}

}  // namespace claimtrail
