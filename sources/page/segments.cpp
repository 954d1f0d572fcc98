#include "sources/page/segments.h"

#include <algorithm>
#include <array>

#include "sources/page/hints.h"
#include "sources/page/html_names.h"

namespace claimtrail {
namespace {

// What a node passes on to everything inside it.
struct Around {
  std::uint32_t block = 0;
  Tag heading = Tag::text;
  bool in_list = false;
  bool in_quote = false;
  bool in_table = false;
  bool strong = false;
};

// The length of the white space that starts at `at`, 0 when it is none: ASCII blanks, no-break and
// typographic spaces, zero-width characters and soft hyphens; `silent` when it separates nothing.
std::size_t blank_length(std::string_view text, std::size_t at, bool& silent) {
  silent = false;
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned first = byte(at);
  if (first <= 0x20) return 1;
  if (first == 0xC2) {
    silent = byte(at + 1) == 0xAD;
    return byte(at + 1) == 0xA0 || silent ? 2 : 0;
  }
  if (first == 0xE2) {
    if (byte(at + 1) == 0x80) {
      const unsigned last = byte(at + 2);
      silent = last >= 0x8B && last <= 0x8F;
      return (last >= 0x80 && last <= 0x8F) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0;
    }
    if (byte(at + 1) == 0x81 && byte(at + 2) == 0xA0) {
      silent = true;
      return 3;
    }
    return 0;
  }
  if (first == 0xE3 && byte(at + 1) == 0x80 && byte(at + 2) == 0x80) return 3;
  if (first == 0xEF && byte(at + 1) == 0xBB && byte(at + 2) == 0xBF) {
    silent = true;
    return 3;
  }
  return 0;
}

// Scripts written without blanks count two words for three characters.
bool is_ideograph_lead(unsigned char byte) { return byte >= 0xE3 && byte <= 0xED; }

class SegmentBuilder {
 public:
  void add_text(const HtmlNode& node, std::uint32_t index, const Around& around) {
    if (current_.block != around.block) finish();
    if (current_.text.empty()) begin(index, around);
    const bool linked = node.link != 0;
    for (std::size_t at = 0; at < node.text.size();) {
      bool silent = false;
      const std::size_t blank = blank_length(node.text, at, silent);
      if (blank != 0) {
        pending_blank_ = pending_blank_ || !silent;
        at += blank;
        continue;
      }
      const std::size_t begin = at;
      while (at < node.text.size() && blank_length(node.text, at, silent) == 0) ++at;
      add_word(node.text.substr(begin, at - begin), linked, node.link, around.strong);
    }
  }

  void line_break() {
    if (breaks_++ > 0 || current_.ends_as_sentence()) {
      finish();
    } else {
      pending_blank_ = true;
    }
  }

  void finish() {
    if (!current_.text.empty()) {
      count_ideographs();
      current_.emphasised = !saw_plain_;
      done_.push_back(std::move(current_));
    }
    current_ = {};
    pending_blank_ = false;
    breaks_ = 0;
  }

  std::vector<Segment> take() {
    finish();
    return std::move(done_);
  }

 private:
  void begin(std::uint32_t index, const Around& around) {
    current_.block = around.block;
    current_.node = index;
    current_.heading = around.heading;
    current_.in_list = around.in_list;
    current_.in_quote = around.in_quote;
    current_.in_table = around.in_table;
    saw_plain_ = false;
    word_open_ = false;
    ideographs_ = 0;
    linked_ideographs_ = 0;
  }

  void add_word(std::string_view word, bool linked, std::uint32_t link, bool strong) {
    const bool separate = pending_blank_ || current_.text.empty();
    if (pending_blank_ && !current_.text.empty()) current_.text += ' ';
    const auto start = static_cast<std::uint32_t>(current_.text.size());
    current_.text += word;
    const auto end = static_cast<std::uint32_t>(current_.text.size());
    pending_blank_ = false;
    breaks_ = 0;
    saw_plain_ = saw_plain_ || !strong;
    const bool wordlike = std::any_of(word.begin(), word.end(), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
             static_cast<unsigned char>(c) >= 0xC3;
    });
    if ((separate || !word_open_) && wordlike) {
      ++current_.words;
      if (linked) ++current_.linked_words;
    }
    word_open_ = wordlike;
    const auto wide =
        static_cast<std::uint32_t>(std::count_if(word.begin(), word.end(), [](char c) {
          return is_ideograph_lead(static_cast<unsigned char>(c));
        }));
    ideographs_ += wide;
    if (!linked) return;
    linked_ideographs_ += wide;
    if (!current_.links.empty() && current_.links.back().node == link) {
      current_.links.back().end = end;
    } else {
      current_.links.push_back({start, end, link});
    }
  }

  void count_ideographs() {
    if (ideographs_ < 6) return;
    current_.words += ideographs_ * 2 / 3;
    current_.linked_words += linked_ideographs_ * 2 / 3;
  }

  std::vector<Segment> done_;
  Segment current_;
  std::uint32_t ideographs_ = 0;
  std::uint32_t linked_ideographs_ = 0;
  int breaks_ = 0;
  bool pending_blank_ = false;
  bool saw_plain_ = false;
  bool word_open_ = false;
};

Around around_of(const HtmlNode& node, std::uint32_t index, const Around& parent) {
  Around around = parent;
  const Tag tag = node.tag;
  if (is_block(tag)) around.block = index;
  if (tag >= Tag::h1 && tag <= Tag::h6) around.heading = tag;
  switch (tag) {
    case Tag::li:
    case Tag::dd:
    case Tag::dt:
    case Tag::ul:
    case Tag::ol:
    case Tag::dl:
      around.in_list = true;
      break;
    case Tag::blockquote:
    case Tag::q:
      around.in_quote = true;
      break;
    case Tag::td:
    case Tag::th:
      around.in_table = true;
      break;
    case Tag::b:
    case Tag::strong:
    case Tag::em:
    case Tag::i:
      around.strong = true;
      break;
    default:
      break;
  }
  return around;
}

}  // namespace

bool ends_as_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 6> closing{"\"",           "'",           ")", "]",
                                                           "\xE2\x80\x9D", "\xE2\x80\x99"};
  static constexpr std::array<std::string_view, 10> stops{".",
                                                          "!",
                                                          "?",
                                                          ":",
                                                          ";",
                                                          "\xE2\x80\xA6",
                                                          "\xE3\x80\x82",
                                                          "\xEF\xBC\x81",
                                                          "\xEF\xBC\x9F",
                                                          "\xE0\xA5\xA4"};
  std::string_view rest = text;
  const auto ends_with = [&rest](std::string_view tail) {
    return rest.size() >= tail.size() && rest.substr(rest.size() - tail.size()) == tail;
  };
  for (int i = 0; i < 3; ++i) {
    for (const auto mark : closing) {
      if (ends_with(mark)) rest.remove_suffix(mark.size());
    }
    if (ends_with("\xC2\xBB")) rest.remove_suffix(2);
  }
  return std::any_of(stops.begin(), stops.end(), ends_with);
}

std::vector<Segment> segments_of(const HtmlTree& tree, const std::vector<std::uint16_t>& hints) {
  SegmentBuilder builder;
  std::vector<Around> around(tree.nodes.size());
  for (std::uint32_t i = 1; i < tree.nodes.size();) {
    const HtmlNode& node = tree.nodes[i];
    const Around& parent = around[node.parent];
    if (node.tag == Tag::text) {
      builder.add_text(node, i, parent);
      ++i;
      continue;
    }
    if ((hints[i] & hint::dead) != 0) {
      if (is_block(node.tag)) builder.finish();
      i = node.end;
      continue;
    }
    around[i] = around_of(node, i, parent);
    if (is_block(node.tag)) {
      builder.finish();
    } else if (node.tag == Tag::br) {
      builder.line_break();
    }
    ++i;
  }
  return builder.take();
}

}  // namespace claimtrail
