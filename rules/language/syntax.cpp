#include "rules/language/syntax.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace claimtrail {
namespace {

constexpr std::size_t kLongest = 8192;
constexpr int kDeepest = 64;

enum class Mark : std::uint8_t { end, number, text, word, sign };

struct Lexeme {
  Mark mark = Mark::end;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string word;  ///< of a text its content
};

/// Ends the parse: one mistake an expression, since what follows it would be guesswork.
struct Stop {
  ExpressionProblem problem;
};

[[noreturn]] void stop(std::size_t offset, std::string message, std::string hint = {}) {
  throw Stop{{offset, "expression-syntax", std::move(message), std::move(hint)}};
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}

  Lexeme next() {
    while (at_ < source_.size() &&
           std::string_view(" \t\r\n").find(source_[at_]) != std::string_view::npos)
      ++at_;
    Lexeme lexeme;
    lexeme.begin = at_;
    if (at_ < source_.size()) read(lexeme);
    lexeme.end = at_;
    if (lexeme.mark != Mark::text) {
      lexeme.word = std::string(source_.substr(lexeme.begin, lexeme.end - lexeme.begin));
    }
    return lexeme;
  }

 private:
  void read(Lexeme& lexeme) {
    const char c = source_[at_];
    if (is_letter(c)) {
      lexeme.mark = Mark::word;
      while (at_ < source_.size() &&
             (is_letter(source_[at_]) || is_digit(source_[at_]) ||
              (source_[at_] == '.' && at_ + 1 < source_.size() && is_letter(source_[at_ + 1])))) {
        ++at_;
      }
    } else if (is_digit(c)) {
      lexeme.mark = Mark::number;
      while (at_ < source_.size() && (is_digit(source_[at_]) || source_[at_] == '.')) ++at_;
    } else if (c == '\'' || c == '"') {
      read_text(lexeme, c);
    } else {
      read_sign(lexeme);
    }
  }

  void read_text(Lexeme& lexeme, char mark) {
    const std::size_t close = source_.find(mark, at_ + 1);
    if (close == std::string_view::npos) stop(at_, "the text has no closing quotation mark");
    lexeme.mark = Mark::text;
    lexeme.word = std::string(source_.substr(at_ + 1, close - at_ - 1));
    at_ = close + 1;
  }

  void read_sign(Lexeme& lexeme) {
    static constexpr std::array<std::string_view, 16> kSigns{
        "==", "!=", "<=", ">=", "<", ">", "=", "(", ")", "[", "]", ",", "+", "-", "*", "/"};
    for (const std::string_view sign : kSigns) {
      if (!source_.substr(at_).starts_with(sign)) continue;
      lexeme.mark = Mark::sign;
      at_ += sign.size();
      return;
    }
    const std::string_view rest = source_.substr(at_);
    const std::string hint = rest.starts_with("&&")   ? "write 'and'"
                             : rest.starts_with("||") ? "write 'or'"
                             : rest.starts_with("!")  ? "write 'not'"
                                                      : "";
    stop(at_,
         fmt::format("unexpected character '{}'",
                     hint.empty() ? rest.substr(0, 1) : rest.substr(0, rest[0] == '!' ? 1 : 2)),
         hint);
  }

  std::string_view source_;
  std::size_t at_ = 0;
};

class Parser {
 public:
  explicit Parser(SyntaxTree& tree) : tree_(tree), lexer_(tree.source) { advance(); }

  int parse_all() {
    if (now_.mark == Mark::end) stop(0, "the expression is empty");
    const int root = parse_or();
    if (now_.mark == Mark::sign && now_.word == "=") {
      stop(now_.begin, "'=' only names an argument", "to compare, write '=='");
    }
    if (now_.mark != Mark::end) stop(now_.begin, fmt::format("unexpected '{}'", now_.word));
    return root;
  }

 private:
  /// Counts how deep the recursion goes, so that no text can exhaust the stack.
  class Level {
   public:
    Level(int& depth, std::size_t offset) : depth_(depth) {
      if (++depth_ > kDeepest) stop(offset, "nested too deep");
    }
    ~Level() { --depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    int& depth_;
  };

  void advance() {
    last_end_ = now_.end;
    now_ = lexer_.next();
  }
  [[nodiscard]] bool at_word(std::string_view word) const {
    return now_.mark == Mark::word && now_.word == word;
  }
  [[nodiscard]] bool at_sign(std::string_view sign) const {
    return now_.mark == Mark::sign && now_.word == sign;
  }
  void expect(std::string_view sign, std::string_view why) {
    if (!at_sign(sign)) {
      stop(now_.begin,
           fmt::format("expected '{}' {}{}", sign, why,
                       now_.mark == Mark::end ? "" : fmt::format(", found '{}'", now_.word)));
    }
    advance();
  }

  int add(SyntaxKind kind, std::size_t begin, std::string word, std::vector<int> children = {}) {
    SyntaxNode node;
    node.kind = kind;
    node.begin = begin;
    node.end = last_end_;
    node.word = std::move(word);
    node.children = std::move(children);
    tree_.nodes.push_back(std::move(node));
    return static_cast<int>(tree_.nodes.size()) - 1;
  }
  [[nodiscard]] std::size_t begin_of(int node) const { return tree_.at(node).begin; }

  int parse_or() {
    const Level level(depth_, now_.begin);
    int left = parse_and();
    while (at_word("or")) {
      advance();
      const int right = parse_and();
      left = add(SyntaxKind::disjunction, begin_of(left), "or", {left, right});
    }
    return left;
  }

  int parse_and() {
    int left = parse_not();
    while (at_word("and")) {
      advance();
      const int right = parse_not();
      left = add(SyntaxKind::conjunction, begin_of(left), "and", {left, right});
    }
    return left;
  }

  int parse_not() {
    if (!at_word("not")) return parse_comparison();
    const Level level(depth_, now_.begin);
    const std::size_t begin = now_.begin;
    advance();
    const int inner = parse_not();
    return add(SyntaxKind::negation, begin, "not", {inner});
  }

  int parse_comparison() {
    const int left = parse_sum();
    const bool negated = at_word("not");
    if (negated) {
      advance();
      if (!at_word("in")) stop(now_.begin, "expected 'in' after 'not'");
    }
    const bool compares =
        at_word("in") ||
        (now_.mark == Mark::sign && (now_.word == "==" || now_.word == "!=" || now_.word == "<" ||
                                     now_.word == "<=" || now_.word == ">" || now_.word == ">="));
    if (!compares) return left;
    const std::string sign = now_.word;
    advance();
    const int right = parse_sum();
    const int comparison = add(SyntaxKind::comparison, begin_of(left), sign, {left, right});
    return negated ? add(SyntaxKind::negation, begin_of(left), "not", {comparison}) : comparison;
  }

  int parse_sum() {
    int left = parse_product();
    while (at_sign("+") || at_sign("-")) {
      const std::string sign = now_.word;
      advance();
      const int right = parse_product();
      left = add(SyntaxKind::arithmetic, begin_of(left), sign, {left, right});
    }
    return left;
  }

  int parse_product() {
    int left = parse_factor();
    while (at_sign("*") || at_sign("/")) {
      const std::string sign = now_.word;
      advance();
      const int right = parse_factor();
      left = add(SyntaxKind::arithmetic, begin_of(left), sign, {left, right});
    }
    return left;
  }

  int parse_factor() {
    if (!at_sign("-")) return parse_primary();
    const Level level(depth_, now_.begin);
    const std::size_t begin = now_.begin;
    advance();
    const int inner = parse_factor();
    return add(SyntaxKind::minus, begin, "-", {inner});
  }

  int parse_primary() {
    const Lexeme first = now_;
    switch (first.mark) {
      case Mark::number:
        return parse_number();
      case Mark::text:
        advance();
        return add(SyntaxKind::text, first.begin, first.word);
      case Mark::word:
        return parse_word();
      case Mark::sign:
        if (first.word == "(") {
          advance();
          const int inner = parse_or();
          expect(")", "to close the parenthesis");
          tree_.nodes[static_cast<std::size_t>(inner)].begin = first.begin;
          tree_.nodes[static_cast<std::size_t>(inner)].end = last_end_;
          return inner;
        }
        if (first.word == "[") return parse_list();
        break;
      case Mark::end:
        stop(first.begin, "the expression ends too early");
    }
    stop(first.begin, fmt::format("unexpected '{}'", first.word));
  }

  int parse_number() {
    const Lexeme lexeme = now_;
    double number = 0;
    const char* end = lexeme.word.data() + lexeme.word.size();
    const auto [rest, error] = std::from_chars(lexeme.word.data(), end, number);
    if (error != std::errc{} || rest != end) {
      stop(lexeme.begin, fmt::format("'{}' is not a number", lexeme.word));
    }
    advance();
    const int node = add(SyntaxKind::number, lexeme.begin, lexeme.word);
    tree_.nodes.back().number = number;
    return node;
  }

  int parse_word() {
    const Lexeme word = now_;
    if (word.word == "and" || word.word == "or" || word.word == "in" || word.word == "not") {
      stop(word.begin, fmt::format("unexpected '{}'", word.word));
    }
    advance();
    if (word.word == "true" || word.word == "false") {
      return add(SyntaxKind::truth, word.begin, word.word);
    }
    if (word.word == "null") {
      stop(word.begin, "nothing equals null",
           "to ask whether a value is unknown, write is_null(…)");
    }
    if (!at_sign("(")) return add(SyntaxKind::name, word.begin, word.word);
    return parse_call(word);
  }

  int parse_call(const Lexeme& function) {
    advance();
    std::vector<int> arguments;
    std::vector<std::string> names;
    while (!at_sign(")")) {
      if (!arguments.empty()) expect(",", "between arguments");
      int argument = parse_or();
      std::string name;
      if (at_sign("=")) {
        if (tree_.at(argument).kind != SyntaxKind::name) {
          stop(now_.begin, "'=' only names an argument", "to compare, write '=='");
        }
        name = tree_.at(argument).word;
        advance();
        argument = parse_or();
      }
      arguments.push_back(argument);
      names.push_back(std::move(name));
    }
    advance();
    const int node = add(SyntaxKind::call, function.begin, function.word, std::move(arguments));
    tree_.nodes.back().names = std::move(names);
    return node;
  }

  int parse_list() {
    const std::size_t begin = now_.begin;
    advance();
    std::vector<int> items;
    while (!at_sign("]")) {
      if (!items.empty()) expect(",", "between items");
      if (now_.mark != Mark::text) stop(now_.begin, "a list holds texts in quotation marks");
      const Lexeme item = now_;
      advance();
      items.push_back(add(SyntaxKind::text, item.begin, item.word));
    }
    advance();
    return add(SyntaxKind::list, begin, "", std::move(items));
  }

  SyntaxTree& tree_;
  Lexer lexer_;
  Lexeme now_;
  std::size_t last_end_ = 0;
  int depth_ = 0;
};

}  // namespace

SyntaxTree parse_expression(std::string_view source, std::vector<ExpressionProblem>& problems) {
  SyntaxTree tree;
  if (source.size() > kLongest) {
    problems.push_back({0, "expression-syntax", "the expression is longer than 8 KiB", ""});
    return tree;
  }
  tree.source = std::string(source);
  try {
    tree.root = Parser(tree).parse_all();
  } catch (Stop& stopped) {
    problems.push_back(std::move(stopped.problem));
  }
  return tree;
}

}  // namespace claimtrail
