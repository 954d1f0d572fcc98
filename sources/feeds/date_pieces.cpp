#include "sources/feeds/date_pieces.h"

#include <algorithm>

namespace claimtrail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// U+2010 to U+2015 and U+2212, in bytes; 0 for anything else.
std::size_t dash_length(std::string_view text) {
  if (text.starts_with("\xE2\x88\x92")) return 3;
  const bool general = text.size() >= 3 && text.starts_with("\xE2\x80");
  return general && text[2] >= '\x90' && text[2] <= '\x95' ? 3 : 0;
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool spaced = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      spaced = true;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    Piece piece;
    piece.spaced = spaced;
    spaced = false;
    if (const std::size_t dash = dash_length(text.substr(at)); dash > 0) {
      at += dash;
      piece.text = "-";
      pieces.push_back(piece);
      continue;
    }
    if (is_digit(c)) {
      while (at < text.size() && is_digit(text[at])) ++at;
      piece.kind = PieceKind::number;
      for (std::size_t i = begin; i < std::min(at, begin + 9); ++i) {
        piece.value = piece.value * 10 + (text[i] - '0');
      }
    } else if (is_letter(c)) {
      while (at < text.size() && is_letter(text[at]) && dash_length(text.substr(at)) == 0) ++at;
      piece.kind = PieceKind::word;
    } else {
      ++at;
    }
    piece.text = text.substr(begin, at - begin);
    pieces.push_back(piece);
  }
  return pieces;
}

}  // namespace claimtrail
