#pragma once

#include <string>
#include <vector>

#include "core/dates/find_dates.h"
#include "core/text/tokens.h"

namespace claimtrail {

inline std::vector<DateMention> dates_in(const std::string& text, const char* published) {
  return find_dates(take_apart(text, {}),
                    published == nullptr ? std::nullopt : parse_day(published));
}

/// Each date as "words from..to", a duration as "words (duration)".
inline std::vector<std::string> spell_dates(const std::string& text,
                                            const char* published = "2024-11-05") {
  std::vector<std::string> spelled;
  for (const DateMention& mention : dates_in(text, published)) {
    std::string line(mention.span.of(text));
    if (mention.duration) {
      line.append(" (duration)");
    } else {
      line.append(" ")
          .append(format_day(mention.range.from))
          .append("..")
          .append(format_day(mention.range.to));
    }
    spelled.push_back(line);
  }
  return spelled;
}

}  // namespace claimtrail
