#pragma once

#include <span>
#include <string>

#include "core/store/store.h"

#include "cli/commands/session.h"

namespace claimtrail {

struct ShowRequest {
  const Store& store;
  std::string id;
  bool why = false;
};

/// One kind of thing that `show` knows. `show` prints it whole, as JSON with --json, and answers
/// false where there is none of this id.
struct ShownKind {
  const char* name;
  const char* list;  ///< the verb that lists them
  bool (*show)(Session& session, const ShowRequest& request);
};

[[nodiscard]] std::span<const ShownKind> shown_kinds();

[[nodiscard]] bool show_claim(Session& session, const ShowRequest& request);
[[nodiscard]] bool show_report(Session& session, const ShowRequest& request);
[[nodiscard]] bool show_revision(Session& session, const ShowRequest& request);
[[nodiscard]] bool show_question(Session& session, const ShowRequest& request);
[[nodiscard]] bool show_claimant(Session& session, const ShowRequest& request);
[[nodiscard]] bool show_flag(Session& session, const ShowRequest& request);

}  // namespace claimtrail
