#pragma once

#include <span>

#include "core/syntax/parse_state.h"

namespace claimtrail::train {

/// How many arcs of the gold tree each step puts out of reach (Goldberg and Nivre 2013,
/// arc-hybrid). `heads` has the number of tokens for the root.
inline void step_costs(const ParseState& state, std::span<const std::int16_t> heads,
                       int (&costs)[kSteps]) {
  const auto head = [&](int node) {
    return node == state.size ? -2 : static_cast<int>(heads[static_cast<std::size_t>(node)]);
  };
  const int front = state.front;
  const int top = state.on_stack(0);
  const int below = state.on_stack(1);
  for (int& cost : costs) cost = 0;
  if (top != kNoNode) {
    int children_ahead = 0;
    for (int node = front; node < state.size; ++node) children_ahead += head(node) == top;
    const int wanted = head(top);
    costs[static_cast<int>(Step::left)] =
        children_ahead + (wanted > front || (below != kNoNode && wanted == below));
    costs[static_cast<int>(Step::right)] = children_ahead + (wanted >= front);
  }
  if (front < state.size) {
    int cost = 0;
    const int wanted = head(front);
    for (int i = 0; i < state.depth; ++i) {
      const int node = state.stack[static_cast<std::size_t>(i)];
      cost += head(node) == front;
      cost += i + 1 < state.depth && wanted == node;
    }
    costs[static_cast<int>(Step::shift)] = cost;
  }
}

}  // namespace claimtrail::train
