#pragma once

#include <string_view>

namespace claimtrail {

/// True for lines that news pages put between or around the paragraphs: "Read more: …",
/// "Advertisement", "Sign up for our newsletter", "© 2025 …". Case does not matter.
[[nodiscard]] bool is_boilerplate(std::string_view text);

/// True for headings behind which nothing of the article follows: "Related stories", "Comments
/// (12)", "More from Politics".
[[nodiscard]] bool is_closing_heading(std::string_view text);

/// True for what asks for consent to cookies and the processing of data.
[[nodiscard]] bool is_consent(std::string_view text);

/// True for a correction, clarification or editor's note, and for a line that credits agencies.
[[nodiscard]] bool is_note(std::string_view text);

}  // namespace claimtrail
