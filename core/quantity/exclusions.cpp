#include "core/quantity/exclusions.h"

#include <cstdlib>

#include "core/quantity/nouns.h"
#include "core/quantity/number_words.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

bool is_month(const SentenceView& sentence, std::size_t at) {
  static const WordSet months{
      "january", "february", "march",    "april", "may",  "june", "july", "august", "september",
      "october", "november", "december", "jan.",  "feb.", "mar.", "apr.", "jun.",   "jul.",
      "aug.",    "sep.",     "sept.",    "oct.",  "nov.", "dec.", "jan",  "feb",    "mar",
      "apr",     "jun",      "jul",      "aug",   "sep",  "sept", "oct",  "nov",    "dec"};
  if (!months.contains(sentence.lower(at))) return false;
  const std::string_view word = sentence.lower(at);
  return (word != "may" && word != "march" && word != "mar") || sentence.capitalised(at);
}

bool joins_days(std::string_view word) {
  return word == "-" || word == "\xE2\x80\x93" || word == "and" || word == "to" || word == "or" ||
         word == "," || word == "through" || word == "until";
}

long value_of(const SentenceView& sentence, std::size_t at) {
  const std::string_view word = sentence.lower(at);
  if (word.empty() || word.size() > 6) return -1;
  long value = 0;
  std::size_t digits = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') break;
    value = value * 10 + (c - '0');
    ++digits;
  }
  const std::string_view rest = word.substr(digits);
  if (digits == 0 ||
      !(rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th"))
    return -1;
  return value;
}

bool is_clock_word(std::string_view word) {
  static const WordSet words{"am",  "pm",   "a.m.", "p.m.", "a.m", "p.m", "o'clock",
                             "gmt", "est",  "edt",  "pst",  "pdt", "utc", "bst",
                             "cet", "cest", "et",   "pt",   "noon"};
  return words.contains(word);
}

bool day_of_month(const SentenceView& sentence, std::size_t at) {
  const long value = value_of(sentence, at);
  if (value < 1 || value > 31) return false;
  std::size_t next = at + 1;
  if (sentence.lower(next) == "of") ++next;
  if (is_month(sentence, next)) return true;
  if (at > sentence.begin && is_month(sentence, at - 1)) return true;
  if (at > sentence.begin + 1 && sentence.lower(at - 1) == "the" && is_month(sentence, at - 2))
    return true;
  // "24 and 27 October", "March 7-9".
  if (joins_days(sentence.lower(at + 1)) && value_of(sentence, at + 2) > 0 &&
      is_month(sentence, at + 3))
    return true;
  return at > sentence.begin + 2 && joins_days(sentence.lower(at - 1)) &&
         sentence.lower(at - 1) != "," && value_of(sentence, at - 2) > 0 &&
         value_of(sentence, at - 2) < 32 && is_month(sentence, at - 3);
}

bool chains(std::string_view word) {
  return word == "-" || word == "/" || word == ":" || word == "." || word == "\xE2\x80\x93";
}

/// Cues that a plain number names a year.
bool year_cue(std::string_view word) {
  static const WordSet cues{"in",     "since", "until",  "till",  "by",   "circa",
                            "year",   "a.d.",  "ad",     "b.c.",  "bc",   "before",
                            "after",  "from",  "during", "early", "late", "mid",
                            "fiscal", "the",   "of",     "to",    "and",  "-"};
  return cues.contains(word);
}

bool is_designator(std::string_view word) {
  static const WordSet words{
      "section",    "room",      "flight",    "route",    "highway",  "interstate",  "resolution",
      "article",    "chapter",   "paragraph", "part",     "phase",    "stage",       "level",
      "type",       "version",   "page",      "figure",   "table",    "title",       "rule",
      "gate",       "channel",   "platform",  "ward",     "district", "precinct",    "squadron",
      "no",         "no.",       "nos.",      "number",   "volume",   "vol.",        "vol",
      "model",      "series",    "episode",   "step",     "exhibit",  "proposition", "prop",
      "prop.",      "amendment", "psalm",     "grade",    "tier",     "zone",        "sector",
      "pier",       "apartment", "apt",       "apt.",     "suite",    "exit",        "category",
      "opus",       "op.",       "formula",   "catch",    "studio",   "mile",        "kilometre",
      "kilometer",  "km",        "game",      "week",     "day",      "season",      "round",
      "line",       "floor",     "block",     "box",      "bus",      "area",        "unit",
      "case",       "issue",     "item",      "lot",      "top",      "act",         "bill",
      "lane",       "heat",      "division",  "seed",     "seeded",   "ranked",      "rank",
      "class",      "form",      "clause",    "annex",    "appendix", "schedule",    "directive",
      "regulation", "planet",    "quarter",   "q",        "verse",    "hole",        "turn",
      "sol",        "track",     "reactor",   "building", "terminal", "hangar",      "bay",
      "checkpoint"};
  return words.contains(word);
}

bool street(std::string_view word) {
  static const WordSet words{"street",  "st",      "st.", "avenue",    "ave",    "ave.",
                             "road",    "rd",      "rd.", "boulevard", "blvd",   "blvd.",
                             "lane",    "drive",   "dr.", "place",     "square", "terrace",
                             "parkway", "highway", "way", "court"};
  return words.contains(word);
}

/// "11 Pro Max", "787 Dreamliner": capitals that are no day, month or nation.
bool before_name(const SentenceView& sentence, std::size_t at) {
  if (sentence.title_case || !sentence.is_word(at) || !sentence.capitalised(at) ||
      is_month(sentence, at))
    return false;
  static const WordSet days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                            "sunday", "i",       "mon.",      "tue.",     "tues.",  "wed.",
                            "thu.",   "thurs.",  "fri.",      "sat.",     "sun."};
  return !days.contains(sentence.lower(at)) && !ends_noun_phrase(sentence.lower(at)) &&
         sentence.lower(at).front() != '\'';
}

}  // namespace

bool name_like(const SentenceView& sentence, std::size_t at) {
  if (!sentence.is_word(at)) return false;
  if (sentence.capitalised(at)) return true;
  const std::string_view word = sentence.text.word(at);
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool in_title_case(const TokenizedText& text, std::size_t begin, std::size_t end) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (std::size_t at = begin; at < end && words < 40; ++at) {
    if (text.tokens[at].kind != TokenKind::word || text.tokens[at].span.length() < 4) continue;
    ++words;
    if (text.tokens[at].capitalised) ++capitals;
  }
  return words >= 3 && capitals * 4 >= words * 3;
}

std::optional<std::size_t> past_date_or_serial(const SentenceView& sentence, std::size_t at) {
  if (!sentence.is_number(at)) return std::nullopt;
  // Escapes and parameters of web addresses.
  const std::string_view before = at > sentence.begin ? sentence.lower(at - 1) : std::string_view{};
  if (sentence.glued(at) && (before == "%" || before == "=" || before == "_" || before == "@" ||
                             before == "#" || before == "&" || before == "\\")) {
    const bool parameter =
        at >= sentence.begin + 2 && sentence.glued(at - 1) && sentence.is_word(at - 2);
    const bool yen = parameter && sentence.text.word(at - 2) == "Y" &&
                     sentence.lower(at).find(',') != std::string_view::npos;
    if (before != "=" || (parameter && !yen)) return at + 1;
  }
  // "=>30", "<>30" are code.
  if (sentence.glued(at) && sentence.glued(at - 1) && at >= sentence.begin + 2) {
    const std::string_view first = sentence.lower(at - 2);
    if ((before == ">" && (first == "=" || first == "<")) || (before == "<" && first == "=") ||
        (before == "=" && first == "="))
      return at + 1;
  }
  // Digits joined by marks: telephone numbers, ISO dates, clock times, fractions of no use.
  std::size_t links = 0;
  bool colon = false;
  bool slash = false;
  std::size_t here = at;
  while (sentence.glued(here + 1) && sentence.glued(here + 2) && chains(sentence.lower(here + 1)) &&
         sentence.is_number(here + 2)) {
    colon = colon || sentence.lower(here + 1) == ":";
    slash = slash || sentence.lower(here + 1) == "/";
    here += 2;
    ++links;
  }
  if (links >= 2 || colon) {
    ++here;
    if (is_clock_word(sentence.lower(here))) ++here;
    return here;
  }
  if (slash) {
    const auto fraction = read_number(sentence.text, at, sentence.end, false);
    if (!fraction || fraction->shape != NumberShape::share) return here + 1;
  }
  if (is_clock_word(sentence.lower(at + 1)) &&
      (sentence.lower(at + 1) != "et" && sentence.lower(at + 1) != "pt"))
    return at + 2;
  if (day_of_month(sentence, at)) return at + 1;
  return std::nullopt;
}

std::optional<std::size_t> past_row_of_numbers(const SentenceView& sentence, std::size_t at) {
  constexpr std::size_t kRow = 8;
  std::size_t numbers = 0;
  std::size_t end = at;
  for (; at < sentence.end; ++at) {
    if (sentence.is_number(at)) {
      ++numbers;
      end = at + 1;
    } else if (sentence.text.tokens[at].kind != TokenKind::punctuation) {
      // The last number may belong to what follows: "1, 2, 3 people".
      if (numbers > kRow) return end - 1;
      return std::nullopt;
    }
  }
  return numbers >= kRow ? std::optional(end) : std::nullopt;
}

bool is_year(const SentenceView& sentence, const Number& number, const NumberSetting& setting) {
  if (!number.digits || number.grouped || number.point || number.magnitude ||
      number.whole_digits != 4)
    return false;
  if (number.shape != NumberShape::plain || setting.money || setting.unit) return false;
  const long value = value_of(sentence, number.first);
  if (value < 1000 || value > 2199) return false;
  const std::string_view before =
      number.first > sentence.begin ? sentence.lower(number.first - 1) : std::string_view{};
  const std::string_view earlier =
      number.first > sentence.begin + 1 ? sentence.lower(number.first - 2) : std::string_view{};
  const bool averaged = before == "of" && (earlier == "average" || earlier == "total");
  const bool dated = number.first > sentence.begin && (is_month(sentence, number.first - 1) ||
                                                       day_of_month(sentence, number.first - 1));
  if (dated) return true;
  const bool cue = year_cue(before) && !averaged;
  if (value >= 1900 && value <= 2050) {
    if (setting.person)
      return cue && before != "the" && before != "of" && before != "and" && before != "to";
    return !(setting.modified && setting.plural) && !averaged;
  }
  if (setting.plural || setting.modified) return false;
  if (setting.one_thing && before == "the") return true;
  return cue && before != "to" && before != "the";
}

bool is_name(const SentenceView& sentence, const Number& number, const NumberSetting& setting) {
  const std::size_t first = number.first;
  const bool has_before = first > sentence.begin;
  const std::string_view before = has_before ? sentence.lower(first - 1) : std::string_view{};
  if (!number.digits) {
    // "Group of Seven", "BBC One": a capital in the middle of a sentence.
    if (!has_before || !sentence.capitalised(first) || sentence.title_case ||
        !sentence.is_word(first))
      return false;
    return sentence.is_word(first - 1) && (before == "of" || sentence.capitalised(first - 1)) &&
           !setting.plural;
  }
  if (before == "#" || before == "\xE2\x84\x96") return true;
  if (setting.money) return false;
  // "COVID -19"
  if (before == "-" && sentence.glued(first) && first >= sentence.begin + 3 &&
      !sentence.glued(first - 1) && sentence.capitalised(first - 2) && !sentence.title_case)
    return true;
  if (sentence.glued(first) && first >= sentence.begin + 2) {
    // "F-16", "COVID-19", "ID.3"; but "sub-7", "minus-130", "mid-50s", "to-260,000".
    static const WordSet open{"sub",  "minus", "to",   "a",   "mid", "near", "now",  "then",
                              "just", "under", "over", "top", "age", "some", "about"};
    if ((before == "-" || before == ".") && sentence.glued(first - 1) &&
        sentence.is_word(first - 2) && !open.contains(sentence.lower(first - 2)) &&
        number_word(sentence.lower(first - 2)) == nullptr) {
      return true;
    }
    if (sentence.is_word(first - 1) && before != "'s") return true;
  }
  const bool whole = !number.grouped && !number.magnitude;
  // "5G", "3D", "24703L202": letters glued to it that are no unit.
  if (!setting.unit && sentence.glued(number.last) && sentence.is_word(number.last) &&
      sentence.lower(number.last).front() != '\'') {
    return true;
  }
  if (number.magnitude && number.last == first + 2 && sentence.text.word(first + 1) == "K" &&
      number.whole_digits == 1 && !setting.plural) {
    return true;  // "4K" screens
  }
  if (!whole || setting.unit) return false;
  if (sentence.lower(number.last) == "-" && sentence.glued(number.last) &&
      sentence.glued(number.last + 1) && sentence.capitalised(number.last + 1) &&
      !sentence.title_case) {
    return true;  // "737-MAX", "10-K"
  }
  if (sentence.capitalised(number.last) &&
      (street(sentence.lower(number.last + 1)) || street(sentence.lower(number.last + 2))) &&
      number.last + 1 < sentence.end) {
    return true;
  }
  if (!has_before || number.point) return false;
  if (number.whole_digits > 1 && before_name(sentence, number.last) && !setting.plural &&
      !setting.modified)
    return true;
  // "Image 11 of 12": a gallery counts its pictures.
  static const WordSet pictures{"image", "photo", "picture", "slide"};
  if (pictures.contains(before) && sentence.lower(number.last) == "of") return true;
  if (before == "of" && first >= sentence.begin + 3 && sentence.is_number(first - 2) &&
      pictures.contains(sentence.lower(first - 3)))
    return true;
  if (is_designator(before)) {
    return !setting.modified &&
           (!setting.plural || (sentence.capitalised(first - 1) && first - 1 > sentence.begin));
  }
  if (!name_like(sentence, first - 1) || sentence.title_case) return false;
  if (!sentence.capitalised(first - 1) && !setting.person) return true;  // "iPhone 11 cameras"
  return !setting.modified && !setting.plural && !ends_noun_phrase(before);
}

bool is_pronoun_one(const SentenceView& sentence, const Number& number) {
  if (number.last != number.first + 1 || sentence.lower(number.first) != "one") return false;
  const std::string_view before =
      number.first > sentence.begin ? sentence.lower(number.first - 1) : std::string_view{};
  static const WordSet determiners{
      "no",      "this",  "that",   "the",    "which", "each",  "every",   "any",
      "another", "some",  "good",   "new",    "old",   "big",   "small",   "only",
      "last",    "next",  "first",  "second", "right", "wrong", "such",    "a",
      "loved",   "young", "little", "other",  "same",  "-",     "previous"};
  if (determiners.contains(before) && !(before == "only" || before == "-")) return true;
  const std::string_view next = sentence.lower(number.last);
  static const WordSet followers{
      "another", "can",   "could", "would", "should", "may",  "might",  "must",     "will",
      "who",     "that",  "which", "day",   "night",  "such", "has",    "is",       "was",
      "'s",      "thing", "way",   "more",  "by",     "side", "reason", "point",    "time",
      "and",     "or",    "to",    "after", "on",     "at",   "in",     "from",     "-",
      "knows",   "needs", "as",    "sees",  "might",  "does", "had",    "official", "of"};
  if (next.empty()) return true;
  // "From the hill one looks into the valley": no thing that is one has a plural.
  const bool is_plural = next.size() > 3 && next.ends_with('s') && !next.ends_with("ss") &&
                         !next.ends_with("us") && !next.ends_with("is");
  static const WordSet singular{"series", "species", "means", "news", "gas", "lens", "corps"};
  if (is_plural && !singular.contains(next) &&
      sentence.text.tokens[number.last].kind == TokenKind::word &&
      !sentence.capitalised(number.last)) {
    return true;
  }
  if (next == "hand") return before == "on" || before == "the";
  if (next == "-") {
    static const WordSet idioms{"time", "off",  "way",   "sided",      "stop", "on",
                                "to",   "size", "liner", "up",         "by",   "and",
                                "half", "shot", "piece", "dimensional"};
    return idioms.contains(sentence.lower(number.last + 1));
  }
  if (next == "of") {
    // "One of the hostages was freed" counts people; "one of the best films" ranks.
    const NounPhrase noun = read_noun(sentence.text, number.last, sentence.end, false);
    if (!noun.found() || !noun.person) return true;
    for (std::size_t at = number.last; at < noun.last; ++at) {
      const std::string_view word = sentence.lower(at);
      if (word == "most" || word == "best" || word == "least" || word == "few" || word == "only" ||
          word == "worst" || (word.ends_with("est") && word.size() > 5)) {
        return true;
      }
    }
    return false;
  }
  return followers.contains(next) || !sentence.is_word(number.last);
}

}  // namespace claimtrail
