#include "cli/render/json_document.h"

#include <fmt/ranges.h>

namespace claimtrail {
namespace {

/// The part of a document that is the article itself, with its blocks moved along.
struct ArticleText {
  std::string text;
  std::vector<Block> blocks;
};

ArticleText article_text(const Document& document) {
  ArticleText article;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::standfirst && block.kind != BlockKind::body) continue;
    if (!article.text.empty()) article.text += "\n\n";
    const auto start = static_cast<std::uint32_t>(article.text.size());
    article.text += block.span.of(document.text);
    article.blocks.push_back(
        {block.kind, {start, static_cast<std::uint32_t>(article.text.size())}});
  }
  return article;
}

void write_date(JsonWriter& json, const std::string& key, const std::optional<Published>& date,
                const DateOrigin& origin) {
  json.text(key, date ? format_as_written(*date) : "");
  json.text(key + "_signal", origin.signal);
  json.text(key + "_confidence", date ? to_string(origin.confidence) : "");
}

void write_entry(JsonWriter& json, const FeedEntry& entry) {
  json.begin_object();
  json.text("id", entry.id);
  json.text("title", entry.title);
  json.text("link", entry.link);
  json.text("summary", entry.summary);
  json.text("content", entry.content);
  json.text("author", entry.author);
  json.published("published", entry.published_time);
  json.published("updated", entry.updated_time);
  json.texts("tags", entry.tags);
  json.text("source_title", entry.source_title);
  json.text("source_url", entry.source_url);
  json.end_object();
}

}  // namespace

void write_article(JsonWriter& json, std::string_view key, const Document& document) {
  const ArticleText article = article_text(document);
  json.begin_object(key);
  json.text("title", document.title);
  json.text("byline", fmt::format("{}", fmt::join(document.byline, ", ")));
  write_date(json, "published", document.published, document.published_origin);
  write_date(json, "modified", document.modified, document.modified_origin);
  json.text("outlet", document.outlet);
  json.text("canonical_url", document.canonical_url);
  json.text("language", document.language);
  json.string("text", article.text);
  json.begin_array("blocks");
  for (const Block& block : article.blocks) {
    json.begin_object();
    json.string("kind", to_string(block.kind));
    json.integer("start", block.span.start);
    json.integer("end", block.span.end);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_feed(JsonWriter& json, const Feed& feed) {
  json.begin_object();
  write_feed_members(json, feed);
  json.end_object();
}

void write_feed_members(JsonWriter& json, const Feed& feed) {
  json.begin_object("feed");
  json.text("title", feed.title);
  json.text("description", feed.description);
  json.text("link", feed.link);
  json.text("language", feed.language);
  json.end_object();
  json.begin_array("entries");
  for (const FeedEntry& entry : feed.entries) write_entry(json, entry);
  json.end_array();
}

}  // namespace claimtrail
