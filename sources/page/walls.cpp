#include "sources/page/walls.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sources/page/boilerplate.h"

namespace claimtrail {
namespace {

constexpr std::uint32_t words_of_an_article = 120;

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

constexpr std::array<std::string_view, 19> bot_phrases{
    "verify you are human",
    "verify that you are human",
    "verifying you are human",
    "verify you're not a robot",
    "you are not a robot",
    "you're not a robot",
    "i'm not a robot",
    "confirm you are a human",
    "unusual traffic from your",
    "enable javascript and cookies to continue",
    "checking your browser before",
    "needs to review the security of your connection",
    "performance & security by cloudflare",
    "ddos protection by",
    "automated access to",
    "your request has been blocked",
    "you have been blocked",
    "complete the captcha",
    "security service to protect itself"};

constexpr std::array<std::string_view, 13> login_phrases{
    "log in to continue",   "log in to read",      "login to continue",    "sign in to continue",
    "sign in to read",      "please log in",       "please sign in",       "subscribe to continue",
    "subscribe to read",    "to continue reading", "only for subscribers", "subscribers only",
    "create a free account"};

// In lower case, with typographic apostrophes as typewriter ones.
std::string lowered(std::string_view text) {
  constexpr std::string_view apostrophe = "\xE2\x80\x99";
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (text.substr(at, apostrophe.size()) == apostrophe) {
      result += '\'';
      at += apostrophe.size() - 1;
    } else {
      result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
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
  const std::string plain_title = lowered(title);
  const std::string text = lowered(shown_text.substr(0, 6000));
  if (plain_title.size() < 80 && says_any(plain_title, wall_titles)) {
    return plain_title.find("before you continue") != std::string::npos ? "a consent page"
                                                                        : "a bot wall";
  }
  if (says_any(text, bot_phrases)) return "a bot wall";
  if (words < 60 && asks_for_password(tree)) return "a login page";
  if (words < 60 && says_any(text, login_phrases)) return "a login page";
  if (words < 30 && is_consent(text)) return "a consent page";
  return {};
}

std::string why_not_html(std::string_view bytes, std::string_view content_type) {
  const auto first = bytes.find_first_not_of(std::string_view(" \t\r\n\f\0", 6));
  if (first == std::string_view::npos) return "there is nothing in it";
  for (const Magic& magic : magics) {
    if (bytes.substr(0, magic.bytes.size()) == magic.bytes) return std::string(magic.what);
  }
  if (bytes.substr(4, 4) == "ftyp") return "it is a media file";
  const std::string type = lowered(content_type);
  for (const std::string_view kind : {"image/", "audio/", "video/", "font/", "application/pdf",
                                      "application/json", "application/zip"}) {
    if (type.rfind(kind, 0) == 0)
      return fmt::format("its type is {}", type.substr(0, type.find(';')));
  }
  if (!is_wide(bytes) && is_binary(bytes)) return "it is binary data";
  return {};
}

}  // namespace claimtrail
