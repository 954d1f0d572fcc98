#pragma once

#include <string>
#include <string_view>

namespace claimtrail {

/// An address that many references are resolved against. Those that consist of nothing that needs a
/// second look (a path and query of plain characters) cost a copy; the others go to `resolve_url`.
class UrlBase {
 public:
  UrlBase() = default;
  explicit UrlBase(std::string_view url);

  /// What `resolve_url(text(), reference)` says, always.
  [[nodiscard]] std::string resolve(std::string_view reference) const;

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::string origin_;     ///< up to the host or port; empty when nothing can be resolved
  std::string directory_;  ///< up to the last "/" of the path
};

}  // namespace claimtrail
