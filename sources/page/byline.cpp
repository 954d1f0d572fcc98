#include "sources/page/byline.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text/utf8.h"

#include "sources/feeds/month_names.h"
#include "sources/page/hints.h"
#include "sources/page/html_names.h"
#include "sources/page/same_words.h"

namespace claimtrail {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_byline = 300;
constexpr std::size_t most_names = 12;

// What stands before the names. Longest first where one begins another.
constexpr std::array<std::string_view, 49> openers{"written by",
                                                   "posted by",
                                                   "published by",
                                                   "reported by",
                                                   "reporting by",
                                                   "story by",
                                                   "words by",
                                                   "text by",
                                                   "article by",
                                                   "created by",
                                                   "submitted by",
                                                   "authored by",
                                                   "contributed by",
                                                   "geschrieben von",
                                                   "veröffentlicht von",
                                                   "erstellt von",
                                                   "eingestellt von",
                                                   "ein artikel von",
                                                   "beitrag von",
                                                   "blog beitrag von",
                                                   "blogbeitrag von",
                                                   "artikel von",
                                                   "verfasst von",
                                                   "publié par",
                                                   "publicado por",
                                                   "escrito por",
                                                   "scritto da",
                                                   "redactado por",
                                                   "autoren:",
                                                   "autorin:",
                                                   "autor:",
                                                   "author:",
                                                   "authors:",
                                                   "author",
                                                   "auteur :",
                                                   "auteur:",
                                                   "autore:",
                                                   "text:",
                                                   "texte:",
                                                   "foto:",
                                                   "door",
                                                   "von:",
                                                   "von",
                                                   "par",
                                                   "por",
                                                   "by:",
                                                   "by",
                                                   "di",
                                                   "über"};

// Words that no person's name holds: desks, agencies, roles that stand alone.
constexpr std::array<std::string_view, 40> nobody{
    "admin",        "administrator", "editor",    "editors",       "editorial", "staff",
    "redaktion",    "redaction",     "rédaction", "redazione",     "redacción", "redação",
    "newsroom",     "news",          "desk",      "team",          "webmaster", "user",
    "guest",        "anonymous",     "unknown",   "correspondent", "reporter",  "agency",
    "agencies",     "press",         "magazine",  "online",        "website",   "contributor",
    "contributors", "author",        "authors",   "none",          "null",      "share",
    "shares",       "posts",         "articles",  "undefined"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view edge = " \t\r\n,;:|/-*•";
  const auto first = text.find_first_not_of(edge);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(edge) - first + 1);
}

bool starts_with_folded(const std::string& folded, std::string_view opener) {
  if (folded.compare(0, opener.size(), opener) != 0 || folded.size() <= opener.size()) return false;
  return opener.back() == ':' || folded[opener.size()] == ' ' || folded[opener.size()] == ':';
}

// The case-folded form has the same bytes only for most scripts; where it has not, no opener is
// cut.
std::string_view without_opener(std::string_view text) {
  const std::string folded = fold_case(text);
  if (folded.size() != text.size()) return text;
  for (const std::string_view opener : openers) {
    if (starts_with_folded(folded, opener)) return trimmed(text.substr(opener.size()));
  }
  // "ByJane Doe": a blank got lost between two elements.
  if (text.size() > 4 && text.substr(0, 2) == "By" && text[2] >= 'A' && text[2] <= 'Z' &&
      text[3] >= 'a') {
    return text.substr(2);
  }
  return text;
}

// What a name may hold in lower case: "van der", "de la", "bin".
constexpr std::array<std::string_view, 30> particles{
    "von", "vom", "van", "de", "der", "den", "del", "della", "di",  "da",
    "do",  "dos", "das", "du", "la",  "le",  "el",  "al",    "bin", "ibn",
    "ben", "ter", "ten", "zu", "zum", "zur", "af",  "av",    "y",   "e"};

// Words of organisations, wherever in the name.
constexpr std::array<std::string_view, 34> organisations{"gmbh",        "ag",
                                                         "ltd",         "inc",
                                                         "llc",         "verlag",
                                                         "zeitung",     "zeitschrift",
                                                         "magazin",     "nachrichten",
                                                         "presse",      "presseportal",
                                                         "ministerium", "bundesministerium",
                                                         "ministry",    "university",
                                                         "universität", "institut",
                                                         "institute",   "foundation",
                                                         "stiftung",    "verband",
                                                         "verein",      "company",
                                                         "group",       "media",
                                                         "afp",         "dpa",
                                                         "reuters",     "associated",
                                                         "bureau",      "department",
                                                         "agentur",     "agence"};

bool is_domain(std::string_view name) {
  const auto dot = name.rfind('.');
  return name.find(' ') == std::string_view::npos && dot != std::string_view::npos && dot > 1 &&
         name.size() - dot - 1 >= 2 && name.size() - dot - 1 <= 4 && name.find('.') > 1;
}

// "deinen Hochzeitsbloggern" is no name: of several words only particles are in lower case.
bool is_cased_as_name(std::string_view name) {
  std::string_view last;
  for (std::size_t at = 0; at < name.size();) {
    const auto end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    last = word;
    const bool lower = word.front() >= 'a' && word.front() <= 'z';
    if (lower && word.size() < name.size() &&
        std::find(particles.begin(), particles.end(), word) == particles.end() &&
        word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos) {
      return false;
    }
  }
  return last.size() == name.size() ||
         std::find(particles.begin(), particles.end(), last) == particles.end();
}

bool is_name(std::string_view name, const std::string& outlet) {
  if (name.size() < 2 || name.size() > longest_name) return false;
  if (name.find_first_of("@{}<>=_?!#%") != std::string_view::npos) return false;
  if (name.find("://") != std::string_view::npos || name.find("www.") != std::string_view::npos) {
    return false;
  }
  if (is_domain(name) || !is_cased_as_name(name)) return false;
  const std::string words = words_only(name);
  const std::string site = words_only(outlet);
  if (words.empty() || words == site) return false;
  const auto count = 1 + std::count(words.begin(), words.end(), ' ');
  if (count > 5) return false;
  const bool digits = words.find_first_of("0123456789") != std::string::npos;
  if (digits && count > 1) return false;
  if (words.find_first_not_of("0123456789 ") == std::string::npos) return false;
  const std::string padded = ' ' + words + ' ';
  const auto holds = [&padded](std::string_view word) {
    return padded.find(fmt::format(" {} ", word)) != std::string::npos;
  };
  return std::none_of(nobody.begin(), nobody.end(), holds) &&
         std::none_of(organisations.begin(), organisations.end(), holds);
}

bool starts_upper(std::string_view name) {
  const char c = name.empty() ? ' ' : name.front();
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t length = 0;
  bool comma = false;
};

Cut next_cut(std::string_view text) {
  static constexpr std::array<std::string_view, 13> marks{
      ",", ";", "|", " and ", " & ", " und ", " et ", " y ", " i ", " и ", " / ", " with ", "•"};
  Cut cut;
  for (const std::string_view mark : marks) {
    const auto at = text.find(mark);
    if (at < cut.at) cut = {at, mark.size(), mark == ","};
  }
  return cut;
}

// Without what pages hang on a name: "@handle", a weekday or month and what follows it.
std::string without_extras(std::string_view part) {
  std::string kept;
  for (std::size_t at = 0; at < part.size();) {
    const auto end = std::min(part.find(' ', at), part.size());
    const std::string_view word = part.substr(at, end - at);
    at = end + 1;
    if (word.empty() || word.front() == '@') continue;
    if (!kept.empty() && (is_weekday_name(word) || word == "|" || word == "-" || word == "–"))
      break;
    if (!kept.empty()) kept += ' ';
    kept += word;
  }
  return kept;
}

void add_once(std::vector<std::string>& names, std::string name) {
  const bool known = std::any_of(names.begin(), names.end(),
                                 [&](const std::string& other) { return same_words(name, other); });
  if (!known && names.size() < most_names) names.push_back(std::move(name));
}

bool in_article_region(std::uint32_t node, const HtmlTree& tree, std::uint32_t title_node,
                       std::uint32_t root) {
  // Around the headline and the body: the nearest common surroundings, not the page's end.
  std::uint32_t region = root;
  for (int level = 0; level < 3 && region != 0; ++level) region = tree.nodes[region].parent;
  if (node >= root && node < tree.nodes[root].end) return true;
  if (title_node != 0 && node >= title_node && node < root) return true;
  return node >= region && node < tree.nodes[region].end;
}

constexpr std::array<std::string_view, 8> author_paths{"/author/",  "/authors/",  "/autor/",
                                                       "/autoren",  "/staff/",    "/auteur/",
                                                       "/autores/", "/journalist"};

class MarkupByline {
 public:
  MarkupByline(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
               const std::string& outlet, std::uint32_t title_node, std::uint32_t root)
      : tree_(tree), hints_(hints), outlet_(outlet), title_node_(title_node), root_(root) {}

  // The names in the elements that say they are the author, nearest behind the headline first.
  std::vector<std::string> read() {
    std::vector<std::string> names;
    std::uint32_t skip = 0;
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == Tag::text) continue;
      if ((hints_[i] & (hint::comments | hint::dead)) != 0) {
        i = node.end - 1;
        continue;
      }
      if (i < skip || ((hints_[i] & hint::author) == 0 && !links_to_author(i))) continue;
      if (!in_article_region(i, tree_, title_node_, root_)) continue;
      skip = node.end;
      if (!names.empty() && i > limit_) break;
      const std::string text = name_inside(i);
      if (text.size() > longest_byline) continue;
      for (std::string& name : names_in_byline(text, outlet_)) {
        if (!starts_upper(name) && name.find(' ') != std::string::npos) continue;
        add_once(names, std::move(name));
      }
      if (!names.empty() && limit_ == 0) limit_ = node.end + 60;
    }
    return names;
  }

 private:
  [[nodiscard]] bool links_to_author(std::uint32_t node) const {
    if (tree_.nodes[node].tag != Tag::a || node < title_node_) return false;
    const std::string_view address = tree_.attribute(node, "href");
    return std::any_of(author_paths.begin(), author_paths.end(), [&](std::string_view path) {
      return address.find(path) != std::string_view::npos;
    });
  }

  // A byline element often holds the name as a link or an item of its own, with dates and roles
  // around.
  [[nodiscard]] std::string name_inside(std::uint32_t node) const {
    std::string names;
    for (std::uint32_t i = node; i < tree_.nodes[node].end; ++i) {
      const std::string_view property = tree_.attribute(i, "itemprop");
      const std::string_view relation = tree_.attribute(i, "rel");
      const bool link = tree_.nodes[i].tag == Tag::a &&
                        (relation == "author" ||
                         tree_.attribute(i, "href").find("/author") != std::string_view::npos);
      if (property != "name" && !link) continue;
      const std::string text = tree_.text_of(i);
      if (text.empty()) continue;
      if (!names.empty()) names += ", ";
      names += text;
      i = tree_.nodes[i].end - 1;
    }
    return names.empty() ? tree_.text_of(node) : names;
  }

  const HtmlTree& tree_;
  const std::vector<std::uint16_t>& hints_;
  const std::string& outlet_;
  std::uint32_t title_node_;
  std::uint32_t root_;
  std::uint32_t limit_ = 0;
};

// "By Jane Doe" as a line of its own between the headline and the body, or right at its beginning.
std::vector<std::string> written_byline(const std::vector<Segment>& segments,
                                        const std::string& outlet, std::uint32_t title_node,
                                        std::uint32_t root) {
  const std::uint32_t from = title_node != 0 ? title_node : root;
  int looked = 0;
  for (const Segment& segment : segments) {
    if (segment.node < from) continue;
    if (++looked > 12) break;
    if (segment.words > 14 || (segment.hints & (hint::comments | hint::furniture)) != 0) continue;
    if (without_opener(segment.text).size() == segment.text.size()) continue;
    auto names = names_in_byline(segment.text, outlet);
    std::erase_if(names, [](const std::string& name) { return !starts_upper(name); });
    if (!names.empty()) return names;
  }
  return {};
}

std::vector<std::string> names_of(const std::vector<std::string>& bylines,
                                  const std::string& outlet) {
  std::vector<std::string> names;
  for (const std::string& byline : bylines) {
    for (std::string& name : names_in_byline(byline, outlet)) add_once(names, std::move(name));
  }
  return names;
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view text, const std::string& outlet) {
  std::vector<std::string> names;
  if (text.size() > longest_byline) return names;
  const std::string squeezed = squeeze_blanks(text);
  std::string_view rest = trimmed(squeezed);
  rest = without_opener(without_opener(rest));
  bool after_comma = false;
  while (!rest.empty()) {
    const Cut cut = next_cut(rest);
    std::string_view part = trimmed(rest.substr(0, cut.at));
    if (const auto bracket = part.find(" ("); bracket != std::string_view::npos) {
      part = trimmed(part.substr(0, bracket));
    }
    if (!names.empty()) part = without_opener(part);
    const std::string bare = without_extras(part);
    part = trimmed(bare);
    // Behind a comma one word is a title or a place, not a second author.
    const bool lone = part.find(' ') == std::string_view::npos;
    if (is_name(part, outlet) && !(after_comma && lone && !names.empty())) {
      add_once(names, std::string(part));
    } else if (after_comma && !names.empty() && !lone) {
      break;
    }
    if (cut.at == std::string_view::npos) break;
    after_comma = cut.comma;
    rest = trimmed(rest.substr(cut.at + cut.length));
  }
  return names;
}

std::vector<std::string> find_byline(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                                     const std::vector<Segment>& segments,
                                     const PageSignals& signals, const std::string& outlet,
                                     std::uint32_t title_node, std::uint32_t root) {
  auto names = names_of(signals.structured.authors, outlet);
  if (!names.empty()) return names;
  std::vector<std::string> said;
  for (const auto& [name, content] : signals.meta) {
    if (name == "author" || name == "article:author" || name == "parsely-author" ||
        name == "sailthru.author" || name == "dc.creator" || name == "dcterms.creator" ||
        name == "cxenseparse:author" || name == "byl" || name == "article:author_name" ||
        name == "dc.creator.personalname" || name == "og:article:author") {
      said.push_back(content);
    }
  }
  // WordPress: "twitter:label1" names what "twitter:data1" holds.
  const std::string label = fold_case(signals.meta_value({"twitter:label1"}));
  if (label.find("by") != std::string::npos || label.find("von") != std::string::npos ||
      label.find("par") != std::string::npos || label.find("por") != std::string::npos ||
      label.find("autor") != std::string::npos) {
    said.push_back(signals.meta_value({"twitter:data1"}));
  }
  names = names_of(said, outlet);
  if (!names.empty()) return names;
  names = MarkupByline(tree, hints, outlet, title_node, root).read();
  if (!names.empty()) return names;
  return written_byline(segments, outlet, title_node, root);
}

}  // namespace claimtrail
