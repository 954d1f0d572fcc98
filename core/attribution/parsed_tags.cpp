#include "core/attribution/tagger.h"

namespace claimtrail {
namespace {

using Pos = PartOfSpeech;

bool is_closed(Tag tag) {
  switch (tag) {
    case Tag::be:
    case Tag::have:
    case Tag::do_:
    case Tag::modal:
    case Tag::determiner:
    case Tag::possessive:
    case Tag::pronoun:
    case Tag::conjunction:
    case Tag::negation:
    case Tag::to:
    case Tag::number:
      return true;
    default:
      return false;
  }
}

bool is_verb(Tag tag) {
  return tag == Tag::verb_finite || tag == Tag::verb_base || tag == Tag::verb_participle ||
         tag == Tag::verb_ing;
}

class Corrector {
 public:
  Corrector(const TokenizedText& text, const Lexicon& lexicon, const Unit& unit)
      : text_(text), lexicon_(lexicon), items_(unit.items) {}

  // The tag that the parser's reading calls for; the one from the word lists where it says nothing
  // new. Where the two disagree on a finite form the lists are right as often as not, so that one
  // "yes" is enough.
  [[nodiscard]] Tag tag_of(std::size_t i) const {
    const Item& item = items_[i];
    const std::string_view form = lower_of(text_, item);
    if (form == "that") return that(i);
    if (is_closed(item.tag) || item.tag == Tag::proper) return item.tag;
    if (says(i)) return Tag::verb_finite;
    switch (item.speech) {
      case Pos::vb:
        return item.tag == Tag::verb_finite || has_subject(i) || speaks_alone(i) ? Tag::verb_finite
                                                                                 : Tag::verb_base;
      case Pos::vbd:
      case Pos::vbz:
      case Pos::vbp:
        if (item.speech == Pos::vbd && item.word->verb == nullptr && before_verb(i)) {
          return Tag::verb_participle;  // "those surveyed said"
        }
        return is_verb(item.tag) || may_be_finite(i) ? Tag::verb_finite : item.tag;
      case Pos::nnp:
      case Pos::nnps:
        return is_verb(item.tag) && i == 0 ? Tag::proper : item.tag;
      case Pos::vbn:
        if (item.relation == Relation::amod && !(item.tag == Tag::verb_finite && after_noun(i))) {
          return Tag::adjective;
        }
        return item.tag == Tag::verb_finite && !is_participle(i) ? item.tag : Tag::verb_participle;
      case Pos::vbg:
        if (item.tag == Tag::preposition) return item.tag;
        if (item.relation == Relation::amod) return Tag::adjective;
        return item.relation == Relation::compound ? Tag::noun : Tag::verb_ing;
      case Pos::nn:
      case Pos::nns:
        if (item.tag == Tag::verb_finite &&
            (only_verb(form) || closes_clause(i) || introduces(i))) {
          return item.tag;
        }
        if (item.word->verb != nullptr && closes_clause(i)) return Tag::verb_finite;
        if (goes_on(i)) return item.tag;
        return is_verb(item.tag) ? Tag::noun : item.tag;
      case Pos::jj:
      case Pos::jjr:
      case Pos::jjs:
        if (item.tag == Tag::verb_finite && item.relation != Relation::amod) return item.tag;
        return is_verb(item.tag) ? Tag::adjective : item.tag;
      default:
        return item.tag;
    }
  }

 private:
  [[nodiscard]] bool only_verb(std::string_view form) const {
    return !lexicon_.word(lexicon_.lemma(form)).is(Class::also_noun);
  }

  [[nodiscard]] bool after_noun(std::size_t i) const {
    return i > 0 && (items_[i - 1].tag == Tag::noun || items_[i - 1].tag == Tag::proper);
  }

  // What stands after it is a clause: "intelligence claim that".
  [[nodiscard]] bool introduces(std::size_t i) const {
    return items_[i].word->verb != nullptr && i + 1 < items_.size() &&
           items_[i + 1].tag != Tag::quote && lower_of(text_, items_[i + 1]) == "that";
  }

  // A passive participle behind its noun takes no object.
  [[nodiscard]] bool is_participle(std::size_t i) const {
    if (items_[i].relation != Relation::acl) return false;
    if (i + 1 == items_.size()) return true;
    const Item& next = items_[i + 1];
    if (next.word == nullptr) return false;
    if (items_[i].word->verb != nullptr) return lower_of(text_, next) == "by";
    return next.tag == Tag::preposition || next.tag == Tag::to || next.tag == Tag::comma;
  }

  // "residents, however, say they": nothing calls for the base form, and a subject follows.
  [[nodiscard]] bool says(std::size_t i) const {
    const Item& item = items_[i];
    if (item.word->verb == nullptr || i == 0 || i + 1 >= items_.size()) return false;
    if (!item.word->is(Class::verb_base) && lower_of(text_, item) != "said") return false;
    const Tag before = items_[i - 1].tag;
    const bool bare = before == Tag::noun || before == Tag::proper || before == Tag::comma ||
                      before == Tag::number || before == Tag::verb_participle;
    const auto next = lower_of(text_, items_[i + 1]);
    const bool subject = next == "they" || next == "he" || next == "she" || next == "we" ||
                         next == "it" || next == "i";
    return bare && (subject || lower_of(text_, item) == "said") && item.tag != Tag::noun;
  }

  [[nodiscard]] bool before_verb(std::size_t i) const {
    return i + 1 < items_.size() && items_[i + 1].word != nullptr &&
           items_[i + 1].word->verb != nullptr &&
           (items_[i + 1].finite || items_[i + 1].word->is(Class::verb_past));
  }

  // An unknown word that has no form of the past, or that a verb follows, is a noun: "executives
  // say".
  [[nodiscard]] bool may_be_finite(std::size_t i) const {
    const WordEntry& word = *items_[i].word;
    const bool known =
        word.is(Class::verb_base) || word.is(Class::verb_third) || word.is(Class::verb_past);
    const std::string_view form = lower_of(text_, items_[i]);
    if (items_[i].speech == Pos::vbd) return known || form.ends_with("ed");
    if (known) return true;
    return i + 1 == items_.size() || !items_[i + 1].finite;
  }

  // ", however, say": a cue in its base form without anything that calls for one.
  [[nodiscard]] bool speaks_alone(std::size_t i) const {
    if (i < 2 || items_[i].word->verb == nullptr || items_[i - 1].tag != Tag::comma) return false;
    return items_[i].tag == Tag::verb_base && items_[i].relation != Relation::conj &&
           items_[i].relation != Relation::xcomp;
  }

  // No "to", modal or "do" before it, but a subject.
  [[nodiscard]] bool has_subject(std::size_t i) const {
    bool subject = false;
    for (std::size_t k = i; k-- > 0 && i - k < 12;) {
      if (items_[k].head != static_cast<std::int32_t>(i)) continue;
      if (items_[k].relation == Relation::nsubj) subject = true;
      if (items_[k].relation == Relation::aux || items_[k].relation == Relation::mark) return false;
    }
    return subject;
  }

  // ", they note,"; ""…," Roe notes."
  [[nodiscard]] bool closes_clause(std::size_t i) const {
    if (i < 1) return false;
    const Tag before = items_[i - 1].tag;
    if (before != Tag::pronoun && before != Tag::proper && before != Tag::noun) return false;
    const Tag after = i + 1 < items_.size() ? items_[i + 1].tag : Tag::stop;
    if (after != Tag::comma && after != Tag::stop && after != Tag::colon) return false;
    for (std::size_t k = i; k-- > 0 && i - k < 6;) {
      if (items_[k].tag == Tag::quote) return true;
      if (items_[k].tag == Tag::comma) return before != Tag::noun || i - k < 4;
      if (items_[k].finite || items_[k].tag == Tag::preposition) return false;
      // "The Tribune reports:"
      if (k == 0) return after == Tag::colon;
    }
    return false;
  }

  // "is warning voters"
  [[nodiscard]] bool goes_on(std::size_t i) const {
    return items_[i].tag == Tag::verb_ing && items_[i].word->verb != nullptr && i > 0 &&
           items_[i - 1].tag == Tag::be;
  }

  [[nodiscard]] Tag that(std::size_t i) const {
    const Item& item = items_[i];
    if (item.speech == Pos::in) return Tag::subordinator;
    const bool subject = item.relation == Relation::nsubj || item.relation == Relation::nsubj_pass;
    // "said at the hearing that"
    const bool occasion =
        i > 0 && items_[i - 1].word != nullptr && items_[i - 1].word->is(Class::occasion);
    // "by video link that the region was cleared": the clause has another subject
    const Tag next = i + 1 < items_.size() ? items_[i + 1].tag : Tag::other;
    const bool other_subject =
        next == Tag::determiner || next == Tag::possessive || next == Tag::pronoun;
    return item.speech == Pos::wdt && after_noun(i) && subject && !occasion && !other_subject
               ? Tag::relative
               : item.tag;
  }

  const TokenizedText& text_;
  const Lexicon& lexicon_;
  const std::vector<Item>& items_;
};

bool is_finite(std::string_view form, const Item& item) {
  switch (item.tag) {
    case Tag::modal:
    case Tag::verb_finite:
      return true;
    case Tag::be:
      return form != "be" && form != "been" && form != "being";
    case Tag::have:
    case Tag::do_:
      return item.finite && item.speech != Pos::vbn && item.speech != Pos::vbg;
    default:
      return false;
  }
}

}  // namespace

void tag_parsed_items(const TokenizedText& text, const Lexicon& lexicon, Unit& unit) {
  const Corrector corrector(text, lexicon, unit);
  for (std::size_t i = 0; i < unit.items.size(); ++i) {
    Item& item = unit.items[i];
    if (item.quotation >= 0 || text.tokens[item.first].kind != TokenKind::word) continue;
    item.tag = corrector.tag_of(i);
    item.finite = is_finite(lower_of(text, item), item);
  }
}

}  // namespace claimtrail
