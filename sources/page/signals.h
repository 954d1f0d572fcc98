#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sources/page/html_tree.h"

namespace claimtrail {

/// What a page's JSON-LD says of its article. Raw strings, empty when absent.
struct StructuredArticle {
  bool found = false;  ///< an object of an article type was there
  std::string headline;
  std::string description;
  std::string date_published;
  std::string date_modified;
  std::string publisher;
  std::string url;
  std::vector<std::string> authors;
};

/// What a page says of itself outside its text.
struct PageSignals {
  std::vector<std::pair<std::string, std::string>>
      meta;  ///< name or property in lower case, content
  std::string title_element;
  std::string canonical;
  std::string base;
  std::string language_tag;
  StructuredArticle structured;

  /// The first non-empty of these meta values; empty when there is none.
  [[nodiscard]] std::string meta_value(std::initializer_list<std::string_view> names) const;
};

[[nodiscard]] PageSignals read_signals(const HtmlTree& tree);

/// Reads the JSON-LD scripts of a page (JSON-LD 1.1 as news pages use it: objects, arrays,
/// "@graph", references by "@id" within the page). Broken JSON is no signal. Linear; nothing
/// recurses.
[[nodiscard]] StructuredArticle read_structured_data(const std::vector<std::string_view>& scripts);

}  // namespace claimtrail
