#include "sources/feeds/json_feed.h"

#include <algorithm>
#include <cstdint>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "core/text/utf8.h"

#include "sources/charset/entities.h"
#include "sources/feeds/markup.h"
#include "sources/feeds/repair_json.h"

namespace claimtrail {
namespace {

constexpr std::size_t kHead = 64 * 1024;  // how far in a feed must say that it is one

/// What an object or array is to a reader of feeds.
enum class Place : std::uint8_t { feed, items, item, author, authors, tags, elsewhere };

/// Takes the events of a JSON parser.
class JsonFeedReader {
 public:
  JsonFeedReader(std::string_view url, Feed& feed) : url_(url), feed_(feed) {}

  /// Ends the entry that the text was cut off in.
  void finish() {
    if (in_entry_) end_entry();
  }

  // The handler of rapidjson::Reader; its names are the library's.
  // NOLINTBEGIN(readability-identifier-naming)
  bool Null() { return true; }
  bool Bool(bool) { return true; }
  bool Int(int) { return true; }
  bool Uint(unsigned) { return true; }
  bool Int64(std::int64_t) { return true; }
  bool Uint64(std::uint64_t) { return true; }
  bool Double(double) { return true; }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    return String(text, size, true);
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    take({text, size});
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    key_.assign(text, size);
    return true;
  }
  bool StartObject() {
    open(object_place());
    return true;
  }
  bool EndObject(rapidjson::SizeType) {
    if (places_.back() == Place::item) end_entry();
    places_.pop_back();
    return true;
  }
  bool StartArray() {
    open(array_place());
    return true;
  }
  bool EndArray(rapidjson::SizeType) {
    places_.pop_back();
    return true;
  }
  // NOLINTEND(readability-identifier-naming)

 private:
  [[nodiscard]] Place object_place() const {
    if (places_.empty()) return Place::feed;
    const Place outer = places_.back();
    if (outer == Place::items) return Place::item;
    // JSON Feed 1.0 has one author, 1.1 several.
    const bool author = outer == Place::authors || (outer == Place::item && key_ == "author");
    return author ? Place::author : Place::elsewhere;
  }

  [[nodiscard]] Place array_place() const {
    const Place outer = places_.empty() ? Place::elsewhere : places_.back();
    if (outer == Place::feed && key_ == "items") return Place::items;
    if (outer == Place::item && key_ == "authors") return Place::authors;
    if (outer == Place::item && key_ == "tags") return Place::tags;
    return Place::elsewhere;
  }

  void open(Place place) {
    places_.push_back(place);
    if (place != Place::item) return;
    in_entry_ = true;
    entry_ = {};
    external_url_.clear();
    text_.clear();
  }

  void take(std::string_view value) {
    if (places_.empty()) return;
    switch (places_.back()) {
      case Place::feed:
        return take_feed(value);
      case Place::item:
        return take_item(value);
      case Place::author:
        if (key_ == "name") add_author(value);
        return;
      case Place::tags:
        if (const std::string tag = squeeze_blanks(value); !tag.empty()) entry_.tags.push_back(tag);
        return;
      default:
        break;
    }
  }

  void take_feed(std::string_view value) {
    if (key_ == "title") feed_.title = value;
    if (key_ == "description") feed_.description = value;
    if (key_ == "language") feed_.language = value;
    if (key_ == "home_page_url") feed_.link = absolute_link(url_, value);
  }

  void take_item(std::string_view value) {
    if (key_ == "id") entry_.id = value;
    if (key_ == "url") entry_.link = absolute_link(url_, value);
    if (key_ == "external_url") external_url_ = absolute_link(url_, value);
    if (key_ == "title") entry_.title = value;
    if (key_ == "summary") entry_.summary = escape_markup(value);
    if (key_ == "content_html") entry_.content = resolve_links(value, url_);
    if (key_ == "content_text") text_ = escape_markup(value);
    if (key_ == "date_published") entry_.published = value;
    if (key_ == "date_modified") entry_.updated = value;
  }

  void add_author(std::string_view value) {
    const std::string name = squeeze_blanks(value);
    if (name.empty()) return;
    if (!entry_.author.empty()) entry_.author += ", ";
    entry_.author += name;
  }

  void end_entry() {
    in_entry_ = false;
    if (entry_.content.empty()) entry_.content = std::move(text_);
    if (entry_.summary.empty()) entry_.summary = entry_.content;
    if (entry_.link.empty()) entry_.link = std::move(external_url_);
    if (entry_.link.empty() && entry_.id.starts_with("http")) entry_.link = entry_.id;
    feed_.entries.push_back(std::move(entry_));
  }

  UrlBase url_;
  Feed& feed_;
  std::vector<Place> places_;
  std::string key_;
  FeedEntry entry_;
  std::string external_url_;
  std::string text_;
  bool in_entry_ = false;
};

}  // namespace

bool is_json_feed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text[first] != '{') return false;
  // "version": "https://jsonfeed.org/version/1.1", its slashes perhaps escaped.
  constexpr std::size_t kBefore = 32;
  const std::string_view head = text.substr(first, kHead);
  for (std::size_t at = head.find("jsonfeed.org"); at != std::string_view::npos;
       at = head.find("jsonfeed.org", at + 1)) {
    const std::size_t from = at - std::min(at, kBefore);
    if (head.substr(from, at - from).find("\"version\"") != std::string_view::npos) return true;
  }
  return false;
}

bool read_json_feed(std::string& text, std::string_view url, Feed& feed) {
  if (!is_json_feed(text)) return false;
  repair_json(text);
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseNumbersAsStringsFlag |
                              rapidjson::kParseTrailingCommasFlag;
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader parser;
  JsonFeedReader reader(url, feed);
  (void)parser.Parse<kFlags>(stream, reader);
  reader.finish();
  return true;
}

}  // namespace claimtrail
