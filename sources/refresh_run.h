#pragma once

#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "sources/answer.h"
#include "sources/directory_source.h"
#include "sources/refresh.h"

namespace claimtrail {

/// How the fetch of a source itself ended.
enum class SourceEnd { open, read, failed, unreachable, not_asked, stopped };

/// A source of the plan on its way, or one that only has revisits.
struct SourceRun {
  std::string id;
  const SourceSettings* settings = nullptr;  ///< null when it only has revisits
  SourceState before;
  SourceState after;
  PageState address;         ///< of the configured location; for a page source also its validators
  PageState address_before;  ///< as it was remembered
  std::string asked;         ///< where it is fetched from now
  SourceOutcome outcome;
  std::string first_page_failure;
  std::vector<PageState> learnt;
  SourceEnd end = SourceEnd::open;
  bool gone = false;
  bool list_again = false;  ///< a page it lists may come right later
  std::optional<Timestamp> retry_after;
  int waiting_for = 0;  ///< fetches under way, and one for being set up
};

/// A page to be fetched for a source.
struct PageRun {
  std::string url;  ///< normalised: what it is known under
  PageState known;
  std::optional<FeedEntry> entry;
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
  // refresh_run.cpp: how sources begin and end.
  SourceRun& source_for(const std::string& id);
  void prepare(const SourceSettings& settings);
  void start(SourceRun& source);
  void start_revisits();
  void read_directory(SourceRun& source);
  void read_file(SourceRun& source, const DirectoryFile& file);
  void note_network(const std::string& url, const Result<HttpResponse>& result);
  void done_with_one(SourceRun& source);
  void settle(SourceRun& source);
  void finish(SourceRun& source);
  void finish_failed(SourceRun& source);
  void finish_without_network(SourceRun& source);
  void report(SourceRun& source);
  void release_held();

  // refresh_answers.cpp: what answers mean for them.
  void fetch_feed(SourceRun& source);
  void fetch_page(SourceRun& source, PageRun page);
  void take_feed(SourceRun& source, const Result<HttpResponse>& result);
  void take_entries(SourceRun& source, const Feed& feed, const std::string& base);
  void take_page(SourceRun& source, PageRun& page, Result<HttpResponse> result);
  void take_body(SourceRun& source, PageRun& page, HttpResponse response);
  void take_not_modified(SourceRun& source, PageRun& page, const HttpResponse& response);
  void page_failed(SourceRun& source, const PageRun& page, const AnswerMeaning& meaning,
                   int status);
  void source_read(SourceRun& source, const HttpResponse& response);
  void source_failed(SourceRun& source, const Result<HttpResponse>& result);
  void note_pause(SourceRun& source, const HttpResponse& response) const;
  [[nodiscard]] HttpRequest request_for(const SourceRun& source, const std::string& url) const;

  const RefreshPlan& plan_;
  HttpClient& client_;
  const Clock& clock_;
  RefreshSink& sink_;
  std::stop_token stop_;
  std::vector<std::unique_ptr<SourceRun>> sources_;
  std::unordered_map<std::string, SourceRun*> by_id_;
  std::set<std::string> asked_;  ///< addresses, so that none is fetched twice
  std::set<std::string> unreachable_hosts_;
  bool network_seen_ = false;
  std::vector<SourceRun*> held_;  ///< unreachable, until it is known whether the network is there
};

}  // namespace claimtrail
