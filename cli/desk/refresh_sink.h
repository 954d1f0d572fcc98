#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/store/store.h"

#include "cli/desk/capture.h"
#include "cli/desk/ladder.h"
#include "cli/desk/refresh_desk.h"
#include "sources/refresh.h"

namespace claimtrail {

/// What refreshing brings, kept a source at a time: pages are read as they come, analysed on a pool
/// when their source is finished, and stored with the source's state in one transaction. States of
/// sources that brought nothing are stored many together, at the latest by `flush`. Of a source
/// that brings more than fits in memory, an archive say, what came is stored before its end.
class DeskSink : public RefreshSink, private RefreshMemory {
 public:
  DeskSink(Store& store, const Config& config, const RefreshRequest& request, const Clock& clock,
           RefreshSummary& summary);

  [[nodiscard]] RefreshMemory& memory() override { return *this; }
  [[nodiscard]] SourceState source_state(const std::string& source) override;
  [[nodiscard]] PageState page_state(const std::string& url) override;
  [[nodiscard]] bool known(const std::string& url) override;
  [[nodiscard]] Result<Captured> captured(Capture capture) override;
  void visited(const Visit& visit) override;
  void remember(const PageState& state) override;
  void moved(const SourceMove& move) override;
  void finished(const SourceOutcome& outcome, const SourceState& state) override;

  /// Stores what is still kept back.
  void flush();
  /// Brings forward the next visit of the reports visited now that stand in an open flag.
  void plan_visits();

 private:
  struct EntryKeys {
    std::string url;
    std::vector<std::string> keys;
  };
  struct Pending {
    std::vector<std::pair<CapturedReport, Document>> captures;
    std::vector<std::string> cited_by;  ///< one a capture
    std::vector<Visit> visits;
    std::vector<SourceMove> moves;
    std::vector<EntryKeys> entry_keys;
    std::size_t bytes = 0;             ///< of the captures
    std::vector<std::string> touched;  ///< reports that were stored before the source's end
  };

  struct Prepared {
    std::vector<PreparedReport> reports;
    std::vector<std::string> cited_by;  ///< one a report
  };

  [[nodiscard]] std::vector<Pause> pauses() override { return store_.pauses(); }
  void put_pause(const Pause& pause) override { store_.put_pause(pause); }
  [[nodiscard]] std::optional<RobotsFile> robots(const std::string& origin) override {
    return store_.robots(origin);
  }
  void put_robots(const RobotsFile& file) override { store_.put_robots(file); }
  [[nodiscard]] std::string entry_address(const std::string& source,
                                          const std::vector<std::string>& keys) override;
  void add_entry_keys(const std::string& source, const std::string& url,
                      const std::vector<std::string>& keys) override;

  void store_finished(const SourceOutcome& outcome, const SourceState& state);
  /// Analyses the captures, outside any transaction.
  [[nodiscard]] Prepared prepare(Pending& pending);
  /// Stores them and the visits.
  void store_prepared(const Prepared& prepared, Pending& pending);
  [[nodiscard]] Result<Captured> take(const Capture& capture, std::string bytes);
  [[nodiscard]] std::vector<std::string> cites_of(const Capture& capture, const Document& document);
  [[nodiscard]] const SourceSettings* settings_of(const std::string& source) const;
  /// Stores a prepared report and says in whose name it came.
  void store_report(const PreparedReport& report, const std::string& cited_by,
                    std::vector<std::string>& touched);
  /// The id of the report that was visited; empty when it is not known.
  std::string store_visit(const Visit& visit);
  void store_states();
  void plan_visit(const std::string& report, UnderReview under_review);

  Store& store_;
  const Config& config_;
  const RefreshRequest& request_;
  const Clock& clock_;
  RefreshSummary& summary_;
  int claims_ = 0;                                                   ///< found so far
  std::unordered_map<std::string, const SourceSettings*> settings_;  ///< by id
  std::unordered_map<std::string, SourceState> known_states_;        ///< until they are asked for
  std::unordered_map<std::string, Pending> pending_;                 ///< by source
  std::vector<SourceState> states_;                   ///< to be stored with the next transaction
  std::unordered_map<std::string, PageState> pages_;  ///< the same
  std::set<std::string> visited_reports_;             ///< ids
};

}  // namespace claimtrail
