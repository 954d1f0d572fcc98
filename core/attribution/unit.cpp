#include "core/attribution/unit.h"

#include <algorithm>

#include "core/attribution/parse_unit.h"
#include "core/attribution/tagger.h"

namespace claimtrail {
namespace {

constexpr std::uint32_t shortest_speech = 4;  // tokens

struct Speech {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::int32_t quotation = 0;
};

BlockKind block_at(const Document& document, std::uint32_t byte) {
  const auto found =
      std::upper_bound(document.blocks.begin(), document.blocks.end(), byte,
                       [](std::uint32_t at, const Block& block) { return at < block.span.end; });
  return found == document.blocks.end() || found->span.start > byte ? BlockKind::body : found->kind;
}

bool ends_like_speech(std::string_view inner) {
  return !inner.empty() &&
         (std::string_view(",.?!;").find(inner.back()) != std::string_view::npos ||
          inner.ends_with("\xE2\x80\xA6") || inner.ends_with("\xE2\x80\x94"));
}

// Quotations that are somebody's words rather than a word held at arm's length.
std::vector<Speech> speeches(const TokenizedText& text) {
  std::vector<Speech> result;
  std::size_t paragraph = 0;
  for (std::size_t i = 0; i < text.quotations.size(); ++i) {
    const Quotation& quotation = text.quotations[i];
    if (quotation.depth != 0 || quotation.inner.empty()) continue;
    while (paragraph < text.paragraphs.size() &&
           text.paragraphs[paragraph].end <= quotation.outer.start) {
      ++paragraph;
    }
    const auto first = static_cast<std::uint32_t>(text.token_at(quotation.outer.start));
    const auto last = static_cast<std::uint32_t>(text.token_at(quotation.outer.end - 1)) + 1;
    if (first >= text.tokens.size() || last > text.tokens.size() || last < first + 3) continue;
    if (text.tokens[first].span.start != quotation.outer.start ||
        text.tokens[last - 1].span.end != quotation.outer.end) {
      continue;
    }
    if (!quotation.closed && !quotation.continued) {
      // A lost mark must not swallow the narration after it.
      const bool opens_paragraph = text.paragraphs[paragraph].start == quotation.outer.start;
      const auto sentence = text.sentence_at(quotation.outer.start);
      const bool within_sentence = sentence < text.sentences.size() &&
                                   quotation.outer.end <= text.sentences[sentence].span.end;
      if (!opens_paragraph && !within_sentence) continue;
    }
    const bool is_long = last - first - 2 >= shortest_speech;
    if (!is_long && !ends_like_speech(quotation.inner.of(text.text))) continue;
    result.push_back({first, last, static_cast<std::int32_t>(i)});
  }
  return result;
}

bool is_title_case(const TokenizedText& text, std::uint32_t first, std::uint32_t last) {
  int words = 0;
  int capitals = 0;
  for (auto i = first; i < last; ++i) {
    const Token& token = text.tokens[i];
    if (token.kind != TokenKind::word || token.span.length() < 4) continue;
    ++words;
    if (token.capitalised) ++capitals;
  }
  return words >= 4 && capitals * 10 >= words * 8;
}

// "'Why?' she asked." was cut after the mark; a short clause with a cue that opens the next
// sentence belongs to the speech before it.
bool belongs_to_speech(const TokenizedText& text, const Lexicon& lexicon, const Sentence& next) {
  for (auto i = next.first; i < std::min(next.first + 6, next.last); ++i) {
    const WordEntry& word = lexicon.word(text.lower[i]);
    if (word.verb == nullptr || !word.verb->has(Frame::quote)) continue;
    if (!word.is(Class::verb_past) && !word.is(Class::verb_third)) continue;
    if (i + 1 >= next.last) return true;
    const std::string_view after = text.word(i + 1);
    const WordEntry& follower = lexicon.word(text.lower[i + 1]);
    const bool addressed = word.verb->has(Frame::addressee) &&
                           (follower.is(Class::determiner) || follower.is(Class::possessive) ||
                            text.tokens[i + 1].capitalised);
    return addressed || after == "." || after == "," || follower.is(Class::preposition) ||
           follower.is(Class::day) || follower.is(Class::object_pronoun);
  }
  return false;
}

struct Dateline {
  std::uint32_t end = 0;  ///< first token after its dash
  std::optional<Span> credit;
};

// "DERNA, Libya, April 3 (Reuters) - ", "KYIV — "
Dateline dateline(const TokenizedText& text, const Lexicon& lexicon, std::uint32_t first,
                  std::uint32_t last) {
  const auto is_dash = [&text](std::uint32_t i) {
    const std::string_view word = text.word(i);
    return (word.front() == '-' && text.tokens[i].space_before) || word == "\xE2\x80\x94" ||
           word == "\xE2\x80\x93";
  };
  const std::string_view opening = text.word(first);
  const bool upper = opening.size() > 2 && std::none_of(opening.begin(), opening.end(), [](char c) {
                       return c >= 'a' && c <= 'z';
                     });
  std::optional<Span> credit;
  for (auto i = first; i < std::min(last, first + 14); ++i) {
    if (text.word(i) == "(" && i + 3 < last) {
      std::uint32_t close = i + 1;
      while (close < std::min(last, i + 5) && text.word(close) != ")") ++close;
      if (close >= last || text.word(close) != ")" || close + 1 >= last || !is_dash(close + 1)) {
        return {};
      }
      if (!lexicon.word(text.lower[i + 1]).is(Class::outlet) && !upper) return {};
      credit = Span{text.tokens[i + 1].span.start, text.tokens[close - 1].span.end};
      return {close + 2, credit};
    }
    if (is_dash(i)) return upper && i > first ? Dateline{i + 1, credit} : Dateline{};
    const Token& token = text.tokens[i];
    if (token.kind == TokenKind::word && !token.capitalised) return {};
  }
  return {};
}

class Builder {
 public:
  Builder(const Document& document, const TokenizedText& text, const Language& language)
      : document_(document),
        text_(text),
        lexicon_(language.lexicon()),
        syntax_(language.syntax()),
        speeches_(speeches(text)) {}

  std::vector<Unit> run() {
    std::vector<Unit> units;
    for (std::size_t s = 0; s < text_.sentences.size();) {
      const std::size_t first = s;
      ++s;
      while (s < text_.sentences.size() &&
             text_.sentences[s].paragraph == text_.sentences[first].paragraph &&
             joins(text_.sentences[s - 1], text_.sentences[s])) {
        ++s;
      }
      const auto paragraph = text_.sentences[first].paragraph;
      const bool opens = first == 0 || text_.sentences[first - 1].paragraph != paragraph;
      units.push_back(make(text_.sentences[first], text_.sentences[s - 1], opens));
      units.back().starts_paragraph = opens;
      units.back().ends_paragraph =
          s == text_.sentences.size() || text_.sentences[s].paragraph != paragraph;
    }
    return units;
  }

 private:
  [[nodiscard]] bool joins(const Sentence& before, const Sentence& next) {
    while (speech_ < speeches_.size() && speeches_[speech_].last < before.last) ++speech_;
    if (speech_ == speeches_.size()) return false;
    const Speech& speech = speeches_[speech_];
    if (speech.first < before.last && before.last < speech.last) return true;
    if (speech.last != before.last) return false;
    const auto& quotation = text_.quotations[static_cast<std::size_t>(speech.quotation)];
    const std::string_view inner = quotation.inner.of(text_.text);
    return !inner.empty() &&
           (inner.back() == '?' || inner.back() == '!' || inner.ends_with("\xE2\x80\xA6") ||
            inner.ends_with("...")) &&
           belongs_to_speech(text_, lexicon_, next);
  }

  [[nodiscard]] Unit make(const Sentence& first, const Sentence& last, bool opens_paragraph) {
    Unit unit;
    unit.block = block_at(document_, first.span.start);
    unit.paragraph = first.paragraph;
    unit.title_case = is_title_case(text_, first.first, last.last);
    while (item_speech_ < speeches_.size() && speeches_[item_speech_].last <= first.first) {
      ++item_speech_;
    }
    std::uint32_t start = first.first;
    if (opens_paragraph && unit.block == BlockKind::body) {
      const Dateline found = dateline(text_, lexicon_, first.first, last.last);
      if (found.end > start && found.end < last.last) {
        start = found.end;
        unit.credit = found.credit;
      }
    }
    for (auto token = start; token < last.last;) {
      Item item;
      item.first = token;
      if (item_speech_ < speeches_.size() && speeches_[item_speech_].first == token) {
        item.last = speeches_[item_speech_].last;
        item.quotation = speeches_[item_speech_].quotation;
        item.tag = Tag::quote;
        ++item_speech_;
      } else {
        item.last = token + 1;
        item.word = &lexicon_.word(text_.lower[token]);
      }
      token = item.last;
      unit.items.push_back(item);
    }
    tag_items(text_, lexicon_, unit);
    if (syntax_ != nullptr) {
      parse_unit(text_, *syntax_, unit);
      if (unit.parsed) tag_parsed_items(text_, lexicon_, unit);
    }
    unit.question = ends_in_question(unit);
    return unit;
  }

  [[nodiscard]] bool ends_in_question(const Unit& unit) const {
    for (auto i = unit.items.size(); i-- > 0;) {
      const Item& item = unit.items[i];
      if (item.tag == Tag::quote) return false;
      if (item.tag == Tag::stop) return text_.word(item.first).front() == '?';
      if (item.tag != Tag::bracket && item.tag != Tag::mark) return false;
    }
    return false;
  }

  const Document& document_;
  const TokenizedText& text_;
  const Lexicon& lexicon_;
  const SyntaxModel* syntax_;
  std::vector<Speech> speeches_;
  std::size_t speech_ = 0;
  std::size_t item_speech_ = 0;
};

}  // namespace

std::vector<Unit> make_units(const Document& document, const TokenizedText& text,
                             const Language& language) {
  return Builder(document, text, language).run();
}

Span span_of(const TokenizedText& text, const Unit& unit, ItemRange range) {
  if (range.empty()) return {};
  return {text.tokens[unit.items[range.first].first].span.start,
          text.tokens[unit.items[range.last - 1].last - 1].span.end};
}

std::string_view lower_of(const TokenizedText& text, const Item& item) {
  return item.quotation >= 0 ? std::string_view{} : std::string_view(text.lower[item.first]);
}

}  // namespace claimtrail
