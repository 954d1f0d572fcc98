#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// The elements that reading an article tells apart; every other is `unknown`.
enum class Tag : std::uint8_t {
  text,
  unknown,
  a,
  abbr,
  address,
  article,
  aside,
  audio,
  b,
  base,
  big,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  code,
  col,
  colgroup,
  dd,
  del,
  details,
  dialog,
  dir,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  frame,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  label,
  legend,
  li,
  link,
  main,
  map,
  mark,
  menu,
  meta,
  nav,
  noframes,
  noscript,
  object,
  ol,
  optgroup,
  option,
  p,
  param,
  picture,
  pre,
  q,
  s,
  script,
  section,
  select,
  small,
  source,
  span,
  strike,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  u,
  ul,
  video,
  wbr,
};

struct HtmlAttribute {
  std::string_view name;   ///< as written, any case
  std::string_view value;  ///< character references decoded
};

/// A node of the tree. Nodes stand in document order, so that the subtree of node n is [n, end).
struct HtmlNode {
  std::uint32_t parent = 0;
  std::uint32_t end = 0;   ///< one past the last descendant
  std::uint32_t link = 0;  ///< of a text: the `a` element it is in, 0 for none
  std::uint32_t first_attribute = 0;
  std::uint16_t attribute_count = 0;
  Tag tag = Tag::unknown;
  std::string_view text;  ///< of a text: its characters; else the element's name as written
};

/// A parsed page. Node 0 is the document. Owns the text its views point into; moving keeps them
/// valid.
class HtmlTree {
 public:
  std::vector<HtmlNode> nodes;

  [[nodiscard]] std::span<const HtmlAttribute> attributes(std::uint32_t node) const;
  /// The value of an attribute (name in lower case); empty when it has none.
  [[nodiscard]] std::string_view attribute(std::uint32_t node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(std::uint32_t node, std::string_view name) const;
  /// The text of a subtree, white space squeezed; of a large one its beginning, so that asking for
  /// the text of every node stays cheap.
  [[nodiscard]] std::string text_of(std::uint32_t node) const;
  /// The first element with this tag in [from, to); 0 when there is none.
  [[nodiscard]] std::uint32_t find(Tag tag, std::uint32_t from, std::uint32_t to) const;

  HtmlTree() = default;
  HtmlTree(HtmlTree&&) = default;
  HtmlTree& operator=(HtmlTree&&) = default;
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

 private:
  friend class HtmlTreeBuilder;
  std::vector<char> source_;
  std::deque<std::string> decoded_;
  std::vector<HtmlAttribute> attributes_;
};

/// Parses a page the way browsers do as far as its text is concerned: implied end tags, raw text of
/// scripts and styles, void elements, unclosed and stray tags, character references. It differs
/// from the HTML standard where only layout could tell: text is never moved out of tables,
/// formatting elements are not reopened, and inner markup of scripts other than JSON-LD is dropped.
/// Time and memory are linear in the input for every input; nothing recurses. `utf8` must be
/// well-formed.
[[nodiscard]] HtmlTree parse_html(std::string_view utf8);

}  // namespace claimtrail
