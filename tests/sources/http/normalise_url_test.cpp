#include "sources/http/normalise_url.h"

#include <random>

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

struct Row {
  std::string url;
  std::string expected;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.url; }

class NormaliseUrl : public testing::TestWithParam<Row> {};

TEST_P(NormaliseUrl, FollowsTheTable) {
  EXPECT_EQ(normalise_url(GetParam().url), GetParam().expected);
  EXPECT_EQ(normalise_url(GetParam().expected), GetParam().expected) << "not idempotent";
}

INSTANTIATE_TEST_SUITE_P(
    Spelling, NormaliseUrl,
    testing::Values(
        Row{"HTTP://News.Example.COM", "http://news.example.com/"},
        Row{"http://news.example:80/a", "http://news.example/a"},
        Row{"https://news.example:443/a", "https://news.example/a"},
        Row{"https://news.example:80/a", "https://news.example:80/a"},
        Row{"https://news.example/a#part", "https://news.example/a"},
        Row{"https://news.example/a?", "https://news.example/a"},
        Row{"https://kim:secret@news.example/a", "https://news.example/a"},
        Row{"https://news.example./a", "https://news.example/a"},
        Row{"https://news.example/a/../b/./c", "https://news.example/b/c"},
        Row{"https://news.example/%2e%2e/a/%2E/b", "https://news.example/a/b"},
        Row{"https://news.example/%7Ekim/%c3%a9%2f", "https://news.example/~kim/%C3%A9%2F"},
        Row{"https://news.example/caf\xC3\xA9 bar", "https://news.example/caf%C3%A9%20bar"},
        Row{"https://news.example/100%", "https://news.example/100%"},
        Row{"https://news.example/a%zz%4", "https://news.example/a%zz%4"},
        Row{"  https://news.example/a\n", "https://news.example/a"},
        Row{"https://\xC5\x9Bwiat.example/", "https://xn--wiat-k5a.example/"},
        Row{"https://XN--WIAT-K5A.example/", "https://xn--wiat-k5a.example/"},
        Row{"http://0x7f.1/a", "http://127.0.0.1/a"},
        Row{"http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"},
        Row{"http://my_host.example/a", "http://my_host.example/a"}));

INSTANTIATE_TEST_SUITE_P(
    Tracking, NormaliseUrl,
    testing::Values(
        Row{"https://news.example/a?utm_source=rss&utm_medium=feed", "https://news.example/a"},
        Row{"https://news.example/a?id=7&fbclid=x&page=2", "https://news.example/a?id=7&page=2"},
        Row{"https://news.example/a?GCLID=x", "https://news.example/a"},
        Row{"https://news.example/a?b=2&a=1&UTM_term=q", "https://news.example/a?b=2&a=1"},
        Row{"https://news.example/a?ref=home&source=x&feed=1",
            "https://news.example/a?ref=home&source=x&feed=1"},
        Row{"https://news.example/a?&&id=1&", "https://news.example/a?id=1"},
        Row{"https://news.example/a?next=utm_source", "https://news.example/a?next=utm_source"},
        Row{"https://news.example/a?utm_source", "https://news.example/a"}));

INSTANTIATE_TEST_SUITE_P(
    NoAddress, NormaliseUrl,
    testing::Values(Row{"", ""}, Row{"news.example/a", ""}, Row{"//news.example/a", ""},
                    Row{"ftp://news.example/a", ""}, Row{"file:///etc/passwd", ""},
                    Row{"javascript:alert(1)", ""}, Row{"mailto:kim@news.example", ""},
                    Row{"http://", ""}, Row{"http://a b.example/", ""},
                    Row{"http://news.example:99999/", ""},
                    Row{"http://news.example\\@evil.example/", ""},
                    Row{"http://[fe80::1%25eth0]/", ""},
                    Row{"https://news.example/" + std::string(8'000, 'a'), ""},
                    Row{std::string("https://news.example/a\0b", 24), ""}));

TEST(NormaliseUrlProperty, IsIdempotentOnAnything) {
  std::mt19937 random{7};
  const std::string alphabet = "ab.:/?#@%&=[]\\ ~-_12eEfF%%%..//\xC5\x9B\xFF";
  std::uniform_int_distribution<std::size_t> letter{0, alphabet.size() - 1};
  std::uniform_int_distribution<int> length{0, 40};
  int read = 0;
  for (int round = 0; round < 6'000; ++round) {
    std::string url = round % 2 == 0 ? "http://" : "https://h.example/";
    for (int i = length(random); i > 0; --i) url += alphabet[letter(random)];
    const std::string once = normalise_url(url);
    EXPECT_EQ(normalise_url(once), once) << url;
    if (!once.empty()) ++read;
  }
  EXPECT_GT(read, 1'500);
}

TEST(ResolveUrl, FollowsRfc3986) {
  const char* base = "http://a.example/b/c/d?q";
  EXPECT_EQ(resolve_url(base, "g"), "http://a.example/b/c/g");
  EXPECT_EQ(resolve_url(base, "./g"), "http://a.example/b/c/g");
  EXPECT_EQ(resolve_url(base, "/g"), "http://a.example/g");
  EXPECT_EQ(resolve_url(base, "//g.example"), "http://g.example/");
  EXPECT_EQ(resolve_url(base, "?y"), "http://a.example/b/c/d?y");
  EXPECT_EQ(resolve_url(base, "g?y#s"), "http://a.example/b/c/g?y#s");
  EXPECT_EQ(resolve_url(base, "../../../g"), "http://a.example/g");
  EXPECT_EQ(resolve_url(base, ""), "http://a.example/b/c/d?q");
  EXPECT_EQ(resolve_url(base, "https://other.example/x"), "https://other.example/x");
  EXPECT_EQ(resolve_url("", "https://other.example/x"), "https://other.example/x");
  EXPECT_EQ(resolve_url(base, "\xC4\x85 b"), "http://a.example/b/c/%C4%85%20b");
}

TEST(ResolveUrl, RefusesWhatIsNotTheWeb) {
  EXPECT_EQ(resolve_url("http://a.example/", "file:///etc/passwd"), "");
  EXPECT_EQ(resolve_url("http://a.example/", "javascript:alert(1)"), "");
  EXPECT_EQ(resolve_url("http://a.example/", "mailto:kim@a.example"), "");
  EXPECT_EQ(resolve_url("", "/a"), "");
  EXPECT_EQ(resolve_url("no address", "a"), "");
}

TEST(WithoutCredentials, CutsThemAnywhere) {
  EXPECT_EQ(without_credentials("https://kim:s3cret@h.example/a"), "https://h.example/a");
  EXPECT_EQ(without_credentials("https://kim@h.example"), "https://h.example");
  EXPECT_EQ(without_credentials("https://a:b@c:d@h.example/"), "https://h.example/");
  EXPECT_EQ(without_credentials("https://h.example/a@b"), "https://h.example/a@b");
  EXPECT_EQ(without_credentials("https://h.example/?m=a@b"), "https://h.example/?m=a@b");
  EXPECT_EQ(without_credentials("kim:s3cret@h.example"), "h.example");
}

TEST(RegistrableDomain, FollowsThePublicSuffixList) {
  EXPECT_EQ(registrable_domain("News.BBC.co.uk"), "bbc.co.uk");
  EXPECT_EQ(registrable_domain("www.trtworld.com."), "trtworld.com");
  EXPECT_EQ(registrable_domain("kim.github.io"), "kim.github.io");
  EXPECT_EQ(registrable_domain("a.kim.github.io"), "kim.github.io");
  EXPECT_EQ(registrable_domain("co.uk"), "co.uk");
  EXPECT_EQ(registrable_domain("localhost"), "localhost");
  EXPECT_EQ(registrable_domain("192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(registrable_domain("[2001:db8::1]"), "[2001:db8::1]");
  EXPECT_TRUE(same_registrable_domain("https://a.news.example/1", "http://news.example/2"));
  EXPECT_FALSE(same_registrable_domain("https://kim.github.io/", "https://lee.github.io/"));
  EXPECT_FALSE(same_registrable_domain("https://a.example/", "no address"));
}

TEST(AuthorityOf, NamesHostAndOddPort) {
  EXPECT_EQ(authority_of("http://A.example:80/x"), "a.example");
  EXPECT_EQ(authority_of("http://kim:pw@a.example:8080/x"), "a.example:8080");
  EXPECT_EQ(authority_of("/x"), "");
}

}  // namespace
}  // namespace claimtrail
