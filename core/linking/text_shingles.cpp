#include "core/linking/text_shingles.h"

#include <algorithm>
#include <iterator>

#include "core/text/tokens.h"

namespace claimtrail {
namespace {

/// FNV-1a, then the finaliser of MurmurHash3: fixed, so that every machine samples the same.
std::uint64_t hash_word(std::string_view word) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

std::uint64_t mix(std::uint64_t hash) {
  hash ^= hash >> 33U;
  hash *= 0xff51afd7ed558ccdULL;
  hash ^= hash >> 33U;
  hash *= 0xc4ceb9fe1a85ec53ULL;
  return hash ^ (hash >> 33U);
}

std::uint64_t chain(std::uint64_t before, std::uint64_t word) {
  return mix(before * 0x9e3779b97f4a7c15ULL + word);
}

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

}  // namespace

TextShingles::TextShingles(std::string_view text) {
  const TokenizedText parts = take_apart(text, {});
  hashes_.reserve(parts.tokens.size());
  places_.reserve(parts.tokens.size());
  std::vector<std::uint64_t> window;
  std::size_t quotation = 0;
  for (std::size_t i = 0; i < parts.tokens.size(); ++i) {
    if (!is_word(parts.tokens[i])) continue;
    const std::uint64_t word = hash_word(parts.lower[i]);
    whole_ = chain(whole_, word);
    const std::uint32_t start = parts.tokens[i].span.start;
    while (quotation < parts.quotations.size() && parts.quotations[quotation].outer.end <= start) {
      ++quotation;
    }
    if (quotation < parts.quotations.size() && parts.quotations[quotation].outer.start <= start) {
      window.clear();
      continue;
    }
    window.push_back(word);
    ++words_;
    if (window.size() < kShingleWords) continue;
    std::uint64_t hash = 0;
    for (std::size_t k = window.size() - kShingleWords; k < window.size(); ++k) {
      hash = chain(hash, window[k]);
    }
    hashes_.push_back(static_cast<std::uint32_t>(hash));
    places_.push_back(static_cast<std::uint32_t>(words_ - kShingleWords));
  }
  sorted_ = hashes_;
  std::sort(sorted_.begin(), sorted_.end());
  sorted_.erase(std::unique(sorted_.begin(), sorted_.end()), sorted_.end());
  std::copy_if(sorted_.begin(), sorted_.end(), std::back_inserter(sample_),
               [](std::uint32_t hash) { return hash % kSampledOneIn == 0; });
}

}  // namespace claimtrail
