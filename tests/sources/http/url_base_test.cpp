#include "sources/http/url_base.h"

#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

TEST(UrlBase, ResolvesAsResolveUrlDoes) {
  for (const char* base : {"https://n.example/a/b?x=/y/#f", "http://N.example:8080",
                           "https://user:pw@n.example/a/../b/", "ftp://n.example/a", "no address",
                           "https://n.example/%7Ea/b"}) {
    const UrlBase url(base);
    for (const char* reference :
         {"c",        "/c",    "c/d?e=f&g", "?q",       "//o.example/x",
          "../c",     "./c",   "c/../d",    "a//b",     "/",
          "c?",       "c#f",   "#f",        "mailto:x", "https://o.example/",
          "c d",      "%7e",   "a/.b",      "x:y",      "",
          "c?a=../b", "/a/b.", "a?b?c",     "a,b+c~d",  "caf\xC3\xA9"}) {
      EXPECT_EQ(url.resolve(reference), resolve_url(base, reference)) << base << " " << reference;
    }
  }
  EXPECT_TRUE(UrlBase().empty());
  EXPECT_EQ(UrlBase().resolve("/a"), resolve_url("", "/a"));
}

TEST(UrlBaseProperty, IsAShortcutAndNothingElse) {
  constexpr std::string_view letters = "ab/./?=&%20#-_~:;,+@ '\"\\";
  const UrlBase url("https://n.example/x/y.html");
  std::uint32_t state = 5;
  const auto next = [&state] { return (state = state * 1664525U + 1013904223U) >> 8; };
  for (int round = 0; round < 20'000; ++round) {
    std::string reference;
    for (unsigned size = next() % 8; size > 0; --size)
      reference += letters[next() % letters.size()];
    EXPECT_EQ(url.resolve(reference), resolve_url(url.text(), reference)) << reference;
  }
}

}  // namespace
}  // namespace claimtrail
