#include "core/attribution/find_claims.h"
namespace claimtrail {
std::vector<Claim> find_claims(const Document&, const TokenizedText& text,
                               const std::vector<Figure>& figures, const std::vector<DateMention>&,
                               const std::vector<ClaimantSettings>&) {
  std::vector<Claim> out;
  for (auto& s : text.sentences) {
    Claim c;
    c.span = s.span;
    c.content = {s.span};
    for (auto& f : figures)
      if (s.span.contains(f.span)) c.figures.push_back(f);
    out.push_back(c);
  }
  return out;
}
}  // namespace claimtrail
