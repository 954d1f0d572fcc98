#include "sources/archive/warc_digest.h"

#include <openssl/evp.h>

#include "sources/archive/warc_record.h"

namespace claimtrail {
namespace {

struct Algorithm {
  std::string_view name;
  const EVP_MD* (*make)();
};

constexpr std::array<Algorithm, 5> kAlgorithms{{{"sha1", EVP_sha1},
                                                {"sha-1", EVP_sha1},
                                                {"sha256", EVP_sha256},
                                                {"sha-256", EVP_sha256},
                                                {"md5", EVP_md5}}};

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += kDigits[value >> 4U];
    text += kDigits[value & 15U];
  }
  return text;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  unsigned held = 0;
  unsigned bits = 0;
  for (const char byte : bytes) {
    held = (held << 8U | static_cast<unsigned char>(byte)) & 0xfffU;
    for (bits += 8; bits >= 5; bits -= 5) text += kDigits[held >> (bits - 5) & 31U];
  }
  if (bits > 0) text += kDigits[held << (5 - bits) & 31U];
  return text;
}

}  // namespace

std::optional<bool> has_digest(std::string_view bytes, std::string_view labelled) {
  const std::size_t colon = labelled.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view value = trim_blanks(labelled.substr(colon + 1));
  while (value.ends_with('=')) value.remove_suffix(1);
  for (const Algorithm& algorithm : kAlgorithms) {
    if (!same_name(algorithm.name, labelled.substr(0, colon))) continue;
    std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
    unsigned size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), made.data(), &size, algorithm.make(), nullptr) !=
        1) {
      return std::nullopt;
    }
    const std::string_view digest(reinterpret_cast<const char*>(made.data()), size);
    if (value.size() == size * 2) return same_name(value, hexadecimal(digest));
    const std::string text = base32(digest);
    if (value.size() == text.size()) return same_name(value, text);
  }
  return std::nullopt;
}

}  // namespace claimtrail
