#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/dates/find_dates.h"
#include "core/model/claim.h"
#include "core/model/document.h"
#include "core/store/store.h"

#include "cli/render/json.h"

namespace claimtrail {

/// The report as a claim names it.
struct ReportLine {
  std::string id;
  std::string url;
  std::string title;
  std::string outlet;
  std::optional<Published> published;
};

/// One claim, the same from `extract` and `claims`. `text` is the text its spans point into; where
/// it is not at hand (empty) the words of attribution and figures are null. `stored` adds what the
/// database knows and is null for `extract`.
struct ClaimLine {
  const ReportLine* report = nullptr;
  const Claim* claim = nullptr;
  std::string_view text;
  const StoredClaim* stored = nullptr;
  std::string_view extractor;
};
void write_claim(JsonWriter& json, const ClaimLine& line);

/// One figure as an item of an array; `question` null where it answers none.
void write_figure(JsonWriter& json, const Figure& figure, std::string_view text,
                  std::string_view question);

/// One date mention: a duration has no place in time, so no `from` and `to`.
void write_date(JsonWriter& json, const DateMention& mention, std::string_view text);

/// Whether the text attributes the claim to somebody: a quotation whose speaker it does not name
/// has neither source nor cue, and is none.
[[nodiscard]] bool is_attribution(const Claim& claim);

/// One attributed claim as source, cue and content of its outermost hop that has a cue: an agency
/// in a dateline and a medium ("told Reuters") have none, and only carried what another said. Where
/// no hop has one it is the outermost.
void write_attribution(JsonWriter& json, const Claim& claim, std::string_view text);

/// `{"exact","start","end"}` under a key, or null.
void write_span(JsonWriter& json, std::string_view key, const std::optional<Span>& span,
                std::string_view text);
/// The same as an item of an array.
void write_span_item(JsonWriter& json, Span span, std::string_view text);

}  // namespace claimtrail
