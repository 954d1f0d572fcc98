#include "cli/provenance/json_value.h"

#include <stdexcept>

#include "core/text/utf8.h"

namespace claimtrail {

JsonValue JsonValue::boolean(bool value) {
  JsonValue result;
  result.kind_ = Kind::boolean;
  result.text_ = value ? "true" : "false";
  return result;
}

JsonValue JsonValue::number(long long value) { return number(std::to_string(value)); }

JsonValue JsonValue::number(std::string digits) {
  JsonValue result;
  result.kind_ = Kind::number;
  result.text_ = std::move(digits);
  return result;
}

JsonValue JsonValue::string(std::string_view text) {
  JsonValue result;
  result.kind_ = Kind::string;
  result.text_ = valid_utf8(text) ? std::string(text) : repair_utf8(text);
  return result;
}

JsonValue JsonValue::text(std::string_view text) {
  return text.empty() ? JsonValue() : string(text);
}

JsonValue JsonValue::array() {
  JsonValue result;
  result.kind_ = Kind::array;
  return result;
}

JsonValue JsonValue::object() {
  JsonValue result;
  result.kind_ = Kind::object;
  return result;
}

JsonValue JsonValue::strings(const std::vector<std::string>& texts) {
  JsonValue result = array();
  for (const std::string& text : texts) result.push(string(text));
  return result;
}

JsonValue& JsonValue::set(std::string key, JsonValue value) {
  if (kind_ != Kind::object) throw std::logic_error("only an object has members");
  members_.emplace_back(std::move(key), std::move(value));
  return *this;
}

JsonValue& JsonValue::push(JsonValue value) {
  if (kind_ != Kind::array) throw std::logic_error("only an array has items");
  items_.push_back(std::move(value));
  return *this;
}

const JsonValue& JsonValue::operator[](std::string_view key) const {
  static const JsonValue nothing;
  for (const Member& member : members_) {
    if (member.first == key) return member.second;
  }
  return nothing;
}

}  // namespace claimtrail
