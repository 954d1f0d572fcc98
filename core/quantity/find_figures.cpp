#include "core/quantity/find_figures.h"

#include <string>

#include "core/quantity/compare.h"
#include "core/quantity/exclusions.h"
#include "core/quantity/figure_draft.h"
#include "core/quantity/inclusions.h"
#include "core/quantity/number_words.h"
#include "core/quantity/read_figure.h"
#include "core/quantity/read_single_death.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

class Finder {
 public:
  Finder(const TokenizedText& text, Equivalents equivalents)
      : text_(text), equivalents_(equivalents) {}

  std::vector<Figure> run() {
    for (const Sentence& sentence : text_.sentences) {
      SentenceView view{text_, sentence.first, sentence.last, sentence.first,
                        in_title_case(text_, sentence.first, sentence.last)};
      scan(view);
    }
    return std::move(figures_);
  }

 private:
  void scan(SentenceView& sentence) {
    previous_.reset();
    restated_ = 0;
    std::size_t at = sentence.begin;
    while (at < sentence.end) {
      if (auto one = read_single_death(sentence, at)) {
        at = one->last;
        keep(sentence, std::move(*one));
        sentence.floor = at;
        continue;
      }
      if (!starts_number(sentence, at)) {
        ++at;
        continue;
      }
      Step step = read_figure(sentence, at, previous_);
      at = std::max(step.next, at + 1);
      if (!step.draft) continue;
      keep(sentence, std::move(*step.draft));
      sentence.floor = at;
    }
  }

  [[nodiscard]] bool starts_number(const SentenceView& sentence, std::size_t at) const {
    const Token& token = text_.tokens[at];
    if (token.kind == TokenKind::number) return true;
    if (token.kind != TokenKind::word) return false;
    if (number_word(text_.lower[at]) != nullptr) return true;
    const char last = text_.text[token.span.end - 1];
    const bool digit = last >= '0' && last <= '9';
    return token.capitalised && token.span.length() > 2 &&
           (digit || sentence.text.word(at).find_first_of("0123456789") != std::string_view::npos);
  }

  /// "… square kilometers (500 square miles)": the second is the first again.
  [[nodiscard]] bool restates(const SentenceView& sentence, const Draft& draft) const {
    if (!previous_ || figures_.empty() || draft.first <= sentence.begin) return false;
    const std::string_view open = sentence.lower(draft.first - 1);
    const std::string_view close = sentence.lower(draft.last);
    static const WordSet opens{"(", "[", "/", ";", ","};
    static const WordSet closes{")", "]", "/", ";", ","};
    if (!opens.contains(open) || !closes.contains(close)) return false;
    const std::size_t mark = draft.first - 1;
    const bool bracket = open == "(" || open == "[";
    if (bracket ? mark != previous_->last && mark != previous_->reach : mark != restated_)
      return false;
    const Figure& a = previous_->figure;
    const Figure& b = draft.figure;
    return !a.unit.empty() && !b.unit.empty() && a.dimension == b.dimension && a.unit != b.unit &&
           a.dimension != "count" && a.dimension != "ratio";
  }

  /// "more than 100 and less than 300": two half-open figures that make one interval.
  [[nodiscard]] bool closes(const SentenceView& sentence, const Draft& draft) const {
    if (!previous_) return false;
    static const WordSet links{"and", "but", ","};
    if (draft.first <= previous_->last) return false;
    for (std::size_t at = previous_->last; at < draft.first; ++at) {
      if (!links.contains(sentence.lower(at))) return false;
    }
    const Figure& a = previous_->figure;
    const Figure& b = draft.figure;
    const bool alike = a.unit == b.unit && a.dimension == b.dimension;
    const bool lent = (previous_->bare || draft.bare) && a.predicate == b.predicate;
    if (!alike && !lent) return false;
    if (a.modifier == Modifier::approximately || b.modifier == Modifier::approximately)
      return false;
    if (a.low && !a.high && !b.low && b.high) return *a.low < *b.high;
    if (!a.low && a.high && b.low && !b.high) return *b.low < *a.high;
    return false;
  }

  void close(Draft draft) {
    Figure& first = figures_.back();
    Figure& second = draft.figure;
    if (second.low) {
      first.low = std::move(second.low);
      first.low_open = second.low_open;
    } else {
      first.high = std::move(second.high);
      first.high_open = second.high_open;
    }
    if (previous_->bare) {
      first.unit = std::move(second.unit);
      first.ucum = std::move(second.ucum);
      first.dimension = std::move(second.dimension);
      first.noun = std::move(second.noun);
    }
    first.modifier = Modifier::none;
    first.original_value =
        std::string(text_.text.substr(first.span.start, second.span.end - first.span.start));
    first.span.end = second.span.end;
    draft.figure = first;
    draft.first = previous_->first;
    previous_ = std::move(draft);
  }

  void keep(const SentenceView& sentence, Draft draft) {
    name_inclusions(sentence, draft);
    if (closes(sentence, draft)) {
      close(std::move(draft));
      return;
    }
    if (restates(sentence, draft)) {
      Figure& first = figures_.back();
      if (!first.equivalent) first.equivalent = draft.figure.span;
      restated_ = draft.last;
      Figure& second = draft.figure;
      if (equivalents_ == Equivalents::folded && conversion_holds(first, second)) return;
      if (second.modifier == Modifier::none && second.low && second.high &&
          *second.low == *second.high) {
        const bool approximate = first.modifier == Modifier::approximately;
        const bool bounds = first.modifier != Modifier::up && first.modifier != Modifier::down;
        bound(second, *second.low, bounds && !approximate ? first.modifier : Modifier::none,
              approximate);
      }
      second.equivalent = first.span;
      second.noun = first.noun;
      second.predicate = first.predicate;
      second.role = first.role;
      figures_.push_back(std::move(second));
      return;
    }
    figures_.push_back(draft.figure);
    previous_ = std::move(draft);
  }

  const TokenizedText& text_;
  Equivalents equivalents_;
  std::vector<Figure> figures_;
  std::optional<Draft> previous_;  ///< the figure before, in the same sentence
  std::size_t restated_ = 0;       ///< token after its last other expression
};

}  // namespace

std::vector<Figure> find_figures(const TokenizedText& text, Equivalents equivalents) {
  return Finder(text, equivalents).run();
}

}  // namespace claimtrail
