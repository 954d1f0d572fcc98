#pragma once

#include <stop_token>

namespace claimtrail {

/// Watches for SIGINT and SIGTERM in a thread of its own. Must be called once, before any other
/// thread is started: those inherit the blocked signals. The token is requested at the first signal
/// after `end_in_good_order`; without that, and at a second signal, the program ends at once with
/// 130 (143 for SIGTERM).
[[nodiscard]] std::stop_token watch_for_interrupts();

/// Says that the running verb looks at the token and will end by itself.
void end_in_good_order();

/// The exit status for the signal that arrived; 130 when none did.
[[nodiscard]] int interrupted_status();

}  // namespace claimtrail
