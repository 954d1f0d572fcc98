#include "core/linking/look_up.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "core/linking/look_up_terms.h"

namespace claimtrail {
namespace {

constexpr std::uint64_t kMagic = 0x3170756b6f6f6c63;  // "clookup1"
constexpr std::size_t kHeaderSize = 4096;
constexpr std::uint32_t kFirstTerms = 1024;
constexpr std::uint32_t kFirstEntries = 256;
constexpr std::uint32_t kLargestPostings = 1022;

/// First stage: so many terms, rarest first; more while they cost little; none that is this common
/// unless there is no other.
constexpr std::size_t kRarestTerms = 6;
constexpr std::size_t kCheapPostings = 12'000;
constexpr std::uint32_t kCommonTerm = 20'000;
constexpr std::size_t kRescored = 256;
constexpr double kK1 = 1.2;
constexpr double kB = 0.75;

struct TermCount {
  std::uint32_t hash;
  std::uint32_t count;
};

/// Each term once with how often it occurs, by hash.
std::vector<TermCount> count_terms(std::vector<std::uint32_t> terms) {
  std::sort(terms.begin(), terms.end());
  std::vector<TermCount> counts;
  for (const std::uint32_t term : terms) {
    if (!counts.empty() && counts.back().hash == term) {
      ++counts.back().count;
    } else {
      counts.push_back({term, 1});
    }
  }
  return counts;
}

std::uint64_t checksum_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

}  // namespace

struct LookUpIndex::Header {
  std::uint64_t magic;
  std::uint64_t used;         ///< bytes of the arena
  std::uint64_t wasted;       ///< of these, by what was taken out or outgrown
  std::uint64_t terms;        ///< where the table of terms lies
  std::uint64_t entries;      ///< where the table of entries lies
  std::uint64_t total_terms;  ///< of all entries, repetitions counted
  std::uint32_t term_capacity;
  std::uint32_t term_count;
  std::uint32_t entry_capacity;
  std::uint32_t entry_count;  ///< with those taken out
  std::uint32_t live;
  std::uint32_t updating;  ///< 1 while an update is under way
  std::uint32_t token_size;
  char token[64];
};

/// One slot of an open-addressed table; empty where `postings` is 0.
struct LookUpIndex::Term {
  std::uint64_t postings;  ///< the newest block of its list
  std::uint32_t hash;
  std::uint32_t entries;  ///< how many entries hold it
};

/// A block of a list of entry numbers, newest first.
struct LookUpIndex::Postings {
  std::uint64_t next;
  std::uint32_t used;
  std::uint32_t capacity;
  std::uint32_t* numbers() { return reinterpret_cast<std::uint32_t*>(this + 1); }
};

/// Followed by its counted terms, by hash, and its id.
struct LookUpIndex::Entry {
  std::uint64_t checksum;
  std::uint32_t length;      ///< terms, repetitions counted
  std::uint32_t term_count;  ///< different ones
  std::uint32_t id_size;
  std::uint32_t removed;
  [[nodiscard]] const TermCount* terms() const {
    return reinterpret_cast<const TermCount*>(this + 1);
  }
  [[nodiscard]] std::string_view id() const {
    return {reinterpret_cast<const char*>(terms() + term_count), id_size};
  }
  [[nodiscard]] std::size_t size() const {
    return sizeof(Entry) + term_count * sizeof(TermCount) + id_size;
  }
};

LookUpIndex::LookUpIndex() { start_empty(); }

LookUpIndex::LookUpIndex(const std::string& path, ArenaLock lock) : arena_(path, lock) {
  const bool whole = arena_.size() >= kHeaderSize && header().magic == kMagic &&
                     header().updating == 0 && header().token_size <= sizeof(Header::token) &&
                     arena_.holds(0, header().used);
  if (!whole) start_empty();
}

LookUpIndex::Header& LookUpIndex::header() const { return *arena_.at<Header>(0); }

std::string LookUpIndex::token() const { return {header().token, header().token_size}; }

std::size_t LookUpIndex::size() const { return header().live; }

void LookUpIndex::start_empty() {
  arena_.clear(kHeaderSize);
  header() = Header{};
  header().used = kHeaderSize;
  header().magic = kMagic;
  const std::uint64_t terms = allocate(kFirstTerms * sizeof(Term));
  const std::uint64_t entries = allocate(kFirstEntries * sizeof(std::uint64_t));
  header().terms = terms;
  header().entries = entries;
  header().term_capacity = kFirstTerms;
  header().entry_capacity = kFirstEntries;
}

std::uint64_t LookUpIndex::allocate(std::size_t size) {
  const std::uint64_t offset = header().used;
  const std::uint64_t end = (offset + size + 7) / 8 * 8;
  arena_.reserve(end);
  header().used = end;
  return offset;
}

LookUpIndex::Term& LookUpIndex::slot(std::uint32_t hash) const {
  Term* table = arena_.at<Term>(header().terms);
  const std::uint32_t mask = header().term_capacity - 1;
  std::uint32_t at = (hash * 2654435769U) & mask;
  while (table[at].postings != 0 && table[at].hash != hash) at = (at + 1) & mask;
  return table[at];
}

const LookUpIndex::Entry& LookUpIndex::entry(std::uint32_t number) const {
  return *arena_.at<Entry>(arena_.at<std::uint64_t>(header().entries)[number]);
}

void LookUpIndex::grow_terms() {
  const std::uint64_t old = header().terms;
  const std::uint32_t count = header().term_capacity;
  const std::uint64_t larger = allocate(2 * std::size_t{count} * sizeof(Term));
  std::memset(arena_.at<char>(larger), 0, 2 * std::size_t{count} * sizeof(Term));
  header().terms = larger;
  header().term_capacity = 2 * count;
  header().wasted += std::size_t{count} * sizeof(Term);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Term term = arena_.at<Term>(old)[i];
    if (term.postings != 0) slot(term.hash) = term;
  }
}

void LookUpIndex::grow_entries() {
  const std::uint32_t count = header().entry_capacity;
  const std::uint64_t larger = allocate(2 * std::size_t{count} * sizeof(std::uint64_t));
  std::memcpy(arena_.at<char>(larger), arena_.at<char>(header().entries),
              count * sizeof(std::uint64_t));
  header().entries = larger;
  header().entry_capacity = 2 * count;
  header().wasted += count * sizeof(std::uint64_t);
}

void LookUpIndex::post(std::uint32_t hash, std::uint32_t number) {
  if (4 * std::uint64_t{header().term_count} >= 3 * std::uint64_t{header().term_capacity}) {
    grow_terms();
  }
  const Term known = slot(hash);
  std::uint64_t block = known.postings;
  if (block == 0 || arena_.at<Postings>(block)->used == arena_.at<Postings>(block)->capacity) {
    const std::uint32_t capacity =
        block == 0 ? 2 : std::min(2 * arena_.at<Postings>(block)->capacity + 2, kLargestPostings);
    const std::uint64_t newer = allocate(sizeof(Postings) + capacity * sizeof(std::uint32_t));
    *arena_.at<Postings>(newer) = {block, 0, capacity};
    if (block == 0) ++header().term_count;
    block = newer;
  }
  Postings& postings = *arena_.at<Postings>(block);
  postings.numbers()[postings.used++] = number;
  slot(hash) = {block, hash, known.entries + 1};
}

void LookUpIndex::add(const LookUpEntry& given, std::uint64_t checksum) {
  if (header().entry_count == header().entry_capacity) grow_entries();
  const std::vector<std::uint32_t> terms = look_up_terms(given.text);
  const std::vector<TermCount> counts = count_terms(terms);
  Entry made{checksum, static_cast<std::uint32_t>(terms.size()),
             static_cast<std::uint32_t>(counts.size()), static_cast<std::uint32_t>(given.id.size()),
             0};
  const std::uint64_t place = allocate(made.size());
  char* to = arena_.at<char>(place);
  std::memcpy(to, &made, sizeof made);
  std::memcpy(to + sizeof made, counts.data(), counts.size() * sizeof(TermCount));
  std::memcpy(to + sizeof made + counts.size() * sizeof(TermCount), given.id.data(),
              given.id.size());
  const std::uint32_t number = header().entry_count++;
  arena_.at<std::uint64_t>(header().entries)[number] = place;
  ++header().live;
  header().total_terms += terms.size();
  for (const TermCount& count : counts) post(count.hash, number);
}

void LookUpIndex::update(const std::vector<LookUpEntry>& entries, std::string_view token) {
  header().updating = 1;
  header().token_size = 0;
  arena_.flush();
  std::unordered_map<std::string_view, std::uint64_t> wanted;
  for (const LookUpEntry& each : entries) wanted.emplace(each.id, checksum_of(each.text));
  std::unordered_set<std::string> held;
  for (std::uint32_t number = 0; number < header().entry_count; ++number) {
    Entry& old = *arena_.at<Entry>(arena_.at<std::uint64_t>(header().entries)[number]);
    if (old.removed != 0) continue;
    const auto found = wanted.find(old.id());
    if (found != wanted.end() && found->second == old.checksum) {
      held.emplace(old.id());
      continue;
    }
    old.removed = 1;
    --header().live;
    header().total_terms -= old.length;
    for (std::uint32_t k = 0; k < old.term_count; ++k) --slot(old.terms()[k].hash).entries;
    header().wasted += old.size() + old.term_count * sizeof(std::uint32_t);
  }
  if (2 * header().wasted > header().used && header().used > (1U << 20U)) {
    start_empty();
    header().updating = 1;
    held.clear();
  }
  for (const LookUpEntry& each : entries) {
    if (held.insert(each.id).second) add(each, checksum_of(each.text));
  }
  arena_.flush();
  header().token_size = static_cast<std::uint32_t>(std::min(token.size(), sizeof(Header::token)));
  std::memcpy(header().token, token.data(), header().token_size);
  header().updating = 0;
  arena_.flush();
}

std::vector<LookUpMatch> LookUpIndex::find(std::string_view text, std::size_t top) const {
  struct Wanted {
    std::uint32_t hash;
    double rarity;
    const Term* term;
  };
  const double live = header().live;
  std::vector<Wanted> wanted;
  for (const TermCount& count : count_terms(look_up_terms(text))) {
    const Term& term = slot(count.hash);
    if (term.postings == 0) continue;
    const double with = std::min<double>(term.entries, live);
    wanted.push_back({count.hash, std::log(1 + (live - with + 0.5) / (with + 0.5)), &term});
  }
  std::vector<Wanted> rarest = wanted;
  std::sort(rarest.begin(), rarest.end(), [](const Wanted& a, const Wanted& b) {
    return std::tie(a.term->entries, a.hash) < std::tie(b.term->entries, b.hash);
  });

  struct Candidate {
    std::uint32_t number;
    double score;
  };
  static thread_local std::vector<float> sums;
  if (sums.size() < header().entry_count) sums.resize(header().entry_count, 0);
  std::vector<std::uint32_t> touched;
  std::size_t read = 0;
  for (std::size_t i = 0; i < rarest.size(); ++i) {
    const std::uint32_t entries = rarest[i].term->entries;
    if (i >= kRarestTerms && read + entries > kCheapPostings) break;
    if (entries > kCommonTerm && !touched.empty()) break;
    read += entries;
    for (std::uint64_t block = rarest[i].term->postings; block != 0;) {
      Postings& postings = *arena_.at<Postings>(block);
      for (std::uint32_t k = 0; k < postings.used; ++k) {
        const std::uint32_t number = postings.numbers()[k];
        if (sums[number] == 0) touched.push_back(number);
        sums[number] += static_cast<float>(rarest[i].rarity);
      }
      block = postings.next;
    }
  }
  std::vector<Candidate> candidates;
  candidates.reserve(touched.size());
  for (const std::uint32_t number : touched) candidates.push_back({number, sums[number]});
  for (const std::uint32_t number : touched) sums[number] = 0;
  const auto better = [](const Candidate& a, const Candidate& b) {
    return std::tie(b.score, a.number) < std::tie(a.score, b.number);
  };
  if (candidates.size() > kRescored) {
    std::nth_element(candidates.begin(), candidates.begin() + kRescored, candidates.end(), better);
    candidates.resize(kRescored);
  }

  std::erase_if(candidates, [&](const Candidate& each) { return entry(each.number).removed != 0; });
  const double mean = live > 0 ? static_cast<double>(header().total_terms) / live : 1;
  for (Candidate& candidate : candidates) {
    const Entry& held = entry(candidate.number);
    const double length = kK1 * (1 - kB + kB * held.length / std::max(mean, 1.0));
    candidate.score = 0;
    std::size_t at = 0;
    for (std::uint32_t k = 0; k < held.term_count && at < wanted.size();) {
      const TermCount& term = held.terms()[k];
      if (term.hash == wanted[at].hash) {
        candidate.score += wanted[at++].rarity * term.count * (kK1 + 1) / (term.count + length);
        ++k;
      } else if (term.hash < wanted[at].hash) {
        ++k;
      } else {
        ++at;
      }
    }
  }
  const std::size_t kept = std::min(top, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                    candidates.end(), [&](const Candidate& a, const Candidate& b) {
                      if (a.score != b.score) return a.score > b.score;
                      return entry(a.number).id() < entry(b.number).id();
                    });
  std::vector<LookUpMatch> matches;
  for (std::size_t i = 0; i < kept; ++i) {
    matches.push_back({std::string(entry(candidates[i].number).id()), candidates[i].score});
  }
  return matches;
}

}  // namespace claimtrail
