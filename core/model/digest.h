#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace claimtrail {

/// SHA-256 (FIPS 180-4) of the bytes, 64 hexadecimal digits in lower case.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// A short id made from content: the first 16 hexadecimal digits of the SHA-256 of the parts, each
/// ended by a zero byte. The same parts give the same id on every machine.
[[nodiscard]] std::string content_id(std::initializer_list<std::string_view> parts);

}  // namespace claimtrail
