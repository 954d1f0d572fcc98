#include "sources/page/page_date.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

#include "sources/feeds/feed.h"
#include "sources/page/hints.h"
#include "sources/page/html_names.h"

namespace claimtrail {
namespace {

constexpr std::size_t longest_date_line = 119;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (!is_digit(text[i])) return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<Day> day_of(int year, int month, int day) {
  if (year < 1990 || year > 2100) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::optional<Published> first_meta(const PageSignals& signals,
                                    std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const auto& [key, content] : signals.meta) {
      if (key != name) continue;
      if (const auto date = parse_feed_date(content)) return date;
    }
  }
  return std::nullopt;
}

std::optional<Published> published_in_meta(const PageSignals& signals) {
  return first_meta(signals, {"article:published_time",
                              "og:article:published_time",
                              "og:published_time",
                              "datepublished",
                              "article:published",
                              "article.published",
                              "parsely-pub-date",
                              "sailthru.date",
                              "pubdate",
                              "publishdate",
                              "publish-date",
                              "publish_date",
                              "publication_date",
                              "published_date",
                              "article_date_original",
                              "cxenseparse:recs:publishtime",
                              "cxenseparse:publishtime",
                              "dc.date.issued",
                              "dcterms.issued",
                              "dcterms.created",
                              "dc.date.created",
                              "dcterms.date",
                              "dc.date",
                              "date.created",
                              "date",
                              "originalpublicationdate",
                              "rnews:datepublished",
                              "citation_publication_date",
                              "citation_date",
                              "datecreated",
                              "created",
                              "vr:published_time",
                              "bt:pubdate"});
}

std::optional<Published> modified_in_meta(const PageSignals& signals) {
  return first_meta(signals,
                    {"article:modified_time", "og:article:modified_time", "og:updated_time",
                     "datemodified", "article:modified", "article.updated", "dcterms.modified",
                     "dc.date.modified", "last-modified", "lastmod", "revised"});
}

// `near` the article: from the headline on, inside or just before the body.
std::optional<Published> in_elements(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                                     std::string_view property, std::uint32_t first,
                                     std::uint32_t last, bool any_time) {
  for (std::uint32_t i = std::max(first, 1U); i < last; ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == Tag::text) continue;
    if ((hints[i] & (hint::comments | hint::furniture)) != 0) {
      i = node.end - 1;
      continue;
    }
    const bool named =
        !property.empty() && tree.attribute(i, "itemprop").find(property) != std::string_view::npos;
    const bool time = any_time && node.tag == Tag::time;
    if (!named && !time) continue;
    for (const std::string_view name : {"datetime", "content", "title"}) {
      if (const auto date = parse_feed_date(tree.attribute(i, name))) return date;
    }
    const std::string text = tree.text_of(i);
    if (const auto date = parse_feed_date(text)) return date;
  }
  return std::nullopt;
}

// Words that say of the date behind them that it is the one wanted.
constexpr std::array<std::string_view, 20> publication_words{
    "published",    "veröffentlicht",   "erschienen",   "publié",       "publicado",
    "pubblicato",   "posted on",        "gepubliceerd", "opublikowano", "опубликовано",
    "publicerad",   "publisert",        "julkaistu",    "online seit",  "erstellt am",
    "release date", "publication date", "issued on",    "date:",        "datum:"};

std::optional<Published> labelled_date(const Segment& segment) {
  constexpr std::size_t longest_label_line = 300;
  if (segment.text.size() > longest_label_line) return std::nullopt;
  const std::string folded = fold_case(segment.text);
  if (folded.size() != segment.text.size()) return std::nullopt;
  for (const std::string_view word : publication_words) {
    const auto at = folded.find(word);
    if (at == std::string::npos) continue;
    if (const auto date = parse_feed_date(segment.text.substr(at + word.size(), 40))) return date;
  }
  return std::nullopt;
}

// A short line that is a date, with little around it: "12.05.2020 | Politik".
std::optional<Published> date_line(const Segment& segment) {
  if (segment.text.size() > longest_date_line) return std::nullopt;
  const bool marked = (segment.hints & hint::date) != 0;
  if (segment.words > (marked ? 20U : 12U)) return std::nullopt;
  return parse_feed_date(segment.text.substr(0, longest_date_line));
}

// In words: near the headline, then behind a word that says so, then in what is marked as a date.
std::optional<Published> in_text(const HtmlTree& tree, const std::vector<Segment>& segments,
                                 std::uint32_t title_node, std::uint32_t root) {
  const std::uint32_t from = title_node != 0 ? title_node : root;
  const std::uint32_t end =
      root == 0 ? static_cast<std::uint32_t>(tree.nodes.size()) : tree.nodes[root].end;
  std::vector<const Segment*> shown;
  std::size_t anchor = 0;
  for (const Segment& segment : segments) {
    if ((segment.hints & (hint::comments | hint::furniture | hint::hidden)) != 0) continue;
    if (segment.node < from) anchor = shown.size() + 1;
    shown.push_back(&segment);
  }
  for (std::size_t i = anchor; i < std::min(anchor + 10, shown.size()); ++i) {
    if (const auto date = date_line(*shown[i])) return date;
  }
  for (std::size_t back = 1; back <= 4 && back <= anchor && anchor <= shown.size(); ++back) {
    if (const auto date = date_line(*shown[anchor - back])) return date;
  }
  for (const Segment* segment : shown) {
    if (const auto date = labelled_date(*segment)) return date;
  }
  for (const Segment* segment : shown) {
    if (segment->node >= end) break;
    if ((segment->hints & hint::date) == 0) continue;
    if (const auto date = date_line(*segment)) return date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> day_in_url(std::string_view url) {
  const auto path =
      url.find('/', url.find("://") == std::string_view::npos ? 0 : url.find("://") + 3);
  if (path == std::string_view::npos) return std::nullopt;
  for (std::size_t at = path; at + 8 < url.size(); ++at) {
    if (is_digit(url[at]) || !number_at(url, at + 1, 4)) continue;
    const std::size_t year = at + 1;
    const char mark = url[year + 4];
    if (mark == '/' || mark == '-' || mark == '_') {
      std::size_t next = year + 5;
      const std::size_t month_digits = number_at(url, next, 2) ? 2 : 1;
      const auto month = number_at(url, next, month_digits);
      next += month_digits;
      if (!month || next >= url.size() || url[next] != mark) continue;
      ++next;
      const std::size_t day_digits = number_at(url, next, 2) ? 2 : 1;
      const auto day = number_at(url, next, day_digits);
      next += day_digits;
      if (!day || (next < url.size() && is_digit(url[next]))) continue;
      if (const auto found = day_of(*number_at(url, year, 4), *month, *day)) return found;
    } else if (const auto whole = number_at(url, year, 8);
               whole && (year + 8 == url.size() || !is_digit(url[year + 8]))) {
      if (const auto found = day_of(*whole / 10000, *whole / 100 % 100, *whole % 100)) return found;
    }
  }
  return std::nullopt;
}

PageDates find_dates(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                     const std::vector<Segment>& segments, const PageSignals& signals,
                     std::string_view url, std::uint32_t title_node, std::uint32_t root) {
  PageDates dates;
  const auto take = [&dates](std::optional<Published> date, const char* signal) {
    if (dates.published || !date) return;
    dates.published = date;
    dates.signal = signal;
  };
  const std::uint32_t end = root == 0 ? static_cast<std::uint32_t>(tree.nodes.size())
                                      : tree.nodes[tree.nodes[root].parent].end;
  take(parse_feed_date(signals.structured.date_published), "json-ld");
  take(published_in_meta(signals), "meta");
  take(in_elements(tree, hints, "datePublished", 1, end, false), "time element");
  if (const auto day = day_in_url(url)) take(Published{*day, std::nullopt}, "url");
  const std::uint32_t from = title_node != 0 ? title_node : root;
  const std::uint32_t before = from > 40 ? from - 40 : 1;
  take(in_elements(tree, hints, {}, before, end, true), "time element");
  take(in_text(tree, segments, title_node, root), "text");
  take(in_elements(tree, hints, {}, 1, end, true), "time element");

  dates.modified = parse_feed_date(signals.structured.date_modified);
  if (!dates.modified) dates.modified = modified_in_meta(signals);
  if (!dates.modified) dates.modified = in_elements(tree, hints, "dateModified", 1, end, false);
  return dates;
}

}  // namespace claimtrail
