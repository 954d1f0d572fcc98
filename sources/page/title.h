#pragma once

#include <cstdint>
#include <string>

#include "sources/page/html_tree.h"
#include "sources/page/signals.h"

namespace claimtrail {

struct PageTitle {
  std::string text;        ///< without the site's suffix; empty when the page names none
  std::uint32_t node = 0;  ///< the heading it stands in; 0 when it was read elsewhere
};

/// The article's title: the heading that the page's own title repeats, else that title without what
/// names the site. `hints` as settled.
[[nodiscard]] PageTitle find_title(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                                   const PageSignals& signals, const std::string& outlet);

/// `title` without a part that names the site, before or behind a separator ("Headline | Site").
[[nodiscard]] std::string without_site(const std::string& title, const std::string& outlet);

}  // namespace claimtrail
