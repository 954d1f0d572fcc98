#pragma once

#include <string_view>

namespace claimtrail {

/// True for lines that news pages put between or around the paragraphs: "Read more: …",
/// "Advertisement", "Sign up for our newsletter", "© 2025 …". Case does not matter.
[[nodiscard]] bool is_boilerplate(std::string_view text);

/// True for a correction, clarification or editor's note.
[[nodiscard]] bool is_note(std::string_view text);

}  // namespace claimtrail
