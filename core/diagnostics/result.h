#pragma once

#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "core/diagnostics/diagnostic.h"

namespace claimtrail {

/// What is expected to fail (network, input, config) returns a Result; broken invariants throw.
template <class T>
using Result = tl::expected<T, Diagnostic>;

/// The same where all mistakes are reported at once.
template <class T>
using Checked = tl::expected<T, std::vector<Diagnostic>>;

[[nodiscard]] inline tl::unexpected<Diagnostic> failure(std::string code, std::string message,
                                                        std::string place = {},
                                                        std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.file = std::move(place);
  diagnostic.hint = std::move(hint);
  return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

}  // namespace claimtrail
