#include "sources/feeds/sitemap_listing.h"

#include <array>
#include <memory>

#include <fmt/format.h>
#include <zlib.h>

#include "sources/charset/decode.h"
#include "sources/feeds/feed.h"
#include "sources/feeds/xml_reader.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

Result<std::string> unpacked(std::string_view bytes, const std::string& url, long long max_bytes) {
  if (!bytes.starts_with("\x1F\x8B")) return std::string(bytes);
  z_stream stream{};
  constexpr int kGzipOnly = 15 + 16;
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string text;
  std::array<char, 65'536> piece{};
  for (int state = Z_OK; state != Z_STREAM_END;) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = piece.size();
    state = inflate(&stream, Z_NO_FLUSH);
    text.append(piece.data(), piece.size() - stream.avail_out);
    if (static_cast<long long>(text.size()) > max_bytes) {
      return failure("too-large", fmt::format("unpacks to more than {} bytes", max_bytes), url,
                     "max_bytes of the source allows more");
    }
    const bool stuck =
        state == Z_BUF_ERROR || (state == Z_OK && stream.avail_out != 0 && stream.avail_in == 0);
    if (state < 0 && state != Z_BUF_ERROR) {
      return failure("bad-encoding", "the sitemap is packed in a way that cannot be unpacked", url);
    }
    if (stuck) break;  // cut off: what came is read
  }
  return text;
}

SitemapListing read_lines(std::string_view text, const std::string& url) {
  SitemapListing listing;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim_white_space(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool is_address = line.starts_with("http://") || line.starts_with("https://");
    std::string address = is_address ? resolve_url(url, line) : std::string{};
    if (!address.empty()) listing.reports.push_back({std::move(address), {}, {}});
  }
  return listing;
}

/// Follows the elements of a sitemap.
class ListingReader {
 public:
  explicit ListingReader(const std::string& url) : url_(url) {}

  Result<SitemapListing> read(std::string_view text) {
    XmlReader xml(text);
    for (const XmlEvent* event = &xml.next(); event->kind != XmlEventKind::finished;
         event = &xml.next()) {
      if (event->kind == XmlEventKind::text) words_ += event->text;
      if (event->kind == XmlEventKind::start) begin(event->name);
      if (event->kind == XmlEventKind::end) end(event->name, space_of(*event));
    }
    if (!is_sitemap_) {
      return failure("not-sitemap", "this is no sitemap: it holds neither urlset nor sitemapindex",
                     url_);
    }
    return std::move(listing_);
  }

 private:
  void begin(std::string_view name) {
    words_.clear();
    if (name == "urlset" || name == "sitemapindex") is_sitemap_ = true;
    if (name == "url" || name == "sitemap") current_ = {};
  }

  enum class Space { own, news, other };

  // By namespace, whatever its prefix; a prefix that was never declared stands for itself.
  static Space space_of(const XmlEvent& event) {
    if (event.prefix == "news" || event.space.find("sitemap-news") != std::string_view::npos) {
      return Space::news;
    }
    const bool foreign = event.space.find("/schemas/sitemap-") != std::string_view::npos;
    const bool own = event.prefix.empty() || event.space.find("/sitemap") != std::string_view::npos;
    return own && !foreign ? Space::own : Space::other;
  }

  void end(std::string_view name, Space space) {
    const std::string words(trim_white_space(words_));
    words_.clear();
    if (space == Space::news) {
      if (name == "title") current_.title = words;
      if (name == "publication_date") {
        if (const auto time = parse_feed_date(words)) current_.time = time;
      }
    }
    // Images and videos have a loc, a title and a date of their own.
    if (space != Space::own) return;
    if (name == "loc") current_.url = resolve_url(url_, words);
    if (name == "lastmod" && !current_.time) current_.time = parse_feed_date(words);
    if (name != "url" && name != "sitemap") return;
    if (!current_.url.empty()) {
      (name == "url" ? listing_.reports : listing_.maps).push_back(std::move(current_));
    }
    current_ = {};
  }

  const std::string& url_;
  SitemapListing listing_;
  ListedAddress current_;
  std::string words_;
  bool is_sitemap_ = false;
};

// The protocol takes RSS and Atom for a sitemap too.
SitemapListing listing_of(Feed feed) {
  SitemapListing listing;
  for (FeedEntry& entry : feed.entries) {
    if (entry.link.empty()) continue;
    const auto& time = entry.updated_time ? entry.updated_time : entry.published_time;
    listing.reports.push_back({std::move(entry.link), time, plain_text(entry.title)});
  }
  return listing;
}

}  // namespace

Result<SitemapListing> read_sitemap_listing(std::string_view bytes, const std::string& url,
                                            long long max_bytes) {
  const Result<std::string> text = unpacked(bytes, url, max_bytes);
  if (!text) return tl::unexpected(text.error());
  const DecodedText decoded = decode_text(*text, {}, MarkupSyntax::xml);
  const std::string_view view = decoded.text;
  const std::size_t first = view.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && view[first] == '<') {
    Result<SitemapListing> listing = ListingReader(url).read(view);
    if (listing) return listing;
    Result<Feed> feed = read_feed(view, {}, url);
    if (feed && !feed->entries.empty()) return listing_of(std::move(*feed));
    return listing;
  }
  SitemapListing listing = read_lines(view, url);
  if (listing.reports.empty()) {
    return failure("not-sitemap", "this is neither a sitemap nor a list of addresses", url);
  }
  return listing;
}

}  // namespace claimtrail
