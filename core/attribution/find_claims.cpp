#include "core/attribution/find_claims.h"

#include <algorithm>

#include "core/attribution/chain_hops.h"
#include "core/attribution/claimants.h"
#include "core/attribution/closing_credit.h"
#include "core/attribution/continue_speech.h"
#include "core/attribution/days.h"
#include "core/attribution/judge.h"
#include "core/attribution/lone_speech.h"
#include "core/attribution/own_voice.h"

namespace claimtrail {
namespace {

bool is_quotation_mark(std::string_view word) {
  return word == "\"" || word == "\xE2\x80\x9C" || word == "\xE2\x80\x9D" || word == "``" ||
         word == "''" || word == "\xC2\xAB" || word == "\xC2\xBB";
}

class Finder {
 public:
  Finder(const Document& document, const TokenizedText& text, const Language& language,
         const std::vector<Figure>& figures, const std::vector<DateMention>& dates,
         const std::vector<ClaimantSettings>& known)
      : lexicon_(language.lexicon()),
        text_(text),
        figures_(figures),
        units_(make_units(document, text, language)),
        claimants_(text, units_, known),
        days_(text, dates,
              document.published ? std::optional<Day>(document.published->day) : std::nullopt),
        closing_credit_(closing_credit(document, text, lexicon_)) {}

  std::vector<Claim> run() {
    std::vector<std::vector<ClaimDraft>> drafts(units_.size());
    std::vector<std::vector<ItemRange>> covered(units_.size());
    for (std::uint32_t u = 0; u < units_.size(); ++u) {
      // A correction note speaks of the report, not of the world.
      if (units_[u].block == BlockKind::note) continue;
      const Phrases phrases(text_, units_[u]);
      std::vector<Attribution> attributions = read_unit(phrases, lexicon_);
      for (Attribution& attribution : attributions) {
        attribution.unit = u;
        cover(attribution, covered[u]);
      }
      std::sort(covered[u].begin(), covered[u].end(),
                [](ItemRange a, ItemRange b) { return a.first < b.first; });
      drafts[u] = chain_hops(phrases, attributions);
    }
    const std::vector<bool> spoken = continue_speech(text_, units_, drafts);
    for (std::uint32_t u = 0; u < units_.size(); ++u) {
      if (!spoken[u] && !(units_[u].block == BlockKind::body && only_speech(units_[u]))) {
        const Phrases phrases(text_, units_[u]);
        for (const ItemRange clause : own_voice_clauses(phrases, covered[u], figures_)) {
          ClaimDraft draft;
          draft.unit = u;
          draft.content.push_back(clause);
          drafts[u].push_back(std::move(draft));
        }
      }
    }
    add_lone_speech(text_, units_, drafts);
    for (std::uint32_t u = 0; u < units_.size(); ++u) finish(u, drafts[u]);
    std::sort(claims_.begin(), claims_.end(), [](const Claim& a, const Claim& b) {
      return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end < b.span.end;
    });
    return std::move(claims_);
  }

 private:
  static void cover(const Attribution& attribution, std::vector<ItemRange>& covered) {
    covered.push_back(attribution.cue);
    covered.insert(covered.end(), attribution.content.begin(), attribution.content.end());
    const bool near = attribution.source && attribution.source->last + 8 >= attribution.cue.first &&
                      attribution.source->first <= attribution.cue.last + 2;
    if (near) covered.push_back(*attribution.source);
    if (attribution.medium) covered.push_back(*attribution.medium);
    if (attribution.cited) covered.push_back(*attribution.cited);
  }

  // Quotation marks stay where they pair up inside the span; loose punctuation goes.
  [[nodiscard]] Span content_span(const Unit& unit, ItemRange range) const {
    auto first = unit.items[range.first].first;
    auto last = unit.items[range.last - 1].last;
    const auto loose = [&](std::uint32_t token) {
      const std::string_view word = text_.word(token);
      return word == "," || word == ";" || word == ":" || word == ".";
    };
    while (first + 1 < last && loose(first)) ++first;
    while (first + 1 < last && loose(last - 1)) --last;
    return {text_.tokens[first].span.start, text_.tokens[last - 1].span.end};
  }

  [[nodiscard]] Manner manner_of(const std::vector<Span>& content) const {
    bool inside = false;
    bool outside = false;
    for (const Span span : content) {
      for (auto i = text_.token_at(span.start);
           i < text_.tokens.size() && text_.tokens[i].span.start < span.end; ++i) {
        const Token& token = text_.tokens[i];
        if (token.kind == TokenKind::punctuation || is_quotation_mark(text_.word(i))) continue;
        (text_.quotation_at(token.span.start) != nullptr ? inside : outside) = true;
      }
    }
    if (inside && outside) return Manner::mixed;
    return inside ? Manner::direct : Manner::indirect;
  }

  [[nodiscard]] Hop hop_of(std::uint32_t u, const HopDraft& draft) {
    Hop hop;
    hop.claimants = claimants_.resolve(u, draft);
    hop.hedge = draft.hedge;
    if (draft.source) hop.source_span = content_span(units_[u], *draft.source);
    if (draft.cue) hop.cue_span = span_of(text_, units_[u], *draft.cue);
    return hop;
  }

  void finish(std::uint32_t u, const std::vector<ClaimDraft>& drafts) {
    const Unit& unit = units_[u];
    if (unit.credit) read_credit(*unit.credit);
    if (!credit_ && closing_credit_ && unit.block == BlockKind::body) read_credit(*closing_credit_);
    if (unit.items.empty() || drafts.empty()) return;
    // Pronouns go to what stands before them: sources are resolved in text order.
    std::vector<std::size_t> order(drafts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto place = [&](std::size_t i) {
      const ClaimDraft& draft = drafts[i];
      return draft.hops.empty() || !draft.hops.front().source
                 ? (draft.content.empty() ? 0 : draft.content.front().first)
                 : draft.hops.front().source->first;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    std::vector<std::vector<Span>> contents(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      for (const ItemRange range : drafts[i].content) {
        contents[i].push_back(content_span(unit, range));
      }
      contents[i].insert(contents[i].end(), drafts[i].continued.begin(), drafts[i].continued.end());
      std::sort(contents[i].begin(), contents[i].end());
    }
    for (const std::size_t i : order) {
      const ClaimDraft& draft = drafts[i];
      Claim claim;
      for (const HopDraft& hop : draft.hops) claim.attribution.push_back(hop_of(u, hop));
      if (credit_ && !claim.attribution.empty()) claim.attribution.push_back(*credit_);
      if (contents[i].empty()) continue;
      claim.block = unit.block;
      claim.content = contents[i];
      claim.span = {claim.content.front().start, claim.content.back().end};
      claim.manner = claim.attribution.empty() ? Manner::unattributed : manner_of(claim.content);
      bool quantities = false;
      for (const Span span : claim.content) {
        quantities = quantities || holds_quantity(figures_, span);
        take_figures(span, claim.figures);
      }
      const Judgement judgement = judge(text_, lexicon_, claim.content, quantities, draft.entry);
      claim.polarity = judgement.polarity;
      if (draft.negates_content) {
        claim.polarity =
            claim.polarity == Polarity::negated ? Polarity::affirmed : Polarity::negated;
      }
      claim.claim_type = judgement.type;
      claim.checkable = judgement.checkable && !draft.nobodys;
      Days::Around around;
      for (std::size_t k = 0; k < drafts.size(); ++k) {
        if (k != i) {
          around.others.insert(around.others.end(), contents[k].begin(), contents[k].end());
        }
      }
      // "The assault in August … They took 12 towns": a story told in the past stays in its time.
      const bool tells = claim.attribution.empty() && judgement.simple_past;
      if (tells && running_paragraph_ == unit.paragraph) around.running = running_;
      around.may_take_the_reports_day = judgement.may_take_the_reports_day;
      days_.set(claim, unit, around);
      if (tells && claim.as_of && claim.as_of->span) {
        running_ = claim.as_of;
        running_paragraph_ = unit.paragraph;
      }
      claims_.push_back(std::move(claim));
    }
  }

  // A report carried from an agency: the agency is the last hop of what it attributes.
  void read_credit(Span span) {
    credit_ = Hop{};
    credit_->claimants.push_back(claimants_.outlet(std::string(span.of(text_.text))));
    credit_->source_span = span;
  }

  void take_figures(Span span, std::vector<Figure>& taken) const {
    auto figure = std::lower_bound(
        figures_.begin(), figures_.end(), span.start,
        [](const Figure& entry, std::uint32_t byte) { return entry.span.start < byte; });
    for (; figure != figures_.end() && figure->span.start < span.end; ++figure) {
      if (span.contains(figure->span)) taken.push_back(*figure);
    }
  }

  const Lexicon& lexicon_;
  const TokenizedText& text_;
  const std::vector<Figure>& figures_;
  std::vector<Unit> units_;
  Claimants claimants_;
  Days days_;
  std::optional<Span> closing_credit_;
  std::optional<Hop> credit_;  ///< of a dateline, "DERNA (Reuters) - ", or at the body's end
  std::optional<AsOf> running_;
  std::uint32_t running_paragraph_ = 0;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> find_claims(const Document& document, const TokenizedText& text,
                               const std::vector<Figure>& figures,
                               const std::vector<DateMention>& dates,
                               const std::vector<ClaimantSettings>& known_claimants) {
  const Language* language = Language::find(document.language);
  if (language == nullptr) return {};
  return Finder(document, text, *language, figures, dates, known_claimants).run();
}

}  // namespace claimtrail
