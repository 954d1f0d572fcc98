#include "core/attribution/judge.h"

#include <algorithm>

#include "core/attribution/phrases.h"
#include "core/attribution/tagger.h"

namespace claimtrail {
namespace {

// Items of the content, quotation marks opened up: every token counts.
Unit unit_of(const TokenizedText& text, const Lexicon& lexicon, const std::vector<Span>& content) {
  Unit unit;
  for (const Span span : content) {
    for (auto i = text.token_at(span.start); i < text.tokens.size(); ++i) {
      if (text.tokens[i].span.start >= span.end) break;
      Item item;
      item.first = static_cast<std::uint32_t>(i);
      item.last = item.first + 1;
      item.word = &lexicon.word(text.lower[i]);
      unit.items.push_back(item);
    }
  }
  tag_items(text, lexicon, unit);
  return unit;
}

bool is_evaluation(std::string_view form) {
  static constexpr std::string_view words[] = {
      "should",          "ought",      "shameful",   "disgraceful", "wonderful", "terrible",
      "great",           "horrible",   "disgusting", "beautiful",   "proud",     "unacceptable",
      "ridiculous",      "outrageous", "amazing",    "awful",       "tragic",    "unfair",
      "essential",       "important",  "crucial",    "welcome",     "heroic",    "brave",
      "shame",           "deserve",    "deserves",   "grateful",    "thank",     "thanks",
      "congratulations", "sorry",      "hope",       "believe"};
  return std::find(std::begin(words), std::end(words), form) != std::end(words);
}

bool is_negative_subject(std::string_view form) {
  return form == "no" || form == "nobody" || form == "none" || form == "neither" ||
         form == "nothing";
}

struct MainVerb {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  ///< end of the verb group; equal to first when there is none
};

MainVerb main_verb(const Phrases& p) {
  for (std::uint32_t i = 0; i < p.size(); ++i) {
    if (!p.item(i).finite) continue;
    // A clause that opens the sentence is not its main one.
    std::uint32_t last = i + 1;
    while (last < p.size() && last < i + 7) {
      const Tag tag = p.tag(last);
      const bool group = tag == Tag::adverb || tag == Tag::negation || tag == Tag::be ||
                         tag == Tag::have || tag == Tag::do_ || tag == Tag::verb_base ||
                         tag == Tag::verb_participle || tag == Tag::verb_ing || tag == Tag::to;
      if (!group) break;
      ++last;
    }
    return {i, last};
  }
  return {};
}

}  // namespace

bool has_superlative(const TokenizedText& text, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i) {
    const std::string& form = text.lower[i];
    const std::string before = i > first ? text.lower[i - 1] : std::string{};
    const bool definite = before == "the" || before == "'s" || before == "its" ||
                          before == "their" || before == "his" || before == "her" ||
                          text.tokens[i > 0 ? i - 1 : 0].kind == TokenKind::number;
    if ((form == "most" || form == "least") && definite && i + 1 < last) return true;
    if (form == "first" && i + 1 < last &&
        (text.lower[i + 1] == "time" ||
         (definite && text.lower[i + 1] != "half" && text.lower[i + 1] != "place"))) {
      return true;
    }
    if (definite && form.size() > 5 && form.ends_with("est") && form != "latest" &&
        form != "interest" && form != "request" && form != "protest" && form != "forest" &&
        form != "northwest" && form != "southwest" && form != "midwest" && form != "harvest" &&
        form != "contest" && form != "arrest" && form != "honest" && form != "priest") {
      return true;
    }
    if (form == "unprecedented" || (form == "record" && i + 1 < last &&
                                    (text.lower[i + 1] == "high" || text.lower[i + 1] == "low"))) {
      return true;
    }
  }
  return false;
}

Judgement judge(const TokenizedText& text, const Lexicon& lexicon, const std::vector<Span>& content,
                bool quantities, const CueEntry* cue) {
  const Unit unit = unit_of(text, lexicon, content);
  const Phrases p(text, unit);
  Judgement result;
  const MainVerb verb = main_verb(p);
  const bool has_main = verb.last > verb.first;
  bool future = false;
  bool modal = false;
  bool perfect_past = false;
  bool event = false;
  if (has_main) {
    const auto form = p.lower(verb.first);
    modal = p.tag(verb.first) == Tag::modal;
    future = form == "will" || form == "'ll" || form == "wo" || form == "would" || form == "shall";
    // Told by another, "had held" is that one's "held".
    perfect_past = cue == nullptr && form == "had" && verb.last - verb.first > 1;
    result.simple_past = form == "was" || form == "were" ||
                         (p.tag(verb.first) == Tag::verb_finite &&
                          (p.is(verb.first, Class::verb_past) || form.ends_with("ed")));
    for (auto i = verb.first; i < verb.last; ++i) {
      if (p.tag(i) == Tag::negation && p.lower(i) != "nor") result.polarity = Polarity::negated;
      const Tag tag = p.tag(i);
      event =
          event || tag == Tag::verb_participle || tag == Tag::verb_ing ||
          (tag == Tag::verb_finite && (p.is(i, Class::verb_past) || p.lower(i).ends_with("ed")));
      if (p.lower(i) == "going" && p.lower(i + 1) == "to") future = true;
      if (p.lower(i) == "expected" && p.lower(i + 1) == "to") future = true;
    }
    for (auto i = verb.first; i-- > 0 && (p.tag(i) == Tag::adverb || p.tag(i) == Tag::negation);) {
      if (p.tag(i) == Tag::negation) result.polarity = Polarity::negated;
    }
    for (auto i = verb.first; i-- > 0 && verb.first - i < 12;) {
      if (p.tag(i) == Tag::comma || p.tag(i) == Tag::subordinator) break;
      if (is_negative_subject(p.lower(i)) && p.lower(i + 1) != "longer") {
        result.polarity = Polarity::negated;
      }
    }
    // "There was no warning", "has no plans".
    if (p.lower(verb.last) == "no" && p.lower(verb.last + 1) != "longer" &&
        (p.tag(verb.first) == Tag::be || p.tag(verb.first) == Tag::have)) {
      result.polarity = Polarity::negated;
    }
    if (p.lower(verb.last) == "no" && p.lower(verb.last + 1) == "longer") {
      result.polarity = Polarity::negated;
    }
  }
  bool first_person = false;
  bool evaluation = false;
  for (std::uint32_t i = 0; i < p.size(); ++i) {
    const auto form = p.lower(i);
    if (i < verb.first && (form == "we" || form == "i")) first_person = true;
    evaluation = evaluation || is_evaluation(form);
  }
  bool superlative = false;
  for (const Span span : content) {
    const auto first = static_cast<std::uint32_t>(text.token_at(span.start));
    auto last = first;
    while (last < text.tokens.size() && text.tokens[last].span.start < span.end) ++last;
    superlative = superlative || has_superlative(text, first, last);
  }
  if (cue != nullptr && cue->type) {
    result.type = *cue->type;
  } else if (future) {
    result.type = first_person ? ClaimType::promise : ClaimType::prediction;
  } else if (quantities) {
    result.type = ClaimType::quantity;
  } else if (superlative) {
    result.type = ClaimType::superlative;
  } else if (evaluation && !event) {
    result.type = ClaimType::position;
  } else if (event) {
    result.type = ClaimType::event;
  }
  const bool asks = !content.empty() && [&] {
    const std::string_view words = content.back().of(text.text);
    const auto end = words.find_last_not_of("\"'\xE2\x80\x9D\x99 ");
    return end != std::string_view::npos && words[end] == '?';
  }();
  // "asked about the dam", "asked them to leave": what is asked or wished is no fact.
  const bool asked = cue != nullptr && cue->has(Frame::whether);
  if (cue != nullptr && !cue->type && cue->has(Frame::addressee) && p.tag(0) == Tag::to) {
    result.type = ClaimType::position;
  }
  result.checkable = !asked && result.type != ClaimType::position && !asks;
  result.may_take_the_reports_day = !modal && !future && !perfect_past &&
                                    result.type != ClaimType::prediction &&
                                    result.type != ClaimType::promise;
  return result;
}

}  // namespace claimtrail
