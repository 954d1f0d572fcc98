#include <algorithm>

#include "sources/refresh_run.h"
#include "sources/source_health.h"

namespace claimtrail {
namespace {

constexpr const char* kAcceptMap = "application/xml, text/xml;q=0.9, */*;q=0.5";
// An index of indexes of maps is as deep as anybody goes, and so many maps are read in one run.
constexpr int kDeepest = 2;
constexpr int kMostMaps = 50;

Timestamp instant_of(const Published& published) {
  // A day lasts to its end.
  return published.time.value_or(published.day + std::chrono::days{1} - std::chrono::seconds{1});
}

/// Newest first; what has no date comes last, in its order.
void sort_newest_first(std::vector<ListedAddress>& list) {
  std::stable_sort(list.begin(), list.end(), [](const ListedAddress& a, const ListedAddress& b) {
    if (!a.time || !b.time) return a.time.has_value() && !b.time.has_value();
    return instant_of(*a.time) > instant_of(*b.time);
  });
}

bool is_older(const ListedAddress& listed, Timestamp bound) {
  return listed.time && instant_of(*listed.time) < bound;
}

FeedEntry entry_of(const ListedAddress& listed) {
  FeedEntry entry;
  entry.link = listed.url;
  entry.title = listed.title;
  entry.published_time = listed.time;
  return entry;
}

}  // namespace

void RefreshRun::take_sitemap(SourceRun& source, const HttpResponse& response) {
  auto listing = read_sitemap_listing(response.body, response.url,
                                      request_for(source, source.asked).limits.max_bytes);
  if (!listing) {
    source.end = SourceEnd::failed;
    source.outcome.reason = listing.error().message;
    return;
  }
  // An index stays as it is while its maps change, so it is always asked for whole.
  const bool is_index = !listing->maps.empty();
  source.after.etag = is_index ? "" : response.etag;
  source.after.last_modified = is_index ? "" : response.last_modified;
  source.sitemap = std::make_unique<SitemapRun>();
  source.sitemap->open = 1;
  source_read(source, response);
  take_listing(source, std::move(*listing), 0);
  map_done(source);
}

void RefreshRun::take_listing(SourceRun& source, SitemapListing listing, int depth) {
  const Timestamp bound =
      clock_.now() - std::chrono::seconds{source.settings->newer_than_ms / 1000};
  SitemapRun& run = *source.sitemap;
  source.outcome.entries += static_cast<int>(listing.reports.size());
  for (ListedAddress& listed : listing.reports) {
    if (!is_older(listed, bound)) run.found.push_back(std::move(listed));
  }
  sort_newest_first(listing.maps);
  for (const ListedAddress& map : listing.maps) {
    if (is_older(map, bound) || depth == kDeepest || run.asked == kMostMaps) break;
    const std::string url = normalise_url(map.url);
    if (url.empty() || !asked_.insert(url).second) continue;
    ++run.asked;
    fetch_map(source, url, depth + 1);
  }
}

void RefreshRun::fetch_map(SourceRun& source, const std::string& url, int depth) {
  HttpRequest request = request_for(source, url);
  request.accept = kAcceptMap;
  PageState known = sink_.page_state(url);
  known.url = url;
  if (is_fresh(known)) {
    request.etag = known.etag;
    request.last_modified = known.last_modified;
  }
  ++source.waiting_for;
  ++source.sitemap->open;
  fetcher_.fetch(
      std::move(request), rules_for(source),
      [this, &source, depth, known = std::move(known)](const Result<HttpResponse>& result) mutable {
        note_network(known.url, result);
        take_map(source, std::move(known), depth, result);
        if (--source.sitemap->open == 0) choose_listed(source);
        done_with_one(source);
      });
}

void RefreshRun::take_map(SourceRun& source, PageState known, int depth,
                          const Result<HttpResponse>& result) {
  if (!result) {
    if (result.error().code == "stopped") source.end = SourceEnd::stopped;
    return map_failed(source, known.url, meaning_of(result.error()));
  }
  if (result->status == 304) return;
  if (result->status != 200) return map_failed(source, known.url, meaning_of(*result));
  auto listing = read_sitemap_listing(result->body, result->url,
                                      request_for(source, source.asked).limits.max_bytes);
  if (!listing) {
    return map_failed(source, known.url, {"error", listing.error().message, false});
  }
  const bool is_index = !listing->maps.empty();
  known.etag = is_index ? "" : result->etag;
  known.last_modified = is_index ? "" : result->last_modified;
  known.last_full = clock_.now();
  source.sitemap->maps.push_back(std::move(known));
  take_listing(source, std::move(*listing), depth);
}

void RefreshRun::map_done(SourceRun& source) {
  if (--source.sitemap->open == 0) choose_listed(source);
}

void RefreshRun::map_failed(SourceRun& source, const std::string& url,
                            const AnswerMeaning& meaning) {
  if (++source.outcome.failed_pages == 1) source.first_page_failure = url + ": " + meaning.reason;
}

void RefreshRun::choose_listed(SourceRun& source) {
  if (source.end == SourceEnd::stopped) return;
  SitemapRun& run = *source.sitemap;
  sort_newest_first(run.found);
  int left = source.settings->max_new;
  for (const ListedAddress& listed : run.found) {
    const std::string address = normalise_url(listed.url);
    if (listed.time && listed.time->time) source.published.push_back(*listed.time->time);
    if (address.empty() || asked_.contains(address) || sink_.known(address)) continue;
    if (left-- == 0) {
      // The next run goes on where this one ends, so what lists the rest must come whole again.
      source.list_again = true;
      break;
    }
    take_entry(source, entry_of(listed), address, {});
  }
  run.found = {};
  if (!source.list_again) {
    for (PageState& map : run.maps) source.learnt.push_back(std::move(map));
  }
}

}  // namespace claimtrail
