// Any bytes, repaired to UTF-8, are analysed as a headline and a body: every span must lie on
// characters inside the text, every claimant have a name and an id.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void require_inside(claimtrail::Span span, std::string_view text) {
  require(span.start < span.end && span.end <= text.size());
  require(claimtrail::character_start(text, span.start) == span.start);
  require(span.end == text.size() || claimtrail::character_start(text, span.end) == span.end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = claimtrail::repair_utf8({reinterpret_cast<const char*>(data), size});
  const std::size_t line = std::min(text.find('\n'), text.size());
  claimtrail::Document document;
  claimtrail::set_blocks(document, {{claimtrail::BlockKind::headline, text.substr(0, line)},
                                    {claimtrail::BlockKind::body, text.substr(line)}});
  document.published = claimtrail::parse_published("2025-04-26");
  static const std::vector<claimtrail::ClaimantSettings> known = {
      {"Ann Roth", claimtrail::ClaimantKind::named_person, {"Roth", "Mayor Roth"}},
      {"Ukrainian General Staff", claimtrail::ClaimantKind::organization, {}}};
  const claimtrail::Analysis analysis = claimtrail::analyse(document, known);
  for (const claimtrail::Figure& figure : analysis.figures) {
    require_inside(figure.span, document.text);
    require(!figure.low || !figure.high || *figure.low <= *figure.high);
  }
  for (const claimtrail::DateMention& mention : analysis.dates) {
    require_inside(mention.span, document.text);
    require(mention.duration || mention.range.from < mention.range.to);
  }
  for (const claimtrail::Claim& claim : analysis.claims) {
    require(!claim.content.empty());
    for (const claimtrail::Span& span : claim.content) require_inside(span, document.text);
    for (const claimtrail::Hop& hop : claim.attribution) {
      if (hop.source_span) require_inside(*hop.source_span, document.text);
      if (hop.cue_span) require_inside(*hop.cue_span, document.text);
      for (const claimtrail::Claimant& claimant : hop.claimants) {
        require(!claimant.name.empty() && !claimant.id.empty());
      }
    }
  }
  return 0;
}
