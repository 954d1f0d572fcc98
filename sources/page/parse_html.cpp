#include <algorithm>
#include <array>
#include <cstring>

#include "sources/charset/entities.h"
#include "sources/page/html_names.h"
#include "sources/page/html_tree.h"

namespace claimtrail {
namespace {

// How far up the open elements a tag looks for its partner. A bound, so that no input costs more
// than linear time; real pages nest some thirty levels.
constexpr std::size_t open_reach = 512;
constexpr std::size_t most_attributes = 256;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

// Blocks before which an open paragraph ends.
bool ends_paragraph(Tag tag) {
  switch (tag) {
    case Tag::td:
    case Tag::th:
    case Tag::tr:
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
    case Tag::caption:
    case Tag::button:
    case Tag::option:
    case Tag::optgroup:
    case Tag::select:
    case Tag::video:
    case Tag::audio:
    case Tag::iframe:
    case Tag::object:
    case Tag::template_:
    case Tag::title:
    case Tag::legend:
    case Tag::textarea:
      return false;
    default:
      return is_block(tag);
  }
}

// What an implied end may not cross.
bool is_boundary(Tag tag) {
  switch (tag) {
    case Tag::td:
    case Tag::th:
    case Tag::table:
    case Tag::caption:
    case Tag::html:
    case Tag::button:
    case Tag::template_:
    case Tag::object:
    case Tag::svg:
    case Tag::text:
      return true;
    default:
      return false;
  }
}

bool belongs_in_head(Tag tag) {
  switch (tag) {
    case Tag::title:
    case Tag::meta:
    case Tag::link:
    case Tag::script:
    case Tag::style:
    case Tag::base:
    case Tag::noscript:
    case Tag::template_:
    case Tag::head:
      return true;
    default:
      return false;
  }
}

// Elements whose content is characters, not markup.
bool is_raw(Tag tag) {
  switch (tag) {
    case Tag::script:
    case Tag::style:
    case Tag::textarea:
    case Tag::title:
    case Tag::iframe:
    case Tag::noframes:
      return true;
    default:
      return false;
  }
}

}  // namespace

class HtmlTreeBuilder {
 public:
  explicit HtmlTreeBuilder(std::string_view utf8) {
    tree_.source_.assign(utf8.begin(), utf8.end());
    source_ = {tree_.source_.data(), tree_.source_.size()};
    tree_.nodes.reserve(utf8.size() / 24 + 16);
    tree_.attributes_.reserve(utf8.size() / 48 + 16);
    missing_end_.fill(false);
    tree_.nodes.push_back({});
    open_.push_back({Tag::text, 0});
  }

  HtmlTree build() {
    while (at_ < source_.size()) {
      const std::size_t angle = std::min(source_.find('<', at_), source_.size());
      if (angle != at_) add_text(source_.substr(at_, angle - at_), true);
      at_ = angle;
      if (at_ < source_.size()) read_markup();
    }
    while (!open_.empty()) close_top();
    return std::move(tree_);
  }

 private:
  struct Open {
    Tag tag;
    std::uint32_t node;
  };

  [[nodiscard]] char peek(std::size_t offset) const {
    return at_ + offset < source_.size() ? source_[at_ + offset] : '\0';
  }

  void read_markup() {
    const char next = peek(1);
    if (is_letter(next)) {
      read_start_tag();
    } else if (next == '/') {
      read_end_tag();
    } else if (next == '!' || next == '?') {
      skip_declaration();
    } else {
      add_text(source_.substr(at_, 1), false);
      ++at_;
    }
  }

  void skip_declaration() {
    if (source_.substr(at_, 4) == "<!--" && !comment_end_missing_) {
      // "<!-->" and "<!--->" are whole comments.
      const std::size_t end = source_.find("-->", at_ + 2);
      if (end != std::string_view::npos) {
        at_ = end + 3;
        return;
      }
      comment_end_missing_ = true;
    }
    if (source_.substr(at_, 4) == "<!--") {
      at_ += 4;
      return;
    }
    if (source_.substr(at_, 9) == "<![CDATA[" && !cdata_end_missing_) {
      const std::size_t end = source_.find("]]>", at_ + 9);
      if (end != std::string_view::npos) {
        add_text(source_.substr(at_ + 9, end - at_ - 9), false);
        at_ = end + 3;
        return;
      }
      cdata_end_missing_ = true;
    }
    skip_past_angle();
  }

  void skip_past_angle() {
    const std::size_t end = source_.find('>', at_);
    at_ = end == std::string_view::npos ? source_.size() : end + 1;
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < source_.size() && !is_blank(source_[at_]) && source_[at_] != '>' &&
           source_[at_] != '/') {
      ++at_;
    }
    return source_.substr(begin, at_ - begin);
  }

  void read_end_tag() {
    if (!is_letter(peek(2))) {
      skip_past_angle();
      return;
    }
    at_ += 2;
    const std::string_view name = read_name();
    skip_past_angle();
    end_element(tag_of(name), name);
  }

  void read_start_tag() {
    ++at_;
    const std::string_view name = read_name();
    const Tag tag = tag_of(name);
    const auto first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
    const bool self_closing = read_attributes();
    const auto count = static_cast<std::uint16_t>(tree_.attributes_.size() - first_attribute);
    start_element(tag, name, first_attribute, count, self_closing);
  }

  // Reads up to and past ">"; true for a self-closing tag.
  bool read_attributes() {
    bool slash = false;
    const std::size_t first = tree_.attributes_.size();
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (c == '>') {
        ++at_;
        return slash;
      }
      if (is_blank(c) || c == '/') {
        slash = c == '/' || (slash && is_blank(c));
        ++at_;
        continue;
      }
      slash = false;
      const std::size_t begin = at_;
      ++at_;  // even "=" may begin a name
      while (at_ < source_.size() && !is_blank(source_[at_]) && source_[at_] != '>' &&
             source_[at_] != '/' && source_[at_] != '=') {
        ++at_;
      }
      HtmlAttribute attribute{source_.substr(begin, at_ - begin), {}};
      while (at_ < source_.size() && is_blank(source_[at_])) ++at_;
      if (at_ < source_.size() && source_[at_] == '=') {
        ++at_;
        attribute.value = read_value();
      }
      if (tree_.attributes_.size() - first < most_attributes) {
        tree_.attributes_.push_back(attribute);
      }
    }
    return slash;
  }

  std::string_view read_value() {
    while (at_ < source_.size() && is_blank(source_[at_])) ++at_;
    if (at_ == source_.size()) return {};
    std::string_view value;
    const char quote = source_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = std::min(source_.find(quote, at_ + 1), source_.size());
      value = source_.substr(at_ + 1, end - at_ - 1);
      at_ = std::min(end + 1, source_.size());
    } else {
      const std::size_t begin = at_;
      while (at_ < source_.size() && !is_blank(source_[at_]) && source_[at_] != '>') ++at_;
      value = source_.substr(begin, at_ - begin);
    }
    return decoded(value, EntityPlace::attribute);
  }

  std::string_view decoded(std::string_view text, EntityPlace place) {
    if (text.find('&') == std::string_view::npos) return text;
    return tree_.decoded_.emplace_back(decode_entities(text, place));
  }

  void add_text(std::string_view text, bool markup) {
    const bool blank = std::all_of(text.begin(), text.end(), is_blank);
    if (!blank && !is_raw(top().tag)) {
      if (top().tag == Tag::head) close_top();
      imply_body();
    }
    HtmlNode node;
    node.tag = Tag::text;
    node.parent = top().node;
    node.link = link_;
    node.text = blank ? std::string_view(" ") : markup ? decoded(text, EntityPlace::text) : text;
    node.end = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
    tree_.nodes.push_back(node);
  }

  std::uint32_t add_element(Tag tag, std::string_view name, std::uint32_t first_attribute,
                            std::uint16_t count) {
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    HtmlNode node;
    node.tag = tag;
    node.parent = top().node;
    node.first_attribute = first_attribute;
    node.attribute_count = count;
    node.text = name;
    node.end = index + 1;
    tree_.nodes.push_back(node);
    return index;
  }

  [[nodiscard]] const Open& top() const { return open_.back(); }

  void close_top() {
    const Open closed = open_.back();
    open_.pop_back();
    tree_.nodes[closed.node].end = static_cast<std::uint32_t>(tree_.nodes.size());
    if (closed.node == link_ && link_ != 0) link_ = 0;
  }

  void close_down_to(std::size_t depth) {
    while (open_.size() > depth) close_top();
  }

  template <class Wanted, class Stop>
  void close_nearest(Wanted wanted, Stop stop) {
    const std::size_t least = open_.size() > open_reach ? open_.size() - open_reach : 1;
    for (std::size_t i = open_.size(); i-- > least;) {
      if (wanted(open_[i].tag)) {
        close_down_to(i);
        return;
      }
      if (stop(open_[i].tag)) return;
    }
  }

  // The first thing that is shown opens the body, as in every browser.
  void imply_body() {
    if (seen_body_) return;
    seen_body_ = true;
    const std::uint32_t node = add_element(Tag::body, "body", 0, 0);
    open_.push_back({Tag::body, node});
  }

  void imply_ends(Tag tag) {
    if (!belongs_in_head(tag) && tag != Tag::html) {
      if (top().tag == Tag::head) close_top();
      if (tag != Tag::body) imply_body();
    }
    if (ends_paragraph(tag)) {
      close_nearest([](Tag open) { return open == Tag::p; },
                    [](Tag open) { return is_boundary(open); });
    }
    switch (tag) {
      case Tag::li:
        close_nearest([](Tag open) { return open == Tag::li; },
                      [](Tag open) {
                        return open != Tag::div && open != Tag::p && open != Tag::address &&
                               is_block(open);
                      });
        break;
      case Tag::dd:
      case Tag::dt:
        close_nearest([](Tag open) { return open == Tag::dd || open == Tag::dt; },
                      [](Tag open) {
                        return open != Tag::div && open != Tag::p && open != Tag::address &&
                               is_block(open);
                      });
        break;
      case Tag::option:
      case Tag::optgroup:
        if (top().tag == Tag::option) close_top();
        break;
      case Tag::td:
      case Tag::th:
        close_nearest([](Tag open) { return open == Tag::td || open == Tag::th; },
                      [](Tag open) { return open == Tag::tr || open == Tag::table; });
        break;
      case Tag::tr:
        close_nearest([](Tag open) { return open == Tag::tr; },
                      [](Tag open) { return open == Tag::table; });
        break;
      case Tag::tbody:
      case Tag::thead:
      case Tag::tfoot:
        close_nearest(
            [](Tag open) { return open == Tag::tbody || open == Tag::thead || open == Tag::tfoot; },
            [](Tag open) { return open == Tag::table; });
        break;
      default:
        if (is_heading(tag) && is_heading(top().tag)) close_top();
    }
  }

  void start_element(Tag tag, std::string_view name, std::uint32_t first_attribute,
                     std::uint16_t count, bool self_closing) {
    if (tag == Tag::html || tag == Tag::body) {
      bool& seen = tag == Tag::html ? seen_html_ : seen_body_;
      if (seen) return;
      seen = true;
    }
    imply_ends(tag);
    if (tag == Tag::a) link_ = 0;
    const std::uint32_t node = add_element(tag, name, first_attribute, count);
    if (is_void(tag) || (self_closing && (tag == Tag::unknown || tag == Tag::svg))) return;
    if (is_raw(tag) && !missing_end_[static_cast<std::size_t>(tag)] && read_raw(tag, name, node)) {
      return;
    }
    open_.push_back({tag, node});
    if (tag == Tag::a) link_ = node;
  }

  // The content up to the end tag. An element that never ends is read as markup, so that a page cut
  // off or broken there keeps the rest of its text; scripts and styles swallow it, for it is code.
  bool read_raw(Tag tag, std::string_view name, std::uint32_t node) {
    std::size_t end = at_;
    for (;; end += 2) {
      end = source_.find("</", end);
      if (end == std::string_view::npos) break;
      const std::size_t after = end + 2 + name.size();
      if (after > source_.size()) continue;
      const bool whole = after == source_.size() || is_blank(source_[after]) ||
                         source_[after] == '>' || source_[after] == '/';
      if (whole && tag_of(source_.substr(end + 2, name.size())) == tag) break;
    }
    if (end == std::string_view::npos) {
      if (tag != Tag::script && tag != Tag::style) {
        missing_end_[static_cast<std::size_t>(tag)] = true;
        return false;
      }
      end = source_.size();
    }
    const std::string_view content = source_.substr(at_, end - at_);
    at_ = end;
    skip_past_angle();
    if (keeps_content(tag, node)) {
      open_.push_back({tag, node});
      HtmlNode text;
      text.tag = Tag::text;
      text.parent = node;
      text.text =
          tag == Tag::title || tag == Tag::textarea ? decoded(content, EntityPlace::text) : content;
      text.end = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
      tree_.nodes.push_back(text);
      close_top();
    }
    return true;
  }

  [[nodiscard]] bool keeps_content(Tag tag, std::uint32_t node) const {
    if (tag == Tag::title) return true;
    return tag == Tag::script &&
           tree_.attribute(node, "type").find("ld+json") != std::string_view::npos;
  }

  void end_element(Tag tag, std::string_view name) {
    if (tag == Tag::br) {
      add_element(Tag::br, name, 0, 0);
      return;
    }
    // What follows "</body>" still belongs to the page.
    if (tag == Tag::body || tag == Tag::html || is_void(tag)) return;
    if (tag == Tag::a) link_ = 0;
    const bool block = is_block(tag) || tag == Tag::svg;
    const std::size_t least = open_.size() > open_reach ? open_.size() - open_reach : 1;
    for (std::size_t i = open_.size(); i-- > least;) {
      const Tag open = open_[i].tag;
      if (open == tag && (tag != Tag::unknown || same_name(open_[i].node, name))) {
        close_down_to(i);
        return;
      }
      if (block ? is_end_boundary(open, tag) : is_block(open)) return;
    }
  }

  // A cell keeps stray end tags of blocks outside it from closing the table around it.
  static bool is_end_boundary(Tag open, Tag tag) {
    switch (tag) {
      case Tag::table:
      case Tag::tr:
      case Tag::tbody:
      case Tag::thead:
      case Tag::tfoot:
      case Tag::td:
      case Tag::th:
        return open == Tag::table || open == Tag::template_;
      case Tag::li:
        return open == Tag::ul || open == Tag::ol || is_boundary(open);
      default:
        return is_boundary(open);
    }
  }

  [[nodiscard]] bool same_name(std::uint32_t node, std::string_view name) const {
    const std::string_view other = tree_.nodes[node].text;
    return other.size() == name.size() &&
           std::equal(other.begin(), other.end(), name.begin(), [](char a, char b) {
             const auto lower = [](char c) {
               return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
             };
             return lower(a) == lower(b);
           });
  }

  HtmlTree tree_;
  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  std::uint32_t link_ = 0;
  std::array<bool, 256> missing_end_{};
  bool comment_end_missing_ = false;
  bool cdata_end_missing_ = false;
  bool seen_html_ = false;
  bool seen_body_ = false;
};

HtmlTree parse_html(std::string_view utf8) { return HtmlTreeBuilder(utf8).build(); }

}  // namespace claimtrail
