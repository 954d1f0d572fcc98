#include "core/linking/look_up_terms.h"

#include <cctype>
#include <string>

#include "core/linking/words.h"

namespace claimtrail {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_address(std::string_view token) {
  return token.find("://") != std::string_view::npos || token.starts_with("www.") ||
         token.find(".com/") != std::string_view::npos;
}

/// The text without addresses, with camel case taken apart.
std::string spaced(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
    const std::string_view token = text.substr(at, end - at);
    if (!is_address(token)) {
      for (std::size_t i = 0; i < token.size(); ++i) {
        if (i > 0 && is_upper(token[i]) && is_lower(token[i - 1])) out += ' ';
        out += token[i];
      }
    }
    out += ' ';
    at = end + 1;
  }
  return out;
}

/// FNV-1a (Fowler, Noll, Vo), folded to 32 bits.
std::uint32_t hashed(std::string_view word) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace

std::vector<std::uint32_t> look_up_terms(std::string_view text) {
  std::vector<std::uint32_t> terms;
  for (const std::string& word : folded_words(spaced(text))) {
    if (word == "…" || is_function_word(word)) continue;
    std::string root = stem(word);
    if (root.size() > 5 && root.ends_with("ly")) root.resize(root.size() - 2);
    terms.push_back(hashed(root));
  }
  return terms;
}

}  // namespace claimtrail
