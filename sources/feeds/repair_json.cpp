#include "sources/feeds/repair_json.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace claimtrail {
namespace {

constexpr std::string_view kSimpleEscapes = "\"\\/bfnrt";

/// The number that four hexadecimal digits give after a "\u" at `at`; nothing where there is none.
std::optional<unsigned> unicode_escape(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned value = 0;
  const char* const first = text.data() + at + 2;
  const auto read = std::from_chars(first, first + 4, value, 16);
  if (read.ec != std::errc() || read.ptr != first + 4) return std::nullopt;
  return value;
}

bool is_high(unsigned value) { return value >= 0xD800 && value <= 0xDBFF; }
bool is_low(unsigned value) { return value >= 0xDC00 && value <= 0xDFFF; }

/// Writes what it has read over what it has read already.
class Repair {
 public:
  explicit Repair(std::string& text) : text_(text) {}

  void run() {
    bool in_string = false;
    while (read_ < text_.size()) {
      const char c = text_[read_];
      if (c == '\\' && in_string) {
        escape();
        continue;
      }
      if (c == '"') in_string = !in_string;
      text_[written_++] = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      ++read_;
    }
    text_.resize(written_);
  }

 private:
  void escape() {
    if (const auto value = unicode_escape(text_, read_)) return unicode(*value);
    const bool known =
        read_ + 1 < text_.size() && kSimpleEscapes.find(text_[read_ + 1]) != std::string_view::npos;
    if (known) return copy(2);
    ++read_;
  }

  void unicode(unsigned value) {
    if (is_high(value)) {
      const auto second = unicode_escape(text_, read_ + 6);
      if (second && is_low(*second)) return copy(12);
    }
    if (is_high(value) || is_low(value)) text_.replace(read_, 6, "\\uFFFD");
    copy(6);
  }

  void copy(std::size_t count) {
    for (; count > 0; --count) text_[written_++] = text_[read_++];
  }

  std::string& text_;
  std::size_t read_ = 0;
  std::size_t written_ = 0;
};

}  // namespace

void repair_json(std::string& text) { Repair(text).run(); }

}  // namespace claimtrail
