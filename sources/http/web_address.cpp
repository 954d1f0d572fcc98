#include "sources/http/web_address.h"

#include <memory>

#include <curl/curl.h>
#include <unicode/uidna.h>

namespace claimtrail {
namespace {

constexpr std::size_t kLongest = 8'000;
constexpr unsigned kTolerant = CURLU_URLENCODE | CURLU_ALLOW_SPACE;

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using UrlHandle = std::unique_ptr<CURLU, FreeUrl>;

struct FreeText {
  void operator()(char* text) const { curl_free(text); }
};

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, FreeText> owner(text);
  return text;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// The host in the spelling DNS knows; empty when UTS #46 forbids it.
std::string ascii_host(const std::string& host) {
  struct Close {
    void operator()(UIDNA* idna) const { uidna_close(idna); }
  };
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<UIDNA, Close> idna(
      uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI, &status));
  if (idna == nullptr) return {};
  std::array<char, 256> ascii{};
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  status = U_ZERO_ERROR;
  const int length =
      uidna_nameToASCII_UTF8(idna.get(), host.data(), static_cast<int>(host.size()), ascii.data(),
                             static_cast<int>(ascii.size()), &info, &status);
  // Long labels and hyphens in odd places exist in real host names; only what cannot be mapped
  // counts.
  constexpr unsigned kTolerated =
      UIDNA_ERROR_HYPHEN_3_4 | UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN;
  if (U_FAILURE(status) || (info.errors & ~kTolerated) != 0 || length <= 0) return {};
  return {ascii.data(), static_cast<std::size_t>(length)};
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

bool unreserved(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == '_' ||
         letter == '~';
}

/// RFC 3986 6.2.2.1 and 6.2.2.2: hexadecimal digits in upper case, nothing encoded without need.
std::string normalise_percent(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low < 0) {
      result += text[i];
      continue;
    }
    const auto letter = static_cast<char>(high * 16 + low);
    if (unreserved(letter)) {
      result += letter;
    } else {
      result += '%';
      result += kDigits[static_cast<std::size_t>(high)];
      result += kDigits[static_cast<std::size_t>(low)];
    }
    i += 2;
  }
  return result;
}

UrlHandle read_url(const std::string& text) {
  UrlHandle url(curl_url());
  if (url == nullptr || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), kTolerant) != 0) {
    return nullptr;
  }
  return url;
}

/// Decoding "%2e" may uncover dot segments, which only a fresh reading removes.
std::string without_dots(const std::string& path) {
  const UrlHandle url = read_url("http://host" + path);
  return url == nullptr ? path : part(url.get(), CURLUPART_PATH);
}

/// Letters may have been mapped to digits, and "1" is an address: libcurl writes them out.
std::string numbers_read(const std::string& host) {
  const UrlHandle url = host.empty() ? nullptr : read_url("http://" + host + "/");
  return url == nullptr ? std::string{} : part(url.get(), CURLUPART_HOST);
}

std::optional<WebAddress> address_from(CURLU* url) {
  WebAddress address;
  address.scheme = part(url, CURLUPART_SCHEME);
  if (address.scheme != "http" && address.scheme != "https") return std::nullopt;
  if (!part(url, CURLUPART_ZONEID).empty()) return std::nullopt;
  const std::string user = part(url, CURLUPART_USER);
  const std::string password = part(url, CURLUPART_PASSWORD);
  if ((user + password).find('\\') != std::string::npos) return std::nullopt;
  address.user = part(url, CURLUPART_USER, CURLU_URLDECODE);
  address.password = part(url, CURLUPART_PASSWORD, CURLU_URLDECODE);

  std::string host = part(url, CURLUPART_HOST);
  if (host.starts_with('[')) {
    for (char& letter : host) {
      if (letter >= 'A' && letter <= 'F') letter = static_cast<char>(letter - 'A' + 'a');
    }
    address.host = host;
  } else {
    if (host.ends_with('.')) host.pop_back();
    address.host = numbers_read(ascii_host(host));
    constexpr std::string_view kNeverInHosts = "\\/?#@:%[]^|<>\"`{} ";
    if (address.host.find_first_of(kNeverInHosts) != std::string::npos) return std::nullopt;
    if (address.host.ends_with('.')) return std::nullopt;
  }
  if (address.host.empty()) return std::nullopt;

  address.port = part(url, CURLUPART_PORT);
  if (address.port == (address.scheme == "http" ? "80" : "443")) address.port.clear();
  address.path = without_dots(normalise_percent(part(url, CURLUPART_PATH)));
  if (const std::string query = part(url, CURLUPART_QUERY); !query.empty()) {
    address.query.append("?").append(normalise_percent(query));
  }
  if (const std::string fragment = part(url, CURLUPART_FRAGMENT); !fragment.empty()) {
    address.fragment.append("#").append(fragment);
  }
  return address;
}

}  // namespace

std::optional<WebAddress> WebAddress::parse(std::string_view text) {
  const std::string trimmed(trim(text));
  if (trimmed.size() > kLongest || trimmed.find('\0') != std::string::npos) return std::nullopt;
  const UrlHandle url = read_url(trimmed);
  return url == nullptr ? std::nullopt : address_from(url.get());
}

std::optional<WebAddress> WebAddress::resolve(std::string_view base, std::string_view reference) {
  const std::string trimmed(trim(reference));
  const std::string trimmed_base(trim(base));
  if (trimmed.size() > kLongest || trimmed.find('\0') != std::string::npos) return std::nullopt;
  if (trimmed_base.size() > kLongest || trimmed_base.find('\0') != std::string::npos) {
    return std::nullopt;
  }
  const UrlHandle url = read_url(trimmed_base);
  if (url == nullptr) return parse(reference);
  if (!trimmed.empty() &&
      curl_url_set(url.get(), CURLUPART_URL, trimmed.c_str(), kTolerant) != CURLUE_OK) {
    return std::nullopt;
  }
  return address_from(url.get());
}

}  // namespace claimtrail
