// Tokens a second of the tagger and of the whole parse, beside the tokeniser alone in the same run:
// machines differ, the ratio does not. Also how long it takes to open the weights.
//
//   syntax_bench WEIGHTS [TEXT]     TEXT is a file; without one a text of our own is repeated
#include <chrono>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "core/syntax/syntax.h"

namespace claimtrail {
namespace {

constexpr std::string_view kParagraph =
    "The governor of the northern province said on Tuesday that more than 1,300 people had left "
    "their homes after the dam above the town of Ostrel began to leak. \u201CWe are not going to "
    "wait until the water is in the streets,\u201D she told reporters in the capital. Engineers, "
    "who "
    "had inspected the wall twice since March, reported no cracks, but residents claimed that the "
    "company which runs the dam had ignored their warnings. According to a statement by the "
    "ministry, 12 pumps were brought in overnight and a further 40 are on their way. The company "
    "denied that it had been told about any damage; its spokesman, Piotr Hale, declined to say "
    "whether the gates would be opened.\n\n";

double seconds_of(const auto& work) {
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const std::clock_t start = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

int run(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: syntax_bench WEIGHTS [TEXT]\n");
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const auto model = SyntaxModel::open(argv[1]);
  const std::chrono::duration<double, std::milli> opened = std::chrono::steady_clock::now() - start;
  if (!model) {
    fmt::print(stderr, "{}\n", render(model.error()));
    return 1;
  }
  std::string text;
  if (argc > 2) {
    std::ifstream file(argv[2]);
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  while (text.size() < 1'000'000)
    text += argc > 2 && !text.empty() ? text : std::string(kParagraph);
  const TokenizedText tokens = take_apart(text, {});
  const auto count = static_cast<double>(tokens.tokens.size());
  ParserScratch scratch;
  const auto each_sentence = [&](const auto& work) {
    for (const Sentence& sentence : tokens.sentences) work(sentence);
  };
  const double tokenising = seconds_of([&] { (void)take_apart(text, {}); });
  const double tagging = seconds_of([&] {
    each_sentence([&](const Sentence& s) { (void)model->tag(tokens, s.first, s.last, scratch); });
  });
  const double parsing = seconds_of([&] {
    each_sentence([&](const Sentence& s) { (void)model->parse(tokens, s.first, s.last, scratch); });
  });
  fmt::print("{} tokens, weights opened in {:.2f} ms\n", tokens.tokens.size(), opened.count());
  fmt::print("{:<22} {:>10.0f} tokens/s\n", "tokeniser", count / tokenising);
  fmt::print("{:<22} {:>10.0f} tokens/s\n", "tagger", count / tagging);
  fmt::print("{:<22} {:>10.0f} tokens/s\n", "parser without tagger", count / (parsing - tagging));
  fmt::print("{:<22} {:>10.0f} tokens/s, {:.2f} of the tokeniser\n", "tagger and parser",
             count / parsing, tokenising / parsing);
  return 0;
}

}  // namespace
}  // namespace claimtrail

int main(int argc, char** argv) { return claimtrail::run(argc, argv); }
