#include <set>

#include "cli/provenance/escape.h"
#include "cli/provenance/render.h"

namespace claimtrail {
namespace {

class Table {
 public:
  explicit Table(const ProvenanceReport& report) : report_(report) {}

  std::string write() {
    row({"question",     "ask",         "claimant",   "attribution", "manner",    "hedge",
         "value",        "low",         "low_open",   "high",        "high_open", "unit",
         "as_of_from",   "as_of_to",    "exact",      "outlet",      "title",     "published",
         "address",      "block",       "start",      "end",         "report",    "revision",
         "raw_sha256",   "text_sha256", "fetched_at", "first_seen",  "last_seen", "gone_since",
         "review_state", "claim",       "flags"});
    for (const TracedQuestion& traced : report_.questions) {
      std::set<std::string> listed;
      for (const TracedPosition& position : traced.positions) {
        for (const TracedEntry& entry : position.entries) {
          listed.insert(entry.claim);
          reading(&traced.question, &position, &entry, entry.claim);
        }
      }
      for (const std::string& id : traced.claims) {
        if (!listed.contains(id)) reading(&traced.question, nullptr, nullptr, id);
      }
    }
    for (const std::string& id : report_.other_claims) reading(nullptr, nullptr, nullptr, id);
    return std::move(out_);
  }

 private:
  void row(const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) text(cell);
    end_row();
  }
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void text(std::string_view cell) {
    separate();
    out_ += csv_cell(cell);
  }
  /// What the program wrote itself: a minus sign in front is no formula.
  void plain(const std::string& cell) {
    separate();
    out_ += cell;
  }
  void end_row() {
    out_ += "\r\n";
    first_ = true;
  }

  void figure(const TracedEntry* entry, const Claim& claim) {
    if (entry == nullptr || entry->figure < 0) {
      for (int i = 0; i < 5; ++i) plain("");
      return;
    }
    const Figure& of = claim.figures[static_cast<std::size_t>(entry->figure)];
    plain(of.low ? of.low->text() : "");
    plain(of.low_open ? "true" : "false");
    plain(of.high ? of.high->text() : "");
    plain(of.high_open ? "true" : "false");
    text(of.unit);
  }

  void reading(const Question* question, const TracedPosition* position, const TracedEntry* entry,
               const std::string& id) {
    const TracedClaim* traced = report_.claim(id);
    if (traced == nullptr) return;
    const StoredClaim& stored = traced->stored;
    const Claim& claim = stored.claim;
    text(question != nullptr ? question->id : "");
    text(question != nullptr ? question->ask : "");
    text(position != nullptr ? position->claimant : "");
    text(traced->attribution);
    plain(to_string(claim.manner));
    plain(claim.attribution.empty() ? "" : to_string(claim.attribution.front().hedge));
    text(entry != nullptr ? entry->value : "");
    figure(entry, claim);
    std::optional<DayRange> days;
    if (entry != nullptr) {
      days = entry->as_of;
    } else if (claim.as_of) {
      days = claim.as_of->range;
    }
    plain(days ? format_day(days->from) : "");
    plain(days ? format_day(days->to) : "");
    text(stored.exact);
    place(*traced);
    plain(format_timestamp(stored.first_seen));
    plain(format_timestamp(stored.last_seen));
    plain(stored.gone_since ? format_timestamp(*stored.gone_since) : "");
    text(stored.review_state);
    text(id);
    std::string flags;
    for (const std::string& flag : traced->flags) flags += (flags.empty() ? "" : " ") + flag;
    text(flags);
    end_row();
  }

  void place(const TracedClaim& traced) {
    const StoredClaim& stored = traced.stored;
    const TracedReport* of = report_.report(stored.report);
    const Report report = of != nullptr ? of->report : Report{};
    Revision revision;
    if (of != nullptr) {
      for (const Revision& known : of->revisions) {
        if (known.id == stored.revision) revision = known;
      }
    }
    text(report.outlet);
    text(report.title);
    plain(report.published ? format_published(*report.published) : "");
    text(traced.address.empty() ? report.url : traced.address);
    plain(to_string(stored.claim.block));
    plain(std::to_string(stored.claim.span.start));
    plain(std::to_string(stored.claim.span.end));
    text(stored.report);
    text(stored.revision);
    text(revision.raw_sha256);
    text(revision.text_sha256);
    plain(revision.id.empty() ? "" : format_timestamp(revision.fetched_at));
  }

  const ProvenanceReport& report_;
  std::string out_;
  bool first_ = true;
};

}  // namespace

std::string render_csv(const ProvenanceReport& report) { return Table(report).write(); }

}  // namespace claimtrail
