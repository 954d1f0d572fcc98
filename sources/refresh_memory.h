#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/source_state.h"

namespace claimtrail {

/// What a polite client remembers from one refresh to the next. Called on the refreshing thread
/// only; what is put can be found again at once.
class RefreshMemory {
 public:
  virtual ~RefreshMemory() = default;
  [[nodiscard]] virtual std::vector<Pause> pauses() = 0;
  virtual void put_pause(const Pause& pause) = 0;
  [[nodiscard]] virtual std::optional<RobotsFile> robots(const std::string& origin) = 0;
  virtual void put_robots(const RobotsFile& file) = 0;
  /// Which address an entry of a source was first fetched under, by any of its keys; empty: none.
  [[nodiscard]] virtual std::string entry_address(const std::string& source,
                                                  const std::vector<std::string>& keys) = 0;
  virtual void add_entry_keys(const std::string& source, const std::string& url,
                              const std::vector<std::string>& keys) = 0;
};

}  // namespace claimtrail
