#pragma once

#include "core/attribution/placement.h"

namespace claimtrail {

/// Reads what stands after a verb: addressee, day and occasion, then the content or its end.
class WhatFollows {
 public:
  explicit WhatFollows(const Phrases& phrases) : p_(phrases) {}

  [[nodiscard]] After after(const Cue& cue) const;
  [[nodiscard]] std::uint32_t content_from(const After& after) const;
  // A medium is a hop, any other addressee is none.
  [[nodiscard]] std::optional<ItemRange> medium(ItemRange addressee) const;
  // "saying they "will not go"": the verb stands inside the quotation.
  [[nodiscard]] bool speech_after(std::uint32_t i) const;

 private:
  using Kind = After::Kind;

  [[nodiscard]] std::uint32_t addressee_end(std::uint32_t i) const;
  [[nodiscard]] bool introduces(std::uint32_t i) const;
  [[nodiscard]] bool introduces_after_manner(std::uint32_t i, std::uint32_t first) const;
  // The place of a "that", a quotation or a colon that phrases without a verb lead to.
  [[nodiscard]] std::uint32_t far_introduction(std::uint32_t i) const;
  // "in an interview with Reuters": the outlet carried it.
  [[nodiscard]] std::optional<ItemRange> occasion_medium(std::uint32_t first,
                                                         std::uint32_t last) const;
  [[nodiscard]] Kind kind_at(std::uint32_t i, const Cue& cue) const;

  const Phrases& p_;
};

}  // namespace claimtrail
