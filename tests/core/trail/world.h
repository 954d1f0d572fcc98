#pragma once

#include <string>
#include <vector>

#include "core/model/digest.h"
#include "core/trail/evidence.h"

namespace claimtrail {

/// Builds a small stored world for tests of the trail.
class World {
 public:
  Report& report(const std::string& id, const std::string& outlet, const char* day) {
    Report report;
    report.id = id;
    report.url = "https://" + id + ".example/";
    report.outlet = outlet;
    report.published = parse_published(day);
    input.reports.push_back(report);
    return input.reports.back();
  }

  /// A claim attributed to `claimant`; in the outlet's own voice when that is empty.
  StoredClaim& claim(const std::string& report, const std::string& id, const std::string& words,
                     const std::string& claimant = "") {
    StoredClaim stored;
    stored.claim.id = id;
    stored.claim.span = {static_cast<std::uint32_t>(input.claims.size()), 0};
    stored.claim.content = {stored.claim.span};
    stored.report = report;
    stored.exact = words;
    if (!claimant.empty()) {
      stored.claim.manner = Manner::indirect;
      stored.claim.attribution = {
          {{{content_id({"claimant", claimant}), claimant, ClaimantKind::organization}},
           Hedge::asserted,
           {},
           {}}};
    }
    input.claims.push_back(stored);
    return input.claims.back();
  }

  static Figure figure(int value, const std::string& noun = "troops") {
    Figure made;
    made.low = made.high = Decimal{value};
    made.dimension = "count";
    made.unit = "person";
    made.noun = noun;
    return made;
  }

  EvidenceInput input;
};

}  // namespace claimtrail
