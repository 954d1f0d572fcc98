#include "core/linking/near_duplicate.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "core/linking/sample_index.h"
#include "core/linking/sorted_numbers.h"

namespace claimtrail {
namespace {

constexpr std::size_t kFurnitureShare = 5;  ///< one in five

using Furniture = std::unordered_set<std::uint32_t>;

std::vector<std::uint32_t> without(const std::vector<std::uint32_t>& hashes,
                                   const Furniture& furniture) {
  std::vector<std::uint32_t> kept;
  std::copy_if(hashes.begin(), hashes.end(), std::back_inserter(kept),
               [&](std::uint32_t hash) { return !furniture.contains(hash); });
  return kept;
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
    for (std::size_t i = 0; i < kShingleWords; ++i) state[text.places()[shingle] + i] = with;
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

/// A text as others are compared with it.
struct Side {
  const TextShingles& text;
  const std::vector<std::uint32_t>& hashes;  ///< sorted, without furniture
  const Furniture* furniture = nullptr;
};

/// Whether so few shingles are shared that the texts cannot be copies, wherever these stand.
bool share_too_little(const Side& a, const Side& b, const CopyOptions& options) {
  if (a.furniture != nullptr || b.furniture != nullptr) return false;
  const std::size_t shared = count_shared(a.hashes, b.hashes);
  const auto too_little = [&](const TextShingles& text) {
    const std::size_t places = shared + text.hashes().size() - text.sorted().size();
    const double words = static_cast<double>(places * kShingleWords);
    return words < options.most * static_cast<double>(text.words()) &&
           places + kShingleWords - 1 < options.excerpt_run;
  };
  return too_little(a.text) && too_little(b.text);
}

std::optional<TextCopy> decide(const Side& a, const Side& b, const CopyOptions& options) {
  TextCopy copy;
  if (a.text.whole() == b.text.whole()) {
    copy.kind = CopyKind::identical;
    copy.share_of_a = copy.share_of_b = 1;
    copy.longest_run = std::min(a.text.words(), b.text.words());
    return copy;
  }
  if (share_too_little(a, b, options)) return std::nullopt;
  const Coverage of_a = cover(a.text, b.hashes, a.furniture);
  const Coverage of_b = cover(b.text, a.hashes, b.furniture);
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

  void run(const PairChoice& is_asked, const std::function<void(const TextCopy&)>& use) {
    find_furniture();
    SampleIndex index(samples());
    std::unordered_map<std::uint64_t, std::uint32_t> first_with;
    for (std::uint32_t b = 0; b < texts_.size(); ++b) {
      std::vector<std::uint32_t> others = index.before(b);
      // Texts too short to be sampled are still the same where they are the same.
      if (const std::uint64_t whole = texts_[b].shingles->whole(); whole != 0) {
        const auto [first, fresh] = first_with.try_emplace(whole, b);
        const auto place = std::lower_bound(others.begin(), others.end(), first->second);
        if (!fresh && (place == others.end() || *place != first->second)) {
          others.insert(place, first->second);
        }
      }
      for (const std::uint32_t a : others) {
        if (!is_asked(a, b)) continue;
        auto copy = decide(side(a), side(b), options_);
        if (!copy) continue;
        copy->a = a;
        copy->b = b;
        use(*copy);
      }
    }
  }

 private:
  void find_furniture() {
    std::map<std::string, std::vector<std::size_t>> by_publisher;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (!texts_[i].publisher.empty()) by_publisher[texts_[i].publisher].push_back(i);
    }
    for (const auto& [publisher, members] : by_publisher) {
      if (members.size() < kFewestTextsWithFurniture) continue;
      std::unordered_map<std::uint32_t, std::uint32_t> held;
      for (const std::size_t member : members) {
        for (const std::uint32_t hash : texts_[member].shingles->sorted()) ++held[hash];
      }
      const std::size_t least =
          std::max(kFewestTextsWithFurniture, members.size() / kFurnitureShare);
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

  [[nodiscard]] std::vector<std::span<const std::uint32_t>> samples() {
    std::vector<std::span<const std::uint32_t>> samples;
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
      const std::vector<std::uint32_t>& whole = texts_[i].shingles->sample();
      const Furniture* furniture = furniture_of(i);
      samples.push_back(furniture == nullptr
                            ? whole
                            : sample_without_furniture_.emplace_back(without(whole, *furniture)));
    }
    return samples;
  }

  Side side(std::uint32_t text) {
    const TextShingles& shingles = *texts_[text].shingles;
    const Furniture* furniture = furniture_of(text);
    if (furniture == nullptr) return {shingles, shingles.sorted()};
    auto& hashes = without_furniture_[text];
    if (hashes.empty()) hashes = without(shingles.sorted(), *furniture);
    return {shingles, hashes, furniture};
  }

  const std::vector<ComparedText>& texts_;
  CopyOptions options_;
  std::unordered_map<std::string, Furniture> furniture_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> without_furniture_;
  std::deque<std::vector<std::uint32_t>> sample_without_furniture_;
};

}  // namespace

std::optional<TextCopy> compare_texts(const TextShingles& a, const TextShingles& b,
                                      const CopyOptions& options) {
  auto copy = decide({a, a.sorted()}, {b, b.sorted()}, options);
  if (copy) copy->b = 1;
  return copy;
}

std::vector<TextCopy> find_copies(const std::vector<ComparedText>& texts,
                                  const CopyOptions& options) {
  std::vector<TextCopy> copies;
  each_copy(
      texts, [](std::size_t, std::size_t) { return true; },
      [&](const TextCopy& copy) { copies.push_back(copy); }, options);
  std::sort(copies.begin(), copies.end(), [](const TextCopy& x, const TextCopy& y) {
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });
  return copies;
}

void each_copy(const std::vector<ComparedText>& texts, const PairChoice& is_asked,
               const std::function<void(const TextCopy&)>& use, const CopyOptions& options) {
  CopyFinder(texts, options).run(is_asked, use);
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
