#include "cli/commands/stored_claims.h"

namespace claimtrail {

const ReportLine& StoredClaimWriter::report_of(const StoredClaim& claim) {
  const auto [found, is_new] = reports_.try_emplace(claim.report);
  if (is_new) {
    found->second.id = claim.report;
    if (const auto report = store_.report(claim.report)) {
      found->second =
          ReportLine{report->id, report->url, report->title, report->outlet, report->published};
    }
  }
  return found->second;
}

const std::string& StoredClaimWriter::text_of(const StoredClaim& claim) {
  const std::string key = claim.revision + "\n" + claim.extractor;
  if (key != text_key_) {
    const auto text = store_.text(claim.revision, claim.extractor);
    text_ = text ? text->text : std::string();
    text_key_ = key;
  }
  return text_;
}

void StoredClaimWriter::write(JsonWriter& json, const StoredClaim& claim) {
  write_claim(json, {&report_of(claim), &claim.claim, text_of(claim), &claim, claim.extractor});
}

}  // namespace claimtrail
