#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"

namespace claimtrail {

/// One `outline` of an OPML list that leads somewhere.
struct OpmlOutline {
  std::string title;    ///< its title, else its text
  std::string xml_url;  ///< of a feed
  std::string url;      ///< of what is no feed
  /// What OPML has no word for, in the namespace "urn:claimtrail:opml" that other readers pass
  /// over: value by name ("every").
  std::map<std::string, std::string> settings;
};

/// Reads an OPML list (1.0 to 2.0, http://opml.org/spec2.opml): every outline with an xmlUrl or an
/// url, in whatever folder, values trimmed. Recovers from ill-formed XML as far as it can; linear;
/// nothing recurses. Failure "not-opml".
[[nodiscard]] Result<std::vector<OpmlOutline>> read_opml(std::string_view bytes);

/// OPML 2.0: what has an xml_url as type "rss", the rest as "link". The same bytes for the same
/// outlines; a control character, which XML has no way to write, becomes a blank.
[[nodiscard]] std::string write_opml(std::string_view title,
                                     const std::vector<OpmlOutline>& outlines);

}  // namespace claimtrail
