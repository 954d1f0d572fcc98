#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/time.h"

#include "sources/page/html_tree.h"
#include "sources/page/segments.h"
#include "sources/page/signals.h"

namespace claimtrail {

struct PageDates {
  std::optional<Published> published;
  std::optional<Published> modified;
  std::string
      signal;  ///< "json-ld", "meta", "time element", "url" or "text"; empty without `published`
};

/// When the page says it was published and last modified. Structured signals come first; a date
/// read from words stands near the headline or in a date line, never anywhere on the page. Unknown
/// is better than a guess.
[[nodiscard]] PageDates find_dates(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                                   const std::vector<Segment>& segments, const PageSignals& signals,
                                   std::string_view url, std::uint32_t title_node,
                                   std::uint32_t root);

/// The day in an address: "/2019/11/18/", "/2019-11-18-", "/20191118/".
[[nodiscard]] std::optional<Day> day_in_url(std::string_view url);

}  // namespace claimtrail
