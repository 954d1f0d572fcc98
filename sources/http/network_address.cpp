#include "sources/http/network_address.h"

#include <charconv>
#include <cstring>

#include <arpa/inet.h>
#include <fmt/format.h>

namespace claimtrail {
namespace {

constexpr std::string_view kMapped{"\0\0\0\0\0\0\0\0\0\0\xff\xff", 12};

struct SpecialRange {
  const char* network;
  const char* what;
};

// From the IANA IPv4 and IPv6 special-purpose address registries; the first that holds counts.
constexpr std::array<SpecialRange, 29> kSpecialRanges{{
    {"0.0.0.0/8", "reserved"},        {"10.0.0.0/8", "private"},
    {"100.64.0.0/10", "private"},     {"127.0.0.0/8", "loopback"},
    {"169.254.0.0/16", "link-local"}, {"172.16.0.0/12", "private"},
    {"192.0.0.0/24", "reserved"},     {"192.0.2.0/24", "reserved"},
    {"192.31.196.0/24", "reserved"},  {"192.52.193.0/24", "reserved"},
    {"192.88.99.0/24", "reserved"},   {"192.168.0.0/16", "private"},
    {"192.175.48.0/24", "reserved"},  {"198.18.0.0/15", "private"},
    {"198.51.100.0/24", "reserved"},  {"203.0.113.0/24", "reserved"},
    {"224.0.0.0/4", "multicast"},     {"240.0.0.0/4", "reserved"},
    {"::1/128", "loopback"},          {"64:ff9b:1::/48", "private"},
    {"2001:2::/48", "reserved"},      {"2001:10::/28", "reserved"},
    {"2001:20::/28", "reserved"},     {"2001:db8::/32", "reserved"},
    {"3fff::/20", "reserved"},        {"fc00::/7", "private"},
    {"fe80::/10", "link-local"},      {"fec0::/10", "private"},
    {"ff00::/8", "multicast"},
}};
// The only block of version 6 that is given to hosts on the internet.
constexpr const char* kGlobalUnicast = "2000::/3";

/// Where an address of version 6 carries one of version 4.
struct Carrier {
  const char* network;
  std::size_t offset;
  std::uint8_t mask;  ///< Teredo writes it with every bit turned
};

constexpr std::array<Carrier, 3> kCarriers{{
    {"64:ff9b::/96", 12, 0x00},
    {"2002::/16", 2, 0x00},
    {"2001::/32", 12, 0xFF},
}};

std::string_view in_ranges(const NetworkAddress& address) {
  static const std::vector<std::pair<Network, const char*>> ranges = [] {
    std::vector<std::pair<Network, const char*>> list;
    for (const SpecialRange& range : kSpecialRanges) {
      list.emplace_back(Network::parse(range.network).value(), range.what);
    }
    return list;
  }();
  for (const auto& [network, what] : ranges) {
    if (network.contains(address)) return what;
  }
  return {};
}

}  // namespace

std::optional<NetworkAddress> NetworkAddress::from_bytes(std::string_view bytes) {
  NetworkAddress address;
  if (bytes.size() == 4) {
    std::memcpy(address.bytes_.data(), kMapped.data(), kMapped.size());
    std::memcpy(address.bytes_.data() + kMapped.size(), bytes.data(), bytes.size());
    return address;
  }
  if (bytes.size() != 16) return std::nullopt;
  std::memcpy(address.bytes_.data(), bytes.data(), bytes.size());
  return address;
}

std::optional<NetworkAddress> NetworkAddress::parse(std::string_view text) {
  const std::string ended(text);
  std::array<char, 16> bytes{};
  if (ended.find('\0') != std::string::npos) return std::nullopt;
  if (inet_pton(AF_INET, ended.c_str(), bytes.data()) == 1) {
    return from_bytes({bytes.data(), 4});
  }
  if (inet_pton(AF_INET6, ended.c_str(), bytes.data()) == 1) {
    return from_bytes({bytes.data(), bytes.size()});
  }
  return std::nullopt;
}

bool NetworkAddress::is_version_4() const {
  return std::memcmp(bytes_.data(), kMapped.data(), kMapped.size()) == 0;
}

std::string NetworkAddress::text() const {
  std::array<char, INET6_ADDRSTRLEN> written{};
  const bool four = is_version_4();
  inet_ntop(four ? AF_INET : AF_INET6, bytes_.data() + (four ? kMapped.size() : 0), written.data(),
            written.size());
  return written.data();
}

std::optional<Network> Network::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto base = NetworkAddress::parse(text.substr(0, slash));
  if (!base) return std::nullopt;
  const bool four = base->is_version_4() && text.find(':') == std::string_view::npos;
  Network network{*base, 128};
  if (slash == std::string_view::npos) return network;
  const std::string_view length = text.substr(slash + 1);
  int written = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), written);
  if (length.empty() || error != std::errc{} || end != length.data() + length.size() ||
      written < 0 || written > (four ? 32 : 128)) {
    return std::nullopt;
  }
  network.prefix = written + (four ? 96 : 0);
  return network;
}

bool Network::contains(const NetworkAddress& address) const {
  const auto whole = static_cast<std::size_t>(prefix / 8);
  if (std::memcmp(base.bytes().data(), address.bytes().data(), whole) != 0) return false;
  const int rest = prefix % 8;
  if (rest == 0) return true;
  const auto mask = static_cast<std::uint8_t>(0xFF << (8 - rest));
  return ((base.bytes()[whole] ^ address.bytes()[whole]) & mask) == 0;
}

std::string special_purpose(const NetworkAddress& address) {
  if (const auto what = in_ranges(address); !what.empty()) return std::string(what);
  static const std::array<Network, kCarriers.size()> networks = [] {
    std::array<Network, kCarriers.size()> list{};
    for (std::size_t i = 0; i < list.size(); ++i) {
      list[i] = Network::parse(kCarriers[i].network).value();
    }
    return list;
  }();
  for (std::size_t i = 0; i < networks.size(); ++i) {
    if (!networks[i].contains(address)) continue;
    std::string inner;
    for (std::size_t byte = 0; byte < 4; ++byte) {
      inner += static_cast<char>(address.bytes()[kCarriers[i].offset + byte] ^ kCarriers[i].mask);
    }
    return std::string(in_ranges(NetworkAddress::from_bytes(inner).value()));
  }
  static const Network global = Network::parse(kGlobalUnicast).value();
  return address.is_version_4() || global.contains(address) ? "" : "reserved";
}

}  // namespace claimtrail
