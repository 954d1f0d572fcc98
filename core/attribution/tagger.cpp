#include "core/attribution/tagger.h"

#include <algorithm>

namespace claimtrail {
namespace {

constexpr std::size_t look_back = 12;

class Tagger {
 public:
  Tagger(const TokenizedText& text, const Lexicon& lexicon, Unit& unit)
      : text_(text), lexicon_(lexicon), items_(unit.items), unit_(unit) {}

  void run() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      Item& item = items_[i];
      if (item.tag == Tag::quote) continue;
      item.tag = text_.tokens[item.first].kind == TokenKind::word ? word(i) : mark(i);
      item.finite = is_finite(i);
    }
  }

 private:
  [[nodiscard]] std::string_view lower(std::size_t i) const { return lower_of(text_, items_[i]); }
  [[nodiscard]] const WordEntry& entry(std::size_t i) const {
    static const WordEntry none;
    return i < items_.size() && items_[i].word != nullptr ? *items_[i].word : none;
  }
  [[nodiscard]] Tag previous(std::size_t i) const { return i == 0 ? Tag::stop : items_[i - 1].tag; }
  [[nodiscard]] std::string_view next_lower(std::size_t i) const {
    return i + 1 < items_.size() ? lower(i + 1) : std::string_view{};
  }
  [[nodiscard]] bool next_is(std::size_t i, Class kind) const { return entry(i + 1).is(kind); }

  // The tag before `i` with adverbs and negations skipped.
  [[nodiscard]] Tag governor(std::size_t i) const {
    for (std::size_t k = i, steps = 0; k-- > 0 && steps < 4; ++steps) {
      if (items_[k].tag != Tag::adverb && items_[k].tag != Tag::negation) return items_[k].tag;
    }
    return Tag::stop;
  }

  [[nodiscard]] Tag mark(std::size_t i) const {
    const Token& token = text_.tokens[items_[i].first];
    const std::string_view word = text_.word(items_[i].first);
    if (token.kind == TokenKind::number) return Tag::number;
    if (word == ",") return Tag::comma;
    if (word == ":") return Tag::colon;
    if (word == ";") return Tag::semicolon;
    if (word == "?" || word == "!" || word == "\xE2\x80\xA6" || word.front() == '.') {
      return Tag::stop;
    }
    if (word == "-") return token.space_before ? Tag::dash : Tag::hyphen;
    if (word.front() == '-' || word == "\xE2\x80\x94" || word == "\xE2\x80\x93" ||
        word == "\xE2\x80\x95") {
      return word == "\xE2\x80\x93" && !token.space_before ? Tag::hyphen : Tag::dash;
    }
    if (word == "(" || word == ")" || word == "[" || word == "]") return Tag::bracket;
    if (word == "'" || word == "\xE2\x80\x99") {
      const bool after_s = i > 0 && !token.space_before && lower(i - 1).ends_with("s");
      return after_s && i + 1 < items_.size() ? Tag::possessive_mark : Tag::mark;
    }
    if (word == "\"" || word == "\xE2\x80\x9C" || word == "\xE2\x80\x9D" || word == "``" ||
        word == "''" || word == "\xE2\x80\x98") {
      return Tag::mark;
    }
    if (token.kind == TokenKind::symbol) return Tag::number;
    return Tag::other;
  }

  [[nodiscard]] Tag word(std::size_t i) const {
    const WordEntry& w = entry(i);
    const std::string_view form = lower(i);
    const Token& token = text_.tokens[items_[i].first];
    const Tag before = previous(i);
    const bool opening = i == 0 || before == Tag::mark || (before == Tag::dash && i < 12) ||
                         (before == Tag::colon && i < 12);
    const bool capital = token.capitalised && !opening && !unit_.title_case;
    if (form == "'s") {
      const bool verb = before == Tag::pronoun || before == Tag::relative ||
                        before == Tag::subordinator ||
                        (i > 0 && (lower(i - 1) == "that" || lower(i - 1) == "there"));
      return verb ? Tag::be : Tag::possessive_mark;
    }
    if (capital && form != "i") return Tag::proper;
    if (form == "to") return Tag::to;
    if (form == "no") return Tag::determiner;
    if (form == "long" && (before == Tag::have || before == Tag::be)) return Tag::adverb;
    if (form == "that") return that(i);
    if (w.is(Class::modal) && before != Tag::determiner) return Tag::modal;
    if (w.is(Class::be)) return Tag::be;
    if (w.is(Class::have)) return Tag::have;
    if (w.is(Class::do_)) return Tag::do_;
    if (w.is(Class::conjunction)) return Tag::conjunction;
    if (w.is(Class::negation)) return Tag::negation;
    if (w.is(Class::possessive)) {
      const bool object = form == "her" && !starts_noun(i + 1);
      return object ? Tag::pronoun : Tag::possessive;
    }
    if (w.is(Class::relative)) return Tag::relative;
    if (w.is(Class::pronoun)) return Tag::pronoun;
    if (w.is(Class::object_pronoun)) return Tag::pronoun;
    if (w.is(Class::determiner)) return Tag::determiner;
    if (w.is(Class::ing_preposition)) return Tag::preposition;
    if (form == "as" || (w.is(Class::subordinator) && !w.is(Class::preposition))) {
      return Tag::subordinator;
    }
    if (w.is(Class::preposition)) return Tag::preposition;
    if (w.is(Class::day) || w.is(Class::month)) return Tag::proper;
    if (w.is(Class::adverb)) return Tag::adverb;
    // "will not attend", "to bolster its army": an unknown word in the place of a verb.
    if (w.classes == 0 && governor(i) == Tag::modal && !form.ends_with("ly")) return Tag::verb_base;
    if (before == Tag::to && w.classes == 0 && i + 1 < items_.size()) {
      const WordEntry& next = entry(i + 1);
      if (next.is(Class::determiner) || next.is(Class::possessive) ||
          next.is(Class::object_pronoun)) {
        return Tag::verb_base;
      }
    }
    const Tag verbal = verb(i, w, form);
    if (verbal != Tag::other) return verbal;
    if (form.size() > 4 && form.ends_with("ly") && !w.is(Class::ly_noun)) return Tag::adverb;
    return token.capitalised && !(unit_.title_case && w.classes != 0) ? Tag::proper : Tag::noun;
  }

  // Nouns as often as verbs: only their neighbours tell.
  [[nodiscard]] bool is_also_noun(std::string_view lemma) const {
    return lexicon_.word(lemma).is(Class::also_noun);
  }

  [[nodiscard]] bool starts_noun(std::size_t i) const {
    if (i >= items_.size() || items_[i].tag == Tag::quote) return false;
    const WordEntry& w = entry(i);
    const Token& token = text_.tokens[items_[i].first];
    if (token.kind != TokenKind::word) return token.kind == TokenKind::number;
    return !w.is(Class::preposition) && !w.is(Class::subordinator) && !w.is(Class::conjunction) &&
           !w.is(Class::determiner) && !w.is(Class::pronoun) && !w.is(Class::adverb) &&
           !w.is(Class::modal) && !w.is(Class::be) && lower(i) != "to" && lower(i) != "that";
  }

  [[nodiscard]] Tag that(std::size_t i) const {
    const Tag before = previous(i);
    const WordEntry& next = entry(i + 1);
    const bool verb_next = next.is(Class::modal) || next.is(Class::be) || next.is(Class::have) ||
                           next.is(Class::verb_past) || next.is(Class::verb_third);
    if ((before == Tag::noun || before == Tag::proper) && verb_next) return Tag::relative;
    if (before == Tag::preposition || before == Tag::stop || before == Tag::to) {
      return verb_next ? Tag::pronoun : Tag::determiner;
    }
    // "feel that way,": a noun and nothing after it.
    if (i + 1 < items_.size() && next.classes == 0) {
      const std::string_view after = i + 2 < items_.size() ? lower(i + 2) : std::string_view(".");
      if (after == "," || after == "." || after == "?" || after == "!") return Tag::determiner;
    }
    return Tag::subordinator;
  }

  // True when a finite verb stands between the start of the clause and `i`.
  [[nodiscard]] bool finite_before(std::size_t i) const {
    for (std::size_t k = i, steps = 0; k-- > 0 && steps < look_back; ++steps) {
      const Tag tag = items_[k].tag;
      if (items_[k].finite) return true;
      if (tag == Tag::comma || tag == Tag::semicolon || tag == Tag::colon || tag == Tag::quote ||
          tag == Tag::subordinator || tag == Tag::dash) {
        return false;
      }
    }
    return false;
  }

  [[nodiscard]] bool complement_next(std::size_t i) const {
    if (i + 1 >= items_.size()) return false;
    if (items_[i + 1].tag == Tag::quote) return true;
    const WordEntry& next = entry(i + 1);
    const Token& token = text_.tokens[items_[i + 1].first];
    return lower(i + 1) == "that" || next.is(Class::determiner) || next.is(Class::possessive) ||
           next.is(Class::pronoun) || next.is(Class::object_pronoun) || next.is(Class::adverb) ||
           next.is(Class::subordinator) || lower(i + 1) == "to" ||
           token.kind == TokenKind::number || (token.capitalised && !unit_.title_case) ||
           next.is(Class::demonym);
  }

  [[nodiscard]] bool plural_subject(std::size_t i) const {
    if (i == 0) return false;
    std::size_t k = i - 1;
    while (k > 0 && items_[k].tag == Tag::adverb) --k;
    const Tag tag = items_[k].tag;
    const std::string_view form = lower(k);
    if (tag == Tag::pronoun) return form != "he" && form != "she" && form != "it";
    if (tag == Tag::relative) return true;
    if (tag != Tag::noun && tag != Tag::proper) return false;
    if (form.ends_with("s") && !form.ends_with("ss") && !form.ends_with("us")) return true;
    if (form == "people" || form == "police" || form == "men" || form == "women") return true;
    // "Seoul's and Western intelligence claim": a coordinated subject opens the clause.
    for (std::size_t back = k, steps = 0; steps < look_back; ++steps) {
      const Tag here = items_[back].tag;
      if (here == Tag::conjunction && lower(back) == "and") return !finite_before(back);
      if (here == Tag::comma || here == Tag::determiner || here == Tag::preposition ||
          here == Tag::quote || items_[back].finite || back == 0) {
        return false;
      }
      --back;
    }
    return false;
  }

  [[nodiscard]] Tag verb(std::size_t i, const WordEntry& w, std::string_view form) const {
    const bool known = w.is(Class::verb_base) || w.is(Class::verb_third) ||
                       w.is(Class::verb_past) || w.is(Class::verb_participle) ||
                       w.is(Class::verb_ing);
    const bool ends_ed =
        !known && form.size() > 4 && form.ends_with("ed") && !w.is(Class::not_verb);
    const bool ends_ing =
        !known && form.size() > 5 && form.ends_with("ing") && !w.is(Class::not_verb);
    if (!known && !ends_ed && !ends_ing) return Tag::other;
    const Tag before = previous(i);
    const Tag governed = governor(i);
    if (governed == Tag::modal || governed == Tag::do_ || before == Tag::to) {
      if (w.is(Class::verb_base)) return Tag::verb_base;
    }
    if (w.is(Class::verb_ing) || ends_ing) return ing(i, governed);
    if (governed == Tag::have && (w.is(Class::verb_participle) || ends_ed)) {
      return Tag::verb_participle;
    }
    if (governed == Tag::be && (w.is(Class::verb_participle) || ends_ed)) {
      return Tag::verb_participle;
    }
    const bool attributive = before == Tag::determiner || before == Tag::possessive ||
                             before == Tag::possessive_mark || before == Tag::adjective ||
                             before == Tag::preposition || before == Tag::hyphen;
    if (w.is(Class::verb_past) || ends_ed) return past(i, w, form, attributive);
    if (w.is(Class::verb_participle)) return Tag::verb_participle;
    if (attributive || before == Tag::number) return Tag::noun;
    if (w.is(Class::verb_third)) return third(i, form);
    return base(i, form);
  }

  [[nodiscard]] Tag ing(std::size_t i, Tag governed) const {
    const Tag before = previous(i);
    if (governed == Tag::be) return Tag::verb_ing;
    if (before == Tag::determiner || before == Tag::possessive || before == Tag::possessive_mark ||
        before == Tag::adjective) {
      return Tag::noun;
    }
    return Tag::verb_ing;
  }

  [[nodiscard]] Tag past(std::size_t i, const WordEntry& w, std::string_view form,
                         bool attributive) const {
    const Tag before = previous(i);
    if (attributive && !(before == Tag::preposition && w.is(Class::verb_base))) {
      return w.is(Class::verb_base) ? Tag::noun : Tag::adjective;
    }
    if (w.is(Class::verb_base)) {
      // "put", "hit", "cost": the same form in the past.
      const bool subject = before == Tag::noun || before == Tag::proper || before == Tag::pronoun ||
                           before == Tag::relative;
      return subject && complement_next(i) ? Tag::verb_finite : Tag::noun;
    }
    if (!w.is(Class::verb_participle) && w.is(Class::verb_past)) return Tag::verb_finite;
    if (form == "said") return Tag::verb_finite;
    if (next_lower(i) == "by" && before != Tag::pronoun) return Tag::verb_participle;
    if (i == 0 || (before == Tag::comma && w.verb == nullptr && next_is(i, Class::preposition))) {
      return Tag::verb_participle;
    }
    if (before == Tag::number || before == Tag::conjunction) {
      return starts_noun(i + 1) && !finite_before(i) ? Tag::adjective : Tag::verb_finite;
    }
    if (before == Tag::subordinator && i > 0 && lower(i - 1) == "as") return Tag::verb_participle;
    return Tag::verb_finite;
  }

  [[nodiscard]] Tag third(std::size_t i, std::string_view form) const {
    const Tag before = previous(i);
    const std::string_view lemma = lexicon_.lemma(form);
    if (!is_also_noun(lemma)) return Tag::verb_finite;
    if (before == Tag::pronoun || before == Tag::relative || before == Tag::adverb) {
      return Tag::verb_finite;
    }
    if (before == Tag::conjunction)
      return complement_next(i) && finite_before(i) ? Tag::verb_finite : Tag::noun;
    const bool subject = before == Tag::proper || before == Tag::noun;
    if (!subject || finite_before(i)) {
      // ", reports the agency": inverted.
      return (before == Tag::comma || before == Tag::quote) && complement_next(i) ? Tag::verb_finite
                                                                                  : Tag::noun;
    }
    return complement_next(i) || items_.size() == i + 2 ? Tag::verb_finite : Tag::noun;
  }

  [[nodiscard]] Tag base(std::size_t i, std::string_view form) const {
    if (!plural_subject(i)) {
      const bool after_noun = previous(i) == Tag::noun || previous(i) == Tag::proper;
      if (after_noun && !is_also_noun(form) && entry(i).verb != nullptr) return Tag::verb_finite;
      const bool opens = i == 0 || previous(i) == Tag::comma || previous(i) == Tag::conjunction;
      return opens && !is_also_noun(form) ? Tag::verb_base : Tag::noun;
    }
    if (!is_also_noun(form)) return Tag::verb_finite;
    return complement_next(i) && !finite_before(i) ? Tag::verb_finite : Tag::noun;
  }

  [[nodiscard]] bool is_finite(std::size_t i) const {
    const std::string_view form = lower(i);
    switch (items_[i].tag) {
      case Tag::modal:
      case Tag::verb_finite:
        return true;
      case Tag::be:
        return form != "be" && form != "been" && form != "being";
      case Tag::have:
        return form != "having" && previous(i) != Tag::modal && previous(i) != Tag::to;
      case Tag::do_:
        return form != "doing" && form != "done";
      default:
        return false;
    }
  }

  const TokenizedText& text_;
  const Lexicon& lexicon_;
  std::vector<Item>& items_;
  const Unit& unit_;
};

}  // namespace

void tag_items(const TokenizedText& text, const Lexicon& lexicon, Unit& unit) {
  Tagger(text, lexicon, unit).run();
}

}  // namespace claimtrail
