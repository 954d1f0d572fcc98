#pragma once

#include <string>
#include <string_view>

#include "sources/http/url_base.h"

namespace claimtrail {

/// `reference` made absolute by `base`; as it stands where it is absolute or nothing can be made of
/// it.
[[nodiscard]] std::string absolute_link(const UrlBase& base, std::string_view reference);

/// True for attributes whose value is an address ("href", "src", "cite", …).
[[nodiscard]] bool holds_link(std::string_view attribute);

/// HTML with the links in its tags resolved against `base`. Everything else stays byte for byte,
/// but numeric references to C1 controls, which become the characters their authors meant, and a
/// "<!" that begins no markup, which becomes text. Linear.
[[nodiscard]] std::string resolve_links(std::string_view html, const UrlBase& base);

/// Decodes base64 (RFC 4648 section 4), ignoring white space; stops at the first other character.
[[nodiscard]] std::string decode_base64(std::string_view text);

}  // namespace claimtrail
