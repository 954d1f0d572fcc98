#pragma once

#include <cstdint>
#include <cstring>
#include <vector>

namespace claimtrail {

/// The three steps of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). The root
/// is a node after the last token; the buffer is what stands right of the stack.
enum class Step : std::uint8_t {
  shift,  ///< the front of the buffer goes onto the stack
  left,   ///< the top of the stack becomes a child of the front of the buffer
  right,  ///< the top of the stack becomes a child of the one below it
};

inline constexpr int kSteps = 3;
inline constexpr std::int16_t kNoNode = -1;

/// What is known of one node while parsing.
struct ParseNode {
  std::int16_t head = kNoNode;
  std::int16_t left[2] = {kNoNode, kNoNode};   ///< the outermost two children on the left
  std::int16_t right[2] = {kNoNode, kNoNode};  ///< the outermost two children on the right
  std::uint8_t left_count = 0;
  std::uint8_t right_count = 0;
};

/// A state of the parser over a sentence of `size` tokens. Every sentence takes 2 * size steps,
/// whatever is chosen, and ends as a projective tree with one root.
struct ParseState {
  std::vector<std::int16_t> stack;
  std::vector<ParseNode> nodes;
  int depth = 0;  ///< of the stack
  int front = 0;  ///< of the buffer; `size` is the root
  int size = 0;
  std::int64_t score = 0;

  void start(int tokens) {
    size = tokens;
    depth = 0;
    front = 0;
    score = 0;
    if (stack.size() < static_cast<std::size_t>(tokens) + 1)
      stack.resize(static_cast<std::size_t>(tokens) + 1);
    nodes.assign(static_cast<std::size_t>(tokens) + 1, ParseNode{});
  }

  /// Copies what matters of `other`; costs no more than its tokens so far.
  void copy_from(const ParseState& other) {
    size = other.size;
    depth = other.depth;
    front = other.front;
    score = other.score;
    if (stack.size() < other.stack.size()) stack.resize(other.stack.size());
    if (nodes.size() < other.nodes.size()) nodes.resize(other.nodes.size());
    std::memcpy(stack.data(), other.stack.data(),
                static_cast<std::size_t>(depth) * sizeof stack[0]);
    std::memcpy(nodes.data(), other.nodes.data(),
                (static_cast<std::size_t>(size) + 1) * sizeof nodes[0]);
  }

  [[nodiscard]] int on_stack(int below_top) const {
    return depth > below_top ? stack[static_cast<std::size_t>(depth - 1 - below_top)] : kNoNode;
  }
  [[nodiscard]] bool finished() const { return front == size && depth == 0; }

  [[nodiscard]] bool allows(Step step) const {
    switch (step) {
      case Step::shift:
        return front < size;
      case Step::left:
        return depth >= 1 && (front < size || depth == 1);
      case Step::right:
        return depth >= 2;
    }
    return false;
  }

  void apply(Step step) {
    if (step == Step::shift) {
      stack[static_cast<std::size_t>(depth++)] = static_cast<std::int16_t>(front++);
      return;
    }
    const std::int16_t child = stack[static_cast<std::size_t>(--depth)];
    const int head = step == Step::left ? front : stack[static_cast<std::size_t>(depth - 1)];
    nodes[static_cast<std::size_t>(child)].head = static_cast<std::int16_t>(head);
    ParseNode& parent = nodes[static_cast<std::size_t>(head)];
    auto& outer = step == Step::left ? parent.left : parent.right;
    outer[1] = outer[0];
    outer[0] = child;
    auto& count = step == Step::left ? parent.left_count : parent.right_count;
    if (count < 255) ++count;
  }
};

}  // namespace claimtrail
