#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/figure.h"
#include "core/model/span.h"

namespace claimtrail {

enum class BlockKind { headline, standfirst, caption, body, note };
enum class Manner { direct, indirect, mixed, unattributed };
enum class Hedge {
  asserted,
  claimed,
  confirmed,
  denied,
  conceded,
  estimated,
  predicted,
  questioned
};
enum class Polarity { affirmed, negated };
enum class ClaimType { quantity, event, superlative, prediction, promise, position, other };
enum class ClaimantKind { named_person, organization, role, group, anonymous, document, outlet };

/// Who a claim is attributed to. `id` is made from the normalised name (or the config's name where
/// an alias matched), so that the same claimant has the same id everywhere.
struct Claimant {
  std::string id;
  std::string name;
  ClaimantKind kind = ClaimantKind::organization;

  friend bool operator==(const Claimant&, const Claimant&) = default;
};

/// One step of an attribution. Hop 0 is nearest the claim. "It is said" has no claimant.
struct Hop {
  std::vector<Claimant> claimants;
  Hedge hedge = Hedge::asserted;
  std::optional<Span> source_span;
  std::optional<Span> cue_span;

  friend bool operator==(const Hop&, const Hop&) = default;
};

/// A clause-sized statement as read in one text. All spans are bytes of that text.
struct Claim {
  std::string id;  ///< empty until the claim is stored; see linking/identity.h
  BlockKind block = BlockKind::body;
  Span span;                  ///< from the first content byte to the last
  std::vector<Span> content;  ///< in text order; several where the cue interrupts
  Manner manner = Manner::unattributed;
  Polarity polarity = Polarity::affirmed;
  ClaimType claim_type = ClaimType::other;
  bool checkable = true;
  std::vector<Hop> attribution;  ///< empty: the outlet's own voice
  std::vector<Figure> figures;
  std::optional<AsOf> as_of;

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// The content spans of `text` joined by " … ".
[[nodiscard]] std::string exact_words(const Claim& claim, std::string_view text);

[[nodiscard]] const char* to_string(BlockKind value);
[[nodiscard]] const char* to_string(Manner value);
[[nodiscard]] const char* to_string(Hedge value);
[[nodiscard]] const char* to_string(Polarity value);
[[nodiscard]] const char* to_string(ClaimType value);
[[nodiscard]] const char* to_string(ClaimantKind value);
[[nodiscard]] std::optional<BlockKind> parse_block_kind(std::string_view text);
[[nodiscard]] std::optional<Manner> parse_manner(std::string_view text);
[[nodiscard]] std::optional<Hedge> parse_hedge(std::string_view text);
[[nodiscard]] std::optional<Polarity> parse_polarity(std::string_view text);
[[nodiscard]] std::optional<ClaimType> parse_claim_type(std::string_view text);
[[nodiscard]] std::optional<ClaimantKind> parse_claimant_kind(std::string_view text);

}  // namespace claimtrail
