#include "core/linking/near_duplicate.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "core/text/tokens.h"

namespace claimtrail {
namespace {

constexpr std::size_t kShingle = 4;
constexpr std::uint32_t kSampledOneIn = 4;
constexpr std::size_t kCrowd = 64;
constexpr std::size_t kFewestShared = 2;
constexpr std::size_t kFurnitureTexts = 5;
constexpr std::size_t kFurnitureShare = 5;  ///< one in five

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

using Furniture = std::unordered_set<std::uint32_t>;

/// Sorted and unique, without what is furniture there.
std::vector<std::uint32_t> sorted_hashes(const TextShingles& text, const Furniture* furniture) {
  std::vector<std::uint32_t> hashes = text.hashes();
  if (furniture != nullptr) {
    std::erase_if(hashes, [&](std::uint32_t hash) { return furniture->contains(hash); });
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

/// How much of a text's words stand in shingles that the other has, too. Furniture counts neither
/// as shared nor as the text's own.
struct Coverage {
  std::size_t shared = 0;
  std::size_t own = 0;
  std::size_t longest_run = 0;

  [[nodiscard]] double share() const {
    return own == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(own);
  }
};

Coverage cover(const TextShingles& text, const std::vector<std::uint32_t>& other,
               const Furniture* furniture) {
  enum : std::uint8_t { own, shared, dull };
  std::vector<std::uint8_t> state(text.words(), own);
  const auto paint = [&](std::size_t shingle, std::uint8_t with) {
    for (std::size_t i = 0; i < kShingle; ++i) state[text.places()[shingle] + i] = with;
  };
  for (std::size_t i = 0; i < text.hashes().size(); ++i) {
    if (std::binary_search(other.begin(), other.end(), text.hashes()[i])) paint(i, shared);
  }
  if (furniture != nullptr) {
    for (std::size_t i = 0; i < text.hashes().size(); ++i) {
      if (furniture->contains(text.hashes()[i])) paint(i, dull);
    }
  }
  Coverage coverage;
  std::size_t run = 0;
  for (const std::uint8_t each : state) {
    if (each != dull) ++coverage.own;
    run = each == shared ? run + 1 : 0;
    if (each == shared) ++coverage.shared;
    coverage.longest_run = std::max(coverage.longest_run, run);
  }
  return coverage;
}

std::optional<TextCopy> decide(const TextShingles& a, const TextShingles& b,
                               const Furniture* furniture_of_a, const Furniture* furniture_of_b,
                               const CopyOptions& options) {
  TextCopy copy;
  if (a.whole() == b.whole()) {
    copy.kind = CopyKind::identical;
    copy.share_of_a = copy.share_of_b = 1;
    copy.longest_run = std::min(a.words(), b.words());
    return copy;
  }
  const Coverage of_a = cover(a, sorted_hashes(b, furniture_of_b), furniture_of_a);
  const Coverage of_b = cover(b, sorted_hashes(a, furniture_of_a), furniture_of_b);
  if (std::min(of_a.own, of_b.own) < options.fewest_words) return std::nullopt;
  copy.share_of_a = of_a.share();
  copy.share_of_b = of_b.share();
  copy.longest_run = std::min(of_a.longest_run, of_b.longest_run);
  const double of_shorter = of_a.own <= of_b.own ? copy.share_of_a : copy.share_of_b;
  if (std::min(copy.share_of_a, copy.share_of_b) >= options.most) {
    copy.kind = CopyKind::near_same;
  } else if (of_shorter >= options.most) {
    copy.kind = CopyKind::contains;
  } else if (copy.longest_run >= options.excerpt_run && of_shorter >= options.excerpt_share) {
    copy.kind = CopyKind::excerpt;
  } else {
    return std::nullopt;
  }
  return copy;
}

class CopyFinder {
 public:
  CopyFinder(const std::vector<ComparedText>& texts, const CopyOptions& options)
      : texts_(texts), options_(options) {}

  std::vector<TextCopy> run() {
    find_furniture();
    std::vector<TextCopy> copies;
    for (const auto& [a, b] : candidates()) {
      auto copy = decide(*texts_[a].shingles, *texts_[b].shingles, furniture_of(a), furniture_of(b),
                         options_);
      if (!copy) continue;
      copy->a = a;
      copy->b = b;
      copies.push_back(*copy);
    }
    return copies;
  }

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;

  void find_furniture() {
    std::map<std::string, std::vector<std::size_t>> by_publisher;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (!texts_[i].publisher.empty()) by_publisher[texts_[i].publisher].push_back(i);
    }
    for (const auto& [publisher, members] : by_publisher) {
      if (members.size() < kFurnitureTexts) continue;
      std::unordered_map<std::uint32_t, std::uint32_t> held;
      for (const std::size_t member : members) {
        for (const std::uint32_t hash : sorted_hashes(*texts_[member].shingles, nullptr))
          ++held[hash];
      }
      const std::size_t least = std::max(kFurnitureTexts, members.size() / kFurnitureShare);
      Furniture& furniture = furniture_[publisher];
      for (const auto& [hash, count] : held) {
        if (count >= least) furniture.insert(hash);
      }
    }
  }

  [[nodiscard]] const Furniture* furniture_of(std::size_t text) const {
    const auto found = furniture_.find(texts_[text].publisher);
    return found == furniture_.end() ? nullptr : &found->second;
  }

  /// Pairs that share enough sampled shingles, sorted, each once; texts with the same words, too.
  [[nodiscard]] std::vector<Pair> candidates() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> postings;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      for (const std::uint32_t hash : sorted_hashes(*texts_[i].shingles, furniture_of(i))) {
        if (hash % kSampledOneIn != 0) continue;
        postings.emplace_back(hash, static_cast<std::uint32_t>(i));
      }
    }
    std::sort(postings.begin(), postings.end());
    std::vector<Pair> proposed;
    for (std::size_t first = 0; first < postings.size();) {
      std::size_t last = first;
      while (last < postings.size() && postings[last].first == postings[first].first) ++last;
      for (std::size_t i = first; i < last; ++i) {
        const std::size_t end = last - first > kCrowd && i > first ? i : last;
        for (std::size_t j = i + 1; j < end; ++j) {
          proposed.emplace_back(postings[i].second, postings[j].second);
        }
      }
      first = last;
    }
    std::sort(proposed.begin(), proposed.end());
    std::vector<Pair> pairs = same_words();
    for (std::size_t first = 0; first < proposed.size();) {
      std::size_t last = first;
      while (last < proposed.size() && proposed[last] == proposed[first]) ++last;
      if (last - first >= kFewestShared) pairs.push_back(proposed[first]);
      first = last;
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  /// Texts too short to be sampled are still the same where they are the same.
  [[nodiscard]] std::vector<Pair> same_words() const {
    std::unordered_map<std::uint64_t, std::uint32_t> first_with;
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (texts_[i].shingles->whole() == 0) continue;
      const auto [place, fresh] =
          first_with.try_emplace(texts_[i].shingles->whole(), static_cast<std::uint32_t>(i));
      if (!fresh) pairs.emplace_back(place->second, static_cast<std::uint32_t>(i));
    }
    return pairs;
  }

  const std::vector<ComparedText>& texts_;
  CopyOptions options_;
  std::unordered_map<std::string, Furniture> furniture_;
};

}  // namespace

TextShingles::TextShingles(std::string_view text) {
  const TokenizedText parts = take_apart(text, {});
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
    if (window.size() < kShingle) continue;
    std::uint64_t hash = 0;
    for (std::size_t k = window.size() - kShingle; k < window.size(); ++k) {
      hash = chain(hash, window[k]);
    }
    hashes_.push_back(static_cast<std::uint32_t>(hash));
    places_.push_back(static_cast<std::uint32_t>(words_ - kShingle));
  }
}

std::optional<TextCopy> compare_texts(const TextShingles& a, const TextShingles& b,
                                      const CopyOptions& options) {
  auto copy = decide(a, b, nullptr, nullptr, options);
  if (copy) copy->b = 1;
  return copy;
}

std::vector<TextCopy> find_copies(const std::vector<ComparedText>& texts,
                                  const CopyOptions& options) {
  return CopyFinder(texts, options).run();
}

const char* to_string(CopyKind value) {
  switch (value) {
    case CopyKind::identical:
      return "identical";
    case CopyKind::near_same:
      return "near_same";
    case CopyKind::contains:
      return "contains";
    case CopyKind::excerpt:
      break;
  }
  return "excerpt";
}

}  // namespace claimtrail
