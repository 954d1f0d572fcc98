#include "sources/page/author_names.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text/utf8.h"

#include "sources/feeds/month_names.h"
#include "sources/page/same_words.h"

namespace claimtrail {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_byline = 300;
constexpr std::size_t most_names = 12;

// What stands before the names. Longest first where one begins another.
constexpr std::array<std::string_view, 48> openers{"written by",
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
constexpr std::array<std::string_view, 46> nobody{
    "posted",       "published",     "written",   "updated",       "red",       "zvg",
    "admin",        "administrator", "editor",    "editors",       "editorial", "staff",
    "redaktion",    "redaction",     "rédaction", "redazione",     "redacción", "redação",
    "newsroom",     "news",          "desk",      "team",          "webmaster", "user",
    "guest",        "anonymous",     "unknown",   "correspondent", "reporter",  "agency",
    "agencies",     "press",         "magazine",  "online",        "website",   "contributor",
    "contributors", "author",        "authors",   "none",          "null",      "share",
    "shares",       "posts",         "articles",  "undefined"};

// Marks of several bytes are taken off whole: their bytes are also those of letters.
std::string_view trimmed(std::string_view text) {
  static constexpr std::string_view edge = " \t\r\n,;:|/-*";
  static constexpr std::array<std::string_view, 3> wide_edge{"•", "–", "—"};
  for (;;) {
    const auto first = text.find_first_not_of(edge);
    if (first == std::string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(edge) - first + 1);
    const std::size_t before = text.size();
    for (const std::string_view mark : wide_edge) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    if (text.size() == before) return text;
  }
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
      (text[3] >= 'a' || text[3] == '.')) {
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

// "DT", "AFP": who is behind the letters is not said.
bool is_initials(std::string_view name) {
  return name.size() <= 3 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "Abendzeitung": in some languages organisations are one word with their kind.
bool ends_as_organisation(std::string_view word) {
  static constexpr std::array<std::string_view, 7> ends{
      "nachrichten", "zeitung", "magazin", "redaktion", "verlag", "verband", "zeitschrift"};
  return std::any_of(ends.begin(), ends.end(), [word](std::string_view end) {
    return word.size() > end.size() && word.ends_with(end);
  });
}

bool is_name(std::string_view name, const std::string& outlet) {
  if (name.size() < 2 || name.size() > longest_name) return false;
  if (name.find_first_of("@{}<>=_?!#%") != std::string_view::npos) return false;
  if (name.find("://") != std::string_view::npos || name.find("www.") != std::string_view::npos) {
    return false;
  }
  if (is_domain(name) || is_initials(name) || !is_cased_as_name(name)) return false;
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
  const auto last = words.rfind(' ');
  return !ends_as_organisation(words.substr(last == std::string::npos ? 0 : last + 1)) &&
         std::none_of(nobody.begin(), nobody.end(), holds) &&
         std::none_of(organisations.begin(), organisations.end(), holds);
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

}  // namespace

void add_name_once(std::vector<std::string>& names, std::string name) {
  const bool known = std::any_of(names.begin(), names.end(),
                                 [&](const std::string& other) { return same_words(name, other); });
  if (!known && names.size() < most_names) names.push_back(std::move(name));
}

std::vector<std::string> names_in_byline(std::string_view text, const std::string& outlet) {
  std::vector<std::string> names;
  if (text.size() > longest_byline) return names;
  const std::string squeezed = squeeze_blanks(text);
  std::string_view rest = trimmed(squeezed);
  rest = without_opener(without_opener(rest));
  bool after_comma = false;
  bool first = true;
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
    // "Ministry for Trade and Energy" is one organisation, not a person behind its "and".
    const bool rest_of_other = lone && names.empty() && !first;
    if (is_name(part, outlet) && !rest_of_other && !(after_comma && lone && !names.empty())) {
      add_name_once(names, std::string(part));
    } else if (after_comma && !names.empty() && !lone) {
      break;
    }
    if (cut.at == std::string_view::npos) break;
    first = false;
    after_comma = cut.comma;
    rest = trimmed(rest.substr(cut.at + cut.length));
  }
  return names;
}

bool begins_as_byline(std::string_view text) {
  const std::string_view line = trimmed(text);
  return without_opener(line).size() != line.size();
}

bool announces_names(std::string_view text) {
  static constexpr std::array<std::string_view, 15> lines{
      "author", "authors", "autor", "autorin", "autoren",    "auteur", "auteurs",     "autore",
      "autori", "autores", "by",    "von",     "written by", "text",   "verfasst von"};
  const std::string words = words_only(text);
  return std::find(lines.begin(), lines.end(), words) != lines.end();
}

bool is_login_name(std::string_view name) {
  return name.find(' ') == std::string_view::npos &&
         std::none_of(name.begin(), name.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
         });
}

}  // namespace claimtrail
