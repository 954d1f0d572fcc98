#include "sources/feeds/feed_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace claimtrail {
namespace {

struct KnownSpace {
  std::string_view part;  ///< of the namespace's name, in lower case
  FeedSpace space;
};

// Matched as parts, for feeds misspell, upgrade and downgrade these addresses. Order matters.
constexpr std::array known_spaces{
    KnownSpace{"purl.org/rss/1.0/modules/content", FeedSpace::content},
    KnownSpace{"purl.org/rss/1.0/modules", FeedSpace::other},
    KnownSpace{"purl.org/dc/terms", FeedSpace::dcterms},
    KnownSpace{"purl.org/dc", FeedSpace::dc},
    KnownSpace{"purl.org/rss", FeedSpace::core},
    KnownSpace{"purl.org/net/rss", FeedSpace::core},
    KnownSpace{"purl.org/atom", FeedSpace::core},
    KnownSpace{"purl.org/echo", FeedSpace::core},
    KnownSpace{"example.com/newformat", FeedSpace::core},
    KnownSpace{"w3.org/2005/atom", FeedSpace::core},
    KnownSpace{"backend.userland.com", FeedSpace::core},
    KnownSpace{"blogs.law.harvard.edu/tech/rss", FeedSpace::core},
    KnownSpace{"my.netscape.com/rdf", FeedSpace::core},
    KnownSpace{"channel.netscape.com/rdf", FeedSpace::core},
    KnownSpace{"my.netscape.com/publish", FeedSpace::core},
    KnownSpace{"search.yahoo.com/mrss", FeedSpace::media},
    KnownSpace{"itunes.com/dtds/podcast", FeedSpace::itunes},
    KnownSpace{"w3.org/1999/xhtml", FeedSpace::xhtml},
    KnownSpace{"w3.org/1999/02/22-rdf-syntax-ns", FeedSpace::rdf},
};

constexpr std::array<std::pair<std::string_view, FeedSpace>, 7> undeclared{
    {{"dc", FeedSpace::dc},
     {"dcterms", FeedSpace::dcterms},
     {"content", FeedSpace::content},
     {"media", FeedSpace::media},
     {"itunes", FeedSpace::itunes},
     {"rdf", FeedSpace::rdf},
     {"atom", FeedSpace::core}}};

}  // namespace

FeedSpace feed_space(std::string_view name) {
  if (name.empty()) return FeedSpace::core;
  for (const auto& [prefix, space] : undeclared) {
    if (name == prefix) return space;
  }
  std::string lower(name.substr(0, 200));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto row = std::find_if(
      known_spaces.begin(), known_spaces.end(),
      [&](const KnownSpace& one) { return lower.find(one.part) != std::string::npos; });
  return row == known_spaces.end() ? FeedSpace::other : row->space;
}

std::string_view attribute_of(const XmlEvent& event, std::string_view name) {
  for (const XmlAttribute& one : event.attributes) {
    if (one.qualified == name) return one.value;
  }
  return {};
}

}  // namespace claimtrail
