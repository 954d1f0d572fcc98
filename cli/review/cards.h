#pragma once

#include <string>
#include <vector>

#include "core/store/store.h"

#include "cli/render/terminal.h"

namespace claimtrail {

/// What a reviewer is shown of one flag or claim. Text for a terminal, printable, each line ended.
class Cards {
 public:
  /// `store` and `terminal` must outlive it.
  Cards(const Store& store, const Terminal& terminal);

  /// Evidence first: the sides with their words in context, who, outlet, day and digest (side by
  /// side where two fit), then what changed, what the rule says, and the reviews so far.
  [[nodiscard]] std::string flag(const Flag& flag, std::string_view place) const;
  [[nodiscard]] std::string claim(const StoredClaim& claim, std::string_view place) const;
  /// Every condition of the rule with the values it saw.
  [[nodiscard]] std::string why(const Flag& flag) const;
  [[nodiscard]] std::string why(const StoredClaim& claim) const;
  /// Where each of the claims stands on the web.
  [[nodiscard]] std::string addresses(const std::vector<std::string>& claims) const;

 private:
  using Lines = std::vector<std::string>;
  void add(Lines& lines, std::string_view text, Style style, std::size_t width,
           std::string_view indent) const;
  void add_words(Lines& lines, const std::string& claim, const FrozenEvidence* frozen,
                 std::size_t width) const;
  void add_reviews(Lines& lines, const std::string& kind, const std::string& subject) const;
  [[nodiscard]] Lines side(const Flag& flag, const Side& side, std::size_t width) const;
  [[nodiscard]] std::string finish(const Lines& lines) const;

  const Store& store_;
  const Terminal& terminal_;
  std::size_t width_;
};

}  // namespace claimtrail
