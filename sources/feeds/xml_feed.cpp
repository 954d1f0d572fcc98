#include "sources/feeds/xml_feed.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/text/utf8.h"

#include "sources/feeds/capture.h"
#include "sources/feeds/entry_draft.h"
#include "sources/feeds/feed_fields.h"
#include "sources/feeds/feed_names.h"
#include "sources/feeds/markup.h"
#include "sources/feeds/xml_reader.h"

namespace claimtrail {
namespace {

// Where an element stands.
enum class Place : std::uint8_t { outside, feed, entry, author, source, elsewhere };

enum class Kind : std::uint8_t { markup, plain, address, author, tag, tag_list };

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class XmlFeedReader {
 public:
  XmlFeedReader(std::string_view text, std::string_view url, Feed& feed) : xml_(text), feed_(feed) {
    bases_.push_back(std::make_shared<UrlBase>(url));
    levels_.push_back({Place::outside, false});
  }

  // False when the document holds no feed.
  bool read() {
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
    bool has_base;  ///< the last one of `bases_` is its own
  };

  void start(const XmlEvent& event) {
    Level level{levels_.back().place, false};
    if (const auto base = attribute_of(event, "xml:base"); !base.empty()) {
      bases_.push_back(std::make_shared<UrlBase>(absolute_link(*bases_.back(), base)));
      level.has_base = true;
    }
    if (capturing_) {
      capture_.start_element(event, *bases_.back());
      levels_.push_back(level);
      return;
    }
    const bool own = !own_space_.empty() && event.space == own_space_;
    const FeedSpace space = own ? FeedSpace::core : feed_space(event.space);
    const Place outer = level.place;
    level.place = place_of(event, space, outer);
    levels_.push_back(level);
    const Place place = level.place;
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
    if (levels_.back().has_base) bases_.pop_back();
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
    if (place == Place::entry) feed_.entries.push_back(draft_.finish());
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
        seen_feed_ = true;
        draft_ = EntryDraft(attribute_of(event, "rdf:about"));
        break;
      case Place::author:
        author_level_ = levels_.size();
        author_name_.clear();
        author_email_.clear();
        author_text_.clear();
        break;
      case Place::source:
        // RSS has the publisher's name as its text, Atom as a title inside.
        if (const auto url = attribute_of(event, "url"); !url.empty()) {
          draft_.entry.source_url = absolute_link(*bases_.back(), url);
          capture(event, Kind::plain, {&draft_.entry.source_title});
        }
        break;
      default:
        break;
    }
  }

  void finish_author(Place outer) {
    std::string name = squeeze_blanks(author_name_.empty() ? author_text_ : author_name_);
    const std::string email = squeeze_blanks(author_email_);
    if (name.empty()) {
      name = email;
    } else if (!email.empty()) {
      name += " (" + email + ')';
    }
    if (outer == Place::entry) draft_.add_author(name);
  }

  void language(std::string_view value, int rank) {
    if (value.empty() || feed_ranks_.language <= rank) return;
    feed_ranks_.language = rank;
    feed_.language = std::string(value);
    std::replace(feed_.language.begin(), feed_.language.end(), '_', '-');
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
        if (event.name == "title") capture(event, Kind::plain, {&draft_.entry.source_title});
        if (event.name == "link") link(event, {&draft_.entry.source_url});
        break;
      default:
        break;
    }
  }

  void feed_field(const XmlEvent& event, FeedSpace space) {
    const FieldRule rule = feed_rule(space, event.name);
    switch (rule.field) {
      case FeedField::title:
        return capture(event, Kind::markup, {&feed_.title, &feed_ranks_.title, rule.rank});
      case FeedField::description:
        return capture(event, Kind::markup,
                       {&feed_.description, &feed_ranks_.description, rule.rank});
      case FeedField::language:
        return capture(event, Kind::plain, {&feed_.language, &feed_ranks_.language, rule.rank});
      case FeedField::link:
        return link(event, {&feed_.link, &feed_ranks_.link});
      default:
        break;
    }
  }

  void entry_field(const XmlEvent& event, FeedSpace space) {
    const FieldRule rule = entry_rule(space, event.name);
    switch (rule.field) {
      case FeedField::title:
        return capture(event, Kind::markup, {&draft_.entry.title, &draft_.ranks.title, rule.rank});
      case FeedField::description:
        return capture(event, Kind::markup,
                       {&draft_.entry.summary, &draft_.ranks.description, rule.rank});
      case FeedField::content:
        // Content that lies elsewhere is none.
        if (!attribute_of(event, "src").empty()) return;
        return capture(event, Kind::markup,
                       {&draft_.entry.content, &draft_.ranks.content, rule.rank});
      case FeedField::published:
        return capture(event, Kind::plain,
                       {&draft_.entry.published, &draft_.ranks.published, rule.rank});
      case FeedField::updated:
        return capture(event, Kind::plain,
                       {&draft_.entry.updated, &draft_.ranks.updated, rule.rank});
      case FeedField::id:
        if (event.name == "guid")
          draft_.guid_is_link = attribute_of(event, "isPermaLink") != "false";
        return capture(event, Kind::plain, {&draft_.entry.id, &draft_.ranks.id, rule.rank});
      case FeedField::link:
        return link(event, {&draft_.entry.link, &draft_.ranks.link});
      case FeedField::author:
        return capture(event, Kind::author);
      case FeedField::category:
        return category(event);
      case FeedField::tag:
        return capture(event, Kind::tag);
      case FeedField::tag_list:
        return capture(event, Kind::tag_list);
      default:
        break;
    }
  }

  // RSS has the address as text, Atom as an attribute, of several the one to read.
  void link(const XmlEvent& event, FeedTarget target) {
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
    target.store(absolute_link(*bases_.back(), address));
  }

  void category(const XmlEvent& event) {
    std::string_view term = attribute_of(event, "term");
    if (term.empty()) term = attribute_of(event, "label");
    if (term.empty()) {
      capture(event, Kind::tag);
    } else {
      draft_.entry.tags.emplace_back(term);
    }
  }

  void capture(const XmlEvent& event, Kind kind, FeedTarget target = {}) {
    capturing_ = true;
    capture_level_ = levels_.size() - 1;
    kind_ = kind;
    target_ = target;
    capture_.begin(event, kind == Kind::markup, bases_.back());
  }

  void finish_capture() {
    capturing_ = false;
    std::string value = capture_.finish();
    switch (kind_) {
      case Kind::markup:
      case Kind::plain:
        target_.store(std::move(value));
        break;
      case Kind::address:
        target_.store(absolute_link(capture_.base(), value));
        break;
      case Kind::author:
        draft_.add_author(value);
        break;
      case Kind::tag:
        draft_.add_tag(value);
        break;
      case Kind::tag_list:
        draft_.add_tag_list(value);
        break;
    }
  }

  XmlReader xml_;
  Feed& feed_;
  std::string root_;
  std::string own_space_;
  bool seen_feed_ = false;
  std::vector<Level> levels_;
  std::vector<std::shared_ptr<const UrlBase>> bases_;
  FeedRanks feed_ranks_;
  EntryDraft draft_;

  std::size_t author_level_ = 0;
  std::string author_name_;
  std::string author_email_;
  std::string author_text_;

  bool capturing_ = false;
  std::size_t capture_level_ = 0;
  Kind kind_ = Kind::plain;
  FeedTarget target_;
  Capture capture_;
};

}  // namespace

bool read_xml_feed(std::string_view text, std::string_view url, Feed& feed, std::string& root) {
  XmlFeedReader reader(text, url, feed);
  const bool found = reader.read();
  root = reader.root();
  return found;
}

}  // namespace claimtrail
