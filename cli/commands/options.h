#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/time.h"

#include "cli/desk/documents.h"

namespace claimtrail {

/// The words `text`, `html`, … as `--input` takes them.
[[nodiscard]] std::vector<std::string> input_words(bool with_feed);

/// Reads the value of --published: a day or an RFC 3339 time. A wrong one ends the verb, exit 2.
[[nodiscard]] std::optional<Published> published_option(const std::string& value);

/// Reads the value of --since: a day or an RFC 3339 time, as an instant.
[[nodiscard]] std::optional<Timestamp> since_option(const std::string& value);

}  // namespace claimtrail
