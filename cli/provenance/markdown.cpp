#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/provenance/data.h"
#include "cli/provenance/escape.h"
#include "cli/provenance/figures.h"
#include "cli/provenance/plot.h"
#include "cli/provenance/render.h"
#include "cli/provenance/trace.h"
#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

std::string md(std::string_view text) { return escape_markdown(text); }

/// Digests, ids and conditions: a code span holds everything but a line end and a backtick.
std::string code(std::string_view text) {
  std::string words = escape_html(text);
  if (words != text || text.find_first_of("`\n\r|") != std::string_view::npos) return md(text);
  return text.empty() ? std::string() : "`" + words + "`";
}

/// Addresses were checked before: printable, without angle brackets.
std::string link(std::string_view words, std::string_view address) {
  return address.empty() ? std::string(words) : fmt::format("[{}](<{}>)", words, address);
}

class Page {
 public:
  explicit Page(const ProvenanceReport& report) : report_(report) {}

  std::string write() {
    head();
    for (const TracedQuestion& question : report_.questions) write_question(question);
    if (report_.questions.empty()) line("No claims have been compared yet.\n");
    if (!report_.report_flags.empty()) {
      line("## Flags on reports\n");
      for (const std::string& id : report_.report_flags) write_flag(*report_.flag(id));
    }
    if (!report_.other_claims.empty()) {
      line("## Other claims\n");
      for (const std::string& id : report_.other_claims) write_claim(*report_.claim(id));
    }
    write_reports();
    write_verify();
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }

  void head() {
    const std::string name = report_.desk.empty() ? "Provenance report" : md(report_.desk);
    line("# " + name + ": provenance report\n");
    line(
        "Who says what, where and since when, and where that disagrees. Nothing here says who is "
        "right.\n");
    line(fmt::format("- Generated {}", time_words(report_.generated_at)));
    if (!report_.contact.empty()) line("- Desk contact: " + md(report_.contact));
    line(fmt::format("- {}, {}, {}, {}", plural(report_.questions.size(), "question", "questions"),
                     plural(report_.claims.size(), "claim", "claims"),
                     plural(report_.reports.size(), "report", "reports"),
                     plural(report_.flags.size(), "flag", "flags")));
    line(fmt::format("- Made by {}; texts read by {}", md(report_.tool), md(report_.extractor)));
    if (!report_.request.rules_sha256.empty()) {
      line("- Rules, SHA-256: " + code(report_.request.rules_sha256));
    }
    line("");
  }

  void write_question(const TracedQuestion& traced) {
    const Question& question = traced.question;
    line("## " + md(question.ask.empty() ? question.id : question.ask) + "\n");
    line(fmt::format("{}, {}. {} in {} from {}. {}\n", code(question.id),
                     question.declared ? "asked by the desk" : "found by comparing reports",
                     plural(traced.claims.size(), "claim", "claims"),
                     plural(traced.reports, "report", "reports"),
                     plural(traced.outlets, "outlet", "outlets"), behaves_words(question)));
    if (traced.claims.empty()) {
      line("No report answers it yet.\n");
      return;
    }
    line("### Positions\n\n| Claimant | Says | About | Carried by |\n|---|---|---|---|");
    for (const TracedPosition& position : traced.positions) write_position(position);
    line("");
    write_ground(traced.ground);
    write_figures(traced);
    if (!traced.flags.empty()) line("### Flags\n");
    for (const std::string& id : traced.flags) write_flag(*report_.flag(id));
    line("### Word for word\n");
    for (const std::string& id : traced.claims) {
      if (const TracedClaim* claim = report_.claim(id)) write_claim(*claim);
    }
  }

  void write_position(const TracedPosition& position) {
    for (const TracedEntry& entry : position.entries) {
      line(fmt::format("| {}{} | {} | {} | {}{} |", md(position.claimant),
                       position.attributed ? "" : " (own voice)", md(entry.value),
                       entry.as_of ? days_words(*entry.as_of) : "", md(entry.outlet),
                       entry.published ? ", " + day_words(*entry.published) : ""));
    }
  }

  void write_ground(const QuestionGround& ground) {
    line("### What it rests on\n");
    line(independence_words(ground.independence) + ".\n");
    write_bound("Lowest", ground.bounds.low);
    write_bound("Best supported", ground.bounds.best_supported);
    write_bound("Highest", ground.bounds.high);
    for (const IndependentOrigin& origin : ground.independence.origins) {
      line(fmt::format(
          "- Origin {}: {}{}", md(origin.name), outlets_of(origin.reports),
          origin.why.empty() ? "" : md(fmt::format(" ({})", fmt::join(origin.why, "; ")))));
    }
    if (!ground.independence.unknown.empty()) {
      line("- Naming no source, and so not counted as independent: " +
           outlets_of(ground.independence.unknown));
    }
    for (const auto& cycle : ground.citations.cycles) {
      line(md(
          fmt::format("- Sourced in a circle: {} → {}", fmt::join(cycle, " → "), cycle.front())));
    }
    line("");
  }

  void write_bound(const char* which, const std::optional<FigureBound>& bound) {
    if (!bound) return;
    line(fmt::format("- {}: {}, {} ({})", which, md(bound->value),
                     md(fmt::format("{}", fmt::join(bound->claimants, ", "))),
                     independence_words(bound->support)));
  }

  [[nodiscard]] std::string outlets_of(const std::vector<std::string>& reports) const {
    std::string outlets;
    for (const std::string& id : reports) {
      const TracedReport* traced = report_.report(id);
      const bool named = traced != nullptr && !traced->report.outlet.empty();
      outlets += (outlets.empty() ? "" : ", ") + md(named ? traced->report.outlet : id);
    }
    return outlets;
  }

  void write_figures(const TracedQuestion& traced) {
    const auto all = figures_of(report_, traced);
    if (all.empty()) return;
    line("### Figures by date\n\n| Day | Claimant | In words | From | To | Unit |");
    line("|---|---|---|---:|---:|---|");
    for (const FigureSeries& series : all) {
      for (const FigurePoint& point : series.points) {
        const auto bound = [](const std::string& digits, bool open) {
          return digits.empty() ? std::string("none")
                                : grouped_digits(digits) + (open ? " (excluded)" : "");
        };
        line(fmt::format("| {} | {}{} | {} | {} | {} | {} |",
                         point.as_of       ? days_words(*point.as_of)
                         : point.published ? "published " + day_words(*point.published)
                                           : "",
                         md(point.claimant), point.attributed ? "" : " (own voice)",
                         md(point.value), bound(point.low_text, point.low_open),
                         bound(point.high_text, point.high_open), md(point.unit)));
      }
    }
    line("");
  }

  void write_claim(const TracedClaim& traced) {
    const StoredClaim& stored = traced.stored;
    const TracedReport* of = report_.report(stored.report);
    out_ += "> ";
    if (traced.passage.text.empty()) out_ += "**" + md(stored.exact) + "**";
    if (traced.passage.cut_before) out_ += "… ";
    for (const PassagePiece& piece : pieces_of(traced.passage)) {
      out_ += piece.own ? bold(piece.text) : md(piece.text);
    }
    if (traced.passage.cut_after) out_ += " …";
    line("\n");
    std::string where = md(traced.attribution) + ". ";
    if (of != nullptr) {
      where += md(of->report.outlet) + ", " +
               link("*" + md(of->report.title.empty() ? "untitled" : of->report.title) + "*",
                    traced.address);
      if (of->report.published) where += ", " + published_words(*of->report.published);
    }
    line(where + "\n");
    write_trace(stored, of);
    for (const std::string& id : traced.flags) {
      const Flag& flag = report_.flag(id)->flag;
      line(fmt::format("- Flag: {}, {}, {}", md(flag.rule), to_string(flag.severity),
                       to_string(flag.status)));
    }
    write_reviews(traced.reviews);
    line("");
  }

  /// Emphasis may not touch blanks: they stay outside.
  static std::string bold(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return text;
    const std::size_t last = text.find_last_not_of(' ');
    const std::string_view all = text;
    return fmt::format("{}**{}**{}", all.substr(0, first), md(all.substr(first, last - first + 1)),
                       all.substr(last + 1));
  }

  void write_trace(const StoredClaim& stored, const TracedReport* of) {
    const Claim& claim = stored.claim;
    line(fmt::format("- {}{}, {}, bytes {} to {}", manner_words(claim.manner),
                     claim.attribution.empty()
                         ? ""
                         : fmt::format(", {}", to_string(claim.attribution.front().hedge)),
                     to_string(claim.block), claim.span.start, claim.span.end));
    if (of != nullptr) {
      for (const Revision& revision : of->revisions) {
        if (revision.id != stored.revision) continue;
        line(fmt::format("- Revision {}, fetched {}, raw SHA-256 {}", code(revision.id),
                         time_words(revision.fetched_at), code(revision.raw_sha256)));
      }
    }
    line(fmt::format("- Seen {} to {}{}", time_words(stored.first_seen),
                     time_words(stored.last_seen),
                     stored.gone_since ? ", gone since " + time_words(*stored.gone_since) : ""));
    if (stored.review_state != "unreviewed") line("- Review: " + md(stored.review_state));
    line("- Claim " + code(claim.id));
  }

  void write_reviews(const std::vector<TracedReview>& reviews) {
    for (const TracedReview& traced : reviews) {
      const Review& review = traced.review;
      std::string text = fmt::format("- Review {}, {}: {}", time_words(review.at), md(review.by),
                                     md(review.action));
      if (!review.code.empty()) text += " (" + md(code_words(review.code)) + ")";
      if (!review.reason.empty()) text += ": “" + md(review.reason) + "”";
      if (traced.undone) text += ", taken back later";
      line(text);
    }
  }

  void write_flag(const TracedFlag& traced) {
    const Flag& flag = traced.flag;
    line(fmt::format("#### {}: {} ({})\n", to_string(flag.severity), md(flag.rule),
                     to_string(flag.status)));
    line(md(flag.message) + "\n");
    for (const Side& side : flag.sides) {
      line("- **" + md(side.position) + "**");
      for (const std::string& id : side.claims) write_member(traced, id, side.position);
    }
    if (!flag.context.empty()) line("- Fits every side");
    for (const std::string& id : flag.context) write_member(traced, id, {});
    for (const TracedChange& change : traced.changes) write_change(change);
    for (const WhyPair& pair : flag.why) {
      for (const AtomValue& atom : pair.atoms) {
        line(fmt::format("- Why: {}: {}, {}", code(atom.atom), md(atom.values),
                         atom.holds ? "holds" : "does not hold"));
      }
    }
    write_reviews(traced.reviews);
    line("- Flag " + code(flag.id) + "\n");
  }

  void write_member(const TracedFlag& flag, const std::string& id, const std::string& position) {
    if (const FrozenEvidence* frozen = frozen_words(flag.flag, id, position, flag.changes)) {
      line(fmt::format("  - “{}” {}; {}; raw SHA-256 {}", md(frozen->exact), md(frozen->claimant),
                       md(frozen->outlet), code(frozen->raw_sha256)));
    } else if (const TracedClaim* claim = report_.claim(id)) {
      line(fmt::format("  - “{}” {}", md(claim->stored.exact), md(claim->attribution)));
    }
  }

  void write_change(const TracedChange& change) {
    line(fmt::format("- Changed ({}{}): “{}” → “{}”, revision {} → {}, seen {}", md(change.kind),
                     change.noted ? ", with a note" : ", without a note", md(change.was),
                     md(change.is), code(change.from_revision), code(change.to_revision),
                     time_words(change.at)));
  }

  void write_reports() {
    if (report_.reports.empty()) return;
    line("## The reports and their archived versions\n");
    for (const TracedReport* traced : report_.reports_by_day()) {
      const Report& report = traced->report;
      const std::string title = md(report.title.empty() ? "untitled" : report.title);
      line(fmt::format("- {}, *{}*{}. {}", md(report.outlet), title,
                       report.published ? ", " + published_words(*report.published) : "",
                       is_web_address(report.url) ? "<" + report.url + ">" : md(report.url)));
      for (const Revision& revision : traced->revisions) {
        line(fmt::format("  - Revision {}, fetched {}: raw SHA-256 {}, text SHA-256 {}",
                         code(revision.id), time_words(revision.fetched_at),
                         code(revision.raw_sha256), code(revision.text_sha256)));
      }
    }
    line("");
  }

  void write_verify() {
    line("## How to verify\n");
    line(
        "A raw SHA-256 is of the bytes as they were fetched: `sha256sum` prints the same for the "
        "archived bytes. A text SHA-256 is of the text read from them. The HTML and JSON forms "
        "of this report carry its data and can be checked with `claimtrail verify FILE`; the "
        "SHA-256 of that data is " +
        code(report_data(report_)["data_sha256"].text()) + ".");
  }

  const ProvenanceReport& report_;
  std::string out_;
};

}  // namespace

std::string render_markdown(const ProvenanceReport& report) { return Page(report).write(); }

}  // namespace claimtrail
