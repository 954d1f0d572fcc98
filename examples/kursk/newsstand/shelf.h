#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace claimtrail::newsstand {

enum class Edition { first, second };

/// "first" or "second"; nothing for any other word.
[[nodiscard]] std::optional<Edition> edition_named(std::string_view name);

/// One printed page or feed, ready to be served.
struct Paper {
  std::string body;
  std::string content_type;
  std::chrono::sys_seconds modified;
  bool textual = false;  ///< worth compressing
};

/// The papers of a newsroom: a folder with `first/`, the whole first edition, and optionally
/// `second/`, which holds only what differs in the second. Reads the files anew on every call, so
/// it has no state to go stale; safe to use from many threads.
class Shelf {
 public:
  /// `base` replaces every `{{BASE}}` in a text: "http://127.0.0.1:41234", without a slash.
  Shelf(std::filesystem::path newsroom, std::string base);

  /// The paper at a URL path, still percent-encoded and without the query: the file of that name,
  /// else the name with ".html", else "index.html" in the folder of that name. Nothing when there
  /// is none or when the path has a hidden or parent component.
  /// A paper of the second edition is always younger than the one it replaces, whatever the
  /// times of the files say.
  [[nodiscard]] std::optional<Paper> find(std::string_view url_path, Edition edition) const;

 private:
  std::filesystem::path newsroom_;
  std::string base_;
};

}  // namespace claimtrail::newsstand
