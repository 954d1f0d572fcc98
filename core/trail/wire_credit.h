#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.h"
#include "core/model/span.h"

namespace claimtrail {

/// Where a report credits an agency.
enum class CreditPlace {
  dateline,      ///< "KYIV (Reuters) – …": the text is the agency's
  byline,        ///< "By Anna Roth, Associated Press": the text is the agency's
  credit_line,   ///< a line of its own: "(AP)", "Source: AFP": the text is the agency's
  contribution,  ///< "with reporting by AFP", "AP contributed": part of it is
};

struct WireCredit {
  std::string agency;  ///< one name an agency: "Associated Press" for AP, The AP, Associated Press
  CreditPlace place = CreditPlace::dateline;
  Span span;  ///< in the text; empty for a byline
};

/// The agencies a report credits, from a table of agencies and the forms in which reports credit
/// them, sorted by agency and place, each pair once. An agency that is merely told of ("the
/// ministry told Reuters") is no credit. Captions are left out: they credit photographs. Linear in
/// the text; pure.
[[nodiscard]] std::vector<WireCredit> find_wire_credits(std::string_view text,
                                                        const std::vector<Block>& blocks,
                                                        const std::vector<std::string>& byline);

/// The one name of an agency ("AP", "the Associated Press", "reuters"); empty when it is none.
[[nodiscard]] std::string agency_of(std::string_view name);

[[nodiscard]] const char* to_string(CreditPlace value);

}  // namespace claimtrail
