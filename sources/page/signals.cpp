#include "sources/page/signals.h"

#include <algorithm>

#include "core/text/utf8.h"

#include "sources/page/html_names.h"
#include "sources/page/microdata.h"

namespace claimtrail {
namespace {

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

void read_meta(const HtmlTree& tree, std::uint32_t node, bool nested, PageSignals& signals) {
  std::string_view name = tree.attribute(node, "property");
  if (name.empty()) name = tree.attribute(node, "name");
  if (name.empty() && !nested) name = tree.attribute(node, "itemprop");
  const std::string_view content = tree.attribute(node, "content");
  if (!name.empty() && !content.empty()) {
    signals.meta.emplace_back(lowered(name), squeeze_blanks(content));
  }
}

void read_link(const HtmlTree& tree, std::uint32_t node, PageSignals& signals) {
  if (signals.canonical.empty() && equals_ignoring_case(tree.attribute(node, "rel"), "canonical")) {
    signals.canonical = squeeze_blanks(tree.attribute(node, "href"));
  }
}

}  // namespace

std::string PageSignals::meta_value(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto entry = std::find_if(meta.begin(), meta.end(), [&](const auto& pair) {
      return pair.first == name && !pair.second.empty();
    });
    if (entry != meta.end()) return entry->second;
  }
  return {};
}

PageSignals read_signals(const HtmlTree& tree) {
  PageSignals signals;
  std::vector<std::string_view> scripts;
  std::uint32_t svg_end = 0;
  const std::vector<bool> nested = in_nested_items(tree);
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    switch (node.tag) {
      case Tag::html:
        signals.language_tag = std::string(tree.attribute(i, "lang"));
        if (signals.language_tag.empty()) signals.language_tag = tree.attribute(i, "xml:lang");
        break;
      case Tag::svg:
        svg_end = node.end;
        break;
      case Tag::title:
        if (signals.title_element.empty() && i >= svg_end) signals.title_element = tree.text_of(i);
        break;
      case Tag::base:
        if (signals.base.empty()) signals.base = std::string(tree.attribute(i, "href"));
        break;
      case Tag::meta:
        read_meta(tree, i, nested[i], signals);
        break;
      case Tag::link:
        read_link(tree, i, signals);
        break;
      case Tag::script:
        if (node.end > i + 1) scripts.push_back(tree.nodes[i + 1].text);
        break;
      default:
        break;
    }
  }
  signals.structured = read_structured_data(scripts);
  return signals;
}

}  // namespace claimtrail
