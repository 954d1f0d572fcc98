#include "sources/feeds/feed_fields.h"

#include <algorithm>
#include <array>
#include <span>

namespace claimtrail {
namespace {

struct FieldRow {
  FeedSpace space;
  std::string_view name;
  FieldRule rule;
};

constexpr std::array feed_rows{
    FieldRow{FeedSpace::core, "title", {FeedField::title, 0}},
    FieldRow{FeedSpace::core, "link", {FeedField::link, 0}},
    FieldRow{FeedSpace::core, "description", {FeedField::description, 0}},
    FieldRow{FeedSpace::core, "subtitle", {FeedField::description, 0}},
    FieldRow{FeedSpace::core, "tagline", {FeedField::description, 0}},
    FieldRow{FeedSpace::core, "language", {FeedField::language, 0}},
    FieldRow{FeedSpace::dc, "title", {FeedField::title, 1}},
    FieldRow{FeedSpace::dc, "description", {FeedField::description, 1}},
    FieldRow{FeedSpace::dc, "language", {FeedField::language, 1}},
    FieldRow{FeedSpace::itunes, "summary", {FeedField::description, 2}},
    FieldRow{FeedSpace::itunes, "subtitle", {FeedField::description, 3}},
};

constexpr std::array entry_rows{
    FieldRow{FeedSpace::core, "title", {FeedField::title, 0}},
    FieldRow{FeedSpace::core, "link", {FeedField::link, 0}},
    FieldRow{FeedSpace::core, "guid", {FeedField::id, 0}},
    FieldRow{FeedSpace::core, "id", {FeedField::id, 0}},
    FieldRow{FeedSpace::core, "summary", {FeedField::description, 0}},
    FieldRow{FeedSpace::core, "description", {FeedField::description, 1}},
    FieldRow{FeedSpace::core, "content", {FeedField::content, 1}},
    FieldRow{FeedSpace::core, "body", {FeedField::content, 2}},
    FieldRow{FeedSpace::core, "fullitem", {FeedField::content, 2}},
    FieldRow{FeedSpace::core, "pubDate", {FeedField::published, 0}},
    FieldRow{FeedSpace::core, "pubdate", {FeedField::published, 0}},
    FieldRow{FeedSpace::core, "published", {FeedField::published, 0}},
    FieldRow{FeedSpace::core, "issued", {FeedField::published, 0}},
    FieldRow{FeedSpace::core, "created", {FeedField::published, 3}},
    FieldRow{FeedSpace::core, "updated", {FeedField::updated, 0}},
    FieldRow{FeedSpace::core, "modified", {FeedField::updated, 0}},
    FieldRow{FeedSpace::core, "category", {FeedField::category, 0}},
    FieldRow{FeedSpace::core, "tags", {FeedField::tag_list, 0}},
    FieldRow{FeedSpace::core, "keywords", {FeedField::tag_list, 0}},
    FieldRow{FeedSpace::dc, "creator", {FeedField::author, 0}},
    FieldRow{FeedSpace::dc, "author", {FeedField::author, 0}},
    FieldRow{FeedSpace::dc, "title", {FeedField::title, 1}},
    FieldRow{FeedSpace::dc, "description", {FeedField::description, 2}},
    FieldRow{FeedSpace::dc, "subject", {FeedField::tag, 0}},
    FieldRow{FeedSpace::dc, "date", {FeedField::published, 2}},
    FieldRow{FeedSpace::dc, "identifier", {FeedField::id, 6}},
    FieldRow{FeedSpace::dcterms, "issued", {FeedField::published, 1}},
    FieldRow{FeedSpace::dcterms, "created", {FeedField::published, 1}},
    FieldRow{FeedSpace::dcterms, "modified", {FeedField::updated, 1}},
    FieldRow{FeedSpace::itunes, "author", {FeedField::author, 0}},
    FieldRow{FeedSpace::itunes, "summary", {FeedField::description, 3}},
    FieldRow{FeedSpace::itunes, "subtitle", {FeedField::description, 4}},
    FieldRow{FeedSpace::itunes, "keywords", {FeedField::tag_list, 0}},
    FieldRow{FeedSpace::media, "title", {FeedField::title, 2}},
    FieldRow{FeedSpace::media, "description", {FeedField::description, 5}},
    FieldRow{FeedSpace::media, "category", {FeedField::tag, 0}},
    FieldRow{FeedSpace::media, "keywords", {FeedField::tag_list, 0}},
    FieldRow{FeedSpace::content, "encoded", {FeedField::content, 0}},
    FieldRow{FeedSpace::xhtml, "body", {FeedField::content, 2}},
};

FieldRule rule_in(std::span<const FieldRow> rows, FeedSpace space, std::string_view name) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const FieldRow& one) {
    return one.space == space && one.name == name;
  });
  return row == rows.end() ? FieldRule{} : row->rule;
}

}  // namespace

FieldRule feed_rule(FeedSpace space, std::string_view name) {
  return rule_in(feed_rows, space, name);
}

FieldRule entry_rule(FeedSpace space, std::string_view name) {
  return rule_in(entry_rows, space, name);
}

}  // namespace claimtrail
