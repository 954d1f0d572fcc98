#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostics/result.h"
#include "core/model/document.h"

namespace claimtrail {

/// What a page must hold to be read: an article, or only what it says of itself (then a page
/// without an article's text is read too, its text the headline alone).
enum class PageNeed { article, metadata };

struct PageInput {
  std::string_view bytes;
  std::string_view content_type;        ///< HTTP header; may be empty
  std::string_view url;                 ///< may be empty
  std::optional<Timestamp> fetched_at;  ///< when known, bounds the page's dates
  PageNeed need = PageNeed::article;
};

/// Reads an article page: title without the site's suffix, byline, publication and modification
/// date, outlet, canonical URL, language and the article's own text as typed blocks, without
/// furniture. Failures have the codes "not-html" (a PDF, an image, an empty body), "wall" (a bot
/// wall, a consent or login page) and "no-article". Hostile input costs at most linear time; pure;
/// safe on many threads.
[[nodiscard]] Result<Document> read_page(const PageInput& page);

/// Reads a plain-text report: the first line is the headline unless it is longer than any is, the
/// second the standfirst when it is one sentence, a line ending in an agency credit such as "(AP)"
/// a caption, a line of dashes nothing, every other paragraph body.
[[nodiscard]] Document read_plain_text(std::string_view text);

}  // namespace claimtrail
