#pragma once

#include <map>
#include <string>

#include "core/store/store.h"

#include "cli/render/json.h"
#include "cli/render/json_claim.h"

namespace claimtrail {

/// Gives stored claims what their JSON needs besides: their report and the text their spans point
/// into. Keeps one text at a time, so claims should come report by report. Belongs to one thread.
class StoredClaimWriter {
 public:
  explicit StoredClaimWriter(const Store& store) : store_(store) {}
  void write(JsonWriter& json, const StoredClaim& claim);
  [[nodiscard]] const ReportLine& report_of(const StoredClaim& claim);
  [[nodiscard]] const std::string& text_of(const StoredClaim& claim);

 private:
  const Store& store_;
  std::map<std::string, ReportLine> reports_;
  std::string text_key_;
  std::string text_;
};

}  // namespace claimtrail
