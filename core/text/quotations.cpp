#include <algorithm>
#include <optional>
#include <span>

#include "core/text/quotation_marks.h"
#include "core/text/scan.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::size_t deepest = 8;

// Pairs the marks of one paragraph. A family is open once, or once more within single marks; the
// stack stays small whatever the input.
class Pairing {
 public:
  Pairing(Span paragraph, std::vector<Quotation>& quotations)
      : paragraph_(paragraph), quotations_(quotations) {}

  /// The answer is the family of the outermost quotation that is open at the end, if one is.
  std::optional<MarkFamily> run(std::span<const QuotationMark> marks) {
    // A single mark opens a quotation only where a later one can close it.
    std::vector<bool> closable(marks.size(), false);
    bool closer[6] = {};
    for (std::size_t i = marks.size(); i-- > 0;) {
      const auto family = static_cast<std::size_t>(marks[i].family);
      closable[i] = closer[family];
      if (marks[i].side != MarkSide::opens) closer[family] = true;
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const QuotationMark& mark = marks[i];
      std::size_t level = innermost(mark.family);
      // Desks mix the kinds: “Go," she said.
      const bool closes = mark.side == MarkSide::closes;
      if (level == none && closes && mark.family == MarkFamily::straight) {
        level = innermost(MarkFamily::curly);
      } else if (level == none && closes && mark.family == MarkFamily::curly) {
        level = innermost(MarkFamily::straight);
      }
      const bool is_open = level != none;
      if (closes || (mark.side == MarkSide::either && is_open)) {
        if (is_open) close(level, mark);
      } else if (!is_single_mark(mark.family) || closable[i]) {
        // “He said, ‘She said “no” to it’”
        const bool nests = is_open && closable[i] && is_single_mark(open_families_.back());
        if (is_open && !nests) abandon(level, mark);
        if (open_.size() < deepest) open(mark);
      }
    }
    const auto left =
        open_families_.empty() ? std::nullopt : std::optional<MarkFamily>(open_families_.front());
    while (!open_.empty()) end_at(open_.size() - 1, paragraph_.end, paragraph_.end, false);
    return left;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  [[nodiscard]] std::size_t innermost(MarkFamily family) const {
    for (std::size_t level = open_families_.size(); level-- > 0;) {
      if (open_families_[level] == family) return level;
    }
    return none;
  }

  void open(const QuotationMark& mark) {
    Quotation quotation;
    quotation.outer = {mark.span.start, paragraph_.end};
    quotation.inner = {mark.span.end, paragraph_.end};
    quotation.depth = static_cast<int>(open_.size());
    quotation.parent = open_.empty() ? -1 : static_cast<std::int32_t>(open_.back());
    open_.push_back(quotations_.size());
    open_families_.push_back(mark.family);
    quotations_.push_back(quotation);
  }

  void close(std::size_t level, const QuotationMark& mark) {
    while (open_.size() > level + 1)
      end_at(open_.size() - 1, mark.span.start, mark.span.start, false);
    end_at(level, mark.span.start, mark.span.end, true);
  }

  void abandon(std::size_t level, const QuotationMark& mark) {
    while (open_.size() > level) end_at(open_.size() - 1, mark.span.start, mark.span.start, false);
  }

  void end_at(std::size_t level, std::uint32_t inner_end, std::uint32_t outer_end, bool closed) {
    Quotation& quotation = quotations_[open_[level]];
    quotation.inner.end = std::max(quotation.inner.start, inner_end);
    quotation.outer.end = std::max(quotation.inner.end, outer_end);
    quotation.closed = closed;
    open_.pop_back();
    open_families_.pop_back();
  }

  Span paragraph_;
  std::vector<Quotation>& quotations_;
  std::vector<std::size_t> open_;
  std::vector<MarkFamily> open_families_;
};

bool starts_with_mark(std::string_view text, Span paragraph) {
  const char32_t first = code_point_at(text, paragraph.start).value;
  return first == '"' || first == 0x201C || first == 0xAB || first == 0x2018 || first == '`';
}

bool closes_for(MarkFamily opened, const QuotationMark& mark) {
  if (mark.side != MarkSide::closes) return false;
  const auto double_mark = [](MarkFamily family) {
    return family == MarkFamily::straight || family == MarkFamily::curly;
  };
  return mark.family == opened || (double_mark(mark.family) && double_mark(opened));
}

/// A quotation that its paragraph left open, until a later one closes it or opens another.
class OpenQuotation {
 public:
  explicit OpenQuotation(std::vector<Quotation>& quotations) : quotations_(quotations) {}

  void begin(std::size_t quotation, MarkFamily family) {
    quotation_ = quotation;
    family_ = family;
    open_ = true;
    passed_.clear();
  }

  /// Takes what the paragraph says of it; the answer is how many of its marks are used up.
  std::size_t read(Span paragraph, const std::vector<QuotationMark>& marks) {
    // Further off, a closing mark is more likely one that lost its own opening.
    constexpr std::size_t kMostPassed = 3;
    if (!open_) return 0;
    if (marks.empty()) {
      passed_.push_back(paragraph);
      open_ = passed_.size() <= kMostPassed;
      return 0;
    }
    const auto mark = std::find_if(marks.begin(), marks.end(), [](const QuotationMark& each) {
      return !is_single_mark(each.family);
    });
    const bool closes = mark != marks.end() && closes_for(family_, *mark);
    open_ = false;
    if (!closes) return 0;
    quotations_[quotation_].continued = true;
    for (const Span span : passed_) add(span, span.end, span.end, false);
    add(paragraph, mark->span.start, mark->span.end, true);
    return static_cast<std::size_t>(mark - marks.begin()) + 1;
  }

 private:
  void add(Span paragraph, std::uint32_t inner_end, std::uint32_t outer_end, bool closed) {
    Quotation quotation;
    quotation.outer = {paragraph.start, outer_end};
    quotation.inner = {paragraph.start, inner_end};
    quotation.closed = closed;
    quotation.continued = !closed;
    quotations_.push_back(quotation);
  }

  std::vector<Quotation>& quotations_;
  std::size_t quotation_ = 0;
  MarkFamily family_ = MarkFamily::straight;
  bool open_ = false;
  std::vector<Span> passed_;
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Span>& paragraphs) {
  std::vector<Quotation> quotations;
  OpenQuotation open(quotations);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::vector<QuotationMark> marks = find_quotation_marks(text, paragraphs[i]);
    const std::size_t used = open.read(paragraphs[i], marks);
    const std::size_t first = quotations.size();
    const auto left =
        Pairing(paragraphs[i], quotations).run(std::span<const QuotationMark>(marks).subspan(used));
    const bool reopened = i + 1 < paragraphs.size() && starts_with_mark(text, paragraphs[i + 1]);
    for (std::size_t q = first; left && q < quotations.size(); ++q) {
      const bool outermost = !quotations[q].closed && quotations[q].depth == 0 &&
                             quotations[q].outer.end == paragraphs[i].end;
      if (!outermost) continue;
      quotations[q].continued = reopened;
      if (!reopened && !is_single_mark(*left)) open.begin(q, *left);
    }
  }
  return quotations;
}

}  // namespace claimtrail
