#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/utf8.h"

#include "tests/core/attribution/reading.h"

namespace claimtrail {

/// Analyses the text as one body block: spans lie on characters inside it, claims stand in text
/// order, their contents do not overlap, every claimant has a name and an id.
inline void expect_sound(const std::string& text) {
  Document document;
  document.text = text;
  document.blocks.push_back({BlockKind::body, {0, static_cast<std::uint32_t>(text.size())}});
  document.published = parse_published("2025-04-26");
  const Analysis analysis = analyse(document);
  std::vector<Span> contents;
  const auto expect_span = [&](Span span) {
    ASSERT_LT(span.start, span.end);
    ASSERT_LE(span.end, text.size());
    ASSERT_EQ(character_start(text, span.start), span.start);
    ASSERT_EQ(character_start(text, span.end), span.end);
  };
  std::uint32_t reached = 0;
  for (const Claim& claim : analysis.claims) {
    ASSERT_FALSE(claim.content.empty());
    ASSERT_LE(reached, claim.span.start) << "claims stand in text order";
    reached = claim.span.start;
    ASSERT_EQ(claim.span.start, claim.content.front().start);
    ASSERT_EQ(claim.span.end, claim.content.back().end);
    for (const Span span : claim.content) {
      expect_span(span);
      contents.push_back(span);
    }
    for (const Hop& hop : claim.attribution) {
      if (hop.source_span) expect_span(*hop.source_span);
      if (hop.cue_span) expect_span(*hop.cue_span);
      for (const Claimant& claimant : hop.claimants) {
        ASSERT_FALSE(claimant.name.empty());
        ASSERT_FALSE(claimant.id.empty());
      }
    }
    for (const Figure& figure : claim.figures) ASSERT_TRUE(claim.span.contains(figure.span));
    ASSERT_EQ(claim.manner == Manner::unattributed, claim.attribution.empty());
  }
  std::sort(contents.begin(), contents.end());
  for (std::size_t i = 1; i < contents.size(); ++i) {
    ASSERT_LE(contents[i - 1].end, contents[i].start) << "contents of claims overlap in: " << text;
  }
}

}  // namespace claimtrail
