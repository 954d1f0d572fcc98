#include "core/quantity/nouns.h"

#include <string>
#include <unordered_map>

#include "core/quantity/noun_words.h"
#include "core/quantity/number_words.h"

namespace claimtrail {
namespace {

/// What has become of people, said after the noun or instead of it.
bool is_state(std::string_view word) {
  static const WordSet states{"dead", "killed", "wounded", "injured", "missing", "hurt"};
  return states.contains(word);
}

/// "TDs", "SUVs": capitals with a small "s".
bool is_acronym_plural(const TokenizedText& text, std::size_t at) {
  const std::string_view word = text.word(at);
  if (word.size() < 3 || word.back() != 's') return false;
  for (const char c : word.substr(0, word.size() - 1)) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

bool plural_at(const TokenizedText& text, std::size_t at) {
  return is_plural(text.lower[at]) || is_acronym_plural(text, at);
}

/// Whether the tokens from `at` on lead to a plural within a few: "Hyundai vehicles", "Model X
/// vehicles".
bool leads_to_plural(const TokenizedText& text, std::size_t at, std::size_t limit) {
  constexpr std::size_t kName = 3;
  for (std::size_t here = at; here < limit && here < at + kName; ++here) {
    if (text.tokens[here].kind != TokenKind::word || ends_noun_phrase(text.lower[here]))
      return false;
    if (plural_at(text, here)) return true;
    if (here > at && !text.tokens[at].capitalised) return false;
  }
  return false;
}

/// "three", "twenty", "hundred" in front of a noun: another figure.
bool counts(std::string_view word) {
  const NumberWord* number = number_word(word);
  if (number == nullptr) return false;
  switch (number->kind) {
    case NumberWordKind::one_to_nineteen:
    case NumberWordKind::tens:
    case NumberWordKind::hundred:
    case NumberWordKind::magnitude:
    case NumberWordKind::dozen:
      return word != "one";
    default:
      return false;
  }
}

/// "Two of Johnson's deputies": the possessor is passed over.
std::size_t past_determiner(const TokenizedText& text, std::size_t at, std::size_t limit) {
  static const WordSet determiners{"the", "its",  "his",   "her", "their", "our",
                                   "my",  "your", "those", "all", "these"};
  if (at < limit && text.lower[at] == "all") ++at;
  if (at < limit && determiners.contains(text.lower[at])) ++at;
  return at;
}

}  // namespace

std::string singular_noun(std::string_view word) {
  std::string text(word);
  const auto ends = [&text](std::string_view ending) { return text.ends_with(ending); };
  if (text == "people" || text == "persons") return "person";
  if (ends("men") && text.size() > 3) return text.substr(0, text.size() - 2) + "an";
  if (text == "men") return "man";
  if (ends("children")) return text.substr(0, text.size() - 3);
  if (text == "feet") return "foot";
  if (ends("wives") || ends("knives") || ends("lives"))
    return text.substr(0, text.size() - 3) + "fe";
  if (ends("ies") && text.size() > 4) return text.substr(0, text.size() - 3) + "y";
  if (ends("sses") || ends("shes") || ends("ches") || ends("xes"))
    return text.substr(0, text.size() - 2);
  if (ends("s") && !ends("ss") && !ends("us") && !ends("is") && text.size() > 2) text.pop_back();
  return text;
}

bool is_person_noun(std::string_view word, bool capitalised) {
  if (person_nouns().contains(word)) return true;
  const std::string one = singular_noun(word);
  if (person_nouns().contains(one)) return true;
  if (one.size() > 6 && (one.ends_with("ist") || one.ends_with("ologist")))
    return one != "checklist" && one != "playlist" && one != "shortlist";
  if (one.ends_with("woman") ||
      (one.ends_with("man") && one != "human" && one != "german" && one.size() > 5))
    return true;
  // Nationals: "Ukrainians", "Venezuelans".
  return capitalised && one.size() > 5 &&
         (one.ends_with("ian") || one.ends_with("ean") || one.ends_with("can") ||
          one.ends_with("lan"));
}

bool is_people_group(std::string_view word) { return people_groups().contains(word); }

std::string_view noun_class(std::string_view head) {
  static const std::unordered_map<std::string_view, std::string_view> classes{
      {"vehicle", "vehicle"},       {"car", "vehicle"},
      {"truck", "vehicle"},         {"bus", "vehicle"},
      {"lorry", "vehicle"},         {"van", "vehicle"},
      {"tank", "armored vehicle"},  {"carrier", "armored vehicle"},
      {"aircraft", "aircraft"},     {"plane", "aircraft"},
      {"airplane", "aircraft"},     {"jet", "aircraft"},
      {"warplane", "aircraft"},     {"helicopter", "aircraft"},
      {"drone", "drone"},           {"uav", "drone"},
      {"ship", "vessel"},           {"boat", "vessel"},
      {"vessel", "vessel"},         {"warship", "vessel"},
      {"ferry", "vessel"},          {"building", "building"},
      {"home", "building"},         {"house", "building"},
      {"apartment", "building"},    {"dwelling", "building"},
      {"structure", "building"},    {"property", "building"},
      {"missile", "missile"},       {"rocket", "missile"},
      {"shell", "shell"},           {"round", "shell"},
      {"village", "settlement"},    {"town", "settlement"},
      {"settlement", "settlement"}, {"city", "settlement"},
      {"death", "person"},          {"fatality", "person"},
      {"casualty", "person"},       {"life", "person"},
      {"injury", "person"},         {"job", "job"},
      {"position", "job"},          {"post", "job"},
      {"school", "school"},         {"hospital", "hospital"}};
  if (is_person_noun(head, false)) return "person";
  const auto found = classes.find(singular_noun(head));
  return found == classes.end() ? std::string_view{} : found->second;
}

bool ends_noun_phrase(std::string_view word) { return stop_words().contains(word); }

bool is_plural(std::string_view word) {
  if (irregular_plurals().contains(word)) return true;
  if (word.size() < 4 || word.back() != 's') return false;
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") || word.ends_with("'s"))
    return false;
  return !no_plurals().contains(word);
}

NounPhrase read_noun(const TokenizedText& text, std::size_t at, std::size_t limit,
                     bool singular_allowed) {
  static const WordSet relative_words{"more", "other", "others", "additional", "further", "extra"};
  NounPhrase phrase;
  limit = std::min(limit, text.tokens.size());
  std::size_t here = at;
  bool hyphenated = here < limit && text.lower[here] == "-" && !text.tokens[here].space_before;
  if (hyphenated) {
    ++here;
    if (here >= limit || text.tokens[here].space_before ||
        text.tokens[here].kind != TokenKind::word)
      return phrase;
  }
  while (here < limit && relative_words.contains(text.lower[here]) && here < at + 2) {
    phrase.relative = true;
    if (text.lower[here] == "others") {
      phrase.first = phrase.head = here;
      phrase.last = here + 1;
      return phrase;
    }
    ++here;
  }
  if (here < limit && text.lower[here] == "of") {
    here = past_determiner(text, here + 1, limit);
    while (here < limit &&
           (text.tokens[here].kind == TokenKind::number || counts(text.lower[here]))) {
      phrase.beyond_number = true;
      ++here;
    }
    singular_allowed = false;
    // A possessor: "of Johnson's deputies".
    for (std::size_t i = here; i < std::min(limit, here + 4); ++i) {
      if (text.lower[i] == "'s") {
        here = i + 1;
        break;
      }
      if (text.tokens[i].kind != TokenKind::word || ends_noun_phrase(text.lower[i])) break;
    }
  }
  const std::size_t first = here;
  std::size_t head = limit;
  std::size_t end = here;
  constexpr std::size_t kMostWords = 7;
  for (; here < limit && here < first + kMostWords; ++here) {
    const Token& token = text.tokens[here];
    if (text.lower[here] == "-" && !token.space_before && here > first && here + 1 < limit &&
        !text.tokens[here + 1].space_before && text.tokens[here + 1].kind == TokenKind::word) {
      continue;
    }
    // "digital and physical sales"
    if (text.lower[here] == "and" && here > first && leads_to_plural(text, here + 1, limit) &&
        !is_state(text.lower[here + 1]))
      continue;
    // "Model 3 sedans"
    if (token.kind == TokenKind::number && here > first && text.tokens[here - 1].capitalised &&
        token.span.length() < 4 && leads_to_plural(text, here + 1, limit))
      continue;
    if (token.kind != TokenKind::word || ends_noun_phrase(text.lower[here])) break;
    if (text.lower[here].front() == '\'') break;
    const bool joined =
        here + 1 < limit && text.lower[here + 1] == "-" && !text.tokens[here + 1].space_before;
    end = here + 1;
    if (joined || (!plural_at(text, here) && !is_people_group(text.lower[here]))) continue;
    head = here;
    // "rights activists" goes on, "soldiers killed" does not.
    const std::size_t next = here + 1;
    const bool goes_on = next < limit && text.tokens[next].kind == TokenKind::word &&
                         !ends_noun_phrase(text.lower[next]) && plural_at(text, next) &&
                         !is_state(text.lower[next]);
    if (!goes_on) break;
  }
  if (head == limit) {
    const bool closed = end > first && end <= first + 3;
    if (!closed) return phrase;
    const std::string_view last = text.lower[end - 1];
    const bool verb = last.ends_with("ed") || last.ends_with("ing") || last.ends_with("ly");
    if (hyphenated) {
      end = first + 1;
      if (verb) return phrase;
    } else if ((!singular_allowed || verb) && !is_people_group(last) &&
               !is_person_noun(last, false)) {
      return phrase;
    }
    head = end - 1;
  }
  phrase.first = first;
  phrase.last = head + 1;
  phrase.head = head;
  phrase.person = is_person_noun(text.lower[head], text.tokens[head].capitalised) ||
                  (hyphenated && is_people_group(text.lower[head]));
  return phrase;
}

}  // namespace claimtrail
