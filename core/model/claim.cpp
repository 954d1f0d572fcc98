#include "core/model/claim.h"

#include "core/model/names.h"

namespace claimtrail {
namespace {

constexpr std::array<Name<BlockKind>, 5> kBlockKinds{{{BlockKind::headline, "headline"},
                                                      {BlockKind::standfirst, "standfirst"},
                                                      {BlockKind::caption, "caption"},
                                                      {BlockKind::body, "body"},
                                                      {BlockKind::note, "note"}}};
constexpr std::array<Name<Manner>, 4> kManners{{{Manner::direct, "direct"},
                                                {Manner::indirect, "indirect"},
                                                {Manner::mixed, "mixed"},
                                                {Manner::unattributed, "unattributed"}}};
constexpr std::array<Name<Hedge>, 8> kHedges{{{Hedge::asserted, "asserted"},
                                              {Hedge::claimed, "claimed"},
                                              {Hedge::confirmed, "confirmed"},
                                              {Hedge::denied, "denied"},
                                              {Hedge::conceded, "conceded"},
                                              {Hedge::estimated, "estimated"},
                                              {Hedge::predicted, "predicted"},
                                              {Hedge::questioned, "questioned"}}};
constexpr std::array<Name<Polarity>, 2> kPolarities{
    {{Polarity::affirmed, "affirmed"}, {Polarity::negated, "negated"}}};
constexpr std::array<Name<ClaimType>, 7> kClaimTypes{{{ClaimType::quantity, "quantity"},
                                                      {ClaimType::event, "event"},
                                                      {ClaimType::superlative, "superlative"},
                                                      {ClaimType::prediction, "prediction"},
                                                      {ClaimType::promise, "promise"},
                                                      {ClaimType::position, "position"},
                                                      {ClaimType::other, "other"}}};
constexpr std::array<Name<ClaimantKind>, 7> kClaimantKinds{
    {{ClaimantKind::named_person, "named_person"},
     {ClaimantKind::organization, "organization"},
     {ClaimantKind::role, "role"},
     {ClaimantKind::group, "group"},
     {ClaimantKind::anonymous, "anonymous"},
     {ClaimantKind::document, "document"},
     {ClaimantKind::outlet, "outlet"}}};

}  // namespace

std::string exact_words(const Claim& claim, std::string_view text) {
  std::string words;
  for (const Span& span : claim.content) {
    if (!words.empty()) words += " … ";
    words += span.of(text);
  }
  return words;
}

const char* to_string(BlockKind value) { return name_of(kBlockKinds, value); }
const char* to_string(Manner value) { return name_of(kManners, value); }
const char* to_string(Hedge value) { return name_of(kHedges, value); }
const char* to_string(Polarity value) { return name_of(kPolarities, value); }
const char* to_string(ClaimType value) { return name_of(kClaimTypes, value); }
const char* to_string(ClaimantKind value) { return name_of(kClaimantKinds, value); }

std::optional<BlockKind> parse_block_kind(std::string_view text) {
  return value_of(kBlockKinds, text);
}
std::optional<Manner> parse_manner(std::string_view text) { return value_of(kManners, text); }
std::optional<Hedge> parse_hedge(std::string_view text) { return value_of(kHedges, text); }
std::optional<Polarity> parse_polarity(std::string_view text) {
  return value_of(kPolarities, text);
}
std::optional<ClaimType> parse_claim_type(std::string_view text) {
  return value_of(kClaimTypes, text);
}
std::optional<ClaimantKind> parse_claimant_kind(std::string_view text) {
  return value_of(kClaimantKinds, text);
}

}  // namespace claimtrail
