#include "cli/review/cards.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "cli/provenance/trace.h"
#include "cli/provenance/words.h"
#include "cli/render/text.h"
#include "cli/review/decide.h"
#include "cli/review/layout.h"

namespace claimtrail {
namespace {

constexpr std::size_t widest = 120;
constexpr std::size_t width_elsewhere = 80;
constexpr std::size_t two_columns_from = 96;
constexpr std::uint32_t context_bytes = 110;
constexpr std::size_t most_members = 6;
constexpr std::size_t most_pairs = 4;

/// The frozen words of a claim on one side: an edited claim was frozen before the edit and after
/// it.
std::string day_of(const std::optional<Report>& report) {
  if (!report || !report->published) return "no day";
  return published_words(*report->published);
}

/// The frozen words in the text they were frozen in, where the database has it.
Passage frozen_passage(const Store& store, const FrozenEvidence& frozen,
                       const std::string& extractor) {
  const auto text = store.text(frozen.revision, extractor);
  if (!text || text->text_sha256 != frozen.text_sha256) return {};
  return passage_of(text->text, frozen.content, context_bytes);
}

std::vector<Stretch> quoted(const Passage& passage, const std::string& exact) {
  if (passage.text.empty()) return {{"»" + exact + "«", Style::bold}};
  std::vector<Stretch> stretches;
  if (passage.cut_before) stretches.push_back({"… "});
  for (const PassagePiece& piece : pieces_of(passage)) {
    stretches.push_back(piece.own ? Stretch{"»" + piece.text + "«", Style::bold}
                                  : Stretch{piece.text, Style::plain});
  }
  if (passage.cut_after) stretches.push_back({" …"});
  return stretches;
}

}  // namespace

Cards::Cards(const Store& store, const Terminal& terminal)
    : store_(store),
      terminal_(terminal),
      width_(terminal.output_is_terminal() ? std::min(terminal.width(), widest) : width_elsewhere) {
}

void Cards::add(Lines& lines, std::string_view text, Style style, std::size_t width,
                std::string_view indent) const {
  for (std::string& line : set_lines({{std::string(text), style}}, width, indent, terminal_)) {
    lines.push_back(std::move(line));
  }
}

std::string Cards::finish(const Lines& lines) const {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

void Cards::add_words(Lines& lines, const std::string& id, const FrozenEvidence* frozen,
                      std::size_t width) const {
  const auto stored = store_.claim(id);
  if (!stored && frozen == nullptr) {
    add(lines, "claim " + id + " is no longer stored", Style::dim, width, "  ");
    return;
  }
  const auto report = store_.report(stored ? stored->report : frozen->report);
  std::optional<TracedClaim> traced;
  if (stored) traced = trace_claim(store_, *stored, report ? &*report : nullptr);
  const Passage passage =
      frozen != nullptr && traced
          ? frozen_passage(store_, *frozen, traced->stored.extractor)
          : (traced ? passage_of(traced->passage.text, traced->passage.marked, context_bytes)
                    : Passage{});
  const std::string exact = frozen != nullptr ? frozen->exact : traced->stored.exact;
  for (std::string& line : set_lines(quoted(passage, exact), width, "  ", terminal_)) {
    lines.push_back(std::move(line));
  }
  const bool as_read_now =
      traced && (frozen == nullptr || frozen->revision == traced->stored.revision);
  add(lines, as_read_now ? traced->attribution : frozen->claimant, Style::cyan, width, "  ");
  const std::string digest =
      frozen != nullptr
          ? frozen->raw_sha256
          : (store_.revision(stored->revision) ? store_.revision(stored->revision)->raw_sha256
                                               : std::string());
  std::string where = fmt::format("{}, {}, SHA-256 {}", report ? report->outlet : frozen->outlet,
                                  day_of(report), short_digest(digest));
  if (stored) {
    where += fmt::format(", {}, seen {}", to_string(stored->claim.block),
                         describe_time(stored->first_seen));
    if (stored->gone_since) where += ", gone since " + describe_time(stored->gone_since);
    if (stored->exact != exact) where += fmt::format("; it reads now: {}", stored->exact);
  }
  add(lines, where, Style::dim, width, "  ");
}

Cards::Lines Cards::side(const Flag& flag, const Side& of, std::size_t width) const {
  Lines lines;
  const std::vector<TracedChange> changes = changes_of(store_, flag);
  add(lines, of.position, Style::bold, width, "");
  for (std::size_t i = 0; i < std::min(of.claims.size(), most_members); ++i) {
    add_words(lines, of.claims[i], frozen_words(flag, of.claims[i], of.position, changes), width);
  }
  if (of.claims.size() > most_members) {
    add(lines, fmt::format("and {} more", of.claims.size() - most_members), Style::dim, width,
        "  ");
  }
  return lines;
}

std::string Cards::flag(const Flag& flag, std::string_view place) const {
  Lines lines;
  lines.push_back(fmt::format("{}  {}  {}  {}", terminal_.paint(Style::dim, place),
                              terminal_.paint(style_of(flag.severity), to_string(flag.severity)),
                              terminal_.paint(Style::bold, printable(flag.rule)),
                              printable(state_of(flag))));
  for (const Question& question : store_.questions()) {
    if (question.id != flag.question) continue;
    add(lines, question.ask.empty() ? question.id : question.ask, Style::plain, width_, "");
  }
  lines.emplace_back();
  if (flag.sides.size() == 2 && width_ >= two_columns_from) {
    const std::size_t half = (width_ - 3) / 2;
    const Lines both =
        side_by_side(side(flag, flag.sides[0], half), side(flag, flag.sides[1], half), width_);
    lines.insert(lines.end(), both.begin(), both.end());
    lines.emplace_back();
  } else {
    for (const Side& of : flag.sides) {
      for (std::string& line : side(flag, of, width_)) lines.push_back(std::move(line));
      lines.emplace_back();
    }
  }
  if (!flag.context.empty()) {
    for (std::string& line : side(flag, {"Fits every side", flag.context}, width_)) {
      lines.push_back(std::move(line));
    }
    lines.emplace_back();
  }
  add(lines, flag.message, Style::plain, width_, "");
  add_reviews(lines, "flag", flag.id);
  add(lines, "flag " + flag.id, Style::dim, width_, "");
  return finish(lines);
}

std::string Cards::claim(const StoredClaim& claim, std::string_view place) const {
  Lines lines;
  lines.push_back(fmt::format("{}  {}  {}", terminal_.paint(Style::dim, place),
                              terminal_.paint(Style::bold, to_string(claim.claim.claim_type)),
                              claim.review_state));
  lines.emplace_back();
  add_words(lines, claim.claim.id, nullptr, width_);
  lines.emplace_back();
  add(lines,
      fmt::format("Read as {}{}{}.", manner_words(claim.claim.manner),
                  claim.claim.attribution.empty()
                      ? ""
                      : fmt::format(", {}", to_string(claim.claim.attribution[0].hedge)),
                  claim.claim.polarity == Polarity::negated ? ", negated" : ""),
      Style::plain, width_, "");
  for (const Figure& figure : claim.claim.figures) {
    add(lines, "Figure: " + describe(figure), Style::plain, width_, "");
  }
  if (claim.claim.as_of) {
    add(lines, "About: " + days_words(claim.claim.as_of->range), Style::plain, width_, "");
  }
  add_reviews(lines, "claim", claim.claim.id);
  add(lines, "claim " + claim.claim.id, Style::dim, width_, "");
  return finish(lines);
}

void Cards::add_reviews(Lines& lines, const std::string& kind, const std::string& subject) const {
  const ReviewIndex index(store_.reviews_of(kind, subject));
  for (const TracedReview& traced : index.of(kind, subject)) {
    const Review& review = traced.review;
    add(lines,
        fmt::format("{} {}: {}{}{}{}", describe_time(review.at), review.by, review.action,
                    review.code.empty() ? "" : fmt::format(" ({})", code_words(review.code)),
                    review.reason.empty() ? "" : ": " + review.reason,
                    traced.undone ? ", taken back later" : ""),
        Style::dim, width_, "");
  }
}

std::string Cards::why(const Flag& flag) const {
  Lines lines;
  if (!flag.rule_version.empty()) {
    add(lines, fmt::format("Rule {} of {}, version {}", flag.rule, flag.pack, flag.rule_version),
        Style::plain, width_, "");
  }
  for (std::size_t i = 0; i < std::min(flag.why.size(), most_pairs); ++i) {
    const WhyPair& pair = flag.why[i];
    add(lines, pair.b.empty() ? pair.a : fmt::format("{} against {}", pair.a, pair.b), Style::bold,
        width_, "");
    for (const AtomValue& atom : pair.atoms) {
      add(lines, fmt::format("{}: {}", atom.holds ? "holds" : "does not hold", atom.atom),
          Style::plain, width_, "  ");
      add(lines, atom.values, Style::dim, width_, "    ");
    }
    for (const std::string& tried : pair.exceptions_tried) {
      add(lines, "exception that did not apply: " + tried, Style::dim, width_, "  ");
    }
  }
  if (flag.why.size() > most_pairs) {
    add(lines,
        fmt::format("and {} more pairs; claimtrail show flag {} has them all",
                    flag.why.size() - most_pairs, flag.id),
        Style::dim, width_, "");
  }
  return finish(lines);
}

std::string Cards::why(const StoredClaim& claim) const {
  Lines lines;
  const TracedClaim traced = trace_claim(store_, claim, nullptr);
  for (std::size_t i = 0; i < traced.hops.size(); ++i) {
    add(lines,
        fmt::format("hop {}: source \"{}\", cue \"{}\"", i, traced.hops[i].source,
                    traced.hops[i].cue),
        Style::plain, width_, "");
  }
  for (const std::string& words : traced.figures) {
    add(lines, fmt::format("figure in the text: \"{}\"", words), Style::plain, width_, "");
  }
  add(lines,
      fmt::format("revision {}, bytes {} to {}, read by {}", claim.revision, claim.claim.span.start,
                  claim.claim.span.end, claim.extractor),
      Style::dim, width_, "");
  return finish(lines);
}

std::string Cards::addresses(const std::vector<std::string>& claims) const {
  std::string text;
  for (const std::string& id : claims) {
    const auto stored = store_.claim(id);
    const auto report = stored ? store_.report(stored->report) : std::nullopt;
    if (!report) continue;
    const TracedClaim traced = trace_claim(store_, *stored, &*report);
    text += printable(report->outlet) + ": " +
            (traced.address.empty() ? "no web address (" + printable(report->id) + ")"
                                    : traced.address) +
            "\n";
  }
  return text.empty() ? std::string("None of its claims has an address.\n") : text;
}

}  // namespace claimtrail
