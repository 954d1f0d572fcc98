#include "core/analysis.h"

#include "core/attribution/find_claims.h"
#include "core/attribution/language.h"
#include "core/quantity/find_figures.h"
#include "core/text/tokens.h"

namespace claimtrail {

const std::string& extractor_version() {
  static const std::string version =
      "claimtrail " CLAIMTRAIL_VERSION ", " + Language::english().version();
  return version;
}

namespace {

TokenizedText take_apart_document(const Document& document) {
  std::vector<Span> blocks;
  blocks.reserve(document.blocks.size());
  for (const Block& block : document.blocks) blocks.push_back(block.span);
  return take_apart(document.text, blocks);
}

}  // namespace

Analysis analyse(const Document& document, const std::vector<ClaimantSettings>& known_claimants) {
  const TokenizedText text = take_apart_document(document);
  Analysis analysis;
  analysis.figures = find_figures(text);
  analysis.dates = find_dates(
      text, document.published ? std::optional<Day>(document.published->day) : std::nullopt);
  analysis.claims = find_claims(document, text, analysis.figures, analysis.dates, known_claimants);
  return analysis;
}

std::vector<Figure> list_figures(const Document& document) {
  return find_figures(take_apart_document(document), Equivalents::apart);
}

}  // namespace claimtrail
