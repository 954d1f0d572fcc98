#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.h"
#include "core/model/time.h"

#include "sources/page/html_tree.h"
#include "sources/page/segments.h"
#include "sources/page/signals.h"

namespace claimtrail {

struct PageDates {
  std::optional<Published> published;
  std::optional<Published> modified;
  DateOrigin published_origin;
  DateOrigin modified_origin;
};

/// Where a page's dates are looked for.
struct DatePlaces {
  std::string_view url;                 ///< where the page was found; may be empty
  std::uint32_t title_node = 0;         ///< the headline's element; 0 when unknown
  std::uint32_t root = 0;               ///< the body's element; 0 when unknown
  std::optional<Timestamp> fetched_at;  ///< nothing was published later than a day after it
};

/// When the page says it was published and last modified. What it tells machines comes first; a
/// date read from words stands near the headline or in a date line, never anywhere on the page. Of
/// a time the day is the one written with it; where the address names the day before or after, that
/// is the outlet's own (times are often written in UTC), and where it names a much earlier one, the
/// report was published then and only touched since. Unknown is better than a guess.
[[nodiscard]] PageDates find_dates(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                                   const std::vector<Segment>& segments, const PageSignals& signals,
                                   const DatePlaces& places);

/// The day in an address: "/2019/11/18/", "/2019-11-18-", "/20191118/", "/29-10-2021".
[[nodiscard]] std::optional<Day> day_in_url(std::string_view url);

}  // namespace claimtrail
