// Makes the weights of the tagger and parser from the treebanks, or measures weights on what was
// kept back.
//
//   claimtrail_train_syntax --treebanks DIR -o FILE
//   claimtrail_train_syntax --treebanks DIR --evaluate FILE
//   claimtrail_train_syntax --treebanks DIR --compare FILE   fails unless training gives FILE
#include <cstdio>
#include <fstream>
#include <iterator>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "core/syntax/train/evaluate.h"
#include "core/syntax/train/recipe.h"

namespace claimtrail::train {
namespace {

/// What ctest takes for "skipped".
constexpr int kSkipped = 77;

int fail(const Diagnostic& diagnostic) {
  fmt::print(stderr, "{}\n", render(diagnostic));
  return 1;
}

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int print_table(const Treebanks& treebanks, const std::string& path) {
  const auto model = SyntaxModel::open(path);
  if (!model) return fail(model.error());
  struct Set {
    const char* name;
    const std::vector<TreebankSentence>& sentences;
    Tokens tokens;
  };
  const Set sets[] = {
      {"EWT dev, its tokens", treebanks.ewt_dev, Tokens::of_treebank},
      {"EWT dev", treebanks.ewt_dev, Tokens::of_program},
      {"EWT test, its tokens", treebanks.ewt_test, Tokens::of_treebank},
      {"EWT test", treebanks.ewt_test, Tokens::of_program},
      {"GUM test", treebanks.gum_test, Tokens::of_program},
      {"GUM test, news", treebanks.gum_news_test, Tokens::of_program},
  };
  fmt::print("{}", summary_heading());
  std::string rows;
  for (const Set& set : sets) {
    const Score score = evaluate(*model, make_examples(set.sentences, set.tokens));
    fmt::print("{}", summary(set.name, score));
    if (set.tokens == Tokens::of_program) rows += fmt::format("\n{}\n{}", set.name, details(score));
  }
  fmt::print("{}", rows);
  return 0;
}

int run(int argc, char** argv) {
  CLI::App app("Trains and measures the weights of the tagger and parser");
  std::string folder;
  std::string output;
  std::string measured;
  std::string compared;
  app.add_option("--treebanks", folder, "Folder of the gzipped CoNLL-U files")->required();
  auto* mode = app.add_option_group("what to do")->require_option(1);
  mode->add_option("-o,--output", output, "Train, and write the weights to this file");
  mode->add_option("--evaluate", measured, "Print how these weights do on what was kept back");
  mode->add_option("--compare", compared, "Train, and fail unless the result is this file");
  CLI11_PARSE(app, argc, argv);

  if (!std::ifstream(folder + "/ewt-train.conllu.gz")) {
    fmt::print(stderr, "No treebanks in {}: skipped.\n", folder);
    return kSkipped;
  }
  const auto treebanks = read_treebanks(folder);
  if (!treebanks) return fail(treebanks.error());
  if (!measured.empty()) return print_table(*treebanks, measured);
  const std::string bytes = make_weights(*treebanks);
  if (!compared.empty()) {
    if (bytes == bytes_of_file(compared)) return 0;
    fmt::print(stderr, "Training gives other weights than {}.\n", compared);
    return 1;
  }
  std::ofstream file(output, std::ios::binary);
  file << bytes;
  file.close();
  if (!file)
    return fail({.code = "write-failed", .message = "cannot write the weights", .file = output});
  fmt::print(stderr, "{} bytes\n", bytes.size());
  return 0;
}

}  // namespace
}  // namespace claimtrail::train

int main(int argc, char** argv) { return claimtrail::train::run(argc, argv); }
