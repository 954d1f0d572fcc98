#include "sources/http/network_address.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

struct Row {
  std::string address;
  std::string purpose;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.address; }

class SpecialPurpose : public testing::TestWithParam<Row> {};

TEST_P(SpecialPurpose, FollowsTheRegistry) {
  const auto address = NetworkAddress::parse(GetParam().address);
  ASSERT_TRUE(address.has_value());
  EXPECT_EQ(special_purpose(*address), GetParam().purpose);
}

INSTANTIATE_TEST_SUITE_P(
    Version4, SpecialPurpose,
    testing::Values(Row{"127.0.0.1", "loopback"}, Row{"127.255.255.254", "loopback"},
                    Row{"0.0.0.0", "reserved"}, Row{"10.1.2.3", "private"},
                    Row{"172.15.255.255", ""}, Row{"172.16.0.0", "private"},
                    Row{"172.31.255.255", "private"}, Row{"172.32.0.0", ""},
                    Row{"192.168.0.1", "private"}, Row{"192.169.0.1", ""},
                    Row{"169.254.169.254", "link-local"}, Row{"100.63.255.255", ""},
                    Row{"100.64.0.1", "private"}, Row{"100.128.0.0", ""},
                    Row{"198.18.0.1", "private"}, Row{"198.20.0.1", ""},
                    Row{"224.0.0.1", "multicast"}, Row{"239.255.255.255", "multicast"},
                    Row{"240.0.0.1", "reserved"}, Row{"255.255.255.255", "reserved"},
                    Row{"192.0.2.7", "reserved"}, Row{"8.8.8.8", ""}, Row{"93.184.216.34", ""}));

INSTANTIATE_TEST_SUITE_P(Version6, SpecialPurpose,
                         testing::Values(Row{"::1", "loopback"}, Row{"::", "reserved"},
                                         Row{"fe80::1", "link-local"}, Row{"febf::1", "link-local"},
                                         Row{"fd12:3456::1", "private"}, Row{"fc00::", "private"},
                                         Row{"ff02::1", "multicast"},
                                         Row{"2001:db8::1", "reserved"}, Row{"2606:4700::1111", ""},
                                         Row{"2a00:1450:4001::200e", ""},
                                         Row{"4000::1", "reserved"}, Row{"fec0::1", "private"},
                                         Row{"100::1", "reserved"}));

INSTANTIATE_TEST_SUITE_P(
    Version4Inside, SpecialPurpose,
    testing::Values(Row{"::ffff:127.0.0.1", "loopback"}, Row{"::ffff:10.0.0.1", "private"},
                    Row{"::ffff:8.8.8.8", ""}, Row{"64:ff9b::7f00:1", "loopback"},
                    Row{"64:ff9b::808:808", ""}, Row{"64:ff9b:1::808:808", "private"},
                    Row{"2002:a00:1::", "private"}, Row{"2002:c0a8:101::1", "private"},
                    Row{"2002:808:808::1", ""}, Row{"2001:0:1:2:3:4:80ff:fffe", "loopback"},
                    Row{"2001:0:1:2:3:4:f7f7:f7f7", ""}, Row{"::7f00:1", "reserved"}));

TEST(NetworkAddress, WritesWhatItReads) {
  for (const char* text : {"192.0.2.1", "::1", "2001:db8::5", "255.255.255.255"}) {
    EXPECT_EQ(NetworkAddress::parse(text).value().text(), text);
  }
  EXPECT_EQ(NetworkAddress::parse("::ffff:1.2.3.4").value().text(), "1.2.3.4");
  for (const char* text :
       {"", "127.1", "0x7f.0.0.1", "1.2.3.4.5", "[::1]", "fe80::1%eth0", "host"}) {
    EXPECT_FALSE(NetworkAddress::parse(text).has_value()) << text;
  }
  EXPECT_FALSE(NetworkAddress::from_bytes("abcde").has_value());
}

TEST(Network, ContainsItsAddresses) {
  const auto holds = [](const char* network, const char* address) {
    return Network::parse(network).value().contains(NetworkAddress::parse(address).value());
  };
  EXPECT_TRUE(holds("192.168.4.0/22", "192.168.7.255"));
  EXPECT_FALSE(holds("192.168.4.0/22", "192.168.8.0"));
  EXPECT_TRUE(holds("127.0.0.1", "127.0.0.1"));
  EXPECT_FALSE(holds("127.0.0.1", "127.0.0.2"));
  EXPECT_TRUE(holds("127.0.0.1", "::ffff:127.0.0.1"));
  EXPECT_TRUE(holds("0.0.0.0/0", "8.8.8.8"));
  EXPECT_FALSE(holds("0.0.0.0/0", "2606::1"));
  EXPECT_TRUE(holds("fd00::/8", "fdff::1"));
  EXPECT_FALSE(holds("fd00::/8", "fc00::1"));
  EXPECT_TRUE(holds("::ffff:10.0.0.0/104", "10.9.9.9"));
  for (const char* text :
       {"", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8x", "::/129", "/8"}) {
    EXPECT_FALSE(Network::parse(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace claimtrail
