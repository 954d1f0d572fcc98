#include <set>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include "core/text/utf8.h"

#include "cli/provenance/json_value.h"

namespace claimtrail {
namespace {

constexpr std::size_t deepest = 64;

/// Builds the tree from the reader's events; an event refused ends the reading.
class TreeBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TreeBuilder> {
 public:
  bool Null() { return add(JsonValue()); }
  bool Bool(bool value) { return add(JsonValue::boolean(value)); }
  bool RawNumber(const char* digits, rapidjson::SizeType length, bool) {
    return add(JsonValue::number(std::string(digits, length)));
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    return add(JsonValue::string({text, length}));
  }
  bool StartObject() { return open(JsonValue::object()); }
  bool StartArray() { return open(JsonValue::array()); }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    Level& level = levels_.back();
    level.key.assign(text, length);
    if (level.keys.insert(level.key).second) return true;
    return refuse(fmt::format("the key \"{}\" stands twice in one object", level.key));
  }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  JsonValue take() { return std::move(root_); }
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  struct Level {
    JsonValue value;
    std::string key;
    std::set<std::string> keys;
  };

  bool refuse(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }
  bool open(JsonValue value) {
    if (levels_.size() == deepest) return refuse("it is nested too deep");
    levels_.push_back({std::move(value), {}, {}});
    return true;
  }
  bool close() {
    JsonValue value = std::move(levels_.back().value);
    levels_.pop_back();
    return add(std::move(value));
  }
  bool add(JsonValue value) {
    if (levels_.empty()) {
      root_ = std::move(value);
    } else if (levels_.back().value.is(JsonValue::Kind::array)) {
      levels_.back().value.push(std::move(value));
    } else {
      levels_.back().value.set(levels_.back().key, std::move(value));
    }
    return true;
  }

  std::vector<Level> levels_;
  JsonValue root_;
  std::string problem_;
};

}  // namespace

Result<JsonValue> parse_json(std::string_view text) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag |
                             rapidjson::kParseNumbersAsStringsFlag |
                             rapidjson::kParseValidateEncodingFlag;
  TreeBuilder builder;
  rapidjson::Reader reader;
  rapidjson::MemoryStream stream(text.data(), text.size());
  const auto outcome = reader.Parse<flags>(stream, builder);
  if (outcome.IsError()) {
    const std::string reason =
        builder.problem().empty() ? rapidjson::GetParseError_En(outcome.Code()) : builder.problem();
    return failure("bad-json",
                   fmt::format("no JSON document: {} at byte {}", reason, outcome.Offset()));
  }
  return builder.take();
}

}  // namespace claimtrail
