#include "cli/desk/ingest.h"

#include "core/linking/identity.h"
#include "core/model/digest.h"

#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

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

/// Puts text and sightings of one revision; `older` are the claims of the revision before it.
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
  const CapturedReport& capture = prepared.capture;
  const Timestamp at = capture.fetched_at;
  result.report = report_id_of(capture, prepared.document);
  store.in_transaction([&] {
    Report report = store.report(result.report).value_or(Report{});
    const bool known = !report.id.empty();
    report.id = result.report;
    if (!known) report.first_seen = at;
    report.last_seen = at;
    ++report.visits;
    const std::vector<Revision> revisions = store.revisions(report.id);
    std::vector<StoredClaim> older;
    if (!revisions.empty()) {
      const Revision& newest = revisions.back();
      // An undecodable older revision must not stop newer ones from being kept.
      (void)derive(store, report, newest, known_claimants);
      const auto text = store.text(newest.id, extractor_version());
      if (text && text->text_sha256 == prepared.text_sha256) {
        result.outcome = IngestOutcome::unchanged;
        result.revision = newest.id;
        store.put_report(report);
        store.add_observation({report.id, at, "unchanged", 0, other_bytes(prepared, newest)});
        store.touch_claims(report.id, at);
        return;
      }
      older = store.sightings(newest.id, extractor_version());
      result.outcome = IngestOutcome::revised;
    }
    describe_report(report, capture, prepared.document);
    store.put_report(report);
    const Revision revision = make_revision(prepared, report.id);
    result.revision = revision.id;
    store.add_revision(revision, capture.bytes);
    const std::vector<std::string> gone = put_derived(
        store, report.id, revision.id, prepared.document, prepared.analysis.claims, older, at);
    store.mark_gone(gone, at);
  });
  return result;
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
