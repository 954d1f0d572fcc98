#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// The record types of ISO 28500:2017 (WARC 1.1), section 6. `other` is what the standard does not
/// know, which readers are to pass over.
enum class WarcType {
  warcinfo,
  response,
  resource,
  request,
  metadata,
  revisit,
  conversion,
  continuation,
  other
};

[[nodiscard]] const char* to_string(WarcType type);
[[nodiscard]] WarcType parse_warc_type(std::string_view name);

/// One named field, or one HTTP header line.
struct WarcField {
  std::string name;
  std::string value;
  friend bool operator==(const WarcField&, const WarcField&) = default;
};

/// One record as read: its named fields in order and its block, byte for byte.
struct WarcRecord {
  enum class Digests { unverified, hold, differ };
  WarcType type = WarcType::other;
  std::string version;  ///< "1.1"
  std::vector<WarcField> fields;
  std::string block;
  std::uint64_t offset = 0;  ///< in the file: of the record, or of the gzip member it begins in
  bool addressable = true;   ///< reading may begin at `offset` and gives this record first
  Digests digests = Digests::unverified;

  /// The first field of that name in any case; empty where there is none.
  [[nodiscard]] std::string_view field(std::string_view name) const;
};

[[nodiscard]] bool same_name(std::string_view one, std::string_view other);
[[nodiscard]] std::string_view trim_blanks(std::string_view text);

/// "Name: value" lines, each ended by LF or CRLF; a line that begins with a blank continues the one
/// before, one without a colon is passed over. Also reads application/warc-fields blocks. Linear.
[[nodiscard]] std::vector<WarcField> parse_fields(std::string_view lines);

/// WARC-Target-URI without the angle brackets that wget and WARC 1.0 examples put around it.
[[nodiscard]] std::string_view target_uri(const WarcRecord& record);

/// The profiles of revisit records (section 6.7).
inline constexpr std::string_view identical_payload_profile =
    "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
inline constexpr std::string_view not_modified_profile =
    "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

}  // namespace claimtrail
