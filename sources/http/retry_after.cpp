#include "sources/http/retry_after.h"

#include <string>

#include <curl/curl.h>

namespace claimtrail {
namespace {

constexpr std::chrono::seconds kLongest = std::chrono::days{7};

}  // namespace

std::optional<Timestamp> parse_retry_after(std::string_view text, Timestamp now) {
  const bool digits =
      !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits) {
    // More than nine digits are decades: no need to count them.
    const std::chrono::seconds wait{text.size() > 9 ? kLongest.count()
                                                    : std::stoll(std::string(text))};
    return now + std::min(wait, kLongest);
  }
  // curl_getdate takes looser texts too; an HTTP date has a weekday and a colon.
  if (text.find(':') == std::string_view::npos) return std::nullopt;
  const std::time_t time = curl_getdate(std::string(text).c_str(), nullptr);
  if (time < 0) return std::nullopt;
  return std::clamp(Timestamp{std::chrono::seconds{time}}, now, now + kLongest);
}

}  // namespace claimtrail
