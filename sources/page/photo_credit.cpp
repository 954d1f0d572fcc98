#include "sources/page/photo_credit.h"

#include <algorithm>
#include <array>

namespace claimtrail {
namespace {

constexpr std::size_t longest_credit = 90;

// Agencies and picture libraries as credits spell them. Matched whole-word and with their case, so
// that
// "(tass)" or "(paper)" is nothing.
constexpr std::array agencies{
    "AA",          "AAP",          "AFP",     "AGERPRES",   "ANI",        "ANP",       "ANSA",
    "AP",          "APA",          "Alamy",   "Anadolu",    "Belga",      "Bloomberg", "CP",
    "CTK",         "Corbis",       "DPA",     "EFE",        "EPA",        "EPA-EFE",   "Getty",
    "HINA",        "IANS",         "IRNA",    "Interfax",   "KCNA",       "Keystone",  "Kyodo",
    "LUSA",        "Lehtikuva",    "MTI",     "Magnum",     "NTB",        "NurPhoto",  "PA",
    "PAP",         "PTI",          "RIA",     "Reuters",    "Ritzau",     "SIPA",      "STA",
    "Scanpix",     "Shutterstock", "Sputnik", "TASS",       "TT",         "UNIAN",     "UPI",
    "Ukrinform",   "WENN",         "Xinhua",  "Yonhap",     "Zuma",       "dpa",       "iStock",
    "iStockphoto", "REUTERS",      "Tass",    "Associated", "PRNewswire", "XinHua",    "Unsplash",
    "Flickr",      "Wikimedia"};

constexpr std::array markers{"Photo:",     "Photo by ",    "Photograph:", "Photo credit",
                             "Image:",     "Image credit", "Credit:",     "Picture:",
                             "Photos:",    "Photo/",       "Foto:",       "Handout",
                             "File photo", "Courtesy of ", "courtesy of "};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool holds_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto after = at + word.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) &&
        (after == text.size() || !is_word_byte(text[after]))) {
      return true;
    }
  }
  return false;
}

bool names_agency(std::string_view text) {
  return std::any_of(agencies.begin(), agencies.end(),
                     [&](const char* agency) { return holds_word(text, agency); });
}

bool starts_with_marker(std::string_view text) {
  return std::any_of(markers.begin(), markers.end(), [&](std::string_view marker) {
    return text.substr(0, marker.size()) == marker;
  });
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

bool ends_in_photo_credit(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || (line.back() != ')' && line.back() != ']')) return false;
  const auto open = line.rfind(line.back() == ')' ? '(' : '[');
  if (open == std::string_view::npos || line.size() - open > longest_credit) return false;
  const std::string_view credit = line.substr(open + 1, line.size() - open - 2);
  return names_agency(credit) || starts_with_marker(credit);
}

bool is_photo_credit(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > longest_credit) return false;
  if (starts_with_marker(text)) return true;
  const bool sentence = text.back() == '.' || text.back() == '!' || text.back() == '?';
  const auto words = 1 + std::count(text.begin(), text.end(), ' ');
  return !sentence && words <= 6 && names_agency(text) &&
         (words <= 2 || text.find_first_of("/|\\") != std::string_view::npos ||
          text.find(" via ") != std::string_view::npos);
}

}  // namespace claimtrail
