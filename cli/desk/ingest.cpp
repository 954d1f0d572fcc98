#include "cli/desk/ingest.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/linking/identity.h"
#include "core/model/digest.h"
#include "core/trail/correction_note.h"
#include "core/trail/wire_credit.h"

#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

constexpr const char* kUnchanged = "unchanged";
constexpr const char* kNotModified = "not_modified";

/// The address a report is known by, and what it is based on where its canonical address is
/// elsewhere.
struct Addresses {
  std::string url;
  std::string is_based_on;
};

Addresses addresses_of(const CapturedReport& capture, const Document& document) {
  const std::string& asked = capture.given.url.empty() ? document.url : capture.given.url;
  Addresses addresses{normalise_url(asked), {}};
  if (addresses.url.empty()) addresses.url = asked;
  const std::string canonical = normalise_url(document.canonical_url);
  if (canonical.empty() || canonical == addresses.url) return addresses;
  if (addresses.url.empty() || same_registrable_domain(canonical, addresses.url)) {
    addresses.url = canonical;
  } else {
    addresses.is_based_on = canonical;
  }
  return addresses;
}

void describe_report(Report& report, const CapturedReport& capture, const Document& document) {
  const Addresses addresses = addresses_of(capture, document);
  report.url = addresses.url;
  report.is_based_on = addresses.is_based_on;
  if (!capture.source.empty()) report.source = capture.source;
  // A later visit of the page alone does not know what its feed said.
  if (!capture.given.syndicated_from.empty()) {
    report.syndicated_from = capture.given.syndicated_from;
  }
  report.title = document.title;
  report.outlet = document.outlet;
  report.byline = document.byline;
  report.published = document.published;
  report.modified = document.modified;
  report.language = document.language;
  report.cites.clear();
  for (const CitedLink& link : document.links) {
    const std::string url = normalise_url(link.url);
    if (!url.empty()) report.cites.push_back(url);
  }
}

Revision make_revision(const PreparedReport& prepared, const std::string& report) {
  const CapturedReport& capture = prepared.capture;
  Revision revision;
  revision.id =
      content_id({"revision", report, prepared.raw_sha256, format_timestamp(capture.fetched_at)});
  revision.report = report;
  revision.url = capture.answered_by;
  revision.fetched_at = capture.fetched_at;
  revision.content_type = capture.content_type;
  revision.headers = capture.headers;
  revision.input = to_string(capture.input);
  revision.raw_sha256 = prepared.raw_sha256;
  revision.text_sha256 = prepared.text_sha256;
  revision.given = write_given(capture.given);
  return revision;
}

/// Puts text and sightings of one revision; `older` are the claims of the revision before it, or of
/// the one after it where it is the first. Answers with those of them that it does not hold.
std::vector<std::string> put_derived(Store& store, const std::string& report,
                                     const std::string& revision, const Document& document,
                                     std::vector<Claim> claims,
                                     const std::vector<StoredClaim>& older, Timestamp at) {
  RevisionText text;
  text.revision = revision;
  text.extractor = extractor_version();
  text.text = document.text;
  text.blocks = write_blocks(document.blocks);
  text.text_sha256 = sha256(document.text);
  for (const CorrectionNote& note : find_correction_notes(document.text, document.blocks)) {
    text.note += (text.note.empty() ? "" : "\n\n") + note.words;
  }
  for (const WireCredit& credit :
       find_wire_credits(document.text, document.blocks, document.byline)) {
    if (credit.place == CreditPlace::contribution) continue;
    if (text.agencies.empty() || text.agencies.back() != credit.agency) {
      text.agencies.push_back(credit.agency);
    }
  }
  store.put_text(text);
  Continuation continuation = continue_claims(report, document.text, claims, older);
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].id = continuation.ids[i];
  store.put_sightings(report, revision, extractor_version(), document.text, claims, at);
  return std::move(continuation.gone);
}

/// Says that the same text came in other bytes (another charset, other furniture), and as what.
std::string other_bytes(const PreparedReport& prepared, const Revision& newest) {
  if (prepared.raw_sha256 == newest.raw_sha256) return {};
  const std::string& type = prepared.capture.content_type;
  return "the same text in other bytes" + (type.empty() ? "" : ", sent as " + type);
}

bool was_observed(const Store& store, const std::string& report, Timestamp at,
                  std::string_view outcome) {
  const std::vector<Observation> seen = store.observations(report);
  return std::any_of(seen.begin(), seen.end(), [&](const Observation& observation) {
    return observation.at == at && observation.outcome == outcome;
  });
}

/// One capture on its way into the store.
class Ingestion {
 public:
  Ingestion(Store& store, const PreparedReport& prepared,
            const std::vector<ClaimantSettings>& known_claimants, Ingested& result)
      : store_(store),
        prepared_(prepared),
        capture_(prepared.capture),
        known_claimants_(known_claimants),
        at_(prepared.capture.fetched_at),
        result_(result) {}

  void run() {
    report_ = store_.report(result_.report).value_or(Report{});
    find_neighbours();
    if (is_stored_) {
      result_.outcome = IngestOutcome::known;
      return;
    }
    const Revision* held = before_ ? &*before_ : after_ ? &*after_ : nullptr;
    const bool is_same = held != nullptr && has_same_text(*held);
    if (is_same && was_observed(store_, result_.report, at_, kUnchanged)) {
      result_ = {IngestOutcome::known, result_.report, held->id};
      return;
    }
    if (report_.id.empty()) report_.first_seen = report_.last_seen = at_;
    report_.id = result_.report;
    report_.first_seen = std::min(report_.first_seen, at_);
    report_.last_seen = std::max(report_.last_seen, at_);
    ++report_.visits;
    if (is_same) return observe(*held);
    add_revision();
  }

 private:
  void find_neighbours() {
    for (Revision& revision : store_.revisions(result_.report)) {
      if (revision.fetched_at == at_ && revision.raw_sha256 == prepared_.raw_sha256) {
        result_.revision = revision.id;
        is_stored_ = true;
      }
      if (revision.fetched_at <= at_) {
        before_ = std::move(revision);
      } else if (!after_) {
        after_ = std::move(revision);
      }
    }
  }

  [[nodiscard]] bool has_same_text(const Revision& revision) {
    // An undecodable older revision must not stop newer ones from being kept.
    (void)derive(store_, report_, revision, known_claimants_);
    const auto text = store_.text(revision.id, extractor_version());
    return text && text->text_sha256 == prepared_.text_sha256;
  }

  void observe(const Revision& held) {
    result_.outcome = IngestOutcome::unchanged;
    result_.revision = held.id;
    store_.put_report(report_);
    store_.add_observation({report_.id, at_, kUnchanged, 0, other_bytes(prepared_, held)});
    if (!after_) store_.touch_claims(report_.id, at_);
  }

  void add_revision() {
    if (before_ || after_) result_.outcome = IngestOutcome::revised;
    if (!after_) describe_report(report_, capture_, prepared_.document);
    store_.put_report(report_);
    const Revision revision = make_revision(prepared_, report_.id);
    result_.revision = revision.id;
    store_.add_revision(revision, capture_.bytes);
    if (after_) (void)derive(store_, report_, *after_, known_claimants_);
    std::vector<StoredClaim> neighbours;
    if (before_ || after_) neighbours = sightings_of(before_ ? *before_ : *after_);
    const std::vector<std::string> absent =
        put_derived(store_, report_.id, revision.id, prepared_.document, prepared_.analysis.claims,
                    neighbours, at_);
    if (before_) store_.mark_gone(absent, at_);
    if (after_) mark_absent_later(revision);
  }

  /// Claims of an older capture that the next one no longer holds.
  void mark_absent_later(const Revision& revision) {
    std::set<std::string> later;
    for (const StoredClaim& claim : sightings_of(*after_)) later.insert(claim.claim.id);
    std::vector<std::string> absent;
    for (const StoredClaim& claim : sightings_of(revision)) {
      if (!later.contains(claim.claim.id)) absent.push_back(claim.claim.id);
    }
    store_.mark_gone(absent, after_->fetched_at);
  }

  [[nodiscard]] std::vector<StoredClaim> sightings_of(const Revision& revision) const {
    return store_.sightings(revision.id, extractor_version());
  }

  Store& store_;
  const PreparedReport& prepared_;
  const CapturedReport& capture_;
  const std::vector<ClaimantSettings>& known_claimants_;
  Timestamp at_;
  Ingested& result_;
  Report report_;
  std::optional<Revision> before_;  ///< the newest that is not newer than the capture
  std::optional<Revision> after_;   ///< the oldest that is
  bool is_stored_ = false;          ///< this very capture
};

}  // namespace

std::string report_id_of(const CapturedReport& capture, const Document& document) {
  if (!capture.given.id.empty()) return capture.given.id;
  if (!document.id.empty()) return document.id;
  const Addresses addresses = addresses_of(capture, document);
  if (!addresses.url.empty()) return content_id({"report", addresses.url});
  return content_id({"report", capture.answered_by, sha256(document.text)});
}

Ingested ingest(Store& store, const PreparedReport& prepared,
                const std::vector<ClaimantSettings>& known_claimants) {
  Ingested result;
  result.report = report_id_of(prepared.capture, prepared.document);
  store.in_transaction([&] {
    Ingestion ingestion(store, prepared, known_claimants, result);
    ingestion.run();
  });
  return result;
}

bool found_as_it_was(const std::string& outcome) {
  return outcome == kUnchanged || outcome == kNotModified;
}

bool note_visit(Store& store, Report report, const Observation& visit) {
  if (!found_as_it_was(visit.outcome)) {
    const std::vector<Observation> seen = store.observations(report.id);
    if (std::find(seen.begin(), seen.end(), visit) != seen.end()) return false;
    store.add_observation(visit);
    return true;
  }
  if (was_observed(store, report.id, visit.at, visit.outcome)) return false;
  store.in_transaction([&] {
    store.add_observation(visit);
    ++report.visits;
    const bool is_latest = visit.at >= report.last_seen;
    if (is_latest) report.last_seen = visit.at;
    store.put_report(report);
    if (is_latest) store.touch_claims(report.id, visit.at);
  });
  return true;
}

Result<void> derive(Store& store, const Report& report, const Revision& revision,
                    const std::vector<ClaimantSettings>& known_claimants) {
  if (store.text(revision.id, extractor_version())) return {};
  return derive_anew(store, report, revision, known_claimants);
}

Result<void> derive_anew(Store& store, const Report& report, const Revision& revision,
                         const std::vector<ClaimantSettings>& known_claimants) {
  Result<std::string> raw = store.raw(revision.raw_sha256);
  if (!raw) return tl::unexpected(raw.error());
  const Result<Document> document = read_capture(capture_of(revision, std::move(*raw)));
  if (!document) return tl::unexpected(document.error());
  const Analysis analysis = analyse(*document, known_claimants);
  store.in_transaction([&] {
    std::vector<StoredClaim> older;
    for (const Revision& other : store.revisions(report.id)) {
      if (other.id == revision.id) break;
      std::vector<StoredClaim> sightings = store.sightings(other.id, extractor_version());
      if (!sightings.empty()) older = std::move(sightings);
    }
    if (older.empty()) older = store.claims({.report = report.id});
    (void)put_derived(store, report.id, revision.id, *document, analysis.claims, older,
                      revision.fetched_at);
  });
  return {};
}

}  // namespace claimtrail
