#pragma once

#include <string_view>

#include "sources/page/html_tree.h"

namespace claimtrail {

/// The tag of an element's name, in any case.
[[nodiscard]] Tag tag_of(std::string_view name);

/// Elements that begin a line of their own: what ends a paragraph.
[[nodiscard]] bool is_block(Tag tag);

/// Elements without content or end tag.
[[nodiscard]] bool is_void(Tag tag);

/// Compares ASCII letters without case; `lower` is in lower case.
[[nodiscard]] bool equals_ignoring_case(std::string_view text, std::string_view lower);

}  // namespace claimtrail
