#pragma once

#include <string>
#include <string_view>

#include "core/model/claim.h"

namespace claimtrail {

/// A claim of which every member is set, each to something else, in a text of 30 bytes or more.
inline Claim make_full_claim(const std::string& id, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  Claim claim;
  claim.id = id;
  claim.block = BlockKind::caption;
  claim.span = {2, size - 2};
  claim.content = {{2, 8}, {12, 20}, {size - 6, size - 2}};
  claim.manner = Manner::mixed;
  claim.polarity = Polarity::negated;
  claim.claim_type = ClaimType::prediction;
  claim.checkable = false;
  Hop near;
  near.claimants = {{"c-roth", "Ana Röth", ClaimantKind::named_person},
                    {"c-board", "Water Board", ClaimantKind::organization}};
  near.hedge = Hedge::questioned;
  near.source_span = Span{3, 5};
  near.cue_span = Span{5, 7};
  Hop passive;
  passive.hedge = Hedge::conceded;
  passive.cue_span = Span{9, 11};
  Hop wire;
  wire.claimants = {{"c-wire", "The Wire", ClaimantKind::outlet}};
  wire.hedge = Hedge::estimated;
  wire.source_span = Span{20, 24};
  claim.attribution = {near, passive, wire};
  claim.as_of = AsOf{{*parse_day("2024-01-01"), *parse_day("2025-01-01")}, "last year", Span{1, 9}};

  Figure full;
  full.span = {4, 12};
  full.low = Decimal::parse("10000.00000000000000000001");
  full.high = Decimal::parse("-0.5");
  full.low_open = true;
  full.unit = "square kilometer";
  full.ucum = "km2";
  full.dimension = "area";
  full.noun = "land";
  full.predicate = "capture";
  full.role = Role::patient;
  full.modifier = Modifier::at_least;
  full.relative = true;
  full.original_value = "10,000";
  full.includes = {"islands", "\"quoted\" 湖"};
  full.excludes = {"lakes"};
  full.as_of = AsOf{{*parse_day("1999-12-31"), *parse_day("2000-01-01")}, "", std::nullopt};
  full.equivalent = Span{13, 17};
  Figure bare;
  bare.span = {14, 16};
  bare.high_open = true;
  claim.figures = {full, bare};
  return claim;
}

}  // namespace claimtrail
