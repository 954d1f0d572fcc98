#include "core/text/abbreviations.h"

#include <unordered_map>
#include <unordered_set>

namespace claimtrail {
namespace {

using Table = std::unordered_map<std::string_view, Abbreviation>;

void add(Table& table, Abbreviation kind, std::initializer_list<std::string_view> words) {
  for (const auto word : words) table.emplace(word, kind);
}

Table make_table() {
  Table table;
  add(table, Abbreviation::title,
      {"mr",   "mrs",  "ms",    "mx",   "dr",   "drs",   "prof",  "profs", "gen",    "gens",
       "sen",  "sens", "rep",   "reps", "gov",  "govs",  "lt",    "col",   "capt",   "maj",
       "sgt",  "cpl",  "pvt",   "pfc",  "adm",  "brig",  "cmdr",  "cdr",   "rev",    "hon",
       "pres", "supt", "insp",  "det",  "fr",   "mme",   "mlle",  "st",    "ste",    "mt",
       "ft",   "amb",  "dep",   "atty", "asst", "assoc", "treas", "msgr",  "messrs", "ens",
       "gens", "vs",   "comdr", "spc",  "spkr", "chmn",  "comm",  "commr"});
  add(table, Abbreviation::month,
      {"jan", "feb", "apr", "aug", "sep", "sept", "oct", "nov", "dec", "jun", "jul", "mon", "tue",
       "tues", "wed", "thu", "thur", "thurs", "fri"});
  add(table, Abbreviation::numbering,
      {"no", "nos", "fig", "figs", "art", "arts", "vol", "sec", "pp", "p", "ch", "mar", "sat",
       "sun"});
  add(table, Abbreviation::state,
      {"ala",  "ariz", "ark",  "calif", "colo", "conn", "del",  "fla",  "ga",   "ill",
       "ind",  "kan",  "kans", "ky",    "la",   "md",   "mich", "minn", "miss", "mo",
       "mont", "neb",  "nebr", "nev",   "okla", "ore",  "pa",   "penn", "tenn", "tex",
       "vt",   "va",   "wash", "wis",   "wyo",  "mass", "ont",  "que"});
  add(table, Abbreviation::tail,
      {"inc", "corp", "co",   "cos",  "ltd", "plc",  "jr",   "sr",   "esq",  "etc",
       "al",  "bros", "assn", "univ", "ave", "blvd", "dept", "govt", "intl", "natl"});
  add(table, Abbreviation::measure,
      {"sq", "cu", "approx", "est", "ca", "cf", "incl", "avg", "max", "tel"});
  return table;
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  static const Table table = make_table();
  const auto found = table.find(word);
  return found == table.end() ? Abbreviation::none : found->second;
}

bool opens_sentences(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "the",      "a",        "an",           "he",        "she",
      "it",       "they",     "we",           "i",         "you",
      "this",     "that",     "these",        "those",     "but",
      "and",      "so",       "in",           "on",        "at",
      "as",       "if",       "when",         "while",     "after",
      "before",   "for",      "from",         "with",      "by",
      "to",       "there",    "here",         "what",      "who",
      "how",      "why",      "where",        "his",       "her",
      "its",      "their",    "our",          "my",        "your",
      "not",      "no",       "yes",          "some",      "many",
      "most",     "all",      "both",         "each",      "another",
      "other",    "however",  "meanwhile",    "still",     "also",
      "now",      "then",     "today",        "yesterday", "since",
      "despite",  "although", "though",       "because",   "even",
      "more",     "nearly",   "about",        "asked",     "according",
      "only",     "earlier",  "later",        "last",      "such",
      "yet",      "or",       "nor",          "once",      "under",
      "during",   "over",     "among",        "without",   "instead",
      "moreover", "indeed",   "nevertheless", "one"};
  return words.count(word) != 0;
}

}  // namespace claimtrail
