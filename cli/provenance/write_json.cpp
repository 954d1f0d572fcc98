#include <fmt/format.h>

#include "core/text/utf8.h"

#include "cli/provenance/escape.h"
#include "cli/provenance/json_value.h"

namespace claimtrail {
namespace {

enum class Guard { none, script };

void write_escape(std::string& out, char32_t value) {
  fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(value));
}

void write_string(std::string& out, const std::string& text, Guard guard) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const char32_t c = point.value;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\b') {
      out += "\\b";
    } else if (c == '\f') {
      out += "\\f";
    } else if (c < 0x20 || (guard == Guard::script &&
                            (c == '<' || c == '>' || c == '&' || c == 0x7F || is_treacherous(c)))) {
      write_escape(out, c);
    } else {
      out.append(text, at, point.length);
    }
    at += point.length;
  }
  out += '"';
}

class Writer {
 public:
  Writer(Guard guard, JsonLayout layout) : guard_(guard), layout_(layout) {}

  void write(const JsonValue& value) {
    switch (value.kind()) {
      case JsonValue::Kind::null:
        out_ += "null";
        break;
      case JsonValue::Kind::boolean:
      case JsonValue::Kind::number:
        out_ += value.text();
        break;
      case JsonValue::Kind::string:
        write_string(out_, value.text(), guard_);
        break;
      case JsonValue::Kind::array:
        write_list('[', ']', value.items(), [this](const JsonValue& item) { write(item); });
        break;
      case JsonValue::Kind::object:
        write_list('{', '}', value.members(),
                   [this](const JsonValue::Member& member) { write_member(member); });
        break;
    }
  }
  void write_member(const JsonValue::Member& member) {
    write_string(out_, member.first, guard_);
    out_ += layout_ == JsonLayout::indented ? ": " : ":";
    write(member.second);
  }
  std::string take() { return std::move(out_); }

 private:
  template <class Items, class Write>
  void write_list(char open, char close, const Items& items, Write write_item) {
    out_ += open;
    ++depth_;
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      new_line();
      write_item(item);
    }
    --depth_;
    if (!first) new_line();
    out_ += close;
  }
  void new_line() {
    if (layout_ == JsonLayout::indented) out_.append(1, '\n').append(2 * depth_, ' ');
  }

  Guard guard_;
  JsonLayout layout_;
  std::size_t depth_ = 0;
  std::string out_;
};

void write_canonical(std::string& out, const JsonValue& value, std::string_view without) {
  if (value.is(JsonValue::Kind::array)) {
    out += '[';
    for (const JsonValue& item : value.items()) {
      if (&item != &value.items().front()) out += ',';
      write_canonical(out, item, {});
    }
    out += ']';
  } else if (value.is(JsonValue::Kind::object)) {
    std::vector<const JsonValue::Member*> members;
    for (const auto& member : value.members()) {
      if (without.empty() || member.first != without) members.push_back(&member);
    }
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return a->first < b->first; });
    out += '{';
    for (const auto* member : members) {
      if (member != members.front()) out += ',';
      write_string(out, member->first, Guard::none);
      out += ':';
      write_canonical(out, member->second, {});
    }
    out += '}';
  } else {
    Writer writer(Guard::none, JsonLayout::compact);
    writer.write(value);
    out += writer.take();
  }
}

}  // namespace

std::string canonical_json(const JsonValue& value, std::string_view without) {
  std::string out;
  write_canonical(out, value, without);
  return out;
}

std::string guarded_json(const JsonValue& value, JsonLayout layout) {
  Writer writer(Guard::script, layout);
  writer.write(value);
  return writer.take();
}

}  // namespace claimtrail
