#include "core/attribution/lexicon.h"

#include <algorithm>
#include <stdexcept>

namespace claimtrail {
namespace {

struct NamedFrame {
  std::string_view name;
  Frame frame;
};

constexpr NamedFrame frame_names[] = {
    {"+at", Frame::with_at},
    {"quote", Frame::quote},
    {"clause", Frame::clause},
    {"that", Frame::that},
    {"addressee", Frame::addressee},
    {"object", Frame::object},
    {"infinitive", Frame::infinitive},
    {"on", Frame::on},
    {"of", Frame::of},
    {"about", Frame::about},
    {"for", Frame::for_},
    {"against", Frame::against},
    {"as", Frame::as},
    {"from", Frame::from},
    {"passive", Frame::passive},
    {"+out", Frame::with_out},
    {"weak", Frame::weak},
    {"by", Frame::by},
    {"source-after", Frame::source_after},
    {"cited", Frame::cited},
    {"none", Frame::none},
    {"+it", Frame::with_it},
    {"+on", Frame::with_on},
    {"to", Frame::to},
    {"whether", Frame::whether},
};

struct NamedClass {
  std::string_view name;
  Class value;
};

constexpr NamedClass class_names[] = {
    {"determiner", Class::determiner},
    {"possessive", Class::possessive},
    {"pronoun", Class::pronoun},
    {"object_pronoun", Class::object_pronoun},
    {"preposition", Class::preposition},
    {"conjunction", Class::conjunction},
    {"subordinator", Class::subordinator},
    {"relative", Class::relative},
    {"modal", Class::modal},
    {"be", Class::be},
    {"have", Class::have},
    {"do", Class::do_},
    {"negation", Class::negation},
    {"adverb", Class::adverb},
    {"day", Class::day},
    {"month", Class::month},
    {"time", Class::time},
    {"occasion", Class::occasion},
    {"not_verb", Class::not_verb},
    {"title", Class::title},
    {"role", Class::role},
    {"group", Class::group},
    {"anonymous", Class::anonymous},
    {"organization", Class::organization},
    {"outlet", Class::outlet},
    {"outlet_word", Class::outlet_word},
    {"document", Class::document},
    {"place", Class::place},
    {"demonym", Class::demonym},
    {"not_name", Class::not_name},
    {"given_male", Class::given_male},
    {"given_female", Class::given_female},
    {"ing_preposition", Class::ing_preposition},
    {"also_noun", Class::also_noun},
    {"ly_noun", Class::ly_noun},
    {"survey", Class::survey},
};

[[noreturn]] void broken(const char* table, int line, const std::string& what) {
  throw std::logic_error(std::string("lexicon ") + table + ", line " + std::to_string(line) + ": " +
                         what);
}

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (at < line.size()) {
    const auto start = line.find_first_not_of(" \t\r", at);
    if (start == std::string_view::npos) break;
    const auto end = std::min(line.find_first_of(" \t\r", start), line.size());
    parts.emplace_back(line.substr(start, end - start));
    at = end;
  }
  return parts;
}

template <class Use>
void for_each_line(std::string_view table, const Use& use) {
  int number = 0;
  while (!table.empty()) {
    ++number;
    const auto end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const std::vector<std::string> parts = split(line);
    if (!parts.empty() && parts.front().front() != '#') use(number, parts);
  }
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with(const std::string& word, std::string_view end) {
  return word.size() >= end.size() && word.compare(word.size() - end.size(), end.size(), end) == 0;
}

bool consonant_y(const std::string& word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string with_s(const std::string& word) {
  if (consonant_y(word)) return word.substr(0, word.size() - 1) + "ies";
  for (const auto end : {"s", "x", "z", "ch", "sh", "o"}) {
    if (ends_with(word, end)) return word + "es";
  }
  return word + "s";
}

std::string with_ed(const std::string& word, bool doubles) {
  if (word.back() == 'e') return word + "d";
  if (consonant_y(word)) return word.substr(0, word.size() - 1) + "ied";
  return (doubles ? word + word.back() : word) + "ed";
}

std::string with_ing(const std::string& word, bool doubles) {
  if (ends_with(word, "ie")) return word.substr(0, word.size() - 2) + "ying";
  if (word.back() == 'e' && !ends_with(word, "ee") && word != "be") {
    return word.substr(0, word.size() - 1) + "ing";
  }
  return (doubles ? word + word.back() : word) + "ing";
}

Hedge hedge_of(const char* table, int line, const std::string& word) {
  const auto hedge = parse_hedge(word);
  if (!hedge) broken(table, line, "no hedge '" + word + "'");
  return *hedge;
}

std::uint32_t frame_of(const char* table, int line, const std::string& word) {
  for (const auto& [name, frame] : frame_names) {
    if (name == word) return static_cast<std::uint32_t>(frame);
  }
  broken(table, line, "no frame '" + word + "'");
}

}  // namespace

Lexicon::Lexicon(std::string_view cues, std::string_view words, std::string_view claimants) {
  read_words(words, "words");
  read_words(claimants, "claimants");
  for (const std::string& verb : plain_verbs_) add_verb(verb, nullptr);
  read_cues(cues);
  std::stable_sort(phrases_.begin(), phrases_.end(), [](const CueEntry* a, const CueEntry* b) {
    return a->words.size() > b->words.size();
  });
}

void Lexicon::read_words(std::string_view table, const char* name) {
  for_each_line(table, [&](int line, const std::vector<std::string>& parts) {
    std::string key = parts.front();
    if (key.size() < 2 || key.back() != ':') broken(name, line, "expected 'class:'");
    key.pop_back();
    const auto found = std::find_if(std::begin(class_names), std::end(class_names),
                                    [&](const NamedClass& row) { return row.name == key; });
    if (found != std::end(class_names)) {
      for (std::size_t i = 1; i < parts.size(); ++i) {
        words_[parts[i]].classes |= static_cast<std::uint64_t>(found->value);
      }
    } else if (key == "verb") {
      plain_verbs_.insert(plain_verbs_.end(), parts.begin() + 1, parts.end());
    } else if (key == "doubling") {
      doubling_.insert(doubling_.end(), parts.begin() + 1, parts.end());
    } else if (key == "irregular" && parts.size() == 4) {
      irregular_[parts[1]] = {parts[2], parts[3]};
    } else {
      broken(name, line, "no class '" + key + "'");
    }
  });
}

void Lexicon::read_cues(std::string_view table) {
  const char* name = "cues";
  for_each_line(table, [&](int line, const std::vector<std::string>& parts) {
    CueEntry entry;
    for (const std::string& part : parts) entry.line += (entry.line.empty() ? "" : " ") + part;
    const std::string& kind = parts.front();
    const auto bar = std::find(parts.begin(), parts.end(), "|");
    const auto colon = std::find(parts.begin(), parts.end(), ":");
    if (kind == "verb" || kind == "noun") {
      if (parts.size() < 3) broken(name, line, "expected: " + kind + " LEMMA HEDGE FRAME...");
      entry.kind = kind == "verb" ? CueKind::verb : CueKind::noun;
      entry.words = parts[1];
      entry.hedge = hedge_of(name, line, parts[2]);
      for (auto i = parts.begin() + 3; i != colon; ++i) entry.frames |= frame_of(name, line, *i);
      if (colon != parts.end()) {
        if (colon + 2 != parts.end()) broken(name, line, "expected one type after ':'");
        entry.type = parse_claim_type(*(colon + 1));
        if (!entry.type) broken(name, line, "no claim type '" + *(colon + 1) + "'");
      }
    } else if ((kind == "phrase" || kind == "adverb") && bar != parts.end() && parts.size() > 3) {
      entry.kind = kind == "phrase" ? CueKind::phrase : CueKind::adverb;
      entry.hedge = hedge_of(name, line, parts[1]);
      for (auto i = parts.begin() + 2; i != bar; ++i) entry.frames |= frame_of(name, line, *i);
      for (auto i = bar + 1; i != parts.end(); ++i) {
        entry.words += (entry.words.empty() ? "" : " ") + *i;
      }
    } else {
      broken(name, line, "no entry '" + kind + "'");
    }
    entries_.push_back(std::move(entry));
    const CueEntry* added = &entries_.back();
    switch (added->kind) {
      case CueKind::verb:
        add_verb(added->words, added);
        break;
      case CueKind::noun:
        words_[added->words].noun = added;
        words_[with_s(added->words)].noun = added;
        break;
      case CueKind::phrase:
        phrases_.push_back(added);
        words_[added->words.substr(0, added->words.find(' '))].starts_phrase = true;
        break;
      case CueKind::adverb:
        words_[added->words].adverb = added;
        break;
    }
  });
}

void Lexicon::add_form(const std::string& form, const std::string& lemma, Class kind,
                       const CueEntry* cue) {
  WordEntry& word = words_[form];
  word.classes |= static_cast<std::uint64_t>(kind);
  // A form of two verbs ("found", "felt") stays with the verb that is a cue.
  if (cue != nullptr && word.verb == nullptr) word.verb = cue;
  lemmas_.emplace(form, lemma);
}

void Lexicon::add_verb(const std::string& lemma, const CueEntry* cue) {
  const bool doubles = std::find(doubling_.begin(), doubling_.end(), lemma) != doubling_.end();
  const auto irregular = irregular_.find(lemma);
  const bool regular = irregular == irregular_.end();
  add_form(lemma, lemma, Class::verb_base, cue);
  add_form(with_s(lemma), lemma, Class::verb_third, cue);
  add_form(regular ? with_ed(lemma, doubles) : irregular->second.past, lemma, Class::verb_past,
           cue);
  add_form(regular ? with_ed(lemma, doubles) : irregular->second.participle, lemma,
           Class::verb_participle, cue);
  add_form(with_ing(lemma, doubles), lemma, Class::verb_ing, cue);
}

const WordEntry& Lexicon::word(std::string_view folded) const {
  static const WordEntry unknown;
  const auto found = words_.find(folded);
  return found == words_.end() ? unknown : found->second;
}

std::string_view Lexicon::lemma(std::string_view folded) const {
  const auto found = lemmas_.find(folded);
  return found == lemmas_.end() ? std::string_view{} : std::string_view(found->second);
}

const Lexicon& Lexicon::english() {
  static const Lexicon lexicon(english_cues, english_words, english_claimants);
  return lexicon;
}

}  // namespace claimtrail
