#include "tests/core/store/store_contract.h"

#include <stdexcept>

#include <stdlib.h>  // mkdtemp

#include "core/model/digest.h"

namespace claimtrail {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "claimtrail-store-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

StoredClaimsContract::StoredClaimsContract() {
  store().put_report(make_report("r1", 10));
  store().add_revision(make_revision("v1", "r1", 10, "1"), "1");
  store().add_revision(make_revision("v2", "r1", 20, "2"), "2");
  store().add_revision(make_revision("v3", "r1", 30, "3"), "3");
}

void StoredClaimsContract::put(const std::string& revision, const std::string& extractor,
                               const std::vector<Claim>& claims, int seen_at,
                               std::string_view text) {
  store().put_sightings("r1", revision, extractor, text, claims, at(seen_at));
}

std::vector<std::string> StoredClaimsContract::found(const ClaimFilter& filter) {
  return ids(store().claims(filter));
}

Timestamp at(int seconds) {
  return Timestamp{*parse_day("2025-04-26")} + std::chrono::seconds(seconds);
}

Report make_report(const std::string& id, int first_seen) {
  Report report;
  report.id = id;
  report.url = "https://news.example/" + id;
  report.title = "Title of " + id;
  report.outlet = "Example News";
  report.first_seen = at(first_seen);
  report.last_seen = at(first_seen);
  return report;
}

Revision make_revision(const std::string& id, const std::string& report, int fetched_at,
                       std::string_view raw) {
  Revision revision;
  revision.id = id;
  revision.report = report;
  revision.url = "https://news.example/" + report;
  revision.fetched_at = at(fetched_at);
  revision.content_type = "text/html";
  revision.input = "html";
  revision.raw_sha256 = sha256(raw);
  revision.text_sha256 = sha256("text of " + id);
  revision.given = "{}";
  return revision;
}

Claim make_claim(const std::string& id, std::string_view text, std::string_view words) {
  const auto start = static_cast<std::uint32_t>(text.find(words));
  Claim claim;
  claim.id = id;
  claim.span = {start, start + static_cast<std::uint32_t>(words.size())};
  claim.content = {claim.span};
  return claim;
}

Flag make_full_flag(const std::string& id) {
  Flag flag;
  flag.id = id;
  flag.rule = "figure-conflict";
  flag.rule_version = "1 abc";
  flag.pack = "builtin";
  flag.severity = FlagSeverity::error;
  flag.scope_key = "q-1";
  flag.question = "q-1";
  flag.sides = {{"more than 10,000", {"a", "b"}}, {"3,000", {"c"}}};
  flag.context = {"d"};
  flag.reports = {"r1", "r2"};
  flag.message = "\"over 10,000\" against 3,000 — line\nbreak, tab\t, quote \" and back\\slash";
  WhyPair pair;
  pair.a = "a";
  pair.b = "c";
  pair.atoms = {{"disjoint(a.figure, b.figure, rel = 0.05)", "a.figure = over 10,000", true},
                {"a.polarity == b.polarity", "affirmed", false}};
  pair.exceptions_tried = {"scope differs"};
  pair.change = "altered";
  flag.why = {pair, WhyPair{}};
  FrozenEvidence evidence;
  evidence.claim = "a";
  evidence.report = "r1";
  evidence.revision = "v1";
  evidence.outlet = "Example News";
  evidence.url = "https://news.example/r1";
  evidence.exact = "over 10,000 … were deployed";
  evidence.content = {{1, 12}, {20, 33}};
  evidence.claimant = "Ana Röth";
  evidence.value = "over 10,000";
  evidence.raw_sha256 = std::string(64, 'a');
  evidence.text_sha256 = std::string(64, 'b');
  evidence.fetched_at = "2025-04-26T08:30:00Z";
  flag.evidence = {evidence, FrozenEvidence{}};
  flag.status = FlagStatus::explained;
  flag.status_code = "as_of_differs";
  flag.suppressed_until = "2026-03-01";
  flag.first_seen = at(5);
  flag.last_seen = at(6);
  return flag;
}

std::vector<std::string> ids(const std::vector<StoredClaim>& claims) {
  std::vector<std::string> found;
  for (const StoredClaim& claim : claims) found.push_back(claim.claim.id);
  return found;
}

}  // namespace claimtrail
