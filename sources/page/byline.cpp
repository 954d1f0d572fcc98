#include "sources/page/byline.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

#include "sources/feeds/feed.h"
#include "sources/page/author_names.h"
#include "sources/page/hints.h"
#include "sources/page/microdata.h"

namespace claimtrail {
namespace {

constexpr std::size_t longest_byline = 300;

bool starts_upper(std::string_view name) {
  const char c = name.empty() ? ' ' : name.front();
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool in_article_region(std::uint32_t node, const HtmlTree& tree, std::uint32_t title_node,
                       std::uint32_t root) {
  // Around the headline and the body: the nearest common surroundings, not the page's end.
  std::uint32_t region = root;
  for (int level = 0; level < 3 && region != 0; ++level) region = tree.nodes[region].parent;
  // An element that is the article as a whole reaches further.
  for (std::uint32_t i = region, level = 0; i != 0 && level < 8;
       i = tree.nodes[i].parent, ++level) {
    if (tree.nodes[i].tag == Tag::article) region = i;
  }
  if (node >= root && node < tree.nodes[root].end) return true;
  if (title_node != 0 && node >= title_node && node < root) return true;
  return node >= region && node < tree.nodes[region].end;
}

bool holds_class(std::string_view classes, std::string_view name) {
  for (std::size_t at = classes.find(name); at != std::string_view::npos;
       at = classes.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || classes[at - 1] == ' ') && (end == classes.size() || classes[end] == ' ')) {
      return true;
    }
  }
  return false;
}

constexpr std::array<std::string_view, 8> author_paths{"/author/",  "/authors/",  "/autor/",
                                                       "/autoren",  "/staff/",    "/auteur/",
                                                       "/autores/", "/journalist"};

class MarkupByline {
 public:
  MarkupByline(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
               const std::string& outlet, std::uint32_t title_node, std::uint32_t root)
      : tree_(tree), hints_(hints), outlet_(outlet), title_node_(title_node), root_(root) {}

  // The names in the elements that say they are the author, nearest behind the headline first.
  std::vector<std::string> read() {
    std::vector<std::string> names;
    std::uint32_t skip = 0;
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == Tag::text) continue;
      if ((hints_[i] & (hint::comments | hint::dead)) != 0) {
        i = node.end - 1;
        continue;
      }
      if (i < skip || nested_[i]) continue;
      const bool explicit_author = says_author(i);
      if (!explicit_author && (hints_[i] & hint::author) == 0 && !links_to_author(i)) continue;
      if (!explicit_author && !in_article_region(i, tree_, title_node_, root_)) continue;
      skip = node.end;
      if (!names.empty() && i > limit_) break;
      const std::string text = name_inside(i);
      if (text.size() > longest_byline) continue;
      for (std::string& name : names_in_byline(text, outlet_)) {
        if (!starts_upper(name) && name.find(' ') != std::string::npos) continue;
        add_name_once(names, std::move(name));
      }
      if (!names.empty() && limit_ == 0) limit_ = node.end + 60;
    }
    return names;
  }

 private:
  // In words that mean the author of the page and nothing else.
  [[nodiscard]] bool says_author(std::uint32_t node) const {
    return (hints_[node] & hint::furniture) == 0 &&
           (tree_.attribute(node, "itemprop") == "author" ||
            (tree_.attribute(node, "rel") == "author" && node >= title_node_));
  }

  [[nodiscard]] bool links_to_author(std::uint32_t node) const {
    if (tree_.nodes[node].tag != Tag::a || node < title_node_) return false;
    const std::string_view address = tree_.attribute(node, "href");
    return std::any_of(author_paths.begin(), author_paths.end(), [&](std::string_view path) {
      return address.find(path) != std::string_view::npos;
    });
  }

  // A byline element often holds the name as a link or an item of its own, with dates and roles
  // around.
  [[nodiscard]] std::string name_inside(std::uint32_t node) const {
    std::string names;
    for (std::uint32_t i = node; i < tree_.nodes[node].end; ++i) {
      const std::string_view property = tree_.attribute(i, "itemprop");
      const std::string_view relation = tree_.attribute(i, "rel");
      const bool link = tree_.nodes[i].tag == Tag::a &&
                        (relation == "author" ||
                         tree_.attribute(i, "href").find("/author") != std::string_view::npos);
      const bool full_name = holds_class(tree_.attribute(i, "class"), "fn");  // hCard
      const bool named = property == "name" || property == "author";
      if (nested_[i] || (!named && !link && !full_name)) continue;
      const std::string text = tree_.text_of(i);
      if (text.empty()) continue;
      if (!names.empty()) names += ", ";
      names += text;
      i = tree_.nodes[i].end - 1;
    }
    return names.empty() ? tree_.text_of(node) : names;
  }

  const HtmlTree& tree_;
  const std::vector<std::uint16_t>& hints_;
  const std::string& outlet_;
  std::uint32_t title_node_;
  std::uint32_t root_;
  std::uint32_t limit_ = 0;
  std::vector<bool> nested_ = in_nested_items(tree_);
};

// "25.10.2022 - Jane Doe".
std::string_view behind_date(std::string_view text) {
  for (const std::string_view mark : {" - ", " – ", " | ", " / "}) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos || at > 24 || !parse_feed_date(text.substr(0, at))) continue;
    const std::string_view rest = text.substr(at + mark.size());
    if (rest.size() < 40 && rest.find_first_of(":0123456789") == std::string_view::npos)
      return rest;
  }
  return text;
}

// The names in a line that is a byline by its words: behind "By", under "Author", behind a date.
std::vector<std::string> names_in_line(const Segment& segment, const Segment* before, bool near,
                                       const std::string& outlet) {
  const std::string_view text = segment.text;
  const bool opened = near && begins_as_byline(text);
  const bool announced = before != nullptr && announces_names(before->text);
  const std::string_view dated = near && !opened && !announced ? behind_date(text) : text;
  if (!opened && !announced && dated.size() == text.size()) return {};
  auto names = names_in_byline(dated, outlet);
  // Without "By" a single word is more likely a section than a person.
  std::erase_if(names, [opened](const std::string& name) {
    return !starts_upper(name) || (!opened && name.find(' ') == std::string::npos);
  });
  return names;
}

// A byline as a line of its own between the headline and the body, right at its beginning, or
// behind its end.
std::vector<std::string> written_byline(const std::vector<Segment>& segments,
                                        const std::string& outlet, std::uint32_t title_node,
                                        std::uint32_t root) {
  const std::uint32_t from = title_node != 0 ? title_node : root;
  const Segment* before = nullptr;
  int looked = 0;
  for (const Segment& segment : segments) {
    if (segment.node < from) continue;
    const bool near = ++looked <= 12;
    const bool announced = before != nullptr && announces_names(before->text);
    const bool shown = (segment.hints & (hint::comments | hint::furniture)) == 0;
    if (shown && segment.words <= 14 && (near || announced)) {
      auto names = names_in_line(segment, before, near, outlet);
      if (!names.empty()) return names;
    }
    before = &segment;
  }
  return {};
}

std::vector<std::string> names_of(const std::vector<std::string>& bylines,
                                  const std::string& outlet) {
  std::vector<std::string> names;
  for (const std::string& byline : bylines) {
    for (std::string& name : names_in_byline(byline, outlet)) {
      if (!is_login_name(name)) add_name_once(names, std::move(name));
    }
  }
  return names;
}

}  // namespace

std::vector<std::string> find_byline(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                                     const std::vector<Segment>& segments,
                                     const PageSignals& signals, const std::string& outlet,
                                     std::uint32_t title_node, std::uint32_t root) {
  auto names = names_of(signals.structured.authors, outlet);
  if (!names.empty()) return names;
  std::vector<std::string> said;
  for (const auto& [name, content] : signals.meta) {
    if (name == "author" || name == "article:author" || name == "parsely-author" ||
        name == "sailthru.author" || name == "dc.creator" || name == "dcterms.creator" ||
        name == "cxenseparse:author" || name == "byl" || name == "article:author_name" ||
        name == "dc.creator.personalname" || name == "og:article:author") {
      said.push_back(content);
    }
  }
  // WordPress: "twitter:label1" names what "twitter:data1" holds.
  const std::string label = fold_case(signals.meta_value({"twitter:label1"}));
  if (label.find("by") != std::string::npos || label.find("von") != std::string::npos ||
      label.find("par") != std::string::npos || label.find("por") != std::string::npos ||
      label.find("autor") != std::string::npos) {
    said.push_back(signals.meta_value({"twitter:data1"}));
  }
  names = names_of(said, outlet);
  if (!names.empty()) return names;
  names = MarkupByline(tree, hints, outlet, title_node, root).read();
  if (!names.empty()) return names;
  return written_byline(segments, outlet, title_node, root);
}

}  // namespace claimtrail
