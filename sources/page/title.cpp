#include "sources/page/title.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/text/utf8.h"

#include "sources/page/hints.h"
#include "sources/page/same_words.h"

namespace claimtrail {
namespace {

constexpr std::array<std::string_view, 12> separators{" | ", " - ", " – ", " — ", " :: ", " » ",
                                                      " « ", " · ", " • ", " / ", "|",    " ‹ "};

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  const std::string plain = words_only(text);
  for (std::size_t at = 0; at < plain.size();) {
    const auto end = std::min(plain.find(' ', at), plain.size());
    words.push_back(plain.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// The share of the words of `part` that `whole` holds.
double share_within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  if (part.empty()) return 0;
  const std::unordered_set<std::string> known(whole.begin(), whole.end());
  const auto hits = std::count_if(part.begin(), part.end(),
                                  [&](const std::string& word) { return known.count(word) != 0; });
  return static_cast<double>(hits) / static_cast<double>(part.size());
}

struct Heading {
  std::uint32_t node = 0;
  std::string text;
  double likeness = 0;
};

Heading best_heading(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                     const std::vector<std::string>& said) {
  Heading best;
  const auto consider = [&](std::uint32_t node) {
    std::string text = tree.text_of(node);
    const auto words = split_words(text);
    if (words.empty() || words.size() > 60) return;
    double likeness = 0;
    for (const std::string& title : said) {
      const auto title_words = split_words(title);
      // A heading of one common word that the title happens to hold says little.
      const double covered = std::min(1.0, static_cast<double>(words.size()) / 3.0);
      likeness = std::max(likeness, share_within(words, title_words) * covered *
                                        (0.5 + 0.5 * share_within(title_words, words)));
    }
    if (tree.nodes[node].tag == Tag::h1) likeness += 0.1;
    if ((hints[node] & hint::furniture) != 0) likeness -= 0.2;
    if (likeness > best.likeness + 1e-9) best = {node, std::move(text), likeness};
  };
  int seen = 0;
  for (std::uint32_t i = 1; i < tree.nodes.size() && seen < 60; ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag != Tag::h1 && tag != Tag::h2 && tag != Tag::h3) continue;
    ++seen;
    consider(i);
  }
  return best;
}

bool names_site(const std::string& part, const std::string& outlet) {
  const std::string words = words_only(part);
  const std::string site = words_only(outlet);
  if (words.empty()) return true;
  if (site.empty()) return false;
  return words == site || words.find(site) != std::string::npos ||
         (words.size() >= 3 && site.find(words) != std::string::npos);
}

}  // namespace

std::string without_site(const std::string& title, const std::string& outlet) {
  std::string rest = title;
  bool cut_section = false;
  for (int round = 0; round < 3; ++round) {
    std::size_t last = std::string::npos;
    std::size_t last_length = 0;
    std::size_t first = std::string::npos;
    std::size_t first_length = 0;
    for (const std::string_view separator : separators) {
      const auto behind = rest.rfind(separator);
      if (behind != std::string::npos && (last == std::string::npos || behind > last)) {
        last = behind;
        last_length = separator.size();
      }
      const auto before = rest.find(separator);
      if (before < first) {
        first = before;
        first_length = separator.size();
      }
    }
    if (last == std::string::npos) break;
    const std::string tail = rest.substr(last + last_length);
    const std::string lead = rest.substr(0, first);
    const auto words_of = [](const std::string& text) { return split_words(text).size(); };
    if (names_site(tail, outlet) && last > 0) {
      rest = rest.substr(0, last);
    } else if (names_site(lead, outlet)) {
      rest = rest.substr(first + first_length);
    } else if (!cut_section && (round == 0 || rest[last + last_length / 2] == '|') &&
               words_of(tail) <= 4 && words_of(rest.substr(0, last)) >= 4) {
      rest = rest.substr(0, last);
      cut_section = true;
    } else {
      break;
    }
  }
  return squeeze_blanks(rest);
}

PageTitle find_title(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                     const PageSignals& signals, const std::string& outlet) {
  const std::string shared = signals.meta_value({"og:title", "twitter:title", "dc.title"});
  std::vector<std::string> said;
  for (const std::string* title : {&shared, &signals.structured.headline, &signals.title_element}) {
    if (!title->empty()) said.push_back(without_site(*title, outlet));
  }
  const Heading heading = best_heading(tree, hints, said);
  constexpr double alike = 0.55;
  if (heading.likeness >= alike) return {heading.text, heading.node};
  if (!shared.empty()) return {without_site(shared, outlet), 0};
  if (!signals.structured.headline.empty()) return {signals.structured.headline, 0};
  if (!signals.title_element.empty()) return {without_site(signals.title_element, outlet), 0};
  return {heading.text, heading.node};
}

}  // namespace claimtrail
