#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// The people's names in a byline as written: "By Jane Doe and John Roe, Reuters" → two names.
/// Outlets, desks, agencies' initials and "admin" are nobody.
[[nodiscard]] std::vector<std::string> names_in_byline(std::string_view text,
                                                       const std::string& outlet);

/// Adds a name unless one with the same words is there, or there are a dozen.
void add_name_once(std::vector<std::string>& names, std::string name);

/// One word without a capital: what a system calls an account, not what a page calls a person.
[[nodiscard]] bool is_login_name(std::string_view name);

/// A line that begins with "By", "Von", "Written by", …
[[nodiscard]] bool begins_as_byline(std::string_view text);

/// A line that announces the names of the next one: "Author", "Autor:", "Written by".
[[nodiscard]] bool announces_names(std::string_view text);

}  // namespace claimtrail
