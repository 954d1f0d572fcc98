#include "sources/page/page_feeds.h"

#include <algorithm>
#include <array>
#include <set>

#include "sources/charset/decode.h"
#include "sources/http/normalise_url.h"
#include "sources/page/html_tree.h"

namespace claimtrail {
namespace {

constexpr std::array<std::string_view, 4> kFeedTypes = {
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"};
// What some call their feeds, and many other things too.
constexpr std::array<std::string_view, 3> kLooseTypes = {"application/xml", "text/xml",
                                                         "application/json"};
constexpr std::array<const char*, 6> kUsualPlaces = {"/feed",    "/rss",      "/feed.xml",
                                                     "/rss.xml", "/atom.xml", "/index.xml"};
constexpr std::size_t kMostFeeds = 50;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool has_word(std::string_view words, std::string_view wanted) {
  std::string rest = lower(words);
  std::replace_if(
      rest.begin(), rest.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return (" " + rest + " ").find(" " + std::string(wanted) + " ") != std::string::npos;
}

// The type without parameters, trimmed, in lower case.
std::string plain_type(std::string_view type) {
  const std::string plain = lower(type.substr(0, type.find(';')));
  const std::size_t first = plain.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

// By whole parts of the path, so that "/feedback" and "/press" are none.
bool looks_like_a_feed(std::string_view url) {
  std::string path = lower(url.substr(0, url.find_first_of("?#")));
  while (path.ends_with('/')) path.pop_back();
  const std::string last = path.substr(path.find_last_of('/') + 1);
  for (const char* name : {"rss", "feed", "atom", "rss.xml", "feed.xml", "atom.xml", "index.xml",
                           "index.rdf", "feed.json", "feeds.xml", "news.xml"}) {
    if (last == name) return true;
  }
  return last.ends_with(".rss") || last.ends_with(".atom") || last.ends_with(".rdf");
}

bool is_of_comments(const FoundFeed& feed) {
  return lower(feed.title).find("comment") != std::string::npos ||
         lower(feed.location).find("comment") != std::string::npos;
}

class Collector {
 public:
  explicit Collector(std::string base) : base_(std::move(base)) {}

  void add(std::string_view reference, std::string title, const char* why) {
    if (reference.empty() || feeds_.size() >= kMostFeeds) return;
    std::string location = resolve_url(base_, reference);
    location = location.substr(0, location.find('#'));
    if (location.empty() || !seen_.insert(location).second) return;
    feeds_.push_back({std::move(location), std::move(title), why});
  }

  std::vector<FoundFeed> take() {
    std::stable_partition(feeds_.begin(), feeds_.end(),
                          [](const FoundFeed& feed) { return !is_of_comments(feed); });
    return std::move(feeds_);
  }

 private:
  std::string base_;
  std::set<std::string> seen_;
  std::vector<FoundFeed> feeds_;
};

std::string base_of(const HtmlTree& tree, const std::string& url) {
  const std::uint32_t base = tree.find(Tag::base, 1, static_cast<std::uint32_t>(tree.nodes.size()));
  const std::string named = base == 0 ? "" : resolve_url(url, tree.attribute(base, "href"));
  return named.empty() ? url : named;
}

}  // namespace

std::vector<FoundFeed> feeds_named_by(std::string_view bytes, std::string_view content_type,
                                      const std::string& url) {
  const HtmlTree tree = parse_html(decode_text(bytes, content_type, MarkupSyntax::html).text);
  Collector found(base_of(tree, url));
  const auto size = static_cast<std::uint32_t>(tree.nodes.size());
  std::vector<std::uint32_t> loose;
  for (std::uint32_t node = 1; node < size; ++node) {
    if (tree.nodes[node].tag != Tag::link || !has_word(tree.attribute(node, "rel"), "alternate")) {
      continue;
    }
    const std::string type = plain_type(tree.attribute(node, "type"));
    if (holds(kLooseTypes, type)) loose.push_back(node);
    if (!holds(kFeedTypes, type)) continue;
    found.add(tree.attribute(node, "href"), std::string(tree.attribute(node, "title")),
              "the page names it as its feed");
  }
  for (std::uint32_t node = 1; node < size; ++node) {
    const bool link = tree.nodes[node].tag == Tag::a;
    if (!link || !looks_like_a_feed(tree.attribute(node, "href"))) continue;
    found.add(tree.attribute(node, "href"), tree.text_of(node), "the page links it");
  }
  for (const std::uint32_t node : loose) {
    found.add(tree.attribute(node, "href"), std::string(tree.attribute(node, "title")),
              "the page names it as another form of itself");
  }
  return found.take();
}

std::vector<FoundFeed> usual_feeds(const std::string& url) {
  Collector found(url);
  for (const char* place : kUsualPlaces) found.add(place, {}, "it lies where feeds usually do");
  return found.take();
}

}  // namespace claimtrail
