#include "core/store/sqlite/context.h"

#include <algorithm>

namespace claimtrail::sqlite {
namespace {

constexpr int kCharacters = 32;
constexpr std::size_t kJoint = std::string_view(" … ").size();

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

std::string prefix_of(std::string_view text, Span span) {
  std::size_t at = span.start;
  for (int taken = 0; taken < kCharacters && at > 0; ++taken) {
    --at;
    while (at > 0 && continues(text[at])) --at;
  }
  return std::string(text.substr(at, span.start - at));
}

std::string suffix_of(std::string_view text, Span span) {
  std::size_t at = span.end;
  for (int taken = 0; taken < kCharacters && at < text.size(); ++taken) {
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
  }
  return std::string(text.substr(span.end, at - span.end));
}

std::vector<std::string> split_exact(std::string_view exact, const std::vector<Span>& content) {
  std::vector<std::string> words;
  std::size_t at = 0;
  for (const Span span : content) {
    at = std::min(at, exact.size());
    words.emplace_back(exact.substr(at, span.length()));
    at += span.length() + kJoint;
  }
  return words;
}

}  // namespace claimtrail::sqlite
