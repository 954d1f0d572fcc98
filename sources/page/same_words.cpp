#include "sources/page/same_words.h"

#include "core/text/utf8.h"

namespace claimtrail {

std::string words_only(std::string_view text) {
  const std::string folded = fold_case(text);
  std::string result;
  result.reserve(folded.size());
  bool blank = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const char32_t c = point.value;
    const bool letter = (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ||
                        (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) &&
                         !(c >= 0x3000 && c <= 0x303F));
    if (letter) {
      if (blank && !result.empty()) result += ' ';
      blank = false;
      result.append(folded, at, point.length);
    } else {
      blank = true;
    }
    at += point.length;
  }
  return result;
}

bool same_words(std::string_view a, std::string_view b) { return words_only(a) == words_only(b); }

}  // namespace claimtrail
