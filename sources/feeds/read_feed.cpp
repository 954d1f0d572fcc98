#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/text/utf8.h"

#include "sources/charset/decode.h"
#include "sources/feeds/capture.h"
#include "sources/feeds/feed.h"
#include "sources/feeds/feed_names.h"
#include "sources/feeds/markup.h"
#include "sources/feeds/xml_reader.h"

namespace claimtrail {
namespace {

// Where an element stands.
enum class Place : std::uint8_t { outside, feed, entry, author, source, elsewhere };

constexpr int unset = 100;

// A field and how good what it holds is: a lower rank outweighs a higher one, the first of equals
// stays.
struct Target {
  std::string* field = nullptr;
  int* held = nullptr;  ///< null: the last one wins
  int rank = 0;
};

enum class Kind : std::uint8_t { markup, plain, address, author, tag, tag_list };

struct FeedRanks {
  int title = unset, description = unset, link = unset, language = unset;
};
struct EntryRanks {
  int title = unset, link = unset, id = unset, summary = unset, content = unset;
  int published = unset, updated = unset;
};

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class FeedReader {
 public:
  FeedReader(std::string_view text, std::string_view url) : xml_(text) {
    levels_.push_back({Place::outside, std::string(url)});
  }

  // False when the document holds no feed.
  bool read(Feed& feed) {
    feed_ = &feed;
    for (;;) {
      const XmlEvent& event = xml_.next();
      switch (event.kind) {
        case XmlEventKind::finished:
          return seen_feed_;
        case XmlEventKind::start:
          if (root_.empty()) {
            root_ = event.name;
            // Whatever its authors call it, the namespace of the outermost element is the feed's
            // own.
            if (is_any(root_, {"feed", "rss"})) own_space_ = event.space;
          }
          if (root_ == "html" || root_ == "HTML") return false;
          start(event);
          break;
        case XmlEventKind::end:
          end();
          break;
        case XmlEventKind::text:
          characters(event.text);
          break;
      }
    }
  }

  [[nodiscard]] const std::string& root() const { return root_; }

 private:
  struct Level {
    Place place;
    std::string base;
  };

  void start(const XmlEvent& event) {
    Level level{levels_.back().place, levels_.back().base};
    if (const auto base = attribute_of(event, "xml:base"); !base.empty()) {
      level.base = absolute_link(level.base, base);
    }
    if (capturing_) {
      capture_.start_element(event, level.base);
      levels_.push_back(std::move(level));
      return;
    }
    const bool own = !own_space_.empty() && event.space == own_space_;
    const FeedSpace space = own ? FeedSpace::core : feed_space(event.space);
    const Place outer = level.place;
    level.place = place_of(event, space, outer);
    levels_.push_back(std::move(level));
    const Place place = levels_.back().place;
    if (place != outer) {
      enter(event, place);
    } else {
      field(event, space, place);
    }
  }

  void characters(std::string_view text) {
    if (capturing_) {
      capture_.text(text);
    } else if (levels_.back().place == Place::author && levels_.size() == author_level_) {
      author_text_ += text;
    }
  }

  void end() {
    const Place place = levels_.back().place;
    levels_.pop_back();
    if (capturing_) {
      if (levels_.size() != capture_level_) {
        capture_.end_element();
        return;
      }
      finish_capture();
    }
    const Place outer = levels_.back().place;
    if (place == outer) return;
    if (place == Place::author) finish_author(outer);
    if (place == Place::entry) finish_entry();
  }

  static Place place_of(const XmlEvent& event, FeedSpace space, Place outer) {
    const std::string_view name = event.name;
    if (space == FeedSpace::itunes && name == "owner") return Place::elsewhere;
    if (space == FeedSpace::media && is_any(name, {"content", "group"})) return outer;
    if (space != FeedSpace::core) return outer;
    if (is_any(name, {"item", "entry"})) {
      return outer == Place::outside || outer == Place::feed ? Place::entry : Place::elsewhere;
    }
    if (is_any(name, {"channel", "feed"})) {
      return outer == Place::outside ? Place::feed : outer;
    }
    const bool inside = outer == Place::feed || outer == Place::entry;
    if (name == "author" && inside) return Place::author;
    if (name == "source" && outer == Place::entry) return Place::source;
    if (inside && is_any(name, {"image", "textInput", "textinput", "cloud", "contributor"})) {
      return Place::elsewhere;
    }
    return outer;
  }

  void enter(const XmlEvent& event, Place place) {
    switch (place) {
      case Place::feed:
        seen_feed_ = true;
        language(attribute_of(event, "xml:lang"), 2);
        break;
      case Place::entry:
        begin_entry(event);
        break;
      case Place::author:
        author_level_ = levels_.size();
        author_name_.clear();
        author_email_.clear();
        author_text_.clear();
        break;
      case Place::source:
        // RSS has the publisher's name as its text, Atom as a title inside.
        if (!attribute_of(event, "url").empty()) {
          capture(event, Kind::plain, {&entry().source_title});
        }
        break;
      default:
        break;
    }
  }

  void begin_entry(const XmlEvent& event) {
    seen_feed_ = true;
    feed_->entries.emplace_back();
    ranks_ = {};
    authors_.clear();
    guid_is_link_ = false;
    const std::string_view about = attribute_of(event, "rdf:about");
    if (about.empty()) return;
    entry().id = std::string(about);
    ranks_.id = 5;
  }

  void finish_author(Place outer) {
    std::string name = squeeze_blanks(author_name_.empty() ? author_text_ : author_name_);
    const std::string email = squeeze_blanks(author_email_);
    if (name.empty()) {
      name = email;
    } else if (!email.empty()) {
      name += " (" + email + ')';
    }
    if (outer == Place::entry) add_author(std::move(name));
  }

  void add_author(std::string name) {
    if (name.empty() || std::find(authors_.begin(), authors_.end(), name) != authors_.end()) return;
    authors_.push_back(std::move(name));
  }

  void finish_entry() {
    FeedEntry& done = entry();
    for (const std::string& author : authors_) {
      if (!done.author.empty()) done.author += ", ";
      done.author += author;
    }
    if (done.summary.empty()) done.summary = done.content;
    if (done.link.empty() && guid_is_link_ && done.id.rfind("http", 0) == 0) done.link = done.id;
    done.published_time = parse_feed_date(done.published);
    done.updated_time = parse_feed_date(done.updated);
  }

  FeedEntry& entry() { return feed_->entries.back(); }

  void language(std::string_view value, int rank) {
    if (value.empty() || feed_ranks_.language <= rank) return;
    feed_ranks_.language = rank;
    feed_->language = std::string(value);
    std::replace(feed_->language.begin(), feed_->language.end(), '_', '-');
  }

  void field(const XmlEvent& event, FeedSpace space, Place place) {
    switch (place) {
      case Place::feed:
        feed_field(event, space);
        break;
      case Place::entry:
        entry_field(event, space);
        break;
      case Place::author:
        if (event.name == "name") capture(event, Kind::plain, {&author_name_});
        if (event.name == "email") capture(event, Kind::plain, {&author_email_});
        break;
      case Place::source:
        if (event.name == "title") capture(event, Kind::plain, {&entry().source_title});
        break;
      default:
        break;
    }
  }

  void feed_field(const XmlEvent& event, FeedSpace space) {
    const std::string_view name = event.name;
    if (space == FeedSpace::itunes) {
      if (name == "summary") description(event, 2);
      if (name == "subtitle") description(event, 3);
      return;
    }
    if (space != FeedSpace::core && space != FeedSpace::dc) return;
    const int rank = space == FeedSpace::core ? 0 : 1;
    if (name == "title") {
      capture(event, Kind::markup, {&feed_->title, &feed_ranks_.title, rank});
    } else if (is_any(name, {"description", "subtitle", "tagline"})) {
      description(event, rank);
    } else if (name == "language") {
      capture(event, Kind::plain, {&feed_->language, &feed_ranks_.language, rank});
    } else if (name == "link" && space == FeedSpace::core) {
      link(event, {&feed_->link, &feed_ranks_.link});
    }
  }

  void description(const XmlEvent& event, int rank) {
    capture(event, Kind::markup, {&feed_->description, &feed_ranks_.description, rank});
  }

  void entry_field(const XmlEvent& event, FeedSpace space) {
    switch (space) {
      case FeedSpace::core:
        core_field(event);
        break;
      case FeedSpace::dc:
        dublin_core_field(event);
        break;
      case FeedSpace::dcterms:
        if (is_any(event.name, {"issued", "created"})) published(event, 1);
        if (event.name == "modified") updated(event, 1);
        break;
      case FeedSpace::itunes:
        if (event.name == "author") capture(event, Kind::author);
        if (event.name == "summary") summary(event, 3);
        if (event.name == "subtitle") summary(event, 4);
        if (event.name == "keywords") capture(event, Kind::tag_list);
        break;
      case FeedSpace::media:
        if (event.name == "title") title(event, 2);
        if (event.name == "description") summary(event, 5);
        if (event.name == "category") capture(event, Kind::tag);
        if (event.name == "keywords") capture(event, Kind::tag_list);
        break;
      case FeedSpace::content:
        if (event.name == "encoded") content(event, 0);
        break;
      case FeedSpace::xhtml:
        if (event.name == "body") content(event, 2);
        break;
      default:
        break;
    }
  }

  void core_field(const XmlEvent& event) {
    const std::string_view name = event.name;
    if (name == "title") {
      title(event, 0);
    } else if (name == "link") {
      link(event, {&entry().link, &ranks_.link});
    } else if (is_any(name, {"guid", "id"})) {
      if (name == "guid") guid_is_link_ = attribute_of(event, "isPermaLink") != "false";
      capture(event, Kind::plain, {&entry().id, &ranks_.id, 0});
    } else if (is_any(name, {"description", "summary"})) {
      summary(event, name == "summary" ? 0 : 1);
    } else if (is_any(name, {"content", "body", "fullitem"})) {
      if (attribute_of(event, "src").empty()) content(event, name == "content" ? 1 : 2);
    } else if (is_any(name, {"pubDate", "pubdate", "published", "issued"})) {
      published(event, 0);
    } else if (is_any(name, {"updated", "modified"})) {
      updated(event, 0);
    } else if (name == "category") {
      category(event);
    } else if (is_any(name, {"tags", "keywords"})) {
      capture(event, Kind::tag_list);
    }
  }

  void dublin_core_field(const XmlEvent& event) {
    const std::string_view name = event.name;
    if (is_any(name, {"creator", "author"})) capture(event, Kind::author);
    if (name == "title") title(event, 1);
    if (name == "description") summary(event, 2);
    if (name == "subject") capture(event, Kind::tag);
    if (name == "date") published(event, 2);
    if (name == "identifier") capture(event, Kind::plain, {&entry().id, &ranks_.id, 6});
  }

  void title(const XmlEvent& event, int rank) {
    capture(event, Kind::markup, {&entry().title, &ranks_.title, rank});
  }
  void summary(const XmlEvent& event, int rank) {
    capture(event, Kind::markup, {&entry().summary, &ranks_.summary, rank});
  }
  void content(const XmlEvent& event, int rank) {
    capture(event, Kind::markup, {&entry().content, &ranks_.content, rank});
  }
  void published(const XmlEvent& event, int rank) {
    capture(event, Kind::plain, {&entry().published, &ranks_.published, rank});
  }
  void updated(const XmlEvent& event, int rank) {
    capture(event, Kind::plain, {&entry().updated, &ranks_.updated, rank});
  }

  // RSS has the address as text, Atom as an attribute, of several the one to read.
  void link(const XmlEvent& event, Target target) {
    const std::string_view address = attribute_of(event, "href");
    if (address.empty()) {
      target.rank = 1;
      capture(event, Kind::address, target);
      return;
    }
    const std::string_view relation = attribute_of(event, "rel");
    if (!relation.empty() && relation != "alternate") return;
    const std::string_view type = attribute_of(event, "type");
    target.rank = type.empty() || type.find("html") != std::string_view::npos ? 0 : 2;
    store(target, absolute_link(levels_.back().base, address));
  }

  void category(const XmlEvent& event) {
    std::string_view term = attribute_of(event, "term");
    if (term.empty()) term = attribute_of(event, "label");
    if (term.empty()) {
      capture(event, Kind::tag);
    } else {
      entry().tags.emplace_back(term);
    }
  }

  void capture(const XmlEvent& event, Kind kind, Target target = {}) {
    capturing_ = true;
    capture_level_ = levels_.size() - 1;
    kind_ = kind;
    target_ = target;
    capture_.begin(event, kind == Kind::markup, levels_.back().base);
  }

  void finish_capture() {
    capturing_ = false;
    std::string value = capture_.finish();
    switch (kind_) {
      case Kind::markup:
      case Kind::plain:
        store(target_, std::move(value));
        break;
      case Kind::address:
        store(target_, absolute_link(capture_.base(), value));
        break;
      case Kind::author:
        add_author(squeeze_blanks(value));
        break;
      case Kind::tag:
        add_tag(value);
        break;
      case Kind::tag_list:
        for (std::size_t at = 0; at <= value.size();) {
          const auto comma = std::min(value.find(',', at), value.size());
          add_tag(value.substr(at, comma - at));
          at = comma + 1;
        }
        break;
    }
  }

  static void store(const Target& target, std::string value) {
    if (value.empty()) return;
    if (target.held != nullptr) {
      if (target.rank >= *target.held) return;
      *target.held = target.rank;
    }
    *target.field = std::move(value);
  }

  void add_tag(const std::string& value) {
    std::string tag = squeeze_blanks(value);
    if (!tag.empty()) entry().tags.push_back(std::move(tag));
  }

  XmlReader xml_;
  Feed* feed_ = nullptr;
  std::string root_;
  std::string own_space_;
  bool seen_feed_ = false;
  std::vector<Level> levels_;
  FeedRanks feed_ranks_;
  EntryRanks ranks_;

  std::vector<std::string> authors_;
  std::size_t author_level_ = 0;
  std::string author_name_;
  std::string author_email_;
  std::string author_text_;
  bool guid_is_link_ = false;

  bool capturing_ = false;
  std::size_t capture_level_ = 0;
  Kind kind_ = Kind::plain;
  Target target_;
  Capture capture_;
};

std::string looks_like(std::string_view text, const std::string& root) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return "it is empty";
  if (root == "html" || root == "HTML" || text.find("<!DOCTYPE html") < 200) {
    return "it is an HTML page";
  }
  if (text.substr(0, 5) == "%PDF-") return "it is a PDF";
  if (!root.empty()) return fmt::format("its outermost element is <{}>", root.substr(0, 40));
  return "there is no markup in it";
}

}  // namespace

Result<Feed> read_feed(std::string_view bytes, std::string_view content_type,
                       std::string_view url) {
  const DecodedText decoded = decode_text(bytes, content_type, MarkupSyntax::xml);
  Feed feed;
  FeedReader reader(decoded.text, url);
  if (reader.read(feed)) return feed;
  return failure(
      "not-feed",
      fmt::format("this is no RSS or Atom feed: {}", looks_like(decoded.text, reader.root())),
      std::string(url));
}

}  // namespace claimtrail
