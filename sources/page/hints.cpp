#include "sources/page/hints.h"

#include <algorithm>
#include <array>
#include <string>

#include "sources/page/html_names.h"

namespace claimtrail {
namespace {

struct HintWord {
  std::string_view word;  ///< one word of a name, or several joined by "-"
  std::uint16_t hints;
};

using namespace hint;

// Sorted by word. Words of names as pages use them, English first, then the commonest of other
// languages.
constexpr std::array words{
    HintWord{"ad", furniture},
    HintWord{"ads", furniture},
    HintWord{"adsbygoogle", furniture},
    HintWord{"adsense", furniture},
    HintWord{"advert", furniture},
    HintWord{"advertisement", furniture},
    HintWord{"advertising", furniture},
    HintWord{"adverts", furniture},
    HintWord{"article-body", content},
    HintWord{"article-content", content},
    HintWord{"article-meta", byline},
    HintWord{"article-tags", furniture},
    HintWord{"article-text", content},
    HintWord{"articlebody", content},
    HintWord{"articlecontent", content},
    HintWord{"articletext", content},
    HintWord{"author", byline | author},
    HintWord{"author-bio", furniture},
    HintWord{"author-box", furniture},
    HintWord{"author-info", byline | author},
    HintWord{"authorbox", furniture},
    HintWord{"authors", byline | author},
    HintWord{"autor", byline | author},
    HintWord{"banner", weak_furniture},
    HintWord{"breadcrumb", furniture},
    HintWord{"breadcrumbs", furniture},
    HintWord{"byline", byline | author},
    HintWord{"caption", caption},
    HintWord{"captions", caption},
    HintWord{"chapo", standfirst},
    HintWord{"comment", comments},
    HintWord{"comment-list", comments},
    HintWord{"commentaires", comments},
    HintWord{"commentlist", comments},
    HintWord{"comments", comments},
    HintWord{"consent", furniture},
    HintWord{"contributors", byline | author},
    HintWord{"cookie", furniture},
    HintWord{"cookies", furniture},
    HintWord{"copyright", furniture},
    HintWord{"credit", caption},
    HintWord{"credits", caption},
    HintWord{"date", byline | date},
    HintWord{"dateline", byline | date},
    HintWord{"datepublished", byline | date},
    HintWord{"datetime", byline | date},
    HintWord{"deck", standfirst},
    HintWord{"dek", standfirst},
    HintWord{"disclaimer", furniture},
    HintWord{"disqus", comments},
    HintWord{"entry-content", content},
    HintWord{"entry-meta", byline},
    HintWord{"entry-summary", standfirst},
    HintWord{"excerpt", standfirst},
    HintWord{"fb-comments", comments},
    HintWord{"fn", byline | author},
    HintWord{"foot", weak_furniture},
    HintWord{"footer", weak_furniture},
    HintWord{"gdpr", furniture},
    HintWord{"intro", standfirst},
    HintWord{"jp-relatedposts", furniture},
    HintWord{"lead", standfirst},
    HintWord{"lede", standfirst},
    HintWord{"login", furniture},
    HintWord{"masthead", furniture},
    HintWord{"menu", furniture},
    HintWord{"menus", furniture},
    HintWord{"meta", byline},
    HintWord{"metadata", byline},
    HintWord{"metainfo", byline | author},
    HintWord{"modal", furniture},
    HintWord{"more-stories", furniture},
    HintWord{"most-popular", furniture},
    HintWord{"most-read", furniture},
    HintWord{"mostpopular", furniture},
    HintWord{"mostread", furniture},
    HintWord{"nav", furniture},
    HintWord{"navbar", furniture},
    HintWord{"navi", furniture},
    HintWord{"navigation", furniture},
    HintWord{"newsletter", furniture},
    HintWord{"noprint", weak_furniture},
    HintWord{"outbrain", furniture},
    HintWord{"overlay", weak_furniture},
    HintWord{"pager", furniture},
    HintWord{"pagination", furniture},
    HintWord{"photo-credit", caption},
    HintWord{"popular", furniture},
    HintWord{"popup", furniture},
    HintWord{"post-body", content},
    HintWord{"post-content", content},
    HintWord{"post-meta", byline},
    HintWord{"postmeta", byline},
    HintWord{"print", weak_furniture},
    HintWord{"promo", furniture},
    HintWord{"promos", furniture},
    HintWord{"promotion", furniture},
    HintWord{"pubdate", byline | date},
    HintWord{"published", byline | date},
    HintWord{"rating", furniture},
    HintWord{"ratings", furniture},
    HintWord{"read-also", furniture},
    HintWord{"read-more", furniture},
    HintWord{"readmore", furniture},
    HintWord{"readnext", furniture},
    HintWord{"recirc", furniture},
    HintWord{"recommend", furniture},
    HintWord{"recommendation", furniture},
    HintWord{"recommendations", furniture},
    HintWord{"recommended", furniture},
    HintWord{"related", furniture},
    HintWord{"related-articles", furniture},
    HintWord{"relatedposts", furniture},
    HintWord{"reporter", byline | author},
    HintWord{"respond", comments},
    HintWord{"rightrail", furniture},
    HintWord{"sapo", standfirst},
    HintWord{"screen-reader-text", furniture},
    HintWord{"share", furniture},
    HintWord{"sharebar", furniture},
    HintWord{"sharedaddy", furniture},
    HintWord{"sharethis", furniture},
    HintWord{"sharing", furniture},
    HintWord{"sidebar", furniture},
    HintWord{"signup", furniture},
    HintWord{"skip", furniture},
    HintWord{"social", furniture},
    HintWord{"socials", furniture},
    HintWord{"sponsor", furniture},
    HintWord{"sponsored", furniture},
    HintWord{"sponsors", furniture},
    HintWord{"standfirst", standfirst},
    HintWord{"story-body", content},
    HintWord{"story-content", content},
    HintWord{"storybody", content},
    HintWord{"strapline", standfirst},
    HintWord{"subheadline", standfirst},
    HintWord{"submenu", furniture},
    HintWord{"subscribe", furniture},
    HintWord{"subscription", furniture},
    HintWord{"subtitle", standfirst},
    HintWord{"taboola", furniture},
    HintWord{"tag-list", furniture},
    HintWord{"taglist", furniture},
    HintWord{"tags", furniture},
    HintWord{"time", byline | date},
    HintWord{"timestamp", byline | date},
    HintWord{"toc", weak_furniture},
    HintWord{"toolbar", furniture},
    HintWord{"tooltip", furniture},
    HintWord{"trending", furniture},
    HintWord{"vcard", byline | author},
    HintWord{"widget-area", furniture},
    HintWord{"wp-caption", caption},
    HintWord{"wp-caption-text", caption},
};

constexpr std::size_t longest_word = 24;
constexpr std::size_t longest_name = 400;

std::uint16_t look_up(std::string_view word) {
  const auto row =
      std::lower_bound(words.begin(), words.end(), word,
                       [](const HintWord& a, std::string_view b) { return a.word < b; });
  return row != words.end() && row->word == word ? row->hints : std::uint16_t{0};
}

std::uint16_t hints_of_tag(Tag tag) {
  switch (tag) {
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::svg:
    case Tag::iframe:
    case Tag::object:
    case Tag::embed:
    case Tag::canvas:
    case Tag::head:
    case Tag::select:
    case Tag::button:
    case Tag::input:
    case Tag::textarea:
    case Tag::option:
    case Tag::noframes:
    case Tag::audio:
    case Tag::video:
    case Tag::map:
      return dead;
    case Tag::nav:
    case Tag::menu:
    case Tag::dialog:
      return furniture;
    case Tag::aside:
    case Tag::footer:
      return weak_furniture;
    case Tag::figcaption:
    case Tag::caption:
      return caption;
    case Tag::time:
      return date;
    default:
      return 0;
  }
}

std::uint16_t hints_of_role(std::string_view role) {
  constexpr std::array furniture_roles{"navigation", "complementary", "contentinfo", "search",
                                       "menu",       "menubar",       "dialog",      "alertdialog",
                                       "toolbar",    "tablist",       "banner"};
  return std::find(furniture_roles.begin(), furniture_roles.end(), role) != furniture_roles.end()
             ? weak_furniture
             : std::uint16_t{0};
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool styled_away(std::string_view style) {
  std::string plain;
  for (const char c : style.substr(0, 1000)) {
    if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return holds(plain, "display:none") || holds(plain, "visibility:hidden");
}

std::uint16_t hints_of_property(std::string_view property) {
  if (holds(property, "articleBody")) return content;
  if (holds(property, "datePublished") || holds(property, "dateModified")) return date;
  if (property == "author") return author;
  if (property == "caption") return caption;
  return 0;
}

}  // namespace

std::uint16_t hints_of_name(std::string_view name) {
  name = name.substr(0, longest_name);
  std::uint16_t found = 0;
  // The last two words are kept to look up "most-read" and its like.
  std::string previous;
  std::string before_previous;
  std::string word;
  const auto finish = [&] {
    if (word.empty()) return;
    if (word.size() <= longest_word) {
      found |= look_up(word);
      if (!previous.empty()) {
        const std::string pair = previous + '-' + word;
        found |= look_up(pair);
        if (!before_previous.empty()) found |= look_up(before_previous + '-' + pair);
      }
    }
    before_previous = std::move(previous);
    previous = std::move(word);
    word.clear();
  };
  char last = ' ';
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter || (upper && last >= 'a' && last <= 'z')) finish();
    if (letter) {
      word += upper ? static_cast<char>(c + 32) : c;
    } else if (c == ' ') {
      previous.clear();
      before_previous.clear();
    }
    last = c;
  }
  finish();
  return found;
}

std::vector<std::uint16_t> hints_of(const HtmlTree& tree) {
  std::vector<std::uint16_t> result(tree.nodes.size(), 0);
  for (std::uint32_t node = 1; node < tree.nodes.size(); ++node) {
    const Tag tag = tree.nodes[node].tag;
    if (tag == Tag::text) continue;
    std::uint16_t found = hints_of_tag(tag);
    for (const HtmlAttribute& attribute : tree.attributes(node)) {
      const std::string_view name = attribute.name;
      if (equals_ignoring_case(name, "class") || equals_ignoring_case(name, "id") ||
          equals_ignoring_case(name, "data-component") ||
          equals_ignoring_case(name, "data-testid")) {
        found |= hints_of_name(attribute.value);
      } else if (equals_ignoring_case(name, "role")) {
        found |= hints_of_role(attribute.value);
      } else if (equals_ignoring_case(name, "hidden")) {
        found |= hidden;
      } else if (equals_ignoring_case(name, "aria-hidden")) {
        if (attribute.value == "true") found |= hidden;
      } else if (equals_ignoring_case(name, "style")) {
        if (styled_away(attribute.value)) found |= hidden;
      } else if (equals_ignoring_case(name, "itemprop")) {
        found |= hints_of_property(attribute.value);
      } else if (equals_ignoring_case(name, "rel")) {
        if (attribute.value == "author") found |= author | byline;
      }
    }
    // The page's own containers are named after what they may hold; that says nothing about all of
    // it.
    if (tag == Tag::html || tag == Tag::body || tag == Tag::main || tag == Tag::article) {
      found &= static_cast<std::uint16_t>(content);
    }
    result[node] = found;
  }
  return result;
}

}  // namespace claimtrail
