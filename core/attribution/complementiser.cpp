#include "core/attribution/complementiser.h"

namespace claimtrail {
namespace {

constexpr std::string_view kThat = "that";

}  // namespace

std::vector<Span> content_with_complementiser(const Claim& claim, std::string_view text) {
  std::vector<Span> content = claim.content;
  if (content.empty() || claim.attribution.empty()) return content;
  const std::string_view before = text.substr(0, content.front().start);
  const auto last = before.find_last_not_of(" \t\r\n\xC2\xA0,");
  if (last == std::string_view::npos || !before.substr(0, last + 1).ends_with(kThat)) {
    return content;
  }
  const auto start = static_cast<std::uint32_t>(last + 1 - kThat.size());
  const bool word = start > 0 && before[start - 1] == ' ';
  // The cue stands before it: not "the one that said P".
  for (const Hop& hop : claim.attribution) {
    if (hop.cue_span && hop.cue_span->end <= start && word) {
      content.front().start = start;
      return content;
    }
  }
  return content;
}

}  // namespace claimtrail
