#include "sources/page/language.h"

#include <algorithm>
#include <array>
#include <utility>

#include <cld2/public/compact_lang_det.h>

namespace claimtrail {
namespace {

constexpr std::size_t longest_sample = 20'000;
constexpr std::size_t shortest_sample = 80;

std::string primary_tag(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_ ,;")));
  std::transform(primary.begin(), primary.end(), primary.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const bool letters =
      std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || primary.size() < 2 || primary.size() > 3 || primary == "und") return {};
  // Codes that ISO 639 withdrew and the detector still uses.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> renamed{
      {{"iw", "he"}, {"jw", "jv"}, {"in", "id"}, {"ji", "yi"}}};
  for (const auto& [old_code, code] : renamed) {
    if (primary == old_code) return std::string(code);
  }
  return primary;
}

std::size_t sample_end(std::string_view text) {
  std::size_t end = std::min(text.size(), longest_sample);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return end;
}

}  // namespace

std::string detect_language(std::string_view text, std::string_view tag) {
  const std::string said = primary_tag(tag);
  if (text.size() < shortest_sample) return said;
  const std::size_t length = sample_end(text);
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(length), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return said;
  const std::string found = primary_tag(CLD2::LanguageCode(language));
  return found.empty() ? said : found;
}

}  // namespace claimtrail
