#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// An IP address. Version 4 is held as the last four bytes of an IPv4-mapped one (::ffff:a.b.c.d).
class NetworkAddress {
 public:
  /// "192.0.2.1" or "2001:db8::1", nothing else; no zone, no brackets, no short forms of version 4.
  [[nodiscard]] static std::optional<NetworkAddress> parse(std::string_view text);
  /// From the bytes of an address in network order: 4 or 16 of them, else nothing.
  [[nodiscard]] static std::optional<NetworkAddress> from_bytes(std::string_view bytes);

  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool is_version_4() const;
  [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

 private:
  std::array<std::uint8_t, 16> bytes_{};
};

/// A range of addresses: "10.0.0.0/8", "fd00::/8", or one address alone.
struct Network {
  NetworkAddress base;
  int prefix = 128;  ///< of 128 bits, also for version 4 (then 96 more than written)

  [[nodiscard]] static std::optional<Network> parse(std::string_view text);
  [[nodiscard]] bool contains(const NetworkAddress& address) const;
};

/// What a public web server cannot have: "loopback", "private", "link-local", "multicast",
/// "reserved", by the IANA special-purpose registries of IPv4 and IPv6 (RFC 6890). Addresses that
/// carry one of version 4 inside (mapped, NAT64 64:ff9b::/96, 6to4 2002::/16, Teredo 2001::/32) are
/// judged by it as well. Empty for a public address.
[[nodiscard]] std::string special_purpose(const NetworkAddress& address);

}  // namespace claimtrail
