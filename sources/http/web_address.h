#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claimtrail {

/// The parts of an http or https URL, ready to be asked for or compared. Read by libcurl's own URL
/// parser, so that what is checked is what is connected to; host names by UTS #46.
struct WebAddress {
  std::string scheme;    ///< "http" or "https"
  std::string user;      ///< decoded
  std::string password;  ///< decoded
  std::string host;      ///< lower case, ASCII, without a closing dot; version 6 in brackets
  std::string port;      ///< empty when it is the scheme's own
  std::string path;      ///< from "/", without dot segments, percent-encoding normalised
  std::string query;     ///< with its "?" when there is any
  std::string fragment;  ///< with its "#" when there is any

  /// Nothing when the text is no http or https URL, is longer than 8,000 bytes, or has an authority
  /// that readers of URLs disagree about (a backslash, a zone).
  [[nodiscard]] static std::optional<WebAddress> parse(std::string_view text);
  /// `reference` against `base` by RFC 3986.
  [[nodiscard]] static std::optional<WebAddress> resolve(std::string_view base,
                                                         std::string_view reference);

  [[nodiscard]] std::string authority() const { return port.empty() ? host : host + ":" + port; }
  /// Without user, password and fragment.
  [[nodiscard]] std::string text() const { return scheme + "://" + authority() + path + query; }
};

}  // namespace claimtrail
