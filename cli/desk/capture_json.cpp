#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "cli/desk/capture.h"

namespace claimtrail {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& writer, const char* key, const std::string& value) {
  if (value.empty()) return;
  writer.Key(key);
  writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

std::string text(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

/// The day a publication was written in and its instant are two facts: both are kept.
void put(Writer& writer, const char* key, const std::optional<Published>& published) {
  if (!published) return;
  writer.Key(key);
  writer.StartObject();
  put(writer, "day", format_day(published->day));
  if (published->time) put(writer, "time", format_timestamp(*published->time));
  writer.EndObject();
}

std::optional<Published> published(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsObject()) return std::nullopt;
  const auto day = parse_day(text(found->value, "day"));
  if (!day) return std::nullopt;
  return Published{*day, parse_timestamp(text(found->value, "time"))};
}

}  // namespace

std::string write_given(const Given& given) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  put(writer, "id", given.id);
  put(writer, "url", given.url);
  put(writer, "outlet", given.outlet);
  put(writer, "title", given.title);
  put(writer, "published", given.published);
  put(writer, "listed", given.listed);
  put(writer, "byline", given.byline);
  put(writer, "syndicated_from", given.syndicated_from);
  writer.EndObject();
  return buffer.GetString();
}

Given read_given(std::string_view json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  Given given;
  if (document.HasParseError() || !document.IsObject()) return given;
  given.id = text(document, "id");
  given.url = text(document, "url");
  given.outlet = text(document, "outlet");
  given.title = text(document, "title");
  given.published = published(document, "published");
  given.listed = published(document, "listed");
  given.byline = text(document, "byline");
  given.syndicated_from = text(document, "syndicated_from");
  return given;
}

std::string write_blocks(const std::vector<Block>& blocks) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartArray();
  for (const Block& block : blocks) {
    writer.StartObject();
    put(writer, "kind", std::string(to_string(block.kind)));
    writer.Key("start");
    writer.Uint(block.span.start);
    writer.Key("end");
    writer.Uint(block.span.end);
    writer.EndObject();
  }
  writer.EndArray();
  return buffer.GetString();
}

std::vector<Block> read_blocks(std::string_view json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  std::vector<Block> blocks;
  if (document.HasParseError() || !document.IsArray()) return blocks;
  for (const auto& item : document.GetArray()) {
    if (!item.IsObject()) continue;
    const auto kind = parse_block_kind(text(item, "kind"));
    const auto start = item.FindMember("start");
    const auto end = item.FindMember("end");
    if (!kind || start == item.MemberEnd() || end == item.MemberEnd() || !start->value.IsUint() ||
        !end->value.IsUint()) {
      continue;
    }
    blocks.push_back({*kind, {start->value.GetUint(), end->value.GetUint()}});
  }
  return blocks;
}

}  // namespace claimtrail
