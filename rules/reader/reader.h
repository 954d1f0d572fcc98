#pragma once

#include <optional>
#include <vector>

#include "rules/reader/draft.h"
#include "rules/rule.h"

namespace claimtrail {

/// Reads the keys of a pack. Every mistake is added to `problems`; rules with mistakes stay in the
/// draft, so that the compiler can find the rest of them. Nothing only where the file is no YAML
/// map at all.
[[nodiscard]] std::optional<PackDraft> read_pack(const PackSource& source,
                                                 std::vector<Diagnostic>& problems);

/// The schema every pack names.
inline constexpr const char* kRulesSchema = "claimtrail-rules/1";

}  // namespace claimtrail
