#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "core/diagnostics/yaml.h"

namespace claimtrail {
namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20U;
constexpr std::size_t kMostNodes = 200'000;
constexpr std::size_t kDeepest = 64;

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  while (start <= text.size()) {
    std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) end = text.size();
    std::string line(text.substr(start, end - start));
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
    start = end + 1;
  }
  return lines;
}

/// Ends the parse at a place, with what is wrong there.
struct Refused {
  int line;
  int column;
  std::string code;
  std::string message;
};

/// Builds our tree from the parser's events: the events, unlike the library's own nodes, show every
/// duplicate key, quoting, aliases and depth as they come.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(YamlDocument& document, std::vector<Diagnostic>& problems)
      : document_(document), problems_(problems) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add(at(mark)); }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused{mark.line + 1, mark.column + 1, "yaml-alias",
                  "aliases are not allowed here: write the value out"};
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    YamlNode node = at(mark);
    node.quoted = tag == "!";
    const bool plain_null = !node.quoted && (value.empty() || value == "~" || value == "null");
    if (!plain_null || expects_key()) {
      node.kind = YamlNode::Kind::scalar;
      node.scalar = value;
    }
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(mark, YamlNode::Kind::sequence);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(mark, YamlNode::Kind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key;
  };

  static YamlNode at(const YAML::Mark& mark) {
    YamlNode node;
    node.line = mark.line + 1;
    node.column = mark.column + 1;
    return node;
  }

  [[nodiscard]] bool expects_key() const {
    return !open_.empty() && open_.back().node.is_map() && !open_.back().key;
  }

  void open(const YAML::Mark& mark, YamlNode::Kind kind) {
    if (expects_key()) {
      throw Refused{mark.line + 1, mark.column + 1, "yaml-key", "a key must be a plain word"};
    }
    if (open_.size() >= kDeepest) {
      throw Refused{mark.line + 1, mark.column + 1, "yaml-depth", "nested too deep"};
    }
    Open begun;
    begun.node = at(mark);
    begun.node.kind = kind;
    open_.push_back(std::move(begun));
  }

  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (++nodes_ > kMostNodes) {
      throw Refused{node.line, node.column, "yaml-size", "too many values in one file"};
    }
    if (open_.empty()) {
      document_.root = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.is_sequence()) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node);
    } else {
      add_entry(parent, std::move(node));
    }
  }

  void add_entry(Open& parent, YamlNode value) {
    const YamlNode key = *std::exchange(parent.key, std::nullopt);
    for (const YamlEntry& entry : parent.node.entries) {
      if (entry.key != key.scalar) continue;
      problems_.push_back(document_.at(
          key, "duplicate-key", fmt::format("the key '{}' stands twice in one map", key.scalar),
          fmt::format("it stands first in line {}; keep one of them", entry.line)));
      return;
    }
    parent.node.entries.push_back({key.scalar, key.line, key.column, std::move(value)});
  }

  YamlDocument& document_;
  std::vector<Diagnostic>& problems_;
  std::vector<Open> open_;
  std::size_t nodes_ = 0;
};

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const YamlEntry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

Diagnostic YamlDocument::at(int line, int column, std::string code, std::string message,
                            std::string hint) const {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.file = file;
  diagnostic.line = line;
  diagnostic.column = column;
  diagnostic.hint = std::move(hint);
  if (line >= 1 && static_cast<std::size_t>(line) <= lines.size()) {
    diagnostic.snippet = lines[static_cast<std::size_t>(line) - 1];
  }
  return diagnostic;
}

Diagnostic YamlDocument::at(const YamlNode& node, std::string code, std::string message,
                            std::string hint) const {
  return at(node.line, node.column, std::move(code), std::move(message), std::move(hint));
}

Checked<YamlDocument> read_yaml(std::string file, std::string_view text) {
  YamlDocument document;
  document.file = std::move(file);
  std::vector<Diagnostic> problems;
  if (text.size() > kMostBytes) {
    problems.push_back(
        failure("yaml-size", "the file is larger than 4 MiB", document.file).value());
    return tl::unexpected(std::move(problems));
  }
  document.lines = split_lines(text);
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    TreeBuilder builder(document, problems);
    parser.HandleNextDocument(builder);
  } catch (const Refused& refused) {
    problems.push_back(document.at(refused.line, refused.column, refused.code, refused.message));
  } catch (const YAML::DeepRecursion& error) {
    problems.push_back(
        document.at(error.mark.line + 1, error.mark.column + 1, "yaml-depth", "nested too deep"));
  } catch (const YAML::Exception& error) {
    Diagnostic problem =
        document.at(error.mark.line + 1, error.mark.column + 1, "yaml-syntax", error.msg);
    const bool question_mark = problem.snippet.find('?') != std::string::npos;
    if (question_mark)
      problem.hint = "inside { } and [ ], text that holds a '?' needs quotation marks";
    problems.push_back(std::move(problem));
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return document;
}

Checked<YamlDocument> read_yaml_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  if (!stream || !(text << stream.rdbuf())) {
    if (!stream.is_open() || text.bad()) {
      return tl::unexpected(
          std::vector<Diagnostic>{failure("file-unreadable", "the file cannot be read", path,
                                          "check that it exists and that you may read it")
                                      .value()});
    }
  }
  return read_yaml(path, text.str());
}

}  // namespace claimtrail
