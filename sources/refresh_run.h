#pragma once

#include <deque>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sources/answer.h"
#include "sources/archive/warc_captures.h"
#include "sources/directory_source.h"
#include "sources/feeds/sitemap_listing.h"
#include "sources/polite_fetcher.h"
#include "sources/refresh.h"

namespace claimtrail {

/// How the fetch of a source itself ended.
enum class SourceEnd { open, read, failed, unreachable, not_asked, stopped };

/// What the maps of a sitemap source have brought so far.
struct SitemapRun {
  int open = 0;   ///< maps under way
  int asked = 0;  ///< maps asked for
  std::vector<ListedAddress> found;
  std::vector<PageState> maps;  ///< of those that were read, to be remembered
};

/// A source of the plan on its way, or one that only has revisits.
struct SourceRun {
  std::string id;
  const SourceSettings* settings = nullptr;  ///< null when it only has revisits
  SourceState before;
  SourceState after;
  PageState address;         ///< of the configured location; for a page source also its validators
  PageState address_before;  ///< as it was remembered
  std::string asked;         ///< where it is fetched from now
  std::string host;          ///< of that, as politeness counts
  SourceOutcome outcome;
  std::string first_page_failure;
  std::vector<PageState> learnt;
  SourceEnd end = SourceEnd::open;
  bool gone = false;
  bool list_again = false;  ///< a page it lists may come right later, or was left for the next run
  std::vector<Timestamp> published;  ///< of its entries, as far as they say
  std::unique_ptr<SitemapRun> sitemap;
  int fresh = 0;        ///< entries that were not known
  int waiting_for = 0;  ///< fetches under way, and one for being set up
};

/// A page to be fetched for a source.
struct PageRun {
  std::string url;    ///< normalised: what it is known under
  std::string asked;  ///< where its source says it is now; empty: there
  PageState known;
  std::vector<std::string> keys;  ///< of its entry
  std::optional<FeedEntry> entry;
  std::string cited_by;  ///< id of the report that links to it
  bool is_new = false;
  bool is_source = false;
  bool conditional = false;
};

/// One call of `refresh`: its sources, its pages, and what was learnt of the network.
class RefreshRun {
 public:
  RefreshRun(const RefreshPlan& plan, HttpClient& client, const Clock& clock, RefreshSink& sink,
             std::stop_token stop);
  void work();

 private:
  /// The sources of one host.
  struct Backlog {
    int under_way = 0;
    bool is_starting = false;
    std::deque<SourceRun*> waiting;
  };

  // refresh_run.cpp: how sources begin.
  SourceRun& source_for(const std::string& id);
  void prepare(const SourceSettings& settings);
  void start_or_wait(SourceRun& source);
  void begin(SourceRun& source);
  void start(SourceRun& source);
  void start_next(Backlog& backlog);
  void leave_host(const SourceRun& source);
  void start_page(SourceRun& source);
  void start_revisits();
  void note_network(const std::string& url, const Result<HttpResponse>& result);
  [[nodiscard]] bool is_fresh(const PageState& page) const;
  [[nodiscard]] std::chrono::seconds full_every() const;

  // refresh_files.cpp: what lies on this machine.
  void read_directory(SourceRun& source);
  void read_file(SourceRun& source, const DirectoryFile& file);
  void read_files(SourceRun& source, const Result<std::vector<DirectoryFile>>& files,
                  void (RefreshRun::*read_one)(SourceRun&, const DirectoryFile&));

  // refresh_warc.cpp: what lies in archives.
  void read_archive(SourceRun& source);
  void read_warc(SourceRun& source, const DirectoryFile& file);
  void take_archived(SourceRun& source, const WarcCapture& at, Result<ArchivedPage> page);

  // refresh_feed.cpp: a source's own answers.
  void fetch_feed(SourceRun& source);
  void take_feed(SourceRun& source, const Result<HttpResponse>& result);
  void take_entries(SourceRun& source, const Feed& feed, const std::string& base);
  void take_entry(SourceRun& source, const FeedEntry& entry, const std::string& address,
                  std::vector<std::string> keys);
  void source_read(SourceRun& source, const HttpResponse& response);
  void source_failed(SourceRun& source, const Result<HttpResponse>& result);
  [[nodiscard]] FetchRules rules_for(const SourceRun& source) const;
  [[nodiscard]] HttpRequest request_for(const SourceRun& source, const std::string& url) const;

  // refresh_sitemap.cpp: what sitemaps list.
  void take_sitemap(SourceRun& source, const HttpResponse& response);
  void take_listing(SourceRun& source, SitemapListing listing, int depth);
  void fetch_map(SourceRun& source, const std::string& url, int depth);
  void take_map(SourceRun& source, PageState known, int depth, const Result<HttpResponse>& result);
  void map_failed(SourceRun& source, const std::string& url, const AnswerMeaning& meaning);
  void map_done(SourceRun& source);
  void choose_listed(SourceRun& source);

  // refresh_pages.cpp: what the answers of pages mean for them.
  void fetch_page(SourceRun& source, PageRun page);
  void take_page(SourceRun& source, PageRun& page, Result<HttpResponse> result);
  void take_body(SourceRun& source, PageRun& page, HttpResponse response);
  void take_not_modified(SourceRun& source, PageRun& page, const HttpResponse& response);
  void note_page(SourceRun& source, const PageRun& page, PageState state,
                 const HttpResponse& response);
  void page_failed(SourceRun& source, const PageRun& page, const AnswerMeaning& meaning,
                   int status);
  void fetch_cited(SourceRun& source, const Captured& captured);

  // refresh_settle.cpp: how sources end.
  void done_with_one(SourceRun& source);
  void settle(SourceRun& source);
  void finish(SourceRun& source);
  void finish_failed(SourceRun& source);
  void finish_without_network(SourceRun& source);
  void finish_not_asked(SourceRun& source);
  void report(SourceRun& source);
  void release_held();

  const RefreshPlan& plan_;
  HttpClient& client_;
  const Clock& clock_;
  RefreshSink& sink_;
  std::stop_token stop_;
  PoliteFetcher fetcher_;
  std::vector<std::unique_ptr<SourceRun>> sources_;
  std::unordered_map<std::string, SourceRun*> by_id_;
  std::unordered_set<std::string> asked_;  ///< addresses, so that none is fetched twice
  std::set<std::string> unreachable_hosts_;
  bool network_seen_ = false;
  std::unordered_map<std::string, Backlog> backlogs_;  ///< by host
  std::vector<SourceRun*> held_;  ///< unreachable, until it is known whether the network is there
};

}  // namespace claimtrail
