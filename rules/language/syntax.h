#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// What is wrong with an expression, at a byte of its text.
struct ExpressionProblem {
  std::size_t offset = 0;
  std::string code;
  std::string message;
  std::string hint;
};

enum class SyntaxKind : std::uint8_t {
  number,
  text,
  truth,
  list,
  name,
  call,
  negation,  ///< not x
  minus,     ///< -x
  conjunction,
  disjunction,
  comparison,  ///< == != < <= > >= in, `word` says which
  arithmetic,  ///< + - * /
};

/// A node of a parsed expression. `children` index into the tree; of a call they are the arguments
/// and `names` the names they were given by (empty: by place).
struct SyntaxNode {
  SyntaxKind kind = SyntaxKind::name;
  std::size_t begin = 0;  ///< first byte in the source
  std::size_t end = 0;    ///< past the last
  std::string word;       ///< name, function, operator or literal
  double number = 0;
  std::vector<int> children;
  std::vector<std::string> names;
};

struct SyntaxTree {
  std::string source;
  std::vector<SyntaxNode> nodes;
  int root = -1;  ///< -1 where the text could not be parsed

  [[nodiscard]] const SyntaxNode& at(int node) const {
    return nodes[static_cast<std::size_t>(node)];
  }
  [[nodiscard]] std::string_view written(int node) const {
    return std::string_view(source).substr(at(node).begin, at(node).end - at(node).begin);
  }
};

/// Parses
///   or:   and {"or" and};  and: not {"and" not};  not: "not" not | comparison
///   comparison: sum [("==" | "!=" | "<" | "<=" | ">" | ">=" | ["not"] "in") sum]
///   sum: product {("+" | "-") product};  product: factor {("*" | "/") factor};  factor: ["-"]
///   primary primary: number | 'text' | "text" | true | false | [list] | (or) | name |
///   name(argument, name = argument)
/// The first mistake ends the parse and is added to `problems`. Texts over 8 KiB and nesting beyond
/// 64 levels are mistakes. Linear in the text.
[[nodiscard]] SyntaxTree parse_expression(std::string_view source,
                                          std::vector<ExpressionProblem>& problems);

}  // namespace claimtrail
