#include "sources/page/page_date.h"

#include <algorithm>

#include "sources/feeds/feed.h"
#include "sources/page/date_in_words.h"
#include "sources/page/hints.h"
#include "sources/page/html_names.h"
#include "sources/page/microdata.h"

namespace claimtrail {
namespace {

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

// Names that mean the publication of this page and nothing else.
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
                              "originalpublicationdate",
                              "rnews:datepublished",
                              "citation_publication_date",
                              "vr:published_time",
                              "bt:pubdate"});
}

// Names that systems also fill with the day a page was made or saved.
std::optional<Published> some_date_in_meta(const PageSignals& signals) {
  return first_meta(signals, {"dcterms.created", "dc.date.created", "dcterms.date", "dc.date",
                              "date.created", "date", "citation_date", "datecreated", "created"});
}

std::optional<Published> modified_in_meta(const PageSignals& signals) {
  return first_meta(signals,
                    {"article:modified_time", "og:article:modified_time", "og:updated_time",
                     "datemodified", "article:modified", "article.updated", "dcterms.modified",
                     "dc.date.modified", "last-modified", "lastmod", "revised"});
}

// `near` the article: from the headline on, inside or just before the body.
std::optional<Published> in_elements(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                                     const std::vector<bool>& nested, std::string_view property,
                                     std::uint32_t first, std::uint32_t last, bool any_time) {
  for (std::uint32_t i = std::max(first, 1U); i < last; ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == Tag::text) continue;
    if ((hints[i] & (hint::comments | hint::furniture)) != 0) {
      i = node.end - 1;
      continue;
    }
    const bool named = !property.empty() && !nested[i] &&
                       tree.attribute(i, "itemprop").find(property) != std::string_view::npos;
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

// The one day that all time elements of the page outside its comments agree on.
std::optional<Published> only_day(const HtmlTree& tree, const std::vector<std::uint16_t>& hints) {
  std::optional<Published> only;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    if ((hints[i] & hint::comments) != 0) i = node.end - 1;
    if (node.tag != Tag::time) continue;
    const auto date = parse_feed_date(tree.attribute(i, "datetime"));
    if (!date) continue;
    if (only && only->day != date->day) return std::nullopt;
    only = date;
  }
  return only;
}

/// Keeps the first date that is offered and can be.
class Choice {
 public:
  explicit Choice(std::optional<Timestamp> fetched_at) {
    if (fetched_at)
      latest_ = std::chrono::floor<std::chrono::days>(*fetched_at) + std::chrono::days{1};
  }

  void offer(std::optional<Published> date, const char* signal, Confidence confidence) {
    if (chosen_ || !date || (latest_ && date->day > *latest_)) return;
    chosen_ = date;
    origin_ = {signal, confidence};
  }
  void offer_day(std::optional<Day> day, const char* signal, Confidence confidence) {
    if (day) offer(Published{*day, std::nullopt}, signal, confidence);
  }

  /// What the day in the page's address says of the date that was chosen.
  void reconcile(std::optional<Day> address) {
    if (!chosen_ || !address || *address == chosen_->day) return;
    const auto gap = chosen_->day - *address;
    if (gap == std::chrono::days{1} || gap == std::chrono::days{-1}) {
      chosen_->day = *address;
      if (chosen_->time) chosen_->offset = offset_of(*chosen_);
    } else if (gap > std::chrono::days{1}) {
      chosen_ = Published{*address, std::nullopt};
      origin_ = {"url", Confidence::medium};
    }
  }

  [[nodiscard]] const std::optional<Published>& date() const { return chosen_; }
  [[nodiscard]] const DateOrigin& origin() const { return origin_; }

 private:
  // The least whole hours that bring the time into its day.
  static std::chrono::minutes offset_of(const Published& date) {
    std::chrono::hours shift = date.offset > std::chrono::minutes{0}
                                   ? std::chrono::floor<std::chrono::hours>(date.offset)
                                   : std::chrono::ceil<std::chrono::hours>(date.offset);
    const auto day_at = [&date](std::chrono::hours by) {
      return std::chrono::floor<std::chrono::days>(*date.time + by);
    };
    while (day_at(shift) < date.day && shift < std::chrono::hours{14}) ++shift;
    while (day_at(shift) > date.day && shift > std::chrono::hours{-12}) --shift;
    return shift;
  }

  std::optional<Day> latest_;
  std::optional<Published> chosen_;
  DateOrigin origin_;
};

}  // namespace

PageDates find_dates(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                     const std::vector<Segment>& segments, const PageSignals& signals,
                     const DatePlaces& places) {
  const auto size = static_cast<std::uint32_t>(tree.nodes.size());
  const std::uint32_t root = places.root;
  const std::uint32_t end = root == 0 ? size : tree.nodes[tree.nodes[root].parent].end;
  const std::uint32_t from = places.title_node != 0 ? places.title_node : root;
  const std::uint32_t before = from > 40 ? from - 40 : 1;
  const std::optional<Day> address = day_in_url(places.url);
  const auto words = [&] { return date_in_words(tree, segments, places.title_node, root); };
  const std::vector<bool> nested = in_nested_items(tree);
  const auto elements = [&](std::string_view property, std::uint32_t first, bool any_time) {
    return in_elements(tree, hints, nested, property, first, end, any_time);
  };

  Choice published(places.fetched_at);
  published.offer(parse_feed_date(signals.structured.date_published), "json-ld", Confidence::high);
  published.offer(published_in_meta(signals), "meta", Confidence::high);
  published.offer(elements("datePublished", 1, false), "microdata", Confidence::high);
  published.reconcile(address);
  published.offer_day(address, "url", Confidence::medium);
  published.offer(some_date_in_meta(signals), "meta", Confidence::medium);
  published.offer(elements({}, before, true), "time element", Confidence::medium);
  published.offer(words(), "text", Confidence::low);
  published.offer(elements({}, 1, true), "time element", Confidence::low);
  published.offer(only_day(tree, hints), "time element", Confidence::low);

  Choice modified(places.fetched_at);
  modified.offer(parse_feed_date(signals.structured.date_modified), "json-ld", Confidence::high);
  modified.offer(modified_in_meta(signals), "meta", Confidence::high);
  modified.offer(elements("dateModified", 1, false), "microdata", Confidence::high);
  return {published.date(), modified.date(), published.origin(), modified.origin()};
}

}  // namespace claimtrail
