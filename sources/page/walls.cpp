#include "sources/page/walls.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text/utf8.h"

#include "sources/page/boilerplate.h"
#include "sources/page/wall_phrases.h"

namespace claimtrail {
namespace {

constexpr std::uint32_t words_of_an_article = 120;
constexpr std::uint32_t words_of_a_wall = 60;
constexpr std::size_t most_bytes_read = 6000;

// Titles that only walls have.
constexpr std::array<std::string_view, 22> wall_titles{
    "just a moment",           "attention required",
    "access denied",           "access to this page has been denied",
    "are you a robot",         "are you human",
    "pardon our interruption", "security check",
    "checking your browser",   "ddos-guard",
    "please wait...",          "verify you are human",
    "human verification",      "robot check",
    "bot verification",        "request blocked",
    "unusual traffic",         "captcha",
    "one more step",           "403 forbidden",
    "429 too many requests",   "before you continue"};

// What the services that build bot walls call their scripts, frames and elements.
constexpr std::array<std::string_view, 7> challenge_marks{
    "captcha-delivery.com", "challenge-platform", "cf-challenge", "px-captcha",
    "_incapsula_resource",  "perimeterx",         "awswaf.com"};

// Case-folded, with typographic apostrophes as typewriter ones.
std::string folded(std::string_view text) {
  constexpr std::string_view apostrophe = "\xE2\x80\x99";
  std::string result = fold_case(text);
  for (std::size_t at = result.find(apostrophe); at != std::string::npos;
       at = result.find(apostrophe, at + 1)) {
    result.replace(at, apostrophe.size(), "'");
  }
  return result;
}

template <class Table>
bool says_any(const std::string& text, const Table& table) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view phrase) {
    return text.find(phrase) != std::string::npos;
  });
}

bool asks_for_password(const HtmlTree& tree) {
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag == Tag::input && tree.attribute(i, "type") == "password") return true;
  }
  return false;
}

bool carries_challenge(const HtmlTree& tree) {
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    for (const std::string_view name : {"src", "id", "class"}) {
      const std::string_view value = tree.attribute(i, name);
      for (const std::string_view mark : challenge_marks) {
        if (value.find(mark) != std::string_view::npos) return true;
      }
    }
  }
  return false;
}

struct Magic {
  std::string_view bytes;
  std::string_view what;
};

constexpr std::array magics{
    Magic{"%PDF-", "it is a PDF"},
    Magic{"\x89PNG", "it is an image"},
    Magic{"\xFF\xD8\xFF", "it is an image"},
    Magic{"GIF8", "it is an image"},
    Magic{"RIFF", "it is a media file"},
    Magic{"\x1F\x8B", "it is compressed data"},
    Magic{"PK\x03\x04", "it is a zip archive"},
    Magic{"\xD0\xCF\x11\xE0", "it is an office document"},
    Magic{"{\\rtf", "it is an office document"},
    Magic{"ID3", "it is a media file"},
    Magic{"OggS", "it is a media file"},
};

bool is_wide(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 2);
  return head == "\xFF\xFE" || head == "\xFE\xFF" ||
         bytes.substr(0, 2) == std::string_view("<\0", 2) ||
         bytes.substr(0, 2) == std::string_view("\0<", 2);
}

bool is_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 2048);
  const auto strange = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' &&
           byte != 0x1B;
  });
  return static_cast<std::size_t>(strange) * 10 > head.size();
}

}  // namespace

std::string find_wall(const HtmlTree& tree, std::string_view title, std::string_view shown_text,
                      std::uint32_t words) {
  if (words >= words_of_an_article) return {};
  const std::string plain_title = folded(title);
  const std::string text = folded(shown_text.substr(0, most_bytes_read));
  if (plain_title.size() < 80 && says_any(plain_title, wall_titles)) {
    return plain_title.find("before you continue") != std::string::npos ? "a consent page"
                                                                        : "a bot wall";
  }
  if (asks_for_a_human(text)) return "a bot wall";
  if (words >= words_of_a_wall) return {};
  if (carries_challenge(tree)) return "a bot wall";
  if (asks_for_password(tree) || asks_to_log_in(text)) return "a login page";
  if (asks_for_consent(text) || (words < 30 && is_consent(text))) return "a consent page";
  return {};
}

std::string why_not_html(std::string_view bytes, std::string_view content_type) {
  const auto first = bytes.find_first_not_of(std::string_view(" \t\r\n\f\0", 6));
  if (first == std::string_view::npos) return "there is nothing in it";
  for (const Magic& magic : magics) {
    if (bytes.substr(0, magic.bytes.size()) == magic.bytes) return std::string(magic.what);
  }
  if (bytes.substr(4, 4) == "ftyp") return "it is a media file";
  const std::string type = folded(content_type);
  for (const std::string_view kind : {"image/", "audio/", "video/", "font/", "application/pdf",
                                      "application/json", "application/zip"}) {
    if (type.rfind(kind, 0) == 0)
      return fmt::format("its type is {}", type.substr(0, type.find(';')));
  }
  if (!is_wide(bytes) && is_binary(bytes)) return "it is binary data";
  return {};
}

}  // namespace claimtrail
