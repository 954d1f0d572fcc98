#include "cli/render/json.h"

#include <stdexcept>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

// Line feeds and other controls are kept: JSON escapes them. Only ill-formed bytes are replaced.
std::string well_formed(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size() + 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    const std::string_view character = bytes.substr(at, point.length);
    result += point.value == 0xFFFD ? std::string_view("\xEF\xBF\xBD") : character;
    at += point.length;
  }
  return result;
}

}  // namespace

struct JsonWriter::State {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};

  static void check(bool done) {
    if (!done) throw std::logic_error("JSON written out of order");
  }
  void write(std::string_view value) {
    if (valid_utf8(value)) {
      check(writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size())));
    } else {
      const std::string repaired = well_formed(value);
      check(writer.String(repaired.data(), static_cast<rapidjson::SizeType>(repaired.size())));
    }
  }
  void key(std::string_view name) {
    check(writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())));
  }
};

JsonWriter::JsonWriter() : state_(std::make_unique<State>()) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::key(std::string_view name) { state_->key(name); }

void JsonWriter::begin_object() { State::check(state_->writer.StartObject()); }

void JsonWriter::begin_object(std::string_view key) {
  state_->key(key);
  begin_object();
}

void JsonWriter::end_object() { State::check(state_->writer.EndObject()); }

void JsonWriter::begin_array() { State::check(state_->writer.StartArray()); }

void JsonWriter::begin_array(std::string_view key) {
  state_->key(key);
  begin_array();
}

void JsonWriter::end_array() { State::check(state_->writer.EndArray()); }

void JsonWriter::text(std::string_view key, std::string_view value) {
  if (value.empty()) return null(key);
  string(key, value);
}

void JsonWriter::string(std::string_view key, std::string_view value) {
  state_->key(key);
  state_->write(value);
}

void JsonWriter::integer(std::string_view key, long long value) {
  state_->key(key);
  State::check(state_->writer.Int64(value));
}

void JsonWriter::real(std::string_view key, double value) {
  state_->key(key);
  State::check(state_->writer.Double(value));
}

void JsonWriter::boolean(std::string_view key, bool value) {
  state_->key(key);
  State::check(state_->writer.Bool(value));
}

void JsonWriter::null(std::string_view key) {
  state_->key(key);
  State::check(state_->writer.Null());
}

void JsonWriter::decimal(std::string_view key, const std::optional<Decimal>& value) {
  if (!value) return null(key);
  state_->key(key);
  const std::string& digits = value->text();
  State::check(state_->writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType));
}

void JsonWriter::day(std::string_view key, const std::optional<Day>& value) {
  text(key, value ? format_day(*value) : std::string());
}

void JsonWriter::timestamp(std::string_view key, const std::optional<Timestamp>& value) {
  text(key, value ? format_timestamp(*value) : std::string());
}

void JsonWriter::published(std::string_view key, const std::optional<Published>& value) {
  text(key, value ? format_published(*value) : std::string());
}

void JsonWriter::texts(std::string_view key, const std::vector<std::string>& values) {
  begin_array(key);
  for (const std::string& value : values) text_item(value);
  end_array();
}

void JsonWriter::text_item(std::string_view value) { state_->write(value); }

std::string JsonWriter::take_line() {
  State::check(state_->writer.IsComplete());
  std::string line(state_->buffer.GetString(), state_->buffer.GetSize());
  line += '\n';
  state_->buffer.Clear();
  state_->writer.Reset(state_->buffer);
  return line;
}

}  // namespace claimtrail
