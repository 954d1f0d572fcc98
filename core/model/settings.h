#pragma once

#include <string>
#include <vector>

#include "core/model/claim.h"
#include "core/model/review.h"

namespace claimtrail {

/// Who publishes reports, as the desk describes it.
struct OutletSettings {
  std::string name;
  std::string publisher_family;
  std::string kind;
  std::vector<std::string> domains;
  std::string reliability;
  std::string timezone;
};

/// A claimant the desk knows, with the other names it goes by.
struct ClaimantSettings {
  std::string name;
  ClaimantKind kind = ClaimantKind::organization;
  std::vector<std::string> aliases;
};

/// The desk itself and the sections of the config that core reads.
struct DeskSettings {
  std::string name;
  std::string contact;
  std::string timezone = "UTC";
  std::vector<OutletSettings> outlets;
  std::vector<ClaimantSettings> claimants;
  std::vector<Question> questions;
};

}  // namespace claimtrail
