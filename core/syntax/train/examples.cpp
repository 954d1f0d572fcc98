#include "core/syntax/train/examples.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace claimtrail::train {
namespace {

TokenizedText treebank_tokens(const TreebankSentence& sentence, std::string_view text) {
  TokenizedText result;
  result.text = text;
  for (const TreebankWord& word : sentence.words) {
    Token token;
    token.span = word.span;
    token.space_before = word.span.start == 0 || text[word.span.start - 1] == ' ';
    const char first = word.form[0];
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
             static_cast<unsigned char>(c) > 127;
    };
    token.capitalised = first >= 'A' && first <= 'Z';
    if (first >= '0' && first <= '9') {
      token.kind = TokenKind::number;
    } else if (std::any_of(word.form.begin(), word.form.end(), is_letter)) {
      token.kind = TokenKind::word;
    } else {
      token.kind = std::string_view("$%+#=&*<>^~|").find(first) != std::string_view::npos
                       ? TokenKind::symbol
                       : TokenKind::punctuation;
    }
    result.tokens.push_back(token);
    std::string lower = fold_case(word.form);
    for (std::size_t at = 0; (at = lower.find("\u2019", at)) != std::string::npos;) {
      lower.replace(at, 3, "'");
    }
    result.lower.push_back(lower);
  }
  return result;
}

std::uint32_t shared(Span a, Span b) {
  const std::uint32_t start = std::max(a.start, b.start);
  const std::uint32_t end = std::min(a.end, b.end);
  return end > start ? end - start : 0;
}

/// For each token the word that it shares most with, the last of equals.
std::vector<int> words_of_tokens(const TreebankSentence& sentence, const TokenizedText& tokens) {
  std::vector<int> result(tokens.tokens.size(), -1);
  std::size_t from = 0;
  for (std::size_t k = 0; k < result.size(); ++k) {
    const Span span = tokens.tokens[k].span;
    while (from < sentence.words.size() && sentence.words[from].span.end <= span.start) ++from;
    std::uint32_t most = 0;
    for (std::size_t u = from; u < sentence.words.size() && sentence.words[u].span.start < span.end;
         ++u) {
      const std::uint32_t common = shared(span, sentence.words[u].span);
      if (common >= most && common > 0) {
        most = common;
        result[k] = static_cast<int>(u);
      }
    }
  }
  return result;
}

/// Carries the tree over; false where a token lies on no word.
bool carry_over(const TreebankSentence& sentence, Example& example) {
  const TokenizedText& tokens = example.tokens;
  const std::size_t size = tokens.tokens.size();
  const std::vector<int> word_of = words_of_tokens(sentence, tokens);
  std::vector<int> token_of(sentence.words.size(), -1);
  for (std::size_t k = 0; k < size; ++k) {
    if (word_of[k] < 0) return false;
    const TokenKind kind = tokens.tokens[k].kind;
    int& token = token_of[static_cast<std::size_t>(word_of[k])];
    if (token < 0 || kind == TokenKind::word || kind == TokenKind::number) {
      token = static_cast<int>(k);
    }
  }
  for (std::size_t u = 0; u < sentence.words.size(); ++u) {
    if (token_of[u] >= 0) continue;
    const Span span = sentence.words[u].span;
    for (std::size_t k = 0; k < size; ++k) {
      if (shared(tokens.tokens[k].span, span) > 0) token_of[u] = static_cast<int>(k);
    }
    if (token_of[u] < 0) return false;
  }
  for (std::size_t k = 0; k < size; ++k) {
    int u = word_of[k];
    const TreebankWord* word = &sentence.words[static_cast<std::size_t>(u)];
    const int representative = token_of[static_cast<std::size_t>(u)];
    example.same_token.push_back(word->span == tokens.tokens[k].span);
    if (representative != static_cast<int>(k)) {
      const TokenKind kind = tokens.tokens[k].kind;
      const bool hyphen = kind == TokenKind::punctuation;
      PartOfSpeech tag = word->tag;
      if (hyphen && tag != PartOfSpeech::add) tag = PartOfSpeech::hyph;
      if (kind == TokenKind::number) tag = PartOfSpeech::cd;
      example.tags.push_back(tag);
      example.heads.push_back(static_cast<std::int16_t>(representative));
      example.relations.push_back(hyphen ? Relation::punct : Relation::compound);
      continue;
    }
    // Several words in one token: climb to the one whose head lies outside.
    for (std::size_t guard = 0; guard < sentence.words.size() && word->head >= 0 &&
                                token_of[static_cast<std::size_t>(word->head)] == representative;
         ++guard) {
      word = &sentence.words[static_cast<std::size_t>(word->head)];
    }
    example.tags.push_back(word->tag);
    example.relations.push_back(word->relation);
    example.heads.push_back(static_cast<std::int16_t>(
        word->head < 0 ? static_cast<int>(size) : token_of[static_cast<std::size_t>(word->head)]));
  }
  return true;
}

bool is_tree(const std::vector<std::int16_t>& heads) {
  const auto root = static_cast<std::int16_t>(heads.size());
  for (std::size_t i = 0; i < heads.size(); ++i) {
    std::size_t at = i;
    for (std::size_t steps = 0; heads[at] != root; ++steps) {
      if (steps > heads.size()) return false;
      at = static_cast<std::size_t>(heads[at]);
    }
  }
  return std::count(heads.begin(), heads.end(), root) == 1;
}

}  // namespace

std::vector<Example> make_examples(std::span<const TreebankSentence> sentences, Tokens tokens) {
  std::vector<Example> examples;
  for (const TreebankSentence& sentence : sentences) {
    if (sentence.words.size() > 2000) continue;
    Example example;
    example.text = std::make_shared<const std::string>(sentence.text);
    example.tokens = tokens == Tokens::of_program ? take_apart(*example.text, {})
                                                  : treebank_tokens(sentence, *example.text);
    if (example.tokens.tokens.empty() || !carry_over(sentence, example)) continue;
    if (is_tree(example.heads)) examples.push_back(std::move(example));
  }
  return examples;
}

void make_projective(std::vector<std::int16_t>& heads) {
  const auto size = static_cast<int>(heads.size());
  const auto is_below = [&](int node, int above) {
    while (node != size && node != above) node = heads[static_cast<std::size_t>(node)];
    return node == above;
  };
  bool changed = true;
  while (changed) {
    changed = false;
    int shortest = size + 2;
    int lifted = -1;
    for (int i = 0; i < size; ++i) {
      const int head = heads[static_cast<std::size_t>(i)];
      if (head == size) continue;
      for (int k = std::min(i, head) + 1; k < std::max(i, head); ++k) {
        if (is_below(k, head)) continue;
        if (std::abs(i - head) < shortest) {
          shortest = std::abs(i - head);
          lifted = i;
        }
        break;
      }
    }
    if (lifted >= 0) {
      std::int16_t& head = heads[static_cast<std::size_t>(lifted)];
      head = heads[static_cast<std::size_t>(head)];
      changed = true;
    }
  }
}

TreebankSentence recast(const TreebankSentence& sentence, Recast how) {
  TreebankSentence result = sentence;
  static constexpr std::string_view kSmall[] = {"a",  "an", "the", "of",  "in", "on",  "to",  "and",
                                                "or", "at", "by",  "for", "as", "but", "n't", "'s"};
  std::string text;
  std::uint32_t copied = 0;
  bool open = false;
  for (TreebankWord& word : result.words) {
    text.append(sentence.text, copied, word.span.start - copied);
    copied = word.span.end;
    const bool small =
        std::find(std::begin(kSmall), std::end(kSmall), word.form) != std::end(kSmall);
    if (how == Recast::curly_quotes) {
      if (word.form == "\"") {
        word.form = open ? "\u201D" : "\u201C";
        open = !open;
      } else if (const auto at = word.form.find('\''); at != std::string::npos) {
        word.form.replace(at, 1, "\u2019");
      }
    } else if (how == Recast::capitals || !small) {
      for (std::size_t i = 0; i < word.form.size(); ++i) {
        char& c = word.form[i];
        if (c >= 'a' && c <= 'z' && (i == 0 || how == Recast::capitals)) {
          c = static_cast<char>(c - 'a' + 'A');
        }
      }
    }
    word.span.start = static_cast<std::uint32_t>(text.size());
    text += word.form;
    word.span.end = static_cast<std::uint32_t>(text.size());
  }
  text.append(sentence.text, copied);
  result.text = text;
  return result;
}

}  // namespace claimtrail::train
