#include "core/model/document.h"

#include <array>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "core/model/names.h"

namespace claimtrail {
namespace {

std::string normalised(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("Unicode normalisation is not available");
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string result;
  nfc->normalize(wide, status).toUTF8String(result);
  if (U_FAILURE(status)) throw std::runtime_error("Unicode normalisation failed");
  return result;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

constexpr std::array<Name<Confidence>, 3> kConfidences{
    {{Confidence::low, "low"}, {Confidence::medium, "medium"}, {Confidence::high, "high"}}};

}  // namespace

const char* to_string(Confidence confidence) { return name_of(kConfidences, confidence); }

void set_blocks(Document& document, const std::vector<BlockText>& blocks) {
  document.text.clear();
  document.blocks.clear();
  for (const BlockText& block : blocks) {
    const std::string text = trimmed(normalised(block.text));
    if (text.empty()) continue;
    if (!document.text.empty()) document.text += "\n\n";
    const auto start = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    document.blocks.push_back(
        {block.kind, {start, static_cast<std::uint32_t>(document.text.size())}});
  }
}

}  // namespace claimtrail
