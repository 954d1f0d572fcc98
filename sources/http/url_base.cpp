#include "sources/http/url_base.h"

#include <array>

#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

constexpr std::size_t kLongest = 2'000;

// Letters and digits, and marks that mean themselves wherever they stand.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789/-_~.?=&+,")) {
    plain[static_cast<unsigned char>(c)] = true;
  }
  return plain;
}();

bool is_plain(std::string_view reference) {
  if (reference.empty() || reference.size() > kLongest) return false;
  const char first = reference.front();
  // "//" begins a host, "." perhaps a dot segment; "?" keeps the file of the base.
  if (first == '.' || first == '?' || reference.starts_with("//")) return false;
  char before = first;
  for (const char c : reference) {
    if (!kPlain[static_cast<unsigned char>(c)] || (before == '/' && c == '.')) return false;
    before = c;
  }
  return before != '?';
}

}  // namespace

UrlBase::UrlBase(std::string_view url) : text_(url) {
  if (text_.empty() || text_.size() > kLongest) return;
  directory_ = resolve_url(text_, "./");
  origin_ = resolve_url(text_, "/");
  if (!origin_.empty()) origin_.pop_back();
}

std::string UrlBase::resolve(std::string_view reference) const {
  if (origin_.empty() || !is_plain(reference)) return resolve_url(text_, reference);
  std::string address;
  const std::string& before = reference.front() == '/' ? origin_ : directory_;
  address.reserve(before.size() + reference.size());
  address += before;
  address += reference;
  return address;
}

}  // namespace claimtrail
