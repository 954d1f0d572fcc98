#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/model/report.h"
#include "core/model/source_state.h"
#include "core/model/time.h"

#include "sources/feeds/feed.h"
#include "sources/http/http_client.h"
#include "sources/http/normalise_url.h"
#include "sources/refresh_memory.h"
#include "sources/settings.h"

namespace claimtrail {

/// Bytes that a visit to a report brought, with what the feed said of it.
struct Capture {
  std::string source;  ///< source id
  std::string url;     ///< the address asked for, normalised; "file://" and the path for a file
  std::string answered_by;  ///< after redirects; the file's name for a file
  Timestamp fetched_at;     ///< of a capture in an archive: when it was made, in whatever order
  int http_status = 0;      ///< 0 for a file
  std::string content_type;
  std::string headers;
  std::string body;
  std::string input = "html";      ///< html, text or ndjson
  std::string given;               ///< as Revision::given, from a desk's own export; else empty
  std::optional<FeedEntry> entry;  ///< what the feed said, when it came from one
  std::string cited_by;  ///< id of the report whose link led to it, one step deep; else empty
};

/// What a sink made of a capture.
struct Captured {
  std::string report;  ///< its id
  /// Addresses in its text that lead to other outlets' reports and are not known yet, in order.
  std::vector<std::string> cites;
};

/// A visit that brought no bytes to read.
struct Visit {
  std::string source;
  std::string url;
  Timestamp at;
  std::string outcome;  ///< as in Observation: not_modified, unchanged (a revisit in an archive),
                        ///< not_found, gone, legal, bot_wall, disallowed, error
  int http_status = 0;  ///< 0 where there was no answer
  std::string detail;   ///< why, in words
};

/// How one source went.
struct SourceOutcome {
  std::string source;
  bool failed = false;   ///< the source itself; single pages that failed only count below
  std::string reason;    ///< in words, when it failed or when pages did
  int entries = 0;       ///< items its feed or directory listed
  int fetched = 0;       ///< captures brought and accepted
  int not_modified = 0;  ///< pages and files that had not changed
  int failed_pages = 0;
  int cited = 0;  ///< reports brought because others cite them
};

/// A report that is to be visited again whatever its feed says.
struct Revisit {
  std::string source;
  std::string url;
};

/// What refresh asks and tells. Called on the refreshing thread only, never concurrently.
/// `captured` and `visited` come as they happen, those of several sources mixed. When the last page
/// of a source is done, `remember` comes for what was learnt of its addresses and then `finished`,
/// once for every source of the plan or of its revisits: there the sink should commit all that
/// belongs to it. While a call runs nothing is fetched: long work (analysis) belongs on a pool that
/// `finished` waits for. What a call throws ends the refresh and passes through.
class RefreshSink {
 public:
  virtual ~RefreshSink() = default;
  [[nodiscard]] virtual RefreshMemory& memory() = 0;
  /// Asked once a source, before anything of it is fetched.
  [[nodiscard]] virtual SourceState source_state(const std::string& source) = 0;
  [[nodiscard]] virtual PageState page_state(const std::string& url) = 0;
  /// True when the address was captured before, so a feed that lists it again need not bring it.
  [[nodiscard]] virtual bool known(const std::string& url) = 0;
  /// A failure says why the bytes are no report (wall, PDF); the page then counts as failed.
  [[nodiscard]] virtual Result<Captured> captured(Capture capture) = 0;
  virtual void visited(const Visit& visit) = 0;
  /// What to know of an address next time: validators after an accepted capture, a permanent
  /// redirect and how often it was seen. Sources' own addresses too.
  virtual void remember(const PageState& state) = 0;
  /// A permanent redirect of a source is believed from now on, or no longer.
  virtual void moved(const SourceMove& move) = 0;
  virtual void finished(const SourceOutcome& outcome, const SourceState& state) = 0;
};

struct RefreshPlan {
  std::vector<SourceSettings> sources;  ///< to be fetched now, whatever their state says
  std::vector<Revisit> revisits;        ///< reports to be visited now
  HttpLimits limits;
  FetchManners manners;
  std::string desk_timezone = "UTC";
};

/// Fetches every source of the plan and every report they list that is not known, visits every
/// revisit conditionally, and tells the sink. One source's failure never stops another. No address
/// is fetched twice in one call. Blocks until done or stopped; holds no lock and no transaction.
///
/// What lies on this machine, in a directory or in WARC files, is read where it changed since it
/// was read. A WARC file that grew is read again from its start; whoever stores its captures knows
/// them by address and time.
///
/// Everything obeys robots.txt (robots_gate.h) unless the source says `robots: ignore`, and whoever
/// wants a pause gets it (pauses.h), in this call and in later ones. An address that robots.txt
/// forbids is a visit with the outcome "disallowed" that names the line.
///
/// Reports are asked for with their validators, but whole where they last came whole longer ago
/// than `full_every`, so that a validator that got stuck cannot hide an edit for ever.
///
/// An entry of a feed or sitemap that is known by one of its keys (entry_keys.h) under another
/// address is the same report: it is not brought again.
///
/// Where `cited` says so, links in the text of a report that lead to another outlet's are fetched
/// too, one step deep: within the same limits and manners, at most `cited_per_report` of them,
/// each only while it is not known. Their failures are visits, not failures of the source.
///
/// A source's state afterwards:
/// - Its validators are those of the last feed that was read whole and whose new pages were all
///   dealt with; a page that may come right later (no answer, 429, 5xx) leaves them empty, so that
///   the feed lists it again. Once in `full_every`, counted by a phase of its own, it is fetched
///   without them.
/// - A failure waits 5 minutes, doubled each time in a row, a day at most; a pause that was asked
///   for is kept as asked, a week at most. `next_due` is never before that.
/// - What the feed or Cache-Control says of its rhythm makes `next_due` later, never sooner.
/// - 410 marks it gone. Three sightings in a row of the same permanent redirect (301, 308) move it;
///   a move from https to http is never kept.
/// - When two or more hosts were asked and none could be reached the network is taken to be down:
///   states keep their counters, the reason says "no network".
/// - Stopped: its state stays as it was, the reason says "stopped".
void refresh(const RefreshPlan& plan, HttpClient& client, const Clock& clock, RefreshSink& sink,
             std::stop_token stop = {});

/// When a source that was asked at `now` is due again: by next_due, at least half an interval from
/// now where it was asked before its time, and not before `after.not_before` and the feed's own
/// rhythm allow, which make the wait longer (a day at most), never shorter.
[[nodiscard]] Timestamp due_after(const SourceSettings& source, const SourceState& before,
                                  const SourceState& after, const std::string& desk_timezone,
                                  Timestamp now);

/// True when a scheduled run should fetch the source now: enabled, not gone, not held back, and its
/// time has come.
[[nodiscard]] bool is_due(const SourceSettings& source, const SourceState& state,
                          const std::string& desk_timezone, Timestamp now);

}  // namespace claimtrail
