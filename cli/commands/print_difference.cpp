#include <algorithm>

#include <fmt/format.h>

#include "core/text/utf8.h"

#include "cli/commands/revision_changes.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

constexpr int kContextWords = 7;
constexpr std::string_view kIndent = "    ";

/// Where `count` words before (after) a place begin (end), not past the paragraph.
std::size_t context_start(std::string_view text, std::size_t at) {
  int words = 0;
  while (at > 0) {
    if (text[at - 1] == '\n') break;
    if (text[at - 1] == ' ' && ++words > kContextWords) break;
    --at;
  }
  return at;
}

std::size_t context_end(std::string_view text, std::size_t at) {
  int words = 0;
  while (at < text.size() && text[at] != '\n' && (text[at] != ' ' || ++words <= kContextWords))
    ++at;
  return at;
}

bool ends_paragraph(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\n';
}

/// One line: a passage of the newer text with the words that went put in.
class Passage {
 public:
  Passage(const Terminal& terminal, const RevisionDifference& difference)
      : terminal_(terminal), difference_(difference) {}

  void add(const Hunk& hunk) {
    const std::string_view after = difference_.after;
    if (line_.empty()) {
      at_ = context_start(after, hunk.after.start);
      if (at_ > 0 && !ends_paragraph(after, at_ - 1)) line_ += "…";
    }
    keep(hunk.after.start);
    mark(Style::red, "[-", hunk.before.of(difference_.before), "-]");
    mark(Style::green, "{+", hunk.after.of(after), "+}");
    at_ = hunk.after.end;
  }

  /// True where the hunk's context would overlap that of the last one.
  [[nodiscard]] bool reaches(const Hunk& hunk) const {
    return !line_.empty() && context_end(difference_.after, at_) >= hunk.after.start;
  }

  std::string take() {
    const std::size_t end = context_end(difference_.after, at_);
    keep(end);
    if (!ends_paragraph(difference_.after, end)) line_ += " …";
    marked_ = false;
    return std::exchange(line_, {});
  }

 private:
  void keep(std::size_t until) {
    line_ += shown(std::string_view(difference_.after).substr(at_, until - at_));
    if (until > at_) marked_ = false;
    at_ = until;
  }

  /// Blanks at the edges stay outside the marks.
  void mark(Style style, std::string_view open, std::string_view words, std::string_view close) {
    if (words.empty()) return;
    const std::size_t last = words.find_last_not_of(" \n");
    const std::string_view inner =
        last == std::string_view::npos ? words : words.substr(0, last + 1);
    if (marked_) line_ += ' ';
    line_ += terminal_.paint(style, fmt::format("{}{}{}", open, shown(inner), close));
    line_ += shown(words.substr(inner.size()));
    marked_ = inner.size() == words.size();
  }

  static std::string shown(std::string_view words) {
    std::string line;
    for (std::size_t i = 0; i < words.size();) {
      if (words[i] != '\n') {
        line += words[i++];
        continue;
      }
      const std::size_t start = i;
      while (i < words.size() && words[i] == '\n') ++i;
      line += i - start > 1 ? " ¶ " : " ";
    }
    return printable(line);
  }

  const Terminal& terminal_;
  const RevisionDifference& difference_;
  std::string line_;
  bool marked_ = false;  ///< the line ends with a mark
  std::size_t at_ = 0;
};

void print_words(Session& session, const RevisionDifference& difference) {
  const auto is_trivial = [](const Hunk& hunk) { return hunk.weight == HunkWeight::trivial; };
  const auto trivial = std::count_if(difference.hunks.begin(), difference.hunks.end(), is_trivial);
  const bool only_trivial = trivial == static_cast<std::ptrdiff_t>(difference.hunks.size());
  Passage passage(session.terminal(), difference);
  std::vector<std::string> lines;
  for (const Hunk& hunk : difference.hunks) {
    if (is_trivial(hunk) && !only_trivial) continue;
    if (!lines.empty() && passage.reaches(hunk)) {
      passage.add(hunk);
      continue;
    }
    if (!lines.empty()) lines.back() = passage.take();
    lines.emplace_back();
    passage.add(hunk);
  }
  if (!lines.empty()) lines.back() = passage.take();
  for (const std::string& line : lines) {
    session.output().write(fmt::format("{}{}\n", kIndent, line));
  }
  if (trivial > 0 && !only_trivial) {
    session.output().write(fmt::format("{}and {} of punctuation, capitals or white space alone\n",
                                       kIndent, count_of(trivial, "change")));
  }
}

std::string change_line(const Terminal& terminal, const ClaimChange& change) {
  const std::string noted = change.noted ? " (named by the note)" : "";
  if (change.kind == "added") {
    return terminal.paint(Style::green, "+ claim: " + printable(change.is)) + noted;
  }
  if (change.kind == "removed") {
    return terminal.paint(Style::red, "- claim: " + printable(change.was)) + noted;
  }
  return fmt::format("~ {}: was {}, is {}{}", change.kind,
                     terminal.paint(Style::red, printable(change.was)),
                     terminal.paint(Style::green, printable(change.is)), noted);
}

}  // namespace

void print_difference(Session& session, const RevisionDifference& difference) {
  Output& output = session.output();
  const Terminal& terminal = session.terminal();
  output.write(terminal.paint(Style::bold, fmt::format("changed {}, since {}",
                                                       describe_time(difference.to.fetched_at),
                                                       describe_time(difference.from.fetched_at))) +
               fmt::format(" (revision {}, before {})\n", difference.to.id, difference.from.id));
  for (const CorrectionNote& note : difference.notes) {
    output.write(fmt::format("  ! {}: {}\n", to_string(note.kind), printable(note.words)));
  }
  for (const ClaimChange& change : difference.claims) {
    output.write(fmt::format("  {}\n", change_line(terminal, change)));
  }
  if (difference.notes.empty() && !difference.claims.empty()) {
    output.write("  no correction note\n");
  }
  output.write("  words:\n");
  print_words(session, difference);
}

}  // namespace claimtrail
