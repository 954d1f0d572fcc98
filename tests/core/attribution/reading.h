#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/analysis.h"

namespace claimtrail {

/// A text of one body block, or of a headline and a body, and what analysis found in it.
struct Reading {
  Document document;
  Analysis analysis;
};

inline Reading read(const std::string& body, const std::string& headline = {},
                    const std::vector<ClaimantSettings>& known = {}) {
  Reading reading;
  std::vector<BlockText> blocks;
  if (!headline.empty()) blocks.push_back({BlockKind::headline, headline});
  blocks.push_back({BlockKind::body, body});
  set_blocks(reading.document, blocks);
  reading.document.published = parse_published("2025-04-26");
  reading.analysis = analyse(reading.document, known);
  return reading;
}

/// One claim in a line: "12 were hurt | police < mayor < Reuters"; a hedge other than asserted
/// stands after its hop ("Roth (denied)"), "?" is a hop without a claimant, "own voice" no hop;
/// "not: " says that the content is negated.
inline std::string line_of(const Reading& reading, const Claim& claim) {
  std::string line = claim.polarity == Polarity::negated ? "not: " : "";
  line += exact_words(claim, reading.document.text) + " | ";
  if (claim.attribution.empty()) return line + "own voice";
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    const Hop& hop = claim.attribution[i];
    if (i > 0) line += " < ";
    if (hop.claimants.empty()) line += "?";
    for (std::size_t k = 0; k < hop.claimants.size(); ++k) {
      line += (k > 0 ? " + " : "") + hop.claimants[k].name;
    }
    if (hop.hedge != Hedge::asserted) line += std::string(" (") + to_string(hop.hedge) + ")";
  }
  return line;
}

inline std::vector<std::string> lines_of(const Reading& reading) {
  std::vector<std::string> lines;
  for (const Claim& claim : reading.analysis.claims) lines.push_back(line_of(reading, claim));
  return lines;
}

inline std::vector<std::string> lines_of(const std::string& body,
                                         const std::string& headline = {}) {
  return lines_of(read(body, headline));
}

/// A sentence and the lines of its claims.
struct Row {
  const char* text;
  std::vector<std::string> claims;
};

inline void PrintTo(const Row& row, std::ostream* out) { *out << row.text; }

}  // namespace claimtrail
