#pragma once

#include <string>

#include "cli/provenance/json_value.h"
#include "cli/provenance/report.h"

namespace claimtrail {

/// The name of the format; a reader that does not know it must not guess.
inline constexpr const char* provenance_schema = "claimtrail-provenance/1";

/// The report as one JSON object: what the JSON form is and what the HTML form carries inside. Keys
/// are those of the program's other JSON; unknown values are null. Its last member `data_sha256` is
/// the SHA-256 of the canonical form (see `canonical_json`) of all the others.
[[nodiscard]] JsonValue report_data(const ProvenanceReport& report);

/// That digest, worked out for any object.
[[nodiscard]] std::string data_digest(const JsonValue& data);

}  // namespace claimtrail
