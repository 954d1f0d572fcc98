#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostics/yaml.h"

namespace claimtrail {
namespace {

const std::vector<YamlNode> kNoItems;

const char* kind_name(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::map:
      return "a map";
    case YamlNode::Kind::sequence:
      return "a list";
    case YamlNode::Kind::scalar:
      return "a single value";
    case YamlNode::Kind::null:
      break;
  }
  return "nothing";
}

}  // namespace

YamlMapReader::YamlMapReader(const YamlDocument& document, const YamlNode& map,
                             std::vector<Diagnostic>& problems)
    : document_(document), map_(map), problems_(problems) {
  if (map.kind != YamlNode::Kind::map && map.kind != YamlNode::Kind::null) {
    problem(map, "wrong-type", fmt::format("expected a map of keys, found {}", kind_name(map)));
  }
}

bool YamlMapReader::has(std::string_view key) {
  const YamlNode* value = node(key);
  return value != nullptr && value->kind != YamlNode::Kind::null;
}

const YamlNode* YamlMapReader::node(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  return map_.find(key);
}

std::string YamlMapReader::string(std::string_view key, std::string fallback) {
  const YamlNode* value = node(key);
  if (value == nullptr || value->kind == YamlNode::Kind::null) return fallback;
  if (!value->is_scalar()) {
    problem(*value, "wrong-type",
            fmt::format("'{}' must be text, found {}", key, kind_name(*value)));
    return fallback;
  }
  return value->scalar;
}

std::string YamlMapReader::required_string(std::string_view key) {
  std::string value = string(key);
  const YamlNode* given = map_.find(key);
  const bool wrong_type = given != nullptr && (given->is_map() || given->is_sequence());
  if (value.empty() && !wrong_type) {
    problem(given != nullptr ? *given : map_, "missing-key", fmt::format("'{}' is missing", key));
  }
  return value;
}

bool YamlMapReader::boolean(std::string_view key, bool fallback) {
  const YamlNode* value = node(key);
  if (value == nullptr || value->kind == YamlNode::Kind::null) return fallback;
  if (value->is_scalar() && (value->scalar == "true" || value->scalar == "false")) {
    return value->scalar == "true";
  }
  problem(*value, "wrong-type", fmt::format("'{}' must be true or false", key));
  return fallback;
}

long long YamlMapReader::integer(std::string_view key, long long fallback, long long least,
                                 long long most) {
  const YamlNode* value = node(key);
  if (value == nullptr || value->kind == YamlNode::Kind::null) return fallback;
  long long number = 0;
  const char* begin = value->scalar.data();
  const char* end = begin + value->scalar.size();
  const auto [rest, error] = std::from_chars(begin, end, number);
  if (!value->is_scalar() || error != std::errc{} || rest != end) {
    problem(*value, "wrong-type", fmt::format("'{}' must be a whole number", key));
    return fallback;
  }
  if (number < least || number > most) {
    problem(*value, "out-of-range", fmt::format("'{}' must be from {} to {}", key, least, most));
    return fallback;
  }
  return number;
}

double YamlMapReader::number(std::string_view key, double fallback) {
  const YamlNode* value = node(key);
  if (value == nullptr || value->kind == YamlNode::Kind::null) return fallback;
  double number = 0;
  const char* begin = value->scalar.data();
  const char* end = begin + value->scalar.size();
  const auto [rest, error] = std::from_chars(begin, end, number);
  if (!value->is_scalar() || error != std::errc{} || rest != end) {
    problem(*value, "wrong-type", fmt::format("'{}' must be a number", key));
    return fallback;
  }
  return number;
}

std::vector<std::string> YamlMapReader::strings(std::string_view key) {
  const YamlNode* value = node(key);
  std::vector<std::string> list;
  if (value == nullptr || value->kind == YamlNode::Kind::null) return list;
  if (value->is_scalar()) return {value->scalar};
  if (!value->is_sequence()) {
    problem(*value, "wrong-type", fmt::format("'{}' must be a list of texts", key));
    return list;
  }
  for (const YamlNode& item : value->items) {
    if (item.is_scalar()) {
      list.push_back(item.scalar);
    } else {
      problem(item, "wrong-type", fmt::format("every item of '{}' must be text", key));
    }
  }
  return list;
}

std::string YamlMapReader::one_of(std::string_view key, const std::vector<std::string>& words,
                                  std::string fallback) {
  const YamlNode* value = node(key);
  if (value == nullptr || value->kind == YamlNode::Kind::null) return fallback;
  if (value->is_scalar() && std::find(words.begin(), words.end(), value->scalar) != words.end()) {
    return value->scalar;
  }
  const std::string near = value->is_scalar() ? nearest(value->scalar, words) : "";
  problem(*value, "unknown-value",
          fmt::format("'{}' must be one of {}", key, fmt::join(words, ", ")),
          near.empty() ? "" : fmt::format("did you mean '{}'?", near));
  return fallback;
}

long long YamlMapReader::duration_ms(std::string_view key, long long fallback) {
  const YamlNode* value = node(key);
  if (value == nullptr || value->kind == YamlNode::Kind::null) return fallback;
  if (const auto parsed = value->is_scalar() ? parse_duration_ms(value->scalar) : std::nullopt) {
    return *parsed;
  }
  problem(*value, "wrong-type", fmt::format("'{}' must be a length of time", key),
          "write it like 500ms, 2s, 15m, 6h, 3d or 1w");
  return fallback;
}

long long YamlMapReader::bytes(std::string_view key, long long fallback) {
  const YamlNode* value = node(key);
  if (value == nullptr || value->kind == YamlNode::Kind::null) return fallback;
  if (const auto parsed = value->is_scalar() ? parse_bytes(value->scalar) : std::nullopt) {
    return *parsed;
  }
  problem(*value, "wrong-type", fmt::format("'{}' must be a size", key),
          "write it like 8MB, 512kB or 1GiB");
  return fallback;
}

const std::vector<YamlNode>& YamlMapReader::items(std::string_view key) {
  const YamlNode* value = node(key);
  if (value == nullptr || value->kind == YamlNode::Kind::null) return kNoItems;
  if (!value->is_sequence()) {
    problem(*value, "wrong-type",
            fmt::format("'{}' must be a list, found {}", key, kind_name(*value)));
    return kNoItems;
  }
  return value->items;
}

void YamlMapReader::problem(const YamlNode& at, std::string code, std::string message,
                            std::string hint) {
  problems_.push_back(document_.at(at, std::move(code), std::move(message), std::move(hint)));
}

void YamlMapReader::finish() {
  for (const YamlEntry& entry : map_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    const std::string near = nearest(entry.key, known_);
    problems_.push_back(document_.at(
        entry.line, entry.column, "unknown-key", fmt::format("unknown key '{}'", entry.key),
        near.empty() ? fmt::format("known here: {}", fmt::join(known_, ", "))
                     : fmt::format("did you mean '{}'?", near)));
  }
}

}  // namespace claimtrail
