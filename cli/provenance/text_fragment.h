#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/span.h"

namespace claimtrail {

/// The fragment that makes a browser scroll to these passages and mark them: "#:~:text=…", one
/// directive a span (URL Fragment Text Directives, WICG: `[prefix-,]start[,end][,-suffix]`, every
/// term percent-encoded). A passage that is long or runs over several paragraphs is named by its
/// first and last words; one whose words occur earlier in `text` too gets as many words before it
/// (then after it) as tell it apart. Empty where no span fits the text.
///
/// `text` is what was read from the page, so browsers, which compare without regard to case and
/// runs of white space, find the same words there. Linear in the text for each span.
[[nodiscard]] std::string text_fragment(std::string_view text, const std::vector<Span>& spans);

/// `url` with that fragment; empty unless `url` is an address of the web. A fragment the address
/// has already is kept in front.
[[nodiscard]] std::string address_of(std::string_view url, std::string_view fragment);

}  // namespace claimtrail
