#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/flag.h"
#include "core/model/span.h"

namespace claimtrail::sqlite {

/// Columns that hold JSON. Writing throws std::invalid_argument for text that is not UTF-8; reading
/// throws StoreError (damaged) for anything but the expected shape.
[[nodiscard]] std::string strings_to_json(const std::vector<std::string>& values);
[[nodiscard]] std::vector<std::string> strings_from_json(std::string_view json);

[[nodiscard]] std::string spans_to_json(const std::vector<Span>& spans);
[[nodiscard]] std::vector<Span> spans_from_json(std::string_view json);

[[nodiscard]] std::string sides_to_json(const std::vector<Side>& sides);
[[nodiscard]] std::vector<Side> sides_from_json(std::string_view json);

[[nodiscard]] std::string why_to_json(const std::vector<WhyPair>& why);
[[nodiscard]] std::vector<WhyPair> why_from_json(std::string_view json);

[[nodiscard]] std::string evidence_to_json(const std::vector<FrozenEvidence>& evidence);
[[nodiscard]] std::vector<FrozenEvidence> evidence_from_json(std::string_view json);

}  // namespace claimtrail::sqlite
